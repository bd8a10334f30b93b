"""Dates as people type them: `30/6`, `2027-06-30`, "30 June", "next month", `+90d`, "cuối quý"."""

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from smart_tui.coach.days import DAYS
from smart_tui.coach.grammar import Grammar, Parse, Rules, rule
from smart_tui.coach.lexicon import lexicon
from smart_tui.coach.periods import PERIODS
from smart_tui.coach.reading import Ambiguous, Unreadable, unusable
from smart_tui.coach.spans import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    MONTHS_OF_HALF,
    MONTHS_OF_QUARTER,
    Frame,
    Problem,
    Stretch,
    add_months,
    before,
    day_of_year,
    first,
    last,
    middle,
    picked,
    present_period,
    whole_year,
)
from smart_tui.coach.spelled import SPELLED
from smart_tui.coach.tokens import tidy, tokenise
from smart_tui.goals.calendar import Calendar, shifted
from smart_tui.goals.terms import DateStyle, Period

MONTHS_IN = {"month": 1, "quarter": MONTHS_OF_QUARTER, "year": MONTHS}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
DAYS_OF_HALF_MONTH = 15
HALF_IN_TENTHS = 5
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""As dates are kept and filled in; it has one reading, for which no grammar is needed."""
LONGEST = 100_000
"""Days, weeks, months … beyond it are out of range whatever their unit."""


class Day(Struct, frozen=True):
    """A date as typed and read."""

    date: date


DateReading = Day | Ambiguous[Day] | Unreadable


def read_date(
    text: str,
    lang: str,
    today: date,
    *,
    start: date | None = None,
    year_starts: int = 1,
    dates: DateStyle = DateStyle.LANGUAGE,
) -> DateReading:
    """Read a date field, `today` from 1970 to 2200; what has no year is the next one that is not past.

    `5/6` is as `dates` has it, by itself day/month in Vietnamese and asked in English; `+90d` counts from `start`, else from today;
    quarters, halves, "this year" and "next year" follow `year_starts`, a named year is the calendar's.
    Codes: empty, too-long, not-a-date, trailing, no-such-day, out-of-range, wrong-weekday ("Monday 1/12"
    on a Tuesday), vague ("early March").
    """
    if (problem := unusable(text)) is not None:
        return problem
    plain = tidy(text)
    if ISO.fullmatch(plain.strip()):
        return _reading([_iso(plain.strip())], plain.strip())
    tokens = tokenise(plain, "dates")
    calendar = Calendar(year_starts)
    frame = Frame(lang=lang, today=today, start=start or today, calendar=calendar, dates=dates)
    parse = Parse(tokens, lexicon("dates").phrases(tokens), GRAMMAR, frame)
    if complete := parse.whole("date"):
        return _reading(complete, plain.strip())
    if found := [end for value, end in parse.at("date", 0) if isinstance(value, date)]:
        return Unreadable("trailing", plain[tokens[max(found)].start :].strip())
    return Unreadable("not-a-date", plain.strip())


def _iso(text: str) -> date | Problem:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Problem("no-such-day")


def _reading(found: Iterable[date | Problem], text: str) -> DateReading:
    checked = [_in_range(each) for each in found]
    days = tuple(dict.fromkeys(Day(each) for each in checked if isinstance(each, date)))
    if not days:
        codes = [each.code for each in checked if isinstance(each, Problem)]
        return Unreadable(codes[0], text)
    return days[0] if len(days) == 1 else Ambiguous(days)


def _in_range(found: date | Problem) -> date | Problem:
    if isinstance(found, date) and not FIRST_YEAR <= found.year <= LAST_YEAR:
        return Problem("out-of-range")
    return found


# Builders of the rules below: each takes the frame, then what its pattern caught.


def _same(_: Frame, value: object) -> object:
    return value


def _last(frame: Frame, stretch: Stretch) -> date | Problem:
    return picked(stretch, last, frame)


def _first(frame: Frame, stretch: Stretch) -> date | Problem:
    return picked(stretch, first, frame)


def _middle(frame: Frame, stretch: Stretch) -> date | Problem:
    return picked(stretch, middle, frame)


def _before(frame: Frame, stretch: Stretch) -> date | Problem:
    return picked(stretch, before, frame)


def _end_of(frame: Frame, unit: str) -> date:
    return present_period(frame, Period(unit)).last


def _end_of_year(frame: Frame, unit: str, year: int) -> date | Problem | None:
    """Read "EOY 2027"; a named year is the calendar's."""
    return picked(whole_year(year), last, frame) if unit == "year" else None


def _new_year(frame: Frame) -> date | Problem:
    return picked(day_of_year(frame, 1, 1), last, frame)


def _new_years_eve(frame: Frame) -> date | Problem:
    """Read "before the new year": it is the year that is meant, not the first of January."""
    return picked(day_of_year(frame, MONTHS, 31), last, frame)


def _vague(_: Frame, *_caught: object) -> Problem:
    return Problem("vague")


def _checked(_: Frame, weekday: int, day: date | Problem) -> date | Problem:
    if isinstance(day, date) and day.isoweekday() != weekday:
        return Problem("wrong-weekday")
    return day


