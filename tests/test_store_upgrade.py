"""A file of an older version is read, refuses to be written, and is brought up to date step by step."""

import re
from pathlib import Path

import pytest
from store_examples import FILE, NEW

from smart_tui.store import operation, upgrade
from smart_tui.store.codes import Refusal, Why
from smart_tui.store.errors import CannotSave
from smart_tui.store.memory import Memory
from smart_tui.store.operations import AddCheckIn
from smart_tui.store.reader import read
from smart_tui.store.store import Store
from smart_tui.store.upgrade import Upgrade

OLD = "version = 1\n" + FILE


def to_two(text: str) -> str:
    return text.replace("version = 1\n", "version = 2\n").replace("mood =", "feeling =")


def to_three(text: str) -> str:
    return text.replace("version = 2\n", "version = 3\n").replace("feeling =", "spirit =")


def test_it_goes_step_by_step_and_keeps_every_goal_and_comment() -> None:
    after = Upgrade({1: to_two, 2: to_three}, 3).apply(OLD.encode())
    assert read(after).version == 3
    assert after.decode() == to_three(to_two(OLD))
    assert Upgrade({1: to_two}, 1).apply(OLD.encode()) == OLD.encode()


@pytest.mark.parametrize(
    "steps",
    [
        {},
        {2: to_three},
        {1: lambda text: text},
        {1: lambda text: re.sub(r"(?s)\[\[goal\]\].*", "", to_two(text))},
    ],
    ids=["no way", "a gap", "a step that forgets the version", "a step that loses goals"],
)
def test_an_upgrade_that_is_not_right_writes_nothing(steps: dict[int, object]) -> None:
    with pytest.raises(CannotSave) as caught:
        Upgrade(steps, 2).apply(OLD.encode())  # type: ignore[arg-type]  # some are wrong on purpose
    assert caught.value.code is Refusal.VERIFY_FAILED


def test_an_older_file_is_upgraded_only_when_asked_and_copied_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "goals.toml"
    path.write_text(OLD)
    store = Store(path, memory=Memory(tmp_path / "memory", lambda: 1_000.0))
    monkeypatch.setattr(operation, "VERSION_WE_WRITE", 2)
    monkeypatch.setattr("smart_tui.store.reader.VERSION_WE_WRITE", 2)
    assert len(store.read().file.goals) == 2
    with pytest.raises(CannotSave) as caught:
        store.apply(AddCheckIn("leads", NEW))
    assert (caught.value.code, caught.value.values) == (Refusal.OLDER_VERSION, {"version": 1})
    assert path.read_text() == OLD
    store.apply(Upgrade({1: to_two}, 2))
    assert store.apply(AddCheckIn("leads", NEW)).file.goals[0].history.checkins[-1] == NEW
    assert store.memory is not None
    first = store.memory.backups.all()[-1]
    assert (first.why, first.data().decode()) == (Why.UPGRADE, OLD)


def test_version_one_is_the_first() -> None:
    assert upgrade.STEPS == {}
    assert Upgrade().apply(OLD.encode()) == OLD.encode()
