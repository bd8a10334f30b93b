"""What the plan wants by a date, how the number compares with it, and what is left for each week."""

from datetime import date
from functools import partial

import pytest
from goal_builders import Dated, goal, standing

from smart_tui.goals.calendar import MONDAY_TO_FRIDAY, Calendar, DaysOff
from smart_tui.goals.terms import Status

november = partial(goal, start="2026-11-01", deadline="2026-11-30")
"""A goal for November 2026, a month that begins on a Sunday."""
fifty_days = partial(goal, "100 km", unit="km", target=100, start="2026-11-01", deadline="2026-12-21")
"""Two kilometres for each day that has gone."""
hundred_days = partial(goal, "100 km", unit="km", target=100)
followers = partial(goal, "5,000 followers", kind="level", baseline=3000, target=5000)


def test_the_thousand_leads_stand_where_the_json_example_says() -> None:
    leads = goal(
        "1,000 new leads",
        metric="new leads",
        baseline=0,
        target=1000,
        start="2026-09-30",
        deadline="2026-12-31",
        checkins={"2026-10-16": 120, "2026-11-06": 180, "2026-11-20": 150},
    )
    today = standing(leads, "2026-11-21")
    assert today.status is Status.BEHIND
    assert today.flags == ()
    assert today.horizon == "short"
    assert today.value == 450
    assert today.progress == 0.45
    assert today.expected == pytest.approx(0.5652173913)  # 52 of 92 days
    assert today.pace == pytest.approx(0.8117647059)  # 51 of 92 days, on the day of the last check-in
    assert today.days_left == 40
    assert today.late_by is None
    assert today.last_checkin == date(2026, 11, 20)
    assert today.needed_per_week == 96.25
    assert today.measured_per_week == pytest.approx(60.5769230769)
    assert today.period is None


# Expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-10-15", 0.0),
        ("2026-11-01", 0.0),
        ("2026-11-11", 0.2),
        ("2026-12-20", 0.98),
        ("2026-12-21", 1.0),
        ("2027-03-01", 1.0),
    ],
)
@pytest.mark.parametrize("kind", ["total", "level"])
def test_without_milestones_the_plan_is_even(kind: str, today: str, expected: float) -> None:
    assert standing(fifty_days(kind=kind), today).expected == expected


def test_the_plan_of_a_rate_is_even_over_its_whole_time() -> None:
    assert standing(fifty_days(kind="rate", per="week"), "2026-11-11").expected == 0.2


@pytest.mark.parametrize(("today", "expected"), [("2026-11-20", 0.0), ("2026-11-21", 1.0)])
def test_a_goal_of_one_day_expects_everything_from_that_day(today: str, expected: float) -> None:
    fair = goal(target=40, start="2026-11-21", deadline="2026-11-21")
    assert standing(fair, today).expected == expected


@pytest.mark.parametrize("kind", ["limit", "yes-no"])
def test_nothing_is_expected_of_a_limit_or_a_yes(kind: str) -> None:
    line = standing(november(kind=kind, target=40, checkins={"2026-11-20": 1}), "2026-11-21")
    assert line.expected is None
    assert line.pace is None


def test_nothing_is_expected_without_a_deadline() -> None:
    open_end = goal(target=40, start="2026-11-01", milestones={"2026-11-10": 20})
    assert standing(open_end, "2026-11-21").expected is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-01", 0.0),
        ("2026-11-06", 200 / 1000 * 5 / 15),
        ("2026-11-16", 0.2),
        ("2026-11-26", 0.2 + 0.8 * 10 / 15),
        ("2026-12-01", 1.0),
    ],
)
def test_a_plan_runs_along_its_milestones(today: str, expected: float) -> None:
    leads = goal(target=1000, start="2026-11-01", deadline="2026-12-01", milestones={"2026-11-16": 200})
    assert standing(leads, today).expected == pytest.approx(expected)


def test_milestones_stand_in_any_order_and_only_inside_the_run() -> None:
    milestones = {"2026-11-21": 600, "2026-11-11": 100, "2026-10-01": 900, "2026-12-24": 950}
    leads = goal(target=1000, start="2026-11-01", deadline="2026-12-01", milestones=milestones)
    wanted = {"06": 0.05, "11": 0.1, "16": 0.35, "21": 0.6, "26": 0.8}
    assert {day: standing(leads, f"2026-11-{day}").expected for day in wanted} == pytest.approx(wanted)


