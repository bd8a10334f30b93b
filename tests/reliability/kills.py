"""G1: writers that are killed at any moment, while others write and one reads all the time."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import tomli

from reliability.ground import DAY, Pipe, Row, dice, document, ended, folder, kill, lines_gone, parsed, spawn
from smart_tui.goals.model import CheckIn, Goal
from smart_tui.store.operation import Operation
from smart_tui.store.operations import AddCheckIn, AddGoal, ChangeGoal, DeleteGoal, FieldChange
from smart_tui.store.store import Store

WRITERS = 3
KILLS_A_FILE = 100
"""A file grows with what is written; each one is only used for so many kills."""


@dataclass
class Told:
    """What the writers told: a word before each write, another one after it."""

    tried: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    reads: int = 0
    faults: list[str] = field(default_factory=list)

    def hear(self, pipe: Pipe) -> None:
        """Take what has come."""
        for word, *rest in pipe.lines():
            match word:
                case "try":
                    self.tried.add(rest[0])
                case "done":
                    self.done.add(rest[0])
                case "read":
                    self.reads += 1
                case _:
                    self.faults.append(" ".join(rest))


def run(goals: int, kills: int, salt: object = 0) -> Told:
    """Kill writers so many times; raises AssertionError when anything is lost, doubled or unreadable."""
    with folder() as home:
        path = home / "goals.toml"
        path.write_bytes(document(goals))
        told, pipe = Told(), Pipe()
        reader = spawn(lambda: _read(path, pipe))
        try:
            _kill_writers(path, goals, kills, told, pipe, salt=salt)
        finally:
            kill(reader)
        told.hear(pipe)
        pipe.close()
        check(path, goals, told)
        return told


def check(path: Path, goals: int, told: Told) -> None:
    """See that the file says what was acknowledged, once, and all that it said before."""
    assert not told.faults, told.faults
    data = path.read_bytes()
    tables = {table["id"]: table for table in parsed(data)["goal"]}
    assert len(tables) == len(parsed(data)["goal"]), "a goal stands there twice"
    notes = Counter(row.get("note") for table in tables.values() for row in _checkins(table))
    for mark in told.tried:
        kind = mark.partition("-")[0]
        if kind == "log":
            assert notes[mark] <= 1, f"doubled: {mark}"
            assert notes[mark] == 1 or mark not in told.done, f"lost: {mark}"
        elif kind == "add":
            gone = mark.replace("add", "delete")
            assert mark in tables or mark not in told.done or gone in told.tried, f"lost: {mark}"
            assert mark not in tables or gone not in told.done, f"came back: {mark}"
    for writer in range(WRITERS):
        _check_changes(str(tables[f"goal-{writer}"].get("owner", "")), writer, told)
    missing = {line for line in lines_gone(document(goals), data) if not line.startswith(b"owner")}
    assert not missing, f"original lines lost: {missing}"
    assert len(tables) - goals <= len([mark for mark in told.tried if mark.startswith("add")])


def rows(scale: int) -> list[Row]:
    """Give the table's rows; all 2,000 kills at scale 100."""
    said = []
    for goals in (10, 100):
        kills, acks, reads, begun = 10 * scale, 0, 0, time.monotonic()
        for part in range(0, kills, KILLS_A_FILE):
            told = run(goals, min(KILLS_A_FILE, kills - part), salt=part)
            acks, reads = acks + len(told.done), reads + told.reads
        pace = kills / (time.monotonic() - begun)
        done = f"{kills} kill -9 ({pace:.0f} a second), {WRITERS} writers, {goals} goals"
        outcome = (
            f"{acks} acknowledged, 0 lost, 0 doubled; {reads} reads, 0 unreadable; original lines intact"
        )
        said.append(("G1", done, outcome))
    return said


def _kill_writers(path: Path, goals: int, kills: int, told: Told, pipe: Pipe, *, salt: object) -> None:
    chance = dice("kills", goals, salt)
    writers: dict[int, tuple[int, float]] = {}
    born = count()
    # A larger file takes longer to write: those that die must have done something before.
    longest = 0.15 if goals <= 10 else 0.9

    def bear(writer: int) -> None:
        number = next(born)
        child = spawn(lambda: _write(path, goals, writer, number, pipe))
        writers[writer] = child, time.monotonic() + chance.uniform(0.005, longest)

    try:
        for writer in range(WRITERS):
            bear(writer)
        for _ in range(kills):
            writer = min(writers, key=lambda it: writers[it][1])
            child, due = writers[writer]
            time.sleep(max(0.0, due - time.monotonic()))
            kill(child)
            told.hear(pipe)
            bear(writer)
    finally:
        for child, _ in writers.values():
            kill(child)
    # One more, left alone: whatever the killed ones left behind, it works.
    assert ended(spawn(lambda: _write(path, goals, 0, next(born), pipe, rounds=3))) == 0


def _write(path: Path, goals: int, writer: int, number: int, pipe: Pipe, *, rounds: int = 10**6) -> None:
    store, chance = Store(path, patience=60), dice("writer", writer, number)
    first = chance.randrange(goals)
    turns = ((f"{writer}-{number:06}-{turn:06}", (first + turn) % goals) for turn in range(rounds))
    for mark, operation in (it for me, goal in turns for it in _operations(store, writer, me, goal)):
        pipe.say("try", mark)
        store.apply(operation)
        pipe.say("done", mark)


def _operations(store: Store, writer: int, me: str, goal: int) -> Iterator[tuple[str, Operation]]:
    checkin = CheckIn(date=DAY, value=Decimal(goal), note=f"log-{me}")
    yield f"log-{me}", AddCheckIn(f"goal-{goal}", checkin)
    # Only this writer changes the owner of this goal, so each change follows the one before.
    mine, owner = f"goal-{writer}", f"own-{me}"
    before = next(goal.owner for goal in store.read().file.goals if goal.id == mine)
    yield owner, ChangeGoal(mine, (FieldChange("owner", before, owner),))
    yield f"add-{me}", AddGoal(Goal(id=f"add-{me}", title="For a while"))
    yield f"delete-{me}", DeleteGoal(f"add-{me}")


def _check_changes(owner: str, writer: int, told: Told) -> None:
    mine = f"own-{writer}-"
    acknowledged = max((mark for mark in told.done if mark.startswith(mine)), default="")
    assert not owner or owner in told.tried, f"nobody wrote {owner}"
    assert owner >= acknowledged, f"lost: {acknowledged}, there is {owner}"


def _read(path: Path, pipe: Pipe) -> None:
    while True:
        try:
            # The quicker reader: the machine is for the writers.
            tables = tomli.loads(path.read_text("utf-8"))["goal"]
            pipe.say("read" if len(tables) >= 10 else "fault a short file")
        except (OSError, ValueError, KeyError) as error:
            pipe.say("fault", type(error).__name__, str(error)[:200].replace("\n", " "))
        time.sleep(0.002)


def _checkins(table: dict[str, Any]) -> list[dict[str, Any]]:
    checkins: list[dict[str, Any]] = table.get("history", {}).get("checkins", [])
    return checkins
