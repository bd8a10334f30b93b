"""What is appended to a goal's history: check-ins, decisions, what was done for it."""

from collections.abc import Iterator
from typing import Any

from smart_tui.goals.model import CheckIn, Decision, Goal, Lead
from smart_tui.goals.terms import Kind
from smart_tui.store.codecs import Each
from smart_tui.store.edits import Edit, Insert
from smart_tui.store.fields import history_of
from smart_tui.store.goal_operation import GoalOperation, at
from smart_tui.store.told import Deed, Told


class AddCheckIn(GoalOperation, frozen=True):
    """Append a check-in."""

    goal_id: str
    checkin: CheckIn

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.CHECKIN, self.goal_id, number_told(self.checkin))

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the one insertion."""
        yield _appended("checkins", goal, raw, self.checkin)

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether it is the last one and the others are as they were."""
        *others, last = after.history.checkins
        return tuple(others) == before.history.checkins and alike(before, last, self.checkin)


class AddDecision(GoalOperation, frozen=True):
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


class AddLead(GoalOperation, frozen=True):
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


def list_of(name: str, kind: Kind) -> Each:
    """Give the codec of one of the lists of a goal's history."""
    codec = history_of(kind).field(name).codec
    assert isinstance(codec, Each)
    return codec


def _appended(name: str, goal: Goal, raw: dict[str, Any], item: CheckIn | Decision | Lead) -> Insert:
    written = at(raw, ("history", name)) or []
    return Insert(("history", name), len(written), list_of(name, goal.measurable.kind).item.write(item))


def alike(goal: Goal, one: CheckIn, other: CheckIn) -> bool:
    """Whether two check-ins of a goal are written alike."""
    codec = list_of("checkins", goal.measurable.kind).item
    return bool(codec.write(one) == codec.write(other))


def number_told(checkin: CheckIn) -> dict[str, str]:
    """Give what is told of a check-in."""
    return {"value": str(checkin.value), "date": checkin.date.isoformat()}
