"""What can be done to a goal file, one thing at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from smart_tui.goals.model import CheckIn, Decision, Goal, Lead
from smart_tui.goals.terms import Kind
from smart_tui.goals.tree import same
from smart_tui.store.change_goal import ChangeGoal, FieldChange, changes_between, value_at
from smart_tui.store.codecs import Each
from smart_tui.store.codes import Refusal, Why
from smart_tui.store.difference import difference
from smart_tui.store.edits import Edit, Insert, Take
from smart_tui.store.errors import CannotSave, DuplicateId
from smart_tui.store.fields import history_of
from smart_tui.store.goal_operation import GoalOperation, at
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.rewrite import add_goals, delete_goal
from smart_tui.store.scan import Path
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


@dataclass(frozen=True, slots=True)
class AddGoal(Operation):
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


@dataclass(frozen=True, slots=True)
class DeleteGoal(Operation):
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


@dataclass(frozen=True, slots=True)
class AddCheckIn(GoalOperation):
    """Append a check-in."""

    goal_id: str
    checkin: CheckIn

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.CHECKIN, self.goal_id, _number(self.checkin))

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

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.CHECKIN_CHANGED, self.goal_id, _number(self.after))

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

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.CHECKIN_DELETED, self.goal_id, _number(self.checkin))

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

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.DECISION, self.goal_id, {"did": self.decision.did.value})

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

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.LEAD, self.goal_id, {"name": self.lead.name, "value": str(self.lead.value)})

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


def _list(name: str, kind: Kind) -> Each:
    codec = history_of(kind).field(name).codec
    assert isinstance(codec, Each)
    return codec


def _appended(name: str, goal: Goal, raw: dict[str, Any], item: CheckIn | Decision | Lead) -> Insert:
    written = at(raw, ("history", name)) or []
    return Insert(("history", name), len(written), _list(name, goal.measurable.kind).item.write(item))


def _find(goal: Goal, raw: dict[str, Any], checkin: CheckIn) -> tuple[Path, Any]:
    """Give path and table of the last check-in like this one."""
    written = at(raw, ("history", "checkins")) or []
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


def _number(checkin: CheckIn) -> dict[str, str]:
    return {"value": str(checkin.value), "date": checkin.date.isoformat()}


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
