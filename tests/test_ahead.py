"""The next sum, rates over worked days; a rate's periods that are over."""

from datetime import date, timedelta

import pytest
from goal_builders import goal, standing, standings_by_title
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.ahead import NextSum, next_sum
from smart_tui.goals.calendar import MONDAY_TO_FRIDAY, PLAIN_CALENDAR, Calendar, DaysOff
from smart_tui.goals.model import Goal
from smart_tui.goals.plan import needed_per_week
from smart_tui.goals.rates import past_periods
from smart_tui.goals.tally import Tally, until
from smart_tui.words.ahead import by_day, next_text
from smart_tui.words.language import language
from smart_tui.words.story import reason

EN, VI = language("en"), language("vi")
WEEKDAYS = Calendar(workdays=MONDAY_TO_FRIDAY)
TET = DaysOff(date(2027, 2, 4), date(2027, 2, 10), "Tết")


def tally(of: Goal, today: str, calendar: Calendar = PLAIN_CALENDAR) -> Tally:
    day = date.fromisoformat(today)
    return Tally(of, until(of.history.checkins, day), calendar, day)


def coming(of: Goal, today: str, calendar: Calendar = PLAIN_CALENDAR) -> NextSum:
    found = next_sum(tally(of, today, calendar))
    assert found is not None
    return found


LEADS = goal(
    "leads",
    target=1000,
    start="2026-11-02",
    deadline="2026-12-11",
    checkins={"2026-11-06": 200, "2026-11-13": 165},
)
"""Thirty working days, and a third of them gone on the evening of 13 November."""


def test_the_next_sum_is_this_weeks_part_of_what_was_left() -> None:
    found = coming(LEADS, "2026-11-18", WEEKDAYS)
    assert found.day == date(2026, 11, 20)
    assert found.change == pytest.approx(635 * 5 / 20, rel=0.02)
    today = standing(LEADS, "2026-11-18", WEEKDAYS)
    assert next_text(EN, today, found, date(2026, 11, 18)) == "+159 by Friday"
    assert next_text(VI, today, found, date(2026, 11, 18)) == "+159 đến hết thứ Sáu"


def test_what_was_entered_this_week_is_taken_off_and_then_nothing_is_left() -> None:
    checkins = {"2026-11-06": 200, "2026-11-13": 165, "2026-11-17": 100}
    begun = goal("leads", target=1000, start="2026-11-02", deadline="2026-12-11", checkins=checkins)
    assert coming(begun, "2026-11-18", WEEKDAYS).change == pytest.approx(
        coming(LEADS, "2026-11-18", WEEKDAYS).change - 100
    )
    done = goal(
        "leads",
        target=1000,
        start="2026-11-02",
        deadline="2026-12-11",
        checkins=checkins | {"2026-11-18": 60},
    )
    assert next_sum(tally(done, "2026-11-18", WEEKDAYS)) is None


def test_the_next_sum_of_a_rate_is_what_its_period_lacks() -> None:
    posts = goal(
        kind="rate",
        per="month",
        target=40,
        start="2026-11-01",
        deadline="2027-04-30",
        checkins={"2026-11-10": 27},
    )
    found = coming(posts, "2026-11-18")
    assert (found.day, found.number, found.change) == (date(2026, 11, 30), 40, 13)
    assert next_text(EN, standing(posts, "2026-11-18"), found, date(2026, 11, 18)) == "+13 by 30 Nov 2026"


def test_the_next_sum_of_a_level_is_the_reading_to_be_at() -> None:
    cost = goal(
        kind="level", direction="decrease", unit="USD", baseline=35, target=25,
        start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-13": 33},
    )  # fmt: skip
    found = coming(cost, "2026-11-18")
    assert found.change < 0
    assert next_text(EN, standing(cost, "2026-11-18"), found, date(2026, 11, 18)) == "$31.78 by Sunday"


