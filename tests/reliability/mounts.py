"""Disks of one's own, where the machine lets one mount any; nothing stays mounted."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NotHereError(Exception):
    """The machine does not allow it; says why."""


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount something on a folder: `options` are those of mount(8) before the folder."""
    folder.mkdir(exist_ok=True)
    asked("mount", *options, str(folder))
    try:
        yield folder
    finally:
        done = subprocess.run(["umount", str(folder)], capture_output=True, check=False)
        if done.returncode:
            asked("umount", "--lazy", str(folder))


def asked(*command: str) -> None:
    """Run a command of the system; raises NotHereError with what it says."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    except OSError as error:
        raise NotHereError(str(error)) from error
    if done.returncode:
        raise NotHereError(done.stderr.strip() or f"{command[0]} failed")


def image(path: Path, megabytes: int) -> None:
    """Make an empty ext4 disk in a file."""
    with path.open("wb") as file:
        file.truncate(megabytes * 2**20)
    asked("mkfs.ext4", "-q", "-F", str(path))
