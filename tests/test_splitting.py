"""A goal in steps: equal, exact, the last one on the deadline."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.splitting import Step, steps_by_count, steps_by_period
from smart_tui.goals.terms import Period

ZERO = Decimal(0)


def by_period(start: str, deadline: str, target: int, per: Period) -> tuple[Step, ...]:
    return steps_by_period(
        date.fromisoformat(start), date.fromisoformat(deadline), ZERO, Decimal(target), per
    )


def test_row_22_five_million_in_five_years_are_five_milestones_of_a_million() -> None:
    steps = by_period("2026-11-21", "2031-11-20", 5_000_000, Period.YEAR)
    assert [step.amount for step in steps] == [1_000_000] * 5
    assert [step.date for step in steps] == [date(year, 11, 20) for year in range(2027, 2032)]
    assert steps[-1].number == 5_000_000


def test_a_thousand_in_two_years_are_24_months_of_41_or_42() -> None:
    steps = by_period("2026-10-01", "2028-09-30", 1000, Period.MONTH)
    assert len(steps) == 24
    assert {step.amount for step in steps} == {41, 42}
    assert steps[0].date == date(2026, 10, 31)


def test_a_thousand_leads_in_a_month_are_four_weeks_of_250() -> None:
    steps = steps_by_count(date(2026, 12, 1), date(2026, 12, 31), ZERO, Decimal(1000), 4)
    assert [step.amount for step in steps] == [250] * 4
    assert steps[-1].date == date(2026, 12, 31)


def test_a_short_rest_is_no_step_of_its_own() -> None:
    assert len(by_period("2026-12-01", "2026-12-31", 1000, Period.WEEK)) == 4
    assert len(by_period("2026-12-01", "2027-01-03", 1000, Period.WEEK)) == 5


def test_months_from_the_31st_end_within_short_months() -> None:
    steps = by_period("2026-01-31", "2026-07-30", 6, Period.MONTH)
    assert [step.date.isoformat() for step in steps] == [
        "2026-02-28", "2026-03-30", "2026-04-30", "2026-05-30", "2026-06-30", "2026-07-30",
    ]  # fmt: skip


def test_more_steps_than_days_are_refused() -> None:
    with pytest.raises(ValueError, match="5"):
        steps_by_count(date(2026, 12, 1), date(2026, 12, 4), ZERO, Decimal(10), 5)


numbers = st.decimals(-(10**6), 10**6, places=2) | st.integers(-(10**6), 10**6).map(Decimal)


@given(
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.integers(1, 2000),
    numbers,
    numbers,
    st.sampled_from([Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR]),
)
def test_steps_add_up_exactly_and_end_on_the_deadline(
    start: date, days: int, baseline: Decimal, target: Decimal, per: Period
) -> None:
    deadline = date.fromordinal(start.toordinal() + days)
    steps = steps_by_period(start, deadline, baseline, target, per)
    assert steps[-1].date == deadline
    assert steps[-1].number == target
    assert sum(step.amount for step in steps) == target - baseline
    dates = [step.date for step in steps]
    assert dates == sorted(set(dates))
    assert start < dates[0]
    amounts = [step.amount for step in steps]
    assert max(amounts) - min(amounts) <= 1
