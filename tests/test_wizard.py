"""Stories of the five screens, in the words of the person who writes the goal."""

import tomllib
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from textual.widgets import Static
from user import TODAY, User, at_the_screen

from smart_tui.goals.draft import Draft, Field
from smart_tui.words.demo import demo_goals
from smart_tui.words.explaining import EXPLAINED
from smart_tui.words.language import language

SIZES = [(80, 24), (120, 40), (60, 20), (200, 50)]
STORY = (
    ("Win 40 new leads through our online channels", "parents of three-year-olds", "Lan"),
    ("CRM",),
    ("28; 31; 34", "the fair is cancelled"),
    ("", "call the customers of the last fair"),
    ("31/12", "", ""),
)


def saved(home: Path) -> list[dict[str, Any]]:
    file = home / "goals.toml"
    return tomllib.loads(file.read_text("utf-8")).get("goal", []) if file.exists() else []


@pytest.mark.parametrize("size", SIZES)
async def test_five_screens_and_enter_make_a_goal(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(tmp_path, size=size) as user:
        await user.presses("n")
        for answers in STORY:
            await user.answers(*answers)
        user.sees("Save the goal")
        await user.presses("enter")
        user.sees("saved: Win 40 new leads")
    (made,) = saved(tmp_path)
    assert made["title"] == "Win 40 new leads through our online channels"
    assert made["owner"] == "Lan"
    assert made["specific"]["audience"] == "parents of three-year-olds"
    assert made["measurable"]["metric"].startswith("new leads")
    assert {**made["measurable"], "metric": ""} == {
        "metric": "",
        "kind": "total",
        "target": 40,
        "source": "CRM",
    }
    assert made["achievable"]["past"] == [{"value": 28}, {"value": 31}, {"value": 34}]
    assert made["relevant"]["actions"] == [{"what": "call the customers of the last fair"}]
    assert f"{made['timebound']['start']} {made['timebound']['deadline']}" == "2026-11-22 2026-12-31"


async def test_vietnamese_is_read_as_vietnamese_writes(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, lang="vi") as user:
        await user.presses("n")
        await user.answers("Có được 1.000 khách hàng tiềm năng mới trong tháng tới", "", "Lan")
        await user.answers("CRM")
        await user.answers("", "")
        await user.answers("", "")
        user.sees("Lưu mục tiêu")
        await user.presses("up", "up", "up", "up")
        user.sees("thứ Năm 31/12/2026")
        await user.presses("ctrl+s")
    (made,) = saved(tmp_path)
    assert made["measurable"]["target"] == 1000
    assert str(made["timebound"]["deadline"]) == "2026-12-31"
    assert made["lang"] == "vi"
    assert made["id"]


async def test_back_on_every_screen_keeps_everything(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        for answers in STORY[:4]:
            await user.answers(*answers)
        for texts in reversed(STORY[:4]):
            await user.presses("pageup")
            user.sees(*(text for text in texts if text))
        await user.presses("pagedown", "pagedown")
        user.sees("3 results, the best 34")


async def test_escape_goes_to_the_letters_and_a_number_jumps(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("Win 40 leads")
        await user.presses("escape", "5", "enter")
        await user.types("31/12")
        user.sees("Thursday 31 December 2026")
        await user.presses("escape", "left", "left", "left", "enter")
        user.sees("What is counted")


async def test_a_number_with_two_readings_is_asked(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n", "pagedown", "enter")
        await user.types("1.234")
        user.sees("1,234, if the mark is for thousands", "1.234, if the mark is for decimals")
        await user.presses("down")
        user.sees("take it")
        await user.presses("down", "enter")
        user.does_not_see("if the mark")
        user.sees("Target 1,234")


async def test_an_unreadable_answer_survives_back_and_is_named(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n", "pagedown", "enter")
        await user.types("many")
        user.sees("no number to be read in “many”")
        await user.presses("pageup", "pagedown")
        user.sees("many")
        await user.presses("ctrl+s")
        user.sees("Needed before it can be saved: Your goal in one sentence, Target, Deadline")
    assert saved(tmp_path) == []


async def test_what_is_missing_is_listed_and_a_jump_away(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.answers("Win leads", "", "")
        await user.presses("pagedown", "pagedown", "pagedown")
        await user.answers("31/12", "", "")
        user.sees("The five letters", "M 1/3 Target · needed to save", "T 2/2 ● Until 31 Dec 2026")
        user.does_not_see("Save the goal")
        await user.presses("enter")
        await user.types("40")
        await user.presses("escape", "5", "enter")
        user.sees("Save the goal")


async def test_date_amount_and_weekly_rate_give_one_another(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.answers("Win leads", "", "")
        await user.goes_to("Target")
        await user.types("100")
        await user.presses("pagedown", "pagedown", "pagedown", "enter", "enter")
        await user.types("10")
        user.sees("→ Deadline: Sunday 31 January 2027")
        await user.presses("down", "enter")
        user.sees("date and target want 10 a week")
        await user.presses("escape", "2", "enter")
        await user.goes_to("Target")
        await user.presses(*["backspace"] * 3)
        await user.presses("escape", "5")
        user.sees("→ Target: 100")


async def test_the_larger_goal_is_picked_from_those_that_there_are(tmp_path: Path) -> None:
    goals = demo_goals(language("en"), TODAY)
    async with at_the_screen(tmp_path, goals=goals, size=(120, 40)) as user:
        await user.presses("n", "escape", "4", "enter")
        user.sees("→ $1M a year for five years")
        await user.types("contracts in two")
        user.sees("1,000 contracts in two years")
        await user.presses("escape", "1", "enter")
        await user.answers("Sign 12 contracts at the fair", "", "")
        user.sees("supports 1,000 contracts in two years")


async def test_a_draft_is_kept_offered_and_thrown_away_only_when_asked(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("Win")
        user.sees("draft kept")
        await user.presses("escape", "escape")
        user.sees("v goes on with it")
        await user.presses("v")
        user.sees("Win")
        await user.presses("escape", "escape", "x")
        user.does_not_see("v goes on with it")
    assert list((tmp_path / "drafts").glob("*.json")) == []


async def test_an_untouched_wizard_leaves_no_draft(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n", "pagedown", "escape", "escape")
        user.does_not_see("v goes on with it")
    assert list((tmp_path / "drafts").glob("*.json")) == []


async def test_enter_never_ends_a_text_of_several_lines(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.answers("Win 40 leads", "")
        await user.presses("down", "enter", "enter", "enter")
        await user.types("first")
        await user.presses("enter")
        await user.types("second")
        user.sees("▌ first ▌ second", "Exactly what do you want")


async def test_a_rate_asks_for_its_period_and_yes_no_for_no_number(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.answers("Sell 100 products", "", "")
        await user.presses("down", "down", "enter", "right", "right", "enter")
        user.sees("The target is for")
        await user.presses("right")
        user.sees("100 products a day")


async def test_a_rate_in_the_sentence_is_one_already(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.answers("Sell 100 products a day", "", "")
        user.sees("Target 100 a day", "100 products a day")


async def test_row_02_every_screen_tells_what_its_letter_means(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n", "escape")
        for place, word in enumerate(["Specific", "Measurable", "Achievable", "Relevant", "Time-bound"], 1):
            await user.presses(str(place))
            user.sees(f"{word}:", "Good", "Weak")


async def test_row_06_the_readback_names_number_metric_channel_and_date(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.answers("Win 40 new leads", "", "Lan")
        await user.presses("pageup")
        await user.presses("down", "down", "enter")
        await user.goes_to("Channel")
        await user.types("online")
        await user.presses("pagedown")
        await user.answers("CRM")
        await user.presses("pagedown", "pagedown")
        await user.types("31/12")
        user.sees(
            "Lan · 40 new leads · channel: online · until the end of Thursday 31 December 2026 · counted in CRM"
        )


async def test_row_39_audience_and_product_line_are_kept(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, lang="vi", size=(120, 40)) as user:
        await user.presses("n")
        await user.answers("Bán 100 hộp sữa", "cha mẹ có bé 3 tuổi", "")
        await user.presses("pageup", "down", "enter")
        await user.goes_to("Dòng sản phẩm")
        await user.pastes("sữa cho bé 3 tuổi")
        await user.presses("pagedown")
        await user.answers("")
        await user.presses("pagedown", "pagedown")
        await user.pastes("31/12")
        await user.presses("ctrl+s")
    (made,) = saved(tmp_path)
    assert made["specific"]["audience"] == "cha mẹ có bé 3 tuổi"
    assert made["specific"]["product_line"] == "sữa cho bé 3 tuổi"


async def test_enter_passes_over_what_the_kind_has_no_use_for(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n", "pagedown", "enter", "enter", "down", "enter", "left", "enter")
        user.does_not_see("▌ 1,000", "The target is for")
        await user.types("kg")
        user.sees("Unit ▌ kg")
        await user.presses("escape", "enter", "enter")
        await user.types("CRM")
        user.sees("▌ CRM")


async def test_a_column_pasted_from_a_table_stays_several_numbers(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n", "pagedown", "pagedown")
        await user.pastes("280\n310\r\n\n295\n")
        user.sees("3 results, the best 310", "280; 310; 295")


async def test_the_arrows_lead_out_of_a_text_of_several_lines_and_tab_to_the_next_field(
    tmp_path: Path,
) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n", "enter", "enter", "down", "enter", "enter", "enter")
        await user.pastes("one\ntwo")
        await user.presses("down")
        await user.types("Short")
        user.sees("▌ one ▌ two", "Short title ▌ Short")
        await user.presses("up", "up", "home", "up")
        await user.types("Milk")
        user.sees("Product line ▌ Milk")
        await user.presses("down", "tab", "enter")
        user.sees("What is counted")


async def test_keys_faster_than_the_pages_lose_nothing(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.presses_at_once("W", "i", "n", "pagedown", "pagedown", "pageup", "alt+5", "pageup")
        user.sees("Which larger goal does this one serve?", "Your goal so far", "Win")
        await user.types("contracts")
        user.sees("no goal is called “contracts”")


async def test_the_wizard_begins_with_what_the_sentence_says(tmp_path: Path) -> None:
    texts = MappingProxyType({Field.SENTENCE: "1000 new leads next month"})
    draft = Draft(key="draft-0", lang="en", texts=texts)
    async with at_the_screen(tmp_path, start_with=draft) as user:
        user.sees("1000 new leads next month")
        await user.presses("pagedown")
        user.sees("new leads", "1,000")
        for _ in range(3):
            await user.presses("pagedown")
        user.sees("Thursday 31 December 2026", "Tuesday 1 December 2026")


async def test_help_explains_the_field_and_the_letter(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(100, 40)) as user:
        await user.presses("n", "f1")
        user.sees(
            "Your goal", "The whole goal in one sentence", "Specific: one sentence that everybody", "Good:"
        )
        await user.presses("escape", "enter", "f1")
        user.sees("For whom", "the narrower, the clearer")


def test_every_field_is_explained() -> None:
    assert set(EXPLAINED) == set(Field)


async def test_the_name_of_the_field_with_the_cursor_stands_out(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        assert bold_labels(user) == ["Your goal in one sentence"]
        await user.presses("down")
        assert bold_labels(user) == ["For whom"]
        await user.presses("escape")
        assert bold_labels(user) == []


def bold_labels(user: User) -> list[str]:
    labels = user.app.screen.query(".label").results(Static)
    return [str(it.content).split("  ")[0].strip() for it in labels if it.styles.text_style.bold]


async def test_a_score_is_never_broken_over_two_lines(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(60, 20)) as user:
        await user.presses("n")
        assert "0 of 1 point" in [line.strip() for line in user.screen.splitlines()]
        await user.resizes(80, 20)
        user.sees("what you want to reach. 0 of 1 point")
        assert "0 of 1 point" not in [line.strip() for line in user.screen.splitlines()]
