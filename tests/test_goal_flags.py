"""What needs attention beside the status: overdue, stale, due, a parent at risk, an unreadable field."""

from functools import partial

import pytest
from goal_builders import Dated, goal, standing, standings_by_title
from msgspec.structs import replace

from smart_tui.goals.calendar import PLAIN_CALENDAR, Calendar
from smart_tui.goals.model import Goal, Problem
from smart_tui.goals.terms import Flag, Status

november = partial(goal, start="2026-11-01", deadline="2026-11-30")
"""A goal for November 2026, a month that begins on a Sunday."""
two_years = partial(goal, target=1000, start="2026-10-01", deadline="2028-09-30")
forty_a_month = partial(two_years, kind="rate", per="month", target=40, cadence="monthly")
fourteen_a_week = partial(goal, kind="rate", per="week", target=14)

MONDAY_TO_SATURDAY = Calendar(workdays=frozenset(range(6)))


def has(flag: Flag, of: Goal, today: str, calendar: Calendar = PLAIN_CALENDAR) -> bool:
    return flag in standing(of, today, calendar).flags


# Overdue short-term


def test_an_overdue_goal_of_short_horizon_shouts() -> None:
    contracts = november(target=40)
    assert not standing(contracts, "2026-11-30").attention
    assert standing(contracts, "2026-12-01").attention
    assert has(Flag.OVERDUE_SHORT_TERM, contracts, "2026-12-01")


def test_an_overdue_goal_of_long_horizon_does_not_shout() -> None:
    overdue = standing(two_years(), "2028-10-01")
    assert overdue.status is Status.OVERDUE
    assert not overdue.attention


@pytest.mark.parametrize("decision", ["close", "drop"])
def test_a_decision_silences_an_overdue_goal(decision: str) -> None:
    assert not standing(november(target=40, decisions=[("2026-12-01", decision)]), "2026-12-02").attention


def test_a_rate_whose_last_month_ended_short_shouts_until_it_is_answered() -> None:
    contracts = forty_a_month(checkins={"2026-10-20": 38, "2026-11-20": 40})
    assert not has(Flag.OVERDUE_SHORT_TERM, contracts, "2026-10-31")
    short = standing(contracts, "2026-11-01")
    assert short.attention
    assert short.short_period is not None
    assert short.short_period.span.first.isoformat() == "2026-10-01"
    assert short.short_period.value == 38
    assert short.short_period.target == 40
    assert not has(Flag.OVERDUE_SHORT_TERM, contracts, "2026-12-01")  # November was full


@pytest.mark.parametrize("decision", ["keep", "carry", "extend", "change"])
def test_any_decision_after_the_short_month_answers_it(decision: str) -> None:
    contracts = forty_a_month(decisions=[("2026-11-03", decision)])
    assert has(Flag.OVERDUE_SHORT_TERM, contracts, "2026-11-02")
    assert not has(Flag.OVERDUE_SHORT_TERM, contracts, "2026-11-03")
    assert has(Flag.OVERDUE_SHORT_TERM, contracts, "2026-12-01")  # November is another question


def test_a_decision_within_the_short_month_does_not_answer_it() -> None:
    assert has(Flag.OVERDUE_SHORT_TERM, forty_a_month(decisions=[("2026-10-31", "keep")]), "2026-11-02")


@pytest.mark.parametrize(
    ("won", "shouts"),
    [(8, False), (7, True)],  # four of seven days of 14 a week
)
def test_a_first_week_in_part_is_held_against_its_part(won: int, shouts: bool) -> None:
    leads = fourteen_a_week(start="2026-11-05", deadline="2027-11-30", checkins={"2026-11-08": won})
    assert not has(Flag.OVERDUE_SHORT_TERM, leads, "2026-11-08")
    assert has(Flag.OVERDUE_SHORT_TERM, leads, "2026-11-09") is shouts


def test_a_goal_that_began_on_a_sunday_answers_for_that_sunday_on_monday() -> None:
    leads = fourteen_a_week(start="2026-11-08", deadline="2027-11-30", checkins={"2026-11-08": 1})
    assert has(Flag.OVERDUE_SHORT_TERM, leads, "2026-11-09")  # one of two


def test_the_last_period_in_part_is_over_on_the_day_after_the_deadline() -> None:
    fortnight = partial(fourteen_a_week, start="2026-10-26", deadline="2026-11-03", horizon="long")
    leads = fortnight(checkins={"2026-10-27": 14, "2026-11-03": 3})
    assert not standing(leads, "2026-11-03").attention
    assert standing(leads, "2026-11-04").attention  # 3 of 4, for two of seven days


def test_a_rate_for_each_day_does_not_shout_about_yesterday() -> None:
    assert not standing(two_years(kind="rate", per="day", target=100), "2026-11-10").attention


def test_a_rate_that_has_not_started_or_is_closed_does_not_shout() -> None:
    assert not standing(forty_a_month(), "2026-09-01").attention
    assert not standing(forty_a_month(decisions=[("2026-10-31", "drop")]), "2026-11-02").attention


