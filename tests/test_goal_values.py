"""What check-ins come to: value, progress, and the day on which a target was reached."""

from datetime import date
from functools import partial

import pytest
from goal_builders import Dated, Number, goal, standing

from smart_tui.goals.calendar import Calendar
from smart_tui.goals.terms import Status

MONDAY_TO_SATURDAY = Calendar(workdays=frozenset(range(6)))

november = partial(goal, start="2026-11-01", deadline="2026-11-30")
"""A goal for November 2026, a month that begins on a Sunday."""
seventy_a_week = partial(goal, kind="rate", per="week", target=70)


# Total


def test_a_total_adds_check_ins_to_its_baseline() -> None:
    leads = november(baseline=50, target=100, checkins={"2026-11-05": 10, "2026-11-12": 15})
    assert standing(leads, "2026-11-20").value == 75
    assert standing(leads, "2026-11-20").progress == 0.5


def test_a_total_without_baseline_starts_from_nothing() -> None:
    contracts = november(target=40, checkins={"2026-11-20": 30})
    assert standing(contracts, "2026-11-20").value == 30
    assert standing(contracts, "2026-11-20").progress == 0.75
    assert standing(contracts, "2026-11-19").value == 0


def test_a_correction_takes_away_from_a_total() -> None:
    contracts = november(target=40, checkins={"2026-11-05": 30, "2026-11-06": -10})
    assert standing(contracts, "2026-11-06").progress == 0.5


def test_a_check_in_after_today_does_not_exist_yet() -> None:
    contracts = november(target=40, checkins={"2026-11-20": 10, "2026-11-22": 30})
    on_the_day_before = standing(contracts, "2026-11-21")
    assert on_the_day_before.value == 10
    assert on_the_day_before.last_checkin == date(2026, 11, 20)
    assert standing(contracts, "2026-11-22").value == 40


def test_check_ins_before_the_start_and_after_the_deadline_count() -> None:
    contracts = november(target=40, checkins={"2026-10-31": 10, "2026-11-20": 10, "2026-12-02": 20})
    assert standing(contracts, "2026-12-02").progress == 1.0


def test_a_tenth_and_seven_tenths_reach_eight_tenths() -> None:
    litres = november(target="0.8", checkins={"2026-11-05": "0.1", "2026-11-06": "0.7"})
    assert standing(litres, "2026-11-06").status is Status.ACHIEVED


# Level


def test_the_latest_reading_of_a_level_is_the_last_by_date() -> None:
    followers = november(
        kind="level", baseline=3000, target=5000, checkins={"2026-11-20": 4000, "2026-11-05": 3500}
    )
    assert standing(followers, "2026-11-21").value == 4000
    assert standing(followers, "2026-11-19").value == 3500


def test_of_two_readings_on_one_date_the_later_in_the_file_counts() -> None:
    readings = [("2026-11-20", 4000), ("2026-11-20", 3900)]
    followers = november(kind="level", baseline=3000, target=5000, checkins=readings)
    assert standing(followers, "2026-11-21").value == 3900


def test_a_level_has_its_baseline_before_the_first_reading() -> None:
    followers = standing(november(kind="level", baseline=3000, target=5000), "2026-11-21")
    assert followers.value == 3000
    assert followers.progress == 0.0


def test_the_first_reading_of_a_level_without_baseline_becomes_it() -> None:
    followers = november(kind="level", target=5000, checkins={"2026-11-13": 3500, "2026-11-06": 3000})
    first, second = standing(followers, "2026-11-06"), standing(followers, "2026-11-13")
    assert first.baseline == 3000
    assert first.progress == 0.0
    assert second.baseline == 3000
    assert second.progress == 0.25


def test_a_level_without_baseline_or_reading_has_no_value_and_no_progress() -> None:
    followers = standing(november(kind="level", target=5000), "2026-11-21")
    assert (followers.value, followers.progress) == (None, None)


