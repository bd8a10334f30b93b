"""Whole files on the disk: looked at with their identity, replaced at once or not at all."""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.limits import LARGEST_FILE, refuse

OLD_TEMP = 3600
"""Seconds after which what a killed program left behind is removed."""

_READ_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
_NEW_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_REFUSALS = {
    errno.ENOSPC: Refusal.DISK_FULL,
    errno.EDQUOT: Refusal.DISK_FULL,
    errno.EFBIG: Refusal.DISK_FULL,
    errno.EROFS: Refusal.READ_ONLY,
    errno.EACCES: Refusal.NO_PERMISSION,
    errno.EPERM: Refusal.NO_PERMISSION,
    errno.ENOTDIR: Refusal.NOT_A_FILE,
    errno.EEXIST: Refusal.NOT_A_FILE,
    errno.EISDIR: Refusal.NOT_A_FILE,
    errno.ELOOP: Refusal.NOT_A_FILE,
}
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}


class MovedError(Exception):
    """The file is no longer the one that was looked at."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was at one moment; no data where there is no file."""

    data: bytes | None = field(repr=False)
    identity: tuple[int, int, int] | None
    """Inode, size, time of change in nanoseconds: cheap to compare, not to be trusted alone."""


def target_of(path: Path) -> Path:
    """Give the file itself where the path is a link; raises CannotRead."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        raise refuse(Misread.NOT_A_FILE) from None


def identity_of(path: Path) -> tuple[int, int, int] | None:
    """Give a file's identity, None when there is no file; raises OSError."""
    try:
        return _identity(path.stat())
    except FileNotFoundError:
        return None


def look(path: Path) -> Seen:
    """Read a file whole; raises CannotRead."""
    try:
        # Before opening it: opening a pipe would wait for its writer.
        if not stat.S_ISREG(path.stat().st_mode):
            raise refuse(Misread.NOT_A_FILE)
        descriptor = os.open(path, _READ_FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if status.st_size > LARGEST_FILE:
                raise refuse(Misread.TOO_LARGE)
            return Seen(file.read(LARGEST_FILE + 1), _identity(status))
    except FileNotFoundError:
        if path.is_symlink():
            raise refuse(Misread.NOT_A_FILE) from None
        return Seen(None, None)
    except PermissionError:
        raise refuse(Misread.NO_PERMISSION) from None
    except (OSError, ValueError) as error:
        known = isinstance(error, ValueError) or error.errno in {errno.ELOOP, errno.ENOTDIR}
        raise refuse(Misread.NOT_A_FILE if known else Misread.DISK, detail=str(error)) from None


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for its owner only."""
    for part in reversed([folder, *folder.parents]):
        if not part.is_dir():
            with suppress(FileExistsError):
                part.mkdir(mode=0o700)


def replace(target: Path, data: bytes, seen: Seen | None = None) -> Seen:
    """Put these bytes in the place of a file, durably; with `seen`, only of that one (else MovedError)."""
    temp = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        identity = _write_temp(temp, data, target)
        _check_unmoved(target, seen)
        temp.replace(target)
    except BaseException:
        with suppress(OSError):
            temp.unlink()
        raise
    _sync_folder(target.parent)
    return Seen(data, identity)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn the system's errors into CannotSave."""
    try:
        yield
    except OSError as error:
        code = _REFUSALS.get(error.errno or 0, Refusal.DISK)
        raise CannotSave(code, detail=error.strerror or str(error)) from error


def check_writable(target: Path) -> None:
    """Refuse a file that its owner made read-only: replacing it would succeed all the same."""
    if target.exists() and not os.access(target, os.W_OK):
        raise CannotSave(Refusal.READ_ONLY)


def clear_temps(target: Path) -> None:
    """Remove what programs left beside the file that were killed while they wrote."""
    with suppress(OSError):
        for temp in target.parent.glob(f".{target.name}.*.tmp"):
            if time.time() - temp.stat().st_mtime > OLD_TEMP and not _alive(temp.name.split(".")[-3]):
                temp.unlink()


def _check_unmoved(target: Path, seen: Seen | None) -> None:
    if seen is not None and identity_of(target) != seen.identity:
        raise MovedError


def _identity(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _write_temp(temp: Path, data: bytes, target: Path) -> tuple[int, int, int]:
    descriptor = os.open(temp, _NEW_FLAGS, 0o600)
    try:
        with suppress(FileNotFoundError):
            _resemble(descriptor, target.stat())
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _sync(descriptor)
        return _identity(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _resemble(descriptor: int, status: os.stat_result) -> None:
    if sys.platform == "win32":  # pragma: no cover
        return
    with suppress(PermissionError):
        os.fchown(descriptor, status.st_uid, status.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # pragma: no cover
        import fcntl

        # fsync only hands the bytes to the drive there.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; raises CannotSave `may-not-survive`."""
    if sys.platform == "win32":  # pragma: no cover
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise CannotSave(Refusal.MAY_NOT_SURVIVE, detail=error.strerror) from error


def _alive(pid: str) -> bool:
    if sys.platform == "win32" or not pid.isdigit():  # pragma: no cover
        return False
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
