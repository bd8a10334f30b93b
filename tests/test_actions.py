"""Stories of a goal's action plan: steps are added, done, changed and removed, and the file has them at once."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from goal_builders import goal
from user import at_the_screen

LEADS = goal("Leads", target=40, deadline="2026-12-31")


def actions(home: Path) -> list[dict[str, Any]]:
    (made,) = tomllib.loads((home / "goals.toml").read_text("utf-8"))["goal"]
    found: list[dict[str, Any]] = made.get("relevant", {}).get("actions", [])
    return found


async def test_row_17_steps_are_added_and_marked_done(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        await user.presses("a")
        user.sees("No step yet: what is the first one?")
        await user.types("call the customers of the last fair by Friday")
        await user.presses("enter")
        await user.types("write to the others")
        await user.presses("enter")
        user.sees("0 of 2 steps done", "□ call the customers", "27 Nov 2026")
        await user.presses("up", "up", "enter")
        user.sees("1 of 2 steps done", "☑ call the customers")
        await user.presses("escape")
        user.sees("saved · u undoes")
    assert actions(tmp_path) == [
        {"what": "call the customers of the last fair by Friday", "by": date(2026, 11, 27), "done": True},
        {"what": "write to the others"},
    ]


async def test_a_step_is_changed_and_removed(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), lang="vi") as user:
        await user.presses("a")
        for text in ("gọi khách", "viết thư"):
            await user.pastes(text)
            await user.presses("enter")
        await user.presses("up", "e", "end", "space")
        await user.pastes("mời")
        await user.presses("enter")
        user.sees("□ viết thư mời")
        await user.presses("up", "up", "x")
        user.sees("Đã xong 0/1 bước")
        await user.presses("escape")
    assert actions(tmp_path) == [{"what": "viết thư mời"}]


async def test_the_cursor_stands_on_the_first_step_that_is_not_done(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        await user.presses("a")
        for text in ("one", "two"):
            await user.types(text)
            await user.presses("enter")
        await user.presses("up", "up", "space", "escape", "a", "space")
        user.sees("2 of 2 steps done")
        await user.presses("escape", "u", "u")
    assert [step.get("done", False) for step in actions(tmp_path)] == [False, False]


async def test_a_step_that_others_overtook_comes_back_into_its_field(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        await user.presses("a")
        file = tmp_path / "goals.toml"
        theirs = '[goal.relevant]\nactions = [{ what = "theirs" }]\n'
        file.write_text(file.read_text("utf-8") + theirs, "utf-8")
        await user.types("ours")
        await user.presses("enter")
        user.sees("□ theirs", "ours")
        user.does_not_see("□ ours")
        await user.presses("enter")
        user.sees("□ ours")
    assert [step["what"] for step in actions(tmp_path)] == ["theirs", "ours"]
