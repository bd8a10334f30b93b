"""A goal file's text read goal by goal, so that what was read once need not be read again.

Cut before each line that begins with `[[goal]]`, and every slice parsed alone. That is as good as the whole parsed at
once: a slice that parses ends outside of any string or bracket, so the next one begins where a statement may; what it
says belongs to its own goal; and a name that two slices share, other than `goal`, is left to the whole's parser.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

import tomli
from msgspec import Struct

from smart_tui.store.errors import CannotRead
from smart_tui.store.limits import HEADING, check_nesting
from smart_tui.store.rows import cut_out

GOAL = "goal"
_NAN = Decimal("NaN")
"""One object: a file that holds it must equal itself."""


class Slice(Struct, frozen=True):
    """A piece of the text, and what it says."""

    text: str
    raw: dict[str, Any]

    @property
    def is_one_goal(self) -> bool:
        """Whether it says one goal and nothing else."""
        return self.raw.keys() == {GOAL} and len(self.raw[GOAL]) == 1


def load(text: str) -> dict[str, Any]:
    """Give the data that a text says; raises what the parser raises."""
    return tomli.loads(text, parse_float=_decimal)


def sliced(text: str, earlier: Iterable[Slice] = ()) -> tuple[Slice, ...]:
    """Read the text in slices, without those that were read before; none where it must be read as a whole."""
    known, pieces = {it.text: it for it in earlier}, _cut(text)
    if len(pieces) == 1:
        return ()
    try:
        slices = tuple(known.get(piece) or _read(piece) for piece in pieces)
    except (CannotRead, ValueError, RecursionError, MemoryError):
        return ()
    return slices if _fit_together(slices) else ()


def joined(slices: Iterable[Slice]) -> dict[str, Any]:
    """Give what the whole says."""
    raw: dict[str, Any] = {}
    goals: list[Any] = []
    for it in slices:
        for key, value in it.raw.items():
            raw[key] = goals if key == GOAL else value
        goals += it.raw.get(GOAL, ())
    return raw


def _cut(text: str) -> list[str]:
    head, *goals = f"\n{text}".split(f"\n{HEADING}")
    ends = ["\n"] * (len(goals) - 1) + [""] if goals else []
    return [
        f"{head}\n"[1:] if goals else text,
        *(f"{HEADING}{goal}{end}" for goal, end in zip(goals, ends, strict=True)),
    ]


def _read(piece: str) -> Slice:
    known = cut_out(piece, _decimal) if piece.startswith(HEADING) else None
    if known is not None:
        rest, rows = known
        read = _read_by_parser(rest)
        # Where another goal begins in the piece, whose list it is only the parser can say.
        if read.is_one_goal:
            read.raw[GOAL][0]["history"]["checkins"] = rows
            return Slice(piece, read.raw)
    return _read_by_parser(piece)


def _read_by_parser(piece: str) -> Slice:
    check_nesting(piece)
    return Slice(piece, load(piece))


def _fit_together(slices: tuple[Slice, ...]) -> bool:
    others = [key for it in slices for key in it.raw if key != GOAL]
    return GOAL not in slices[0].raw and len(set(others)) == len(others)


def _decimal(digits: str) -> Decimal:
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return _NAN
    return number if number.is_finite() else _NAN
