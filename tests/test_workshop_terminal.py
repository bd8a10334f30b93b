"""Workshops in real terminals: killed in the middle, watched from a second one."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from terminal import Terminal


def led(home: Path, *more: str) -> Terminal:
    return Terminal(home, "workshop", str(home / "room.toml"), *more, columns=100, rows=30)


def names(terminal: Terminal, typed: str) -> None:
    terminal.press("p")
    terminal.wait_for("Who is in the room")
    terminal.answer(typed)
    terminal.wait_for(f"· {typed.rpartition(', ')[2]}")
    terminal.press("enter")
    terminal.wait_for("In the room", "Ready to begin?")


def kept(home: Path) -> dict[str, Any]:
    (file,) = home.rglob("workshop/workshop.json")
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def waits_until_kept(terminal: Terminal, home: Path, **wanted: Any) -> None:
    def holds() -> bool:
        if not list(home.rglob("workshop/workshop.json")):
            return False
        now = kept(home)
        return all(now[name] == value for name, value in wanted.items())

    terminal.wait_until(holds)


def before_it_begins(terminal: Terminal) -> None:
    names(terminal, "Lan, Minh")


def while_the_main_goal_is_typed(terminal: Terminal) -> None:
    before_it_begins(terminal)
    terminal.press("enter", "enter")
    terminal.wait_for("What is our main goal?")
    terminal.press("g")
    terminal.wait_for("Your goal in one sentence")
    terminal.type("Win 1,000 new leads next month")
    terminal.wait_for("draft kept")


def while_the_clock_runs(terminal: Terminal) -> None:
    while_the_main_goal_is_typed(terminal)
    terminal.send(b"\x13")
    terminal.wait_for("saved: Win 1,000 new leads")
    terminal.press("enter", " ", "x")
    terminal.wait_for("▶ 9:", "ready 1 of 2")


def in_the_clarity_round(terminal: Terminal) -> None:
    while_the_clock_runs(terminal)
    terminal.press(*["enter"] * 5)
    terminal.wait_for("Is it clear?")
    terminal.press("c")
    terminal.wait_for("How many call it clear")
    terminal.answer("1/1")
    terminal.wait_for("1 of 1 clear")
    terminal.press("enter")
    terminal.wait_for("Is it clear?", "In the room")


def at_the_end(terminal: Terminal) -> None:
    in_the_clarity_round(terminal)
    terminal.press("enter", "enter")
    terminal.wait_for("The workshop is over.")


MOMENTS: dict[Callable[[Terminal], None], tuple[str | None, ...]] = {
    before_it_begins: (None, "Ready to begin?"),
    while_the_main_goal_is_typed: ("main goal", "goes on where it was: Main goal", "1,000 new leads"),
    while_the_clock_runs: ("S", "goes on where it was: Specific", "▶ 9:", "ready 1 of 2"),
    in_the_clarity_round: ("clarity", "goes on where it was: Clarity round"),
    at_the_end: ("close", "The workshop is over."),
}


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.__name__)
def test_a_workshop_killed_at_any_moment_goes_on_where_it_was(
    tmp_path: Path, moment: Callable[[Terminal], None]
) -> None:
    part, *seen = MOMENTS[moment]
    with led(tmp_path) as terminal:
        terminal.wait_for("Ready to begin?")
        moment(terminal)
        waits_until_kept(terminal, tmp_path, at=part, over=moment is at_the_end)
        terminal.kill()
    with led(tmp_path) as terminal:
        terminal.wait_for("Lan", "Minh", *filter(None, seen))
        if moment is while_the_main_goal_is_typed:
            terminal.press("g")
            terminal.wait_for("Exactly what do you want to achieve?", "Win 1,000 new leads next month")
    if moment in {in_the_clarity_round, at_the_end}:
        (goal,) = tomllib.loads((tmp_path / "room.toml").read_text("utf-8"))["goal"]
        assert goal["main"] is True
        assert goal["specific"]["clarity"] == {"clear": 1, "asked": 1}


def test_the_room_follows_in_a_second_terminal(tmp_path: Path) -> None:
    with (
        led(tmp_path) as terminal,
        Terminal(tmp_path, "workshop", str(tmp_path / "room.toml"), "--room", columns=60, rows=18) as room,
    ):
        terminal.wait_for("Ready to begin?")
        room.wait_for("W O R K S H O P")
        names(terminal, "Lan, Minh, Ha")
        terminal.press("enter", "enter", "enter")
        terminal.wait_for("S Specific")
        room.wait_for("S P E C I F I C", "Exactly what do you want to achieve?", "ready 0 of 3")
        terminal.press("x", " ")
        room.wait_for("ready 1 of 3", "▶ 9:")
        terminal.press("g")
        terminal.wait_for("Your goal in one sentence")
        terminal.type("Win 1,000 new leads next month")
        terminal.wait_for("draft kept")
        room.wait_for("Our goal", "1,000 new leads", "until the end of")
        room.press("q")
        assert room.wait_for_end() == 0
        assert room.restored


def test_without_a_name_the_workshop_has_a_file_for_the_day(tmp_path: Path) -> None:
    with Terminal(tmp_path, "workshop", "--minutes", "60", columns=100, rows=30) as terminal:
        terminal.wait_for("Ready to begin?", "60 min")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        terminal.wait_for("The workshop's goals are in", "workshops/2026-11-2")
