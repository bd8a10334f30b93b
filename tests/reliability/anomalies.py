"""G3: every call to the system of every operation fails once."""

import errno
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count, product
from pathlib import Path

from reliability.ground import IMPOSSIBLE, Row, folder
from reliability.operations import Deed, deeds
from reliability.syscalls import Around, Failing, Short, around
from smart_tui.store.codes import Refusal
from smart_tui.store.drafts import Drafts
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR)
QUICK = ("add check-in", "first goal of all", "through a link", "keep a draft")


def run(deed: Deed, errors: Iterable[int] = ERRORS) -> Counter[str]:
    """Let each call fail once, one after the other; gives how often what came out of it."""
    said: Counter[str] = Counter()
    old, new = _states(deed)
    for error in errors:
        for place in count(1):
            failing = Failing(place, error)
            said[_once(deed, failing, old, new, f"{errno.errorcode[error]} at call {place}")] += 1
            if not failing.failed:
                break
    for most in (1, 7, 4000):
        outcome = _once(deed, Short(most), old, new, f"writes of {most} bytes")
        assert outcome == "saved", f"{deed.name}, writes of {most} bytes: {outcome}"
    return said


def run_reading() -> int:
    """Let each call of whatever only reads fail once; gives how often it was tried."""
    tries = 0
    with folder() as home:
        plain = next(deed for deed in deeds() if deed.name == "through a link")
        plain.prepare(home)
        drafts = Drafts(home / "drafts")
        drafts.keep("key", {"title": "T"})
        store = Store(home / "link.toml")
        stamp = store.read().stamp
        looks: tuple[Callable[[], object], ...] = (
            store.read,
            lambda: store.changed(stamp),
            lambda: drafts.load("key"),
            drafts.latest,
        )
        for look, error in product(looks, ERRORS):
            for place in count(1):
                failing = Failing(place, error)
                with around(failing), suppress(StoreError):
                    look()
                tries += 1
                if not failing.failed:
                    break
    return tries


def rows(scale: int) -> list[Row]:
    """Give the table's rows; the real program under strace only at full scale."""
    said: Counter[str] = Counter()
    chosen = [deed for deed in deeds() if scale > 1 or deed.name in QUICK]
    for deed in chosen:
        said += run(deed)
    codes = ", ".join(errno.errorcode[error] for error in ERRORS)
    done = f"{len(chosen)} operations, each call fails once with {codes}: {said.total()} runs"
    outcome = ", ".join(f"{n} {what}" for what, n in said.most_common())
    own = [
        ("G3", done, f"0 tracebacks, 0 other bytes, 0 temps left; {outcome}"),
        ("G3", f"what only reads: {run_reading()} runs", "0 tracebacks"),
    ]
    return own + ([_traced()] if scale >= 100 else [])


def _states(deed: Deed) -> tuple[bytes | None, bytes | None]:
    with folder() as home:
        deed.prepare(home)
        old = _bytes(home / deed.file)
        deed.do(home)
        new = _bytes(home / deed.file)
    assert old != new
    return old, new


def _once(deed: Deed, do: Around, old: bytes | None, new: bytes | None, where: str) -> str:
    with folder() as home:
        deed.prepare(home)
        about = f"{deed.name}, {where}"
        told = "saved"
        with around(do):
            try:
                deed.do(home)
            except StoreError as error:
                told = str(error.code)
            except deed.answers as error:
                told = type(error).__name__
            except Exception as error:
                about += f": {type(error).__name__}: {error}"
                raise AssertionError(about) from error
        if isinstance(do, Failing) and do.failed:
            about += f" ({do.failed})"
        now = _bytes(home / deed.file)
        assert now in {old, new}, f"{about}: other bytes"
        if told in {"saved", Refusal.MAY_NOT_SURVIVE}:
            assert now == new, f"{about}: {told}, but it is not there"
        else:
            assert now == old, f"{about}: {told}, but it was written"
        left = [file.name for file in home.rglob("*.tmp")]
        assert not left, f"{about}: left {left}"
        if (home / "link.toml").exists():
            assert (home / "link.toml").is_symlink(), f"{about}: the link is gone"
        if now == old:
            deed.do(home)
            assert _bytes(home / deed.file) == new, f"{about}: not possible afterwards"
        return told


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


CALLS = ("fsync", "rename", "renameat2", "unlink", "fchmod", "fchown", "ftruncate", "flock", "mkdir")
"""Calls that a Python makes for nothing else."""
CALLS_ON_THE_FILE = ("openat", "read", "newfstatat", "close", "readlink", "lseek", "write")


def _traced() -> Row:
    gate = "G3"
    done = "`smart-tui log` under strace, each call on the file fails once"
    if not shutil.which("strace"):
        return gate, done, IMPOSSIBLE + "no strace"
    said: Counter[str] = Counter()
    for error, call in product(ERRORS, (*CALLS, *CALLS_ON_THE_FILE)):
        for place in count(1):
            told, hit = traced_once(f"{call}:error={errno.errorcode[error]}:when={place}")
            if told == IMPOSSIBLE:
                return gate, done, IMPOSSIBLE + "strace may not trace"
            if not hit:
                break
            said[told] += 1
    assert said, f"{done}: no call ever failed"
    outcome = ", ".join(f"{n} {what}" for what, n in said.most_common())
    return gate, f"{done}: {said.total()} runs", f"0 tracebacks, 0 other bytes, 0 temps left; {outcome}"


def traced_once(inject: str, python: str = sys.executable) -> tuple[str, bool]:
    """Let one call of the real program fail; gives how it ended, and whether the call was made at all."""
    with folder() as home:
        deed = next(it for it in deeds() if it.name == "add check-in")
        deed.prepare(home)
        path, trace = home / "goals.toml", home / "trace.txt"
        old = path.read_bytes()
        # Errors are injected into what touches these paths only: the start of a Python makes the same calls.
        on_the_file = inject.partition(":")[0] in CALLS_ON_THE_FILE
        named = [home, path, home / ".goals.toml.lock"] if on_the_file else []
        command = ["strace", "-f", "-o", str(trace), *(part for name in named for part in ("-P", str(name)))]
        command += ["-e", f"trace={inject.partition(':')[0]}", "-e", f"inject={inject}"]
        command += [python, "-m", "smart_tui", "--file", str(path), "log", "goal-0", "5"]
        env = os.environ | {
            "SMART_TUI_HOME": str(home / "state"),
            "SMART_TUI_TODAY": "2026-11-21",
            "LC_ALL": "C",
        }
        done = subprocess.run(command, capture_output=True, env=env, check=False, timeout=120)
        if not trace.exists() or b"ptrace" in done.stderr:
            return IMPOSSIBLE, False
        hit = "INJECTED" in trace.read_text(errors="replace")
        # What nothing kept from running has to have run: a program that is not there breaks no promise either.
        assert hit or done.returncode == 0, f"{inject}: undisturbed, but {done.stderr.decode()}"
        _judge(home, old, done, inject)
        return f"exit {done.returncode}", hit


def _judge(home: Path, old: bytes, done: "subprocess.CompletedProcess[bytes]", inject: str) -> None:
    assert b"Traceback" not in done.stderr, f"{inject}: {done.stderr.decode()}"
    now = (home / "goals.toml").read_bytes()
    changed = now != old
    survives = b"may not survive" in done.stderr
    assert not changed or now.count(b"date = 2026-11-21") == 1, f"{inject}: other bytes"
    assert changed == (done.returncode == 0 or survives), (
        f"{inject}: exit {done.returncode}, written: {changed}"
    )
    assert not list(home.glob(".goals*.tmp")), f"{inject}: temps left"
