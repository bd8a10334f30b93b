"""Reports in one line, from goals in one line."""

from collections.abc import Iterable
from datetime import date

from smart_tui.goals.calendar import PLAIN_CALENDAR, Calendar
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.terms import Period
from smart_tui.goals.windows import window
from smart_tui.reports.formats import Format, written
from smart_tui.reports.report import Report, Reported, report_of
from smart_tui.words.language import Language, language


def report(
    goals: Iterable[Goal],
    today: str,
    period: str = "week",
    *,
    calendar: Calendar = PLAIN_CALENDAR,
    goal: int | None = None,
    owner: str | None = None,
    title: str | None = "VMO marketing",
) -> Report:
    """Report on the goals of one file."""
    file = GoalFile(title=title, goals=tuple(goals), calendar=calendar)
    day = date.fromisoformat(today)
    return report_of(file, day, window(Period(period), day, calendar), goal=goal, owner=owner)


def reported(goal: Goal, today: str, period: str = "week", calendar: Calendar = PLAIN_CALENDAR) -> Reported:
    """Report on one goal."""
    return report([goal], today, period, calendar=calendar).goals[0]


def text_of(made: Report, form: str, lang: str | Language = "en", *, raw: bool = False) -> str:
    """Write a report, as text; its line ends as they are."""
    speaks = language(lang) if isinstance(lang, str) else lang
    return written(made, speaks, Format(form), raw=raw).decode()
