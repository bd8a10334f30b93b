"""A goal that is over: what it leaves behind, and what the next one learns from it."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from coach_builders import draft
from goal_builders import goal
from shell import Shell
from user import at_the_screen

from smart_tui.coach.answers import Setting, read_answers
from smart_tui.coach.past import known_past, past_text
from smart_tui.goals.model import GoalFile

OCTOBER = goal(
    "Leads in October",
    metric="new leads",
    target=310,
    start="2026-09-01",
    deadline="2026-11-20",
    checkins={"2026-09-10": 200, "2026-09-30": 80, "2026-10-20": 310, "2026-11-05": 7},
)
TODAY = date(2026, 11, 22)


async def test_what_was_kept_missed_and_learned_is_told_with_the_goal(tmp_path: Path) -> None:
    async with at_the_screen(
        tmp_path, goals=(goal("Fair", target=10, start="2026-11-01", deadline="2026-12-31"),)
    ) as user:
        await user.presses("d", "1")
        user.sees("What you will do differently")
        await user.presses("down")
        await user.types("two calls a day")
        await user.presses("down", "down")
        await user.types("start in spring")
        await user.presses("enter", "enter")
        user.sees("Looking back", "Kept two calls a day", "Learned start in spring", "Decisions", "closed")
    (made,) = tomllib.loads((tmp_path / "goals.toml").read_text("utf-8"))["goal"]
    assert made["history"]["result"] == {
        "date": TODAY,
        "kept": "two calls a day",
        "learned": "start in spring",
    }


async def test_nothing_needs_to_be_said_about_a_goal_that_is_over(tmp_path: Path) -> None:
    async with at_the_screen(
        tmp_path, goals=(goal("Fair", target=10, start="2026-11-01", deadline="2026-12-31"),)
    ) as user:
        await user.presses("d", "1", "enter", "enter")
        user.does_not_see("Looking back")
    (made,) = tomllib.loads((tmp_path / "goals.toml").read_text("utf-8"))["goal"]
    assert "result" not in made["history"]


@pytest.mark.parametrize(("lang", "heading"), [("en", "Looking back"), ("vi", "Nhìn lại")])
def test_the_shell_closes_a_goal_with_what_was_learned(shell: Shell, lang: str, heading: str) -> None:
    shell("add", "Win 40 leads by 31 December")
    done = shell("close", "leads", "--learned", "call earlier", "--missed", "the fair")
    assert done.code == 0
    told = shell("--lang", lang, "show", "leads").out
    assert heading in told
    assert "call earlier" in told
    assert "the fair" in told


def test_the_months_of_goals_that_count_the_same_are_the_past_of_the_next() -> None:
    answers = read_answers(draft("Get 400 new leads next month"), Setting(GoalFile(goals=(OCTOBER,)), TODAY))
    past = known_past(answers)
    assert [(it.period, it.value) for it in past] == [("2026-09", Decimal(280)), ("2026-10", Decimal(310))]
    assert past_text(past, "en") == "2026-09: 280; 2026-10: 310"


def test_a_month_begun_in_the_middle_and_another_measure_say_nothing() -> None:
    late = goal(
        "late",
        metric="new leads",
        target=40,
        start="2026-10-15",
        deadline="2026-12-31",
        checkins={"2026-10-20": 9},
    )
    other = goal(
        "other",
        metric="contracts",
        target=40,
        start="2026-01-01",
        deadline="2026-12-31",
        checkins={"2026-10-20": 9},
    )
    answers = read_answers(
        draft("Get 400 new leads next month"), Setting(GoalFile(goals=(late, other)), TODAY)
    )
    assert known_past(answers) == ()


async def test_the_wizard_offers_what_was_counted_so_far(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(OCTOBER,), size=(120, 40)) as user:
        await user.presses("n")
        await user.types("Get 400 new leads next month")
        await user.presses("pagedown", "pagedown")
        user.sees("→ From your goals: 2026-09: 280; 2026-10: 310")
        await user.presses("f5")
        user.sees("2 results, the best 310", "1.3 times your best (310)")
