"""New files that take the place of another one: written whole, on the disk, and like the one they replace."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from smart_tui.store.codes import Notice

Identity = tuple[int, int, int]
"""Inode, size, time of change in nanoseconds: cheap to compare, not to be trusted alone."""

_NEW_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}
_NOT_OURS_TO_GIVE = {errno.EPERM, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a disk answers that has no owners and no modes, or a system that lets nobody give files away."""


def identity(status: os.stat_result) -> Identity:
    """Give what a file is known by: inode, size, time of change."""
    return status.st_ino, status.st_size, status.st_mtime_ns


def write_temp(
    temp: Path, data: bytes, target: Path, mode: int = 0o600
) -> tuple[Identity, tuple[Notice, ...]]:
    """Write a new file that is to take the place of another one, durably; raises OSError."""
    descriptor = os.open(temp, _NEW_FLAGS, mode)
    try:
        notices = _begin(descriptor, target)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _sync(descriptor)
        status = os.fstat(descriptor)
    except BaseException:
        # What closing says then must not hide what went wrong first.
        with suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)
    return identity(status), notices


def remove(temp: Path) -> None:
    """Remove what is left of a new file, if anything; what fails here must not hide what failed before."""
    with suppress(FileNotFoundError):
        try:
            temp.unlink()
        except OSError:
            with suppress(OSError):
                temp.unlink()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; raises OSError."""
    if sys.platform == "win32":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _begin(descriptor: int, target: Path) -> tuple[Notice, ...]:
    """Make a new file like the one that it replaces; where there is none, see that its folders will be there."""
    try:
        status = target.stat()
    except FileNotFoundError:
        _sync_above(target.parent)
        return ()
    linked = (Notice.LINK_SPLIT,) if status.st_nlink > 1 else ()
    return _resemble(descriptor, status) + linked


def _resemble(descriptor: int, status: os.stat_result) -> tuple[Notice, ...]:
    """Give a new file the owner, group and mode of the one that it replaces, as far as the system lets us."""
    if sys.platform == "win32":  # pragma: no cover
        return ()
    mode, new = stat.S_IMODE(status.st_mode), os.fstat(descriptor)
    notices: tuple[Notice, ...] = ()
    owners = (status.st_uid, status.st_gid)
    if owners != (new.st_uid, new.st_gid) and not _tried(os.fchown, descriptor, *owners):
        notices += (Notice.OWNER_CHANGED,)
        mode &= 0o777
        if not _tried(os.fchown, descriptor, -1, status.st_gid):
            # What the old group might do is nothing that another group may do.
            mode = mode & 0o707 | (mode & 0o007) << 3
    if not _tried(os.fchmod, descriptor, mode) and mode != stat.S_IMODE(new.st_mode):
        notices += (Notice.MODE_CHANGED,)
    return notices


def _sync_above(folder: Path) -> None:
    """Make folders durable that this program, or one that was killed, may have made: as far up as they are ours."""
    if sys.platform == "win32":  # pragma: no cover
        return
    while folder != folder.parent and folder.stat().st_uid == os.geteuid():
        # A folder that may not be read is none that anybody makes folders in.
        with suppress(PermissionError):
            sync_folder(folder.parent)
        folder = folder.parent


def _tried(call: Callable[..., None], *values: int) -> bool:
    """Do what not every disk can do; raises OSError where it could."""
    try:
        call(*values)
    except OSError as error:
        if error.errno not in _NOT_OURS_TO_GIVE:
            raise
        return False
    return True


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # pragma: no cover
        import fcntl

        # fsync only hands the bytes to the drive there; a drive in the network knows nothing else.
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _NO_SYNC:
                raise
    os.fsync(descriptor)
