"""What a goal file may not exceed, looked at before it is parsed: nothing here takes more than linear time."""

import re

from smart_tui.goals.model import Problem
from smart_tui.store.codes import Misread
from smart_tui.store.errors import CannotRead
from smart_tui.store.scan import bare, depths

LARGEST_FILE = 16 * 2**20
"""Bytes."""
LONGEST_LINE = 2**20
"""Bytes."""
MOST_KEY_PARTS = 20
DEEPEST = 20
"""Arrays and inline tables inside each other."""
MOST_DIGITS = 4300
LONGEST_SHOWN = 1000
"""So much of a line goes with its problem, in characters."""
HEADING = "[[goal]]"
MOST_GOALS = 12_000
"""Ten thousand goals are read in a second or two; nobody has so many."""
MOST_MARKS = {"=": 250_000, ",": 300_000, "[": 100_000, "{": 100_000}
"""What gives a file its size: values, items, tables, entries. More cannot be read within two seconds."""

MOST_SIGNS = MOST_MARKS | {f"\n{HEADING}": MOST_GOALS}
"""The same, and the goals: what strings and comments hold of them does not count."""

_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_PARTS = r"""[\w\-"']*+[ \t]*+\."""
# Compiled when something is wrong, not whenever a file is read.
_LONG_KEY = rf"""(?<![\w\-"'. \t])[ \t]*+(?:{_PARTS}[ \t]*+){{{MOST_KEY_PARTS}}}"""
_LONG_NUMBER = rf"(?<![0-9_])[0-9_]{{{MOST_DIGITS + 1}}}"
_MERGE_MARKER = r"(?m)^<{7}(?: |$)"


def refuse(code: Misread, line: int | None = None, detail: str = "", text: str = "") -> CannotRead:
    """Make the error that one problem of the file itself is."""
    return CannotRead([Problem(code, line, detail=detail, text=text[:LONGEST_SHOWN])])


def problem_at(text: str, offset: int, code: Misread, detail: str = "") -> Problem:
    """Name a problem by its place in the text."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : min(len(text) if end < 0 else end, start + LONGEST_SHOWN)].removesuffix("\r")
    return Problem(code, line_at(text, offset), detail=detail, column=offset - start + 1, text=line)


def check_bytes(data: bytes) -> None:
    """Refuse a file that is too large, and lines that are."""
    if len(data) > LARGEST_FILE:
        raise refuse(Misread.TOO_LARGE)
    at = 0
    while len(data) - at > LONGEST_LINE:  # from the last line end within reach to the next such
        end = data.rfind(b"\n", at, at + LONGEST_LINE + 1)
        if end < 0:
            text = data[at : at + LONGEST_SHOWN].decode(errors="replace")
            raise refuse(Misread.LONG_LINE, data.count(b"\n", 0, at) + 1, text=text)
        at = end + 1


def check_text(text: str) -> None:
    """Refuse what is more than can be read in time, and what parsers are slow at or fail on."""
    check_size(text)
    check_nesting(text)


def check_size(text: str) -> None:
    """Refuse a text of more than can be read in time, before anything of it is read."""
    if any(text.count(mark) > most for mark, most in MOST_SIGNS.items()):
        plain = bare(text)
        if any(plain.count(mark) > most for mark, most in MOST_SIGNS.items()):
            raise refuse(Misread.TOO_MANY)


def check_nesting(text: str) -> None:
    """Refuse nesting and keys that parsers are slow at or fail on."""
    plain = bare(text)
    if _may_be_deep(plain):
        place = next((place for place, depth in depths(text) if depth > DEEPEST), None)
        if place is not None:
            raise CannotRead([problem_at(text, place, Misread.TOO_DEEP)])
    dotted = plain.count(".") >= MOST_KEY_PARTS and any(
        line.count(".") >= MOST_KEY_PARTS for line in plain.split("\n")
    )
    if dotted and (found := re.search(_LONG_KEY, plain)):
        raise CannotRead([problem_at(text, _place_of(text, plain, found), Misread.LONG_KEY)])


def _may_be_deep(plain: str) -> bool:
    """Whether folding innermost pairs of brackets away leaves any after as many rounds as are allowed."""
    brackets = plain.encode().translate(None, _NO_BRACKETS)
    for _ in range(DEEPEST if brackets else 0):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return bool(brackets)


def _place_of(text: str, plain: str, found: re.Match[str]) -> int:
    """Give the place of something found in the bare text: of its first appearance as it is written."""
    return max(text.find(plain[found.start() : found.end()]), 0)


def merge_markers(text: str) -> int | None:
    """Give the place at which a merge left its first marker."""
    found = re.search(_MERGE_MARKER, text)
    return found.start() if found else None


def long_number(text: str) -> int:
    """Give the place of the first number that no program reads."""
    plain = bare(text)
    found = re.search(_LONG_NUMBER, plain)
    return _place_of(text, plain, found) if found else 0


def line_at(text: str, offset: int) -> int:
    """Give the line, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1
