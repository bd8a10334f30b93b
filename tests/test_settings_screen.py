"""What can be set: in force at once, kept in the settings file, and said where it cannot be."""

from pathlib import Path

import pytest
from goal_builders import goal
from user import at_the_screen, at_the_workshop

SETTINGS = Path("config") / "settings.toml"
GOALS = (goal("Blog", target=40, deadline="2026-12-31"), goal("Fair", target=3, deadline="2027-03-31"))


def settings(home: Path) -> str:
    return (home / SETTINGS).read_text("utf-8")


def have_set(home: Path, text: str) -> None:
    (home / SETTINGS).parent.mkdir(parents=True)
    (home / SETTINGS).write_text(text, "utf-8")


async def test_the_language_is_switched_where_one_stands(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("j", "comma")
        user.sees("Settings", "Language", "◉ as the system says")
        await user.presses("right", "right")
        user.sees("Cài đặt", "Ngôn ngữ", "◉ Tiếng Việt")
        user.does_not_see("Language")
        await user.presses("escape")
        user.sees("Blog", "ghi số")
        user.does_not_see("check in")
        await user.presses("c")
        user.sees("Fair")
        assert settings(tmp_path) == 'language = "vi"\n'


async def test_the_wizard_goes_on_in_the_other_language_with_every_letter(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types("Win 40 leads by June")
        await user.presses("ctrl+p")
        await user.types("viet")
        await user.waits_for("Language: Tiếng Việt")
        await user.presses("down", "enter")
        user.sees("Win 40 leads by June", "Cụ thể")
        user.does_not_see("Specific")


async def test_letters_in_a_field_are_offered_again_after_the_switch(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("c")
        await user.types("+12")
        await user.presses("ctrl+p")
        await user.types("tieng viet")
        await user.waits_for("Language: Tiếng Việt")
        await user.presses("down", "enter")
        user.does_not_see("check in")
        await user.presses("c")
        user.sees("+12")


async def test_a_workshop_goes_on_in_the_other_language(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, hours):
        await user.presses("space")
        hours.go_on(minutes=1)
        await user.presses("ctrl+p")
        await user.types("tieng viet")
        await user.waits_for("Language: Tiếng Việt")
        await user.presses("down", "enter")
        user.sees("Chương trình", "chạy, dừng")


@pytest.mark.parametrize(
    ("style", "steps", "shown"),
    [("day-first", 1, "31/12/2026"), ("month-first", 2, "12/31/2026"), ("iso", 3, "2026-12-31")],
)
async def test_dates_are_written_as_one_likes(tmp_path: Path, style: str, steps: int, shown: str) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("comma", "down", "down", *["right"] * steps, "escape", "enter")
        user.sees(shown)
        assert settings(tmp_path) == f'dates = "{style}"\n'


async def test_a_day_is_read_as_one_writes_it(tmp_path: Path) -> None:
    have_set(tmp_path, 'dates = "day-first"\n')
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("n")
        await user.types("Win 40 leads by 5/6")
        await user.presses("pagedown", "pagedown", "pagedown", "pagedown")
        user.sees("05/06/2027")
        user.does_not_see("06/05/2027")


async def test_the_theme_is_kept_wherever_it_is_chosen(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("comma", "down", "right")
        assert user.theme == "smart-light"
        assert settings(tmp_path) == 'theme = "smart-light"\n'
    async with at_the_screen(tmp_path) as user:
        assert user.theme == "smart-light"


async def test_the_letters_stand_for_other_words(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses(
            "comma", "down", "down", "down", "right", "down", "right", "escape", "n", "pagedown", "pagedown"
        )
        user.sees("Attainable")
        assert settings(tmp_path) == 'smart = "attainable realistic"\n'


async def test_a_key_is_changed_and_the_foot_says_so(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("comma", "up", "enter")
        user.sees("Keys of the dashboard", "Turn a wish into a goal")
        await user.presses("enter")
        user.sees("press the key …")
        await user.presses("t")
        user.sees("• t")
        await user.presses("escape", "escape")
        user.sees("t new")
        await user.presses("n")
        user.does_not_see("Specific")
        await user.presses("t")
        user.sees("Specific")
        assert settings(tmp_path) == '[keys]\n"goal.new" = "t"\n'


async def test_a_key_that_is_taken_is_refused(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("comma", "up", "enter", "enter", "c")
        user.sees("c is taken: Enter a new number for the goal")
        await user.presses("enter", "enter")
        user.sees("Enter is taken: it moves about on every screen")
        assert not (tmp_path / SETTINGS).exists()


async def test_a_key_gets_its_own_again(tmp_path: Path) -> None:
    have_set(tmp_path, '[keys]\n"goal.new" = "t"  # as at work\n')
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        user.sees("t new")
        await user.presses("comma", "up", "enter", "delete", "escape", "escape")
        user.sees("n new")


async def test_a_letter_that_telex_changes_works_with_its_twin(tmp_path: Path) -> None:
    have_set(tmp_path, '[keys]\n"goal.new" = "w"\n"goal.update" = "n"\n')
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("ư")
        user.sees("Specific")


async def test_opening_the_broken_file_keeps_its_key_when_that_of_editing_is_another(tmp_path: Path) -> None:
    have_set(tmp_path, '[keys]\n"goal.edit" = "b"\n')
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        (tmp_path / "goals.toml").write_text("[[goal]\n", "utf-8")
        await user.waits_for("open the file")
        user.sees("e open the file")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "pink"\n', "settings.toml: theme: there is no “pink”."),
        ('language = "xx"\n', "settings.toml: language: there is no “xx”."),
        ('dates = "backwards"\n', "settings.toml"),
        ('[keys]\n"goal.new" = 5\n', "settings.toml"),
        ('[keys]\n"goal.new" = "c"\n', "c is taken"),
        ('[keys]\n"goal.nwe" = "t"\n', "settings.toml: keys: there is no “goal.nwe”."),
    ],
)
async def test_what_cannot_be_is_said_and_stops_nothing(tmp_path: Path, text: str, said: str) -> None:
    have_set(tmp_path, text)
    async with at_the_screen(tmp_path, goals=GOALS, size=(120, 40)) as user:
        user.sees(said, "Blog")
        assert settings(tmp_path) == text


@pytest.mark.parametrize("keys", [("comma",), ("f",), ("d",), ("c",)])
async def test_the_arrow_goes_from_field_to_field_in_a_window_that_is_too_low(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with at_the_screen(tmp_path, goals=GOALS, size=(60, 12)) as user:
        await user.presses(*keys)
        stood = [user.focus]
        for _ in range(2):
            await user.presses("down")
            stood.append(user.focus)
        assert stood[0] is not stood[1]


async def test_the_palette_finds_a_goal_without_its_accents(tmp_path: Path) -> None:
    goals = (
        goal("Hợp đồng", target=40, deadline="2026-12-31"),
        goal("Fair", target=3, deadline="2027-03-31"),
    )
    async with at_the_screen(tmp_path, goals=goals) as user:
        await user.presses("j", "ctrl+p")
        await user.types("dong hop")
        await user.waits_for("on track ·")
        await user.presses("down", "enter")
        user.sees("Hợp đồng", "back")
        user.does_not_see("Fair")


async def test_the_palette_does_what_a_key_does(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("ctrl+p")
        await user.types("enter a new")
        await user.waits_for("for the goal c")
        await user.presses("down", "enter")
        await user.types("+2")
        await user.presses("enter")
        user.sees("2 of 40")


async def test_the_palette_says_that_nothing_is_called_so(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("ctrl+p")
        await user.types("[xyzzy]")
        await user.waits_for("nothing is called so")
        await user.presses("down", "enter")
        user.sees("Blog")


async def test_the_way_of_dates_stays_chosen_in_the_other_language(tmp_path: Path) -> None:
    have_set(tmp_path, 'dates = "day-first"\n')
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("comma", "right", "right")
        user.sees("◉ 31/12/2026 ○ 12/31/2026 ○ 2026-12-31")
        await user.presses("left")
        user.sees("○ 31 Dec 2026 ◉ 31/12/2026 ○ 12/31/2026")


async def test_what_cannot_be_kept_holds_until_the_end_and_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder", "utf-8")
    async with at_the_screen(tmp_path, goals=GOALS, size=(100, 40)) as user:
        await user.presses("comma", "down", "right")
        assert user.theme == "smart-light"
        user.sees("this is not a file")


async def test_a_key_of_another_screen_can_be_set_too(tmp_path: Path) -> None:
    have_set(tmp_path, '[keys]\n"weekly.leave" = "f9"\n')
    async with at_the_screen(tmp_path, goals=GOALS, size=(120, 40)) as user:
        user.does_not_see("there is no")
        await user.presses("w")
        user.sees("Weekly update", "F9 leave")
