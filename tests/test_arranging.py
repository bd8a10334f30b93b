"""Stories of a long list: sorted, sifted, searched, folded; and the rules behind them."""

from datetime import date
from pathlib import Path

import pytest
from goal_builders import goal
from hypothesis import given
from hypothesis import strategies as st
from sample_goals import FILE
from user import at_the_screen

from smart_tui.goals.arranging import Arrangement, Order, arranged
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.outline import outline
from smart_tui.goals.standing import standings
from smart_tui.goals.terms import Horizon, Status

TODAY = date(2026, 11, 22)
GOALS = (
    goal(
        "1,000 contracts",
        target=1000,
        owner="Lan",
        metric="contracts",
        main=True,
        start="2026-01-01",
        deadline="2027-12-31",
    ),
    goal(
        "Khách hàng mới",
        target=40,
        supports="1,000 contracts",
        metric="leads",
        start="2026-11-01",
        deadline="2026-12-31",
    ),
    goal(
        "Fair", target=10, supports="1,000 contracts", owner="Minh", start="2026-11-01", deadline="2026-12-05"
    ),
    goal("Blog", target=24, owner="Lan", start="2026-11-20", deadline="2027-01-31"),
)
THERE = standings(GoalFile(goals=GOALS), TODAY)


def titles(arrangement: Arrangement) -> list[str]:
    return [row.standing.goal.title for row in arranged(THERE, arrangement)]


def test_without_a_wish_the_list_is_the_usual_one() -> None:
    assert arranged(THERE, Arrangement()) == outline(THERE)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.DEADLINE, ["Fair", "Khách hàng mới", "Blog", "1,000 contracts"]),
        (Order.NAME, ["1,000 contracts", "Blog", "Fair", "Khách hàng mới"]),
    ],
)
def test_sorted_goals_stand_in_one_list(order: Order, expected: list[str]) -> None:
    assert titles(Arrangement(order=order)) == expected


def test_by_pace_the_slowest_comes_first_and_what_has_none_last() -> None:
    slow = goal("slow", target=100, start="2026-01-01", deadline="2026-12-31", checkins={"2026-11-20": 10})
    fast = goal("fast", target=100, start="2026-01-01", deadline="2026-12-31", checkins={"2026-11-20": 90})
    none = goal("none", kind="yes-no", start="2026-01-01", deadline="2026-12-31")
    rows = arranged(standings(GoalFile(goals=(none, fast, slow)), TODAY), Arrangement(order=Order.PACE))
    assert [row.standing.goal.title for row in rows] == ["slow", "fast", "none"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("khach", ["Khách hàng mới"]),
        ("LAN", ["1,000 contracts", "Blog"]),
        ("leads", ["Khách hàng mới"]),
        ("  ", ["1,000 contracts", "Fair", "Khách hàng mới", "Blog"]),
        ("nothing like it", []),
    ],
)
def test_search_needs_neither_accents_nor_case(wanted: str, expected: list[str]) -> None:
    assert titles(Arrangement(wanted=wanted)) == expected


def test_filters_add_up_and_a_goal_without_its_larger_one_stands_alone() -> None:
    assert titles(Arrangement(owner="lan", horizon=Horizon.SHORT)) == ["Blog"]
    assert titles(Arrangement(owner="")) == ["Khách hàng mới"]
    (row,) = arranged(THERE, Arrangement(owner="Minh"))
    assert row.depth == 0


def test_folded_goals_are_counted() -> None:
    first, *others = arranged(THERE, Arrangement(folded=frozenset({"1,000 contracts"})))
    assert (first.standing.goal.title, first.hidden) == ("1,000 contracts", 2)
    assert [row.standing.goal.title for row in others] == ["Blog"]


@given(
    order=st.sampled_from(Order),
    status=st.none() | st.sampled_from(Status),
    horizon=st.none() | st.sampled_from(Horizon),
    wanted=st.sampled_from(["", "a", "lan", "é", "1,0"]),
    folded=st.frozensets(st.sampled_from([each.id for each in FILE.goals])),
)
def test_each_goal_that_fits_is_shown_or_counted_once(
    order: Order, status: Status | None, horizon: Horizon | None, wanted: str, folded: frozenset[str]
) -> None:
    everything = standings(FILE, TODAY)
    arrangement = Arrangement(order=order, status=status, horizon=horizon, wanted=wanted, folded=folded)
    rows = arranged(everything, arrangement)
    fitting, shown = (
        {it.place for it in everything if arrangement.fits(it)},
        {row.standing.place for row in rows},
    )
    assert shown <= fitting
    if order is not Order.URGENCY or not folded:
        assert shown == fitting
    assert len(shown) + sum(row.hidden for row in rows) >= len(fitting)


async def test_s_sorts_in_turn_and_escape_brings_the_tree_back(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("s")
        user.sees("All goals", "by deadline · Esc shows all")
        await user.presses("s")
        user.sees("by pace, the slowest first")
        await user.presses("escape")
        user.sees("Long-term", "└ Fair")
        user.does_not_see("Esc shows all")


async def test_search_is_live_and_enter_goes_to_what_was_found(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS, lang="vi") as user:
        await user.presses("slash")
        await user.types("khach")
        user.sees("Khách hàng mới", "“khach” · 1 / 4 · Esc để hiện tất cả")
        user.does_not_see("Blog")
        await user.presses("enter", "c")
        await user.types("5")
        await user.presses("enter", "escape")
        user.sees("Blog", "5 / 40")


async def test_escape_ends_a_search(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("slash")
        await user.types("blog")
        user.does_not_see("Fair")
        await user.presses("escape")
        user.sees("Fair")
        await user.presses("slash", "enter")
        user.does_not_see("a part of a title")


async def test_a_filter_is_chosen_from_what_there_is(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("f")
        user.sees("○ ● on track", "○ short-term 3", "○ Lan 2", "○ nobody responsible 1")
        await user.presses(*["down"] * 4, "enter")
        await user.presses("escape")
        user.sees("Lan · 2 of 4 · Esc shows all", "Blog")
        user.does_not_see("Fair")
        await user.presses("escape")
        user.sees("Fair")


async def test_the_arrows_fold_and_lead_to_the_larger_goal(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("left")
        user.sees("1,000 contracts +2")
        user.does_not_see("Fair")
        await user.presses("right", "down", "left", "space")
        user.sees("1,000 contracts +2")
        await user.presses("space")
        user.sees("└ Fair")


async def test_an_empty_file_is_arranged_without_a_word(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("s", "space", "left", "right", "slash")
        await user.types("x")
        await user.presses("escape", "f", "escape")
        assert user.there


def test_hostile_owners_are_names_like_any_other() -> None:
    odd: tuple[Goal, ...] = tuple(
        goal(f"g{n}", target=1, owner=name) for n, name in enumerate(["[/]", "", "\u202e"])
    )
    rows = arranged(standings(GoalFile(goals=odd), TODAY), Arrangement(owner="[/]"))
    assert len(rows) == 1


async def test_a_window_that_grows_gives_its_room_to_the_titles(tmp_path: Path) -> None:
    long = (
        goal(
            "A title that needs far more room than sixty columns have for it",
            target=40,
            deadline="2026-12-31",
        ),
    )
    async with at_the_screen(tmp_path, goals=long, size=(60, 20)) as user:
        user.does_not_see("than sixty columns have for it 0")
        await user.presses("n", "escape", "escape")
        await user.resizes(200, 50)
        user.sees("A title that needs far more room than sixty columns have for it")
