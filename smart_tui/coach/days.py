"""Rules for single days: `30/6`, "June 30th", "thứ sáu tuần sau", "Black Friday", "Tết 2027"."""

from datetime import date

from smart_tui.coach.grammar import Rules, rule
from smart_tui.coach.lexicon import phrasing, tet_days
from smart_tui.coach.spans import (
    CENTURY,
    MONTHS,
    TWO_DIGITS,
    Frame,
    Problem,
    Stretch,
    Year,
    Yearly,
    add_months,
    day_of_year,
    in_year,
    one_day,
    present_period,
)
from smart_tui.goals.calendar import Span, shifted
from smart_tui.goals.terms import DateStyle, Period

DAYS_OF_WEEK = 7
NOVEMBER = 11
THURSDAY = 4
WEEKS_TO_FOURTH = 3
VIETNAMESE_WEEKDAYS = range(2, 8)
"""Thứ hai, the second day, is Monday."""


# Builders of the rules below: each takes the frame, then what its pattern caught.


def _day_first(frame: Frame, day: int, month: int) -> Yearly:
    return day_of_year(frame, month, day)


def _month_first(frame: Frame, month: int, day: int) -> Yearly:
    return day_of_year(frame, month, day)


def _american(frame: Frame, month: int, day: int) -> Yearly | None:
    """Read `n/n` as month/day, which Vietnamese does by itself never, nor who writes the day first."""
    if frame.dates is DateStyle.DAY_FIRST or (
        phrasing(frame.lang).grammar == "vi" and frame.dates is not DateStyle.MONTH_FIRST
    ):
        return None
    return day_of_year(frame, month, day)


def _european(frame: Frame, day: int, month: int) -> Yearly | None:
    """Read `n/n` as day/month, which who writes the month first does not."""
    return None if frame.dates is DateStyle.MONTH_FIRST else day_of_year(frame, month, day)


def _same(_: Frame, value: object) -> object:
    return value


def _iso_day(frame: Frame, year: int, month: int, day: int) -> Stretch:
    return in_year(day_of_year(frame, month, day), Year(year))


def _placed(_: Frame, yearly: Yearly, year: Year | None) -> Stretch:
    return in_year(yearly, year)


def _short_year(_: Frame, yearly: Yearly, number: int) -> Stretch | None:
    return in_year(yearly, Year(CENTURY + number)) if number in TWO_DIGITS else None


def _coming(_: Frame, yearly: Yearly, steps: int) -> Yearly | None:
    return yearly if steps >= 0 else None


def _day_in(month: Span, day: int) -> Span | None:
    return one_day(shifted(month.first, day - 1)) if 1 <= day <= month.days else None


def _monthly(frame: Frame, day: int) -> Stretch:
    """Read a day without a month: the next one that is not past."""
    for ahead in range(MONTHS):
        month = frame.calendar.period(Period.MONTH, add_months(frame.today, ahead))
        found = _day_in(month, day)
        if found is not None and found.first >= frame.today:
            return found
    return Problem("no-such-day")


def _in_relative_month(frame: Frame, day: int, steps: int) -> Stretch:
    return _day_in(present_period(frame, Period.MONTH, steps), day) or Problem("no-such-day")


def _shifted_today(frame: Frame, days: int) -> Span:
    return one_day(shifted(frame.today, days))


def _vietnamese_weekday(_: Frame, number: int) -> int | None:
    return number - 1 if number in VIETNAMESE_WEEKDAYS else None


def _weekday_from(frame: Frame, weekday: int, wait: int) -> Span:
    """Find the first such weekday that is at least `wait` days from today."""
    begin = shifted(frame.today, wait)
    return one_day(shifted(begin, (weekday - begin.isoweekday()) % DAYS_OF_WEEK))


def _weekday(frame: Frame, weekday: int) -> Span:
    return _weekday_from(frame, weekday, 0)


def _weekday_after_today(frame: Frame, weekday: int) -> Span:
    """Read "Friday" typed on a Friday as the next one; it is asked then."""
    return _weekday_from(frame, weekday, 1)


def _which_weekday(frame: Frame, steps: int, weekday: int) -> Span:
    if steps < 0:
        return _weekday_from(frame, weekday, -DAYS_OF_WEEK)
    return _weekday_from(frame, weekday, min(steps, 1))


def _weekday_which(frame: Frame, weekday: int, steps: int) -> Span:
    return _which_weekday(frame, steps, weekday)


def _weekday_in_week(frame: Frame, weekday: int, steps: int) -> Span:
    return one_day(shifted(present_period(frame, Period.WEEK, steps).first, weekday - 1))