def _moved(day: date, count: int, unit: str) -> date | Problem:
    if abs(count) > LONGEST:
        return Problem("out-of-range")
    if unit in DAYS_IN:
        return shifted(day, count * DAYS_IN[unit])
    months = count * MONTHS_IN[unit]
    in_range = FIRST_YEAR <= day.year + months // MONTHS < LAST_YEAR
    return add_months(day, months) if in_range else Problem("out-of-range")


def _from_start(frame: Frame, count: int, unit: str) -> date | Problem:
    return _moved(frame.start, count, unit)


def _from_today(frame: Frame, count: int, unit: str) -> date | Problem:
    return _moved(frame.today, count, unit)


def _ago(frame: Frame, count: int, unit: str) -> date | Problem:
    return _moved(frame.today, -count, unit)


def _and_half(frame: Frame, count: int, unit: str) -> date | Problem | None:
    whole = _from_today(frame, count, unit)
    return whole if isinstance(whole, Problem) else _half_later(whole, unit)


def _one_and_half(frame: Frame, unit: str) -> date | Problem | None:
    return _and_half(frame, 1, unit)


def _decimal(frame: Frame, whole: int, tenths: int, unit: str) -> date | Problem | None:
    """Read "1.5 years"."""
    return _and_half(frame, whole, unit) if tenths == HALF_IN_TENTHS else None


def _same_time(frame: Frame, steps: int, unit: str) -> date | Problem | None:
    """Read "this time next year"."""
    return _from_today(frame, 1, unit) if steps > 0 else None


def _same_time_after(frame: Frame, unit: str, steps: int) -> date | Problem | None:
    return _same_time(frame, steps, unit)


def _half(frame: Frame, unit: str) -> date | None:
    return _half_later(frame.today, unit)


def _half_later(day: date, unit: str) -> date | None:
    match unit:
        case "year":
            return add_months(day, MONTHS_OF_HALF)
        case "month":
            return shifted(day, DAYS_OF_HALF_MONTH)
        case _:
            return None


LENGTHS: Rules = {
    "count": (
        rule("N", _same),
        rule("ENGLISH", _same),
        rule("VIETNAMESE", _same),
    ),
    "some": (rule("COUNT", _same), rule("a", lambda _: 1), rule("couple", lambda _: 2)),
    "length_unit": (rule("UNIT", _same), rule("LETTER", _same)),
    "length": (
        rule("plus? COUNT LENGTH_UNIT", _from_start),
        rule("AHEAD", _same),
        rule("SOME LENGTH_UNIT ago", _ago),
        rule("SOME UNIT and_half", _and_half),
        rule("SOME UNIT and a half", _and_half),
        rule("half a? UNIT", _half),
    ),
    "ahead": (
        rule("within SOME LENGTH_UNIT later?", _from_today),
        rule("SOME LENGTH_UNIT later", _from_today),
        rule("within SOME UNIT and_half later?", _and_half),
        rule("SOME UNIT and_half later", _and_half),
        rule("within UNIT and_half later?", _one_and_half),
        rule("UNIT and_half later", _one_and_half),
        rule("within UNIT and a half later?", _one_and_half),
        rule("within SOME UNIT and a half later?", _and_half),
        rule("SOME UNIT and a half later", _and_half),
        rule("within COUNT and a half UNIT later?", _and_half),
        rule("COUNT and a half UNIT later", _and_half),
        rule("within N sep N UNIT later?", _decimal),
        rule("N sep N UNIT later", _decimal),
        rule("within few UNIT later?", _vague),
        rule("few UNIT later", _vague),
        rule("within many_units", _vague),
        rule("same_time WHICH UNIT", _same_time),
        rule("same_time UNIT WHICH_AFTER", _same_time_after),
        rule("within half a? UNIT later?", _half),
        rule("half a? UNIT later", _half),
    ),
}

POINTS: Rules = {
    "date": (
        rule("by? by? POINT", _same),
        rule("by? by? WEEKDAY POINT", _checked),
        rule("LENGTH", _same),
        rule("by AHEAD", _same),
    ),
    "point": (
        rule("the? STRETCH", _last),
        rule("EDGE", _same),
        rule("before the? STRETCH", _before),
        rule("before EDGE", _same),
        rule("the? new_year", _new_year),
        rule("before the? new_year", _new_years_eve),
    ),
    "stretch": (rule("DAY", _same), rule("PERIOD", _same)),
    "bounded": (rule("the? STRETCH", _same), rule("the? THIS_UNIT", _same)),
    "edge": (
        rule("end BOUNDED", _last),
        rule("BOUNDED end_after", _last),
        rule("END_OF", _end_of),
        rule("END_OF YEAR", _end_of_year),
        rule("year_word end_after YEAR", lambda frame, year: _end_of_year(frame, "year", year)),
        rule("middle BOUNDED", _middle),
        rule("beginning BOUNDED", _first),
        rule("vague BOUNDED", _vague),
    ),
}

GRAMMAR = Grammar({**SPELLED, **LENGTHS, **DAYS, **PERIODS, **POINTS})
"""`date` is a whole expression; sentences, too, are searched with it."""
