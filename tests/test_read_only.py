"""The dashboard while the file can only be looked at: what it says, what its keys do, and how it goes on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from shell import goal
from terminal import Terminal
from user import User, at_the_screen

from smart_tui.goals.model import Problem
from smart_tui.store.errors import CannotRead
from smart_tui.store.operations import DeleteGoal
from smart_tui.store.store import Snapshot, Store

ROWS = (("2026-11-06", 10), ("2026-11-13", 12), ("2026-11-20", 9))
LEADS = goal("leads-1", "New leads", *ROWS)
POSTS = goal("posts-1", "Blog posts", ("2026-11-20", 4))
COMMA = "value = 12 },"
NO_COMMA = "value = 12 }"


def write(home: Path, text: str) -> Path:
    """Replace the goal file at once, as an editor does."""
    new = home / "new.toml"
    new.write_text(text, "utf-8")
    return new.replace(home / "goals.toml")


def whole(version: int = 1) -> str:
    return f"version = {version}\n{LEADS}{POSTS}"


def broken() -> str:
    return whole().replace(COMMA, NO_COMMA)


LINE = broken().splitlines().index("  { date = 2026-11-13, value = 12 }") + 1


async def looks(user: User) -> None:
    """Let the program look at its file, as it does every second."""
    user.app._look_for_changes()
    await user.settles()


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40), (200, 50)])
async def test_a_missing_comma_is_shown_with_its_line_and_the_other_goals(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    write(tmp_path, broken())
    async with at_the_screen(tmp_path, size=size) as user:
        user.sees(
            "read-only",
            "! The file cannot be read",
            f"line {LINE}, column 35",
            "A comma is missing between this and what comes next.",
            f"{LINE} {{ date = 2026-11-13, value = 12 }}",
            "Nothing is written until it is mended",
            "e opens the file at this line",
            "Blog posts",
        )
        user.does_not_see("New leads — ")
        lines = user.screen.splitlines()
        mark = next(number for number, line in enumerate(lines) if "▲" in line and line.strip()[0] == "▲")
        assert lines[mark - 1][lines[mark].index("▲")] == "}"


async def test_in_vietnamese_it_is_said_in_vietnamese(tmp_path: Path) -> None:
    write(tmp_path, broken())
    async with at_the_screen(tmp_path, lang="vi") as user:
        user.sees("chỉ đọc", "Không đọc được tệp", f"dòng {LINE}, cột 35", "e mở tệp tại dòng này")
        await user.presses("đ")
        user.sees("nhấn e để mở tệp")


@pytest.mark.parametrize("key", ["n", "c", "w", "ư", "d", "đ"])
async def test_keys_that_would_write_say_why_they_do_nothing(tmp_path: Path, key: str) -> None:
    before = write(tmp_path, broken()).read_bytes()
    async with at_the_screen(tmp_path) as user:
        await user.presses(key)
        user.sees("Nothing can be changed before the file is mended: e opens it.", "Blog posts")
        assert len(user.app.screen_stack) == 1
    assert (tmp_path / "goals.toml").read_bytes() == before


async def test_the_foot_offers_only_what_works(tmp_path: Path) -> None:
    write(tmp_path, broken())
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        assert user.screen.splitlines()[-1].split("   ")[0].strip() == "e open the file"
        user.does_not_see("check in", "d decide", "e edit")
        write(tmp_path, whole())
        await looks(user)
        user.sees("n new", "c check in", "e edit")
        user.does_not_see("e open the file")


async def test_when_the_file_is_mended_the_dashboard_goes_on(tmp_path: Path) -> None:
    write(tmp_path, broken())
    async with at_the_screen(tmp_path) as user:
        write(tmp_path, whole())
        await looks(user)
        user.sees("The file can be read again", "New leads", "Blog posts")
        user.does_not_see("read-only", "A comma is missing")
        await user.presses("c")
        await user.answers("+5")
        user.sees("saved")


async def test_a_file_that_breaks_while_it_is_looked_at_is_shown_at_once(tmp_path: Path) -> None:
    write(tmp_path, whole())
    async with at_the_screen(tmp_path) as user:
        user.does_not_see("read-only")
        write(tmp_path, broken())
        await looks(user)
        user.sees("A comma is missing", "Blog posts", "31 of 40")
        write(tmp_path, broken().replace("value = 4", "value = 5"))
        await looks(user)
        user.sees("31 of 40", "5 of 40")


async def test_the_wizard_says_it_and_takes_it_back(tmp_path: Path) -> None:
    write(tmp_path, whole())
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        write(tmp_path, broken())
        await looks(user)
        user.sees("Nothing can be changed before the file is mended")
        write(tmp_path, whole())
        await looks(user)
        user.sees("The file can be read again")


async def test_all_mistakes_are_counted_and_the_first_is_shown(tmp_path: Path) -> None:
    write(tmp_path, broken().replace("value = 4", "value = 1,5"))
    async with at_the_screen(tmp_path) as user:
        user.sees("A comma is missing", "(1 more mistake)")
        write(tmp_path, whole().replace("value = 4", "value = 1,5"))
        await looks(user)
        user.sees("“1,5”: a number has digits", "New leads")


async def test_our_side_of_a_merge_is_shown(tmp_path: Path) -> None:
    ours, theirs = "owner = 'Lan'", "owner = 'An'"
    text = whole().replace(
        'title = "New leads"', f'title = "New leads"\n<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> x'
    )
    write(tmp_path, text)
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        user.sees(
            "two versions of the file meet here".capitalize(), "smart-tui merge", "New leads", "Blog posts"
        )


async def test_a_newer_version_is_shown_and_says_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, whole(version=9))
    async with at_the_screen(tmp_path) as user:
        user.sees("A newer smart-tui wrote this file (version 9)", "Update smart-tui", "New leads")
        await user.presses("e")
        user.sees("Nothing can be changed here: a newer smart-tui wrote the file.")


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _large(path: Path) -> None:
    path.write_bytes(b"# \n" * 2**23)


@pytest.mark.parametrize(
    ("make", "said"),
    [(_folder, "This is not a file."), (_pipe, "This is not a file."), (_large, "The file is too large.")],
)
async def test_what_is_no_goal_file_is_said(tmp_path: Path, make: Callable[[Path], None], said: str) -> None:
    make(tmp_path / "goals.toml")
    async with at_the_screen(tmp_path) as user:
        user.sees("The file cannot be read", said)
        user.does_not_see("opens the file")
        await user.presses("n")
        user.sees("Nothing can be changed while the file cannot be read.")


async def test_another_encoding_is_named_and_the_numbers_are_shown(tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_bytes(whole().replace("Blog", "Café").encode("latin-1"))
    async with at_the_screen(tmp_path) as user:
        user.sees("The file is not saved as UTF-8", "New leads")


async def test_a_folder_that_may_not_be_written_is_said_before_anything_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, whole())
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK and may(path, mode))
    async with at_the_screen(tmp_path) as user:
        user.sees("You may not change this file", "Change the permissions", "New leads")
        await user.presses("c")
        user.sees("Nothing can be changed here: you may not write the file.")
        monkeypatch.setattr(os, "access", may)
        await looks(user)
        user.sees("The file can be changed again")


async def test_without_a_terminal_to_leave_the_place_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "nano")
    write(tmp_path, broken())
    async with at_the_screen(tmp_path, size=(200, 40)) as user:
        await user.presses("e")
        user.sees(f"No editor can be opened from here; the mistake is on line {LINE} of /")


async def test_without_any_editor_it_is_said_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    write(tmp_path, broken())
    async with at_the_screen(tmp_path, size=(200, 40)) as user:
        await user.presses("e")
        user.sees(f"No editor was found; name one in VISUAL or EDITOR. The mistake is on line {LINE} of /")


async def test_an_emptied_file_is_not_taken_for_a_fresh_start(tmp_path: Path) -> None:
    write(tmp_path, whole())
    async with at_the_screen(tmp_path) as user:
        emptied = [Problem("emptied", detail="7")]

        class Emptied(Store):
            def read(self) -> Snapshot:
                raise CannotRead(emptied)

        user.app._store = Emptied(tmp_path / "goals.toml")
        write(tmp_path, "")
        await looks(user)
        user.sees("The file is empty", "A backup has 7 goals.", "smart-tui restore")
        user.does_not_see("No goals yet")
        await user.presses("n")
        user.sees("Nothing is written while the file is empty")


async def test_enter_on_a_goal_that_waits_for_a_decision_opens_its_story(tmp_path: Path) -> None:
    late = POSTS.replace("deadline = 2026-12-31", "deadline = 2026-11-10")
    write(tmp_path, broken().replace(POSTS, late))
    async with at_the_screen(tmp_path) as user:
        user.sees("Overdue")
        user.does_not_see("Enter to decide")
        await user.presses("enter")
        user.sees("Last update")
        assert len(user.app.screen_stack) == 1


def test_nothing_that_was_salvaged_can_be_written(tmp_path: Path) -> None:
    path = write(tmp_path, broken())
    with pytest.raises(CannotRead):
        Store(path).apply(DeleteGoal("posts-1"))
    assert path.read_text("utf-8") == broken()


def test_the_real_program_opens_the_editor_and_goes_on_with_what_it_mended(tmp_path: Path) -> None:
    write(tmp_path, broken())
    script = tmp_path / "vim"
    script.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/called"\nsed -i \'s/{NO_COMMA}$/{COMMA}/\' "$2"\n')
    script.chmod(0o755)
    with Terminal(tmp_path, columns=100, rows=30, env={"EDITOR": str(script)}) as terminal:
        terminal.wait_for("A comma is missing", "Blog posts")
        terminal.press("e")
        terminal.wait_for("The file can be read again", "New leads", "c check in")
        assert (tmp_path / "called").read_text() == f"+{LINE}\n"
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