@pytest.mark.parametrize("kind", ["limit", "yes-no"])
def test_nothing_comes_next_where_nothing_adds_up(kind: str) -> None:
    line = goal(kind=kind, target=40, start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-13": 0})
    assert next_sum(tally(line, "2026-11-18")) is None


def test_milestones_shape_the_next_sum() -> None:
    late = goal(target=1000, start="2026-11-02", deadline="2026-11-30", milestones={"2026-11-23": 100})
    first, last = coming(late, "2026-11-02"), coming(late, "2026-11-24")
    assert first.change < 50
    assert last.change > 800


def test_row_27_the_number_says_whether_the_campaign_does_well_and_why() -> None:
    campaign = goal(
        target=500, start="2026-11-01", deadline="2026-12-01", checkins={"2026-11-16": 180}, unit="km"
    )
    today = standing(campaign, "2026-11-16")
    assert today.status == "at risk"
    assert reason(EN, today) == "180 km; even pace wants 250 km"


# Days that are not worked


@given(st.integers(0, 99), st.integers(0, 59), st.booleans())
def test_needed_times_weeks_left_is_what_is_left(reached: int, gone: int, rest: bool) -> None:
    start = date(2027, 1, 4)
    today = start + timedelta(days=gone)
    run = goal(
        target=100, start=start.isoformat(), deadline=(start + timedelta(days=60)).isoformat(),
        checkins={start.isoformat(): reached},
    )  # fmt: skip
    calendar = Calendar(workdays=MONDAY_TO_FRIDAY, days_off=(TET,)) if rest else PLAIN_CALENDAR
    now = tally(run, today.isoformat(), calendar)
    assert run.deadline is not None
    needed, left = needed_per_week(now), calendar.weeks(today, run.deadline)
    if needed is None:
        assert left == 0
    else:
        assert needed * left == pytest.approx(100 - reached)


def test_what_is_needed_counts_only_days_that_are_worked() -> None:
    run = goal(target=100, start="2027-02-01", deadline="2027-02-26")
    assert standing(run, "2027-02-03").needed_per_week == pytest.approx(100 * 7 / 23)
    calendar = Calendar(workdays=MONDAY_TO_FRIDAY, days_off=(TET,))
    assert standing(run, "2027-02-03", calendar).needed_per_week == pytest.approx(100 * 5 / 12)


def test_what_was_measured_counts_only_days_that_were_worked() -> None:
    run = goal(target=100, start="2027-02-01", deadline="2027-02-26", checkins={"2027-02-12": 30})
    calendar = Calendar(workdays=MONDAY_TO_FRIDAY, days_off=(TET,))
    assert standing(run, "2027-02-12", calendar).measured_per_week == pytest.approx(30 * 5 / 4)


# A rate's periods


def test_a_rate_knows_which_of_its_periods_were_made() -> None:
    posts = goal(
        kind="rate", per="month", target=40, start="2026-08-16", deadline="2027-04-30",
        checkins={"2026-08-30": 21, "2026-09-30": 45, "2026-10-30": 31, "2026-11-10": 27},
    )  # fmt: skip
    periods = past_periods(tally(posts, "2026-11-18"))
    assert [float(p.value) for p in periods.past] == [21, 45, 31]
    assert float(periods.past[0].target) == pytest.approx(40 * 16 / 31)
    assert periods.made == 2
    assert [p.span.first for p in periods.missed] == [date(2026, 10, 1)]


def test_days_that_are_not_worked_are_no_missed_periods() -> None:
    calls = goal(
        kind="rate", per="day", target=100, start="2026-11-13", deadline="2026-12-31",
        checkins={"2026-11-13": 100, "2026-11-16": 85},
    )  # fmt: skip
    periods = past_periods(tally(calls, "2026-11-17", WEEKDAYS))
    assert [p.span.first.day for p in periods.past] == [13, 16]
    assert (periods.made, len(periods.missed)) == (1, 1)


def test_what_is_no_rate_has_no_periods() -> None:
    assert past_periods(tally(LEADS, "2026-11-18")).past == ()


@pytest.mark.parametrize(
    ("day", "named"),
    [
        ("2026-11-21", "tonight"),
        ("2026-11-22", "Sunday"),
        ("2026-11-27", "Friday"),
        ("2026-11-28", "28 Nov 2026"),
    ],
)
def test_a_day_of_the_coming_week_goes_by_its_name(day: str, named: str) -> None:
    assert by_day(EN, date.fromisoformat(day), date(2026, 11, 21)) == named


def test_row_13_the_link_to_the_larger_goal_is_kept() -> None:
    revenue = goal("tăng doanh thu", metric="doanh thu", target=1000, start="2026-10-01")
    contracts = goal("40 hợp đồng mới", target=40, supports="tăng doanh thu", start="2026-10-01")
    where = standings_by_title([contracts, revenue], "2026-10-05")
    assert where["40 hợp đồng mới"].parent == where["tăng doanh thu"].place
