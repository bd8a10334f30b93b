"""Whoever reads one language reads no word of another: in no message, in no paper (screens: test_everywhere)."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from guest_browser import browser, served
from guest_host import StoreHost
from scenes import TOLD
from shell import TODAY, Shell
from tongues import foreign

from smart_tui.cli.main import COMMANDS
from smart_tui.reports.formats import Format
from smart_tui.words.language import language, languages
from smart_tui.words.system import REASONS, system_reason

LANGS = pytest.mark.parametrize("lang", languages())


CHILD = """
import io, json, sys
answers = []
for arguments in json.loads(sys.argv[1]):
    sys.stdout = sys.stderr = said = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    from smart_tui.cli.main import run
    try:
        run(arguments)
    except SystemExit:
        answers.append(said.buffer.getvalue().decode("utf-8"))
sys.__stdout__.write(json.dumps(answers))
"""
"""A process for each language: what a command says of itself is translated once, when it is loaded."""


def answered(home: Path, lang: str, commands: Sequence[Sequence[str]]) -> list[str]:
    """Run commands one after the other, and give what each said."""
    asked = json.dumps([["--lang", lang, *arguments] for arguments in commands])
    env = {
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": TODAY,
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
    }
    done = subprocess.run(
        [sys.executable, "-c", CHILD, asked],
        env=env,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


@LANGS
def test_help_speaks_one_language(tmp_path: Path, lang: str) -> None:
    commands = [["--help"], *([command, "--help"] for command in COMMANDS)]
    for command, said in zip(commands, answered(tmp_path, lang, commands), strict=True):
        assert len(said.splitlines()) > 5, command
        assert foreign(lang, said) == [], command


@LANGS
def test_commands_and_their_complaints_speak_one_language(tmp_path: Path, lang: str) -> None:
    commands = session(TOLD[lang].sentence, TOLD[lang].vague, tmp_path)
    for command, said in zip(commands, answered(tmp_path, lang, commands), strict=True):
        assert said or command == ("validate",), command
        assert foreign(lang, said, *command) == [], (command, said)


def session(sentence: str, vague: str, home: Path) -> Sequence[tuple[str, ...]]:
    """Give what somebody types who tries everything, and does much of it wrongly."""
    (home / "table.csv").write_text("a;b\n1;2\n", "utf-8")
    (home / "folder").mkdir()
    goal = sentence.rsplit(maxsplit=1)[-1]
    return (
        ("list",),
        ("add", sentence),
        ("add", vague),
        ("list",),
        ("--plain", "list"),
        ("--plain",),
        ("--plain", "new", vague),
        ("list", "--status", "nonsense"),
        ("show", goal),
        ("show", "qqq"),
        ("log", goal, "+25"),
        ("log", goal, "12"),
        ("log", goal, "1.5.5"),
        ("log", goal, "+5", "--on", "31/31"),
        ("log", goal),
        ("log", goal, "1", "--confidence", "99"),
        ("log", "--forget"),
        ("coach", vague),
        ("coach", sentence),
        ("coach",),
        ("checkin",),
        ("status",),
        ("status", "--short"),
        ("extend", goal, "--to", "2020-01-01"),
        ("extend", goal, "--to", "+90d"),
        ("change", goal, "--target", "900"),
        ("change", goal),
        ("drop", goal),
        ("log", goal, "+1"),
        ("reopen", goal),
        ("reopen", goal),
        ("close", goal),
        ("show", goal),
        ("undo",),
        ("undo", "--redo"),
        ("undo", "--list"),
        ("backups",),
        ("restore", "99"),
        ("restore", "nonsense"),
        ("restore", "1", "--yes"),
        ("import", "table.csv"),
        ("import", str(home / "folder")),
        ("import", "nowhere.csv"),
        ("report",),
        ("report", "-o", str(home / "no" / "such" / "place.md")),
        ("report", "-o", str(home / "folder")),
        ("report", "--format", "nonsense"),
        ("report", "--owner", "Qqq"),
        ("merge",),
        ("merge", "nowhere.toml"),
        ("validate",),
        ("workshop", "--plan"),
        ("workshop", "--minutes", "1"),
        ("open-file",),
        ("nonsense",),
        ("list", "--nonsense"),
        ("list", "more", "words"),
        ("--today", "nonsense", "list"),
    )


@LANGS
def test_a_broken_file_is_told_in_one_language(shell: Shell, lang: str) -> None:
    for wrong in ("[goal]\n", "[[goal]]\ntitle = x\n", "version = 99\n", "<<<<<<< a\n=======\n>>>>>>> b\n"):
        shell.file.write_text(wrong, "utf-8")
        for command in ("validate", "list"):
            said = shell("--lang", lang, command)
            assert foreign(lang, said.out + said.err, wrong) == [], wrong


@LANGS
@pytest.mark.parametrize("form", [form for form in Format if form is not Format.JSON])
def test_a_report_speaks_one_language(shell: Shell, lang: str, form: Format) -> None:
    shell("--lang", lang, "add", TOLD[lang].sentence, "--owner", "Lan")
    shell("--lang", lang, "log", TOLD[lang].sentence.split()[-1], "+25")
    written = shell("--lang", lang, "report", "--format", str(form)).out
    assert written
    assert foreign(lang, read_by_people(form, written)) == []


def read_by_people(form: Format, written: str) -> str:
    """Leave out what only programs read: tags and styles, the names of a calendar's fields."""
    if form is Format.HTML:
        from html.parser import HTMLParser

        parts: list[str] = []
        parser = HTMLParser()
        parser.handle_data = parts.append  # type: ignore[assignment, method-assign]  # one use, and nothing to keep
        parser.feed(written.rsplit("</style>", maxsplit=1)[-1])
        return " ".join(parts)
    if form is Format.CALENDAR:
        lines = written.replace("\r\n ", "").splitlines()
        return "\n".join(
            line.partition(":")[2] for line in lines if line.startswith(("SUMMARY", "DESCRIPTION"))
        )
    return written


@LANGS
def test_the_papers_of_a_workshop_speak_one_language(shell: Shell, lang: str, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    shell("--lang", lang, "workshop", "--worksheet")
    written = [path.read_text("utf-8") for path in tmp_path.rglob("*.md")]
    assert written
    for text in written:
        assert foreign(lang, text) == []


@LANGS
async def test_a_guests_pages_speak_one_language(lang: str, tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server, lang) as guest:
        for path in ("/", "/nowhere"):
            await guest.open(path)
            assert foreign(lang, body(guest.html)) == [], path
        await guest.join(server.links[0], "Lan")
        for letter in "SMART":
            await guest.open(f"/{letter}")
            assert foreign(lang, body(guest.html)) == [], letter
        await guest.open("/S")
        await guest.send("next", sentence=TOLD[lang].sentence)
        assert foreign(lang, body(guest.html)) == []
        await guest.open("/sheet")
        assert foreign(lang, body(guest.html)) == []


def body(page: str) -> str:
    """Give what a page says."""
    return read_by_people(Format.HTML, page)


@LANGS
def test_what_the_system_refuses_is_said_in_one_language(lang: str) -> None:
    for code in REASONS:
        assert foreign(lang, system_reason(language(lang), os.strerror(code))) == []
    assert system_reason(language(lang), "what nobody foresaw") == "what nobody foresaw"
    assert foreign(lang, system_reason(language(lang), None)) == []


@pytest.mark.parametrize(("lang", "text"), [("en", "tệp saved"), ("vi", "đã lưu document"), ("vi", "Quit")])
def test_a_word_of_another_language_is_noticed(lang: str, text: str) -> None:
    assert len(foreign(lang, text)) == 1
