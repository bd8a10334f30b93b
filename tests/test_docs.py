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
README = (ROOT / "README.md").read_text("utf-8")
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


def test_every_picture_of_the_readme_is_there() -> None:
    for picture in re.findall(r"\]\((screenshots/.*?)\)", README):
        assert (ROOT / picture).is_file()


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
