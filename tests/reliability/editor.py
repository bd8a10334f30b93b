"""G5: two writers of ours beside an editor that knows no locks and replaces the file every 50 ms.

An editor that reads, thinks and renames can itself overwrite what came between; that is no loss of ours. This one looks
again right before its rename, and where the system can exchange two files at once it looks at what it displaced: what
it had not read is written down as its own doing, and is counted apart. Whatever else is missing at the end was lost
by us.
"""

import ctypes
import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path

from reliability.ground import DAY, PEEK, Pipe, Row, document, ended, folder, kill, parsed, spawn
from smart_tui.goals.model import CheckIn
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.operations import AddCheckIn
from smart_tui.store.store import Store

EVERY = 0.05
SAVES_IN_A_ROW, REST = 40, 0.5
"""So often the editor saves, then it rests: on a busy machine a write may take longer than the file stands still."""
WRITERS = 2
OPERATIONS_A_FILE = 100
"""A file grows with what is written; each one is only used for so many operations of a writer."""
MARK = re.compile(rb"our-\d+-\d+|# theirs-\d+")


@dataclass
class Told:
    """What writers and editor told."""

    done: set[str] = field(default_factory=set)
    """Marks that were acknowledged: of check-ins, and of the editor's lines."""
    displaced: set[str] = field(default_factory=set)
    """Marks that the editor overwrote without having read them."""
    stale: int = 0
    """How often the editor did that."""
    saves: int = 0
    refused: int = 0

    def hear(self, pipe: Pipe) -> None:
        """Take what has come."""
        for word, *rest in pipe.lines():
            match word:
                case "done":
                    self.done.add(rest[0])
                case "saved":
                    self.saves += 1
                case "refused":
                    self.refused += 1
                case _:
                    self.stale += 1
                    self.displaced.update(rest)


def run(operations: int, goals: int = 3) -> Told:
    """Let them write; raises AssertionError when something that was acknowledged is gone."""
    with folder() as home:
        path, told, pipe = home / "goals.toml", Told(), Pipe()
        path.write_bytes(document(goals))
        editor = spawn(lambda: _edit(path, pipe))
        writers = [spawn(partial(_write, path, n, operations, goals, pipe)) for n in range(WRITERS)]
        try:
            while writers:
                told.hear(pipe)
                time.sleep(0.02)
                done = [child for child in writers if os.waitid(os.P_PID, child, PEEK) is not None]
                for child in done:
                    assert ended(child) == 0, "a writer failed"
                    writers.remove(child)
        finally:
            for child in (*writers, editor):
                kill(child)
        told.hear(pipe)
        pipe.close()
        check(path.read_bytes(), told)
        return told


def check(data: bytes, told: Told) -> None:
    """See that everything is there that was acknowledged and not overwritten by the editor itself."""
    parsed(data)
    there = [mark.decode().removeprefix("# ") for mark in MARK.findall(data)]
    lost = told.done - set(there) - told.displaced
    assert not lost, f"lost: {sorted(lost)}"
    assert len(there) == len(set(there)), "something stands there twice"


def rows(scale: int) -> list[Row]:
    """Give the table's row; 1,000 operations of each writer at scale 100."""
    operations = 10 * scale
    parts = [
        run(min(OPERATIONS_A_FILE, operations - part)) for part in range(0, operations, OPERATIONS_A_FILE)
    ]
    ours = sum(mark.startswith("our") for told in parts for mark in told.done)
    saves, refused = sum(told.saves for told in parts), sum(told.refused for told in parts)
    stale, marks = sum(told.stale for told in parts), sum(len(told.displaced) for told in parts)
    done = (
        f"{WRITERS} writers, {ours} writes acknowledged, {refused} times refused (never still, or locked) and done again; "
        f"an editor saved {saves} times, every {EVERY * 1000:.0f} ms"
    )
    how = "seen by exchange" if _exchange is not None else "not seen here: no exchange of files"
    outcome = (
        f"0 acknowledged writes lost, 0 lines of the editor lost; what the editor overwrote unread "
        f"({how}): {stale} times, {marks} marks"
    )
    return [("G5", done, outcome)]


def _write(path: Path, writer: int, operations: int, goals: int, pipe: Pipe) -> None:
    store = Store(path, patience=60)
    for turn in range(operations):
        mark = f"our-{writer}-{turn}"
        checkin = CheckIn(date=DAY, value=Decimal(turn), note=mark)
        while True:
            try:
                store.apply(AddCheckIn(f"goal-{turn % goals}", checkin))
                break
            except CannotSave as error:
                # The file never stood still, or the other one never let go; a person is told so, and tries again.
                assert error.code in {Refusal.CHANGED, Refusal.LOCKED}
                pipe.say("refused", mark)
        pipe.say("done", mark)


def _edit(path: Path, pipe: Pipe) -> None:
    turn, next_turn = 0, time.monotonic()
    while True:
        next_turn = max(next_turn + EVERY, time.monotonic())
        time.sleep(max(0.0, next_turn - time.monotonic()))
        while not _edited(path, f"# theirs-{turn}\n".encode(), pipe):
            pass
        pipe.say("done", f"theirs-{turn}")
        pipe.say("saved")
        turn += 1
        if turn % SAVES_IN_A_ROW == 0:
            time.sleep(REST)


def _edited(path: Path, line: bytes, pipe: Pipe) -> bool:
    """Read, add a line, look again, put it there; False when the file changed meanwhile."""
    read = path.read_bytes()
    temp = path.with_name("goals.toml~")
    temp.write_bytes(line + read)
    if path.read_bytes() != read:
        return False
    if _exchange is None:
        temp.replace(path)
        return True
    _exchange(temp, path)
    displaced = temp.read_bytes()
    if displaced != read:
        unread = set(MARK.findall(displaced)) - set(MARK.findall(read))
        pipe.say("stale", *(mark.decode().removeprefix("# ") for mark in unread))
    return True


def _exchanging() -> Callable[[Path, Path], None] | None:
    """Give what exchanges two names at once: what was displaced can then be looked at (Linux only)."""
    if sys.platform != "linux" or not hasattr(library := ctypes.CDLL(None, use_errno=True), "renameat2"):
        return None

    def exchange(one: Path, other: Path) -> None:
        here, both = -100, 2
        if library.renameat2(here, os.fsencode(one), here, os.fsencode(other), both):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    return exchange


_exchange = _exchanging()