@pytest.mark.parametrize(
    ("baseline", "target", "reading", "progress"),
    [
        (200, 0, 100, 0.5),  # down to nothing
        (60_000, 50_000, 59_000, 0.1),  # a long way down
        (35, 30, 30, 1.0),
        (35, 30, 25, 2.0),
        (35, 30, 36, -0.2),  # the wrong way
        (1000, 2000, 900, -0.1),
        (1000, 2000, 2500, 1.5),
        (-10, 10, 0, 0.5),
        ("2.8", "3.5", "3.15", 0.5),
    ],
)
def test_progress_runs_from_baseline_to_target_in_either_direction(
    baseline: Number, target: Number, reading: Number, progress: float
) -> None:
    level = november(kind="level", baseline=baseline, target=target, checkins={"2026-11-20": reading})
    assert standing(level, "2026-11-21").progress == progress


@pytest.mark.parametrize(
    ("direction", "reading", "progress"),
    [
        ("increase", 99, 0.0),
        ("increase", 100, 1.0),
        ("increase", 101, 1.0),
        ("maintain", 100, 1.0),
        ("decrease", 101, 0.0),
        ("decrease", 100, 1.0),
        ("decrease", 99, 1.0),
    ],
)
def test_a_target_equal_to_the_baseline_is_reached_or_not(
    direction: str, reading: Number, progress: float
) -> None:
    level = november(
        kind="level", baseline=100, target=100, direction=direction, checkins={"2026-11-20": reading}
    )
    assert standing(level, "2026-11-21").progress == progress


# Rate


def test_the_value_of_a_rate_is_the_sum_in_the_present_period() -> None:
    checkins = {"2026-11-13": 50, "2026-11-16": 20, "2026-11-21": 15}
    leads = standing(november(kind="rate", per="week", target=70, checkins=checkins), "2026-11-21")
    assert leads.value == 35
    assert leads.period is not None
    assert (leads.period.span.first, leads.period.span.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert leads.period.target == 70
    assert leads.period.progress == 0.5


def test_parts_of_a_rates_period_count_by_their_share_of_days() -> None:
    # Wednesday to Tuesday week: 5/7 + 1 + 2/7 weeks of 70.
    leads = seventy_a_week(start="2026-11-04", deadline="2026-11-17", checkins={"2026-11-05": 35})
    first, last = standing(leads, "2026-11-05").period, standing(leads, "2026-11-17").period
    assert first is not None
    assert last is not None
    assert first.span.days == 5
    assert first.target == 50
    assert first.progress == 0.7
    assert last.span.days == 2
    assert last.target == 20
    assert last.value == 0
    assert standing(leads, "2026-11-17").goal_line == 140
    assert standing(leads, "2026-11-17").progress == 0.25


def test_months_of_a_rate_have_their_own_lengths() -> None:
    # 15 of 30 days of November, December, 15 of 31 days of January: 20 + 40 + 19.35
    forty_a_month = partial(goal, kind="rate", per="month", target=40)
    contracts = forty_a_month(start="2026-11-16", deadline="2027-01-15", checkins={"2026-11-20": 30})
    assert standing(contracts, "2026-11-21").progress == pytest.approx(30 / 79.35483871)


def test_a_rate_for_each_day_asks_for_the_deadline_day_too() -> None:
    assert standing(november(kind="rate", per="day", target=100), "2026-11-10").goal_line == 3000


def test_a_rate_of_one_day_asks_for_that_day() -> None:
    fair = goal(kind="rate", per="day", target=100, start="2026-11-21", deadline="2026-11-21")
    assert standing(fair, "2026-11-21").goal_line == 100


def test_a_rate_for_each_day_asks_nothing_of_days_that_are_not_worked() -> None:
    # Four Sundays after the first of November, which is one itself.
    products = november(kind="rate", per="day", target=100)
    assert standing(products, "2026-11-10", MONDAY_TO_SATURDAY).goal_line == 2500


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-10-01", "2026-11-04", "2026-11-08"),
        ("2026-11-04", "2026-11-04", "2026-11-08"),
        ("2026-12-25", "2026-11-16", "2026-11-17"),
    ],
)
def test_outside_its_time_a_rate_shows_its_nearest_period(today: str, first: str, last: str) -> None:
    leads = seventy_a_week(start="2026-11-04", deadline="2026-11-17")
    period = standing(leads, today).period
    assert period is not None
    assert (period.span.first.isoformat(), period.span.last.isoformat()) == (first, last)


