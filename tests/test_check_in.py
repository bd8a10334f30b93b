from datetime import date
from decimal import Decimal

import pytest
from hosting import Host, screen_text
from msgspec.structs import replace
from sample_goals import COST, HOSTILE_TITLES, LEADS, PRODUCTS, TODAY, goal
from textual.pilot import Pilot

from smart_tui.coach.checkin_day import read_checkin_day
from smart_tui.coach.dates import Day
from smart_tui.coach.reading import Unreadable
from smart_tui.goals.model import CheckIn, Goal, GoalFile
from smart_tui.goals.terms import Kind
from smart_tui.screens.messages import CheckInMade
from smart_tui.widgets.entry import Entry

DONE = goal("site", "New site is live", None, date(2026, 11, 1), date(2026, 12, 1), kind=Kind.YES_NO)


def checking_in(wanted: Goal, lang: str = "en") -> Host:
    return Host(GoalFile(goals=(wanted,)), lang=lang)


async def types(pilot: Pilot[None], text: str) -> None:
    for char in text:
        await pilot.press({" ": "space", "+": "plus", "=": "equals_sign", "/": "slash"}.get(char, char))
    await pilot.pause()


def made(app: Host) -> CheckInMade:
    (message,) = app.asked
    assert isinstance(message, CheckInMade)
    return message


async def test_a_number_is_two_keys_away() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        assert "450 of 1,000 · 40 days left" in screen_text(app)
        await types(pilot, "+25")
        assert "+25, then 475 of 1,000" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert made(app).goal_id == "leads"
        assert made(app).checkin == CheckIn(date=TODAY, value=Decimal(25))
        assert made(app).becomes == Decimal(475)


async def test_the_last_five_numbers_are_shown() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        assert "Fri 20 Nov" in screen_text(app)
        assert screen_text(app).count("Fri ") >= 5
        assert "Fri 9 Oct " not in screen_text(app)


async def test_a_new_sum_stores_what_was_added() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "=500")
        await pilot.press("enter")
        await pilot.pause()
        assert made(app).checkin.value == Decimal(50)


@pytest.mark.parametrize(("presses", "stored", "becomes"), [(1, 25, 475), (2, -425, 25)])
async def test_a_bare_number_below_the_sum_is_asked_never_guessed(
    presses: int, stored: int, becomes: int
) -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "25")
        shown = screen_text(app)
        assert "+25 more: then 475 of 1,000" in shown
        assert "25 in all: corrects 450 (−425)" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert app.asked == []
        await pilot.press(*["down"] * presses, "enter")
        await pilot.pause()
        assert made(app).checkin.value == Decimal(stored)
        assert made(app).becomes == Decimal(becomes)


async def test_a_level_takes_the_new_reading() -> None:
    app = checking_in(COST)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "33")
        assert "$35 → $33" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert made(app).checkin.value == Decimal(33)


async def test_a_rate_counts_in_its_period() -> None:
    app = checking_in(PRODUCTS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "+15")
        assert "+15, then 100 of 100 today" in screen_text(app)


@pytest.mark.parametrize(("said", "value"), [("yes", 1), ("có", 1), ("no", 0), ("không", 0)])
async def test_done_or_not_takes_words(said: str, value: int) -> None:
    app = checking_in(DONE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, said)
        await pilot.press("enter")
        await pilot.pause()
        assert made(app).checkin.value == Decimal(value)


async def test_what_cannot_be_read_is_said_and_not_saved() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "many")
        assert "no number to be read in “many”" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.asked == []
        assert app.screen is not app.dashboard


async def test_another_day_is_read_back_and_counts_as_of_then() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "=400")
        await pilot.press("down")
        await types(pilot, "2026-11-14")
        assert "Sat 14 Nov · 7 days ago" in screen_text(app)
        assert "+24, then 400 of 1,000" in screen_text(app)
        await pilot.press("down")
        await types(pilot, "after the fair")
        await pilot.press("enter")
        await pilot.pause()
        assert made(app).checkin == CheckIn(date=date(2026, 11, 14), value=Decimal(24), note="after the fair")


async def test_a_day_to_come_is_refused_in_a_sentence() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "+5")
        await pilot.press("down")
        await types(pilot, "tomorrow")
        assert "this day is still to come" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.asked == []


async def test_escape_leaves_without_saving() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "+5")
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.dashboard
        assert app.asked == []


async def test_letters_typed_apart_are_stored_whole() -> None:
    app = checking_in(LEADS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        note = app.screen.query_one("#note", Entry)
        note.focus()
        note.insert_text_at_cursor("Vie")
        note.insert_text_at_cursor("\u0302\u0323t")
        assert note.value == "Việt"
        await pilot.press("backspace", "backspace")
        assert note.value == "Vi"


@pytest.mark.parametrize("title", HOSTILE_TITLES)
async def test_no_title_or_note_breaks_the_screen(title: str) -> None:
    noted = CheckIn(date=TODAY, value=Decimal(1), note=title)
    hostile = replace(LEADS, title=title, history=type(LEADS.history)(checkins=(noted,)))
    app = checking_in(hostile)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await types(pilot, "[/]")
        assert app.is_running
        assert "\x1b" not in screen_text(app)
        await pilot.press("f1", "escape", "escape")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", TODAY),
        ("yesterday", date(2026, 11, 20)),
        ("2026-11-01", date(2026, 11, 1)),
        ("19 November", date(2026, 11, 19)),
        ("25 December", date(2025, 12, 25)),
    ],
)
def test_a_check_ins_day_has_been(typed: str, day: date) -> None:
    assert read_checkin_day(typed, "en", TODAY) == Day(day)


@pytest.mark.parametrize("typed", ["tomorrow", "2027-01-01", "in 3 days"])
def test_a_check_in_is_never_in_the_future(typed: str) -> None:
    reading = read_checkin_day(typed, "en", TODAY)
    assert isinstance(reading, Unreadable)
    assert reading.code in {"after-today", "not-a-date"}
