"""A tolerant eye over TOML text: where a value ends, and where the parts of an array or inline table stand."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import tomli
from msgspec import Struct

Path = tuple[str | int, ...]
"""Where a value lies: keys, and places in arrays, as in `("goal", 0, "history", "checkins", 2, "note")`."""

# Every run is possessive and every open string ends at the line's (or the text's) end: linear on any input.
_TEXTS = r"""
    \"\"\"(?:[^"\\]++|\\[\s\S]|"(?!""))*+(?:"{3,5}|\\?\Z)
  | '''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)
  | "(?:[^"\\\n]++|\\[^\n])*+(?:"|\\?$)
  | '[^'\n]*+(?:'|$)
"""
_TOKEN = rf"""
    (?P<space>[ \t]++) | (?P<newline>\r?\n) | (?P<comment>\#(?:[^\r\n]++|\r(?!\n))*+)
  | (?P<text>{_TEXTS}) | (?P<open>[\[{{]) | (?P<close>[\]}}]) | (?P<comma>,) | (?P<equals>=)
  | (?P<word>[^\s\[\]{{}},=\#"']++) | (?P<other>[\s\S])
"""
_UNMARKED = rf"{_TEXTS} | \#[^\n]*+"
# Remarks that follow each other are one piece, and so is a table without another one inside: files have thousands.
_REMARKS = r"\#[^\n]*+(?:\n\#[^\n]*+)*+"
_FLAT = rf"\{{(?:[^{{}}\[\]\"'\#]++|{_TEXTS})*+\}}"
_MARKS = rf"(?P<text>{_TEXTS}) | {_REMARKS} | (?P<open>[\[{{]) | [\]}}]"
_NESTED = rf"(?P<flat>{_FLAT}) | {_TEXTS} | \#[^\n]*+ | (?P<open>[\[{{]) | (?P<close>[\]}}])"
_PARTS = rf"(?P<flat>{_FLAT}) | (?P<blank>[ \t\r\n]++) | {_TOKEN}"
_WORD = r"[^\n\#]*"
_KEY = r"""[\ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[\ \t]*\.?"""

_NOT_PLAIN = ("\\", "'", "#", '"""')
BLANKS = frozenset({"space", "newline", "comment"})


class Token(NamedTuple):
    """A piece of the text: its kind and its offsets."""

    kind: str
    start: int
    end: int


class Part(Struct, frozen=True):
    """An item of an array (no path), or an entry of an inline table."""

    path: tuple[str, ...]
    start: int
    value: int
    end: int
    comma: int | None
    """Where the comma after it ends."""


@cache
def _rule(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: to read a file takes one of them, to change it all."""
    return re.compile(pattern, re.VERBOSE | re.MULTILINE)


def tokens(text: str, start: int) -> Iterator[Token]:
    """Cut the text from `start` on into pieces that leave nothing out."""
    for match in _rule(_TOKEN).finditer(text, start):
        yield Token(match.lastgroup or "other", match.start(), match.end())


def end_of_value(text: str, start: int) -> int:
    """Give where the value that starts here ends; comment and line end are left out."""
    if text[start] in "[{":
        return _end_of_nested(text, start)
    if match := _rule(_TEXTS).match(text, start):
        return match.end()
    match = _rule(_WORD).match(text, start)
    return start + len(match[0].rstrip()) if match else start


def _end_of_nested(text: str, start: int) -> int:
    depth = 0
    for match in _rule(_NESTED).finditer(text, start):
        depth += (match["open"] is not None) - (match["close"] is not None)
        if depth == 0:
            return match.end()
    return len(text)


def parts(text: str, start: int, end: int) -> list[Part]:
    """Give the parts of the array or inline table whose brackets stand at `start` and `end` - 1."""
    found: list[Part] = []
    depth, first, last, equals = 0, -1, -1, -1
    for match in _rule(_PARTS).finditer(text, start + 1):
        kind, at, after = match.lastgroup, match.start(), match.end()
        closing = depth == 0 and kind == "close"
        if closing or (depth == 0 and kind == "comma"):
            if first >= 0:
                found.append(_part(text, first, last, equals, None if closing else after))
            first = equals = -1
            if closing or after >= end:
                break
            continue
        if kind in {"blank", "comment"}:
            continue
        depth += (kind == "open") - (kind == "close")
        if depth == 0 and kind == "equals" and equals < 0:
            equals = at
        first = at if first < 0 else first
        last = after
    return found


def _part(text: str, start: int, end: int, equals: int, comma: int | None) -> Part:
    if equals < 0:
        return Part((), start, start, end, comma)
    after = text[equals + 1 : end]
    value = end - len(after.lstrip(" \t"))
    return Part(key_path(text[start:equals]), start, value, end, comma)


@lru_cache(maxsize=512)
def key_path(source: str) -> tuple[str, ...]:
    """Read a dotted key as written: `goal."my key"` is two parts."""
    return tuple(_plain_key(match[1]) for match in _rule(_KEY).finditer(source))


def _plain_key(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    key: str = tomli.loads(f"k = {part}")["k"] if "\\" in part else part[1:-1]
    return key


def depths(text: str) -> Iterator[tuple[int, int]]:
    """Give the place of each bracket outside strings and comments, and how deep the text is in brackets there."""
    depth = 0
    for match in _rule(_MARKS).finditer(text):
        if match["open"] is not None:
            depth += 1
            yield match.start(), depth
        elif match["text"] is None and match[0] in "]}":
            depth = max(depth - 1, 0)


def bare(text: str) -> str:
    """Give the text without strings and comments; what stood before a line still does, but its offsets move."""
    if not any(sign in text for sign in _NOT_PLAIN):
        # What most goals are written in: each quotation mark but the first is the other one's. Ten times faster.
        cut = text.split('"')
        if len(cut) % 2 and "\n" not in "".join(cut[1::2]):
            return '""'.join(cut[::2])
    return _rule(_UNMARKED).sub('""', text)


def comments(text: str) -> list[str]:
    """Give all comments of the text, in their order."""
    return [match[0].rstrip() for match in _rule(_UNMARKED).finditer(text) if match[0].startswith("#")]


class Brackets(NamedTuple):
    """Which brackets are open at a place, and where the one opened that closed last."""

    opened: tuple[int, ...]
    last_closed: int | None


def brackets(text: str, end: int) -> Brackets:
    """Look at the brackets before a place: those outside strings and comments; headings close their own."""
    opened: list[int] = []
    last_closed = None
    for match in _rule(_MARKS).finditer(text, 0, end):
        if match["open"] is not None:
            opened.append(match.start())
        elif match["text"] is None and match[0] in "]}" and opened:
            last_closed = opened.pop()
    return Brackets(tuple(opened), last_closed)


def opening_quote(text: str, at: int) -> int:
    """Give where the string opens that a place lies in."""
    start = at
    for match in _rule(_UNMARKED).finditer(text):
        if match.start() > at:
            break
        start = match.start()
    return start


def long_texts(text: str) -> Iterator[tuple[int, int]]:
    """Give where the strings of several lines stand; one that is never closed is none."""
    for match in _rule(_UNMARKED).finditer(text):
        mark = match[0][:3]
        if mark in {'"""', "'''"} and match[0].endswith(mark) and "\n" in match[0]:
            yield match.start(), match.end()
