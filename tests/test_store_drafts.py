"""Drafts that survive, ids, and where everything lives."""

import errno
import os
import stat
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from goal_strategies import GOALS
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.model import Goal
from smart_tui.goals.slugs import LONGEST_SLUG, slug
from smart_tui.store import locations
from smart_tui.store.drafts import Drafts, Kept
from smart_tui.store.errors import CannotSave
from smart_tui.store.ids import derived_id, new_id
from smart_tui.store.operations import changes_between


def test_a_kept_draft_is_there_until_it_is_forgotten(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "state" / "drafts")
    assert drafts.latest() is None
    drafts.keep("new", {"sentence": "Bán nhiều hơn", "target": None})
    assert drafts.load("new") == {"sentence": "Bán nhiều hơn", "target": None}
    drafts.forget("new")
    drafts.forget("new")
    assert (drafts.load("new"), drafts.latest()) == (None, None)


def test_the_draft_kept_last_is_offered_first(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    for age, key in enumerate(("a", "b", "c")):
        drafts.keep(key, {"key": key})
        os.utime(next(tmp_path.glob(f"{key}.json")), ns=(age, age))
    drafts.keep("a", {"key": "again"})
    assert drafts.latest() == Kept("a", {"key": "again"})
    drafts.forget("a")
    assert drafts.latest() == Kept("c", {"key": "c"})


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b"\xff", b"[" * 100_000])
def test_a_broken_draft_is_passed_over(tmp_path: Path, broken: bytes) -> None:
    drafts = Drafts(tmp_path)
    drafts.keep("whole", {"a": "b"})
    drafts.keep("broken", {})
    (tmp_path / "broken.json").write_bytes(broken)
    os.utime(tmp_path / "whole.json", ns=(1, 1))
    assert drafts.load("broken") is None
    assert drafts.latest() == Kept("whole", {"a": "b"})


@given(GOALS)
def test_the_goal_that_a_draft_changes_comes_back_as_the_file_would_say_it(before: Goal) -> None:
    with TemporaryDirectory() as folder:
        drafts = Drafts(Path(folder))
        drafts.keep("a", {"b": "c"}, before)
        kept = drafts.latest()
    assert kept is not None
    assert (kept.payload, kept.base is not None and changes_between(before, kept.base)) == ({"b": "c"}, ())


def test_a_draft_whose_goal_cannot_be_read_is_a_draft_all_the_same(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    for base in ("[[goal", "", "version = 1", 7, "\ud800"):
        drafts.keep("a", {"b": "c", "base": base})
        assert drafts.latest() == Kept("a", {"b": "c"})


@pytest.mark.parametrize("key", ["../../evil", "a/b", ".hidden", "", "chữ", "x" * 60])
def test_no_key_leaves_the_folder(tmp_path: Path, key: str) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep(key, {"a": "b"})
    assert len(list((tmp_path / "drafts").iterdir())) == 1
    assert drafts.latest() == Kept(key, {"a": "b"})


def test_a_lone_surrogate_does_not_lose_the_draft(tmp_path: Path) -> None:
    Drafts(tmp_path).keep("new", {"a": "\ud800"})
    assert Drafts(tmp_path).load("new") == {"a": "\ud800"}


@pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")
def test_drafts_are_private(tmp_path: Path) -> None:
    Drafts(tmp_path / "drafts").keep("new", {})
    assert stat.S_IMODE((tmp_path / "drafts").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "drafts" / "new.json").stat().st_mode) == 0o600


def test_a_draft_that_cannot_be_kept_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts(tmp_path)
    drafts.keep("new", {"a": "old"})

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotSave) as caught:
        drafts.keep("new", {"a": "new"})
    assert caught.value.code == "disk-full"
    assert drafts.load("new") == {"a": "old"}
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("1,000 new leads next month", "1-000-new-leads-next"),
        ("Đạt 40 hợp đồng mới", "dat-40-hop-dong-moi"),
        ("Tăng doanh thu của đội marketing", "tang-doanh-thu-cua-doi"),
        ("x" * 60, "x" * 24),
        ("目標", "goal"),
        ("", "goal"),
    ],
)
def test_an_id_starts_with_the_title_without_accents(title: str, expected: str) -> None:
    assert slug(title) == expected
    assert new_id(title, (), lambda: "00ff") == f"{expected}-00ff"


def test_an_id_that_is_taken_is_not_given_again() -> None:
    digits = iter(["0001", "0002", "0003"])
    assert new_id("A", {"a-0001", "a-0002"}, lambda: next(digits)) == "a-0003"


@given(st.text(max_size=80), st.integers(0, 3))
def test_a_derived_id_is_steady_and_free(title: str, before: int) -> None:
    first = derived_id(title, before, ())
    assert first == derived_id(title, before, ())
    assert len(first) <= LONGEST_SLUG + 5
    assert derived_id(title, before, {first}) != first


def test_the_goal_file_is_the_nearest_that_is_named(tmp_path: Path) -> None:
    env = {"SMART_TUI_FILE": str(tmp_path / "b.toml"), "SMART_TUI_HOME": str(tmp_path / "home")}
    assert locations.goal_file(str(tmp_path / "a.toml"), env) == tmp_path / "a.toml"
    assert locations.goal_file(None, env) == tmp_path / "b.toml"
    assert locations.goal_file(None, env | {"SMART_TUI_FILE": ""}) == tmp_path / "home" / "goals.toml"


def test_one_home_moves_everything(tmp_path: Path) -> None:
    home = tmp_path / "home"
    env = {"SMART_TUI_HOME": str(home)}
    assert locations.drafts_folder(env, tmp_path / "goals.toml").parent == home / "drafts"
    assert locations.state_folder(env) == home / "state"
    assert locations.config_folder(env) == home / "config"
    assert not home.exists()


def test_each_goal_file_has_its_own_drafts(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    assert locations.drafts_folder({}, one) != locations.drafts_folder({}, other)
    assert locations.drafts_folder({}, one) == locations.drafts_folder({}, tmp_path / "x" / ".." / "one.toml")


def test_without_a_home_each_system_decides() -> None:
    folders = [locations.data_folder({}), locations.state_folder({}), locations.config_folder({})]
    assert all(locations.APP in folder.parts for folder in folders)
    assert locations.goal_file(None, {}) == folders[0] / "goals.toml"
