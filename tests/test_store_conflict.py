"""Where another program changed the same field meanwhile, theirs stays in the file and ours beside it."""

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_examples import FILE, NEW

from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave, NoSuchGoal
from smart_tui.store.memory import Memory
from smart_tui.store.merge import merge
from smart_tui.store.operations import AddCheckIn, ChangeGoal, DeleteCheckIn, FieldChange
from smart_tui.store.reader import read
from smart_tui.store.store import Store

LEADS = read(FILE.encode()).goals[0]
EDIT = ChangeGoal("leads", (FieldChange("title", "Leads", "Our leads"), FieldChange("owner", None, "Lan")))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    path = tmp_path / "goals.toml"
    path.write_text(FILE.replace('title = "Leads"', 'title = "Their leads"'))
    return Store(path, memory=Memory(tmp_path / "memory", lambda: 1_795_262_400.0))


def test_what_did_not_clash_is_saved_and_the_rest_lies_beside_the_file(store: Store) -> None:
    after = store.apply(EDIT, yielding=True)
    assert (after.file.goals[0].title, after.file.goals[0].owner) == ("Their leads", "Lan")
    assert after.conflict == store.path.with_name("goals.conflict-20261121T120000Z.toml")
    (ours,) = read(after.conflict.read_bytes()).goals
    assert (ours.id, ours.title, ours.owner) == ("leads", "Our leads", "Lan")
    assert ours.history == LEADS.history
    assert after.conflict.stat().st_mode & 0o777 == 0o600


def test_the_two_are_brought_together_by_a_merge(store: Store) -> None:
    conflict = store.apply(EDIT, yielding=True).conflict
    assert conflict is not None
    merged = merge(None, store.path.read_bytes(), conflict.read_bytes(), {("leads", ("title",)): True})
    assert [it.clash.path for it in merged.clashes] == [("title",)]
    assert merged.reading.file.goals[0].title == "Our leads"
    assert len(merged.reading.file.goals) == 2


def test_a_second_conflict_in_the_same_second_gets_a_file_of_its_own(store: Store) -> None:
    first = store.apply(EDIT, yielding=True).conflict
    second = store.apply(ChangeGoal("leads", (FieldChange("title", "Leads", "X"),)), yielding=True).conflict
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == (
        "goals.conflict-20261121T120000Z.toml",
        "goals.conflict-20261121T120000Z-2.toml",
    )


def test_where_everything_clashed_the_file_stays_as_it_is(store: Store) -> None:
    before = store.path.read_bytes()
    after = store.apply(ChangeGoal("leads", (FieldChange("title", "Leads", "X"),)), yielding=True)
    assert after.conflict is not None
    assert store.path.read_bytes() == before


def test_the_same_words_from_both_sides_are_no_conflict(store: Store) -> None:
    same = ChangeGoal("leads", (FieldChange("title", "Leads", "Their leads"),))
    assert store.apply(same, yielding=True).conflict is None
    more = replace(same, changes=(*same.changes, FieldChange("owner", None, "Lan")))
    after = store.apply(more, yielding=True)
    assert (after.conflict, after.file.goals[0].owner) == (None, "Lan")


def test_other_operations_are_done_or_refused_as_ever(store: Store) -> None:
    after = store.apply(AddCheckIn("leads", NEW), yielding=True)
    assert after.conflict is None
    assert after.file.goals[0].history.checkins[-1] == NEW
    with pytest.raises(CannotSave) as caught:
        store.apply(DeleteCheckIn("walk", NEW), yielding=True)
    assert caught.value.code is Refusal.CHANGED
    with pytest.raises(NoSuchGoal):
        store.apply(ChangeGoal("nobody", ()), yielding=True)


def test_without_yielding_it_is_refused_and_nothing_lies_about(store: Store) -> None:
    with pytest.raises(CannotSave) as caught:
        store.apply(EDIT)
    assert (caught.value.code, caught.value.values) == (Refusal.CHANGED, {"field": "title"})
    assert [path.name for path in store.path.parent.glob("*.toml")] == ["goals.toml"]


def test_a_goal_s_table_that_changed_to_nothing_readable_is_theirs(store: Store) -> None:
    store.path.write_text(FILE.replace("target = 1_000", 'target = "many"'))
    change = ChangeGoal("leads", (FieldChange("measurable.target", LEADS.measurable.target, Decimal(5)),))
    after = store.apply(change, yielding=True)
    assert after.conflict is not None
    assert 'target = "many"' in store.path.read_text()
    (ours,) = read(after.conflict.read_bytes()).goals
    assert ours.measurable == replace(LEADS.measurable, target=Decimal(5))
