"""One number, one value: what `list --json`, `show --json` and the screen say of a goal is the same."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from goal_builders import goal
from hosting import lines
from shell import Shell
from user import User, at_the_screen

from smart_tui.goals.model import Goal
from smart_tui.store.operations import AddGoal, Together
from smart_tui.store.store import Store
from smart_tui.widgets.goal_list import GoalList
from smart_tui.widgets.story import StoryPane
from smart_tui.words.demo import demo_goals
from smart_tui.words.language import language

TODAY = date(2026, 11, 21)
MONTH = 365.25 / 12 / 7
WEEKLY = [f"2026-{month:02}-{day:02}" for month in (9, 10, 11) for day in (4, 11, 18)]


def tree() -> tuple[Goal, ...]:
    """Three levels that count the same, a side branch that is worth something, and one goal alone."""
    year = goal(
        "480 contracts", target=480, start="2026-07-01", deadline="2027-06-30", checkins={"2026-07-20": 25}
    )
    quarter = goal(
        "120 contracts",
        target=120,
        supports="480 contracts",
        start="2026-10-01",
        deadline="2026-12-31",
        checkins={"2026-10-09": 12},
    )
    month = goal(
        "40 contracts",
        target=40,
        supports="120 contracts",
        start="2026-11-01",
        deadline="2026-11-30",
        checkins={"2026-11-06": 9, "2026-11-13": 14},
    )
    leads = goal(
        "900 leads",
        target=900,
        metric="leads",
        supports="480 contracts",
        worth="0.05",
        start="2026-09-01",
        deadline="2026-12-31",
        checkins=dict.fromkeys(WEEKLY, 62),
    )
    alone = goal(
        "Followers",
        kind="level",
        metric="followers",
        baseline=6200,
        target=10_000,
        start="2026-09-01",
        deadline="2027-01-10",
        checkins={day: 6200 + 180 * at for at, day in enumerate(WEEKLY)},
    )
    return year, quarter, month, leads, alone


GOALS = {"demo": demo_goals(language("en"), TODAY), "tree": tree()}


@pytest.fixture(params=GOALS)
def goals(request: pytest.FixtureRequest) -> tuple[Goal, ...]:
    return GOALS[request.param]


def elements(shell: Shell, goals: tuple[Goal, ...]) -> dict[str, Any]:
    Store(shell.file).apply(Together(tuple(AddGoal(it) for it in goals)))
    return {it["title"]: it for it in shell("list", "--json").json["goals"]}


def number(text: str) -> float:
    """Read what stands there as the program writes it in English."""
    found = re.search(r"-?[\d,]*\.?\d+", text)
    assert found, text
    return float(found[0].replace(",", ""))


def told(user: User) -> dict[str, str]:
    """Give what the story says, by its labels."""
    rows = (
        re.fullmatch(r"(\S.*?)  +(\S.*)", line.strip())
        for line in lines(user.app.screen.query_one(StoryPane))
    )
    return {row[1]: row[2] for row in rows if row}


def weekly(text: str) -> float:
    return number(text) / (MONTH if "a month" in text else 1)


def test_show_says_what_list_says(shell: Shell, goals: tuple[Goal, ...]) -> None:
    for element in elements(shell, goals).values():
        assert shell("show", element["id"], "--json").json == element


async def test_the_screen_says_what_list_says(shell: Shell, goals: tuple[Goal, ...], tmp_path: Path) -> None:
    listed, seen = elements(shell, goals), 0
    async with at_the_screen(tmp_path / "screen", size=(200, 60), today=TODAY, goals=goals) as user:
        rows = user.app.screen.query_one(GoalList).rows
        for row in rows:
            element, story = listed[row.standing.goal.title], told(user)
            for label, key in (("You need", "needed_per_week"), ("You do", "measured_per_week")):
                if label in story:
                    assert weekly(story[label]) == pytest.approx(element[key], abs=0.06, rel=0.005)
                    seen += 1
            if "Next" in story:
                adds_up = element["kind"] in {"total", "rate"}
                assert number(story["Next"]) == pytest.approx(
                    element["next"]["change" if adds_up else "value"], abs=1
                )
                seen += 1
            if "Chance" in story:
                chance = element["forecast"]["chance"]
                assert abs(number(story["Chance"]) / 100 - min(max(chance, 0.05), 0.95)) < 0.01
                seen += 1
            await user.presses("down")
        days = {
            it["days_left"] for it in listed.values() if it["status"] in {"on track", "behind", "at risk"}
        }
        user.sees(*(f"{left} days left" for left in days if left <= 60))
    assert seen > len(goals)


async def test_what_carries_a_goal_adds_up_to_what_is_said_of_it(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(200, 60), today=TODAY, goals=tree()) as user:
        user.app.screen.query_one(GoalList).go_to(0)
        await user.settles()
        story = "\n".join(lines(user.app.screen.query_one(StoryPane)))
    said, *parts = story.partition("What carries it")[2].strip().split("\n")
    text = " ".join([said, *(part.strip() for part in parts)])
    total = number(text.partition("own numbers")[2])
    missing = number(text.partition("480: ")[2])
    amounts = [
        (number(found[1]), number(found[2]))
        for found in re.finditer(r"  ([\d,.]+) · (\d+)%(?! · not added)", story)
    ]
    assert sum(amount for amount, _ in amounts) == total
    assert total + missing == 480
    assert all(abs(share - 100 * amount / 480) < 1 for amount, share in amounts)
    assert "≈ 45 · 9% · not added" in story
