"""What the goals of the file tell a new one about the past: month by month (rows 9, 12)."""

from datetime import date
from decimal import Decimal

from smart_tui.coach.answers import Answers
from smart_tui.coach.writing import write_number
from smart_tui.goals.calendar import Span
from smart_tui.goals.draft import Field
from smart_tui.goals.model import Goal, Past
from smart_tui.goals.terms import Kind, Period
from smart_tui.goals.tree import same

MOST = 6
"""So many months say what is usual."""


def known_past(answers: Answers) -> tuple[Past, ...]:
    """Give the latest whole months of the goals that count the same thing; none where none was counted."""
    metric, unit = same(answers.text(Field.METRIC) or ""), same(answers.unit or "")
    if not metric or answers.kind in {Kind.LIMIT, Kind.YES_NO}:
        return ()
    alike = [goal for goal in answers.setting.file.goals if _counts(goal, metric, unit, answers)]
    today, calendar = answers.setting.today, answers.setting.calendar
    months: dict[Span, Decimal] = {}
    for goal in alike:
        for checkin in sorted(goal.history.checkins, key=lambda it: it.date):
            month = calendar.period(Period.MONTH, checkin.date)
            if month.last >= today or not _covers(goal, month):
                continue
            before = months.get(month, Decimal(0))
            months[month] = before + checkin.value if goal.measurable.kind.adds_up else checkin.value
    latest = sorted(months, key=lambda month: month.first)[-MOST:]
    return tuple(Past(months[month], f"{month.first:%Y-%m}") for month in latest)


def past_text(past: tuple[Past, ...], lang: str) -> str:
    """Write results as the field for them is typed."""
    return "; ".join(f"{it.period}: {write_number(it.value, lang)}" for it in past)


def _counts(goal: Goal, metric: str, unit: str, answers: Answers) -> bool:
    measure = goal.measurable
    alike = measure.kind.adds_up is answers.kind.adds_up and measure.kind not in {Kind.LIMIT, Kind.YES_NO}
    named = same(measure.metric or "") == metric and same(measure.unit or "") == unit
    return alike and named and goal.id != answers.draft.editing


def _covers(goal: Goal, month: Span) -> bool:
    """Whether the goal ran all through a month; late check-ins count, a month begun in the middle does not."""
    start: date | None = goal.start
    return start is None or start <= month.first
