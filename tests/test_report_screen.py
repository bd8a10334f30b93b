"""`r` on the dashboard: which report, and where it went."""

from pathlib import Path

import pytest
from goal_builders import goal
from user import at_the_screen

LEADS = goal("40 leads", target=40, start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-20": 12})


def written(home: Path) -> dict[str, str]:
    """Give the reports that were written."""
    return {path.name: path.read_text("utf-8") for path in sorted((home / "reports").glob("*"))}


async def test_two_keys_write_a_web_page_of_this_week_and_say_where(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), size=(160, 30)) as user:
        await user.presses("r")
        user.sees("A report on all goals", "◉ web page", "◉ This week")
        await user.presses("enter")
        user.sees("goals-2026-11-22-week.html is now in")
    [(name, page)] = written(tmp_path).items()
    assert name == "goals-2026-11-22-week.html"
    assert page.startswith("<!doctype html>")
    assert "40 leads" in page


async def test_form_and_period_are_chosen_with_the_arrows(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        await user.presses("r", "right", "down", "right", "right")
        user.sees("◉ Markdown", "◉ This quarter")
        await user.presses("enter")
    assert written(tmp_path)["goals-2026-11-22-quarter.md"].startswith("# Goals\n\nThis quarter")


async def test_a_second_report_never_replaces_the_first(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        for _ in range(3):
            await user.presses("r", "enter")
    assert list(written(tmp_path)) == [f"goals-2026-11-22-week{number}.html" for number in ("-2", "-3", "")]


async def test_escape_writes_nothing(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        await user.presses("r", "escape")
        user.sees("40 leads")
        user.does_not_see("A report on all goals")
    assert not (tmp_path / "reports").exists()


async def test_the_name_is_made_of_letters_that_every_disk_takes(tmp_path: Path) -> None:
    text = 'version = 1\ntitle = "../../Đội: nội/dung\\u0000"\n'
    (tmp_path / "goals.toml").write_text(text, "utf-8")
    async with at_the_screen(tmp_path) as user:
        await user.presses("r", "enter")
    assert list(written(tmp_path)) == ["doi-noi-dung-2026-11-22-week.html"]


async def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file", "utf-8")
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        await user.presses("r", "enter")
        user.sees("The report could not be written")


@pytest.mark.parametrize("lang", ["en", "vi"])
async def test_it_fits_a_narrow_screen(tmp_path: Path, lang: str) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,), size=(60, 20), lang=lang) as user:
        await user.presses("r")
        user.sees("Markdown", "CSV", "JSON", "iCalendar", "Enter", "Esc")
