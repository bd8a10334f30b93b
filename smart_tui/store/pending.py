"""What could not be saved: numbers in the words in which they were typed, decisions; until the file takes them."""

import json
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from smart_tui.goals.model import CheckIn, Result
from smart_tui.goals.terms import Did
from smart_tui.store import disk
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.lock import locked

PATIENCE = 15.0
"""Seconds: whoever holds the journal may wait for the goal file meanwhile."""


class Tried(Struct, frozen=True):
    """What is about to be saved, so that after a power cut it can be told whether it was."""

    goal_id: str
    value: Decimal
    alike: int
    """How many like it the goal has without it."""


class Choice(Struct, frozen=True, kw_only=True):
    """What was decided about a goal."""

    did: Did
    to: date | None = None
    target: Decimal | None = None
    why: str | None = None
    final: CheckIn | None = None
    result: Result | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """One number, as a person gave it; or a decision."""

    goal: str
    """The goal's id, or its name as typed where the file could not be read."""
    typed: str
    """As typed: +25, =120, yes; a bare number is what it must be."""
    lang: str
    """The language in which it is read."""
    day: date
    note: str | None = None
    confidence: int | None = None
    lead: str | None = None
    """What was done for the goal, where this is not the goal's own number."""
    instead: CheckIn | None = None
    """What the number corrects; with nothing typed, that is taken back."""
    decision: Choice | None = None
    """What was decided on the day, where this is no number."""
    key: str = ""
    """Its own name in the journal; given when it is kept."""
    tried: Tried | None = None

    @property
    def words(self) -> str:
        """The number, and what it counts where that is not the goal's own, or what it corrects."""
        if self.instead is not None:
            return f"{self.instead.value:f} → {self.typed or '–'}"
        return f"{self.typed} {self.lead}" if self.lead else self.typed


class Pending:
    """The journal of one goal file: a line of JSON each, oldest first. A line that is broken stays as it is."""

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience

    @contextmanager
    def held(self) -> Iterator["Held"]:
        """Have the journal for oneself; raises CannotSave."""
        with disk.refusals():
            disk.make_folder(self.path.parent)
            with locked(self.path, self._patience):
                disk.clear_temps(self.path)
                yield Held(self.path)

    def entries(self) -> tuple[Entry, ...]:
        """Give what waits; raises CannotSave."""
        with self.held() as journal:
            return journal.entries

    def keep(self, *entries: Entry) -> tuple[str, ...]:
        """Keep numbers, durably, and give their keys; raises CannotSave when they could not be kept."""
        named = tuple(replace(entry, key=os.urandom(6).hex()) for entry in entries)
        with self.held() as journal:
            journal.write((*journal.entries, *named))
        return tuple(entry.key for entry in named)

    def drop(self, keys: Collection[str]) -> None:
        """Strike out some entries; raises CannotSave."""
        with self.held() as journal:
            journal.drop(keys)

    def forget(self) -> tuple[Entry, ...]:
        """Throw everything away and give what could be read of it; raises CannotSave."""
        with self.held() as journal, disk.refusals():
            entries = journal.entries
            self.path.unlink(missing_ok=True)
        return entries


class Held:
    """The journal while nobody else has it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            lines = (disk.look(path).data or b"").splitlines()
        except CannotRead as error:
            raise CannotSave(Refusal.DISK, detail=str(error)) from error
        read = [(line, _entry(line)) for line in lines if line.strip()]
        self.entries: tuple[Entry, ...] = tuple(entry for _, entry in read if entry is not None)
        self._broken = [line for line, entry in read if entry is None]

    def write(self, entries: Sequence[Entry]) -> None:
        """Have these entries instead, durably; a journal that holds nothing is none."""
        lines = [*self._broken, *map(_line, entries)]
        if lines:
            disk.replace(self._path, b"".join(line + b"\n" for line in lines))
        else:
            with disk.refusals():
                self._path.unlink(missing_ok=True)
        self.entries = tuple(entries)

    def drop(self, keys: Collection[str]) -> None:
        """Strike out what is in the goal file."""
        self.write([entry for entry in self.entries if entry.key not in keys])


def _line(entry: Entry) -> bytes:
    given = {name: value for name, value in to_builtins(entry).items() if value is not None}
    return json.dumps(given).encode()


def _entry(line: bytes) -> Entry | None:
    try:
        said = json.loads(line)
        read = {
            "day": date.fromisoformat(said["day"]),
            "instead": _checkin(said.get("instead")),
            "decision": _choice(said.get("decision")),
            "tried": _tried(said.get("tried")),
        }
        return Entry(**{**said, **read})
    except (ValueError, TypeError, KeyError, RecursionError, InvalidOperation):
        return None


def _tried(said: dict[str, Any] | None) -> Tried | None:
    return None if said is None else Tried(said["goal_id"], Decimal(said["value"]), int(said["alike"]))


def _checkin(said: dict[str, Any] | None) -> CheckIn | None:
    if said is None:
        return None
    return CheckIn(**{**said, "date": date.fromisoformat(said["date"]), "value": Decimal(said["value"])})


def _choice(said: dict[str, Any] | None) -> Choice | None:
    if said is None:
        return None
    to, target, result = (said.get(name) for name in ("to", "target", "result"))
    read = {
        "did": Did(said["did"]),
        "to": None if to is None else date.fromisoformat(to),
        "target": None if target is None else Decimal(target),
        "final": _checkin(said.get("final")),
        "result": None
        if result is None
        else Result(**{**result, "date": date.fromisoformat(result["date"])}),
    }
    return Choice(**{**said, **read})
