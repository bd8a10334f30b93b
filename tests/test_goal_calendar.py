"""Periods, and the days that plans count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.calendar import MONDAY_TO_FRIDAY, PLAIN_CALENDAR, Calendar, DaysOff, Span
from smart_tui.goals.terms import Period

TET = DaysOff(date(2027, 2, 4), date(2027, 2, 10), "Tết")
MONDAY_TO_SATURDAY = frozenset(range(6))

days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
days_off = st.builds(
    lambda first, length: DaysOff(first, first + timedelta(days=length)), days, st.integers(0, 40)
)
calendars = st.builds(
    Calendar,
    st.integers(1, 12),
    st.frozensets(st.integers(0, 6)),
    st.lists(days_off, max_size=3).map(tuple),
)


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("day", ["2026-12-28", "2026-12-31", "2027-01-01", "2027-01-03"])
def test_week_53_runs_across_the_new_year(day: str) -> None:
    week = PLAIN_CALENDAR.period(Period.WEEK, date.fromisoformat(day))
    assert week == span("2026-12-28", "2027-01-03")
    assert week.first.isocalendar()[:2] == (2026, 53)


def test_the_weeks_around_week_53_touch_it() -> None:
    new_year = date(2027, 1, 1)
    assert PLAIN_CALENDAR.previous_period(Period.WEEK, new_year) == span("2026-12-21", "2026-12-27")
    assert PLAIN_CALENDAR.next_period(Period.WEEK, new_year) == span("2027-01-04", "2027-01-10")


@pytest.mark.parametrize(
    ("period", "day", "expected"),
    [
        (Period.DAY, "2026-11-21", span("2026-11-21", "2026-11-21")),
        (Period.WEEK, "2026-11-21", span("2026-11-16", "2026-11-22")),
        (Period.MONTH, "2026-12-31", span("2026-12-01", "2026-12-31")),
        (Period.MONTH, "2028-02-10", span("2028-02-01", "2028-02-29")),
        (Period.QUARTER, "2026-11-21", span("2026-10-01", "2026-12-31")),
        (Period.YEAR, "2026-11-21", span("2026-01-01", "2026-12-31")),
    ],
)
def test_a_day_lies_in_its_period(period: Period, day: str, expected: Span) -> None:
    assert PLAIN_CALENDAR.period(period, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("period", "day", "expected"),
    [
        (Period.QUARTER, "2026-03-31", span("2026-01-01", "2026-03-31")),
        (Period.QUARTER, "2026-04-01", span("2026-04-01", "2026-06-30")),
        (Period.YEAR, "2026-03-31", span("2025-04-01", "2026-03-31")),
        (Period.YEAR, "2027-02-10", span("2026-04-01", "2027-03-31")),
        (Period.MONTH, "2027-02-10", span("2027-02-01", "2027-02-28")),
    ],
)
def test_a_year_that_starts_in_april_moves_quarters_and_years_but_no_month(
    period: Period, day: str, expected: Span
) -> None:
    assert Calendar(year_starts=4).period(period, date.fromisoformat(day)) == expected


def test_a_year_that_starts_in_february_has_quarters_across_the_new_year() -> None:
    quarter = Calendar(year_starts=2).period(Period.QUARTER, date(2027, 1, 15))
    assert quarter == span("2026-11-01", "2027-01-31")


@pytest.mark.parametrize("period", Period)
@pytest.mark.parametrize("year_starts", range(1, 13))
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_that_exist_have_periods_too(
    period: Period, year_starts: int, day: date
) -> None:
    calendar = Calendar(year_starts=year_starts)
    assert calendar.period(period, day).holds(day)
    assert calendar.next_period(period, day).last >= day
    assert calendar.previous_period(period, day).first <= day


@given(calendars, st.sampled_from(Period), days)
def test_periods_follow_each_other_without_gap_or_overlap(
    calendar: Calendar, kind: Period, day: date
) -> None:
    here = calendar.period(kind, day)
    assert here.holds(day)
    assert calendar.next_period(kind, day).first == here.last + timedelta(days=1)
    assert calendar.previous_period(kind, day).last == here.first - timedelta(days=1)
    assert calendar.period(kind, here.first) == calendar.period(kind, here.last) == here
    assert calendar.number(kind, here.first) == calendar.number(kind, here.last)
    assert calendar.number(kind, calendar.next_period(kind, day).first) == calendar.number(kind, day) + 1


def test_days_are_counted_after_the_first_up_to_and_with_the_last() -> None:
    assert PLAIN_CALENDAR.elapsed(date(2026, 9, 30), date(2026, 12, 31)) == 92
    assert PLAIN_CALENDAR.elapsed(date(2026, 12, 31), date(2026, 9, 30)) == -92
    assert PLAIN_CALENDAR.elapsed(date(2026, 12, 31), date(2026, 12, 31)) == 0


def test_the_night_the_clocks_change_is_one_day_like_any_other() -> None:
    assert PLAIN_CALENDAR.elapsed(date(2026, 3, 28), date(2026, 3, 30)) == 2
    assert PLAIN_CALENDAR.elapsed(date(2026, 10, 24), date(2026, 10, 26)) == 2


def test_days_off_are_left_out() -> None:
    calendar = Calendar(days_off=(TET,))
    assert calendar.elapsed(date(2027, 2, 1), date(2027, 2, 28)) == 20
    assert calendar.elapsed(date(2027, 2, 3), date(2027, 2, 10)) == 0
    assert calendar.elapsed(date(2027, 2, 4), date(2027, 2, 11)) == 1


def test_a_day_off_named_twice_is_left_out_once() -> None:
    calendar = Calendar(days_off=(TET, DaysOff(date(2027, 2, 10), date(2027, 2, 11))))
    assert calendar.elapsed(date(2027, 2, 1), date(2027, 2, 28)) == 19


def test_only_workdays_are_counted() -> None:
    two_weeks = date(2026, 11, 1), date(2026, 11, 15)
    assert Calendar(workdays=MONDAY_TO_SATURDAY).elapsed(*two_weeks) == 12
    assert Calendar(workdays=MONDAY_TO_FRIDAY).elapsed(*two_weeks) == 10


def test_working_days_are_monday_to_friday_until_the_file_names_others() -> None:
    friday, monday = date(2026, 11, 6), date(2026, 11, 9)
    assert PLAIN_CALENDAR.working_days(friday, monday) == 1
    assert Calendar(workdays=MONDAY_TO_SATURDAY).working_days(friday, monday) == 2


def test_working_days_leave_out_days_off() -> None:
    # 4-10 February 2027, Thursday to Wednesday: five of its days would be worked.
    plain, with_tet = PLAIN_CALENDAR, Calendar(days_off=(TET,))
    month = date(2027, 1, 31), date(2027, 2, 28)
    assert plain.working_days(*month) == 20
    assert with_tet.working_days(*month) == 15


@given(calendars, days, st.integers(-400, 400))
def test_elapsed_days_are_those_that_count(calendar: Calendar, begin: date, length: int) -> None:
    end = begin + timedelta(days=length)
    first, last = min(begin, end), max(begin, end)
    counted = sum(calendar.counts(first + timedelta(days=i)) for i in range(1, (last - first).days + 1))
    assert calendar.elapsed(begin, end) == (counted if length >= 0 else -counted)


@given(calendars, days, st.integers(-40, 400))
def test_the_days_that_count_are_counted_as_one_by_one(calendar: Calendar, begin: date, length: int) -> None:
    end = begin + timedelta(days=length)
    first, last = min(begin, end), max(begin, end)
    passed = [first + timedelta(days=i + 1) for i in range((last - first).days)]
    worked = [
        day
        for day in passed
        if day.weekday() in calendar.workdays
        and not any(off.first <= day <= off.last for off in calendar.days_off)
    ]
    assert calendar.elapsed(begin, end) == len(worked) * (1 if begin <= end else -1)
    assert all(calendar.counts(day) == (day in worked) for day in passed)
