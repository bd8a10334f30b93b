"""Plain tables of a goal file that grew from one: merged value by value, and the edits from one to another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct

from smart_tui.store.edits import IN_LINES, Edit, Insert, Put, Take
from smart_tui.store.scan import Path
from smart_tui.store.weave import GONE, MARKS_OF_A_RECORD, Gone, fates, same, same_fate, woven

CHECKINS = ("history", "checkins")
ADDS_UP = frozenset({None, "total", "rate"})
"""Kinds of which two equal check-ins are two events, and not one that was seen twice."""


class Clash(Struct, frozen=True):
    """A value that both sides changed, each in its own way; `GONE` where one removed it."""

    path: Path
    ours: Any
    theirs: Any


@dataclass
class Merger:
    """Merges tables; remembers what it could not decide, where our side then stands."""

    chosen: Mapping[Path, bool] = field(default_factory=dict)
    """Where the person has chosen: true for the other side."""
    clashes: list[Clash] = field(default_factory=list)
    _adds_up: bool = True

    def goal(self, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
        """Merge a goal's table."""
        measure = ours.get("measurable")
        self._adds_up = not isinstance(measure, dict) or measure.get("kind") in ADDS_UP
        merged: dict[str, Any] = self.value(base, ours, theirs, ())
        return merged

    def value(self, base: Any, ours: Any, theirs: Any, path: Path) -> Any:
        """Merge a value of any kind; `GONE` is one that is not there."""
        if same_fate(theirs, base) or (same_fate(ours, theirs) and not self._may_count_twice(path, ours)):
            return ours
        if same_fate(ours, base):
            return theirs
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._table(base if isinstance(base, dict) else {}, ours, theirs, path)
        if isinstance(ours, list) and isinstance(theirs, list):
            return self._list(base if isinstance(base, list) else [], ours, theirs, path)
        return self._undecided(path, ours, theirs)

    def _table(self, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], path: Path) -> Any:
        merged = {}
        for key in dict.fromkeys((*ours, *theirs)):
            old, mine, yours = (table.get(key, GONE) for table in (base, ours, theirs))
            value = self.value(old, mine, yours, (*path, key))
            if value is not GONE:
                merged[key] = value
        return merged

    def _list(self, base: list[Any], ours: list[Any], theirs: list[Any], path: Path) -> list[Any]:
        def both(old: Any, one: Any, other: Any) -> Any:
            return self.value(old, one, other, (*path, _name_of(old)))

        return woven(base, ours, theirs, both, twice=path == CHECKINS and self._adds_up)

    def _may_count_twice(self, path: Path, value: Any) -> bool:
        """Whether what both sides added alike may be two things: two sales of a day, not one that was seen twice."""
        return self._adds_up and value is not GONE and path == CHECKINS[: len(path)]

    def _undecided(self, path: Path, ours: Any, theirs: Any) -> Any:
        self.clashes.append(Clash(path, ours, theirs))
        # What one side changed is not lost because the other side removed it, unless that is chosen.
        return theirs if self.chosen.get(path, ours is GONE) else ours


def common(ours: Any, theirs: Any) -> Any:
    """Give what two values have in common: what they may have grown from, as far as that can be told."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        shared = {key: common(ours[key], theirs[key]) for key in ours if key in theirs}
        return {key: value for key, value in shared.items() if value is not GONE}
    if isinstance(ours, list) and isinstance(theirs, list):
        kept = fates(ours, theirs, paired=False).kept
        return [mine for mine, yours in zip(ours, kept, strict=True) if yours is not GONE]
    return ours if same(ours, theirs) else GONE


def edits_between(before: dict[str, Any], after: dict[str, Any], path: Path = ()) -> Iterator[Edit]:
    """Yield the edits that turn one state of a goal's table into another."""
    for key, value in before.items():
        if key not in after:
            yield Take((*path, key))
        elif not same(value, after[key]):
            yield from _changed((*path, key), value, after[key])
    for key, value in after.items():
        if key not in before:
            yield from _new((*path, key), value)


def _new(path: Path, value: Any) -> Iterator[Edit]:
    if len(path) == 1 and isinstance(value, dict):
        yield from edits_between({}, value, path)
    elif path[-1] in IN_LINES and isinstance(value, list):
        yield from (Insert(path, place, item) for place, item in enumerate(value))
    else:
        yield Put(path, value)


def _changed(path: Path, before: Any, after: Any) -> Iterator[Edit]:
    if isinstance(before, dict) and isinstance(after, dict):
        yield from edits_between(before, after, path)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _items(path, before, after)
    else:
        yield Put(path, after)


def _items(path: Path, before: list[Any], after: list[Any]) -> Iterator[Edit]:
    found = fates(before, after)
    for place in reversed(range(len(before) + 1)):
        if place < len(before):
            old, new = before[place], found.kept[place]
            if isinstance(new, Gone):
                yield Take((*path, place))
            elif not same(old, new):
                yield from edits_between(old, new, (*path, place))
        for value in reversed(found.added[place]):
            yield Insert(path, place, value)


def _name_of(record: Any) -> str:
    """Give a record a name in a path that does not depend on its place."""
    if not isinstance(record, dict):
        return str(record)
    return str(next((record[mark] for mark in MARKS_OF_A_RECORD if mark in record), ""))
