"""The table of faults: full, read-only and foreign disks, locks that are held or stale, disks without locks."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from reliability.ground import IMPOSSIBLE, Pipe, Row, ended, folder, kill, spawn
from reliability.mounts import NotHereError, mounted
from reliability.operations import NEW, OPERATIONS
from smart_tui.goals.model import CheckIn
from smart_tui.store.errors import CannotSave, StoreError
from smart_tui.store.lock import locked
from smart_tui.store.operation import Operation
from smart_tui.store.operations import AddCheckIn
from smart_tui.store.store import Store

OLD = b'# mine\n[[goal]]\nid = "goal-0"\n'
LOG = OPERATIONS["add check-in"]
LARGE = AddCheckIn("goal-0", CheckIn(date=NEW.date, value=NEW.value, note="x" * 100_000))
NOBODY = 65534


def full_disk() -> str:
    """No room for the new file; with room, the same write works."""
    with _small_disk("size=64k") as path:
        _refused(path, LARGE, "disk-full")
        filler = path.with_name("filler")
        _fill(filler)
        _refused(path, LOG, "disk-full")
        filler.unlink()
        _works(path)
    return "refused as disk-full, old bytes, 0 temps; works with room"


def no_inodes() -> str:
    """No new file can be made."""
    with _small_disk("size=1m,nr_inodes=4") as path:
        path.with_name("one").touch()
        _refused(path, LOG, "disk-full")
        path.with_name("one").unlink()
        _works(path)
    return "refused as disk-full, old bytes; works with room"


def file_size_limit() -> str:
    """A write is cut short, then fails."""
    with _plain() as path:

        def limited() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
            _refused(path, LARGE, "disk-full")

        assert ended(spawn(limited)) == 0
        assert path.read_bytes() == OLD
        _works(path)
    return "refused as disk-full after a short write, old bytes, 0 temps; works without the limit"


def read_only_disk() -> str:
    """The folder can only be read."""
    with _plain() as path, mounted(path.parent / "bound", "--bind", str(path.parent)) as bound:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(bound)], check=True)
        there = bound / path.name
        assert Store(there).read().file.goals
        _refused(there, LOG, "read-only")
        _works(path)
    return "read; refused as read-only, old bytes"


def no_permission() -> str:
    """Somebody who may read but not write the folder, the file, or what stands in the place of the lock."""
    if os.geteuid() != 0:
        raise NotHereError("only the administrator can become somebody else")
    for folder_mode, file_mode in ((0o755, 0o644), (0o777, 0o644), (0o755, 0o666)):
        with _plain() as path:
            path.parent.chmod(folder_mode)
            path.chmod(file_mode)
            assert ended(spawn(partial(_as_nobody, path))) == 0
            assert path.read_bytes() == OLD
    return "read; refused as no-permission, old bytes"


def foreign_owner() -> str:
    """Somebody else's file that may be replaced: its owner cannot be kept, and that is told."""
    if os.geteuid() != 0:
        raise NotHereError("only the administrator can become somebody else")
    with _plain() as path:
        path.parent.chmod(0o777)
        path.chmod(0o666)

        def write() -> None:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            assert Store(path).apply(LOG).notices == ("owner-changed",)

        assert ended(spawn(write)) == 0
        assert path.stat().st_uid == NOBODY
        assert b"the new one" in path.read_bytes()
    return "saved, and told that the owner changed"


def held_lock() -> str:
    """A living program holds the lock."""
    with _plain() as path, locked(path, 1):
        try:
            Store(path, patience=0.05).apply(LOG)
        except CannotSave as error:
            assert (error.code, error.values["holder"]) == ("locked", os.getpid())
        else:
            raise AssertionError("two hold the lock")
        assert path.read_bytes() == OLD
    return "refused as locked, its holder named, old bytes"


def stale_lock() -> str:
    """Whoever held the lock was killed."""
    with _plain() as path:
        pipe = Pipe()

        def hold() -> None:
            with locked(path, 1):
                pipe.say("held")
                time.sleep(60)

        child = spawn(hold)
        try:
            while not list(pipe.lines()):
                time.sleep(0.005)
        finally:
            kill(child)
        pipe.close()
        begun = time.monotonic()
        _works(path)
        waited = time.monotonic() - begun
    return f"the next writer after {waited * 1000:.0f} ms"


def no_locks() -> str:
    """A disk that cannot lock, as some in the network."""
    if not shutil.which("strace"):
        raise NotHereError("no strace")
    for name in ("ENOLCK", "EOPNOTSUPP"):
        with _plain() as path:
            command = ["strace", "-f", "-o", "/dev/null", "-e", f"inject=flock:error={name}"]
            command += [sys.executable, "-m", "smart_tui", "--file", str(path), "log", "goal-0", "5"]
            env = os.environ | {"SMART_TUI_HOME": str(path.parent / "home"), "LC_ALL": "C"}
            done = subprocess.run(command, capture_output=True, text=True, env=env, check=False, timeout=60)
            if "ptrace" in done.stderr:
                raise NotHereError("strace may not trace")
            assert done.returncode == 0, done.stderr
            assert done.stderr.count("has no locks") == 1, done.stderr
            assert b"value = 5" in path.read_bytes()
    return "saved with ENOLCK and EOPNOTSUPP, and told once that the disk cannot lock"


FAULTS: dict[str, Callable[[], str]] = {
    "disk full (tmpfs of 64 kB)": full_disk,
    "no inodes left (tmpfs)": no_inodes,
    "file size limit (EFBIG)": file_size_limit,
    "read-only disk (bind mount)": read_only_disk,
    "no permission (user 65534)": no_permission,
    "foreign owner (user 65534)": foreign_owner,
    "lock held by a living program": held_lock,
    "lock of a killed program": stale_lock,
    "disk without locks (strace)": no_locks,
}


def rows(scale: int) -> list[Row]:
    """Give the table's rows, the same at any scale."""
    del scale
    return [("faults", name, outcome(fault)) for name, fault in FAULTS.items()]


def outcome(fault: Callable[[], str]) -> str:
    """Let it happen; where the machine does not allow that, say so."""
    try:
        return fault()
    except NotHereError as error:
        return IMPOSSIBLE + str(error)


@contextmanager
def _plain() -> Iterator[Path]:
    with folder() as home:
        home.chmod(0o755)
        path = home / "goals.toml"
        path.write_bytes(OLD)
        yield path


@contextmanager
def _small_disk(options: str) -> Iterator[Path]:
    with folder() as home, mounted(home / "small", "-t", "tmpfs", "-o", options, "none") as small:
        path = small / "goals.toml"
        path.write_bytes(OLD)
        path.with_name(".goals.toml.lock").touch()
        yield path


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return


def _as_nobody(path: Path) -> None:
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    assert Store(path).read().file.goals
    _refused(path, LOG, "no-permission")


def _refused(path: Path, operation: Operation, code: str) -> None:
    try:
        Store(path, patience=0.05).apply(operation)
    except StoreError as error:
        assert error.code == code, f"{error.code} instead of {code}"
    else:
        raise AssertionError(f"saved instead of {code}")
    assert path.read_bytes() == OLD, "the old bytes are gone"
    assert not list(path.parent.glob(".goals*.tmp")), "a temp is left"


def _works(path: Path) -> None:
    assert Store(path).apply(LOG).file.goals[0].history.checkins
    path.write_bytes(OLD)
