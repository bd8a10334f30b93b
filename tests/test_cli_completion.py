"""Tab: commands, options and goals, in a real bash and as zsh and fish ask."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from shell import TODAY, Shell, goal
from terminal import Terminal

GOALS = (
    goal("leads-1", "Win leads"),
    goal("deal-1", "40 hợp đồng mới", more='alias = "deal"'),
    goal("old-1", "Old leads", ("2026-11-20", 40)),
)
DANGEROUS = goal("x$(touch-me)", "Dangerous"), goal("two words", "Two words"), goal("-x", "An option")
SOURCE = 'eval "$(_SMART_TUI_COMPLETE=bash_source smart-tui)"'
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def desk(shell: Shell) -> Shell:
    """Give a file with three goals."""
    shell.write(*GOALS)
    return shell


def env(home: Path, programs: Path) -> dict[str, str]:
    """Give a shell's environment in which `smart-tui` is a program."""
    program = programs / "smart-tui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smart_tui "$@"\n')
    program.chmod(0o755)
    return {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(home),
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": TODAY,
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for programs."""
    return tmp_path_factory.mktemp("bin")


def offered(desk: Shell, programs: Path, *words: str) -> list[str]:
    """Press Tab in bash after these words, as bash itself calls the function."""
    script = f"""{SOURCE}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_smart_tui_completion smart-tui "${{@: -1}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", *words],
        env=env(desk.home, programs),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    return done.stdout.decode("utf-8").split("\n")[:-1]


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        (["st"], ["status"]),
        (["show", ""], ["leads-1", "deal-1", "old-1"]),
        (["log", "le"], ["leads-1", "old-1"]),
        (["close", "hop d"], ["deal-1"]),
        (["extend", "DEAL"], ["deal-1"]),
        (["drop", "nothing like it"], [""]),
        (["status", "--e"], ["--exit-code"]),
        (["list", "--status", "not"], ["'not started'"]),
        (["--lang", "vi", "show", "win"], ["leads-1"]),
        (["show", "leads-1", ""], [""]),
    ],
)
def test_bash_is_offered_what_fits(desk: Shell, programs: Path, typed: list[str], offers: list[str]) -> None:
    assert offered(desk, programs, "smart-tui", *typed) == offers


@pytest.mark.parametrize("command", ["show", "log", "close", "extend", "change", "drop", "reopen"])
def test_every_command_with_a_goal_completes_it(desk: Shell, programs: Path, command: str) -> None:
    assert "leads-1" in offered(desk, programs, "smart-tui", command, "")


def test_no_id_is_offered_that_would_do_something_in_a_shell(desk: Shell, programs: Path) -> None:
    desk.write(*DANGEROUS, GOALS[0])
    assert offered(desk, programs, "smart-tui", "show", "") == ["leads-1"]


@pytest.mark.parametrize("text", ["[[goal", "version = 1\n"])
def test_a_file_without_goals_offers_nothing_and_disturbs_nobody(
    desk: Shell, programs: Path, text: str
) -> None:
    desk.file.write_text(text, "utf-8")
    assert offered(desk, programs, "smart-tui", "show", "") == [""]


def test_the_file_that_was_asked_for_is_the_one_that_answers(desk: Shell, programs: Path) -> None:
    other = desk.home / "other.toml"
    other.write_text(goal("other-1", "Another"), "utf-8")
    assert offered(desk, programs, "smart-tui", "--file", str(other), "show", "") == ["other-1"]


@pytest.mark.parametrize(
    ("shell_name", "word", "answer"),
    [
        ("zsh", "1", ["plain", "leads-1", "Win leads"]),
        ("fish", "wi", ["plain,leads-1\tWin leads"]),
    ],
)
def test_zsh_and_fish_get_the_title_beside_the_id(
    desk: Shell, programs: Path, shell_name: str, word: str, answer: list[str]
) -> None:
    cword = {"zsh": "2", "fish": word}[shell_name]
    words = {"zsh": "smart-tui show wi", "fish": "smart-tui show wi"}[shell_name]
    done = subprocess.run(
        ["smart-tui"],
        env=env(desk.home, programs)
        | {"_SMART_TUI_COMPLETE": f"{shell_name}_complete", "COMP_WORDS": words, "COMP_CWORD": cword},
        executable=str(programs / "smart-tui"),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8").split("\n")[: len(answer)] == answer
    source = subprocess.run(
        ["smart-tui"],
        env=env(desk.home, programs) | {"_SMART_TUI_COMPLETE": f"{shell_name}_source"},
        executable=str(programs / "smart-tui"),
        capture_output=True,
        check=True,
    )
    assert b"smart-tui" in source.stdout


def test_tab_in_a_real_bash_writes_the_goals_id(desk: Shell, programs: Path) -> None:
    program = ("bash", "--norc", "--noprofile", "-i")
    surroundings = env(desk.home, programs) | {"PS1": "ready> ", "INPUTRC": "/dev/null"}
    with Terminal(desk.home, program=program, env=surroundings) as terminal:
        terminal.wait_for("ready>")
        terminal.type(f"{SOURCE}; echo so''urced\r")
        terminal.wait_for("sourced\n")
        terminal.type("smart-tui show win\t")
        terminal.wait_for("smart-tui show leads-1")
        terminal.type("\r")
        terminal.wait_for("Win leads  (leads-1)")
        terminal.type("exit\r")
        terminal.wait_for_end()


def test_a_shell_that_nobody_knows_is_wrong_usage(desk: Shell) -> None:
    desk.set(_SMART_TUI_COMPLETE="nonsense")
    assert desk().code == 2
