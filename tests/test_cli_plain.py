"""`--plain`: nothing that a screen reader skips or calls by its shape; the bare command is a menu."""

import unicodedata
from io import StringIO
from pathlib import Path

import pytest
from shell import Said, Shell, goal
from terminal import Terminal

from smart_tui.words.language import language
from smart_tui.words.spoken import spoken

MARKETING = (
    goal(
        "big-1",
        "1,000 contracts",
        time="start = 2026-01-01\ndeadline = 2028-12-31",
        measure="target = 1000",
        more='main = true\n[goal.specific]\nsentence = "1,000 contracts"\naudience = "parents"\n',
    ),
    goal("late-1", "October", ("2026-10-20", 31), time="start = 2026-10-01\ndeadline = 2026-10-31"),
    goal(
        "rate-1",
        "Conversion rate",
        ("2026-11-13", 3.3),
        measure='kind = "level"\nunit = "%"\nbaseline = 2.8\ntarget = 3.5\nsource = "CRM"',
    ),
    goal("cost-1", "Cost per lead", ("2026-11-13", 41), measure='kind = "limit"\nunit = "USD"\ntarget = 40'),
    goal("new-1", "No number yet", measure='kind = "level"\nunit = "%"\ntarget = 3'),
    goal("day-1", "Calls", ("2026-11-20", 9), measure='kind = "rate"\nper = "day"\ntarget = 20'),
    goal("hire-1", "Hire a designer", measure='kind = "yes-no"'),
    goal("wish-1", "A wish", measure="", time=""),
)
COMMANDS = (
    ("list",),
    (),
    *(("show", it) for it in ("big-1", "late-1", "rate-1", "cost-1", "new-1", "day-1", "hire-1", "wish-1")),
    ("status",),
    ("status", "--short"),
    ("coach", "Get many new leads", "Raise the conversion rate from 2% to 3% by June"),
    ("validate",),
    ("log", "rate-1", "3.4"),
    ("log", "late-1", "-5"),
    ("close", "hire-1"),
    ("extend", "late-1", "--to", "+14d"),
    ("change", "rate-1", "--target", "4"),
    ("show", "rate-1"),
    ("drop", "cost-1"),
    ("reopen", "cost-1"),
    ("undo", "--list"),
    ("undo",),
    ("backups",),
    ("checkin",),
    ("restore", "1", "--yes"),
    ("workshop", "--plan"),
    ("add", "Win 40 leads by 31/12/2026"),
    ("new", "Win 40 leads by 31/12/2026"),
    ("log", "--help"),
    ("extend", "rate-1", "--to", "soon"),
)
SPOKEN = frozenset("…“”‘’–\u00a0")
"""Beyond ASCII, what screen readers know as pauses."""


def unspoken(text: str) -> set[str]:
    """Give the signs of a text that are neither letters, digits nor ordinary punctuation."""
    return {
        char
        for char in text
        if not (char.isascii() and (char.isprintable() or char == "\n"))
        and char not in SPOKEN
        and unicodedata.category(char)[0] not in "LMN"
        and unicodedata.category(char) != "Sc"
    }


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_command_prints_signs_or_columns(shell: Shell, lang: str) -> None:
    shell.write(*MARKETING)
    for command in COMMANDS:
        shell._monkeypatch.setattr("sys.stdin", StringIO())
        said = shell("--lang", lang, "--plain", *command)
        assert unspoken(said.out + said.err) == set(), command
        if command[-1:] != ("--help",):
            assert not [line for line in said.lines if "  " in line], command
        assert "Traceback" not in said.err


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_question_has_signs(shell: Shell, lang: str) -> None:
    shell.write(*MARKETING)
    for command, answers in (
        (("checkin",), ["", "?", "1.000", "1", "?", "", "?", "3", "?", "3", "?"]),
        (("new",), ["?", "Get many leads", "1", "9", "31/12", *["?", ""] * 20]),
        (("new",), ["2", "Conversion rate from 2% to 3% by June", *["2", "?", ""] * 20]),
        ((), ["1", "3", "", "4", "rate", "", "?", "3.4", "5", "late", "2", "+14d", "", "7", "yes", "0"]),
    ):
        shell.answers(*answers)
        said = shell("--lang", lang, "--plain", *command)
        assert unspoken(said.out + said.err) == set(), command
        assert not [line for line in said.lines if "  " in line], command


@pytest.mark.parametrize(
    ("lang", "written", "heard"),
    [
        ("en", "2.8% → 3.5%", "2.8% to 3.5%"),
        ("en", "at risk: Cost, < 40%: 41%", "at risk: Cost, below 40%: 41%"),
        ("en", "> $30", "above $30"),
        ("en", "1 Nov 2026 – 31 Dec 2026", "1 Nov 2026 to 31 Dec 2026"),
        ("en", "−5, then 20", "minus 5, then 20"),
        ("en", "unfinished: A wish, –, no deadline", "unfinished: A wish, nothing yet, no deadline"),
        ("en", "which one? ↓", "which one?"),
        ("en", "a < b, and x – y", "a < b, and x – y"),
        ("vi", "31 / 40 · trễ 21 ngày", "31 trên 40, trễ 21 ngày"),
        ("vi", "80.000 ₫ → 70.000 ₫", "80.000 ₫ đến 70.000 ₫"),
    ],
)
def test_signs_become_words(lang: str, written: str, heard: str) -> None:
    assert spoken(language(lang), written) == heard


