"""What can be done to a goal file, one thing at a time."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter
from typing import Any

from smart_tui.goals.model import CheckIn, Decision, Goal, Lead
from smart_tui.goals.terms import Kind
from smart_tui.goals.tree import same
from smart_tui.store.codecs import Each
from smart_tui.store.codes import Refusal
from smart_tui.store.difference import difference
from smart_tui.store.edits import Edit, Insert, Put, Take
from smart_tui.store.errors import CannotSave, DuplicateId
from smart_tui.store.fields import LETTERS, TOP, field_at, history_of
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.rewrite import add_goals, change_goal, delete_goal
from smart_tui.store.scan import Path

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


@dataclass(frozen=True, slots=True)
class AddGoal(Operation):
    """Append a goal; its id must be free."""

    goal: Goal

    def _done(self, reading: Reading) -> Reading:
        if any(same(goal.id) == same(self.goal.id) for goal in reading.file.goals):
            raise DuplicateId(self.goal.id)
        return add_goals(reading, self.goal)


@dataclass(frozen=True, slots=True)
class DeleteGoal(Operation):
    """Remove a goal and the comments directly above it."""

    goal_id: str

    def _done(self, reading: Reading) -> Reading:
        return delete_goal(reading, reading.find(self.goal_id))


class GoalOperation(Operation):
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


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field by its path (`measurable.target`, `owner`): what it was when the person saw it, what it becomes."""

    path: str
    before: Any
    after: Any
    """None removes it."""


@dataclass(frozen=True, slots=True)
class ChangeGoal(GoalOperation):
    """Change fields of a goal; refused when one of them is no longer what it was."""

    goal_id: str
    changes: tuple[FieldChange, ...]

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the edits of all fields."""
        kind = goal.measurable.kind
        for change in self.changes:
            field = field_at(change.path, kind)
            path: Path = tuple(change.path.split("."))
            now = value_at(goal, change.path)
            if (
                _settled(field.codec, now) == _settled(field.codec, change.after)
                and _at(raw, path) is not None
            ):
                continue
            if now != change.before:
                raise CannotSave(Refusal.CHANGED, field=change.path)
            yield from difference(path, field.codec, change.before, change.after, _at(raw, path))

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether every field reads back as it was asked, defaults aside."""
        kind = before.measurable.kind
        return all(
            change.after in {None, "", ()}
            or _settled(codec := field_at(change.path, kind).codec, value_at(after, change.path))
            == _settled(codec, change.after)
            for change in self.changes
        )


@dataclass(frozen=True, slots=True)
class AddCheckIn(GoalOperation):
    """Append a check-in."""

    goal_id: str
    checkin: CheckIn

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the one insertion."""
        yield _appended("checkins", goal, raw, self.checkin)

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether it is the last one and the others are as they were."""
        *others, last = after.history.checkins
        return tuple(others) == before.history.checkins and _alike(before, last, self.checkin)


@dataclass(frozen=True, slots=True)
class EditCheckIn(GoalOperation):
    """Change a check-in where it stands."""

    goal_id: str
    before: CheckIn
    after: CheckIn

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the edits of the keys that differ."""
        path, written = _find(goal, raw, self.before)
        codec = _list("checkins", goal.measurable.kind).item
        yield from difference(path, codec, self.before, self.after, written)

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether the last one like it was replaced."""
        checkins = list(before.history.checkins)
        place = _last(checkins, self.before)
        return len(after.history.checkins) == len(checkins) and _alike(
            before, after.history.checkins[place], self.after
        )


@dataclass(frozen=True, slots=True)
class DeleteCheckIn(GoalOperation):
    """Remove a check-in."""

    goal_id: str
    checkin: CheckIn

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the one removal."""
        yield Take(_find(goal, raw, self.checkin)[0])

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether the last one like it is gone."""
        checkins = list(before.history.checkins)
        del checkins[_last(checkins, self.checkin)]
        return after.history.checkins == tuple(checkins)


@dataclass(frozen=True, slots=True)
class AddDecision(GoalOperation):
    """Record a decision."""

    goal_id: str
    decision: Decision

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the one insertion."""
        yield _appended("decisions", goal, raw, self.decision)

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether it is the last one."""
        return after.history.decisions[:-1] == before.history.decisions


@dataclass(frozen=True, slots=True)
class AddLead(GoalOperation):
    """Record what was done for a goal."""

    goal_id: str
    lead: Lead

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the one insertion."""
        yield _appended("leads", goal, raw, self.lead)

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether it is the last one."""
        return after.history.leads[:-1] == before.history.leads


@dataclass(frozen=True, slots=True)
class Together(Operation):
    """Several operations in one write: all of them or none."""

    operations: tuple[Operation, ...]

    def _done(self, reading: Reading) -> Reading:
        return reduce(lambda done, operation: operation.run(done), self.operations, reading)


def changes_between(before: Goal, after: Goal) -> tuple[FieldChange, ...]:
    """Give the fields in which two states of a goal differ, its id and its history left out."""
    paths = [field.name for field in TOP if field.name != "id"]
    paths += (f"{letter}.{field.name}" for letter, record in LETTERS.items() for field in record.fields)
    pairs = ((path, value_at(before, path), value_at(after, path)) for path in paths)
    return tuple(FieldChange(path, old, new) for path, old, new in pairs if old != new)


def value_at(goal: Goal, path: str) -> Any:
    """Give the value of a field by its path."""
    return attrgetter(path)(goal)


def _at(raw: Any, path: Path) -> Any:
    for step in path:
        raw = raw.get(step) if isinstance(raw, dict) else None
    return raw


def _settled(codec: Any, value: Any) -> Any:
    """Give what a value is once written, to compare what is meant and not how it was typed."""
    return None if value in {None, "", ()} else codec.write(value)


def _list(name: str, kind: Kind) -> Each:
    codec = history_of(kind).field(name).codec
    assert isinstance(codec, Each)
    return codec


def _appended(name: str, goal: Goal, raw: dict[str, Any], item: CheckIn | Decision | Lead) -> Insert:
    written = _at(raw, ("history", name)) or []
    return Insert(("history", name), len(written), _list(name, goal.measurable.kind).item.write(item))


def _find(goal: Goal, raw: dict[str, Any], checkin: CheckIn) -> tuple[Path, Any]:
    """Give path and table of the last check-in like this one."""
    written = _at(raw, ("history", "checkins")) or []
    places = _list("checkins", goal.measurable.kind).places(written)
    place = places[_last(goal.history.checkins, checkin)]
    return ("history", "checkins", place), written[place]


def _last(checkins: Sequence[CheckIn], checkin: CheckIn) -> int:
    for place in reversed(range(len(checkins))):
        if checkins[place] == checkin:
            return place
    raise CannotSave(Refusal.CHANGED, field="history.checkins")


def _alike(goal: Goal, one: CheckIn, other: CheckIn) -> bool:
    codec = _list("checkins", goal.measurable.kind).item
    return bool(codec.write(one) == codec.write(other))
