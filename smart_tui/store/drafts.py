"""Goals that are still being written: one small JSON file each, safe as soon as it is kept."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from msgspec import Struct

from smart_tui.goals.model import Goal
from smart_tui.store import disk
from smart_tui.store.block import text_of
from smart_tui.store.errors import CannotRead
from smart_tui.store.reader import Reading

ENDING = ".json"
BASE = "base"
"""Where a draft keeps the goal that it changes, as the goal file would say it."""


class Kept(Struct, frozen=True):
    """A draft under its key."""

    key: str
    payload: dict[str, Any]
    base: Goal | None = None
    """The goal that it changes, as it was when the change was begun."""


class Drafts:
    """The drafts of a folder, which is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, key: str, payload: Mapping[str, Any], base: Goal | None = None) -> None:
        """Keep a draft, replacing the one of this key; raises CannotSave."""
        kept = {**payload, BASE: text_of(base, "\n")} if base else dict(payload)
        with disk.refusals():
            disk.make_folder(self.folder)
            target = self._file(key)
            disk.clear_temps(target)
            disk.replace(target, json.dumps(kept, indent=1).encode())

    def load(self, key: str) -> dict[str, Any] | None:
        """Give a draft, None when there is none that can be read."""
        try:
            data = disk.look(self._file(key)).data
            payload = None if data is None else json.loads(data)
        except (CannotRead, ValueError, RecursionError):
            return None
        return payload if isinstance(payload, dict) else None

    def latest(self) -> Kept | None:
        """Give the draft that was kept last."""
        return next(self.all(), None)

    def all(self) -> Iterator[Kept]:
        """Give every draft, the one that was kept last first, broken ones passed over."""
        try:
            files = sorted(self.folder.glob(f"*{ENDING}"), key=_kept_at, reverse=True)
        except OSError:
            return
        for file in files:
            key = unquote(file.name.removesuffix(ENDING))
            if (payload := self.load(key)) is not None:
                yield Kept(key, payload, _read_base(payload.pop(BASE, None)))

    def forget(self, key: str) -> None:
        """Remove a draft; raises CannotSave."""
        with disk.refusals():
            self._file(key).unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        # Quoted, so that no key leaves the folder or hides in it.
        return self.folder / (quote(key, safe="").replace(".", "%2E") + ENDING)


def _read_base(text: object) -> Goal | None:
    """Read the goal that a draft changes; a draft without one, or with half of one, is still a draft."""
    try:
        return next(iter(Reading.of(str(text).encode()).file.goals)) if text else None
    except (CannotRead, StopIteration, UnicodeEncodeError):
        return None


def _kept_at(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
