"""One writer at a time: a lock that the kernel frees when its holder dies. No library: this costs no import."""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from smart_tui.store.codes import Notice, Refusal
from smart_tui.store.errors import CannotSave

PAUSE = 0.002
"""Seconds between two tries: short, or who writes without a break leaves the others no moment to come in."""

_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EINTR}
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
_IN_THE_WAY = {errno.ELOOP, errno.EISDIR, errno.ENXIO}
_told: set[Path] = set()
"""Folders whose disk cannot lock, once that was said."""

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
def locked(path: Path, patience: float) -> Iterator[tuple[Notice, ...]]:
    """Hold the lock beside a file; raises CannotSave `locked` after `patience` seconds, naming the holder."""
    until = time.monotonic() + patience
    lock = path.with_name(f".{path.name}.lock")
    descriptor = _open(lock)
    try:
        while can_lock := _wait(descriptor, until):
            if _still_there(lock, descriptor):
                _sign(descriptor, path)
                break
            # Somebody removed the file that we hold: the next one to come would hold another.
            _close(descriptor)
            descriptor = _open(lock)
        notices = () if can_lock or path.parent in _told else (Notice.NO_LOCKS,)
        yield notices
        # Not before: where nothing was saved, nothing was told.
        _told.update([path.parent] * len(notices))
    finally:
        _close(descriptor)


def _open(lock: Path) -> int:
    try:
        descriptor = os.open(lock, _FLAGS, 0o600)
    except OSError as error:
        if error.errno in _IN_THE_WAY:
            raise CannotSave(Refusal.LOCK_IN_THE_WAY, lock=str(lock)) from None
        raise
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return descriptor
    except OSError:
        _close(descriptor)
        raise
    _close(descriptor)
    raise CannotSave(Refusal.LOCK_IN_THE_WAY, lock=str(lock))


def _close(descriptor: int) -> None:
    # Nothing that counts was written to it, and the lock goes in any case.
    with suppress(OSError):
        os.close(descriptor)


def _wait(descriptor: int, until: float) -> bool:
    """Take the lock; False where the disk knows none."""
    while True:
        try:
            _try(descriptor)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                # What remains is the look at the file just before it is replaced.
                return False
            if error.errno not in _HELD:
                raise
            if time.monotonic() >= until:
                raise CannotSave(Refusal.LOCKED, holder=_holder(descriptor)) from None
            time.sleep(PAUSE)
        else:
            return True


def _still_there(lock: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(lock.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _sign(descriptor: int, path: Path) -> None:
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, str(os.getpid()).encode())
    if sys.platform != "win32":
        _share(descriptor, path)


def _share(descriptor: int, path: Path) -> None:
    """Let everybody lock a file who may write it."""
    with suppress(OSError):
        ours, theirs = os.fstat(descriptor), path.stat()
        if ours.st_gid != theirs.st_gid:
            os.fchown(descriptor, -1, theirs.st_gid)
        mode = stat.S_IMODE(theirs.st_mode) & 0o666 | 0o600
        if stat.S_IMODE(ours.st_mode) != mode:
            os.fchmod(descriptor, mode)


def _holder(descriptor: int) -> int | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return int(os.read(descriptor, 20))
    except (OSError, ValueError):
        return None