# Stale


@pytest.mark.parametrize(
    ("cadence", "fresh", "stale"),
    [
        ("daily", "2026-11-10", "2026-11-11"),  # Friday to Wednesday: three working days
        ("weekly", "2026-11-19", "2026-11-20"),
        ("monthly", "2026-12-15", "2026-12-16"),
    ],
)
def test_a_goal_goes_stale_by_its_cadence(cadence: str, fresh: str, stale: str) -> None:
    run = two_years(cadence=cadence, checkins={"2026-11-06": 60})
    assert not has(Flag.STALE, run, fresh)
    assert has(Flag.STALE, run, stale)


def test_a_daily_goal_goes_stale_sooner_where_saturdays_are_worked() -> None:
    run = two_years(cadence="daily", checkins={"2026-11-06": 60})
    assert not has(Flag.STALE, run, "2026-11-09", MONDAY_TO_SATURDAY)
    assert has(Flag.STALE, run, "2026-11-10", MONDAY_TO_SATURDAY)


def test_row_33_a_campaign_without_a_check_in_is_stale_14_days_after_its_start() -> None:
    assert not has(Flag.STALE, november(target=40), "2026-11-14")
    assert has(Flag.STALE, november(target=40), "2026-11-15")


def test_a_check_in_of_tomorrow_keeps_nothing_fresh() -> None:
    assert has(Flag.STALE, november(target=40, checkins={"2026-11-16": 1}), "2026-11-15")


@pytest.mark.parametrize(
    "resting",
    [
        november(target=40, start="2026-12-21", created="2026-11-01", deadline="2027-01-31"),
        november(target=40, deadline="2026-12-15"),
        november(target=40, deadline="2027-01-31", checkins={"2026-11-02": 40}),
        november(target=40, deadline="2027-01-31", decisions=[("2026-11-02", "drop")]),
        november(target=40, deadline=None),
    ],
    ids=["not started", "overdue", "achieved", "dropped", "draft"],
)
def test_only_a_running_goal_goes_stale_or_is_due(resting: Goal) -> None:
    assert not has(Flag.STALE, resting, "2026-12-20")
    assert not has(Flag.DUE, resting, "2026-12-20")


# Due


@pytest.mark.parametrize(
    ("cadence", "done", "due"),
    [
        ("daily", "2026-11-18", "2026-11-19"),
        ("weekly", "2026-11-22", "2026-11-23"),
        ("monthly", "2026-11-30", "2026-12-01"),
    ],
)
def test_a_goal_is_due_once_in_each_calendar_period_of_its_cadence(cadence: str, done: str, due: str) -> None:
    run = two_years(cadence=cadence, checkins={"2026-11-18": 60})
    assert not has(Flag.DUE, run, done)
    assert has(Flag.DUE, run, due)


def test_a_check_in_on_new_years_eve_answers_for_the_whole_of_week_53() -> None:
    run = two_years(checkins={"2026-12-31": 60})
    assert not has(Flag.DUE, run, "2027-01-03")
    assert has(Flag.DUE, run, "2027-01-04")


@pytest.mark.parametrize("checkins", [{}, {"2026-11-25": 5}])
def test_a_goal_without_a_number_yet_is_due_from_its_start(checkins: Dated) -> None:
    assert has(Flag.DUE, november(target=40, checkins=checkins), "2026-11-01")


# Parent at risk, invalid


@pytest.mark.parametrize(
    ("today", "checkins", "expected", "flagged"),
    [
        ("2026-11-20", {"2026-11-20": 63}, Status.ON_TRACK, False),
        ("2026-11-20", {"2026-11-20": 50}, Status.BEHIND, False),
        ("2026-11-20", {"2026-11-20": 10}, Status.AT_RISK, True),
        ("2026-12-01", {"2026-11-20": 99}, Status.OVERDUE, True),
        ("2026-12-01", {"2026-11-20": 100}, Status.ACHIEVED, False),
    ],
)
def test_a_goal_is_told_when_its_parent_is_at_risk_or_overdue(
    today: str, checkins: Dated, expected: Status, flagged: bool
) -> None:
    parent = november("parent", unit="km", target=100, checkins=checkins)
    child = goal("child", target=5, start="2026-11-01", deadline="2026-12-31", supports="parent")
    where = standings_by_title([child, parent], today)
    assert where["parent"].status is expected
    assert (Flag.PARENT_AT_RISK in where["child"].flags) is flagged
    assert Flag.PARENT_AT_RISK not in where["parent"].flags


def test_a_goal_with_a_field_that_cannot_be_read_is_invalid_and_stands_somewhere_all_the_same() -> None:
    contracts = november(target=40, checkins={"2026-11-20": 30})
    broken = replace(contracts, problems=(Problem("not-a-date", line=12, field="timing"),))
    assert standing(broken, "2026-11-20").flags == (Flag.INVALID,)
    assert standing(broken, "2026-11-20").status is Status.ON_TRACK