def test_a_plan_may_step_up_within_one_date() -> None:
    steps = [("2026-11-16", 500), ("2026-11-16", 200)]
    leads = goal(target=1000, start="2026-11-01", deadline="2026-12-01", milestones=steps)
    assert standing(leads, "2026-11-16").expected == pytest.approx(0.2)
    assert standing(leads, "2026-12-01").expected == 1.0


def test_a_milestone_of_a_level_is_a_reading() -> None:
    cost = partial(goal, kind="level", direction="decrease", baseline=35, target=25)
    planned = cost(start="2026-11-01", deadline="2026-12-01", milestones={"2026-11-16": 33})
    assert standing(planned, "2026-11-16").expected == pytest.approx(0.2)


def test_a_milestone_beyond_the_target_expects_no_more_than_everything() -> None:
    leads = goal(target=100, start="2026-11-01", deadline="2026-12-01", milestones={"2026-11-16": 120})
    assert standing(leads, "2026-11-16").expected == 1.0


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2027-02-03", 0.1),
        ("2027-02-04", 0.1),
        ("2027-02-10", 0.1),
        ("2027-02-11", 0.15),
        ("2027-02-28", 1.0),
    ],
)
def test_the_plan_rests_over_tet(today: str, expected: float) -> None:
    # 27 days after the first of February, seven of them off.
    calendar = Calendar(days_off=(DaysOff(date(2027, 2, 4), date(2027, 2, 10), "Tết"),))
    february = goal(target=40, start="2027-02-01", deadline="2027-02-28")
    assert standing(february, today, calendar).expected == expected


@pytest.mark.parametrize(
    ("today", "expected"), [("2026-11-06", 0.4), ("2026-11-08", 0.4), ("2026-11-09", 0.5)]
)
def test_the_plan_rests_on_days_that_are_not_worked(today: str, expected: float) -> None:
    # Monday to the Monday after next: ten working days after the first.
    fortnight = goal(target=40, start="2026-11-02", deadline="2026-11-16")
    assert standing(fortnight, today, Calendar(workdays=MONDAY_TO_FRIDAY)).expected == expected


# Pace


def test_a_weekly_number_from_week_46_holds_through_week_47() -> None:
    run = fifty_days(checkins={"2026-11-11": 20})
    assert standing(run, "2026-11-11").pace == 1.0
    assert standing(run, "2026-11-22").pace == 1.0
    assert standing(run, "2026-11-23").pace == pytest.approx(0.2 / 0.44)


def test_a_daily_number_holds_through_the_next_day() -> None:
    run = fifty_days(cadence="daily", checkins={"2026-11-11": 20})
    assert standing(run, "2026-11-12").pace == 1.0
    assert standing(run, "2026-11-13").pace == pytest.approx(0.2 / 0.24)


def test_a_monthly_number_holds_through_the_next_month() -> None:
    run = hundred_days(
        start="2026-11-01", deadline="2027-02-09", cadence="monthly", checkins={"2026-11-21": 20}
    )
    assert standing(run, "2026-12-31").pace == 1.0
    assert standing(run, "2027-01-01").pace == pytest.approx(0.2 / 0.61)


def test_a_number_from_week_53_holds_through_the_first_week_of_the_new_year() -> None:
    run = hundred_days(start="2026-12-11", deadline="2027-03-21", checkins={"2026-12-31": 20})
    assert standing(run, "2027-01-10").pace == 1.0
    assert standing(run, "2027-01-11").pace == pytest.approx(0.2 / 0.31)


def test_the_mark_on_the_bar_is_todays_even_while_an_older_number_is_judged() -> None:
    assert standing(fifty_days(checkins={"2026-11-11": 20}), "2026-11-21").expected == 0.4


def test_without_a_number_today_is_judged() -> None:
    assert standing(fifty_days(), "2026-11-21").pace == 0.0


def test_a_number_of_tomorrow_is_not_judged() -> None:
    assert standing(fifty_days(checkins={"2026-11-22": 42}), "2026-11-21").pace == 0.0


@pytest.mark.parametrize("checkins", [{"2026-11-01": 20}, {"2026-10-30": 20}])
def test_there_is_no_pace_while_nothing_is_expected(checkins: Dated) -> None:
    assert standing(fifty_days(checkins=checkins), "2026-11-08").pace is None


