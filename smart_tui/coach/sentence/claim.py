"""A claim: one number that a sentence says is to be reached."""

from decimal import Decimal

from msgspec import Struct

from smart_tui.coach.sentence.quantities import Quantity
from smart_tui.goals.terms import Direction, Period

NEAR = 6
"""Tokens within which a word still belongs to a number."""
ABSOLUTE, RELATIVE = "absolute", "relative"
UP, DOWN = Direction.INCREASE, Direction.DECREASE


class Claim(Struct, frozen=True):
    """One number that is to be reached, and the words that say so (tokens from `start` to `end`)."""

    target: Decimal
    unit: str | None
    change: str
    start: int
    end: int
    baseline: Decimal | None = None
    direction: Direction | None = None
    """None where only the verb says it."""
    per: Period | None = None
    rank: int = 0
    marks: tuple[Quantity, ...] = ()
    """The numbers it was made of: the target's first."""
    bound: str = ""
    """`max` or `min` where it is a ceiling or a floor."""
    rivals: tuple["Claim", ...] = ()
    """Other numbers of the sentence that may be meant as well."""
