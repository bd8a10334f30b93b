"""The weekly update at the screen, in a person's words; keys are counted."""

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
from terminal import Terminal
from textual.pilot import Pilot
from user import TODAY, User, at_the_screen

from smart_tui.app.app import SmartApp
from smart_tui.goals.model import CheckIn, Goal, History
from smart_tui.goals.terms import Entry
from smart_tui.store.operations import AddGoal
from smart_tui.store.store import Store

FRIDAY = date(2026, 11, 20)


def due(title: str, value: int = 118, *, entry: Entry | None = None, **more: Any) -> Goal:
    """A goal of 1,000 whose last number is of the week before."""
    filled: dict[str, Any] = {"target": 1000, "start": "2026-10-01", "deadline": "2027-03-31"} | more
    filled.setdefault("checkins", [("2026-11-06", value - 25), ("2026-11-13", 25)])
    made = goal(title, **filled)
    return replace(made, measurable=replace(made.measurable, entry=entry))


TEN = tuple(due(f"goal {n:02}", 300, deadline=f"2027-03-{n:02}") for n in range(1, 11))


@asynccontextmanager
async def updating(
    home: Path, *goals: Goal, lang: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[User]:
    async with at_the_screen(home, goals=goals, lang=lang, size=size) as user:
        await user.presses("w")
        yield user


def in_file(home: Path, title: str) -> Goal:
    """Give a goal as the file has it."""
    return next(each for each in Store(home / "goals.toml").read().file.goals if each.title == title)


def added(home: Path, title: str) -> list[CheckIn]:
    """Give the numbers of a goal that were entered here."""
    return [c for c in in_file(home, title).history.checkins if c.date > date(2026, 11, 13)]


def numbers(home: Path, title: str) -> list[int]:
    return [int(checkin.value) for checkin in added(home, title)]


async def test_row_31_ten_due_goals_take_twelve_keys_beyond_the_digits(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=TEN) as user:
        await user.presses("w")
        for n in range(1, 11):
            user.sees(f"goal {n:02}", f"{n} of 10")
            await user.types("25")
            await user.presses("enter")
        user.sees("Wins", "goal 02: 325 of 1,000, on track")
        await user.presses("enter")
        user.sees("saved")
        assert user.pressed == 12
    assert [numbers(tmp_path, made.title) for made in TEN] == [[25]] * 10
    assert {c.date for made in TEN for c in added(tmp_path, made.title)} == {TODAY}


async def test_each_goal_says_its_last_numbers_and_what_the_plan_wants(tmp_path: Path) -> None:
    async with updating(tmp_path, due("Win new leads through our online channels")) as user:
        user.sees("Win new leads through our online channels", "118 of 1,000", "Fri 13 Nov +25")
        user.sees("the plan wants 287 by today", "this week", "in all")


async def test_enter_on_nothing_is_no_change_and_stores_nothing(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        await user.presses("enter")
        await user.types("30")
        await user.presses("enter")
    assert (numbers(tmp_path, "goal 01"), numbers(tmp_path, "goal 02")) == ([], [30])


async def test_leaving_half_way_keeps_what_was_entered(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN) as user:
        for text in ("10", "20"):
            await user.types(text)
            await user.presses("enter")
        await user.presses("escape")
        user.does_not_see("Weekly update")
        await user.presses("w")
        user.sees("goal 03", "1 of 8")
    assert (numbers(tmp_path, "goal 01"), numbers(tmp_path, "goal 02")) == ([10], [20])
    assert numbers(tmp_path, "goal 03") == []


async def test_a_number_that_nobody_took_is_asked_about_once_before_leaving(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        await user.types("25")
        await user.presses("escape")
        user.sees("not taken yet: Enter takes it, Esc leaves without it")
        await user.presses("escape")
        user.does_not_see("Weekly update")
    assert numbers(tmp_path, "goal 01") == []


@pytest.mark.parametrize("key", ["up", "pageup", "less_than_sign"])
async def test_back_shows_what_was_entered_and_a_change_replaces_it(tmp_path: Path, key: str) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        await user.types("25")
        await user.presses("enter")
        user.sees("goal 02", "2 of 2")
        await user.presses(key)
        user.sees("goal 01", "25", "+25, then 325 of 1,000")
        await user.presses("backspace", "backspace")
        await user.types("40")
        user.sees("+40, then 340 of 1,000")
        await user.presses("enter", "enter")
    assert numbers(tmp_path, "goal 01") == [40]


async def test_a_number_can_be_taken_back(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        await user.types("25")
        await user.presses("enter", "up", "backspace", "backspace", "enter")
    assert numbers(tmp_path, "goal 01") == []


async def test_one_date_is_changed_once_for_all(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        user.sees("Numbers up to", "Sun 22 Nov · today")
        await user.presses("up")
        await user.types("20 Nov")
        user.sees("Friday 20 November 2026 · 2 days ago")
        await user.presses("enter")
        user.sees("Fri 20 Nov · 2 days ago")
        for text in ("10", "20"):
            await user.types(text)
            await user.presses("enter")
    assert [added(tmp_path, made.title) for made in TEN[:2]] == [
        [CheckIn(date=FRIDAY, value=Decimal(10))],
        [CheckIn(date=FRIDAY, value=Decimal(20))],
    ]


async def test_the_date_also_moves_what_was_entered_before(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        await user.types("10")
        await user.presses("enter")
        await user.types("@")
        await user.types("2026-11-20")
        await user.presses("enter")
        user.sees("goal 02")
    assert added(tmp_path, "goal 01") == [CheckIn(date=FRIDAY, value=Decimal(10))]


async def test_a_day_to_come_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:1]) as user:
        await user.presses("up")
        await user.types("tomorrow")
        await user.presses("enter")
        user.sees("this day is still to come")


async def test_tab_says_that_the_number_is_in_all_and_the_file_remembers(tmp_path: Path) -> None:
    async with updating(tmp_path, due("leads")) as user:
        user.sees("◉ this week ○ in all")
        await user.presses("tab")
        user.sees("○ this week ◉ in all")
        await user.types("143")
        user.sees("+25, then 143 of 1,000")
        await user.presses("enter", "enter")
    assert numbers(tmp_path, "leads") == [25]
    assert in_file(tmp_path, "leads").measurable.entry is Entry.IN_ALL
    async with at_the_screen(tmp_path) as user:
        await user.presses("w")
        user.sees("◉ in all")


async def test_what_is_usual_is_not_written_into_the_file(tmp_path: Path) -> None:
    async with updating(tmp_path, due("leads")) as user:
        await user.types("25")
        await user.presses("tab", "tab", "enter")
    assert in_file(tmp_path, "leads").measurable.entry is None


async def test_a_sum_that_would_fall_is_asked_about_never_stored_as_a_loss(tmp_path: Path) -> None:
    async with updating(tmp_path, due("leads", entry=Entry.IN_ALL)) as user:
        await user.types("25")
        user.sees(
            "less than there is already", "+25 more: then 143 of 1,000", "25 in all: corrects 118 (−93)"
        )
        await user.presses("enter")
        user.sees("leads", "1 of 1")
        await user.presses("down", "enter")
    assert numbers(tmp_path, "leads") == [25]


async def test_a_sum_entered_as_if_it_was_added_is_asked_about(tmp_path: Path) -> None:
    usual = [("2026-10-30", 30), ("2026-11-06", 63), ("2026-11-13", 25)]
    async with updating(tmp_path, due("leads", checkins=[*usual[:2], usual[2]])) as user:
        await user.types("243")
        user.sees(
            "as much as everything so far", "+243 more: then 361", "243 in all: +125 since the last number"
        )
        await user.presses("down", "down", "enter")
    assert numbers(tmp_path, "leads") == [125]


async def test_a_note_and_how_sure_are_an_arrow_away(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:1]) as user:
        await user.types("25")
        await user.presses("down")
        await user.types("webinar < fair @ 5")
        await user.presses("down")
        await user.types("8")
        await user.presses("enter")
    assert added(tmp_path, "goal 01") == [
        CheckIn(date=TODAY, value=Decimal(25), note="webinar < fair @ 5", confidence=8)
    ]


async def test_how_sure_goes_from_nought_to_ten(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:1]) as user:
        await user.types("25")
        await user.presses("down", "down")
        await user.types("11")
        await user.presses("enter")
        user.sees("a whole number from 0 to 10", "1 of 1")
    assert numbers(tmp_path, "goal 01") == []


async def test_a_note_without_a_number_is_not_lost_silently(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        await user.presses("down")
        await user.types("webinar")
        await user.presses("enter")
        user.sees("a note goes with a number", "goal 01")


async def test_nothing_due_offers_every_open_goal(tmp_path: Path) -> None:
    fresh = due("fresh", checkins=[("2026-11-18", 5)])
    async with updating(tmp_path, fresh) as user:
        user.sees("Weekly update", "fresh", "1 of 1")


async def test_without_an_open_goal_the_foot_says_so(tmp_path: Path) -> None:
    async with updating(tmp_path) as user:
        user.sees("no goal is waiting for a number")


async def test_a_goal_that_sums_up_its_children_is_not_asked(tmp_path: Path) -> None:
    async with updating(tmp_path, due("larger"), due("part", supports="larger")) as user:
        user.sees("part", "1 of 1")


async def test_every_kind_of_goal_takes_its_own_answer(tmp_path: Path) -> None:
    cost = due(
        "cost",
        kind="level",
        unit="USD",
        baseline=42,
        target=30,
        direction="decrease",
        checkins={"2026-11-13": 35},
        deadline="2027-01-01",
    )
    site = due("site", kind="yes-no", target=None, checkins=(), start="2026-11-15", deadline="2027-01-02")
    churn = due("churn", kind="limit", unit="%", target=5, checkins={"2026-11-13": 4}, deadline="2027-01-03")
    async with updating(tmp_path, cost, site, churn) as user:
        for title, text, read in (
            ("cost", "33", "$35 → $33"),
            ("site", "yes", "done"),
            ("churn", "6", "4% → 6%"),
        ):
            user.sees(title)
            user.does_not_see("this week")
            await user.types(text)
            user.sees(read)
            await user.presses("enter")
        user.sees("site: done, achieved")
    entered = {title: numbers(tmp_path, title) for title in ("cost", "site", "churn")}
    assert entered == {"cost": [33], "site": [1], "churn": [6]}


async def test_the_week_can_be_copied_and_is_printed_on_leaving(tmp_path: Path) -> None:
    async with updating(tmp_path, due("leads")) as user:
        await user.types("25")
        await user.presses("enter", "c")
        user.sees("Sent to the clipboard, if your terminal allows it.")
        app = user._pilot.app
        assert isinstance(app, SmartApp)
        assert app.clipboard == app.farewell
        assert app.farewell.startswith("Week 47 (22 Nov 2026). Slips: leads: 143 of 1,000")


def test_the_shell_says_the_week_when_the_program_has_ended(tmp_path: Path) -> None:
    Store(tmp_path / "goals.toml").apply(AddGoal(due("leads")))
    with Terminal(tmp_path, "--file", str(tmp_path / "goals.toml")) as terminal:
        terminal.wait_for("leads")
        terminal.press("w")
        terminal.wait_for("1 of 1")
        terminal.type("25\r")
        terminal.wait_for("The week in one paragraph")
        terminal.press("enter")
        terminal.wait_for("w update")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "Week 47 (21 Nov 2026). Slips: leads: 143 of 1,000" in terminal.text


async def test_from_the_review_one_can_go_back(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:1]) as user:
        await user.types("25")
        await user.presses("enter", "up")
        user.sees("goal 01", "25")


async def test_a_number_that_cannot_be_saved_is_said_stays_and_can_be_tried_again(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:2]) as user:
        path = tmp_path / "goals.toml"
        newer = path.read_text("utf-8")
        path.write_text("version = 99\n" + newer.replace("version = 1\n", ""), "utf-8")
        await user.types("25")
        await user.presses("enter")
        user.sees("Not saved: a newer version of this program wrote the file.", "goal 02")
        await user.presses("enter")
        user.sees("1 number is not saved. Enter tries again, Esc leaves without it.")
        path.write_text(newer, "utf-8")
        await user.presses("enter")
        user.does_not_see("is not saved")
    assert numbers(tmp_path, "goal 01") == [25]


async def test_keys_pressed_in_one_burst_are_not_mixed_up(tmp_path: Path) -> None:
    async with updating(tmp_path, *TEN[:3]) as user:
        pilot: Pilot[None] = user._pilot
        for key in (*"25", "enter", *"30", "enter", *"35", "enter"):
            pilot.app.simulate_key(key)
        await user.settles()
    assert [numbers(tmp_path, made.title) for made in TEN[:3]] == [[25], [30], [35]]


@pytest.mark.parametrize("title", HOSTILE_TITLES)
async def test_no_title_or_note_breaks_the_update(tmp_path: Path, title: str) -> None:
    noted = History(checkins=(CheckIn(date=date(2026, 11, 13), value=Decimal(1), note=title),))
    hostile = replace(due("x"), title=title, history=noted)
    async with updating(tmp_path, hostile, size=(120, 40)) as user:
        await user.types("+5")
        await user.presses("enter")
        user.sees("The week in one paragraph")
        assert all(line.isprintable() for line in user.screen.splitlines())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize("lang", ["en", "vi"])
async def test_the_field_is_in_sight_at_every_size(tmp_path: Path, size: tuple[int, int], lang: str) -> None:
    long = due("Có được thật nhiều khách hàng tiềm năng mới qua các kênh trực tuyến của chúng ta")
    async with updating(tmp_path, long, lang=lang, size=size) as user:
        await user.types("25")
        user.sees("Có được thật nhiều", "chúng ta", "25", "+25")