def test_a_rate_without_its_period_is_a_draft() -> None:
    leads = standing(november(kind="rate", target=70, checkins={"2026-11-05": 35}), "2026-11-06")
    assert leads.status is Status.DRAFT
    assert leads.progress is None
    assert leads.period is None
    assert leads.value == 35


@pytest.mark.parametrize(("sold", "progress"), [(100, 1.0), (85, 0.85), (120, 1.2), (0, 0.0)])
def test_row_41_a_hundred_of_a_hundred_on_the_day_is_100_percent(sold: int, progress: float) -> None:
    checkins = {"2026-11-09": 70, "2026-11-10": sold}
    period = standing(november(kind="rate", per="day", target=100, checkins=checkins), "2026-11-10").period
    assert period is not None
    assert period.value == sold
    assert period.progress == progress


def test_row_42_a_persons_week_is_640_of_700() -> None:
    sold = dict(
        zip([f"2026-11-{day:02}" for day in range(9, 16)], [100, 90, 100, 80, 90, 100, 80], strict=True)
    )
    week = goal(kind="rate", per="day", target=100, start="2026-11-09", deadline="2026-11-15", checkins=sold)
    assert standing(week, "2026-11-15").progress == pytest.approx(640 / 700)


# Limit and yes-no


def test_a_limit_has_no_value_and_no_progress_before_the_first_reading() -> None:
    cost = standing(november(kind="limit", baseline=35, target=40), "2026-11-21")
    assert (cost.value, cost.progress) == (None, None)


@pytest.mark.parametrize(
    ("bound", "progress"),
    [("max", 0.75), ("min", 0.5)],  # the line itself is right on either side
)
def test_the_progress_of_a_limit_is_the_share_of_readings_on_the_right_side(
    bound: str, progress: float
) -> None:
    readings = {"2026-11-05": 31, "2026-11-10": 40, "2026-11-12": 39, "2026-11-15": 41}
    cost = standing(november(kind="limit", bound=bound, target=40, checkins=readings), "2026-11-21")
    assert cost.value == 41
    assert cost.progress == progress


@pytest.mark.parametrize(
    ("checkins", "value"),
    [({}, 0), ({"2026-11-20": 0}, 0), ({"2026-11-20": 1}, 1), ({"2026-11-20": 1, "2026-11-21": 0}, 0)],
)
def test_yes_no_is_one_or_nothing(checkins: Dated, value: int) -> None:
    shop = standing(november(kind="yes-no", checkins=checkins), "2026-11-21")
    assert shop.value == value
    assert shop.progress == value


def test_a_number_written_by_hand_into_a_yes_no_goal_still_means_yes() -> None:
    shop = standing(november(kind="yes-no", checkins={"2026-11-20": 5}), "2026-11-21")
    assert shop.value == 1
    assert shop.progress == 1.0


# Reaching the target


def test_row_08_a_goal_is_done_on_the_check_in_that_reaches_its_target() -> None:
    leads = november(target=1000, checkins={"2026-11-06": 400, "2026-11-13": 400, "2026-11-20": 200})
    second, third = standing(leads, "2026-11-19"), standing(leads, "2026-11-25")
    assert second.value == 800
    assert second.status is Status.ON_TRACK
    assert second.reached_on is None
    assert third.value == 1000
    assert third.status is Status.ACHIEVED
    assert third.reached_on == date(2026, 11, 20)


def test_row_08_going_past_the_target_shows_over_100_percent_and_keeps_the_date() -> None:
    leads = november(target=1000, checkins={"2026-11-13": 800, "2026-11-20": 200, "2026-11-25": 250})
    past = standing(leads, "2026-11-30")
    assert (past.progress, past.reached_on) == (1.25, date(2026, 11, 20))


def test_a_level_that_falls_back_was_not_reached_until_it_comes_back() -> None:
    readings = {"2026-11-06": 5000, "2026-11-13": 4000, "2026-11-20": 5100}
    followers = november(kind="level", baseline=3000, target=5000, checkins=readings)
    assert standing(followers, "2026-11-06").reached_on == date(2026, 11, 6)
    assert standing(followers, "2026-11-13").reached_on is None
    assert standing(followers, "2026-11-20").reached_on == date(2026, 11, 20)
