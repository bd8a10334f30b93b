"""Check-ins in the very form in which this program writes them, read without the parser, in a seventh of its time.

They are most of every file. What stands otherwise is the parser's, to the last character: it reads the text without
the rows that are known here, and the two never say different things.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

START = "\n[goal.history]\ncheckins = [\n"
_ROW = (
    r"(?m)^  \{ date = ([0-9]{4}-[0-9]{2}-[0-9]{2}), value = (true|false|-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]+)?)"
    r'(?:, note = ("[^"\\\x00-\x1f\x7f]*"))?(?:, confidence = ([0-9]|10))? \},$'
)
_WORDS = {"true": True, "false": False}

Row = dict[str, Any]


def cut_out(piece: str, number: Callable[[str], Any]) -> tuple[str, list[Row]] | None:
    """Give a goal's text with an empty list of check-ins, and those that stood in it; None where any is not ours.

    `number` reads a decimal. The rest has to be parsed: a list in a text that can be is the goal's, if it has one goal.
    """
    start = piece.find(START) + len(START)
    end = piece.find("\n]", start - 1) + 1
    # In a text of several lines anything may look like a list.
    if start < len(START) or end <= start or '"""' in piece or "'''" in piece:
        return None
    found = _rows().findall(piece, start, end)
    if len(found) != piece.count("\n", start, end):
        return None
    try:
        return piece[:start] + piece[end:], [_row(each, number) for each in found]
    except ValueError:  # there is no 30th of February
        return None


@lru_cache(maxsize=1)
def _rows() -> re.Pattern[str]:
    return re.compile(_ROW)


def _row(found: tuple[str, str, str, str], number: Callable[[str], Any]) -> Row:
    day, value, note, confidence = found
    row: Row = {"date": date.fromisoformat(day), "value": _value(value, number)}
    if note:
        row["note"] = note[1:-1]
    if confidence:
        row["confidence"] = int(confidence)
    return row


def _value(written: str, number: Callable[[str], Any]) -> Any:
    if written in _WORDS:
        return _WORDS[written]
    return number(written) if "." in written else int(written)
