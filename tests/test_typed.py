"""Stories at the screen of what was typed and not entered when the program ended: it is kept, and offered again."""

from pathlib import Path

import pytest
from goal_builders import goal
from user import User, at_the_screen

from smart_tui.store.store import Store

LEADS = goal("Win leads", target=40, deadline="2026-12-31", checkins={"2026-11-13": 5})
MORE = goal("More", target=40, deadline="2027-01-15", checkins={"2026-11-13": 5})


def numbers(home: Path, place: int = 0) -> list[int]:
    return [int(each.value) for each in Store(home / "goals.toml").read().file.goals[place].history.checkins]


def kept(home: Path) -> list[str]:
    return sorted(file.name for file in (home / "drafts" / "typed").glob("*.json"))


async def leaves_typed(home: Path, key: str, *steps: str) -> None:
    """Type somewhere, and see the program end there."""
    async with at_the_screen(home, goals=(LEADS, MORE)) as user:
        await user.presses(key)
        await fills(user, *steps)


async def fills(user: User, *steps: str) -> None:
    for step in steps:
        if step in {"enter", "down", "up", "escape", "tab", "backspace", "at"}:
            await user.presses(step)
        else:
            await user.types(step)


async def test_what_was_being_typed_comes_back_and_goes_with_escape(tmp_path: Path) -> None:
    await leaves_typed(tmp_path, "c", "7 or so", "down", "down", "fair")
    async with at_the_screen(tmp_path) as user:
        user.sees("Not entered yet for Win leads: 7 or so, fair · c goes on")
        await user.presses("c")
        user.sees("7 or so", "fair")
        await user.presses("escape", "c")
        user.does_not_see("7 or so")
    assert (kept(tmp_path), numbers(tmp_path)) == ([], [5])


async def test_what_was_deleted_again_is_not_offered(tmp_path: Path) -> None:
    await leaves_typed(tmp_path, "c", "7", "backspace")
    assert kept(tmp_path) == []


async def test_a_number_that_was_entered_is_not_offered(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS, MORE)) as user:
        await user.presses("c")
        await user.types("+7")
        assert len(kept(tmp_path)) == 1
        await user.presses("enter")
        user.sees("saved")
    assert (kept(tmp_path), numbers(tmp_path)) == ([], [5, 7])


async def test_the_weekly_update_goes_on_with_what_was_typed_for_each_goal(tmp_path: Path) -> None:
    await leaves_typed(
        tmp_path, "w", "8", "enter", "1", "tab", "2", "down", "late", "up", "up", "at", "20/11"
    )
    assert numbers(tmp_path) == [5, 8]
    async with at_the_screen(tmp_path) as user:
        user.sees("Not entered yet for")
        await user.presses("w")
        user.sees("More", "+7, then 12 of 40", "late", "Friday 20 November")
        await user.presses("enter")
        await user.presses("escape")
    assert (kept(tmp_path), numbers(tmp_path, 1)) == ([], [5, 7])


async def test_a_correction_that_was_being_typed_corrects_and_adds_nothing(tmp_path: Path) -> None:
    await leaves_typed(tmp_path, "w", "8", "enter", "up", "0", "down", "the fair too")
    assert numbers(tmp_path) == [5, 8]
    async with at_the_screen(tmp_path) as user:
        user.sees("Not entered yet for Win leads: 80, the fair too · w goes on")
        await user.presses("w")
        await user.presses("enter")
    assert (kept(tmp_path), numbers(tmp_path)) == ([], [5, 80])


async def test_what_was_typed_for_a_goal_that_is_gone_is_not_asked_for(tmp_path: Path) -> None:
    await leaves_typed(tmp_path, "w", "8")
    file = tmp_path / "goals.toml"
    file.write_text("version = 1\n", "utf-8")
    async with at_the_screen(tmp_path) as user:
        user.does_not_see("Not entered yet")
        await user.presses("w")
        user.sees("no goal is waiting for a number")


async def test_a_decision_goes_on_where_it_was_left(tmp_path: Path) -> None:
    await leaves_typed(tmp_path, "d", "2", "15/1", "escape", "4", "no longer wanted")
    async with at_the_screen(tmp_path) as user:
        user.sees("· d goes on")
        await user.presses("d")
        user.sees("4 Drop", "no longer wanted")
        await user.presses("escape")
        await user.presses("2")
        user.sees("Friday 15 January 2027")
        await user.presses("enter")
        user.sees("the deadline is now 15 Jan 2027")
    assert kept(tmp_path) == []


async def test_the_last_number_of_a_decision_comes_back(tmp_path: Path) -> None:
    over = goal("Over", target=40, start="2026-10-01", deadline="2026-10-31", checkins={"2026-10-30": 31})
    async with at_the_screen(tmp_path, goals=(over,)) as user:
        await user.presses("d")
        await user.types("34")
    async with at_the_screen(tmp_path) as user:
        user.sees("Not entered yet for Over: 34 · d goes on")
        await user.presses("d")
        user.sees("+3, then 34 of 40")
        await user.presses("escape")
    assert kept(tmp_path) == []


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"task": "x", "goal_id": "a", "fields": {}, "meant": {}}'])
async def test_a_broken_record_is_passed_over(tmp_path: Path, said: str) -> None:
    await leaves_typed(tmp_path, "c", "7")
    (tmp_path / "drafts" / "typed" / "broken.json").write_text(said, "utf-8")
    async with at_the_screen(tmp_path) as user:
        user.sees("Not entered yet for Win leads: 7 · c goes on")
