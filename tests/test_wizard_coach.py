"""Stories of the coach beside the five screens: one sentence fills them, each letter gets a verdict and a way on."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from user import at_the_screen

WHOLE = "Win 40 new leads by 31 December"


def saved(home: Path) -> list[dict[str, Any]]:
    file = home / "goals.toml"
    return tomllib.loads(file.read_text("utf-8")).get("goal", []) if file.exists() else []


async def test_a_sentence_fills_the_screens_while_it_is_typed(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("Win 40 new leads")
        user.sees("Your goal in one sentence new leads · 40")
        await user.types(" by 31 December")
        user.sees(
            "new leads · 40 · until 31 Dec 2026", "40 new leads · until the end of Thursday 31 December 2026"
        )
        await user.presses("pagedown")
        user.sees("What is counted ▌ new leads", "Target 40 ▌ 40")
        await user.presses(*["pagedown"] * 3)
        user.sees("▌ 2026-12-31")


async def test_what_a_person_typed_stays_when_the_sentence_changes(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types(WHOLE)
        await user.presses("pagedown")
        await user.goes_to("Target")
        await user.presses("backspace")
        await user.types("5")
        user.sees("▌ 45")
        await user.presses("pageup")
        await user.goes_to("Your goal")
        await user.presses("home", *["right"] * 4, "delete", "delete")
        await user.types("60")
        user.sees("Win 60 new leads by 31 December")
        await user.presses("pagedown")
        user.sees("▌ 45")
        await user.goes_to("Target")
        await user.presses("backspace", "backspace")
        await user.presses("pageup", "pagedown")
        user.does_not_see("▌ 60")


async def test_row_04_a_vague_word_is_asked_and_the_rewrite_waits_for_its_number(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("Get many new leads")
        user.sees("▲ “many” is how much?", "→ Get [how many] new leads [by when]")
        await user.presses("down", "enter")
        await user.types("40")
        user.sees("▌ Get 40 new leads [by when]")
        await user.presses("enter")
        await user.types("by 31 December")
        user.sees("▌ Get 40 new leads by 31 December", "new leads · 40 · until 31 Dec 2026")
        await user.presses("enter")
        await user.types("parents")
        user.sees("For whom ▌ parents")


async def test_enter_leaves_a_sentence_whose_blank_stays_empty(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, lang="vi") as user:
        await user.presses("n")
        await user.pastes("Có được nhiều khách hàng tiềm năng mới")
        user.sees("▲ “nhiều” là bao nhiêu?")
        await user.presses("f5", "enter")
        await user.types("cha mẹ")
        user.sees("Có được [bao nhiêu] khách hàng tiềm năng mới [đến khi nào]", "Dành cho ai ▌ cha mẹ")


async def test_row_36_two_goals_in_one_sentence_become_two(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("Get 40 new leads and publish 10 blog posts by 31 December")
        user.sees("These are two goals")
        await user.presses("f5")
        user.sees("▌ Get 40 new leads by 31 December")
        await user.presses("ctrl+s")
        user.sees("saved: Get 40 new leads by 31 December · v goes on with the other goal")
        await user.presses("v")
        user.sees("▌ publish 10 blog posts by 31 December", "10 · until 31 Dec 2026")


async def test_row_45_too_far_offers_lower_later_and_more_means(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.types("Get 1,000 new leads next month")
        await user.presses("pagedown", "pagedown")
        await user.types("280; 300; 310")
        user.sees("3.2 times your best (310)", "→ Lower: 340", "→ Later: until", "→ More means: which?")
        await user.presses("down", "down", "down", "enter")
        await user.types("two more people")
        user.sees("Resources ▌ two more people")
        await user.goes_to("Best so far")
        await user.presses("down", "enter")
        user.sees("340 new leads ·", "within reach: 1.1 times your best")


async def test_row_10_a_month_is_split_into_four_steps(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.types("Get 1,000 new leads next month")
        await user.presses("pagedown", "pagedown")
        await user.types("280; 300; 310")
        user.sees("→ In 4 steps of 250")
        await user.presses("down", "down", "down", "down", "enter", "ctrl+s")
    (made,) = saved(tmp_path)
    assert [step["value"] for step in made["timebound"]["milestones"]] == [250, 500, 750, 1000]


@pytest.mark.parametrize(
    "keys",
    [
        ("down", "enter"),
        ("ctrl+s",),
        ("pagedown", "pagedown", "pagedown", "pagedown", "enter"),
        ("escape", "5", "enter", "enter"),
    ],
)
async def test_a_sentence_that_reads_whole_is_a_goal_in_at_most_six_keys(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types(WHOLE)
        await user.presses(*keys)
        user.sees("saved: Win 40 new leads")
        assert user.pressed <= 6
    (made,) = saved(tmp_path)
    assert (made["measurable"]["target"], str(made["timebound"]["deadline"])) == (40, "2026-12-31")


async def test_a_letter_that_is_strong_is_passed_with_one_enter(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types(WHOLE)
        await user.answers("", "parents", "Lan", "CRM")
        user.sees("Looking at past results")
        await user.presses("pageup", "enter")
        user.sees("Looking at past results")
        await user.presses("pageup", "pageup", "enter")
        user.sees("What is counted")


async def test_row_24_number_and_reach_are_judged_side_by_side(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.types("Get 1,000 new leads next month")
        await user.presses("pagedown", "pagedown")
        await user.types("280; 300; 310")
        await user.presses("pagedown", "pagedown")
        user.sees("The five letters", "M 2/3 ▲ Where does the number", "A 0/2 ▲ 3.2 times your best (310)")


async def test_row_17_a_first_action_is_asked_for_to_the_end(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types(WHOLE)
        await user.presses(*["pagedown"] * 4)
        user.sees("R 0/2 ○ What is the first step?")
        await user.presses("down", "down", "down", "down", "enter")
        await user.goes_to("The first step")
        user.sees("→ First step: list the customers to talk to first")
        await user.presses("down", "enter")
        await user.presses("ctrl+s")
    (made,) = saved(tmp_path)
    assert made["relevant"]["actions"] == [{"what": "list the customers to talk to first"}]


async def test_what_the_sentence_filled_still_follows_it_after_a_kill(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types(WHOLE)
        user.sees("draft kept")
    async with at_the_screen(tmp_path) as user:
        await user.presses("v")
        await user.goes_to("Your goal")
        await user.presses("home", *["right"] * 4, "delete", "delete")
        await user.types("60")
        await user.presses("pagedown")
        user.sees("Target 60 ▌ 60")


async def test_the_whole_verdict_is_a_key_away_where_there_is_no_room_for_it(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("Get many new leads")
        await user.presses("f1")
        user.sees("Coach 1 of 4 points", "▲ For whom, or through which channel?", "● One outcome.")


async def test_a_goal_that_is_edited_is_not_filled_from_its_sentence(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types(WHOLE)
        await user.presses("ctrl+s", "e")
        await user.goes_to("Your goal")
        await user.presses("home", *["right"] * 4, "delete", "delete")
        await user.types("60")
        await user.presses("pagedown")
        user.sees("▌ 40")


async def test_row_19_a_sum_of_money_becomes_sales_that_a_team_can_work_on(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.types("Earn $1,000,000 in 2027")
        await user.presses("pagedown", "pagedown", "pagedown")
        user.sees("→ In sales: what does one bring on average?")
        await user.presses("f5")
        await user.types("2083")
        user.sees("480 sales in all, 40 a month", "→ A goal under this one: Make 480 sales by 31 Dec 2027")
        await user.presses("down", "enter")
        user.sees("Kept for later: Make 480 sales")
        await user.presses("ctrl+s", "v", "ctrl+s")
        user.sees("$0M of 1M", "0 of 480", "just what the goal asks")
    million, sales = saved(tmp_path)
    assert sales["relevant"] == {"supports": million["id"], "worth": 2083}
    assert "average" not in str(million)


async def test_the_sales_of_a_vietnamese_sum_are_vietnamese(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, lang="vi", size=(120, 40)) as user:
        await user.presses("n")
        await user.pastes("Đạt doanh thu 12 tỷ trong năm 2027")
        await user.presses("pagedown", "pagedown", "pagedown", "f5")
        await user.pastes("50 triệu")
        user.sees("Bán được 240 đơn hàng trước 31/12/2027")


async def test_row_22_a_long_goal_is_split_into_yearly_steps(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 50)) as user:
        await user.presses("n")
        await user.types("Win 900 contracts in the next three years")
        await user.presses(*["pagedown"] * 4)
        await user.goes_to("How much a week")
        await user.presses("down", "enter", "down", "down")
        user.sees("→ In 3 yearly steps", "→ In 12 quarterly steps")
        await user.presses("down", "enter")
        user.sees("2029", "300")
        await user.presses("ctrl+s")
    (made,) = saved(tmp_path)
    assert [step["value"] for step in made["timebound"]["milestones"]] == [300, 600, 900]
