"""Where a goal stands: the first status that fits."""

from functools import partial

import pytest
from goal_builders import Dated, Number, goal, standing

from smart_tui.goals.model import Goal
from smart_tui.goals.terms import Status

november = partial(goal, start="2026-11-01", deadline="2026-11-30")
"""A goal for November 2026, a month that begins on a Sunday."""
hundred_days = partial(goal, "100 km", unit="km", target=100, start="2026-11-01", deadline="2027-02-09")
"""One kilometre for each day that has gone; kilometres are measured, so luck excuses nothing."""
forty_days = partial(goal, "40 contracts", target=40, start="2026-11-02", deadline="2026-12-12")
"""One contract for each day that has gone; contracts are counted, so small numbers are luck."""


def status(of: Goal, today: str) -> Status:
    return standing(of, today).status


# Closed by the person


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([("2026-11-10", "close")], Status.MISSED),
        ([("2026-11-10", "drop")], Status.DROPPED),
        ([("2026-11-10", "close"), ("2026-11-12", "drop")], Status.DROPPED),
        ([("2026-11-10", "drop"), ("2026-11-12", "close")], Status.MISSED),
        ([("2026-11-10", "drop"), ("2026-11-12", "reopen")], Status.ON_TRACK),
        ([("2026-11-10", "close"), ("2026-11-12", "reopen"), ("2026-11-13", "drop")], Status.DROPPED),
        ([("2026-11-10", "drop"), ("2026-11-12", "keep"), ("2026-11-13", "extend")], Status.DROPPED),
        ([("2026-11-13", "drop"), ("2026-11-12", "reopen")], Status.DROPPED),  # merged out of order
        ([("2026-11-12", "drop"), ("2026-11-12", "reopen")], Status.ON_TRACK),
        ([("2026-11-15", "drop")], Status.DROPPED),
        ([("2026-11-16", "drop")], Status.ON_TRACK),  # tomorrow's decision
    ],
)
def test_the_last_of_close_drop_and_reopen_counts(decisions: list[tuple[str, str]], expected: Status) -> None:
    contracts = november(target=40, checkins={"2026-11-14": 20}, decisions=decisions)
    assert status(contracts, "2026-11-15") is expected


def test_a_closed_goal_stays_missed_after_its_deadline_and_before_its_start() -> None:
    contracts = november(target=40, decisions=[("2026-10-10", "close")])
    assert status(contracts, "2026-10-20") is Status.MISSED
    assert status(contracts, "2026-12-20") is Status.MISSED


def test_closing_a_goal_that_reached_its_target_is_achieved() -> None:
    contracts = november(target=40, checkins={"2026-11-10": 40}, decisions=[("2026-11-12", "close")])
    assert status(contracts, "2026-11-15") is Status.ACHIEVED


def test_a_dropped_goal_is_dropped_whatever_it_reached() -> None:
    contracts = november(target=40, checkins={"2026-11-10": 40}, decisions=[("2026-11-12", "drop")])
    assert status(contracts, "2026-11-15") is Status.DROPPED


# Achieved


def test_a_target_reached_before_the_start_is_achieved() -> None:
    assert status(november(target=40, checkins={"2026-10-10": 40}), "2026-10-12") is Status.ACHIEVED


def test_a_target_reached_after_the_deadline_still_counts_and_says_how_late() -> None:
    contracts = november(target=40, checkins={"2026-11-20": 30, "2026-12-03": 10})
    assert status(contracts, "2026-12-02") is Status.OVERDUE
    late = standing(contracts, "2026-12-24")
    assert late.status is Status.ACHIEVED
    assert late.late_by == 3
    assert late.days_left == -24


@pytest.mark.parametrize("reached", ["2026-11-29", "2026-11-30"])
def test_a_target_reached_by_the_deadline_day_is_not_late(reached: str) -> None:
    assert standing(november(target=40, checkins={reached: 40}), "2026-12-24").late_by is None


def test_a_level_that_falls_back_is_no_longer_achieved() -> None:
    readings = {"2026-11-13": 5000, "2026-11-20": 4900}
    followers = november(kind="level", baseline=3000, target=5000, checkins=readings)
    assert status(followers, "2026-11-13") is Status.ACHIEVED
    assert status(followers, "2026-11-20") is Status.ON_TRACK
    assert status(followers, "2026-12-01") is Status.OVERDUE


