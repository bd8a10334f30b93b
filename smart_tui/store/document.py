"""The bytes of a goal file as text and as plain TOML data; every way in which that can fail has a code and a line."""

from typing import Any

import tomli
from msgspec import Struct

from smart_tui.store.codes import Misread
from smart_tui.store.errors import CannotRead
from smart_tui.store.limits import check_bytes, check_nesting, check_size, long_number, problem_at, refuse
from smart_tui.store.slices import Slice, joined, load, sliced

BOM = "\ufeff"


class Document(Struct, frozen=True):
    """A file's text without its BOM, and what it says."""

    text: str
    bom: bool
    raw: dict[str, Any]
    slices: tuple[Slice, ...] = ()
    """The text goal by goal, where it could be read so."""

    @classmethod
    def of(cls, data: bytes, earlier: "Document | None" = None) -> "Document":
        """Parse the bytes, of what an earlier document holds too only what differs; raises CannotRead."""
        check_bytes(data)
        text = _decoded(data)
        bom = text.startswith(BOM)
        text = text.removeprefix(BOM)
        check_size(text)
        if slices := sliced(text, earlier.slices if earlier else ()):
            return cls(text, bom, joined(slices), slices)
        check_nesting(text)
        return cls(text, bom, parsed(text))

    def data(self, text: str) -> bytes:
        """Give the bytes of this text, or of one that replaces it."""
        return (BOM * self.bom + text).encode()


def table_of_block(block: str) -> dict[str, Any] | None:
    """Give the table that one goal's own text says, None where it is not the text of one goal."""
    try:
        goals = parsed(block).get("goal")
    except CannotRead:
        return None
    return goals[0] if isinstance(goals, list) and len(goals) == 1 and isinstance(goals[0], dict) else None


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        text = data.decode(errors="replace")
        place = len(data[: error.start].decode())
        raise CannotRead([problem_at(text, place, Misread.NOT_UTF8)]) from None


def parsed(text: str) -> dict[str, Any]:
    """Give the data that a text says; raises CannotRead."""
    try:
        return load(text)
    except tomli.TOMLDecodeError as error:
        # Only a file that cannot be read pays for this.
        from smart_tui.store.mistakes import explained

        raise CannotRead([explained(error.doc, error.pos, error.msg)]) from None
    except ValueError:
        raise CannotRead([problem_at(text, long_number(text), Misread.LONG_NUMBER)]) from None
    except (RecursionError, MemoryError):
        raise refuse(Misread.TOO_DEEP) from None
