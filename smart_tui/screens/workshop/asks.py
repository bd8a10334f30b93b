"""What the workshop's screens ask for. The app, which owns the workshop, does it and keeps it."""

from dataclasses import dataclass

from textual.message import Message

from smart_tui.goals.draft import Draft
from smart_tui.goals.workshop import Agenda, Part


@dataclass
class PartTurned(Message):
    """Go to the part after, or to the one before; after the last one comes the end."""

    by: int


@dataclass
class ClockTurned(Message):
    """Start the clock, or let it stand."""


@dataclass
class MinutesGiven(Message):
    """Give the part that is on more minutes."""

    minutes: int


@dataclass
class AgendaChanged(Message):
    """Take another agenda."""

    agenda: Agenda


@dataclass
class PartLengthened(Message):
    """Give a part of the agenda more minutes, or fewer."""

    part: Part
    minutes: int


@dataclass
class BegunAnew(Message):
    """Begin from the opening again; people and parking lot stay."""


@dataclass
class Parked(Message):
    """Put a question aside."""

    text: str


@dataclass
class Unparked(Message):
    """Take a question out of the parking lot."""

    place: int


@dataclass
class PeopleNamed(Message):
    """Let people in: names, or how many there are."""

    typed: str


@dataclass
class PersonLeft(Message):
    """Let somebody go; their goal stays."""

    key: str


@dataclass
class ReadyTurned(Message):
    """Say that somebody is done with the part that is on, or is not after all."""

    key: str


@dataclass
class PersonGoalAsked(Message):
    """Write somebody's goal on the five screens."""

    key: str


@dataclass
class SentenceTyped(Message):
    """Make a goal of the sentence on somebody's sheet."""

    key: str
    draft: Draft


@dataclass
class ScreenAsked(Message):
    """Open one of the workshop's other screens."""

    name: str


@dataclass
class SheetsAsked(Message):
    """Write the folder of sheets."""