def test_a_level_that_came_back_after_the_deadline_is_late() -> None:
    readings = {"2026-11-13": 5000, "2026-11-20": 4900, "2026-12-02": 5000}
    followers = november(kind="level", baseline=3000, target=5000, checkins=readings)
    assert standing(followers, "2026-12-10").late_by == 2


# Overdue, not started, draft


def test_the_deadline_day_itself_still_counts() -> None:
    contracts = november(target=40, checkins={"2026-11-27": 38})
    assert status(contracts, "2026-11-30") is Status.ON_TRACK
    assert standing(contracts, "2026-11-30").days_left == 0
    assert status(contracts, "2026-12-01") is Status.OVERDUE
    assert standing(contracts, "2026-12-01").days_left == -1


def test_a_goal_begins_on_its_start() -> None:
    assert status(november(target=40), "2026-10-31") is Status.NOT_STARTED
    assert status(november(target=40), "2026-11-01") is Status.ON_TRACK


def test_a_goal_without_a_start_begins_on_the_day_it_was_made() -> None:
    contracts = goal(target=40, created="2026-11-10", deadline="2026-11-30")
    assert status(contracts, "2026-11-09") is Status.NOT_STARTED
    assert status(contracts, "2026-11-10") is Status.ON_TRACK


@pytest.mark.parametrize(
    "unfinished",
    [
        goal(start="2026-11-01", deadline="2026-11-30"),
        goal(target=40, start="2026-11-01"),
        goal(kind="level", baseline=5, deadline="2026-11-30"),
        goal(kind="limit", deadline="2026-11-30"),
        goal(kind="yes-no"),
        goal(),
    ],
)
def test_a_goal_without_target_or_deadline_is_a_draft(unfinished: Goal) -> None:
    assert status(unfinished, "2026-11-21") is Status.DRAFT


# Pace


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (25, Status.ON_TRACK),
        (19, Status.ON_TRACK),  # exactly 0.95 of 20
        ("18.9", Status.BEHIND),
        (15, Status.BEHIND),  # exactly 0.75, though 0.15 / 0.2 < 0.75 as floats
        ("14.9", Status.AT_RISK),
        (0, Status.AT_RISK),
        (-3, Status.AT_RISK),
    ],
)
def test_pace_decides_between_on_track_behind_and_at_risk(reading: Number, expected: Status) -> None:
    run = hundred_days(checkins={"2026-11-21": reading})
    assert status(run, "2026-11-21") is expected
    assert status(run, "2026-11-29") is expected  # the number still holds


def test_a_number_that_no_longer_holds_is_judged_today() -> None:
    run = hundred_days(checkins={"2026-11-21": 20})
    assert status(run, "2026-11-29") is Status.ON_TRACK
    assert status(run, "2026-11-30") is Status.AT_RISK  # 20 of 29


def test_nothing_is_judged_before_a_twentieth_of_the_time_has_gone() -> None:
    run = hundred_days(checkins={"2026-11-03": 0})
    assert status(run, "2026-11-05") is Status.ON_TRACK
    assert status(run, "2026-11-06") is Status.AT_RISK


@pytest.mark.parametrize(
    ("start", "last_quiet_day", "next_day"),
    [
        ("2026-11-04", "2026-11-15", "2026-11-16"),  # a Wednesday: the first whole week ends on the 15th
        ("2026-11-02", "2026-11-08", "2026-11-09"),  # a Monday: its own week is whole
    ],
)
def test_without_a_number_the_first_whole_week_is_waited_for(
    start: str, last_quiet_day: str, next_day: str
) -> None:
    run = goal(unit="km", target=100, start=start, deadline="2026-11-30")
    assert status(run, last_quiet_day) is Status.ON_TRACK
    assert status(run, next_day) is Status.AT_RISK


@pytest.mark.parametrize(
    ("cadence", "deadline", "last_quiet_day", "next_day"),
    [
        ("daily", "2026-11-20", "2026-11-04", "2026-11-05"),
        ("monthly", "2027-01-10", "2026-12-31", "2027-01-01"),
    ],
)
def test_the_first_whole_period_is_that_of_the_cadence(
    cadence: str, deadline: str, last_quiet_day: str, next_day: str
) -> None:
    run = goal(unit="km", target=100, cadence=cadence, start="2026-11-04", deadline=deadline)
    assert status(run, last_quiet_day) is Status.ON_TRACK
    assert status(run, next_day) is Status.AT_RISK


def test_a_level_that_nobody_ever_read_is_at_risk() -> None:
    assert status(november(kind="level", target=5000), "2026-11-21") is Status.AT_RISK


