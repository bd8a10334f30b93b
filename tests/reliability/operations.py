"""One of each thing that can be done to a goal file, for the modules that break the machine around it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from reliability.ground import DAY, document
from smart_tui.goals.model import CheckIn, Decision, Goal, Lead, Measurable
from smart_tui.goals.terms import Did
from smart_tui.store import operations as o
from smart_tui.store.bulk import AddCheckIns, AddGoals
from smart_tui.store.codes import Why
from smart_tui.store.drafts import Drafts
from smart_tui.store.exports import write_export
from smart_tui.store.memory import Memory
from smart_tui.store.operation import Operation
from smart_tui.store.store import Store

FIRST = CheckIn(date=DAY.replace(month=10, day=5), value=Decimal("0.50"), note="first of 0")
NEW = CheckIn(date=DAY, value=Decimal(7), note="the new one")
NOW = 1_795_000_000.0
GOAL = Goal(id="new", title="A new goal", measurable=Measurable(target=Decimal(3)))
OWNER = o.FieldChange("owner", None, "Lan")
TARGET = o.FieldChange("measurable.target", Decimal(1000), Decimal(1200))

OPERATIONS: dict[str, Operation] = {
    "add goal": o.AddGoal(GOAL),
    "delete goal": o.DeleteGoal("goal-1"),
    "add check-in": o.AddCheckIn("goal-0", NEW),
    "edit check-in": o.EditCheckIn("goal-0", FIRST, NEW),
    "delete check-in": o.DeleteCheckIn("goal-0", FIRST),
    "change goal": o.ChangeGoal("goal-0", (OWNER, TARGET)),
    "add decision": o.AddDecision("goal-0", Decision(date=DAY, did=Did.KEEP, why="it goes well")),
    "add lead": o.AddLead("goal-0", Lead(DAY, "calls", Decimal(12))),
    "together": o.Together((o.AddCheckIn("goal-0", NEW), o.ChangeGoal("goal-1", (OWNER,)))),
    "add goals": AddGoals((GOAL, Goal(id="newer", title="Another"))),
    "add check-ins": AddCheckIns("goal-1", (), (NEW, FIRST)),
}


@dataclass(frozen=True)
class Deed:
    """Something that is written: how the disk is laid out before, what is done, which file it is about."""

    name: str
    prepare: Callable[[Path], object]
    do: Callable[[Path], object]
    file: str = "goals.toml"
    answers: tuple[type[Exception], ...] = ()
    """What it may raise beside StoreError."""


def deeds() -> list[Deed]:
    """Give all of them: each operation, the first write of all, one through a link, drafts, an export."""
    said = [Deed(name, _plain, _apply(operation)) for name, operation in OPERATIONS.items()]
    first = OPERATIONS["add goal"]
    log = OPERATIONS["add check-in"]
    return [
        *said,
        Deed("first goal of all", lambda _: None, _apply(first, "deep/er/goals.toml"), "deep/er/goals.toml"),
        Deed("through a link", _linked, _apply(log, "link.toml")),
        Deed("of two names", _two_names, _apply(log)),
        Deed("empty file", lambda home: _put(home, b""), _apply(first)),
        Deed("add with a memory", _plain, _remembering(log)),
        Deed("delete with a memory", _plain, _remembering(OPERATIONS["delete goal"])),
        Deed("undo", _logged, lambda home: _store(home).undo()),
        Deed("put", _plain, lambda home: _store(home).put(document(1), Why.RESTORE)),
        Deed("keep a draft", lambda _: None, _keep("new"), "drafts/key.json"),
        Deed("keep it again", _keep("old"), _keep("new"), "drafts/key.json"),
        Deed("export", lambda _: None, lambda home: _export(home, overwrite=False), answers=(OSError,)),
        Deed("export over a file", lambda home: _put(home, b"old"), _export, answers=(OSError,)),
    ]


def _plain(home: Path) -> None:
    _put(home, document(2).replace(b'  { date = 2026-10-05, value = 1.50, note = "first of 1" },', b" "))


def _put(home: Path, data: bytes) -> None:
    (home / "goals.toml").write_bytes(data)


def _linked(home: Path) -> None:
    _plain(home)
    (home / "link.toml").symlink_to("goals.toml")


def _two_names(home: Path) -> None:
    _plain(home)
    (home / "other.toml").hardlink_to(home / "goals.toml")


def _apply(operation: Operation, name: str = "goals.toml") -> Callable[[Path], object]:
    return lambda home: Store(home / name, patience=0.1).apply(operation)


def _store(home: Path) -> Store:
    return Store(home / "goals.toml", patience=0.1, memory=Memory(home / "memory", lambda: NOW))


def _remembering(operation: Operation) -> Callable[[Path], object]:
    return lambda home: _store(home).apply(operation)


def _logged(home: Path) -> None:
    _plain(home)
    _store(home).apply(OPERATIONS["add check-in"])


def _keep(title: str) -> Callable[[Path], object]:
    return lambda home: Drafts(home / "drafts").keep("key", {"title": title})


def _export(home: Path, *, overwrite: bool = True) -> None:
    write_export(home / "goals.toml", b"new and longer", overwrite=overwrite)
