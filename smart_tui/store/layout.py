"""Where everything stands in a goal file's text: tables, keys, values, and the line of each."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from msgspec import Struct

from smart_tui.store.limits import LONGEST_SHOWN
from smart_tui.store.scan import Part, Path, end_of_value, key_path, parts

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEYS = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_STATEMENT = re.compile(
    rf"""(?P<indent>[ \t]*)(?:
        (?P<comment>\#[^\n]*+(?:\n[ \t]*+\#[^\n]*+)*+)(?:\n|\Z)
      | (?:\r?\n)(?:[ \t]*+\r?\n)*+ | \r?\Z
      | (?P<header>\[\[?[ \t]*(?P<table>{_KEYS})[ \t]*\]\]?)[^\n]*(?:\n|\Z)
      | (?P<key>{_KEYS})[ \t]*=[ \t]*)""",
    re.VERBOSE,
)


class Unplaceable(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """The text has a shape that this module does not know its way around in."""


class Position(NamedTuple):
    """A line and a column, both from 1, and the line itself."""

    line: int
    column: int | None
    text: str


class Spot(Struct, frozen=True):
    """A value in the text: where its statement or part starts, where the value itself starts and ends."""

    start: int
    value: int
    end: int


class Entry(Struct, frozen=True):
    """A `key = value` statement; `start` to `after` are its whole lines."""

    path: Path
    start: int
    value: int
    end: int
    after: int


class Section(Struct, frozen=True):
    """A `[table]` or `[[table]]` header with the entries below it; `lead` is where its own comments start."""

    path: Path
    header: str
    lead: int
    start: int
    after: int
    entries: tuple[Entry, ...]

    @property
    def content_end(self) -> int:
        """Where its last statement ends."""
        return self.entries[-1].after if self.entries else self.after


class Layout(Struct, frozen=True, dict=True):
    """The sections of a text, the first being what stands before any header."""

    text: str
    sections: tuple[Section, ...]

    @classmethod
    def of(cls, text: str) -> "Layout":
        """Look a valid TOML text over; raises Unplaceable."""
        return cls(text, tuple(_sections(text)))

    @cached_property
    def goals(self) -> tuple[tuple[Section, ...], ...]:
        """Each goal's own sections, in the order of the file."""
        found: list[list[Section]] = []
        for section in self.sections:
            if section.path[:1] == ("goal",) and len(section.path) > 1:
                if len(section.path) == 2:  # noqa: PLR2004 - the name and the place
                    found.append([])
                found[-1].append(section)
        return tuple(map(tuple, found))

    def region(self, goal: int) -> tuple[int, int]:
        """Give the span from a goal's header to the next table that is not its own, or the comments above that."""
        if goal >= len(self.goals):
            raise Unplaceable
        own = self.goals[goal]
        following = bisect_right(self._starts, own[-1].start)
        end = self.sections[following].lead if following < len(self.sections) else len(self.text)
        return own[0].start, end

    def section(self, path: Path) -> Section | None:
        """Give the table with a header of its own at this path."""
        return self._tables.get(path)

    def under(self, path: Path) -> tuple[Section, ...]:
        """Give the tables at and under this path."""
        return tuple(section for section in self.sections if section.path[: len(path)] == path)

    def entries(self) -> Iterator[Entry]:
        """Yield all statements."""
        for section in self.sections:
            yield from section.entries

    def locate(self, path: Path) -> Spot | None:
        """Find the value at this path, in a statement of its own or inside an array or inline table."""
        for length in range(1, len(path) + 1):
            if entry := self._statements.get(path[:length]):
                return self._inside(entry, path[length:])
        return None

    def entry(self, path: Path) -> Entry | None:
        """Give the statement of exactly this path."""
        return self._statements.get(path)

    def position(self, path: Path) -> Position | None:
        """Give the position of a value, or of the nearest thing around it that is written (then no column)."""
        for length in range(len(path), 0, -1):
            spot, section = self.locate(path[:length]), self.section(path[:length])
            if spot is not None:
                return self._position(spot.start, spot.value if length == len(path) else None)
            if section is not None:
                return self._position(section.start, None)
        return None

    def _position(self, offset: int, value: int | None) -> Position:
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        column = value - start + 1 if value is not None and value < end else None
        return Position(line, column, self.text[start : min(end, start + LONGEST_SHOWN)].rstrip("\r\n"))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def _tables(self) -> dict[Path, Section]:
        return {section.path: section for section in reversed(self.sections)}

    @cached_property
    def _statements(self) -> dict[Path, Entry]:
        return {
            entry.path: entry for section in reversed(self.sections) for entry in reversed(section.entries)
        }

    @cached_property
    def _parts(self) -> dict[int, list[Part]]:
        """The parts of arrays and tables that were looked into: a long one may hold many problems."""
        return {}

    def _parts_of(self, spot: Spot) -> list[Part]:
        if spot.value not in self._parts:
            self._parts[spot.value] = parts(self.text, spot.value, spot.end)
        return self._parts[spot.value]

    def _inside(self, entry: Entry, rest: Path) -> Spot | None:
        spot = Spot(entry.start, entry.value, entry.end)
        while rest:
            if self.text[spot.value] not in "[{":
                return None
            items = self._parts_of(spot)
            step = rest[0]
            if isinstance(step, int):
                found, taken = (items[step] if step < len(items) else None), 1
            else:
                found = next((item for item in items if item.path == rest[: len(item.path)]), None)
                taken = len(found.path) if found else 0
            if found is None or taken == 0:
                return None
            spot, rest = Spot(found.start, found.value, found.end), rest[taken:]
        return spot


@lru_cache(maxsize=1)
def layout_of_file(text: str) -> Layout:
    """Look a whole file over; what changes it and what remembers the change need it, one after the other."""
    return Layout.of(text)


def end_of_text(text: str, start: int, end: int) -> int:
    """Give where a goal's last line ends: the blank lines after it are not its own."""
    written = start + len(text[start:end].rstrip("\r\n"))
    line_end = text.find("\n", written, end)
    return end if line_end < 0 else line_end + 1


def _sections(text: str) -> Iterator[Section]:
    resolve = _Resolver()
    path: Path = ()
    header, lead, start, after = "", 0, 0, 0
    entries: list[Entry] = []
    comments: int | None = None
    at = 0
    while at < len(text):
        match = _STATEMENT.match(text, at)
        if match is None:
            raise Unplaceable
        if match["table"] is not None:
            yield Section(path, header, lead, start, after, tuple(entries))
            path = resolve(key_path(match["table"]), array=match["header"].startswith("[["))
            header, lead, start = match["header"], at if comments is None else comments, at
            after = match.end()
            entries = []
        elif match["key"] is not None:
            entries.append(_entry(text, match, path))
        comments = (at if comments is None else comments) if match["comment"] is not None else None
        at = entries[-1].after if match["key"] is not None else match.end()
    yield Section(path, header, lead, start, after, tuple(entries))


def _entry(text: str, match: re.Match[str], table: Path) -> Entry:
    value = match.end()
    end = end_of_value(text, value)
    line_end = text.find("\n", end)
    after = len(text) if line_end < 0 else line_end + 1
    return Entry((*table, *key_path(match["key"])), match.start(), value, end, after)


class _Resolver:
    """Turns the keys of a header into a path: the second `[[goal]]` is `("goal", 1)`."""

    def __init__(self) -> None:
        self._arrays: dict[Path, int] = {}

    def __call__(self, keys: Iterable[str], *, array: bool) -> Path:
        keys = tuple(keys)
        path: Path = ()
        for place, key in enumerate(keys):
            path = (*path, key)
            if array and place == len(keys) - 1:
                self._arrays[path] = self._arrays.get(path, -1) + 1
            if path in self._arrays:
                path = (*path, self._arrays[path])
        return path