# Small numbers are luck


@pytest.mark.parametrize(
    ("won", "expected"),
    [
        (16, Status.ON_TRACK),  # 20 expected, √20 = 4.5: four short, pace 0.8
        (15, Status.BEHIND),  # five short
        (14, Status.BEHIND),  # six short, pace 0.7: not over 1.5 · √20 = 6.7
        (13, Status.AT_RISK),  # seven short
    ],
)
def test_a_few_contracts_short_may_be_luck(won: int, expected: Status) -> None:
    assert status(forty_days(checkins={"2026-11-22": won}), "2026-11-22") is expected


def test_a_shortfall_of_exactly_the_spread_is_still_luck() -> None:
    # 16 expected, √16 = 4.
    assert status(forty_days(checkins={"2026-11-18": 12}), "2026-11-18") is Status.ON_TRACK


def test_luck_is_counted_from_the_baseline() -> None:
    contracts = forty_days(baseline=1000, target=1040, checkins={"2026-11-22": 16})
    assert status(contracts, "2026-11-22") is Status.ON_TRACK


@pytest.mark.parametrize("unit", ["USD", "km"])
def test_luck_excuses_only_counted_things(unit: str) -> None:
    assert status(forty_days(unit=unit, checkins={"2026-11-22": 16}), "2026-11-22") is Status.BEHIND
    assert status(forty_days(unit=unit, checkins={"2026-11-22": 14}), "2026-11-22") is Status.AT_RISK


def test_luck_excuses_only_totals() -> None:
    level = forty_days(kind="level", baseline=0, checkins={"2026-11-22": 14})
    assert status(level, "2026-11-22") is Status.AT_RISK


def test_a_count_of_nothing_is_judged_on_its_own_day_too() -> None:
    # Two expected on the second day: two short is over √2 and under 1.5 · √2.
    nothing_yet = forty_days(checkins={"2026-11-04": 0})
    assert status(nothing_yet, "2026-11-04") is Status.BEHIND
    assert status(nothing_yet, "2026-11-15") is Status.BEHIND
    assert status(nothing_yet, "2026-11-16") is Status.AT_RISK


# Limit and yes-no


@pytest.mark.parametrize(
    ("bound", "checkins", "expected"),
    [
        ("max", {}, Status.ON_TRACK),
        ("max", {"2026-11-05": 31}, Status.ON_TRACK),
        ("max", {"2026-11-05": 40}, Status.ON_TRACK),
        ("max", {"2026-11-05": 41}, Status.AT_RISK),
        ("max", {"2026-11-05": 41, "2026-11-12": 39}, Status.ON_TRACK),
        ("max", {"2026-11-05": 39, "2026-11-12": 41}, Status.AT_RISK),
        ("min", {"2026-11-05": 40}, Status.ON_TRACK),
        ("min", {"2026-11-05": 39}, Status.AT_RISK),
    ],
)
def test_a_limit_is_at_risk_while_its_latest_reading_is_on_the_wrong_side(
    bound: str, checkins: Dated, expected: Status
) -> None:
    cost = november(kind="limit", bound=bound, target=40, checkins=checkins)
    assert status(cost, "2026-11-20") is expected
    assert status(cost, "2026-11-30") is expected


@pytest.mark.parametrize(
    ("checkins", "expected"),
    [
        ({"2026-11-05": 41, "2026-11-30": 40}, Status.ACHIEVED),
        ({"2026-11-05": 31, "2026-11-30": 41}, Status.OVERDUE),
        ({"2026-11-05": 31, "2026-12-01": 41}, Status.ACHIEVED),  # too late to spoil it
        ({"2026-11-05": 41, "2026-12-01": 31}, Status.OVERDUE),  # too late to save it
        ({}, Status.OVERDUE),
    ],
)
def test_a_limit_is_achieved_by_its_last_reading_up_to_the_deadline(
    checkins: Dated, expected: Status
) -> None:
    cost = standing(november(kind="limit", target=40, checkins=checkins), "2026-12-01")
    assert cost.status is expected
    assert cost.late_by is None


def test_yes_no_is_on_track_until_the_deadline() -> None:
    shop = november(kind="yes-no")
    assert status(shop, "2026-11-30") is Status.ON_TRACK
    assert status(shop, "2026-12-01") is Status.OVERDUE
    assert status(november(kind="yes-no", checkins={"2026-11-29": 1}), "2026-11-29") is Status.ACHIEVED
