"""Taking back at the screen, and another version of the file: told with a person at the keyboard."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from goal_builders import goal
from msgspec.structs import replace
from sample_goals import HOSTILE_TITLES
from terminal import Terminal
from user import at_the_screen

from smart_tui.goals.model import Goal
from smart_tui.store.block import text_of
from smart_tui.store.store import Store

COPY = "goals (Lan's conflicted copy 2026-11-21).toml"


def leads(title: str = "40 leads", **more: Any) -> Goal:
    filled: dict[str, Any] = {"target": 40, "start": "2026-11-01", "deadline": "2026-12-31"} | more
    return goal(title, **filled)


def written(*goals: Goal) -> bytes:
    return ("version = 1\n\n" + "\n".join(text_of(each, "\n") for each in goals)).encode()


def values(home: Path, place: int = 0) -> list[int]:
    kept = tomllib.loads((home / "goals.toml").read_text("utf-8"))["goal"][place]
    return [checkin["value"] for checkin in kept.get("history", {}).get("checkins", [])]


def found(home: Path, pattern: str) -> list[Path]:
    return list(home.glob(pattern))


def titles(home: Path) -> list[str]:
    return [each.title for each in Store(home / "goals.toml").read().file.goals]


async def test_a_number_is_taken_back_with_one_key_and_comes_again_with_another(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(leads(),)) as user:
        await user.presses("c")
        await user.answers("+25")
        user.sees("saved · u undoes")
        await user.presses("u")
        user.sees("Undone: +25 on 22 Nov 2026 for “40 leads”")
        assert values(tmp_path) == []
        await user.presses("U")
        user.sees("Done again: +25 on 22 Nov 2026 for “40 leads”")
        assert values(tmp_path) == [25]


async def test_every_step_can_be_taken_back_and_then_there_is_none_left(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(leads(checkins={"2026-11-20": 3}),)) as user:
        await user.presses("d", "4", "enter")
        await user.presses("u")
        user.sees("Undone: dropping of “40 leads”")
        await user.presses("u")
        user.sees("Undone:")
        await user.presses("u")
        user.sees("nothing to take back")
        user.does_not_see("! nothing")
        await user.presses("U", "U", "U")
        user.sees("nothing to do again")


async def test_what_others_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "goals.toml"
    async with at_the_screen(tmp_path, goals=(leads(),)) as user:
        await user.presses("c")
        await user.answers("+25")
        file.write_text(file.read_text("utf-8").replace("value = 25", "value = 26"), "utf-8")
        await user.presses("u")
        user.sees("not taken back: the same thing was changed since")
        assert values(tmp_path) == [26]


async def test_an_edit_elsewhere_in_the_file_does_not_keep_a_number_from_being_taken_back(
    tmp_path: Path,
) -> None:
    file = tmp_path / "goals.toml"
    async with at_the_screen(tmp_path, goals=(leads(), leads("9 talks"))) as user:
        await user.presses("c")
        await user.answers("+25")
        file.write_text("# mine\n" + file.read_text("utf-8").replace('"9 talks"', '"10 talks"'), "utf-8")
        await user.presses("u")
        user.sees("Undone: +25")
    assert file.read_text("utf-8").startswith("# mine\n")
    assert "10 talks" in file.read_text("utf-8")


async def test_vietnamese_undoes_too(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(leads(),), lang="vi") as user:
        await user.presses("c")
        await user.answers("+25")
        user.sees("đã lưu · u để hoàn tác")
        await user.presses("u")
        user.sees("Đã hoàn tác: +25 ngày 22/11/2026 cho “40 leads”")


async def test_words_that_another_program_changed_meanwhile_stay_theirs_and_ours_are_merged_with_m(
    tmp_path: Path,
) -> None:
    file = tmp_path / "goals.toml"
    async with at_the_screen(tmp_path, goals=(leads(),), size=(120, 40)) as user:
        await user.presses("e", "escape", "2", "enter", "enter")
        file.write_text(file.read_text("utf-8").replace("target = 40", "target = 50"), "utf-8")
        await user.presses("backspace", "backspace")
        await user.types("60")
        await user.presses("ctrl+s")
        user.sees("others changed it: m merges yours, goals.conflict-")
        assert tomllib.loads(file.read_text("utf-8"))["goal"][0]["measurable"]["target"] == 50
        await user.presses("m")
        user.sees("40 leads, Target", "here: 50", "there: 60", "keep both")
        await user.presses("right", "right", "enter", "enter")
        user.sees("merged · u undoes")
        user.does_not_see("m looks at it")
    assert tomllib.loads(file.read_text("utf-8"))["goal"][0]["measurable"]["target"] == 60
    assert found(tmp_path, "goals.conflict-*") == []
    assert len(found(tmp_path, "past/backups/copies/goals.conflict-*")) == 1


async def test_a_copy_beside_the_file_is_offered_and_looked_at(tmp_path: Path) -> None:
    there = leads(target=50, checkins={"2026-11-20": 3})
    (tmp_path / COPY).write_bytes(written(there, leads("9 talks")))
    async with at_the_screen(tmp_path, goals=(leads(),)) as user:
        user.sees("Another version of this file lies beside it: m looks at it")
        await user.presses("m")
        user.sees(f"Another version: {COPY}", "new: “9 talks”", "“40 leads”: 1 more number")
        user.sees("40 leads, Target", "here: 40", "there: 50")
        await user.presses("escape")
        assert titles(tmp_path) == ["40 leads"]
        await user.presses("m", "enter", "enter")
        user.sees("merged, both values kept at 1 place")
        user.does_not_see("m looks at it")
        assert (titles(tmp_path), values(tmp_path)) == (["40 leads", "9 talks"], [3])
        assert "# MERGE other: measurable.target = 50" in (tmp_path / "goals.toml").read_text("utf-8")
        await user.presses("u")
        user.sees("Undone: merge with another version of the file")
        assert titles(tmp_path) == ["40 leads"]


async def test_a_side_is_chosen_with_the_arrows_or_the_space_bar(tmp_path: Path) -> None:
    (tmp_path / COPY).write_bytes(written(leads(target=50, owner="Minh")))
    async with at_the_screen(tmp_path, goals=(leads(owner="Lan"),)) as user:
        await user.presses("m", "left")
        user.sees("◉ there: “Minh”", "◉ keep both")
        await user.presses("enter", "space", "enter", "enter")
        user.sees("merged · u undoes")
    kept = Store(tmp_path / "goals.toml").read().file.goals[0]
    assert (kept.owner, kept.measurable.target) == ("Minh", Decimal(40))


async def test_what_git_could_not_join_is_sorted_out_at_the_screen(tmp_path: Path) -> None:
    file = tmp_path / "goals.toml"
    ours, theirs = (
        written(leads(checkins={day: n})).decode() for day, n in (("2026-11-19", 1), ("2026-11-20", 2))
    )
    head, tail = ours.split("checkins = [\n")[0] + "checkins = [\n", "]\n"
    marked = "<<<<<<< HEAD\n  { date = 2026-11-19, value = 1 },\n=======\n  { date = 2026-11-20, value = 2 },\n>>>>>>> lan\n"
    assert theirs.startswith(head)
    file.write_text(head + marked + tail, "utf-8")
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        user.sees("The two versions can be brought together: m looks at them")
        await user.presses("m")
        user.sees("Two versions that git could not join")
        await user.presses("enter")
        assert sorted(values(tmp_path)) == [1, 2]
    assert any(b"<<<<<<<" in copy.read_bytes() for copy in found(tmp_path, "past/backups/*-merge.toml"))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("title", HOSTILE_TITLES)
async def test_a_hostile_title_harms_neither_undo_nor_merge(tmp_path: Path, title: str, width: int) -> None:
    here = leads("plain")
    there = replace(here, title=title)
    (tmp_path / COPY).write_bytes(written(there, leads("9 talks")))
    async with at_the_screen(tmp_path, goals=(here,), size=(width, 24)) as user:
        await user.presses("m", "right", "right", "enter", "enter")
        user.sees("merged")
        await user.presses("c")
        await user.answers("+1")
        await user.presses("u")
        user.sees("Undone: +1 on 22 Nov 2026")
        assert "\x1b" not in user.screen


def test_in_a_real_terminal_u_takes_back_what_the_shell_has_logged(tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_bytes(written(leads()))
    with Terminal(tmp_path, "log", "leads", "+7") as shell:
        assert shell.wait_for_end() == 0
    assert values(tmp_path) == [7]
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("40 leads")
        terminal.press("u")
        terminal.wait_for("Undone: +7 on 21 Nov 2026 for “40 leads”")
        assert values(tmp_path) == []
        terminal.press("q")
        assert terminal.wait_for_end() == 0
