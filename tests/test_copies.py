"""Copies that sync programs leave beside a goal file: told from files of their own, put away and never lost."""

from pathlib import Path

import pytest

from smart_tui.store.codes import Misread
from smart_tui.store.copies import Copy, copies_among, copies_beside, is_name_of_copy, put_away
from smart_tui.store.limits import refuse
from smart_tui.store.markers import sides_of

GOAL = '[[goal]]\nid = "leads-1"\ntitle = "Leads"\n'
OTHER = '[[goal]]\nid = "talks-2"\ntitle = "Talks"\n'


@pytest.mark.parametrize(
    "name",
    [
        "goals (Lan's conflicted copy 2026-11-21).toml",
        "goals (Lan's conflicted copy 2026-11-21) (1).toml",
        "goals (bản sao xung đột của Lan 2026-11-21).toml",
        "goals (Konfliktkopie von Lan 2026-11-21).toml",
        "goals (Copie en conflit de Lan 2026-11-21).toml",
        "goals (Copia en conflicto de Lan 2026-11-21).toml",
        "goals (Lan の競合コピー 2026-11-21).toml",
        "goals (Case Conflict).toml",
        "goals.sync-conflict-20261121-101010-ABCDEF7.toml",
        "goals (conflicted copy 2026-11-21 101010).toml",
        "goals_conflict-20261121-101010.toml",
        "goals-DESKTOP-ABC.toml",
        "goals-LANS-PC-2.toml",
        "goals-Lan’s MacBook Pro.toml",
        "goals (1).toml",
        "goals [Conflict].toml",
        "goals 2.toml",
        "goals.conflict-20261121T101010Z.toml",
        "goals.conflict-20261121T101010Z-2.toml",
    ],
)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert is_name_of_copy(name, "goals.toml")


@pytest.mark.parametrize(
    "name",
    [
        "goals.toml",
        "goals-2027.toml",
        "goals-old.toml",
        "goals-work.toml",
        "goals (copy).toml",
        "goals2.toml",
        "goals.toml.bak",
        "goals 2.txt",
        "my goals 2.toml",
        ".goals.toml.lock",
        ".goals.toml.123.abcd.tmp",
        "",
    ],
)
def test_a_file_of_its_own_is_none(name: str) -> None:
    assert not is_name_of_copy(name, "goals.toml")


def test_accents_are_the_same_however_a_system_writes_them() -> None:
    decomposed = "mu\u0323c tie\u0302u 2.toml"
    assert is_name_of_copy(decomposed, "mục tiêu.toml")
    assert is_name_of_copy("MỤC TIÊU 2.toml", "mục tiêu.toml")
    assert is_name_of_copy("goals 2", "goals")


def test_a_copy_shares_a_goal_with_ours_and_can_be_read() -> None:
    files = {"goals 2.toml": GOAL, "goals 3.toml": OTHER, "goals 4.toml": "[[[", "goals 5.toml": GOAL + OTHER}

    def read(name: str) -> bytes | None:
        if name == "goals 6.toml":
            raise refuse(Misread.NO_PERMISSION)
        return files[name].encode() if name in files else None

    names = [*files, "goals 6.toml", "goals 7.toml", "else.toml"]
    found = list(copies_among(names, "goals.toml", ["LEADS-1"], read))
    assert [name for name, _ in found] == ["goals 2.toml", "goals 5.toml"]
    assert list(copies_among(names, "goals.toml", [], read)) == []


def test_thousands_of_files_are_not_all_read() -> None:
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return GOAL.encode()

    list(copies_among((f"goals ({n}).toml" for n in range(1000)), "goals.toml", ["leads-1"], read))
    assert len(asked) == 50


def test_a_link_leads_to_the_folder_in_which_copies_lie(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    (tmp_path / "synced" / "goals.toml").write_text(GOAL, "utf-8")
    (tmp_path / "synced" / "goals (1).toml").write_text(GOAL, "utf-8")
    (tmp_path / "goals.toml").symlink_to(tmp_path / "synced" / "goals.toml")
    [copy] = copies_beside(tmp_path / "goals.toml", ["leads-1"])
    assert copy == Copy(tmp_path / "synced" / "goals (1).toml", GOAL.encode())
    assert copies_beside(tmp_path / "nowhere" / "goals.toml", ["leads-1"]) == []


def test_a_copy_is_put_away_and_never_over_another(tmp_path: Path) -> None:
    for text in ("one", "two"):
        path = tmp_path / "goals 2.toml"
        path.write_text(text, "utf-8")
        assert put_away(Copy(path, text.encode()), tmp_path / "kept") is not None
        assert not path.exists()
    kept = sorted(path.read_text("utf-8") for path in (tmp_path / "kept").iterdir())
    assert kept == ["one", "two"]


def test_a_copy_that_was_written_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "goals 2.toml"
    path.write_text("newer", "utf-8")
    assert put_away(Copy(path, b"older"), tmp_path / "kept") is None
    assert path.read_text("utf-8") == "newer"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_both_sides_are_taken_out_of_a_file_of_gits(newline: str) -> None:
    text = "a\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> lan\nb\n<<<<<<<\n=======\nmore\n>>>>>>>\n"
    sides = sides_of(text.replace("\n", newline).encode())
    assert sides is not None
    assert sides.ours.decode().split() == ["a", "ours", "b"]
    assert sides.theirs.decode().split() == ["a", "theirs", "b", "more"]
    assert sides.base is None
    assert newline.encode() in sides.ours


def test_the_base_is_taken_where_git_wrote_it_everywhere() -> None:
    hunk = "<<<<<<< HEAD\nours\n||||||| 1234\nold\n=======\ntheirs\n>>>>>>> lan\n"
    both = sides_of(f"\ufeffa\n{hunk}".encode())
    assert both is not None
    assert both.base == "\ufeffa\nold\n".encode()
    some = sides_of((hunk + "<<<<<<< HEAD\n=======\n>>>>>>> lan\n").encode())
    assert some is not None
    assert some.base is None


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\n",
        "<<<<<<< HEAD\nours\n",
        "<<<<<<< HEAD\nours\n=======\ntheirs\n",
        "<<<<<<< HEAD\n>>>>>>> lan\n",
        "<<<<<<< HEAD\n<<<<<<< HEAD\n=======\n>>>>>>> lan\n",
        "=======\n>>>>>>> lan\n",
        "# <<<<<<< HEAD\n",
    ],
)
def test_markers_that_do_not_go_together_are_left_alone(text: str) -> None:
    assert sides_of(text.encode()) is None


def test_bytes_that_are_no_text_have_no_sides() -> None:
    assert sides_of(b"\xff<<<<<<<\n") is None
