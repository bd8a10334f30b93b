"""G2: the power goes at any moment of any write; the model of the disk says what may be left."""

import os
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from reliability.disk_model import RIGHT, Recorder, count_states
from reliability.ground import DAY, Row, folder
from reliability.operations import GOAL, NEW, Deed, deeds
from reliability.syscalls import around
from smart_tui.goals.model import CheckIn, Decision, Lead
from smart_tui.goals.terms import Did
from smart_tui.store import operations as o
from smart_tui.store.operation import Operation
from smart_tui.store.store import Store

OTHER = CheckIn(date=DAY, value=Decimal(8))
IN_A_ROW: tuple[Operation, ...] = (
    o.AddGoal(GOAL),
    o.AddCheckIn("new", NEW),
    o.EditCheckIn("new", NEW, OTHER),
    o.AddGoal(replace(GOAL, id="newer")),
    o.ChangeGoal("new", (o.FieldChange("owner", None, "Lan"),)),
    o.AddDecision("new", Decision(date=DAY, did=Did.KEEP)),
    o.AddLead("new", Lead(DAY, "calls", Decimal(2))),
    o.DeleteCheckIn("new", OTHER),
    o.DeleteGoal("new"),
)
OLD, YOUNG = b"old and not so short\n" * 20, b"new and longer than the old one\n" * 20


def run(deed: Deed) -> Counter[str]:
    """Count the states that one write may leave; raises AssertionError for one that may not be."""
    with folder() as home:
        deed.prepare(home)
        path, recorder = Path(os.path.realpath(home / deed.file)), Recorder(home)
        with around(recorder):
            deed.do(home)
        recorder.acknowledge()
        found = count_states(recorder, path, [path.read_bytes()])
    assert set(found) == {RIGHT}, f"{deed.name}: {dict(found)}"
    return found


def run_in_a_row() -> Counter[str]:
    """Count the states of one write after the other, each acknowledged, from no file and no folder on."""
    with folder() as home:
        path, recorder = home / "made" / "goals.toml", Recorder(home)
        news: list[bytes | None] = []
        for operation in IN_A_ROW:
            with around(recorder):
                Store(path).apply(operation)
            recorder.acknowledge()
            news.append(path.read_bytes())
        found = count_states(recorder, path, news)
    assert set(found) == {RIGHT}, f"in a row: {dict(found)}"
    return found


def _write(path: Path, *, flags: int, sync: bool) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | flags, 0o600)
    os.write(descriptor, YOUNG)
    if sync:
        os.fsync(descriptor)
    os.close(descriptor)


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path.parent, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _in_place(path: Path) -> None:
    _write(path, flags=os.O_TRUNC, sync=False)


def _in_place_synced(path: Path) -> None:
    _write(path, flags=os.O_TRUNC, sync=True)


def _never_synced(path: Path) -> None:
    temp = path.with_name("temp")
    _write(temp, flags=os.O_EXCL, sync=False)
    temp.replace(path)


def _folder_never_synced(path: Path) -> None:
    temp = path.with_name("temp")
    _write(temp, flags=os.O_EXCL, sync=True)
    temp.replace(path)


def _moved_away_first(path: Path) -> None:
    temp = path.with_name("temp")
    _write(temp, flags=os.O_EXCL, sync=True)
    path.replace(path.with_name("backup"))
    temp.replace(path)
    _sync_folder(path)


WRONG: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "in place": (_in_place, {"EMPTY", "TORN", "ACKED-LOST"}),
    "in place, synced": (_in_place_synced, {"EMPTY", "TORN"}),
    "renamed, nothing synced": (_never_synced, {"EMPTY", "TORN", "ACKED-LOST"}),
    "renamed, folder not synced": (_folder_never_synced, {"ACKED-LOST"}),
    "old one moved away first": (_moved_away_first, {"MISSING"}),
}
"""Writers that are wrong, and what the model must find in them."""


def run_wrong(name: str) -> Counter[str]:
    """Count the states of a writer that is wrong; raises AssertionError when the model does not see what is."""
    writer, faults = WRONG[name]
    with folder() as home:
        path = home / "goals.toml"
        path.write_bytes(OLD)
        recorder = Recorder(home)
        with around(recorder):
            writer(path)
        recorder.acknowledge()
        found = count_states(recorder, path, [YOUNG])
    assert set(found) - {RIGHT} == faults, f"{name}: {dict(found)}"
    return found


def rows(scale: int) -> list[Row]:
    """Give the table's rows; all of it at any scale, it takes seconds."""
    del scale
    chosen = deeds()
    states = sum(run(deed).total() for deed in chosen)
    in_a_row = run_in_a_row().total()
    said = [
        ("G2", f"model, {len(chosen)} operations: {states} states", "0 violations"),
        (
            "G2",
            f"model, {len(IN_A_ROW)} writes in a row from no folder on: {in_a_row} states",
            "0 violations",
        ),
    ]
    for name in WRONG:
        found = run_wrong(name)
        faults = ", ".join(f"{what} {n}" for what, n in sorted(found.items()) if what != RIGHT)
        said.append(("G2", f"the model itself, a wrong writer: {name}", f"found, as it must: {faults}"))
    return said