def test_a_number_from_before_the_start_is_judged_in_the_end() -> None:
    assert standing(fifty_days(checkins={"2026-10-30": 20}), "2026-11-11").pace == 1.0


def test_the_pace_of_a_number_below_its_baseline_is_negative() -> None:
    fewer = followers(start="2026-11-01", deadline="2026-12-21", checkins={"2026-11-11": 2800})
    assert standing(fewer, "2026-11-12").pace == pytest.approx(-0.5)


# Needed for each week


def test_what_is_left_is_spread_over_the_weeks_left() -> None:
    assert standing(november(target=40, checkins={"2026-11-16": 30}), "2026-11-20").needed_per_week == 7.0


def test_what_is_left_of_a_decrease_is_negative() -> None:
    cost = partial(goal, kind="level", baseline=60_000, target=50_000)
    lower = cost(start="2026-11-01", deadline="2027-02-18", checkins={"2026-11-20": 59_000})
    assert standing(lower, "2026-11-20").needed_per_week == -700.0


def test_what_is_left_of_a_rate_is_that_of_all_its_periods() -> None:
    forty_a_month = partial(goal, kind="rate", per="month", target=40)
    contracts = forty_a_month(start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-20": 20})
    assert standing(contracts, "2026-12-10").needed_per_week == 20.0


def test_row_29_a_missed_month_raises_what_the_main_goal_needs() -> None:
    two_years = goal(target=1000, start="2026-10-01", deadline="2028-09-30")
    assert standing(two_years, "2026-10-01").needed_per_week == pytest.approx(1000 * 7 / 730)
    assert standing(two_years, "2026-11-01").needed_per_week == pytest.approx(1000 * 7 / 699)


@pytest.mark.parametrize("kind", ["limit", "yes-no"])
def test_a_limit_and_a_yes_need_nothing_for_each_week(kind: str) -> None:
    assert standing(november(kind=kind, target=40), "2026-11-20").needed_per_week is None


@pytest.mark.parametrize("today", ["2026-11-30", "2026-12-01", "2026-12-31"])
def test_nothing_is_spread_over_weeks_when_no_day_is_left(today: str) -> None:
    assert standing(november(target=40, checkins={"2026-11-16": 30}), today).needed_per_week is None


@pytest.mark.parametrize("won", [40, 41])
def test_a_reached_goal_needs_nothing(won: int) -> None:
    assert standing(november(target=40, checkins={"2026-11-16": won}), "2026-11-20").needed_per_week is None


# Measured for each week


def test_a_young_goal_is_measured_since_its_start() -> None:
    run = fifty_days(baseline=10, checkins={"2026-11-11": 20, "2026-11-13": 8})
    assert standing(run, "2026-11-15").measured_per_week == 14.0


def test_an_older_goal_is_measured_over_eight_weeks() -> None:
    # Eight weeks before 21 November is 26 September: what came until then is left out.
    checkins = {"2026-09-20": 60, "2026-09-26": 40, "2026-09-27": 24, "2026-11-14": 32}
    contracts = goal(target=400, start="2026-08-01", deadline="2027-03-01", checkins=checkins)
    assert standing(contracts, "2026-11-21").measured_per_week == 7.0


@pytest.mark.parametrize(
    ("readings", "measured"),
    [
        ({"2026-09-20": 3400, "2026-11-20": 4200}, 100.0),
        ({"2026-11-20": 4200}, 150.0),
        ({"2026-09-20": 3400, "2026-11-20": 3000}, -50.0),
        ({"2026-09-20": 3400}, 0.0),
    ],
)
def test_a_level_is_measured_from_its_reading_eight_weeks_ago(readings: Dated, measured: float) -> None:
    since_august = followers(start="2026-08-01", deadline="2027-03-01", checkins=readings)
    assert standing(since_august, "2026-11-21").measured_per_week == measured


def test_nothing_is_measured_before_the_first_number_or_on_the_first_day() -> None:
    assert standing(november(target=40), "2026-11-20").measured_per_week is None
    first_day = november(target=40, checkins={"2026-11-01": 3})
    assert standing(first_day, "2026-11-01").measured_per_week is None


@pytest.mark.parametrize("kind", ["limit", "yes-no"])
def test_a_limit_and_a_yes_have_no_measured_speed(kind: str) -> None:
    line = november(kind=kind, target=40, checkins={"2026-11-16": 1})
    assert standing(line, "2026-11-20").measured_per_week is None
