"""The README and the contributor's map say what is true."""

import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.widget import Widget

from smart_tui.cli.main import COMMANDS
from smart_tui.screens.arranged import ArrangedScreen
from smart_tui.screens.check_in import CheckInScreen
from smart_tui.screens.dashboard import Dashboard
from smart_tui.screens.decide import DecideScreen
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.read_field import ReadEntry
from smart_tui.screens.report import ReportScreen, WritingChoice
from smart_tui.screens.weekly.review import ReviewPage
from smart_tui.screens.weekly.weekly import WeeklyScreen
from smart_tui.screens.wizard.question import NextEntry
from smart_tui.screens.wizard.wizard import Wizard
from smart_tui.widgets.choice import Choice
from smart_tui.widgets.goal_list import GoalList
from smart_tui.widgets.step_bar import StepBar
from smart_tui.widgets.story import StoryPane
from smart_tui.widgets.suggestion import Suggestion

ROOT = Path(__file__).parent.parent
READMES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.vi.md")}
README = READMES["README.md"]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
WITH_KEYS = (
    Dashboard,
    CheckInScreen,
    WeeklyScreen,
    ReviewPage,
    DecideScreen,
    ReadEntry,
    HelpScreen,
    Wizard,
    NextEntry,
    ReportScreen,
    WritingChoice,
    Choice,
    GoalList,
    StepBar,
    StoryPane,
    Suggestion,
)
PACKAGE = ROOT / "smart_tui"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`smart-tui {command}" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    assert set(re.findall(r"\| `smart-tui ([\w-]+)", README)) == set(COMMANDS)


def test_ci_runs_the_command_of_the_readme() -> None:
    command = "python3 -m venv --clear .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
    assert command in README
    assert command in CONTRIBUTING
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("name", READMES)
def test_every_picture_of_a_readme_is_there_and_the_first_one_moves(name: str) -> None:
    pictures = re.findall(r"\]\((screenshots/.*?)\)", READMES[name])
    assert "moving" in pictures[0]
    for picture in pictures:
        assert (ROOT / picture).is_file()


def test_the_readmes_lead_to_each_other() -> None:
    for name, text in READMES.items():
        (other,) = set(READMES) - {name}
        assert f"]({other})" in text.split("![")[0]


def rows(text: str) -> list[list[str]]:
    """Give the cells of every table's line."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def commands(text: str) -> list[tuple[str, list[str]]]:
    """Give every command of the table, with its options and its choices."""
    told = [row[0] for row in rows(text) if row[0].startswith("`smart-tui")]
    return [
        (
            re.sub(r"[^a-z-].*", "", cell.removeprefix("`smart-tui").strip()),
            re.findall(r"(?<=[\[ ])--?[a-z-]+|\w+\\\|.*?(?=\])", cell),
        )
        for cell in told
    ]


def keys(text: str) -> list[str]:
    """Give every key of the table, line by line."""
    return [row[1] for row in rows(text) if len(row) == 3 and "`" in row[1]]


def test_the_readmes_are_in_step() -> None:
    english, vietnamese = READMES.values()
    assert commands(english) == commands(vietnamese)
    assert len(commands(english)) > len(COMMANDS)
    assert keys(english) == keys(vietnamese)
    assert len(keys(english)) > 30
    for text in READMES.values():
        assert {name for name, _ in commands(text)} == {"", *COMMANDS}


def test_every_place_on_the_map_is_there() -> None:
    for place in re.findall(
        r"\b((?:cli|app|screens|widgets|reports|words|store|coach|goals)/[\w/.]+)", CONTRIBUTING
    ):
        assert (PACKAGE / place.rstrip(".")).exists(), place


@pytest.mark.parametrize("widget", WITH_KEYS)
def test_every_key_has_an_id_and_an_explanation(widget: type[Widget]) -> None:
    for binding in widget.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id, binding
        assert binding.tooltip, binding


def test_every_key_of_the_dashboard_is_in_the_readme() -> None:
    for binding in (*Dashboard.BINDINGS, *ArrangedScreen.BINDINGS):
        assert isinstance(binding, Binding)
        key = {"question_mark": "?", "asterisk": "*", "comma": ",", "slash": "/", "escape": "Esc"}.get(
            binding.key, binding.key
        ).split(",")[0]
        assert f"`{key}`" in README, key
