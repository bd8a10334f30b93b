"""Stories of a goal that is opened again on the same five screens."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from goal_builders import goal
from user import TODAY, at_the_screen

from smart_tui.screens.wizard.question import Question
from smart_tui.widgets.entry import Entry
from smart_tui.words.demo import demo_goals
from smart_tui.words.language import language


async def test_what_another_program_changed_meanwhile_is_not_undone(tmp_path: Path) -> None:
    file = tmp_path / "goals.toml"
    file.write_text(
        'version = 1\n[[goal]]\nid = "a"\ntitle = "Leads"\nowner = "Lan"\n[goal.measurable]\n'
        'metric = "leads"\ntarget = 1000\n[goal.timebound]\nstart = 2026-11-01\ndeadline = 2026-12-31\n',
        "utf-8",
    )
    async with at_the_screen(tmp_path) as user:
        await user.presses("e", "escape", "2", "enter", "enter")
        file.write_text(file.read_text("utf-8").replace("Lan", "Minh"), "utf-8")
        await user.presses(*["backspace"] * 5)
        await user.types("1200")
        await user.presses("ctrl+s")
        user.sees("saved: Leads")
    (kept,) = tomllib.loads(file.read_text("utf-8"))["goal"]
    assert (kept["owner"], kept["measurable"]["target"]) == ("Minh", 1200)


FILE = (
    'version = 1\n[[goal]]\nid = "a"\ntitle = "Leads"\nowner = "Lan"\n[goal.measurable]\n'
    'metric = "leads"\ntarget = 1000\n[goal.timebound]\nstart = 2026-11-01\ndeadline = 2026-12-31\n'
)


async def leave_an_edit(home: Path) -> Path:
    """Begin to change the target, and leave; the draft is kept."""
    file = home / "goals.toml"
    file.write_text(FILE, "utf-8")
    async with at_the_screen(home) as user:
        await user.presses("e", "escape", "2", "enter", "enter")
        await user.presses(*["backspace"] * 5)
        await user.types("1200")
        await user.presses("escape", "escape")
    return file


async def test_an_edit_that_is_gone_on_with_writes_only_what_was_changed_in_it(tmp_path: Path) -> None:
    file = await leave_an_edit(tmp_path)
    changed = FILE.replace("Lan", "Minh").replace("12-31", "12-24").replace('"leads"', '"visitors"')
    file.write_text(changed, "utf-8")
    async with at_the_screen(tmp_path) as user:
        await user.presses("v")
        user.sees("visitors", "1200")
        await user.presses("ctrl+s")
        user.sees("saved: Leads")
    assert file.read_text("utf-8") == changed.replace("1000", "1200")


async def test_an_edit_that_others_made_too_is_not_written_over_theirs(tmp_path: Path) -> None:
    file = await leave_an_edit(tmp_path)
    file.write_text(FILE.replace("1000", "900").replace("Lan", "Minh"), "utf-8")
    async with at_the_screen(tmp_path) as user:
        await user.presses("v", "ctrl+s")
        user.sees("others changed it: m merges yours")
    assert file.read_text("utf-8") == FILE.replace("1000", "900").replace("Lan", "Minh")
    (ours,) = file.parent.glob("goals.conflict-*.toml")
    assert tomllib.loads(ours.read_text("utf-8"))["goal"][0]["measurable"]["target"] == 1200


async def test_an_edit_of_a_goal_that_others_deleted_is_a_goal_of_its_own(tmp_path: Path) -> None:
    file = await leave_an_edit(tmp_path)
    file.write_text("version = 1\n", "utf-8")
    async with at_the_screen(tmp_path) as user:
        await user.presses("v", "ctrl+s")
        user.sees("saved: Leads")
    (kept,) = tomllib.loads(file.read_text("utf-8"))["goal"]
    assert (kept["title"], kept["owner"], kept["measurable"]["target"]) == ("Leads", "Lan", 1200)


async def test_the_same_screens_edit_a_goal_and_leave_the_rest_alone(tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_text(
        '# my goals\nversion = 1\n\n[[goal]]\nid = "a"\ntitle = "Leads"\nmood = "good" # mine\n'
        '[goal.measurable]\ntarget = 1_000 # from the board\nmetric = "leads"\n'
        "[goal.timebound]\nstart = 2026-11-01\ndeadline = 2026-12-31\n",
        "utf-8",
    )
    before = (tmp_path / "goals.toml").read_text("utf-8")
    async with at_the_screen(tmp_path) as user:
        await user.presses("e", "escape", "2", "enter", "enter")
        await user.presses(*["backspace"] * 5)
        await user.types("1200")
        await user.presses("ctrl+s")
        user.sees("saved: Leads")
    after = (tmp_path / "goals.toml").read_text("utf-8")
    changed = [(a, b) for a, b in zip(before.splitlines(), after.splitlines(), strict=False) if a != b]
    assert changed[0] == ("target = 1_000 # from the board", "target = 1200 # from the board")
    assert 'mood = "good" # mine' in after


async def test_a_look_at_a_goal_leaves_no_draft(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=demo_goals(language("en"), TODAY)) as user:
        await user.presses("e", "pagedown", "pagedown", "escape", "escape")
        user.does_not_see("v goes on with it")


async def test_counting_a_goal_another_way_is_refused_once_it_has_numbers(tmp_path: Path) -> None:
    goals = (goal("Leads", target=40, deadline="2026-12-31", checkins={"2026-11-06": 3}),)
    async with at_the_screen(tmp_path, goals=goals, size=(120, 40)) as user:
        await user.presses("e", "escape", "2", "enter", "enter", "enter", "enter", "right", "ctrl+s")
        user.sees("Needed before it can be saved: How check-ins count")
        await user.presses("left", "ctrl+s")
        user.sees("saved: Leads")


async def test_a_goal_written_by_hand_is_named_while_it_is_edited(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(goal("Leads", target=40),)) as user:
        await user.presses("e", "pagedown", "pagedown")
        user.sees("Your goal so far ─", "Leads 40 contracts")


@pytest.mark.parametrize(
    ("kind", "measure"),
    [
        ("total", {"target": 40, "baseline": 12}),
        ("level", {"target": "30.125", "baseline": "42.5", "unit": "USD"}),
        ("rate", {"target": 100, "per": "day"}),
        ("rate", {"target": 100}),
        ("limit", {"target": 95, "unit": "%", "bound": "min"}),
        ("limit", {"target": 40, "unit": "%", "checkins": {"2026-11-06": 31}}),
        ("yes-no", {"checkins": {"2026-11-06": 0}}),
    ],
)
async def test_a_goal_of_every_kind_is_opened_looked_through_and_saved_as_it_was(
    tmp_path: Path, kind: str, measure: dict[str, Any]
) -> None:
    before = goal("Mine", kind=kind, created="2026-11-01", deadline="2026-12-31", **measure)
    async with at_the_screen(tmp_path, goals=(before,)) as user:
        file = (tmp_path / "goals.toml").read_bytes()
        await user.presses("e", *["pagedown"] * 4, "ctrl+s")
        user.sees("Needed before" if measure.get("per") is None and kind == "rate" else "saved: Mine")
        assert (tmp_path / "goals.toml").read_bytes() == file


async def test_a_letter_typed_while_the_page_is_painted_is_not_lost(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("abc")
        question = user._pilot.app.screen.query_one(Question)
        entry, seen = question.query_one(Entry), question._view
        entry.value = "abcd"
        question.show(seen, ())
        assert entry.value == "abcd"
        await user.settles()
        user.sees("abcd")
