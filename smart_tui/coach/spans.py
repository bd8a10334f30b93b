"""The stretches of time that date words name, and the day of a stretch that is meant."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from msgspec import Struct

from smart_tui.goals.calendar import Calendar, Span, shifted
from smart_tui.goals.terms import DateStyle, Period

FIRST_YEAR, LAST_YEAR = 1970, 2200
MONTHS = 12
MONTHS_OF_QUARTER = 3
MONTHS_OF_HALF = 6
MIDDLE = 15
CENTURY = 2000
TWO_DIGITS = range(10, 100)
"""Years that may be written short: `27`."""
YEARS_BETWEEN_LEAP_DAYS = 8


class Problem(Struct, frozen=True):
    """Why words that look like a date name no day: no-such-day, out-of-range, vague, wrong-weekday."""

    code: str


class Frame(Struct, frozen=True, kw_only=True):
    """What dates are read against."""

    lang: str
    today: date
    start: date
    """Where `+90d` is counted from."""
    calendar: Calendar
    dates: DateStyle = DateStyle.LANGUAGE
    """In which order the person writes the numbers of a date."""


class Yearly(Struct, frozen=True):
    """A stretch that comes every year, such as June or 29 February; None in a year without it."""

    within: Callable[[int], Span | None]
    present: int
    """The year that "this year" means for it."""


class Year(Struct, frozen=True):
    """A year as named: 2027, or counted from the present one ("next year")."""

    number: int
    relative: bool = False


Stretch = Span | Yearly | Problem
Pick = Callable[[Span], date]


def last(span: Span) -> date:
    """Pick the last day, which a deadline means unless it says otherwise."""
    return span.last


def first(span: Span) -> date:
    """Pick the first day."""
    return span.first


def before(span: Span) -> date:
    """Pick a day "before" it: the day itself where it is one day, else the last day before it."""
    return span.first if span.first == span.last else shifted(span.first, -1)


def middle(span: Span) -> date:
    """Pick the 15th of a month or of a quarter's second month, the end of June in a year."""
    months = (span.last.year - span.first.year) * MONTHS + span.last.month - span.first.month + 1
    if span.first.day != 1 or span.days < monthrange(span.first.year, span.first.month)[1]:
        return shifted(span.first, span.days // 2)
    if months % 2:
        return add_months(span.first, months // 2).replace(day=MIDDLE)
    return shifted(add_months(span.first, months // 2), -1)


def picked(stretch: Stretch, pick: Pick, frame: Frame) -> date | Problem:
    """Pick a day of a stretch; of one without a year, the first that is not past."""
    if isinstance(stretch, Problem):
        return stretch
    if isinstance(stretch, Span):
        return pick(stretch)
    years = range(stretch.present - 1, stretch.present + 1 + YEARS_BETWEEN_LEAP_DAYS)
    spans = (stretch.within(year) for year in years)
    days = (pick(span) for span in spans if span is not None)
    return next((day for day in days if day >= frame.today), Problem("no-such-day"))


def in_year(stretch: Yearly, year: Year | None) -> Stretch:
    """Put a yearly stretch into its year, if one is named."""
    if year is None:
        return stretch
    number = stretch.present + year.number if year.relative else year.number
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return Problem("out-of-range")
    return stretch.within(number) or Problem("no-such-day")


def day_of_year(frame: Frame, month: int, day: int) -> Yearly:
    """Name a day such as 30 June."""

    def within(year: int) -> Span | None:
        try:
            found = date(year, month, day)
        except (ValueError, OverflowError):
            return None
        return Span(found, found)

    return Yearly(within, frame.today.year)


def months_of_year(frame: Frame, month: int, length: int = 1) -> Yearly:
    """Name a run of calendar months, such as June."""

    def within(year: int) -> Span:
        begin = date(year, month, 1)
        return Span(begin, shifted(add_months(begin, length), -1))

    return Yearly(within, frame.today.year)


def part_of_year(frame: Frame, number: int, length: int) -> Yearly:
    """Name a quarter or a half of a year that starts in the file's month and is named after the one it starts in."""
    offset = frame.calendar.year_starts - 1 + (number - 1) * length
    this_year = frame.calendar.period(Period.YEAR, frame.today).first.year

    def within(year: int) -> Span:
        begin = add_months(date(year, 1, 1), offset)
        return Span(begin, shifted(add_months(begin, length), -1))

    return Yearly(within, this_year)


def months_at(frame: Frame, count: int, *, at_the_end: bool) -> Yearly:
    """Name the first or the last months of a year that starts in the file's month."""
    year = part_of_year(frame, 1, MONTHS)

    def within(number: int) -> Span | None:
        whole = year.within(number)
        if whole is None:
            return None
        if at_the_end:
            return Span(add_months(shifted(whole.last, 1), -count), whole.last)
        return Span(whole.first, shifted(add_months(whole.first, count), -1))

    return Yearly(within, year.present)


def whole_year(number: int) -> Stretch:
    """Name a year, which is the calendar's in every file."""
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return Problem("out-of-range")
    return Span(date(number, 1, 1), date(number, MONTHS, 31))


def present_period(frame: Frame, kind: Period, steps: int = 0) -> Span:
    """Give the period of today, the next one, or the one before."""
    if steps == 0:
        return frame.calendar.period(kind, frame.today)
    move = frame.calendar.next_period if steps > 0 else frame.calendar.previous_period
    return move(kind, frame.today)


def one_day(day: date) -> Span:
    """Take a single day as a stretch."""
    return Span(day, day)


def add_months(day: date, months: int) -> date:
    """Find the same day of the month, months away; the month's last day where it has no such day."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
