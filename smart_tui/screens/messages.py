"""What screens ask for. The app turns each into one store operation."""

from dataclasses import dataclass
from decimal import Decimal

from textual.message import Message

from smart_tui.goals.draft import Draft
from smart_tui.goals.model import CheckIn, Goal


@dataclass
class NewGoalAsked(Message):
    """Open the wizard, empty."""


@dataclass
class EditGoalAsked(Message):
    """Open the wizard on a goal that exists."""

    place: int


@dataclass
class DraftAsked(Message):
    """Open the wizard on the draft that was kept."""


@dataclass
class DraftDiscarded(Message):
    """Throw the kept draft away."""


@dataclass
class CheckInMade(Message):
    """Add a check-in to a goal."""

    goal_id: str
    checkin: CheckIn
    becomes: Decimal
    """The goal's number afterwards, to be said when it is saved."""


@dataclass
class CheckInChanged(Message):
    """Change a check-in, or delete it (`after` is None)."""

    goal_id: str
    before: CheckIn
    after: CheckIn | None


@dataclass
class GoalDeleted(Message):
    """Delete a goal."""

    goal_id: str


@dataclass
class DraftTyped(Message):
    """The draft changed: keep it on disk."""

    draft: Draft


@dataclass
class DraftFinished(Message):
    """The draft is a goal: save it."""

    draft: Draft
    goal: Goal


@dataclass
class DraftLeft(Message):
    """The person left the wizard; the draft stays if anything was typed."""

    draft: Draft
