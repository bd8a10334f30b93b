"""The goal file as the program sees it: read it, do one thing to it, ask whether somebody else did."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from smart_tui.goals.model import GoalFile
from smart_tui.store import disk
from smart_tui.store.codes import Refusal
from smart_tui.store.disk import Seen
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.lock import locked
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading

TRIES = 20
"""How often an operation is done again because another program replaced the file meanwhile."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the file said, and the mark by which a later change is noticed."""

    file: GoalFile
    stamp: Seen


class Store:
    """One goal file. Nothing is kept between calls: the file is the truth."""

    def __init__(self, path: Path, *, patience: float = 10.0) -> None:
        self.path = path
        self._patience = patience

    def read(self) -> Snapshot:
        """Read the file; none is one without goals. Raises CannotRead."""
        seen = disk.look(self.path)
        return Snapshot(_reading(seen.data or b"").file, seen)

    def apply(self, operation: Operation) -> Snapshot:
        """Do one operation and give what the file says then; when this returns, it is on the disk."""
        with disk.refusals():
            target = disk.target_of(self.path)
            disk.make_folder(target.parent)
            with locked(target, self._patience):
                disk.clear_temps(target)
                return self._apply(operation, target)

    def changed(self, stamp: Seen) -> bool:
        """Whether the file holds something else than it did; a touch alone changes nothing."""
        try:
            if disk.identity_of(self.path) == stamp.identity:
                return False
            return disk.look(self.path).data != stamp.data
        except (CannotRead, OSError):
            return True

    def _apply(self, operation: Operation, target: Path) -> Snapshot:
        for _ in range(TRIES):
            seen = disk.look(self.path)
            before = _reading(seen.data or b"")
            after = operation.run(before)
            if after is before:
                return Snapshot(before.file, seen)
            disk.check_writable(target)
            try:
                return Snapshot(after.file, disk.replace(target, after.data, seen))
            except disk.MovedError:
                continue
        raise CannotSave(Refusal.CHANGED)


@lru_cache(maxsize=1)
def _reading(data: bytes) -> Reading:
    """Read the bytes; those that a command has just read are not read again to be changed."""
    return Reading.of(data)
