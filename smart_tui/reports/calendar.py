"""The report as iCalendar: a day for each deadline, and the weekly update every Friday."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from smart_tui import __version__
from smart_tui.goals.calendar import shifted
from smart_tui.reports.report import Report, Reported
from smart_tui.reports.told import title_of
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.language import Language
from smart_tui.words.standing import status_word, value_of_target

FRIDAY = 4
PROGRAM = "smart-tui"


def calendar(report: Report, lang: Language) -> bytes:
    """Write the deadlines of open goals; the same goals give the same bytes, on whichever machine."""
    made = Calendar()
    made.add("prodid", f"-//{PROGRAM}//{__version__}//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", clean_title(report.title or "") or lang.say("Goals"))
    for event in _events(report, lang):
        # All days are whole ones, and the stamp is the day of the report: no clock, no time zone.
        event.add("dtstamp", datetime.combine(report.today, time(), UTC))
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def _events(report: Report, lang: Language) -> Iterator[Event]:
    seen: Counter[str] = Counter()
    for reported in report.goals:
        standing = reported.standing
        if standing.goal.deadline is not None and not standing.status.closed:
            seen[standing.goal.id] += 1
            yield _deadline(reported, lang, standing.goal.deadline, seen[standing.goal.id])
    yield _weekly_update(report, lang)


def _deadline(reported: Reported, lang: Language, day: date, namesake: int) -> Event:
    standing = reported.standing
    event = Event()
    # An id that stands in the file twice still names two events.
    number = f"-{namesake}" if namesake > 1 else ""
    event.add("uid", f"deadline-{clean(standing.goal.id)}{number}@{PROGRAM}")
    event.add("dtstart", day)
    event.add("summary", lang.say("Deadline: {title}", title=title_of(lang, standing.goal)))
    stands = f"{status_word(lang, standing.status)}: {value_of_target(lang, standing)}"
    owner = clean_title(standing.goal.owner or "")
    event.add("description", f"{stands} · {owner}" if owner else stands)
    return event


def _weekly_update(report: Report, lang: Language) -> Event:
    event = Event()
    event.add("uid", f"weekly-update@{PROGRAM}")
    event.add("dtstart", shifted(report.today, FRIDAY - report.today.weekday()))
    event.add("rrule", {"freq": "weekly", "byday": "FR"})
    event.add("summary", lang.say("Weekly update of the goals"))
    event.add("description", lang.say("smart-tui checkin asks for every number that is due."))
    return event
