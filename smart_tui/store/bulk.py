"""Many things in one write, the result read back once: what an import does."""

from collections.abc import Iterator
from typing import Any

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.goals.tree import same
from smart_tui.store.codes import Refusal, Why
from smart_tui.store.edits import Edit, Extend
from smart_tui.store.errors import CannotSave, DuplicateId
from smart_tui.store.fields import history_of
from smart_tui.store.operation import Operation
from smart_tui.store.operations import GoalOperation
from smart_tui.store.reader import Reading
from smart_tui.store.rewrite import add_goals
from smart_tui.store.told import Deed, Told


class AddGoals(Operation, frozen=True):
    """Append goals; their ids must be free and differ."""

    goals: tuple[Goal, ...]

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.GOALS_ADDED, values={"count": str(len(self.goals))})

    @property
    def why(self) -> Why:
        """Many goals at once are worth a copy of their own."""
        return Why.IMPORT

    def _done(self, reading: Reading) -> Reading:
        taken = {same(goal.id) for goal in reading.file.goals}
        for goal in self.goals:
            if same(goal.id) in taken:
                raise DuplicateId(goal.id)
            taken.add(same(goal.id))
        return add_goals(reading, *self.goals) if self.goals else reading


class AddCheckIns(GoalOperation, frozen=True):
    """Append check-ins; refused when others have come since the person saw those `before`."""

    goal_id: str
    before: tuple[CheckIn, ...]
    checkins: tuple[CheckIn, ...]

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.CHECKINS, self.goal_id, {"count": str(len(self.checkins))})

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the one insertion of all."""
        if goal.history.checkins != self.before:
            raise CannotSave(Refusal.CHANGED, field="history.checkins")
        if self.checkins:
            history = raw.get("history")
            there = history.get("checkins") if isinstance(history, dict) else None
            yield Extend(("history", "checkins"), len(there or []), tuple(_written(goal, self.checkins)))

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether they are the last ones and the others are as they were."""
        count = len(before.history.checkins)
        others, added = after.history.checkins[:count], after.history.checkins[count:]
        return others == before.history.checkins and _written(before, added) == _written(
            before, self.checkins
        )


def _written(goal: Goal, checkins: tuple[CheckIn, ...]) -> list[Any]:
    """Give check-ins as the file says them."""
    written: list[Any] = history_of(goal.measurable.kind).field("checkins").codec.write(checkins)
    return written
