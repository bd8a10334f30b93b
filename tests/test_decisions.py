"""What a decision does to the file: the fields, the record, the last number; and what is no decision."""

import tomllib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from goal_builders import goal, standing
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.goals.terms import Did, Flag, Horizon, Status
from smart_tui.store.decisions import Undecided, decided
from smart_tui.store.operations import AddGoal
from smart_tui.store.reader import read

TODAY = date(2026, 12, 5)
OVERDUE = goal("contracts", target=40, start="2026-11-01", deadline="2026-11-30", checkins={"2026-11-27": 28})
LATER = date(2026, 12, 12)


def after(before: Goal, did: Did, today: date = TODAY, **what: Any) -> Goal:
    """Give the goal as the file says it after a decision."""
    data = AddGoal(before).apply(b"")
    data = decided(before, did, today, **what).apply(data)
    tomllib.loads(data.decode())
    return read(data).goals[0]


def written(before: Goal, did: Did, today: date = TODAY, **what: Any) -> list[str]:
    """Give the lines that a decision writes."""
    data = AddGoal(before).apply(b"")
    lines = decided(before, did, today, **what).apply(data).decode().splitlines()
    return [line.strip() for line in lines if line not in data.decode().splitlines()]


def test_an_extension_moves_the_deadline_and_says_from_where() -> None:
    assert written(OVERDUE, Did.EXTEND, to=LATER, why="the fair moved") == [
        "deadline = 2026-12-12",
        "decisions = [",
        '{ date = 2026-12-05, did = "extend", from = 2026-11-30, to = 2026-12-12, why = "the fair moved" },',
    ]


def test_a_change_of_number_and_deadline_is_one_write_with_a_record_for_each() -> None:
    assert written(OVERDUE, Did.CHANGE, to=LATER, target=Decimal(35)) == [
        "target = 35",
        "deadline = 2026-12-12",
        "decisions = [",
        '{ date = 2026-12-05, did = "change", field = "measurable.target", from = 40, to = 35 },',
        '{ date = 2026-12-05, did = "change", field = "timebound.deadline", from = 2026-11-30, to = 2026-12-12 },',
    ]


@pytest.mark.parametrize("did", [Did.CLOSE, Did.DROP, Did.KEEP, Did.CARRY])
def test_other_decisions_are_one_line(did: Did) -> None:
    assert written(OVERDUE, did) == ["decisions = [", f'{{ date = 2026-12-05, did = "{did}" }},']


def test_the_last_number_is_dated_the_deadline_and_counts_for_the_decision() -> None:
    final = CheckIn(date=TODAY, value=Decimal(3), note="after all")
    closed = after(OVERDUE, Did.CLOSE, final=final)
    assert closed.history.checkins[-1] == CheckIn(date=date(2026, 11, 30), value=Decimal(3), note="after all")
    assert standing(closed, "2026-12-05").status is Status.MISSED
    assert standing(closed, "2026-12-05").value == 31
    reached = after(OVERDUE, Did.CLOSE, final=CheckIn(date=TODAY, value=Decimal(12)))
    assert standing(reached, "2026-12-05").status is Status.ACHIEVED
    assert standing(reached, "2026-12-05").late_by is None


def test_a_last_number_before_the_deadline_is_todays() -> None:
    early = after(OVERDUE, Did.DROP, date(2026, 11, 28), final=CheckIn(date=TODAY, value=Decimal(1)))
    assert early.history.checkins[-1].date == date(2026, 11, 28)


def test_what_is_closed_is_reopened_first() -> None:
    dropped = after(OVERDUE, Did.DROP)
    assert standing(dropped, "2026-12-05").status is Status.DROPPED
    for did in (Did.CLOSE, Did.EXTEND, Did.CHANGE, Did.DROP, Did.KEEP):
        with pytest.raises(ValueError, match=Undecided.CLOSED):
            decided(dropped, did, TODAY, to=LATER, target=Decimal(1))
    assert standing(after(dropped, Did.REOPEN), "2026-12-05").status is Status.OVERDUE


@pytest.mark.parametrize(
    ("did", "what", "code"),
    [
        (Did.REOPEN, {}, Undecided.NOT_CLOSED),
        (Did.EXTEND, {}, Undecided.NO_DATE),
        (Did.EXTEND, {"to": date(2026, 11, 30)}, Undecided.NOT_LATER),
        (Did.EXTEND, {"to": date(2026, 11, 1)}, Undecided.NOT_LATER),
        (Did.EXTEND, {"to": date(2026, 12, 4)}, Undecided.PAST),
        (Did.CHANGE, {"to": date(2026, 10, 31)}, Undecided.BEFORE_START),
        (Did.CHANGE, {}, Undecided.NOTHING_CHANGES),
        (Did.CHANGE, {"target": Decimal("40.0")}, Undecided.NOTHING_CHANGES),
        (Did.CHANGE, {"to": date(2026, 11, 30), "target": Decimal(40)}, Undecided.NOTHING_CHANGES),
    ],
)
def test_what_makes_no_sense_has_a_code(did: Did, what: dict[str, Any], code: Undecided) -> None:
    with pytest.raises(ValueError, match=code) as refused:
        decided(OVERDUE, did, TODAY, **what)
    assert refused.value.args == (code,)


def test_a_goal_that_is_done_or_not_has_no_number_to_change() -> None:
    hire = goal("hire", kind="yes-no", start="2026-11-01", deadline="2026-11-30")
    with pytest.raises(ValueError, match=Undecided.NO_TARGET):
        decided(hire, Did.CHANGE, TODAY, target=Decimal(2))


def test_a_deadline_that_nobody_wrote_can_be_given() -> None:
    assert after(goal("x", target=1), Did.EXTEND, to=LATER).deadline == LATER


def test_no_extension_changes_the_horizon() -> None:
    extended = after(OVERDUE, Did.EXTEND, to=date(2027, 6, 30))
    again = after(extended, Did.EXTEND, to=date(2028, 6, 30))
    late = standing(again, "2028-07-01")
    assert (late.horizon, late.flags[0]) == (Horizon.SHORT, Flag.OVERDUE_SHORT_TERM)


@given(st.dates(date(2026, 12, 5), date(2100, 1, 1)), st.dates(date(2026, 12, 5), date(2100, 1, 1)))
def test_the_record_of_an_extension_tells_the_whole_way(first: date, second: date) -> None:
    extended = after(OVERDUE, Did.EXTEND, to=first)
    if second <= first:
        with pytest.raises(ValueError, match=Undecided.NOT_LATER):
            decided(extended, Did.EXTEND, TODAY, to=second)
        return
    twice = after(extended, Did.EXTEND, to=second)
    assert [(d.before, d.after) for d in twice.history.decisions] == [
        (date(2026, 11, 30), first),
        (first, second),
    ]
