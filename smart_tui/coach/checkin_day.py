"""The day of a check-in as typed: a date without a year is the last one that has been, not the next."""

from datetime import date, timedelta

from smart_tui.coach.dates import DateReading, Day, read_date
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.calendar import shifted
from smart_tui.goals.terms import DateStyle

YEAR = 364
ANOTHER_SEASON = 100
"""Days by which the reading is moved to see whether it depends on today ("tomorrow" does, "19/11" does not)."""


def read_checkin_day(
    text: str, lang: str, today: date, *, year_starts: int = 1, dates: DateStyle = DateStyle.LANGUAGE
) -> DateReading:
    """Read a day up to today; nothing typed is today. Adds the code `after-today` to those of a date."""
    if not text.strip():
        return Day(today)
    reading = read_date(text, lang, today, year_starts=year_starts, dates=dates)
    if all(day <= today for day in _days(reading)):
        return reading
    fixed = read_date(text, lang, shifted(today, -ANOTHER_SEASON), year_starts=year_starts, dates=dates)
    if _without_years(fixed) == _without_years(reading):
        past = read_date(text, lang, today - timedelta(days=YEAR), year_starts=year_starts, dates=dates)
        if all(day <= today for day in _days(past)):
            return past
    return Unreadable("after-today", text.strip())


def _days(reading: DateReading) -> tuple[date, ...]:
    match reading:
        case Day(date=day):
            return (day,)
        case Ambiguous(options=options):
            return tuple(option.date for option in options)
        case Unreadable():
            return ()


def _without_years(reading: DateReading) -> set[tuple[int, int]]:
    return {(day.month, day.day) for day in _days(reading)}
