"""Stories at the screen of numbers that cannot be saved: they stay in sight, are kept, and go in later, once."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from goal_builders import goal
from user import User, at_the_screen

from smart_tui.app.late import maybe_saved, put_in
from smart_tui.goals.model import CheckIn, Result
from smart_tui.goals.terms import Did
from smart_tui.store import disk
from smart_tui.store.memory import Memory
from smart_tui.store.pending import Choice, Entry
from smart_tui.store.store import Store

KEPT = "The number is kept and goes in as soon as the file can be written again."
LEADS = goal("Win leads", target=40, deadline="2026-12-31", checkins={"2026-11-13": 5})
MORE = goal("More", target=40, deadline="2026-12-31", checkins={"2026-11-13": 5})


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """Give what the program remembers, outside of the goal file."""
    return Memory(tmp_path / "state", lambda: 0.0)


def numbers(home: Path, place: int = 0) -> list[int]:
    return [int(each.value) for each in Store(home / "goals.toml").read().file.goals[place].history.checkins]


def deadline(home: Path) -> date | None:
    return Store(home / "goals.toml").read().file.goals[0].deadline


def words(memory: Memory) -> list[str]:
    return [entry.words for entry in memory.pending.entries()]


@contextmanager
def refusing() -> Iterator[None]:
    """Have a goal file that cannot be written."""
    sound = disk.check_writable

    def check(target: Path) -> None:
        if target.name == "goals.toml":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        sound(target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "check_writable", check)
        yield


async def types_a_number(user: User, text: str) -> None:
    await user.presses("c")
    await user.types(text)
    await user.presses("enter")


async def test_a_check_in_that_is_refused_is_kept_and_goes_in_with_the_next(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        with refusing():
            await types_a_number(user, "+7")
            user.sees("Not saved: you may not write here.", "The number is kept")
        await types_a_number(user, "+1")
        user.sees("saved · A number that could not be saved earlier is in now: Win leads +7")
    assert (numbers(tmp_path), words(memory)) == ([5, 7, 1], [])


async def test_what_waits_goes_in_at_the_start(tmp_path: Path, memory: Memory) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)):
        pass
    day = LEADS.history.checkins[0].date
    memory.pending.keep(Entry(goal="leads", typed="+3", lang="en", day=day))
    memory.pending.keep(Entry(goal="nobody", typed="+4", lang="en", day=day))
    async with at_the_screen(tmp_path, memory=memory, size=(200, 24)) as user:
        user.sees("is in now: Win leads +3", "fits no goal and waits: ", "8 of 40")
    assert (numbers(tmp_path), words(memory)) == ([5, 3], ["+4"])


async def test_what_waits_goes_in_when_the_file_can_be_read_again(tmp_path: Path, memory: Memory) -> None:
    file = tmp_path / "goals.toml"
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        whole = file.read_bytes()
        file.write_text("this is no TOML", "utf-8")
        await types_a_number(user, "+7")
        user.sees("The number is kept")
        file.write_bytes(whole)
        user._pilot.app._look_for_changes()  # type: ignore[attr-defined]  # what it does every second
        await user.settles()
        user.sees("is in now: Win leads +7")
    assert numbers(tmp_path) == [5, 7]


@pytest.mark.parametrize("retyped", ["", "9", "-"])
async def test_a_number_of_the_weekly_update_that_is_tried_again_goes_in_once(
    tmp_path: Path, memory: Memory, retyped: str
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS, MORE), memory=memory) as user:
        with refusing():
            await user.presses("w")
            await user.types("8")
            await user.presses("enter")
            user.sees("The number is kept")
            assert words(memory) == ["+8"]
            if retyped:
                await user.presses("up", "backspace")
                await user.types(retyped.strip("-"))
                await user.presses("enter")
                assert words(memory) == ["+9"] * (retyped == "9")
            await user.presses("enter")
        await user.presses("enter")
        await user.presses("escape")
    assert (numbers(tmp_path), words(memory)) == (
        [5, 8] if not retyped else [5, 9] if retyped == "9" else [5],
        [],
    )


async def test_a_number_that_another_program_put_in_meanwhile_is_changed_not_added_again(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        with refusing():
            await user.presses("w")
            await user.types("8")
            await user.presses("enter")
        put_in(Store(tmp_path / "goals.toml"), memory.pending)
        assert numbers(tmp_path) == [5, 8]
        await user.presses("enter")
    assert numbers(tmp_path) == [5, 8]


async def test_a_number_that_the_weekly_update_left_behind_is_not_taken_for_the_next_one(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        with refusing():
            await user.presses("w")
            await user.types("8")
            await user.presses("enter", "escape")
            await user.presses("w")
            await user.types("9")
            await user.presses("enter", "escape")
            assert words(memory) == ["+8", "+9"]
        await types_a_number(user, "+1")
    assert (numbers(tmp_path), words(memory)) == ([5, 8, 9, 1], [])


async def test_a_correction_that_is_refused_is_kept_and_goes_in_instead_of_what_it_corrects(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        await user.presses("w")
        await user.types("8")
        await user.presses("enter", "backspace")
        with refusing():
            await user.presses("up")
            await user.types("0")
            await user.presses("enter")
            user.sees("The number is kept")
            assert words(memory) == ["8 → +80"]
        await user.presses("escape")
    assert (numbers(tmp_path), words(memory)) == ([5, 80], [])


@pytest.mark.parametrize(("retyped", "left"), [("", [5]), ("9", [5, 9])])
async def test_a_correction_waits_for_another_start_as_it_was_wanted_last(
    tmp_path: Path, memory: Memory, retyped: str, left: list[int]
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        await user.presses("w")
        await user.types("8")
        await user.presses("enter")
        with refusing():
            await user.presses("up", "backspace")
            await user.types(retyped)
            await user.presses("enter")
            assert words(memory) == [f"8 → +{retyped}" if retyped else "8 → –"]
            await user.presses("escape")
    assert numbers(tmp_path) == [5, 8]
    async with at_the_screen(tmp_path, memory=memory) as user:
        user.sees("is in now: Win leads 8 → ")
    assert (numbers(tmp_path), words(memory)) == (left, [])


async def test_a_correction_of_what_others_took_away_waits_and_is_said(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)):
        pass
    gone = CheckIn(date=LEADS.history.checkins[0].date, value=Decimal(99))
    memory.pending.keep(Entry(goal="leads", typed="+3", lang="en", day=gone.date, instead=gone))
    async with at_the_screen(tmp_path, memory=memory) as user:
        user.sees("fits no goal and waits: leads 99 → +3")
    assert (numbers(tmp_path), words(memory)) == ([5], ["99 → +3"])


async def decides(user: User) -> None:
    await user.presses("d", "2")
    await user.types("15/1")
    await user.presses("enter")


async def test_a_decision_that_is_refused_is_kept_and_goes_in_later_once(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        with refusing():
            await decides(user)
            user.sees("The decision is kept")
        assert deadline(tmp_path) == date(2026, 12, 31)
    async with at_the_screen(tmp_path, memory=memory) as user:
        user.sees("Saved only now: Win leads extended")
    assert (deadline(tmp_path), words(memory)) == (date(2027, 1, 15), [])
    assert [it.did for it in Store(tmp_path / "goals.toml").read().file.goals[0].history.decisions] == [
        Did.EXTEND
    ]


async def test_a_decision_that_is_made_again_takes_the_place_of_the_one_that_waits(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        with refusing():
            await decides(user)
            await decides(user)
            assert len(memory.pending.entries()) == 1
        await decides(user)
        user.sees("the deadline is now 15 Jan 2027 (was 31 Dec 2026)")
    assert words(memory) == []
    assert len(Store(tmp_path / "goals.toml").read().file.goals[0].history.decisions) == 1


async def test_a_decision_that_a_power_cut_kept_from_being_struck_out_is_not_made_twice(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), memory=memory) as user:
        with refusing():
            await decides(user)
        noted = maybe_saved(Store(tmp_path / "goals.toml").read().file, memory.pending.entries())
        await decides(user)
    memory.pending.keep(*noted)
    async with at_the_screen(tmp_path, memory=memory):
        pass
    assert words(memory) == []
    assert len(Store(tmp_path / "goals.toml").read().file.goals[0].history.decisions) == 1


async def test_a_decision_that_makes_no_sense_any_more_waits_and_is_said(
    tmp_path: Path, memory: Memory
) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)):
        pass
    day = LEADS.history.checkins[0].date
    memory.pending.keep(Entry(goal="leads", typed="", lang="en", day=day, decision=Choice(did=Did.REOPEN)))
    async with at_the_screen(tmp_path, memory=memory) as user:
        user.sees("this fits no goal and waits: leads opened again")


def test_a_decision_is_read_from_the_journal_as_it_was_kept(memory: Memory) -> None:
    final = CheckIn(date=date(2026, 12, 31), value=Decimal("7.50"), note="in all", confidence=3)
    choice = Choice(
        did=Did.CHANGE,
        to=date(2027, 1, 15),
        target=Decimal("1.5"),
        why="fair",
        final=final,
        result=Result(date=date(2027, 1, 1), learned="ask earlier"),
    )
    memory.pending.keep(Entry(goal="a", typed="", lang="vi", day=final.date, instead=final, decision=choice))
    (entry,) = memory.pending.entries()
    assert (entry.decision, entry.instead) == (choice, final)
