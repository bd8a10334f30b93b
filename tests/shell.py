"""The command line as a person types it, in this process: what it prints, what it complains of, its exit code."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from smart_tui.cli.main import run
from smart_tui.cli.session import Session

TODAY = "2026-11-21"
"""A Saturday."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What was printed, line by line."""
        return self.out.splitlines()

    @property
    def complaint(self) -> list[str]:
        """What stands on standard error, line by line."""
        return self.err.splitlines()

    @property
    def json(self) -> Any:
        """What was printed, as data."""
        return json.loads(self.out)


class Shell:
    """A home of one's own, and the program in it."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.home = home
        self.file = home / "goals.toml"
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.set(SMART_TUI_HOME=str(home), SMART_TUI_TODAY=TODAY, LANGUAGE="")

    def set(self, **env: str) -> None:
        """Set variables of the environment."""
        for name, value in env.items():
            self._monkeypatch.setenv(name, value)

    def unset(self, *names: str) -> None:
        """Remove variables of the environment."""
        for name in names:
            self._monkeypatch.delenv(name, raising=False)

    def answers(self, *lines: str) -> None:
        """Sit at the terminal for what comes next, and type these lines."""
        self._monkeypatch.setattr(Session, "in_terminal", property(lambda _: True))
        self._monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))

    def write(self, *goals: str, version: int = 1) -> None:
        """Write the goal file."""
        self.file.write_text(f"version = {version}\n\n" + "\n".join(goals), "utf-8")

    def __call__(self, *arguments: str) -> Said:
        """Run one command."""
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            run(arguments)
        out, err = self._capsys.readouterr()
        return Said(int(left.value.code or 0), out, err)


def goal(
    goal_id: str,
    title: str,
    *checkins: tuple[str, object],
    measure: str = "target = 40",
    time: str = "start = 2026-11-01\ndeadline = 2026-12-31",
    more: str = "",
) -> str:
    """Write a goal as a person would in the file; titles are plain text."""
    history = "\n".join(f"  {{ date = {day}, value = {value} }}," for day, value in checkins)
    return f"""
[[goal]]
id = "{goal_id}"
title = {json.dumps(title, ensure_ascii=False)}
{more}
[goal.measurable]
{measure}
[goal.timebound]
{time}
[goal.history]
checkins = [
{history}
]
"""


def process(home: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Said:
    """Run the real program, its output going into a pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "smart_tui", *arguments],
        env={"SMART_TUI_HOME": str(home), "SMART_TUI_TODAY": TODAY, "LANG": "C.UTF-8"} | dict(env or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Said(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )
