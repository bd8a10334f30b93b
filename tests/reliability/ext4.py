"""G2, the other half: a real ext4 on a disk whose power is cut: what the journal brings back."""

import os
import signal
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from pathlib import Path

from reliability.ground import (
    DAY,
    IMPOSSIBLE,
    Pipe,
    Row,
    dice,
    document,
    folder,
    kill,
    lines_gone,
    parsed,
    spawn,
)
from reliability.mounts import NotHereError, image, mounted
from smart_tui.goals.model import CheckIn
from smart_tui.store.operations import AddCheckIn
from smart_tui.store.store import Store

GOALS = 3
CUTS_A_DISK = 25


@dataclass
class Told:
    """What was acknowledged before a cut, and what was begun."""

    done: set[str] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)

    def hear(self, pipe: Pipe) -> None:
        """Take what has come."""
        for word, mark in pipe.lines():
            (self.done if word == "done" else self.tried).add(mark)


def run(cuts: int, salt: object = 0) -> int:
    """Cut the power so many times; gives how many writes were acknowledged; raises AssertionError, NotHereError."""
    with folder() as home:
        disk, told, pipe = home / "disk.img", Told(), Pipe()
        image(disk, 24)
        # The disk's own clock writes nothing while it is copied: only what the program asked for is on it.
        with mounted(home / "live", "-o", "loop,commit=600", str(disk)) as live:
            path = live / "goals.toml"
            path.write_bytes(document(GOALS))
            subprocess.run(["sync", "--file-system", str(live)], check=True)
            child = spawn(lambda: _write(path, pipe))
            try:
                chance = dice("ext4", salt)
                for _ in range(cuts):
                    time.sleep(chance.uniform(0.005, 0.06))
                    _cut(home, disk, child, told, pipe)
            finally:
                kill(child)
        pipe.close()
        return len(told.done)


def rows(scale: int) -> list[Row]:
    """Give the table's row; 200 cuts at scale 100."""
    cuts, acknowledged = max(2, 2 * scale), 0
    done = f"ext4 in a file, {cuts} cuts while a writer works, the journal replayed"
    try:
        for part in range(0, cuts, CUTS_A_DISK):
            acknowledged += run(min(CUTS_A_DISK, cuts - part), salt=part)
    except NotHereError as error:
        return [("G2", done, IMPOSSIBLE + str(error))]
    return [("G2", done, f"{acknowledged} writes acknowledged before a cut, 0 lost, 0 files missing or torn")]


def _cut(home: Path, disk: Path, child: int, told: Told, pipe: Pipe) -> None:
    os.kill(child, signal.SIGSTOP)
    os.waitpid(child, os.WUNTRACED)
    try:
        copy = home / "copy.img"
        subprocess.run(["cp", "--sparse=always", str(disk), str(copy)], check=True)
        told.hear(pipe)
    finally:
        os.kill(child, signal.SIGCONT)
    with mounted(home / "after", "-o", "loop", str(copy)) as after:
        _check(after / "goals.toml", told)


def _check(path: Path, told: Told) -> None:
    assert path.exists(), "the file is missing"
    data = path.read_bytes()
    rows = [row for table in parsed(data)["goal"] for row in table["history"]["checkins"]]
    notes = Counter(row["note"] for row in rows)
    lost = told.done - set(notes)
    assert not lost, f"lost: {sorted(lost)}"
    assert max(notes.values()) == 1, "something stands there twice"
    assert not lines_gone(document(GOALS), data), "original lines lost"


def _write(path: Path, pipe: Pipe) -> None:
    store = Store(path)
    for turn in count():
        mark = f"log-{turn}"
        pipe.say("tried", mark)
        store.apply(AddCheckIn(f"goal-{turn % GOALS}", CheckIn(date=DAY, value=Decimal(turn), note=mark)))
        pipe.say("done", mark)
