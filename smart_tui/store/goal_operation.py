"""What every operation on one goal is: edits of its text, read back and compared with what was asked."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from smart_tui.goals.model import Goal
from smart_tui.store.codes import Refusal
from smart_tui.store.edits import Edit, Put
from smart_tui.store.errors import CannotSave
from smart_tui.store.fields import field_at
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.rewrite import change_goal
from smart_tui.store.scan import Path


class GoalOperation(Operation, frozen=True):
    """A change of one goal."""

    goal_id: str

    def _done(self, reading: Reading) -> Reading:
        place = reading.find(self.goal_id)
        goal, raw = reading.file.goals[place], reading.raw(place)
        edits = list(self.edits(goal, raw))
        if not edits:
            return reading
        if goal.id != field_at("id", goal.measurable.kind).codec.read(raw.get("id"), []):
            edits.insert(0, Put(("id",), goal.id))
        after = change_goal(reading, place, edits)
        if not self.holds(goal, after.file.goals[place]):
            raise CannotSave(Refusal.VERIFY_FAILED)
        return after

    @abstractmethod
    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield what changes, given the goal as it is now; raises CannotSave `changed`."""

    @abstractmethod
    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether the goal that was read back says what was asked."""


def at(raw: Any, path: Path) -> Any:
    """Give what is written at a path below a goal, None where nothing is."""
    for step in path:
        raw = raw.get(step) if isinstance(raw, dict) else None
    return raw