def menu(shell: Shell, *answers: str, lang: str = "en") -> Said:
    """Stay in the menu; after the last answer the input ends."""
    shell.answers(*answers)
    return shell("--lang", lang, "--plain")


def test_the_bare_command_says_how_the_goals_stand_and_then_what_can_be_done(shell: Shell) -> None:
    shell.write(*MARKETING)
    said = menu(shell, "0")
    assert said.lines[0].endswith("; October 21 days late")
    assert said.lines[1] == "5 goals are due for an update"
    assert said.lines[2:4] == ["1. See goals", "2. Weekly update"]
    assert said.lines[-2:] == ["0. Leave", "What next?"]


def test_accessible_is_the_same_as_plain(shell: Shell) -> None:
    shell.write(*MARKETING)
    shell.set(ACCESSIBLE="1")
    shell.answers("0")
    assert "2. Weekly update" in shell().lines


def test_without_a_terminal_plain_prints_the_list(shell: Shell) -> None:
    shell.write(*MARKETING)
    assert shell("--plain").lines == shell("--plain", "list").lines


def test_a_goal_is_seen_by_its_number_or_a_part_of_its_name(shell: Shell) -> None:
    shell.write(*MARKETING)
    said = menu(shell, "1", "1", "convers", "nobody", "", "0")
    assert "1. overdue: October, 31 of 40, 21 days late" in said.lines
    assert "overdue: October, 31 of 40, 21 days late" in said.lines
    assert "M: 2.8% to 3.5%, from CRM" in said.lines
    assert "No goal is called “nobody”." in said.lines


def test_a_name_that_fits_several_goals_lists_them(shell: Shell) -> None:
    shell.write(goal("a-1", "Leads online"), goal("b-1", "Leads at fairs"))
    said = menu(shell, "1", "leads", "2", "", "0")
    assert len([line for line in said.lines if line[:2] in {"1.", "2."} and "Leads" in line]) == 4
    assert "\ndeadline" not in said.out


def test_a_number_for_one_goal_is_saved_and_the_menu_comes_back(shell: Shell) -> None:
    shell.write(*MARKETING)
    said = menu(shell, "4", "conversion", "", "3.4", "0")
    assert "3.3% to 3.4%" in said.lines
    assert said.lines[-1] == "What next?"
    assert "date = 2026-11-21, value = 3.4" in shell.file.read_text("utf-8")


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        (("1", "it was enough"), 'did = "close"'),
        (("2", "soon", "", "+14d", "the fair moved"), "to = 2026-12-05"),
        (("3", "50", "", ""), "target = 50"),
        (("4", ""), 'did = "drop"'),
    ],
)
def test_a_goal_is_decided_about_question_by_question(
    shell: Shell, answers: tuple[str, ...], written: str
) -> None:
    shell.write(*MARKETING)
    said = menu(shell, "5", "october", *answers, "0")
    assert said.lines[-1] == "What next?"
    assert written in shell.file.read_text("utf-8")


def test_a_report_is_written_and_what_goes_wrong_ends_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.write(*MARKETING)
    file = tmp_path / "november.md"
    said = menu(shell, "6", "1", str(file), "6", "1", str(file), "nothing", "", "0")
    assert f"The report is in {file}" in said.lines
    assert said.complaint[0] == f"{file} is there already; nothing was written."
    assert "“nothing” is none of the choices" in said.lines
    assert said.code == 0


def test_the_last_change_is_taken_back_when_one_says_so(shell: Shell) -> None:
    shell.write(*MARKETING)
    before = shell.file.read_bytes()
    menu(shell, "4", "conversion", "", "3.4", "7", "no", "0")
    assert shell.file.read_bytes() != before
    menu(shell, "7", "yes", "0")
    assert shell.file.read_bytes() == before


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_in_a_terminal_a_goal_is_written_and_updated_from_the_menu(shell: Shell, lang: str) -> None:
    plain, asked, saved, sentence = {
        "en": ("What next?", "Your goal in one sentence?", "Saved: ", "40 new leads by 31/12/2026"),
        "vi": ("Làm gì tiếp?", "Mục tiêu của bạn trong một câu?", "Đã lưu: ", "40 đơn hàng đến 31/12/2026"),
    }[lang]
    with Terminal(shell.home, "--lang", lang, "--plain", rows=100) as terminal:
        terminal.wait_for(plain)
        terminal.type("3\r")
        terminal.wait_for(asked)
        terminal.type(f"{sentence}\r")
        terminal.wait_for("1. ")
        terminal.type("1\r")
        terminal.wait_for("S, M, A, R")
        terminal.type("\r")
        terminal.wait_for(saved)
        terminal.wait_until(lambda: terminal.text.count(plain) == 2)
        terminal.type("2\r")
        terminal.wait_for("21")
        terminal.type("\r12\r")
        terminal.wait_until(lambda: terminal.text.count(plain) == 3)
        terminal.type("0\r")
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.received
    assert "value = 12" in shell.file.read_text("utf-8")
