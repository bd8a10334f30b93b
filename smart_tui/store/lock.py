"""One writer at a time: a lock that the kernel frees when its holder dies. No library: this costs no import."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave

PAUSE = 0.02
"""Seconds between two tries."""

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try(descriptor: int) -> None:
        # Far behind the holder's number, which others want to read.
        os.lseek(descriptor, 2**30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock beside a file; raises CannotSave `locked` after `patience` seconds, naming the holder."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path.with_name(f".{path.name}.lock"), flags, 0o600)
    try:
        _wait(descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            _try(descriptor)
        except OSError as error:
            if error.errno not in _HELD:
                # A disk that cannot lock: what remains is the look at the file just before it is replaced.
                return
            if time.monotonic() >= until:
                raise CannotSave(Refusal.LOCKED, holder=_holder(descriptor)) from None
            time.sleep(PAUSE)
        else:
            _sign(descriptor)
            return


def _sign(descriptor: int) -> None:
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, str(os.getpid()).encode())


def _holder(descriptor: int) -> int | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return int(os.read(descriptor, 20))
    except (OSError, ValueError):
        return None
