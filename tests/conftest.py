"""Keeps the tests away from the machine they run on."""

import os
from pathlib import Path

import pytest
from hearing import hear
from hypothesis import HealthCheck, settings
from shell import Shell

# Read once, when Textual is imported: nothing moves, and keys arrive as they do for everybody.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
for name in (
    "SMART_TUI_FILE",
    "SMART_TUI_HOME",
    "SMART_TUI_LANG",
    "SMART_TUI_TODAY",
    "ACCESSIBLE",
    "NO_COLOR",
    "LANGUAGE",
):
    os.environ.pop(name, None)
os.environ["LC_ALL"] = "C.UTF-8"
hear()

# A busy machine is no reason to fail; where others look at the result, the examples are always the same.
settings.register_profile(
    "unhurried",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def _resting() -> None:
    import resting  # imports Textual, which reads its environment then

    resting.take_over()


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Give the command line, in a home of its own."""
    return Shell(tmp_path, monkeypatch, capsys)
