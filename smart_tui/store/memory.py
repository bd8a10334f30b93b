"""What the program remembers about one goal file, outside of it: copies of it as it was, and steps to take back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from smart_tui.store.backups import Backups
from smart_tui.store.codes import Misread, Refusal, Why
from smart_tui.store.errors import CannotSave
from smart_tui.store.limits import refuse
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.undo import UndoLog

if TYPE_CHECKING:
    from smart_tui.store.pending import Pending


class Memory:
    """The folder of one goal file's past; it is made when there is something to remember."""

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.backups = Backups(folder / "backups", clock)
        self.undo = UndoLog(folder / "undo.jsonl")
        self._pending = folder / "pending.jsonl"

    @property
    def waits(self) -> bool:
        """Whether numbers may wait that could not be saved: one look at the disk."""
        return self._pending.exists()

    @property
    def pending(self) -> "Pending":
        """The numbers that could not be saved."""
        from smart_tui.store.pending import Pending

        return Pending(self._pending)

    def keep(self, data: bytes | None, why: Why) -> None:
        """Copy the file's bytes before they change; raises CannotSave `no-backup` unless it is the day's own copy."""
        if not data or not data.strip():
            return
        try:
            self.backups.keep(data, why)
        except (OSError, CannotSave):
            # A full or missing disk for copies must not keep anybody from logging a number.
            if why is not Why.DAY:
                raise CannotSave(Refusal.NO_BACKUP) from None

    def check_not_emptied(self, data: bytes | None) -> None:
        """Refuse an empty file of which a copy has goals: something emptied it. Raises CannotRead `emptied`."""
        if data is None or data.strip():
            return
        newest = next(iter(self.backups.all()), None)
        if newest is not None and (goals := newest.goals()):
            raise refuse(Misread.EMPTIED, detail=str(goals))

    def remember(self, operation: Operation, before: Reading, after: Reading) -> None:
        """Remember what an operation has done, so that it can be taken back."""
        from smart_tui.store.step import Step

        self.undo.add(Step.between(operation.told, before, after, self.clock()))
