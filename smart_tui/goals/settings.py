"""What a person has set, for all goal files. Pure: where it is kept is the store's to know."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from smart_tui.goals.model import Problem
from smart_tui.goals.terms import DateStyle, Dialect


class Glyphs(StrEnum):
    """What statuses, bars and lines are drawn with."""

    AUTO = "auto"
    """As the terminal can."""
    FULL = "full"
    PLAIN = "plain"
    """Letters that every terminal has."""


class Settings(Struct, frozen=True, kw_only=True):
    """What was set; what was not, or cannot be read, is as it is by itself."""

    dialect: Dialect = Dialect.RELEVANT
    """Which words A and R stand for."""
    language: str | None = None
    """A code such as "vi"; whether there is such a language is not known here."""
    theme: str | None = None
    dates: DateStyle = DateStyle.LANGUAGE
    glyphs: Glyphs = Glyphs.AUTO
    animations: bool = True
    keys: Mapping[str, str] = MappingProxyType({})
    """By the name of what is done: the keys, with commas between them."""
    problems: tuple[Problem, ...] = ()
    """What in the file is wrong."""

    def draws_plainly(self, *, by_itself: bool) -> bool:
        """Whether to draw with plain signs, where the terminal's own wish is `by_itself`."""
        return by_itself if self.glyphs is Glyphs.AUTO else self.glyphs is Glyphs.PLAIN

    @property
    def problem(self) -> Problem | None:
        """The first of them."""
        return next(iter(self.problems), None)
