"""Files for others to read: whole or not there at all, and never over one that exists unless that is asked."""

import errno
import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from smart_tui.store.disk import make_folder
from smart_tui.store.new_file import remove, sync_folder, write_temp


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
