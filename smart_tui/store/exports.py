"""Files for others to read: whole or not there at all, and never over one that exists unless that is asked."""

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path, PurePosixPath

from smart_tui.store import exchange
from smart_tui.store.disk import make_folder
from smart_tui.store.new_file import remove, sync_folder, write_temp

_TAKEN = {errno.ENOTEMPTY, errno.ENOTDIR, errno.EISDIR}
"""What a system answers when somebody else took the name meanwhile."""


def write_export(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file at once; raises FileExistsError where there is one and it may not be replaced, else OSError."""
    if not overwrite and os.path.lexists(path):
        raise FileExistsError(path)
    path = Path(os.path.realpath(path)) if overwrite else path
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    temp = path.with_name(f".{path.name[:40]}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        # What is written for others may be read as the person's umask allows, unlike the goal file.
        write_temp(temp, data, path, mode=0o666)
        _put(temp, path, overwrite=overwrite)
    finally:
        remove(temp)
    # It can be written again: no reason to say that it was not.
    with suppress(OSError):
        sync_folder(path.parent)


def write_numbered(folder: Path, stem: str, ending: str, data: bytes) -> Path:
    """Write a file of this name into a folder, numbered where the name is taken; gives its path, raises OSError."""
    make_folder(folder)
    for number in count(1):
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}.{ending}"
        with suppress(FileExistsError):
            write_export(path, data)
            return path
    raise AssertionError


def write_folder(parent: Path, name: str, files: Iterable[tuple[str, bytes]]) -> Path:
    """Write a folder of files whole, numbered where its name is taken; gives its path, raises OSError.

    A file's name may lead into a folder of its own ("sheets/lan.md"). Until everything is on the disk, the folder has a
    hidden name, so that nobody takes half of it for all; when something goes wrong, nothing of it stays.
    """
    make_folder(parent)
    temp = parent / f".{name[:40]}.{os.getpid()}.{os.urandom(4).hex()}.tmp"
    temp.mkdir()
    try:
        for inside, data in files:
            _write_inside(temp, inside, data)
        path = _place_folder(temp, parent, name)
    except BaseException:
        shutil.rmtree(temp, ignore_errors=True)
        raise
    with suppress(OSError):
        sync_folder(parent)
    return path


def _write_inside(folder: Path, name: str, data: bytes) -> None:
    """Write one file of a folder, which no name leads out of."""
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or PurePosixPath(name).is_absolute():
        raise ValueError(name)
    path = folder.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_temp(path, data, path, mode=0o666)


def _place_folder(temp: Path, parent: Path, name: str) -> Path:
    """Give a finished folder the first of its names that is free."""
    for folder in (temp, *(inside for inside in temp.rglob("*") if inside.is_dir())):
        with suppress(OSError):
            sync_folder(folder)
    for number in count(1):
        path = parent / f"{name}{f'-{number}' if number > 1 else ''}"
        if os.path.lexists(path):
            continue
        try:
            if not exchange.place(temp, path):
                # Where the system cannot say "only if free": a folder takes the place of an empty one at most.
                temp.rename(path)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno in _TAKEN:
                continue
            raise
        return path
    raise AssertionError


def _put(temp: Path, path: Path, *, overwrite: bool) -> None:
    """Give the finished file its name; a link, unlike a renaming, never takes the place of another file."""
    if overwrite:
        temp.replace(path)
        return
    try:
        path.hardlink_to(temp)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temp.replace(path)
