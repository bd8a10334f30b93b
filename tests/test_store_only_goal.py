"""A step within one goal is told without looking the whole file over again, and tells the same."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from store_examples import FILE, NEW, change

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.store.operation import Operation
from smart_tui.store.operations import AddCheckIn, AddGoal, DeleteGoal, FieldChange
from smart_tui.store.reader import Reading
from smart_tui.store.step import Step, TakeBack, _goals, _only_goal
from smart_tui.store.told import Deed, Told

AGAIN = FILE + '\n# below\n[[goal]]\nid = "last"\ntitle = "Last"\n[other]\nx = 1\n'
WRITTEN = pytest.mark.parametrize(
    "write",
    [
        str.encode,
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: ("\ufeff" + text).encode(),
        lambda text: text.rstrip().encode(),
    ],
    ids=["plain", "crlf", "bom", "no end"],
)
WITHIN = [
    AddCheckIn("leads", NEW),
    change(FieldChange("owner", None, "Lan")),
]
FIRST = AddCheckIn("last", CheckIn(date=date(2026, 11, 3), value=Decimal(1)))
"""Its history's header begins as the next table does, so that the change seems to begin below the goal."""


def told(before: Reading, after: Reading) -> Step:
    return Step.between(Told(Deed.SEVERAL), before, after, 0.0)


@WRITTEN
@pytest.mark.parametrize("operation", WITHIN, ids=range(len(WITHIN)))
def test_a_change_within_one_goal_is_told_alike(write: Callable[[str], bytes], operation: Operation) -> None:
    before = Reading.of(write(AGAIN))
    after = operation.run(before)
    step = told(before, after)
    only = _only_goal(before, after, step.offset, step.removed, step.inserted)
    assert only is not None
    assert [only] == _goals(before, after) == list(step.goals)
    assert TakeBack(step).run(after).data == before.data


@WRITTEN
def test_a_change_at_the_edge_of_a_goal_is_looked_over_whole(write: Callable[[str], bytes]) -> None:
    before = Reading.of(write(AGAIN))
    after = FIRST.run(before)
    step = told(before, after)
    assert [goal.goal for goal in step.goals] == ["last"]
    assert TakeBack(step).run(after).data == before.data


@pytest.mark.parametrize("operation", [AddGoal(Goal(id="new", title="New")), DeleteGoal("leads")])
def test_a_change_of_which_goals_there_are_is_not(operation: Operation) -> None:
    before = Reading.of(AGAIN.encode())
    after = operation.run(before)
    step = told(before, after)
    assert _only_goal(before, after, step.offset, step.removed, step.inserted) is None
    assert [goal.goal for goal in step.goals] == [operation.told.goal]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# My goals", "# Our goals"),
        ("x = 1", "x = 2"),
        ("# below", "# further below"),
        ('"Leads"\nmood = "brave"', '"Leads!"\nmood = "bold"'),
    ],
)
def test_whatever_else_is_changed_is_taken_back_as_it_was(old: str, new: str) -> None:
    assert old in AGAIN
    before, after = (Reading.of(text.encode()) for text in (AGAIN, AGAIN.replace(old, new)))
    step = told(before, after)
    assert list(step.goals) == _goals(before, after)
    assert TakeBack(step).run(after).data == before.data


def test_two_goals_at_once_are_not_one() -> None:
    before = Reading.of(AGAIN.encode())
    after = AddCheckIn("last", NEW).run(AddCheckIn("leads", NEW).run(before))
    assert [goal.goal for goal in told(before, after).goals] == ["leads", "last"]
