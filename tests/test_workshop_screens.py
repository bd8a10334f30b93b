"""Stories of a workshop: the facilitator leads, the room reads, everything is kept."""

import tomllib
from pathlib import Path
from typing import Any

from user import Hours, User, at_the_workshop

MAIN = "Win 1,000 new leads next month through our website"


def goals(home: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((home / "goals.toml").read_text("utf-8"))["goal"]
    return found


async def names(user: User, typed: str) -> None:
    await user.presses("p")
    await user.pastes(typed)
    await user.presses("enter", "enter")


async def test_the_facilitator_leads_part_by_part_and_the_clock_serves(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, hours):
        user.sees("Ready to begin?", "09:00 Opening 5 min", "10:15 the end 75 min")
        await user.presses("enter")
        user.sees("5:00 of 5 min", "Space starts the clock", "Next: Main goal, 10 min")
        await user.presses("space")
        hours.go_on(minutes=2)
        await user.waits_for("3:00 of 5 min")
        await user.presses("space")
        user.sees("paused")
        hours.go_on(minutes=30)
        await user.presses("space", "plus")
        user.sees("4:00 of 6 min")
        hours.go_on(minutes=3, seconds=40)
        await user.waits_for("0:20")
        user.sees("the last seconds")
        hours.go_on(minutes=9)
        await user.waits_for("time is up")
        user.sees("0:00")
        await user.presses("enter")
        user.sees("Main goal", "10:00 of 10 min", "✓ Opening 15 min")


async def test_row_21_the_group_writes_its_main_goal_first_and_it_is_the_main_one(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await user.presses("enter", "enter")
        user.sees("g: first our main goal", "What is our main goal?")
        await user.presses("g")
        await user.pastes(MAIN)
        await user.presses("escape", "escape")
        user.sees("Our goal", "1,000 new leads · channel: website")
        await user.presses("enter", "g")
        user.sees("Exactly what do you want to achieve?", MAIN)
        await user.presses("ctrl+s")
        user.sees("saved: Win 1,000 new leads")
    (main,) = goals(tmp_path)
    assert main["main"] is True


async def test_row_13_a_persons_goal_serves_the_main_goal_and_bears_its_owner(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await user.presses("enter", "enter", "g")
        await user.pastes(MAIN)
        await user.presses("ctrl+s")
        await names(user, "Lan, Minh")
        await user.presses("down", "o")
        await user.pastes("Call 50 customers a week until the end of the year")
        await user.presses("ctrl+s")
        user.sees("Minh goal written")
    main, theirs = goals(tmp_path)
    assert theirs["owner"] == "Minh"
    assert theirs["relevant"]["supports"] == main["id"]


async def test_row_02_the_room_reads_each_letter_its_question_and_two_examples(tmp_path: Path) -> None:
    shown = {
        "SPECIFIC": ("Exactly what do you want to achieve?", "Win many new leads"),
        "MEASURABLE": ("Which number tells you that you are there?", "1,000 new leads, counted in the CRM"),
        "ACHIEVABLE": ("Looking at past results, can your team do it?", "350 leads"),
        "RELEVANT": ("Which larger goal does this one serve?", "40 new contracts"),
        "TIME-BOUND": ("By when must it be done, and why then?", "as soon as possible"),
    }
    async with at_the_workshop(tmp_path, size=(60, 18)) as (user, _):
        await user.presses("v", "enter", "enter")
        for name, texts in shown.items():
            await user.presses("enter")
            user.sees(" ".join(name), "✓ Good", "✗ Weak", *texts)


async def test_the_room_names_nobody_and_counts_who_is_ready(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, hours):
        await names(user, "Lan, Minh, Hà")
        await user.presses("enter", "enter", "enter", "x", "down", "x", "v")
        user.sees("ready 2 of 3", "[S]", "3 of 9")
        user.does_not_see("Lan", "Minh", "Hà")
        await user.presses("space")
        hours.go_on(minutes=9, seconds=50)
        await user.waits_for("█ 0:10 █")
        hours.go_on(minutes=5)
        await user.waits_for("time is up")
        await user.presses("v")
        user.sees("● Lan", "● Minh", "○ Hà")


async def test_a_ruler_says_how_far_the_font_can_be_enlarged(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path, size=(120, 34)) as (user, _):
        await user.presses("v")
        (ruler,) = [line.strip() for line in user.screen.splitlines() if "├" in line]
        assert len(ruler) == 60
        assert "enlarge the font 2 times" in ruler
        await user.resizes(60, 18)
        user.does_not_see("├")
    async with at_the_workshop(tmp_path / "vi", size=(80, 24), lang="vi") as (user, _):
        await user.presses("v")
        user.sees("phóng chữ 1,3 lần")


async def test_the_agenda_is_changed_in_seconds_and_what_follows_moves(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await user.presses("a", "down", "right", "right")
        user.sees("09:05 Main goal 12 min", "09:17 S Specific", "2 minutes longer than before.")
        await user.presses("equals_sign")
        user.sees("Main goal 12 min", "the end 75 min")
        await user.presses("6")
        user.sees("10:00 the end 60 min")


async def test_the_times_used_last_are_offered_next_time(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, hours):
        for _ in range(9):
            await user.presses("enter", "space")
            hours.go_on(minutes=7)
        await user.presses("enter")
        user.sees("The workshop is over.")
        await user.presses("a")
        user.sees("Last time took 63 min: l takes those times.")
        await user.presses("l")
        user.sees("the end 63 min")


async def test_what_leads_elsewhere_is_parked_and_can_be_taken_out(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await user.presses("b")
        for text in ("Next year's budget?", "[bold]Who[/] pays?"):
            await user.pastes(text)
            await user.presses("enter")
        await user.presses("up", "up", "delete", "escape")
        user.sees("· [bold]Who[/] pays?")
        user.does_not_see("budget")


async def test_people_are_named_or_only_counted(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await names(user, "Lan, lan, , Minh")
        await names(user, "3")
        user.sees("○ Lan", "○ Minh", "○ Person 3", "○ Person 5")
        user.does_not_see("Person 6")


async def test_sentences_of_the_sheets_become_goals_one_after_the_other(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path, lang="vi") as (user, _):
        await names(user, "Lan, Minh")
        await user.presses("t")
        await user.pastes("Ký 40 hợp đồng mới đến 31/12")
        user.sees("Lan", "→", "40", "31/12/2026")
        await user.presses("enter")
        await user.pastes("Có nhiều khách hàng hơn")
        user.sees("Minh", "Còn thiếu: Cần đạt")
        await user.presses("enter")
        user.sees("Lan đã có mục tiêu", "Minh đã có mục tiêu")
    first, second = goals(tmp_path)
    assert (first["owner"], first["measurable"]["target"]) == ("Lan", 40)
    assert (second["owner"], second["specific"]["sentence"]) == ("Minh", "Có nhiều khách hàng hơn")


async def test_row_38_the_clarity_round_is_kept_with_the_goal(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await names(user, "Lan")
        await user.presses("t")
        await user.pastes("Sign 40 new contracts by 31 December")
        await user.presses("enter", "c")
        await user.types("7/6")
        await user.presses("enter")
        user.sees("Two numbers, the first not above the second: 5/6")
        await user.presses("backspace", "backspace", "backspace")
        await user.types("5/6")
        await user.presses("enter")
        await user.pastes("What counts as a contract?")
        await user.presses("enter")
        user.sees("5 of 6 clear", "? What counts as a contract?")
    (goal,) = goals(tmp_path)
    assert goal["specific"]["clarity"] == {"clear": 5, "asked": 6, "open": ["What counts as a contract?"]}


async def test_a_workshop_goes_on_where_it_was_timer_included(tmp_path: Path) -> None:
    hours = Hours()
    async with at_the_workshop(tmp_path, hours=hours) as (user, _):
        await names(user, "Lan, Minh")
        await user.presses("enter", "enter", "enter", "space", "x", "b")
        await user.pastes("Budget?")
        await user.presses("enter", "enter")
        hours.go_on(minutes=3)
    hours.go_on(minutes=1)
    async with at_the_workshop(tmp_path, hours=hours) as (user, _):
        user.sees(
            "The workshop goes on where it was: Specific", "6:00 of 10 min", "● Lan", "○ Minh", "· Budget?"
        )


async def test_beginning_anew_keeps_people_and_parking_lot(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await names(user, "Lan")
        await user.presses("enter", "enter", "enter", "x", "a", "n", "escape")
        user.sees("Ready to begin?", "○ Lan")


async def test_one_writer_keeps_everything_in_order(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        assert [worker.name for worker in user.app.workers].count("scribe") == 1


async def test_the_folder_of_sheets_is_written_with_a_key(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path, size=(120, 30)) as (user, _):
        await names(user, "Lan")
        await user.presses("t")
        await user.pastes("Sign 40 new contracts by 31 December")
        await user.presses("enter", "s")
        await user.waits_for("workshop-2026-11-22 is now in")
    folder = tmp_path / "reports" / "workshop-2026-11-22"
    assert "Sign 40 new contracts" in (folder / "sheets" / "lan.md").read_text("utf-8")
    assert {"worksheet.html", "all-sheets.html", "report.txt"} <= {path.name for path in folder.iterdir()}


async def test_a_full_room_says_so(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        await names(user, "Lan")
        await names(user, "999999999999")
        user.sees("The room holds 60 people.", "○ Lan", "In the room", "60")
