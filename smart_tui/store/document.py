"""The bytes of a goal file as text and as plain TOML data; every way in which that can fail has a code and a line."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import tomli

from smart_tui.store.codes import Misread
from smart_tui.store.errors import CannotRead
from smart_tui.store.limits import check_bytes, check_text, line_at, long_number, merge_markers, refuse

BOM = "\ufeff"
_NAN = Decimal("NaN")
"""One object: a file that holds it must equal itself."""

_MESSAGES = (
    (r"Cannot (?:overwrite|declare|mutate|redefine)|Duplicate", Misread.DUPLICATE_KEY),
    (r"Invalid date", Misread.NO_SUCH_DATE),
    (r"Unterminated|Illegal character '\\n'|Expected [\"']{2}", Misread.OPEN_TEXT),
    (r"Illegal character|Found invalid character", Misread.CONTROL_CHARACTER),
    (r"Invalid value", Misread.BAD_VALUE),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text without its BOM, and what it says."""

    text: str
    bom: bool
    raw: dict[str, Any]

    @classmethod
    def of(cls, data: bytes) -> "Document":
        """Parse the bytes; raises CannotRead."""
        check_bytes(data)
        text = _decoded(data)
        bom = text.startswith(BOM)
        text = text.removeprefix(BOM)
        check_text(text)
        return cls(text, bom, _parsed(text))

    def data(self, text: str) -> bytes:
        """Give the bytes of this text, or of one that replaces it."""
        return (BOM * self.bom + text).encode()


def table_of_block(block: str) -> dict[str, Any] | None:
    """Give the table that one goal's own text says, None where it is not the text of one goal."""
    try:
        goals = _parsed(block).get("goal")
    except CannotRead:
        return None
    return goals[0] if isinstance(goals, list) and len(goals) == 1 and isinstance(goals[0], dict) else None


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise refuse(Misread.NOT_UTF8, data.count(b"\n", 0, error.start) + 1) from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text, parse_float=_decimal)
    except tomli.TOMLDecodeError as error:
        raise _explained(text, error) from None
    except ValueError:
        raise refuse(Misread.LONG_NUMBER, long_number(text)) from None
    except (RecursionError, MemoryError):
        raise refuse(Misread.TOO_DEEP) from None


def _decimal(digits: str) -> Decimal:
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return _NAN
    return number if number.is_finite() else _NAN


def _explained(text: str, error: tomli.TOMLDecodeError) -> CannotRead:
    if (line := merge_markers(text)) is not None:
        return refuse(Misread.MERGE_MARKERS, line)
    doc, at = error.doc, error.pos
    if at < len(doc) and doc[at] == "\r":
        return refuse(Misread.CONTROL_CHARACTER, error.lineno)
    if error.msg.startswith("Unclosed") and at < len(doc) and doc[at] not in "]}=":
        return refuse(Misread.MISSING_COMMA, line_at(doc, _last_written(doc, at)))
    code = next((code for pattern, code in _MESSAGES if re.match(pattern, error.msg)), Misread.SYNTAX)
    return refuse(code, error.lineno, error.msg if code is Misread.SYNTAX else "")


def _last_written(doc: str, at: int) -> int:
    """Where the value ends after which a comma is missing: comments between are passed over."""
    lines = doc[:at].split("\n")
    while len(lines) > 1 and not re.sub(r"#.*", "", lines[-1]).strip():
        lines.pop()
    return len("\n".join(lines))
