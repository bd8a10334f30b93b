"""Rules for named months, quarters, halves and years: "June 2027", "quý 2 năm sau", "first half of 2027"."""

from smart_tui.coach.grammar import Rules, rule
from smart_tui.coach.spans import (
    CENTURY,
    MONTHS,
    MONTHS_OF_HALF,
    MONTHS_OF_QUARTER,
    TWO_DIGITS,
    Frame,
    Problem,
    Stretch,
    Year,
    Yearly,
    in_year,
    months_at,
    months_of_year,
    part_of_year,
    present_period,
    whole_year,
)
from smart_tui.goals.calendar import Span
from smart_tui.goals.terms import Period

QUARTERS = 4
HALVES = 2


# Builders of the rules below: each takes the frame, then what its pattern caught.


def _same(_: Frame, value: object) -> object:
    return value


def _year(_: Frame, number: int) -> Year:
    return Year(number)


def _short_year(_: Frame, number: int) -> Year | None:
    return Year(CENTURY + number) if number in TWO_DIGITS else None


def _relative_year(_: Frame, steps: int) -> Year:
    return Year(steps, relative=True)


def _named_year(_: Frame, number: int) -> Stretch:
    return whole_year(number)


def _month(frame: Frame, number: int) -> Yearly | None:
    return months_of_year(frame, number) if 1 <= number <= MONTHS else None


def _month_in(frame: Frame, number: int, year: Year | None) -> Stretch | None:
    if not 1 <= number <= MONTHS:
        return Problem("no-such-day") if year is not None else None
    return in_year(months_of_year(frame, number), year)


def _iso_month(frame: Frame, year: int, month: int) -> Stretch | None:
    return _month_in(frame, month, Year(year))


def _numbered_month(frame: Frame, month: int, year: int) -> Stretch | None:
    return _month_in(frame, month, Year(year))


def _this_or_coming(frame: Frame, steps: int, yearly: Yearly) -> Stretch | None:
    """Read "this June", "June tới": the one that is not past; "next June" said in June is none of them."""
    if steps > 0 and _lasts(frame, yearly):
        return None
    return yearly if steps >= 0 else None


def _coming_or_this(frame: Frame, yearly: Yearly, steps: int) -> Stretch | None:
    if steps > 0 and _lasts(frame, yearly):
        return _of_next_year(frame, steps, yearly)
    return _this_or_coming(frame, steps, yearly)


def _lasts(frame: Frame, yearly: Yearly) -> bool:
    present = yearly.within(yearly.present)
    return present is not None and present.first <= frame.today <= present.last


def _of_next_year(_: Frame, steps: int, yearly: Yearly) -> Stretch | None:
    """Read "next June" as the June of next year; it is asked where that is not the coming one."""
    return in_year(yearly, Year(1, relative=True)) if steps > 0 else None


def _most_recent(frame: Frame, steps: int, yearly: Yearly) -> Stretch | None:
    """Read "last June"."""
    if steps >= 0:
        return None
    this_year = yearly.within(yearly.present)
    past = this_year is not None and this_year.last < frame.today
    return in_year(yearly, Year(0 if past else -1, relative=True))


def _quarter(frame: Frame, number: int) -> Yearly | None:
    return part_of_year(frame, number, MONTHS_OF_QUARTER) if 1 <= number <= QUARTERS else None


def _half(frame: Frame, number: int) -> Yearly | None:
    return part_of_year(frame, number, MONTHS_OF_HALF) if 1 <= number <= HALVES else None


def _last_quarter(frame: Frame, year: Year) -> Stretch:
    return in_year(part_of_year(frame, QUARTERS, MONTHS_OF_QUARTER), year)


def _last_of_the_year(frame: Frame) -> Yearly:
    return part_of_year(frame, QUARTERS, MONTHS_OF_QUARTER)


def _months_at(frame: Frame, end: int, count: int, unit: str) -> Yearly | None:
    """Read "the first three months", "2 tháng cuối" of a year."""
    months = count * {"month": 1, "quarter": MONTHS_OF_QUARTER}.get(unit, 0)
    return months_at(frame, months, at_the_end=end < 0) if 0 < months < MONTHS else None


def _months_at_after(frame: Frame, count: int, unit: str, end: int) -> Yearly | None:
    return _months_at(frame, end, count, unit)


