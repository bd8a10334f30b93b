"""What may lie on a disk after a power cut: what was asked of it is taken down, and every legal state counted out.

What was not synced may be there, be missing, be half there or be zeros; a name that was not synced in its folder may be
the old or the new one, each independently of the others. That is less than most disks keep.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from reliability.syscalls import Call
from smart_tui.store.exchange import ONLY_NEW

RIGHT, MISSING, EMPTY, TORN, LOST = "right", "MISSING", "EMPTY", "TORN", "ACKED-LOST"


@dataclass(frozen=True)
class Event:
    """One thing that was asked of the disk; `number` is that of a file or folder, `names` are paths.

    Where two files change places, `other` is the one that gets the first name.
    """

    kind: str
    number: int = 0
    other: int = 0
    names: tuple[str, ...] = ()
    at: int = 0
    data: bytes = b""


ACKNOWLEDGED = Event("acknowledged")


@dataclass
class Tree:
    """Which file each path names, and what lies in the files."""

    home: str
    numbers: dict[str, int] = field(default_factory=dict)
    contents: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, home: Path) -> "Tree":
        """Look at a folder."""
        paths = [home, *sorted(home.rglob("*"))]
        numbers = {str(path): number for number, path in enumerate(paths)}
        contents = {numbers[str(path)]: path.read_bytes() for path in paths if path.is_file()}
        return cls(str(home), numbers, contents)

    def at(self, path: Path) -> bytes | None:
        """Give what a path names."""
        return self.contents.get(self.numbers.get(str(path), -1))


class Recorder:
    """Takes down what is asked of the disk below a folder."""

    def __init__(self, home: Path) -> None:
        self.before = Tree.of(home)
        self.events: list[Event] = []
        self._numbers = dict(self.before.numbers)
        self._next = len(self._numbers)
        self._open: dict[int, tuple[int, str]] = {}
        self._at: dict[int, int] = {}

    def __call__(self, name: str, call: Call, values: tuple[Any, ...], options: dict[str, Any]) -> Any:
        """Make the call and take it down."""
        there = name == "open" and os.path.lexists(values[0])
        answer = call(*values, **options)
        handler = getattr(self, f"_after_{name}", None)
        if name == "open":
            self._opened(os.fspath(values[0]), values[1], answer, there=there)
        elif handler is not None:
            handler(values, answer)
        return answer

    def acknowledge(self) -> None:
        """Take down that somebody was told that it is saved."""
        self.events.append(ACKNOWLEDGED)

    def _opened(self, path: str, flags: int, descriptor: int, *, there: bool) -> None:
        if not path.startswith(self.before.home):
            return
        if not there:
            self._named(path)
        self._open[descriptor] = self._numbers[path], path
        self._at[descriptor] = 0
        if there and flags & os.O_TRUNC:
            self.events.append(Event("truncate", self._numbers[path]))

    def _after_write(self, values: tuple[Any, ...], count: int) -> None:
        descriptor, data = values
        if descriptor in self._open:
            at = self._at[descriptor]
            self.events.append(Event("write", self._open[descriptor][0], at=at, data=bytes(data[:count])))
            self._at[descriptor] = at + count

    def _after_fsync(self, values: tuple[Any, ...], _: None) -> None:
        if values[0] in self._open:
            number, path = self._open[values[0]]
            self.events.append(Event("sync", number, names=(path,)))

    def _after_close(self, values: tuple[Any, ...], _: None) -> None:
        self._open.pop(values[0], None)

    def _after_replace(self, values: tuple[Any, ...], _: None) -> None:
        old, new = map(os.fspath, values[:2])
        self._numbers[new] = self._numbers.pop(old)
        self.events.append(Event("rename", self._numbers[new], names=(old, new)))

    _after_rename = _after_replace

    def _after_renameat2(self, values: tuple[Any, ...], done: object) -> None:
        old, new, how = values
        if not done:
            return
        if how == ONLY_NEW:
            self._after_replace((old, new), None)
            return
        old, new = str(old), str(new)
        names = self._numbers
        names[old], names[new] = names[new], names[old]
        self.events.append(Event("exchange", names[new], names[old], (old, new)))

    def _after_unlink(self, values: tuple[Any, ...], _: None) -> None:
        path = os.fspath(values[0])
        if path in self._numbers:
            self.events.append(Event("unlink", self._numbers.pop(path), names=(path,)))

    def _after_link(self, values: tuple[Any, ...], _: None) -> None:
        old, new = map(os.fspath, values[:2])
        self._numbers[new] = self._numbers[old]
        self.events.append(Event("link", self._numbers[new], names=(new,)))

    def _after_mkdir(self, values: tuple[Any, ...], _: None) -> None:
        self._named(os.fspath(values[0]))

    def _named(self, path: str) -> None:
        self._numbers[path] = self._next
        self._next += 1
        self.events.append(Event("link", self._numbers[path], names=(path,)))


def count_states(recorder: Recorder, path: Path, news: Sequence[bytes | None]) -> Counter[str]:
    """Count the states after a cut at each moment, by what is wrong; `news`: the bytes at each acknowledgement."""
    found: Counter[str] = Counter()
    truth = [recorder.before.at(path), *news]
    for end in range(len(recorder.events) + 1):
        events = recorder.events[:end]
        done = events.count(ACKNOWLEDGED)
        for state in set(_states(events, recorder.before, str(path))):
            found[_judged(state, truth[done : done + 2], truth[:done])] += 1
    return found


def _judged(state: bytes | None, allowed: Sequence[bytes | None], earlier: Sequence[bytes | None]) -> str:
    if state in allowed:
        return RIGHT
    if state in earlier:
        return LOST
    if state is None:
        return MISSING
    return TORN if state else EMPTY


def _states(events: Sequence[Event], before: Tree, path: str) -> Iterator[bytes | None]:
    for number in _named_by(events, before, path):
        yield from _contents(events, before, number)


def _named_by(events: Sequence[Event], before: Tree, path: str) -> set[int | None]:
    """Give the files that the path may name: each unsynced change of a name happened or did not."""
    changes = [
        place for place, event in enumerate(events) if event.kind in {"link", "rename", "exchange", "unlink"}
    ]
    unsure = [
        place for place in changes if not _synced(events[place:], str(Path(events[place].names[-1]).parent))
    ]
    parents = [str(parent) for parent in Path(path).parents if str(parent).startswith(before.home)]
    found: set[int | None] = set()
    for happened in product((False, True), repeat=len(unsure)):
        left_out = {place for place, did in zip(unsure, happened, strict=True) if not did}
        names = dict(before.numbers)
        for event in (events[place] for place in changes if place not in left_out):
            if event.kind != "link":
                names.pop(event.names[0], None)
            if event.kind == "exchange":
                names[event.names[0]] = event.other
            if event.kind != "unlink":
                names[event.names[-1]] = event.number
        found.add(names.get(path) if all(parent in names for parent in parents) else None)
    return found


def _synced(events: Sequence[Event], folder: str) -> bool:
    return any(event.kind == "sync" and event.names == (folder,) for event in events)


def _contents(events: Sequence[Event], before: Tree, number: int | None) -> Iterator[bytes | None]:
    """Give what may lie in a file: what was synced, and of the rest any beginning, the last piece half or as zeros."""
    if number is None:
        yield None
        return
    own = [
        event for event in events if event.number == number and event.kind in {"write", "truncate", "sync"}
    ]
    last = max((place for place, event in enumerate(own) if event.kind == "sync"), default=-1)
    kept = before.contents.get(number, b"")
    for event in own[: last + 1]:
        kept = _written(kept, event, event.data)
    yield kept
    for event in own[last + 1 :]:
        if event.kind == "write":
            yield _written(kept, event, event.data[: len(event.data) // 2])
            yield _written(kept, event, bytes(len(event.data)))
        kept = _written(kept, event, event.data)
        yield kept


def _written(content: bytes, event: Event, data: bytes) -> bytes:
    if event.kind == "truncate":
        return b""
    if event.kind == "sync":
        return content
    return content.ljust(event.at, b"\0")[: event.at] + data + content[event.at + len(data) :]
