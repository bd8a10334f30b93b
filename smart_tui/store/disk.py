"""Whole files on the disk: looked at with their identity, replaced at once or not at all."""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from smart_tui.store import exchange
from smart_tui.store.codes import Misread, Notice, Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.limits import LARGEST_FILE, refuse
from smart_tui.store.new_file import Identity, identity, remove, sync_folder, write_temp

OLD_TEMP = 3600
"""Seconds after which what a killed program left behind is removed."""

_READ_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)

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
    errno.ENAMETOOLONG: Refusal.NOT_A_FILE,
}
_NO_FILE = {errno.ELOOP, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ENXIO}


class MovedError(Exception):
    """The file is no longer the one that was looked at."""


class Seen(Struct, frozen=True):
    """A file as it was at one moment; no data where there is no file."""

    data: bytes | None
    identity: Identity | None
    notices: tuple[Notice, ...] = ()
    """What became of the file beside its bytes when it was put there."""


def target_of(path: Path) -> Path:
    """Give the file itself where the path is a link; raises CannotRead, OSError.

    Looked at before anything is made or locked beside it: no lock file appears beside a device.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refuse(Misread.NOT_A_FILE)
        # Strictly: a link that cannot be followed just now must not be taken for the file itself.
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        if os.path.lexists(path):
            raise refuse(Misread.NOT_A_FILE) from None
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno in _NO_FILE:
            raise refuse(Misread.NOT_A_FILE) from None
        raise


def identity_of(path: Path) -> Identity | None:
    """Give a file's identity, None when there is no file; raises OSError."""
    try:
        return identity(path.stat())
    except FileNotFoundError:
        return None


def look(path: Path) -> Seen:
    """Read a file whole; raises CannotRead."""
    try:
        return _look(path)
    except PermissionError:
        raise refuse(Misread.NO_PERMISSION) from None
    except (OSError, ValueError) as error:
        known = isinstance(error, ValueError) or error.errno in _NO_FILE
        raise refuse(Misread.NOT_A_FILE if known else Misread.DISK, detail=str(error)) from None


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for its owner only; the first file in it makes them durable."""
    for part in reversed([folder, *folder.parents]):
        if not part.is_dir():
            with suppress(FileExistsError):
                part.mkdir(mode=0o700)


def replace(target: Path, data: bytes, seen: Seen | None = None) -> Seen:
    """Put these bytes in the place of a file, durably; with `seen`, only of that one (else MovedError)."""
    temp = target.with_name(f"{_temp_start(target)}{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        ours, notices = write_temp(temp, data, target)
        _check_unmoved(target, seen)
        _put(temp, target, seen, ours)
    finally:
        # It is not there any more, or what is left of it is not wanted: what was displaced, or what was not saved.
        remove(temp)
    try:
        sync_folder(target.parent)
    except OSError as error:
        raise CannotSave(Refusal.MAY_NOT_SURVIVE, detail=error.strerror) from error
    return Seen(data, ours, notices)


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
        raise CannotSave(Refusal.READ_ONLY if _on_a_read_only_disk(target) else Refusal.NO_PERMISSION)


def clear_temps(target: Path) -> None:
    """Remove what programs left beside the file that were killed while they wrote."""
    start = _temp_start(target)
    with suppress(OSError), os.scandir(target.parent) as files:
        for file in files:
            pid, _, rest = file.name.removeprefix(start).partition(".")
            if not (file.name.startswith(start) and pid.isdigit() and rest.endswith(".tmp")):
                continue
            if time.time() - file.stat(follow_symlinks=False).st_mtime > OLD_TEMP and not _alive(int(pid)):
                Path(file.path).unlink()


def _look(path: Path) -> Seen:
    try:
        # Before opening it: opening a pipe would wait for its writer.
        if not stat.S_ISREG(path.stat().st_mode):
            raise refuse(Misread.NOT_A_FILE)
        descriptor = os.open(path, _READ_FLAGS)
    except FileNotFoundError:
        if os.path.lexists(path):
            raise refuse(Misread.NOT_A_FILE) from None
        return Seen(None, None)
    try:
        status = os.fstat(descriptor)
        if status.st_size > LARGEST_FILE:
            raise refuse(Misread.TOO_LARGE)
        pieces = [b"start"]
        while pieces[-1] and sum(map(len, pieces)) <= LARGEST_FILE:
            pieces.append(os.read(descriptor, status.st_size + 1))
        return Seen(b"".join(pieces[1:]), identity(status))
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _temp_start(target: Path) -> str:
    # Cut, so that a long name with all that comes behind it is still a name.
    return f".{target.name[:40]}."


def _check_unmoved(target: Path, seen: Seen | None) -> None:
    """Look at the bytes first: within one tick of the disk's clock a file can change and keep its identity."""
    if seen is not None and (_look(target).data != seen.data or identity_of(target) != seen.identity):
        raise MovedError


def _put(temp: Path, target: Path, seen: Seen | None, ours: Identity) -> None:
    """Give a new file its place; raises MovedError, and then what somebody else put there is there again."""
    if seen is None:
        temp.replace(target)
    elif seen.identity is None:
        try:
            if not exchange.place(temp, target):
                temp.replace(target)
        except FileExistsError:
            raise MovedError from None
    elif not exchange.exchange(temp, target):
        temp.replace(target)
    else:
        # Between looking and renaming another program may have renamed: what was displaced tells.
        try:
            _check_unmoved(temp, seen)
        except BaseException:
            exchange.exchange(temp, target)
            if identity_of(temp) != ours:  # and somebody was quicker once more: the newest stays
                exchange.exchange(temp, target)
            raise


def _on_a_read_only_disk(path: Path) -> bool:
    return sys.platform != "win32" and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _alive(pid: int) -> bool:
    if sys.platform == "win32":  # pragma: no cover
        return False
    try:
        os.kill(pid, 0)  # pragma: no mutate - any other number would be sent to somebody's program
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
