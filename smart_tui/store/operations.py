"""What can be done to a goal file, one thing at a time."""

from collections.abc import Sequence
from functools import reduce

from smart_tui.goals.model import Goal
from smart_tui.goals.tree import same
from smart_tui.store.append import AddCheckIn, AddDecision, AddLead
from smart_tui.store.change_goal import ChangeGoal, FieldChange, changes_between, value_at
from smart_tui.store.checkins import DeleteCheckIn, EditCheckIn
from smart_tui.store.codes import Why
from smart_tui.store.errors import DuplicateId
from smart_tui.store.goal_operation import GoalOperation
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.rewrite import add_goals, delete_goal
from smart_tui.store.told import Deed, Told

__all__ = [
    "AddCheckIn",
    "AddDecision",
    "AddGoal",
    "AddLead",
    "ChangeGoal",
    "DeleteCheckIn",
    "DeleteGoal",
    "EditCheckIn",
    "FieldChange",
    "GoalOperation",
    "Operation",
    "Together",
    "changes_between",
    "value_at",
]


class AddGoal(Operation, frozen=True):
    """Append a goal; its id must be free."""

    goal: Goal

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.GOAL_ADDED, self.goal.id)

    def _done(self, reading: Reading) -> Reading:
        if any(same(goal.id) == same(self.goal.id) for goal in reading.file.goals):
            raise DuplicateId(self.goal.id)
        return add_goals(reading, self.goal)


class DeleteGoal(Operation, frozen=True):
    """Remove a goal and the comments directly above it."""

    goal_id: str

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.GOAL_DELETED, self.goal_id)

    @property
    def why(self) -> Why:
        """A deletion is worth a copy of its own."""
        return Why.DELETE

    def _done(self, reading: Reading) -> Reading:
        return delete_goal(reading, reading.find(self.goal_id))


class Together(Operation, frozen=True):
    """Several operations in one write: all of them or none."""

    operations: tuple[Operation, ...]

    @property
    def told(self) -> Told:
        """Tell it."""
        return _together([part.told for part in self.operations])

    @property
    def why(self) -> Why:
        """The largest of what is done."""
        return next((it.why for it in self.operations if it.why is not Why.DAY), Why.DAY)

    def _done(self, reading: Reading) -> Reading:
        return reduce(lambda done, operation: operation.run(done), self.operations, reading)


def _together(parts: Sequence[Told]) -> Told:
    """Tell the one thing that several come to: a decision, numbers, a change of one goal."""
    if decision := next((part for part in parts if part.deed is Deed.DECISION), None):
        return decision
    goals = {part.goal for part in parts}
    only = goals.pop() if len(goals) == 1 else None
    if len(parts) > 1 and all(part.deed in {Deed.CHECKIN, Deed.CHECKINS} for part in parts):
        numbers = sum(int(part.values.get("count", "1")) for part in parts)
        return Told(Deed.CHECKINS, only, {"count": str(numbers)})
    return (
        parts[0]
        if only is not None
        else Told(Deed.SEVERAL, values={"count": str(len({p.goal for p in parts}))})
    )
