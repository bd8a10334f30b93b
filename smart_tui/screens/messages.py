"""What screens ask for. The app turns each into one store operation.

They are made and read, never compared or printed: what a dataclass writes for that would cost time at every start.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, runtime_checkable

from msgspec import Struct, field
from textual.message import Message

from smart_tui.goals.draft import Draft
from smart_tui.goals.model import Action, CheckIn, Clarity, Goal, Result
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Did, Entry, Period
from smart_tui.reports.formats import Format


class NewGoalAsked(Message):
    """Open the wizard, empty."""


@dataclass(eq=False, repr=False, match_args=False)
class EditGoalAsked(Message):
    """Open the wizard on a goal that exists."""

    place: int


class OpenFileAsked(Message):
    """Open the goal file in the person's own editor, where the first mistake is."""


class WritingRefused(Message):
    """A key was pressed that would change the file while it can only be looked at: say why not."""


class DraftAsked(Message):
    """Open the wizard on the draft that was kept."""


class DraftDiscarded(Message):
    """Throw the kept draft away."""


@dataclass(eq=False, repr=False, match_args=False)
class CheckInMade(Message):
    """Add a check-in to a goal."""

    goal_id: str
    checkin: CheckIn
    becomes: Decimal
    """The goal's number afterwards, to be said when it is saved."""


class Task(StrEnum):
    """What fields are filled for."""

    CHECK_IN = "check-in"
    UPDATE = "update"
    DECISION = "decision"


class Typing(Struct, frozen=True):
    """What stands in the fields for a goal, not entered yet."""

    task: Task
    goal_id: str
    fields: Mapping[str, str]
    """The texts, by field."""
    meant: Mapping[str, str] = field(default_factory=dict)
    """What a person chose for them otherwise than by typing."""


@runtime_checkable
class TypedInto(Protocol):
    """A screen whose fields are kept, however the program ends."""

    def typings(self) -> tuple[Typing, ...]:
        """Give what stands in the fields."""


@dataclass(eq=False, repr=False, match_args=False)
class TypingDone(Message):
    """What was typed for a goal is entered, or not wanted."""

    task: Task
    goal_id: str


@dataclass(eq=False, repr=False, match_args=False)
class CheckInChanged(Message):
    """Change a check-in, or delete it (`after` is None)."""

    goal_id: str
    before: CheckIn
    after: CheckIn | None


class WeeklyUpdateAsked(Message):
    """Go through every goal that is due."""


class NumberEntered(Struct, frozen=True):
    """What the weekly update changes of one goal."""

    goal_id: str
    before: CheckIn | None
    """What the update stored for the goal already, None while that is nothing."""
    after: CheckIn | None
    """What is to be stored instead; None takes it back."""
    entry_before: Entry | None
    entry: Entry | None
    """How the goal's numbers are typed from now on."""


@dataclass(eq=False, repr=False, match_args=False)
class NumbersEntered(Message):
    """Store the numbers of the weekly update, all of them or none."""

    entries: tuple[NumberEntered, ...]
    answer: Callable[[bool], None]
    """Called with whether they are on the disk."""


@dataclass(eq=False, repr=False, match_args=False)
class WeekReviewed(Message):
    """The week was looked back on: on leaving, it is printed to the shell as it is on the disk then."""

    told: Callable[[tuple[Standing, ...]], str]
    """Gives the week in one paragraph."""


@dataclass(eq=False, repr=False, match_args=False)
class GoalDecided(Message):
    """Decide about a goal; `final` is its last number, of the day on which it should have been reached."""

    goal_id: str
    did: Did
    to: date | None = None
    target: Decimal | None = None
    why: str | None = None
    final: CheckIn | None = None
    result: Result | None = None
    """What was kept, missed and learned, of a goal that is over."""


@dataclass(eq=False, repr=False, match_args=False)
class GoalDeleted(Message):
    """Delete a goal."""

    goal_id: str


@dataclass(eq=False, repr=False, match_args=False)
class MainGoalChosen(Message):
    """Make a goal the main one, or the main one a goal like any other."""

    place: int


@dataclass(eq=False, repr=False, match_args=False)
class ActionsAsked(Message):
    """Show the steps of a goal."""

    place: int


@dataclass(eq=False, repr=False, match_args=False)
class ActionsChanged(Message):
    """The steps of a goal's plan are others now."""

    goal_id: str
    before: tuple[Action, ...]
    after: tuple[Action, ...]
    refused: Callable[[], None]
    """Called when they could not be saved."""


@dataclass(eq=False, repr=False, match_args=False)
class UndoAsked(Message):
    """Take the last change back, or do it again."""

    again: bool


class MergeAsked(Message):
    """Look at another version of the file."""


@dataclass(eq=False, repr=False, match_args=False)
class ReportAsked(Message):
    """Write a report on all goals."""

    form: Format
    period: Period


@dataclass(eq=False, repr=False, match_args=False)
class DraftTyped(Message):
    """The draft changed: keep it on disk."""

    draft: Draft


@dataclass(eq=False, repr=False, match_args=False)
class DraftFinished(Message):
    """The draft is a goal: save it."""

    draft: Draft
    goal: Goal
    base: Goal | None
    """The goal as it was when the wizard opened on it, None for a new one."""


@dataclass(eq=False, repr=False, match_args=False)
class GoalPutAside(Message):
    """A second goal that a sentence held: kept, to be written after this one."""

    sentence: str
    supports: str = ""
    """The title of the goal that it serves."""
    worth: str = ""
    """What one of its units brings to that goal, as it was typed."""


@dataclass(eq=False, repr=False, match_args=False)
class DraftLeft(Message):
    """The person left the wizard; the draft stays if anything was typed."""

    draft: Draft


@dataclass(eq=False, repr=False, match_args=False)
class ClarityHeard(Message):
    """Keep what a clarity round said of a goal."""

    goal_id: str
    before: Clarity | None
    after: Clarity | None


class SettingsAsked(Message):
    """Show what can be set."""


@dataclass(eq=False, repr=False, match_args=False)
class SettingChosen(Message):
    """Set something, from now on; the value as the file has it, nothing for as it is by itself."""

    name: str
    value: str


class KeysAsked(Message):
    """Show the keys that can be changed."""


@dataclass(eq=False, repr=False, match_args=False)
class KeyChosen(Message):
    """Have a key do something, or (None) that which did it by itself."""

    doing: str
    key: str | None
