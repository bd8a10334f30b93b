"""`path`, `validate`, `demo`, and what a file does to every command that cannot be read or cannot be saved."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len, set_cell_size
from shell import Shell, goal

from smart_tui.store.lock import locked
from smart_tui.store.store import Store

BROKEN = 'version = 1\n\n[[goal]]\nid = "a"\ntitle = "A"\n[goal.measurable]\ntarget = = 5\n'
BAD = goal("bad-1", "Bad", measure='target = "many"')
FINE = goal("fine-1", "Fine")
KEPT = "The number is kept and goes in as soon as the file can be written again."
COMMANDS = pytest.mark.parametrize(
    "command",
    [("list",), ("list", "--json"), ("show", "fine"), ("log", "fine", "+1"), ()],
    ids=lambda command: " ".join(command) or "bare",
)


def test_the_file_is_where_a_person_says_else_in_the_home(shell: Shell, tmp_path: Path) -> None:
    assert shell("path").lines == [str(shell.file)]
    shell.set(SMART_TUI_FILE=str(tmp_path / "named.toml"))
    assert shell("path").lines == [str(tmp_path / "named.toml")]
    assert shell("--file", str(tmp_path / "asked.toml"), "path").lines == [str(tmp_path / "asked.toml")]
    assert list(tmp_path.iterdir()) == []


def test_the_path_is_whole_and_a_tilde_is_the_home(shell: Shell, tmp_path: Path) -> None:
    shell.set(HOME=str(tmp_path))
    assert shell("--file", "~/mine.toml", "path").lines == [str(tmp_path / "mine.toml")]
    assert shell("--file", "here.toml", "path").lines == [str(Path.cwd() / "here.toml")]
    assert shell("--file", "~nobody-of-this-name/x", "path").code == 0


def test_a_file_that_is_fine_is_called_fine(shell: Shell) -> None:
    shell.write(FINE)
    assert (shell("validate").code, shell("validate").lines) == (0, ["The file is fine."])
    assert shell("validate", "--json").json == {"ok": True, "problems": []}
    assert shell("--lang", "vi", "validate").code == 0


def test_validate_names_line_goal_and_field(shell: Shell) -> None:
    shell.write(BAD, FINE)
    said = shell("validate")
    line = shell.file.read_text("utf-8").splitlines().index('target = "many"') + 1
    assert said.code == 4
    assert said.lines == [
        f"line {line}, “bad-1”: measurable.target must be a number",
        '  target = "many"',
        "           ^",
    ]
    assert shell("validate", "--json").json == {
        "ok": False,
        "problems": [
            {
                "line": line,
                "column": 10,
                "goal": "bad-1",
                "field": "measurable.target",
                "message": "measurable.target must be a number",
                "text": 'target = "many"',
            }
        ],
    }
    assert shell("--lang", "vi", "validate").lines[:1] == [
        f"dòng {line}, “bad-1”: measurable.target phải là con số"
    ]


def test_validate_plain_has_a_line_a_problem(shell: Shell) -> None:
    shell.write(BAD, FINE)
    assert len(shell("--plain", "validate").lines) == 1


def test_validate_finds_every_mistake_of_a_broken_file(shell: Shell) -> None:
    more = FINE.replace("target = 40", "target = 1,5").replace("Fine", "Also fine")
    shell.file.write_text(BROKEN + FINE + more + BAD, "utf-8")
    said = shell("--plain", "validate")
    assert (said.code, [line.partition(": ")[2][:22] for line in said.lines]) == (
        4,
        ["between a name and its", "“1,5”: a number has di", "measurable.target must"],
    )
    assert "line 7, column 10, “A”" in said.lines[0]


@pytest.mark.parametrize("columns", [40, 80])
def test_a_mistake_far_to_the_right_is_shown_with_what_stands_around_it(shell: Shell, columns: int) -> None:
    shell.set(COLUMNS=str(columns))
    long = "một hai ba \t bốn 中文 " * 20
    shell.file.write_text(f'title = "{long}" here = 5 # {long}\n', "utf-8")
    _, line, mark = shell("validate").lines
    assert cell_len(line) < columns
    assert line[:3] == "  …"
    assert line[len(set_cell_size(line, len(mark) - 1))] == "h"
    assert line.endswith("…")


def test_validate_names_the_line_of_a_broken_file(shell: Shell) -> None:
    shell.file.write_text(BROKEN, "utf-8")
    said = shell("validate", "--json")
    [problem] = said.json["problems"]
    assert (said.code, problem["line"], problem["goal"]) == (4, 7, "A")
    assert problem["message"] == "between a name and its value stands one ="
    assert (problem["column"], problem["text"]) == (10, "target = = 5")


@COMMANDS
def test_a_broken_file_stops_a_command_with_its_line(shell: Shell, command: tuple[str, ...]) -> None:
    shell.file.write_text(BROKEN, "utf-8")
    said = shell(*command)
    assert (said.code, said.out) == (4, "")
    assert said.complaint[-2].startswith(f"{shell.file}: line 7, column 10: ")
    kept = f"{KEPT} " if "log" in command else ""
    assert said.complaint[-1] == f"{kept}Nothing was changed. smart-tui validate says more."
    assert shell.file.read_text("utf-8") == BROKEN


@COMMANDS
def test_a_goal_that_cannot_be_read_is_warned_about_and_stops_nothing(
    shell: Shell, command: tuple[str, ...]
) -> None:
    shell.write(BAD, FINE)
    said = shell(*command)
    assert said.code == 0
    assert said.out
    assert [line for line in said.complaint if line.startswith("Warning: line ")] == [
        "Warning: line 9, “bad-1”: measurable.target must be a number"
    ]


def test_many_warnings_are_counted_and_each_is_given_once(shell: Shell) -> None:
    shell.write(*(goal(f"bad-{i}", "Bad", measure='target = "many"') for i in range(10)))
    said = shell("list")
    assert len(said.complaint) == 4
    assert said.complaint[-1] == "7 more warnings; smart-tui validate shows them."
    assert len(shell("--plain", "validate").lines) == 10


def test_a_bad_goal_is_listed_with_what_is_right_and_flagged(shell: Shell) -> None:
    shell.write(BAD, FINE)
    assert [g["flags"] for g in shell("list", "--json").json["goals"] if g["id"] == "bad-1"] == [["invalid"]]
    assert "something in the file cannot be read" in shell("--plain", "list").out


@pytest.mark.parametrize("place", ["a folder", "below a file"])
def test_what_is_no_file_is_said_to_be_none(shell: Shell, place: str, tmp_path: Path) -> None:
    shell.write(FINE)
    path = tmp_path if place == "a folder" else shell.file / "goals.toml"
    for command in (
        ("list",),
        ("log", "fine", "+1"),
        ("add", "X", "--target", "1", "--deadline", "tomorrow"),
    ):
        said = shell("--file", str(path), *command)
        assert (said.code, len(said.complaint)) == (4, 2), command


def test_a_file_of_a_newer_version_is_read_and_never_written(shell: Shell) -> None:
    shell.write(FINE, version=9)
    before = shell.file.read_bytes()
    assert shell("list").code == 0
    said = shell("log", "fine", "+1")
    assert (said.code, said.complaint[-1]) == (5, f"{KEPT} Update smart-tui.")
    assert shell.file.read_bytes() == before


def test_a_file_that_somebody_else_writes_is_left_to_them(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write(FINE)
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {"patience": 0.05})
    with locked(shell.file, 0):
        said = shell("log", "fine", "+1")
    assert (said.code, said.out) == (5, "")
    assert said.complaint == [
        f"Not saved: another program is writing the file ({os.getpid()}).",
        KEPT,
    ]
    assert shell("log", "fine", "+1").code == 0


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        (errno.ENOSPC, "Not saved: the disk is full."),
        (errno.EROFS, "Not saved: the disk can only be read."),
        (errno.EACCES, "Not saved: you may not write here."),
        (errno.EIO, "Not saved: the disk did not answer."),
    ],
)
@pytest.mark.parametrize(
    "command", [("log", "fine", "+1"), ("add", "X", "--target", "1", "--deadline", "2026-12-31")]
)
def test_a_disk_that_refuses_is_said_and_the_file_stays(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], number: int, wrong: str
) -> None:
    def refuses(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    shell.write(FINE)
    before = shell.file.read_bytes()
    monkeypatch.setattr(os, "fsync", refuses)
    said = shell(*command)
    assert (said.code, said.out, said.complaint[0], len(said.complaint)) == (5, "", wrong, 2)
    assert shell.file.read_bytes() == before


def test_the_demo_is_a_file_of_its_own(shell: Shell) -> None:
    shell.write(FINE)
    before = shell.file.read_bytes()
    said = shell("demo")
    made = Path(said.complaint[-1].removeprefix("The example is in "))
    try:
        assert said.code == 0
        assert len(said.lines) == 6
        assert not any(line.startswith("Warning") for line in said.complaint)
        assert shell.file.read_bytes() == before
        assert shell("--file", str(made), "validate").code == 0
        statuses = [g["status"] for g in shell("--file", str(made), "list", "--json").json["goals"]]
        assert sorted(statuses) == ["achieved", "behind", "on track", "on track", "on track", "overdue"]
    finally:
        shutil.rmtree(made.parent)


def test_the_demo_speaks_vietnamese(shell: Shell) -> None:
    said = shell("--lang", "vi", "demo")
    shutil.rmtree(Path(said.complaint[-1].removeprefix("Ví dụ nằm ở ")).parent)
    assert "hợp đồng" in said.out
    assert "quá hạn" in said.out


@pytest.mark.skipif(sys.platform == "win32", reason="links of Unix")
def test_what_else_is_to_be_told_about_a_save_stands_on_standard_error(shell: Shell) -> None:
    shell.write(FINE)
    (shell.home / "other.toml").hardlink_to(shell.file)
    said = shell("log", "fine", "+1")
    assert (said.code, len(said.lines)) == (0, 1)
    assert said.complaint == ["Saved; the file's other name (a hard link) keeps the old goals."]
    assert shell("log", "fine", "+1").err == ""
