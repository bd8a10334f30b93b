"""The goal file as the program sees it: read it, do one thing to it, ask whether somebody else did."""

import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.hindrance import Hinders
from smart_tui.goals.model import Goal, GoalFile, Problem
from smart_tui.store import disk
from smart_tui.store.codes import Notice, Refusal, Why
from smart_tui.store.disk import Seen
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.lock import locked
from smart_tui.store.memory import Memory
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading

if TYPE_CHECKING:
    from smart_tui.store.salvage import Salvage
    from smart_tui.store.step import Step

TRIES = 20
"""How often an operation is done again because another program replaced the file meanwhile."""


class Snapshot(Struct, frozen=True):
    """What the file said, and the mark by which a later change is noticed."""

    file: GoalFile
    stamp: Seen
    conflict: Path | None = None
    """Where our words are that others had changed meanwhile."""
    notices: tuple[Notice, ...] = ()
    """What else is to be told about the save that it follows."""
    step: "Step | None" = None
    """What was taken back, or done again."""


class Store:
    """One goal file. Nothing is kept between calls: the file is the truth."""

    def __init__(self, path: Path, *, patience: float = 10.0, memory: Memory | None = None) -> None:
        self.path = path
        self.memory = memory
        self._patience = patience

    def read(self) -> Snapshot:
        """Read the file; none is one without goals. Raises CannotRead."""
        seen = disk.look(self.path)
        return Snapshot(self._reading(seen).file, seen)

    def salvage(self, error: CannotRead) -> "tuple[Salvage, Seen | None]":
        """Give what can be shown of a file that cannot be read: to look at, for no operation takes it."""
        from smart_tui.store.salvage import Salvage, salvaged

        try:
            seen = disk.look(self.path)
        except CannotRead as now:
            return Salvage(GoalFile(problems=now.problems)), None
        return salvaged(seen.data or b"", error.problems), seen

    def hinders(self) -> Hinders | None:
        """Say what would keep a change from being saved, as far as can be told; None when nothing is known to."""
        from smart_tui.store.writable import unwritable

        try:
            return unwritable(disk.target_of(self.path))
        except (CannotRead, OSError):
            return None

    def apply(self, operation: Operation, *, yielding: bool = False) -> Snapshot:
        """Do one operation and give what the file says then; when this returns, it is on the disk.

        With `yielding`, a field that others changed meanwhile stays theirs, and ours goes to a file beside
        it; without, the operation is refused.
        """
        return self._locked(lambda target: self._apply(operation, target, yielding=yielding))

    def changed(self, stamp: Seen) -> bool:
        """Whether the file holds something else than it did; a touch alone changes nothing."""
        try:
            if disk.identity_of(self.path) == stamp.identity:
                return False
            return disk.look(self.path).data != stamp.data
        except (CannotRead, OSError):
            return True

    def undo(self) -> Snapshot:
        """Take the newest step back that this program did. Raises CannotSave `nothing-to-undo`, `changed`."""
        return self._locked(lambda target: self._take_back(target, again=False))

    def redo(self) -> Snapshot:
        """Do again what was taken back last."""
        return self._locked(lambda target: self._take_back(target, again=True))

    def put(self, data: bytes, why: Why, *, instead_of: bytes | None = None) -> Snapshot:
        """Replace the whole file, also one that cannot be read, after copying it; raises CannotRead, CannotSave.

        With `instead_of`, only where the file still holds these bytes.
        """
        return self._locked(lambda target: self._put(data, why, target, instead_of))

    def _locked(self, job: Callable[[Path], Snapshot]) -> Snapshot:
        with disk.refusals():
            target = disk.target_of(self.path)
            disk.make_folder(target.parent)
            with locked(target, self._patience) as notices:
                disk.clear_temps(target)
                done = job(target)
                return replace(done, notices=notices + done.stamp.notices)

    def _apply(
        self, operation: Operation, target: Path, *, yielding: bool = False, record: bool = True
    ) -> Snapshot:
        conflict = None
        for _ in range(TRIES):
            seen = disk.look(self.path)
            before = self._reading(seen)
            if yielding:
                from smart_tui.store.conflict import parted

                operation, ours = parted(operation, before)
                if ours is not None:
                    conflict = self._put_beside(target, ours)
            after = operation.run(before)
            if after is before:
                return Snapshot(before.file, seen, conflict)
            disk.check_writable(target)
            if self.memory is not None:
                self.memory.keep(seen.data, operation.why)
            try:
                stamp = disk.replace(target, after.data, seen)
            except disk.MovedError:
                continue
            if record and self.memory is not None:
                self.memory.remember(operation, before, after)
            return Snapshot(after.file, stamp, conflict)
        raise CannotSave(Refusal.CHANGED)

    def _take_back(self, target: Path, *, again: bool) -> Snapshot:
        from smart_tui.store.step import TakeBack

        if self.memory is None or (step := self.memory.undo.next(again=again)) is None:
            raise CannotSave(Refusal.NOTHING_TO_UNDO)
        done = self._apply(TakeBack(step.backwards() if again else step), target, record=False)
        self.memory.undo.moved(again=again)
        return replace(done, step=step)

    def _put(self, data: bytes, why: Why, target: Path, instead_of: bytes | None) -> Snapshot:
        read = Reading.of(data)
        for _ in range(TRIES):
            seen = disk.look(self.path)
            if instead_of is not None and (seen.data or b"") != instead_of:
                raise CannotSave(Refusal.CHANGED)
            disk.check_writable(target)
            if self.memory is not None:
                self.memory.keep(seen.data, why)
            try:
                return Snapshot(read.file, disk.replace(target, data, seen))
            except disk.MovedError:
                continue
        raise CannotSave(Refusal.CHANGED)

    def _reading(self, seen: Seen) -> Reading:
        if self.memory is not None:
            self.memory.check_not_emptied(seen.data)
        read = _reading(seen.data or b"")
        if isinstance(read, tuple):
            raise CannotRead(read)
        return read

    def _put_beside(self, target: Path, ours: Goal) -> Path:
        from smart_tui.store.conflict import put_beside

        return put_beside(target, ours, self.memory.clock() if self.memory else time.time())


@lru_cache(maxsize=1)
def _reading(data: bytes) -> Reading | tuple[Problem, ...]:
    """Read the bytes, or say why not; those that a command has just read are not read again to be changed."""
    try:
        return Reading.of(data)
    except CannotRead as error:
        return error.problems
