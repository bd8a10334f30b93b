"""Deciding at the screen, in a person's words: the last number, then close, extend, change, drop; keys are counted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from goal_builders import goal
from msgspec.structs import replace
from sample_goals import HOSTILE_TITLES
from user import TODAY, User, at_the_screen

from smart_tui.goals.model import CheckIn, Decision, Goal
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Did, Status
from smart_tui.store.store import Store

DEADLINE = date(2026, 10, 31)
LARGER = goal("1,000 contracts in two years", target=1000, start="2026-10-01", deadline="2028-09-30")


def october(title: str = "40 contracts", **more: Any) -> Goal:
    """A goal of 40 for October that ended at 31."""
    filled: dict[str, Any] = {"target": 40, "start": "2026-10-01", "deadline": "2026-10-31"} | more
    filled.setdefault("checkins", {"2026-10-16": 20, "2026-10-30": 11})
    return goal(title, **filled)


def november(**more: Any) -> Goal:
    """A goal that runs."""
    return october(start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-20": 20}, **more)


@asynccontextmanager
async def deciding(
    home: Path, *goals: Goal, key: str = "d", lang: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[User]:
    async with at_the_screen(home, goals=goals, lang=lang, size=size) as user:
        await user.presses(key)
        yield user


def now(home: Path, title: str = "40 contracts") -> Standing:
    """Say where a goal of the file stands."""
    file = Store(home / "goals.toml").read().file
    return next(s for s in standings(file, TODAY) if s.goal.title == title)


def last_decision(home: Path) -> Decision:
    return now(home).goal.history.decisions[-1]


async def test_an_overdue_goal_is_extended_with_four_keys_beyond_the_digits(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(october(),)) as user:
        await user.presses("d", "enter", "2")
        await user.types("31/12")
        user.sees("Thursday 31 December 2026")
        await user.presses("enter")
        user.sees("40 contracts: the deadline is now 31 Dec 2026 (was 31 Oct 2026)")
        assert user.pressed == 4
    assert now(tmp_path).goal.deadline == date(2026, 12, 31)
    assert last_decision(tmp_path) == Decision(
        date=TODAY, did=Did.EXTEND, before=DEADLINE, after=date(2026, 12, 31)
    )


async def test_the_first_question_is_the_final_number_of_the_deadlines_day(tmp_path: Path) -> None:
    async with deciding(tmp_path, october()) as user:
        user.sees("40 contracts", "overdue 31 of 40", "Final number on Sat 31 Oct")
        await user.types("34")
        user.sees("+3, then 34 of 40", "Close (missed, 34 of 40)")
        await user.presses("enter", "1", "enter")
    assert now(tmp_path).status is Status.MISSED
    assert now(tmp_path).goal.history.checkins[-1] == CheckIn(date=DEADLINE, value=Decimal(3))


async def test_a_final_number_that_reaches_the_goal_closes_it(tmp_path: Path) -> None:
    async with deciding(tmp_path, october()) as user:
        await user.types("40")
        user.sees("+9, then 40 of 40: reached, Enter closes it", "Close (achieved, 40 of 40)")
        await user.presses("enter")
        user.sees("40 contracts: achieved, 40 of 40")
    assert now(tmp_path).status is Status.ACHIEVED
    assert now(tmp_path).late_by is None
    assert last_decision(tmp_path).did is Did.CLOSE


async def test_enter_on_an_overdue_goal_decides_and_o_still_opens_its_story(tmp_path: Path) -> None:
    async with deciding(tmp_path, october(), key="enter") as user:
        user.sees("Final number on Sat 31 Oct")
        await user.presses("escape", "o")
        user.does_not_see("Final number")
        user.sees("40 contracts", "Esc back")


async def test_enter_on_any_other_goal_opens_its_story(tmp_path: Path) -> None:
    async with deciding(tmp_path, november(), key="enter") as user:
        user.does_not_see("What now?")


@pytest.mark.parametrize(("key", "status"), [("1", Status.MISSED), ("4", Status.DROPPED)])
async def test_a_reason_is_asked_never_required(tmp_path: Path, key: str, status: Status) -> None:
    async with deciding(tmp_path, october()) as user:
        await user.presses("enter", key)
        user.sees("Why (may stay empty)")
        await user.presses("enter")
    assert now(tmp_path).status is status
    assert last_decision(tmp_path).why is None


async def test_a_reason_is_kept(tmp_path: Path) -> None:
    async with deciding(tmp_path, october()) as user:
        await user.presses("enter", "2")
        await user.types("+30d")
        await user.presses("down")
        await user.types("the fair <moved> @ us")
        await user.presses("enter")
    assert last_decision(tmp_path).why == "the fair <moved> @ us"
    assert last_decision(tmp_path).did is Did.EXTEND


async def test_the_number_can_be_changed(tmp_path: Path) -> None:
    async with deciding(tmp_path, october()) as user:
        await user.presses("enter", "3")
        await user.presses("enter")
        user.sees("a number first")
        await user.types("40")
        user.sees("this is the target now")
        await user.presses("backspace", "backspace")
        await user.types("30")
        await user.presses("enter")
        user.sees("40 contracts: the target is now 30 (was 40)")
    assert now(tmp_path).goal.measurable.target == 30
    assert now(tmp_path).status is Status.ACHIEVED


async def test_choices_can_be_reached_with_the_arrows(tmp_path: Path) -> None:
    async with deciding(tmp_path, october()) as user:
        await user.presses("enter", "down", "down", "down", "enter", "enter")
    assert now(tmp_path).status is Status.DROPPED


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "a date first"),
        ("20 Oct 2026", "this day is over"),
        ("2026-11-01", "this day is over"),
        ("soon", "no date to be read in “soon”"),
    ],
)
async def test_a_date_that_extends_nothing_is_refused_in_a_sentence(
    tmp_path: Path, typed: str, said: str
) -> None:
    async with deciding(tmp_path, october()) as user:
        await user.presses("enter", "2")
        await user.types(typed)
        await user.presses("enter")
        user.sees(said)
    assert now(tmp_path).goal.history.decisions == ()


async def test_a_goal_that_runs_is_only_extended_to_a_later_day(tmp_path: Path) -> None:
    async with deciding(tmp_path, november()) as user:
        user.does_not_see("Final number")
        await user.presses("2")
        await user.types("2026-12-24")
        await user.presses("enter")
        user.sees("that late already")


async def test_escape_goes_back_to_the_choices_then_leaves_and_nothing_is_decided(tmp_path: Path) -> None:
    async with deciding(tmp_path, october()) as user:
        await user.presses("enter", "4")
        user.does_not_see("Extend")
        await user.presses("escape")
        user.sees("Extend: a later deadline")
        await user.presses("escape")
        user.does_not_see("What now?")
    assert now(tmp_path).goal.history.decisions == ()


async def test_a_closed_goal_can_be_opened_again(tmp_path: Path) -> None:
    async with deciding(tmp_path, october(decisions=[("2026-11-02", "close")])) as user:
        user.does_not_see("Extend")
        await user.presses("1", "enter")
    assert now(tmp_path).status is Status.OVERDUE
    assert last_decision(tmp_path).did is Did.REOPEN


async def test_done_or_not_has_no_number_to_change(tmp_path: Path) -> None:
    async with deciding(tmp_path, october(kind="yes-no", target=None, checkins=())) as user:
        user.sees("Done by Sat 31 Oct?")
        user.does_not_see("Change")
        await user.types("yes")
        user.sees("done: reached, Enter closes it")
        await user.presses("enter")
    assert now(tmp_path).status is Status.ACHIEVED


# A month of a rate that ended short


def monthly(**more: Any) -> Goal:
    """Forty a month; October ended at 31."""
    return october(kind="rate", per="month", deadline="2027-03-31", **more)


@pytest.mark.parametrize(("key", "did"), [("1", Did.CARRY), ("2", Did.KEEP)])
async def test_a_month_that_ended_short_is_carried_over_or_let_go(tmp_path: Path, key: str, did: Did) -> None:
    async with deciding(tmp_path, monthly()) as user:
        user.sees("31 of 40 in the period to Sat 31 Oct", "the missing 9", "Let go", "Change")
        user.does_not_see("Drop")
        await user.presses("enter", key, "enter")
    assert last_decision(tmp_path).did is did
    assert now(tmp_path).short_period is None


async def test_a_number_found_late_is_dated_into_its_month(tmp_path: Path) -> None:
    async with deciding(tmp_path, monthly()) as user:
        await user.types("34")
        await user.presses("enter", "1", "enter")
    assert now(tmp_path).goal.history.checkins[-1] == CheckIn(date=DEADLINE, value=Decimal(3))


async def test_a_month_that_was_full_after_all_needs_no_decision(tmp_path: Path) -> None:
    async with deciding(tmp_path, monthly()) as user:
        await user.types("40")
        user.sees("reached, Enter saves it")
        await user.presses("enter")
    assert now(tmp_path).short_period is None
    assert now(tmp_path).goal.history.decisions == ()


# The larger goal


async def test_what_the_larger_goal_needs_is_said_before_and_after(tmp_path: Path) -> None:
    part = october(supports=LARGER.title)
    async with deciding(tmp_path, LARGER, part, size=(140, 40)) as user:
        user.sees("“1,000 contracts in two years” now needs 43.5 a month; its plan was 41.7.")
        await user.types("40")
        user.sees("“1,000 contracts in two years” now needs 43.1 a month; it was 43.5.")
        await user.presses("enter")
        user.sees("40 contracts: achieved, 40 of 40 · “1,000 contracts in two years” now needs 43.1 a month")


async def test_a_larger_goal_that_counts_something_else_needs_nothing_of_it(tmp_path: Path) -> None:
    part = october(supports=LARGER.title, metric="leads")
    async with deciding(tmp_path, LARGER, part) as user:
        user.sees("What now?")
        user.does_not_see("now needs")


async def test_a_goal_that_sums_up_its_children_is_not_asked_for_a_number(tmp_path: Path) -> None:
    part = october("part", supports="40 contracts")
    async with deciding(tmp_path, october(checkins={"2026-10-16": 3}), part) as user:
        user.sees("40 contracts", "What now?")
        user.does_not_see("Final number")


@pytest.mark.parametrize("title", HOSTILE_TITLES)
async def test_no_title_breaks_the_screen(tmp_path: Path, title: str) -> None:
    async with deciding(tmp_path, replace(october("x"), title=title)) as user:
        await user.presses("enter", "1", "enter")
        assert all(line.isprintable() for line in user.screen.splitlines())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("lang", ["en", "vi"])
async def test_what_is_asked_is_in_sight_at_every_size(
    tmp_path: Path, size: tuple[int, int], lang: str
) -> None:
    part = october(supports=LARGER.title)
    async with deciding(tmp_path, LARGER, part, size=size, lang=lang) as user:
        await user.types("34")
        user.sees("34")
        await user.presses("enter", "2")
        await user.types("31/12")
        user.sees("31/12", "31/12/2026" if lang == "vi" else "31 December 2026")
