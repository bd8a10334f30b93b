"""Every command on one hostile file, in this process: what is printed, what it does to the file, how long it takes."""

import io
import os
import re
import time
import traceback
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from reliability.hostile_files import HostileFile
from smart_tui.cli.main import run

LARGE = 200_000
OBEYED = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
CODES = frozenset({0, 1, 2, 3, 4, 5})
READING: tuple[tuple[str, ...], ...] = (
    *(("list",), ("list", "--json"), ("--plain", "list"), ("list", "--status", "behind"), ()),
    *(
        ("show", "first"),
        ("show", "first", "--json"),
        ("show", "g0"),
        ("show", "x"),
        ("status", "--exit-code"),
    ),
    *(("status",), ("status", "--short"), ("validate",), ("validate", "--json")),
    *(("report", "--format", form) for form in ("md", "html", "csv", "json", "ics")),
    *(("report", "--format", "csv", "--raw"), ("report", "--period", "year", "--goal", "first")),
    ("import", "goals.toml"),
    ("import", "new.json"),
    ("import", "new.csv"),
)
WRITING: tuple[tuple[str, ...], ...] = (
    *(("log", "first", "+5"), ("log", "first", "=7", "--note", "[/]"), ("log", "g0", "1"), ("checkin",)),
    *(("close", "first"), ("extend", "first", "--to", "2027-03-01"), ("change", "first", "--target", "50")),
    *(
        ("drop", "first"),
        ("reopen", "first"),
        ("import", "new.json", "--yes"),
        ("import", "new.csv", "--yes"),
    ),
    ("close", "g0"),
    ("add", "Win 40 contracts", "--target", "40", "--deadline", "2026-12-31"),
)
ALIKE = frozenset(
    {"drop", "reopen", "extend", "change", "--raw", "--period", "behind", "--short", "x", "first"}
)
"""What does to a large file nothing that another command does not do as well."""


def run_commands(
    file: HostileFile, home: Path, commands: tuple[tuple[str, ...], ...] = ()
) -> Iterator[tuple[str, float, list[str]]]:
    """Run them all; gives what was done, the seconds of work it took, what was wrong with it."""
    path = home / "goals.toml"
    env = {"SMART_TUI_HOME": str(home), "SMART_TUI_TODAY": "2026-11-21", "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    with mock.patch.dict(os.environ, env), _in(home):
        data = file.data
        path.write_bytes(data)
        for form in ("json", "csv"):
            _, made, _ = _said("report", "--format", form)
            (home / f"new.{form}").write_text(made, "utf-8")
        for lang in ("en", "vi") if len(data) < LARGE else ("vi",):
            for command in commands or (*READING, *WRITING):
                if len(data) >= LARGE and ALIKE & set(command):
                    continue
                yield _run(path, data, "--lang", lang, *command)


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _run(path: Path, data: bytes, *command: str) -> tuple[str, float, list[str]]:
    begun = time.process_time()
    try:
        code, out, err = _said(*command)
    except BaseException:  # noqa: BLE001  # a traceback is what is looked for
        return " ".join(command), time.process_time() - begun, [traceback.format_exc(limit=-4)]
    seconds = time.process_time() - begun
    faults = [] if code in CODES else [f"exit code {code}: {err[-500:]}"]
    faults += [f"a traceback: {err[-500:]}"] if "Traceback" in err else []
    faults += [f"prints {sorted(found)}"] if (found := obeyed(out + err, command)) else []
    if (command[2:] in READING or code) and path.read_bytes() != data:
        faults.append("the file was changed")
    others = {it.name for it in path.parent.iterdir()} - {
        "goals.toml",
        "new.json",
        "new.csv",
        "state",
        "drafts",
    }
    faults += [f"left {sorted(it for it in others if not it.endswith('.lock'))}"] * any(
        not it.endswith(".lock") for it in others
    )
    if path.read_bytes() != data:
        path.write_bytes(data)
    return " ".join(command), seconds, faults


def obeyed(text: str, command: tuple[str, ...]) -> set[str]:
    """Give the characters that do something to a terminal, or hide; line ends are what the formats ask for."""
    text = text.replace("\r\n", "\n") if {"ics", "csv"} & set(command) else text
    odd = set(re.sub(r"[ -~\n]+", "", text))
    return {it for it in odd if unicodedata.category(it) in OBEYED}


def _said(*command: str) -> tuple[int, str, str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    answers = io.StringIO("\n5\n7\nq\n")
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err), mock.patch("sys.stdin", answers):
        try:
            run(command)
        except SystemExit as left:
            code = left.code
    return int(code or 0) if isinstance(code, int | None) else -1, _taken(out), _taken(err)


def _taken(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
