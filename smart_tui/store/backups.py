"""Copies of the goal file as it was: before the first write of a day, and before anything large."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from smart_tui.store import disk
from smart_tui.store.codes import Why
from smart_tui.store.errors import CannotRead
from smart_tui.store.reader import Reading

ENDING = ".toml"
MOST = 10
"""So many of the newest are kept, whatever their day …"""
MOST_DAYS = 14
"""… and the last one of so many days."""
_NAME = "%Y-%m-%dT%H%M%S"


class Backup(Struct, frozen=True):
    """One copy."""

    path: Path
    at: float
    """When it was made, in seconds since 1970."""
    why: Why

    def data(self) -> bytes:
        """Give its bytes; raises CannotRead."""
        return disk.look(self.path).data or b""

    def goals(self) -> int | None:
        """Count its goals; None where it cannot be read as a goal file."""
        try:
            return len(Reading.of(self.data()).file.goals)
        except CannotRead:
            return None


class Backups:
    """The copies of one goal file, in a folder that only its owner can read."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self._clock = clock

    def keep(self, data: bytes, why: Why) -> Backup | None:
        """Keep a copy of bytes; for `DAY` only the first of a day. Raises OSError, CannotSave."""
        now = self._clock()
        names = self._names()
        today = time.strftime("%Y-%m-%d", time.localtime(now))
        if why is Why.DAY and any(name.startswith(today) for name in names):
            return None
        disk.make_folder(self.folder)
        stamp = time.strftime(_NAME, time.localtime(now)) + f".{int(now * 1e6) % 10**6:06d}"
        path = self.folder / f"{stamp}-{why}{ENDING}"
        disk.replace(path, data)
        self._thin_out()
        return Backup(path, now, why)

    def all(self) -> list[Backup]:
        """Give every copy, the newest first."""
        return [backup for name in reversed(self._names()) if (backup := self._of(name)) is not None]

    def _of(self, name: str) -> Backup | None:
        stamp, _, why = name.removesuffix(ENDING).rpartition("-")
        with suppress(ValueError, OverflowError):
            seconds, _, micros = stamp.partition(".")
            at = time.mktime(time.strptime(seconds, _NAME)) + int(micros) / 1e6
            return Backup(self.folder / name, at, Why(why))
        return None

    def _names(self) -> list[str]:
        with suppress(OSError):
            return sorted(path.name for path in self.folder.iterdir() if path.name.endswith(ENDING))
        return []

    def _thin_out(self) -> None:
        names = self._names()
        last_of_day = {name[:10]: name for name in names}
        kept = set(names[-MOST:]) | set(sorted(last_of_day.values())[-MOST_DAYS:])
        for name in names:
            if name not in kept:
                with suppress(OSError):
                    (self.folder / name).unlink()
