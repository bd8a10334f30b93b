"""Random operations on random documents, in small, and whether the oracle sees what is wrong."""

from dataclasses import replace
from typing import Any

import pytest
from reliability import random_edits
from reliability.ground import dice
from reliability.random_documents import document
from reliability.random_fields import FIELDS
from reliability.random_plans import Planner

from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.fields import LETTERS, TOP
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.told import Deed, Told


def test_random_operations_do_what_was_asked_and_nothing_else() -> None:
    said = random_edits.run(0, 250)
    assert {name for name in said if not name.endswith("refused")} == {
        "AddCheckIn",
        "AddCheckIns",
        "AddDecision",
        "AddGoal",
        "AddGoals",
        "AddLead",
        "ChangeGoal",
        "DeleteCheckIn",
        "DeleteGoal",
        "EditCheckIn",
        "Together",
    }


def test_every_field_of_a_goal_is_changed() -> None:
    names = {field.name for field in TOP}
    names |= {f"{letter}.{field.name}" for letter, record in LETTERS.items() for field in record.fields}
    assert set(FIELDS) == names | {"history.result"}


class Spoilt(Operation, frozen=True):
    """Does what another operation does, and then something to the text."""

    inner: Operation
    old: str
    new: str

    @property
    def told(self) -> Told:
        return self.inner.told

    def _done(self, reading: Reading) -> Reading:
        text = self.inner.run(reading).data.decode()
        assert self.old in text
        return Reading.of(text.replace(self.old, self.new, 1).encode())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("#: top", "#: tip", "bytes changed before the goal"),
        ("#: head 0", "# head 0", "comments gone"),
        ('title = "x"', 'title = "y"', "other data"),
        ("\n", "\r\n", "bytes changed before the goal"),
    ],
)
def test_the_oracle_sees_what_is_wrong(old: str, new: str, said: str) -> None:
    plans: list[Any] = []
    for number in range(200):
        planner = Planner(document(dice("spoilt", number)))
        if planner.written.pieces[0].startswith('#: top\ntitle = "x"'):
            plans.append((planner, planner.add_checkin(0)))
    planner, plan = next(it for it in plans if not it[0].written.inline)
    assert random_edits.check(planner, plan)
    with pytest.raises(AssertionError, match=said):
        random_edits.check(planner, replace(plan, operation=Spoilt(plan.operation, old, new)))


def test_a_refusal_is_only_right_where_goals_stand_in_one_array() -> None:
    class Refusing(Operation, frozen=True):
        told = Told(Deed.SEVERAL)

        def _done(self, reading: Reading) -> Reading:
            raise CannotSave(Refusal.VERIFY_FAILED)

    documents = [document(dice("refusing", number)) for number in range(200)]
    for inline in (True, False):
        planner = Planner(next(it for it in documents if it.inline is inline))
        plan = replace(planner.add_checkin(0), operation=Refusing())
        if inline:
            assert not random_edits.check(planner, plan)
        else:
            with pytest.raises(AssertionError, match="refused"):
                random_edits.check(planner, plan)
