"""What the coach has to say of a letter, in codes and values."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from smart_tui.coach.rewriting import Rewrite
from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Letter


class Level(StrEnum):
    """How a letter, or one point of it, stands."""

    STRONG = "strong"
    ASK = "ask"
    MISSING = "missing"


class Finding(Struct, frozen=True):
    """One thing that the coach has to say; `words` makes the sentence from code and values."""

    letter: Letter
    level: Level
    code: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    field: Field | None = None
    """Where it is answered."""
    suggestions: tuple[Rewrite, ...] = ()
    """The likeliest first."""


class Verdict(Struct, frozen=True):
    """A letter: how many of its points are met, and what is to be said of it, the most pressing first."""

    letter: Letter
    findings: tuple[Finding, ...]

    @property
    def level(self) -> Level:
        """The letter's own level: strong when every point is."""
        levels = {finding.level for finding in self.findings if finding.code not in NOTES}
        if Level.MISSING in levels:
            return Level.MISSING
        return Level.ASK if Level.ASK in levels else Level.STRONG

    @property
    def score(self) -> tuple[int, int]:
        """Points met, and points there are: one for each finding, notes left out (row 47)."""
        points = [finding for finding in self.findings if finding.code not in NOTES]
        return sum(finding.level is Level.STRONG for finding in points), len(points)

    @property
    def headline(self) -> Finding | None:
        """What to say in one line."""
        order = (Level.MISSING, Level.ASK, Level.STRONG)
        return min(self.findings, key=lambda finding: order.index(finding.level), default=None)


NOTES = frozenset({"season", "split", "money-steps", "large-alone", "learning", "slow"})
"""Codes that tell something worth knowing, and are no point won or lost."""


class Says(Struct, frozen=True):
    """Makes the findings of one letter."""

    letter: Letter

    def strong(self, code: str, **values: Any) -> Finding:
        """Give a point that is met."""
        return Finding(self.letter, Level.STRONG, code, MappingProxyType(values))

    def ask(self, code: str, where: Field, *ways: Rewrite | None, **values: Any) -> Finding:
        """Give a point to think about."""
        return Finding(
            self.letter, Level.ASK, code, MappingProxyType(values), where, tuple(filter(None, ways))
        )

    def missing(self, code: str, where: Field, *ways: Rewrite | None, **values: Any) -> Finding:
        """Give a point that nothing was said of."""
        given = tuple(filter(None, ways))
        return Finding(self.letter, Level.MISSING, code, MappingProxyType(values), where, given)

    def note(self, code: str, *ways: Rewrite | None, **values: Any) -> Finding:
        """Give something worth knowing."""
        return Finding(
            self.letter, Level.STRONG, code, MappingProxyType(values), None, tuple(filter(None, ways))
        )