def _quarter_at(frame: Frame, end: int) -> Yearly:
    """Read "quý đầu" of a year."""
    return part_of_year(frame, 1 if end > 0 else QUARTERS, MONTHS_OF_QUARTER)


def _fiscal(frame: Frame, number: int) -> Stretch:
    return in_year(part_of_year(frame, 1, MONTHS), Year(number))


def _short_fiscal(frame: Frame, number: int) -> Stretch | None:
    return _fiscal(frame, CENTURY + number) if number in TWO_DIGITS else None


def _placed(_: Frame, yearly: Yearly, year: Year | None) -> Stretch:
    return in_year(yearly, year)


def _placed_after(_: Frame, year: int, yearly: Yearly) -> Stretch:
    return in_year(yearly, Year(year))


def _relative(frame: Frame, steps: int, unit: str) -> Span | None:
    return None if unit == "fortnight" else present_period(frame, Period(unit), steps)


def _relative_after(frame: Frame, unit: str, steps: int) -> Span | None:
    return _relative(frame, steps, unit)


def _present(frame: Frame, unit: str) -> Span | None:
    return _relative(frame, 0, unit)


def _whole(frame: Frame, unit: str) -> Span | None:
    """Read "all year", "cả quý"; "all day" says how long each day."""
    return None if unit in {"day", "week"} else _relative(frame, 0, unit)


def _present_half(frame: Frame) -> Span | None:
    """Read "the end of the half-year"."""
    halves = (_half(frame, number) for number in (1, 2))
    spans = [half.within(half.present) for half in halves if half is not None]
    return next((span for span in spans if span and span.first <= frame.today <= span.last), None)


PERIODS: Rules = {
    "year_named": (
        rule("of? YEAR", _year),
        rule("sep YEAR", _year),
        rule("slash N", _short_year),
        rule("apostrophe N", _short_year),
        rule("of? the? year_word YEAR", _year),
        rule("of? WHICH year_word", _relative_year),
        rule("year_word WHICH_AFTER", _relative_year),
    ),
    "month_number": (
        rule("MONTH_NAME sep?", _same),
        rule("month_word COUNT", _same),
    ),
    "month": (rule("MONTH_NUMBER", _month),),
    "quarter": (
        rule("quarter_word COUNT", _quarter),
        rule("quarter_word ROMAN", _quarter),
        rule("ORDINAL quarter_word", _quarter),
        rule("N th quarter_word", _quarter),
    ),
    "half_year": (
        rule("h N", _half),
        rule("ORDINAL half", _half),
        rule("N th half", _half),
        rule("HALF_OF_YEAR", _half),
    ),
    "part": (
        rule("the? FIRST_OR_LAST COUNT UNIT", _months_at),
        rule("COUNT UNIT FIRST_OR_LAST_AFTER", _months_at_after),
        rule("quarter_word FIRST_OR_LAST_AFTER", _quarter_at),
    ),
    "yearly": (rule("MONTH", _same), rule("QUARTER", _same)),
    "period": (
        rule("YEARLY YEAR_NAMED?", _placed),
        rule("HALF_YEAR YEAR_NAMED?", _placed),
        rule("HALF_YEAR of? the? year_word", _same),
        rule("PART YEAR_NAMED", _placed),
        rule("PART of? the? year_word", _same),
        rule("the? last_one quarter_word YEAR_NAMED", _last_quarter),
        rule("the? last_one quarter_word of? the? year_word", _last_of_the_year),
        rule("fiscal N", _short_fiscal),
        rule("fiscal YEAR", _fiscal),
        rule("t N YEAR_NAMED?", _month_in),
        rule("YEAR sep N", _iso_month),
        rule("N sep YEAR", _numbered_month),
        rule("YEAR sep? QUARTER", _placed_after),
        rule("year_word? YEAR", _named_year),
        rule("WHICH YEARLY", _this_or_coming),
        rule("WHICH YEARLY", _of_next_year),
        rule("WHICH YEARLY", _most_recent),
        rule("YEARLY WHICH_AFTER", _coming_or_this),
        rule("WHICH ONE_UNIT", _relative),
        rule("ONE_UNIT WHICH_AFTER", _relative_after),
        rule("whole the? ONE_UNIT", _whole),
        rule("whole the? PERIOD", _same),
    ),
    "this_unit": (rule("ONE_UNIT", _present), rule("half year_word", _present_half)),
}
"""Every `period` is a stretch of time; a date in it is its last day unless the words around it say more."""
