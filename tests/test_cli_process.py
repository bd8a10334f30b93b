"""The real program, in a process of its own: what it loads, and how it ends when its surroundings do."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from shell import TODAY, goal, process
from terminal import Terminal

FILE = "version = 1\n" + goal("leads-1", "Win leads", ("2026-11-13", 5)) + goal("more-2", "Win more")
HEAVY = {
    "textual",
    "tomlkit",
    "hypothesis",
    "pytest",
    "asyncio",
    "rich.console",
    "importlib.resources",
    "secrets",
}
LOADED = """
import sys
from smart_tui.__main__ import main
try:
    main()
finally:
    import json
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give a home with two goals."""
    (tmp_path / "goals.toml").write_text(FILE, "utf-8")
    return tmp_path


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs be interrupted, even where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def loaded(home: Path, *arguments: str) -> set[str]:
    """Give the modules that a command loaded."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        env={"SMART_TUI_HOME": str(home), "SMART_TUI_TODAY": TODAY, "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "--lang vi list",
        "--plain list",
        "show leads",
        "log leads +1",
        "log leads +1 --json",
        "status",
        "close leads",
        "extend leads --to 2030-12-31",
        "checkin",
        "--help",
        "demo",
    ],
)
def test_a_command_that_needs_no_screen_loads_none(home: Path, command: str) -> None:
    assert not loaded(home, *command.split()) & HEAVY - ({"secrets"} if command == "demo" else set())


@pytest.mark.parametrize(
    "command", ["list --json", "show leads --json", "status --short", "path", "validate", "--version"]
)
def test_a_command_that_says_nothing_in_numbers_does_not_load_how_they_are_written(
    home: Path, command: str
) -> None:
    assert not loaded(home, *command.split()) & (HEAVY | {"babel"})


@pytest.mark.parametrize("command", ["log leads +1", "checkin"])
def test_numbers_that_wait_cost_nothing_where_none_do(home: Path, command: str) -> None:
    assert not {"smart_tui.store.pending", "smart_tui.cli.keeping", "smart_tui.app"} & loaded(
        home, *command.split()
    )


def test_a_reader_that_has_had_enough_is_no_error(home: Path) -> None:
    program = f"{sys.executable} -m smart_tui"
    for command in ("list", "list --json", "--help", "show leads"):
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {program} {command} | true"],
            env={"PATH": os.environ["PATH"], "SMART_TUI_HOME": str(home), "LANG": "C.UTF-8"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b""), command


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_output_that_fits_nowhere_is_said(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "smart_tui", "list"],
            env={"SMART_TUI_HOME": str(home), "LANG": "C.UTF-8"},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 5
    assert done.stderr.startswith(b"The system refused: ")
    assert b"Traceback" not in done.stderr


def test_closed_streams_are_no_error(home: Path) -> None:
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        for command in ("", "list", "path"):
            done = subprocess.run(
                ["bash", "-c", f"{sys.executable} -m smart_tui {command} {closed}"],
                env={"PATH": os.environ["PATH"], "SMART_TUI_HOME": str(home), "LANG": "C.UTF-8"},
                capture_output=True,
                check=False,
            )
            assert done.returncode == 0, (closed, command, done.stderr)
            assert b"Traceback" not in done.stderr


def test_the_narrowest_locale_prints_everything_it_can(home: Path) -> None:
    for env in (
        {"LC_ALL": "C"},
        {"LANG": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ):
        said = process(home, "list", env=env)
        assert (said.code, said.err, len(said.lines)) == (0, "", 2), env
        assert all("Win " in line for line in said.lines)


def test_a_text_that_is_no_text_is_no_traceback(home: Path) -> None:
    done = subprocess.run(
        [
            sys.executable.encode(),
            b"-m",
            b"smart_tui",
            b"add",
            b"bad \xff",
            b"--target",
            b"1",
            b"--deadline",
            b"+5d",
        ],
        env={"SMART_TUI_HOME": str(home), "SMART_TUI_TODAY": TODAY, "LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert process(home, "list", "--json").json["goals"]


def test_in_a_terminal_a_name_of_two_goals_is_a_numbered_choice(home: Path) -> None:
    with Terminal(home, "log", "win", "+3") as terminal:
        terminal.wait_for("1  Win leads (leads-1)", "2  Win more (more-2)", "Which one?")
        terminal.type("2\r")
        assert terminal.wait_for_end() == 0
        assert "Win more: +3, now 3" in terminal.text


@pytest.mark.usefixtures("interruptible")
def test_a_choice_can_be_left_with_control_c_and_nothing_is_stored(home: Path) -> None:
    before = (home / "goals.toml").read_bytes()
    with Terminal(home, "log", "win", "+3") as terminal:
        terminal.wait_for("Which one?")
        terminal.settle()
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait_for_end() == 128 + signal.SIGINT
        assert "Traceback" not in terminal.text
    assert (home / "goals.toml").read_bytes() == before


def test_a_narrow_terminal_gives_up_the_bar_before_a_word(home: Path) -> None:
    with Terminal(home, "list", columns=50) as terminal:
        terminal.wait_for_end()
        assert "Win leads" in terminal.lines[0]
        assert terminal.lines[0].endswith("left")
        assert not set(terminal.text) & set("━─┃")


def test_a_program_that_asks_for_the_path_gets_its_very_bytes(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe2\x80\xaegoals \xff.toml"
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"smart_tui", b"--file", path, b"path"],
        env={"LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == path + b"\n"


def test_a_terminal_gets_a_path_that_cannot_move_its_cursor(tmp_path: Path) -> None:
    with Terminal(tmp_path, "--file", f"{tmp_path}/\x1b[31mgoals.toml", "path", columns=300) as terminal:
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.received
        assert "␛[31mgoals.toml" in terminal.text
