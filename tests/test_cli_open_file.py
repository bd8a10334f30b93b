"""`open-file`: the person's own editor, at the first problem, and what is wrong afterwards."""

import sys
from collections.abc import Callable

import pytest
from shell import Shell, goal

from smart_tui.store.editor import editor as find_editor

FINE = goal("fine-1", "Fine")
WRONG_LINE = 'target = "forty"'
WRONG = goal("wrong-1", "Wrong", measure=WRONG_LINE)


@pytest.fixture
def edit(shell: Shell) -> Shell:
    """Give a file with a problem, and no editor."""
    shell.write(FINE, WRONG)
    shell.unset("VISUAL", "EDITOR")
    return shell


def editor(shell: Shell, name: str = "editor", does: str = "") -> str:
    """Write an editor that keeps what it was called with and does something to the file (`path`)."""
    program = shell.home / "my programs" / name
    program.parent.mkdir(exist_ok=True)
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys, pathlib\n"
        f"pathlib.Path({str(shell.home / 'called')!r}).write_text('\\n'.join(sys.argv[1:]))\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        f"{does}\n"
    )
    program.chmod(0o755)
    return f"'{program}'"


def called(shell: Shell) -> list[str]:
    """Give what the editor was called with."""
    return (shell.home / "called").read_text("utf-8").split("\n")


def line_of(shell: Shell, text: str) -> int:
    """Give the line of the file on which a text stands."""
    return shell.file.read_text("utf-8").splitlines().index(text) + 1


def test_without_an_editor_the_path_is_said(edit: Shell) -> None:
    said = edit("open-file")
    assert (said.code, said.err) == (0, "")
    assert said.lines == [f"No editor is named (VISUAL or EDITOR). The file is here: {edit.file}"]


@pytest.mark.parametrize("name", ["vim", "nvim", "vi", "nano", "emacs", "micro", "kak"])
def test_an_editor_that_can_opens_at_the_first_problem(edit: Shell, name: str) -> None:
    edit.set(EDITOR=editor(edit, name))
    edit("open-file")
    assert called(edit) == [f"+{line_of(edit, WRONG_LINE)}", str(edit.file)]


def test_other_editors_get_the_file_alone_and_their_own_options(edit: Shell) -> None:
    edit.set(EDITOR="does-not-exist", VISUAL=editor(edit, "some") + " --wait -n")
    edit("open-file")
    assert called(edit) == ["--wait", "-n", str(edit.file)]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("code", ["--wait", "--goto", "FILE:LINE:10"]),
        ("subl", ["-w", "FILE:LINE:10"]),
        ("hx", ["FILE:LINE:10"]),
        ("kate", ["-l", "LINE", "FILE"]),
        ("notepad++", ["-nLINE", "FILE"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(edit: Shell, name: str, arguments: list[str]) -> None:
    edit.set(EDITOR=editor(edit, name))
    edit("open-file")
    line = str(line_of(edit, WRONG_LINE))
    assert called(edit) == [it.replace("FILE", str(edit.file)).replace("LINE", line) for it in arguments]


def test_code_is_asked_to_wait_once(edit: Shell) -> None:
    edit.set(EDITOR=editor(edit, "code") + " -w")
    edit("open-file")
    assert called(edit)[:2] == ["-w", "--goto"]


def test_without_a_name_the_simplest_editor_that_is_there_is_taken() -> None:
    def only(*names: str) -> Callable[[str], str | None]:
        return lambda name: f"/bin/{name}" if name in names else None

    assert find_editor({}, any_present=True, which=only("vi", "nano")) == ["nano"]
    assert find_editor({"EDITOR": " "}, any_present=True, which=only("vi")) == ["vi"]
    assert find_editor({}, any_present=True, which=only()) == []
    assert find_editor({}, any_present=False, which=only("vi")) == []
    assert find_editor({"EDITOR": "mg -n"}, any_present=True, which=only()) == ["mg", "-n"]


def test_a_file_without_problems_opens_at_its_beginning(edit: Shell) -> None:
    edit.write(FINE)
    edit.set(EDITOR=editor(edit, "vim"))
    said = edit("open-file")
    assert (said.code, said.lines) == (0, ["The file is fine."])
    assert called(edit) == [str(edit.file)]


def test_what_is_wrong_afterwards_is_said_by_line(edit: Shell) -> None:
    edit.set(EDITOR=editor(edit, does='path.write_text(path.read_text() + "[[goal")'))
    said = edit("open-file")
    assert said.code == 4
    last = len(edit.file.read_text("utf-8").splitlines())
    assert said.lines[0].startswith(f"line {last}, column 7")


def test_what_was_put_right_is_said(edit: Shell) -> None:
    does = "path.write_text(path.read_text().replace('\"forty\"', '40'))"
    edit.set(EDITOR=editor(edit, does=does))
    said = edit("open-file")
    assert (said.code, said.lines) == (0, ["The file is fine."])


def test_a_file_that_is_not_there_yet_can_be_begun(edit: Shell) -> None:
    new = edit.home / "new folder" / "mine.toml"
    edit.set(EDITOR=editor(edit, does='path.write_text("version = 1")'))
    assert edit("--file", str(new), "open-file").code == 0
    assert new.read_text("utf-8") == "version = 1"


@pytest.mark.parametrize("wish", ["no-such-editor-here", "'never closed"])
def test_an_editor_that_cannot_be_started_is_two_lines(edit: Shell, wish: str) -> None:
    edit.set(EDITOR=wish)
    said = edit("open-file")
    assert (said.code, said.out, len(said.complaint)) == (2, "", 2)
    assert str(edit.file) in said.complaint[1]


def test_an_editor_that_fails_is_named(edit: Shell) -> None:
    edit.write(FINE)
    edit.set(EDITOR=editor(edit, does="sys.exit(3)"))
    said = edit("open-file")
    assert said.code == 0
    assert said.complaint[0].endswith("ended with 3.")