def _weekday_of_next_week(frame: Frame, steps: int, weekday: int) -> Span | None:
    """Read "next Friday" as next week's; it is asked where that is not the coming one."""
    return _weekday_in_week(frame, weekday, 1) if steps > 0 else None


def _holiday(frame: Frame, month_day: str) -> Yearly:
    month, day = map(int, month_day.split("-"))
    return day_of_year(frame, month, day)


def _thanksgiving(frame: Frame, days_after: int) -> Yearly:
    """Count from the fourth Thursday of November."""

    def within(year: int) -> Span:
        begin = date(year, NOVEMBER, 1)
        to_thursday = (THURSDAY - begin.isoweekday()) % DAYS_OF_WEEK
        return one_day(shifted(begin, to_thursday + WEEKS_TO_FOURTH * DAYS_OF_WEEK + days_after))

    return Yearly(within, frame.today.year)


def _tet(frame: Frame, days_after: int) -> Yearly:
    """Count from the first day of the Vietnamese lunar year, in the years that the table knows."""

    def within(year: int) -> Span | None:
        first = tet_days().get(year)
        return None if first is None else one_day(shifted(date.fromisoformat(first), days_after))

    return Yearly(within, frame.today.year)


def _easter(frame: Frame, days_after: int) -> Yearly:
    return Yearly(lambda year: one_day(shifted(easter(year), days_after)), frame.today.year)


def easter(year: int) -> date:
    """Give Easter Sunday: the Sunday after the first full moon of spring, by the Gregorian rule."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    return shifted(date(year, 3, 22), moon + sunday - 7 * late)


def _by_the_moon(_: Frame, *_caught: object) -> Problem:
    """Read a day of the lunar calendar; only Tết has a table, so it is asked."""
    return Problem("vague")


def _day_of_tet(frame: Frame, number: int, _days_after: int) -> Yearly:
    return _tet(frame, number - 1)


DAYS: Rules = {
    "day_of_year": (
        rule("N sep N", _american),
        rule("N sep N", _european),
        rule("day_word N sep N", _day_first),
        rule("the? N th? of? sep? MONTH_NUMBER", _day_first),
        rule("day_word? COUNT MONTH_NUMBER", _day_first),
        rule("MONTH_NAME sep? the? N th?", _month_first),
        rule("HOLIDAY", _holiday),
        rule("THANKSGIVING", _thanksgiving),
        rule("TET", _tet),
        rule("day_word N TET", _day_of_tet),
        rule("EASTER", _easter),
        rule("the? DAY_ORDINAL of? MONTH_NUMBER", _day_first),
        rule("MONTH_NAME the? DAY_ORDINAL", _month_first),
    ),
    "weekday": (
        rule("WEEKDAY_NAME sep?", lambda _, number: number),
        rule("VIETNAMESE_WEEKDAY", lambda _, number: number),
    ),
    "vietnamese_weekday": (
        rule("VIETNAMESE_SUNDAY", lambda _, number: number),
        rule("weekday_word COUNT", _vietnamese_weekday),
        rule("t N", _vietnamese_weekday),
    ),
    "day": (
        rule("DAY_OF_YEAR YEAR_NAMED?", _placed),
        rule("DAY_OF_YEAR sep N", _short_year),
        rule("DAY_OF_YEAR WHICH_AFTER", _coming),
        rule("YEAR sep N sep N", _iso_day),
        rule("day_word N", _monthly),
        rule("the? N th", _monthly),
        rule("day_word N month_word WHICH_AFTER", _in_relative_month),
        rule("the? N th of? the? RELATIVE_MONTH", _in_relative_month),
        rule("the? DAY_ORDINAL of? the? RELATIVE_MONTH", _in_relative_month),
        rule("day_word? DAY_OF_YEAR lunar", _by_the_moon),
        rule("LUNAR_DAY", _by_the_moon),
        rule("closing by? DAY", _same),
        rule("DAY_SHIFT", _shifted_today),
        rule("WEEKDAY", _weekday),
        rule("WEEKDAY", _weekday_after_today),
        rule("WHICH WEEKDAY", _which_weekday),
        rule("WHICH WEEKDAY", _weekday_of_next_week),
        rule("VIETNAMESE_WEEKDAY WHICH_AFTER", _weekday_which),
        rule("WEEKDAY RELATIVE_WEEK", _weekday_in_week),
    ),
    "relative_month": (rule("WHICH month_word", lambda _, steps: steps),),
    "relative_week": (
        rule("of? the? WHICH week_word", lambda _, steps: steps),
        rule("week_word WHICH_AFTER", lambda _, steps: steps),
    ),
}
"""Every `day` is a stretch of one day."""
