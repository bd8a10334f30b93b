"""Copies of the file: one a day before the first write, one before anything large, the newest and the last of each day."""

import time
from pathlib import Path

import pytest
from store_examples import FILE

from smart_tui.goals.model import Goal
from smart_tui.store.backups import MOST, MOST_DAYS, Backups
from smart_tui.store.bulk import AddGoals
from smart_tui.store.codes import Misread, Refusal, Why
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.memory import Memory
from smart_tui.store.merge import MergeIn
from smart_tui.store.operations import ChangeGoal, DeleteGoal, FieldChange, Together
from smart_tui.store.store import Store

DAY = 86_400.0
NOON = time.mktime((2026, 11, 21, 12, 0, 0, 0, 0, -1))


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    path = tmp_path / "goals.toml"
    path.write_text(FILE)
    return Store(path, memory=Memory(tmp_path / "memory", clock))


def backups_of(store: Store) -> Backups:
    assert store.memory is not None
    return store.memory.backups


def titled(before: str, after: str) -> ChangeGoal:
    return ChangeGoal("walk", (FieldChange("title", before, after),))


def test_the_first_write_of_a_day_keeps_the_file_as_it_was(store: Store, clock: Clock) -> None:
    assert backups_of(store).all() == []
    store.apply(titled("Walk", "Run"))
    clock.now += 60
    store.apply(titled("Run", "Swim"))
    (kept,) = backups_of(store).all()
    assert (kept.data(), kept.why, kept.at, kept.goals()) == (FILE.encode(), Why.DAY, NOON, 2)
    assert kept.path.stat().st_mode & 0o777 == 0o600
    clock.now += DAY
    store.apply(titled("Swim", "Fly"))
    newest, oldest = backups_of(store).all()
    assert oldest == kept
    assert b'"Swim"' in newest.data()


@pytest.mark.parametrize(
    ("operation", "why"),
    [
        (DeleteGoal("walk"), Why.DELETE),
        (Together((titled("Walk", "Run"), DeleteGoal("leads"))), Why.DELETE),
        (AddGoals((Goal(id="x", title="X"),)), Why.IMPORT),
        (MergeIn(b'[[goal]]\nid = "theirs"\n'), Why.MERGE),
    ],
)
def test_before_anything_large_the_file_is_kept_as_well(
    store: Store, clock: Clock, operation: Together, why: Why
) -> None:
    store.apply(titled("Walk", "Dance"))
    store.apply(titled("Dance", "Walk"))
    clock.now += 0.25
    store.apply(operation)
    assert [kept.why for kept in backups_of(store).all()] == [why, Why.DAY]
    assert backups_of(store).all()[0].data() == FILE.encode()


def test_a_file_that_holds_nothing_is_not_kept(tmp_path: Path, clock: Clock) -> None:
    store = Store(tmp_path / "new.toml", memory=Memory(tmp_path / "memory", clock))
    store.apply(AddGoals((Goal(id="x", title="X"),)))
    assert backups_of(store).all() == []


def test_the_newest_are_kept_and_the_last_of_each_day(tmp_path: Path, clock: Clock) -> None:
    backups = Backups(tmp_path, clock)
    for day in range(20):
        for minute in range(3):
            clock.now = NOON + day * DAY + minute * 60
            backups.keep(f"# {day}.{minute}\n".encode(), Why.DELETE)
    kept = [backup.data().decode().strip("# \n") for backup in backups.all()]
    newest = [f"{day}.{minute}" for day in range(19, -1, -1) for minute in (2, 1, 0)][:MOST]
    lasts = [f"{day}.2" for day in range(19, 19 - MOST_DAYS, -1)]
    assert kept == [*newest, *(last for last in lasts if last not in newest)]
    assert len(kept) < MOST + MOST_DAYS


def test_strange_files_among_the_copies_are_passed_over(store: Store) -> None:
    store.apply(titled("Walk", "Run"))
    folder = backups_of(store).folder
    for name in (
        "notes.txt",
        "x.toml",
        "2026-13-99T000000.000000-day.toml",
        "2026-11-20T120000.000000-because.toml",
    ):
        (folder / name).write_text("")
    assert len(backups_of(store).all()) == 1


def test_a_copy_that_cannot_be_read_as_goals_says_so(tmp_path: Path, clock: Clock) -> None:
    backup = Backups(tmp_path, clock).keep(b"a = [", Why.RESTORE)
    assert backup is not None
    assert backup.goals() is None


def test_without_room_for_copies_numbers_are_saved_and_goals_are_not_deleted(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "memory").write_text("in the way")
    store.apply(titled("Walk", "Run"))
    with pytest.raises(CannotSave) as caught:
        store.apply(DeleteGoal("walk"))
    assert caught.value.code is Refusal.NO_BACKUP
    assert len(store.read().file.goals) == 2


@pytest.mark.parametrize(
    "present", [b"a = [", b"", b"[[goal]]\nid = 'other'\n"], ids=["broken", "empty", "other"]
)
def test_a_copy_takes_the_place_of_any_file_which_is_kept_first(
    store: Store, clock: Clock, present: bytes
) -> None:
    store.apply(titled("Walk", "Run"))
    (kept,) = backups_of(store).all()
    store.path.write_bytes(present)
    clock.now += 5
    assert len(store.put(kept.data(), Why.RESTORE).file.goals) == 2
    assert store.path.read_bytes() == FILE.encode()
    found = backups_of(store).all()
    assert [it.data() for it in found] == ([present] if present else []) + [FILE.encode()]


def test_what_is_no_goal_file_is_not_put(store: Store) -> None:
    with pytest.raises(CannotRead):
        store.put(b"a = [", Why.RESTORE)
    assert store.path.read_text() == FILE


@pytest.mark.parametrize("emptied", [b"", b" \n\n"])
def test_an_emptied_file_is_no_new_start(store: Store, emptied: bytes) -> None:
    store.apply(titled("Walk", "Run"))
    store.path.write_bytes(emptied)
    for attempt in (store.read, lambda: store.apply(titled("Walk", "Run"))):
        with pytest.raises(CannotRead) as caught:
            attempt()
        (problem,) = caught.value.problems
        assert (problem.code, problem.detail) == (Misread.EMPTIED, "2")
    store.path.unlink()
    assert store.read().file.goals == (), "who deletes the file starts anew"


def test_an_empty_file_is_a_start_where_no_copy_has_goals(store: Store, clock: Clock) -> None:
    store.path.write_bytes(b"")
    assert store.read().file.goals == ()
    backups_of(store).keep(b"# nothing yet\n", Why.DAY)
    assert store.read().file.goals == ()


def test_two_files_have_pasts_of_their_own(tmp_path: Path) -> None:
    from smart_tui.store.opening import open_store

    env = {"SMART_TUI_HOME": str(tmp_path)}
    one, other = (open_store(tmp_path / name, env) for name in ("a.toml", "b.toml"))
    assert one.memory is not None
    assert other.memory is not None
    assert one.memory.undo.path != other.memory.undo.path
    assert tmp_path in one.memory.backups.folder.parents
