"""What every operation on a goal file is: a value that turns bytes into bytes."""

from abc import abstractmethod

from msgspec import Struct

from smart_tui.store.abstract import AbstractStruct
from smart_tui.store.codes import Refusal, Why
from smart_tui.store.errors import CannotSave
from smart_tui.store.reader import VERSION_WE_WRITE, Reading
from smart_tui.store.told import Told


class Operation(Struct, metaclass=AbstractStruct, frozen=True):
    """One thing to do to a file. It holds what the person saw, so it can be done again on newer bytes."""

    @property
    def why(self) -> Why:
        """What the file is copied before, when this is done to it."""
        return Why.DAY

    @property
    @abstractmethod
    def told(self) -> Told:
        """What it does, to be said when it can be taken back."""

    def apply(self, data: bytes) -> bytes:
        """Give the file's bytes after it; raises StoreError and then nothing is to be written."""
        return self.run(Reading.of(data)).data

    def run(self, reading: Reading) -> Reading:
        """Do it to a file that was read; the answer was read back from its own bytes."""
        if reading.file.version > VERSION_WE_WRITE:
            raise CannotSave(Refusal.NEWER_VERSION, version=reading.file.version)
        if reading.file.version < VERSION_WE_WRITE:
            raise CannotSave(Refusal.OLDER_VERSION, version=reading.file.version)
        return self._done(reading)

    @abstractmethod
    def _done(self, reading: Reading) -> Reading: ...
