"""Why the goal file can only be looked at: a kind and values; `words` makes the sentences."""

from enum import StrEnum

from msgspec import Struct

from smart_tui.goals.model import Problem


class Hinders(StrEnum):
    """What keeps the program from writing the file."""

    UNREADABLE = "unreadable"
    NEWER = "newer"
    """A newer version of the program wrote it."""
    READ_ONLY = "read-only"
    """The disk can only be read."""
    NO_PERMISSION = "no-permission"
    EMPTY = "empty"
    """It is empty although a backup has goals."""


class Hindrance(Struct, frozen=True):
    """What hinders; `near` are the lines around the first problem, numbered."""

    kind: Hinders
    problems: tuple[Problem, ...] = ()
    near: tuple[tuple[int, str], ...] = ()
    goals: int = 0
    """How many the backup of an empty file has."""

    @property
    def first(self) -> Problem | None:
        """What is to be mended first."""
        return self.problems[0] if self.problems else None

    @property
    def openable(self) -> bool:
        """Whether an editor can mend it."""
        return self.kind is Hinders.UNREADABLE and self.first is not None and self.first.line is not None
