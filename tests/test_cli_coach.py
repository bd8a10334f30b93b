"""`coach`: what a sentence was read as, the five letters, one rewrite."""

import io
import json
import subprocess
import sys

import pytest
from shell import TODAY, Shell, goal, process

from smart_tui.words.clean import clean

VAGUE = "Get many new leads"
THOUSAND = "1000 new leads next month"


def test_a_vague_wish_is_asked_how_much(shell: Shell) -> None:
    said = shell("coach", VAGUE)
    assert (said.code, said.err) == (0, "")
    assert said.lines == [
        "Get many new leads",
        "  Read: new leads",
        "  ▲ S Specific 1/4  “many” is how much? Nobody can tell when it is reached.",
        "  ○ M Measurable 1/3  Which number tells you that you are there?",
        "  ▲ A Achievable 0/2  What was your best month so far?",
        "  ○ R Relevant 0/2  What is the first step?",
        "  ○ T Time-bound 0/1  Until when?",
        "  → Get [how many] new leads [by when]",
    ]


def test_a_measurable_sentence_is_said_back(shell: Shell) -> None:
    said = shell("coach", THOUSAND)
    assert said.lines[1] == "  Read: new leads, 1,000, until 31 Dec 2026"
    assert said.lines[-1] == "  ● T Time-bound 2/2  Until 31 Dec 2026 (days left: 40)."


@pytest.mark.parametrize(
    ("sentence", "read_as"),
    [
        ("Increase website visits by 20% this year", "website visits, 20% more, until 31 Dec 2026"),
        ("Reduce our costs by 20% this year", "costs, 20% less, until 31 Dec 2026"),
        ("Raise our open rate from 21% to 30%", "open rate, from 21% to 30%"),
        ("42 leads every month", "leads, 42, a month"),
    ],
)
def test_changes_levels_and_rates_are_said_apart(shell: Shell, sentence: str, read_as: str) -> None:
    assert shell("coach", sentence).lines[1] == f"  Read: {read_as}"


def test_in_vietnamese(shell: Shell) -> None:
    said = shell("--lang", "vi", "coach", "Có được nhiều khách hàng tiềm năng mới")
    assert "“nhiều” là bao nhiêu?" in said.lines[2]
    assert said.lines[-1] == "  → Có được [bao nhiêu] khách hàng tiềm năng mới [đến khi nào]"


def test_plain_has_no_signs(shell: Shell) -> None:
    said = shell("--plain", "coach", VAGUE)
    assert said.lines[2].startswith("S, Specific, 1 of 4 points: ")
    assert not set("▲○●") & set(said.out)


def test_several_sentences_stand_apart(shell: Shell) -> None:
    assert shell("coach", VAGUE, THOUSAND).lines.count("") == 1


def test_json_has_every_field(shell: Shell) -> None:
    said = shell("coach", THOUSAND, "--json")
    findings = said.json["findings"]
    reading = {name: value for name, value in said.json.items() if name != "findings"}
    assert reading == {
        "text": THOUSAND,
        "lang": "en",
        "metric": "new leads",
        "baseline": None,
        "target": 1000,
        "unit": None,
        "change": "absolute",
        "direction": "increase",
        "per": None,
        "start": "2026-12-01",
        "deadline": "2026-12-31",
        "vague": False,
        "missing": [],
        "spans": {"target": [0, 4], "metric": [5, 14], "deadline": [15, 25]},
    }
    assert findings[0] == {
        "letter": "S",
        "level": "strong",
        "code": "clear",
        "message": "Everybody understands the same.",
        "suggestion": None,
    }


def test_sentences_come_from_a_pipe_one_a_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{VAGUE}\n\n   \n{THOUSAND}\n"))
    said = shell("coach", "-", "--json")
    assert [json.loads(line)["text"] for line in said.lines] == [VAGUE, THOUSAND]


def test_bytes_that_are_no_text_do_no_harm(shell: Shell) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "smart_tui", "coach", "-"],
        env={"SMART_TUI_HOME": str(shell.home), "SMART_TUI_TODAY": TODAY, "LANG": "C.UTF-8"},
        input=b"many \xff leads\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert said.returncode == 0, said.stderr
    assert "Measurable" in said.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "[bold red]many[/] leads [/]",
        "many \x1b[31mleads\x1b[0m \x07",
        "many leads \u202eabc",
        "{metric} many {0} %s %(x)s",
        "many \x00 leads and \x9b31m",
    ],
)
def test_hostile_text_is_printed_harmlessly(shell: Shell, text: str) -> None:
    said = shell("coach", text)
    assert said.code == 0
    assert said.lines[0] == clean(text)
    assert not set("\x1b\x07\x00\x9b\u202e") & set(said.out)


def test_what_is_longer_than_a_sentence_is_refused(shell: Shell) -> None:
    said = shell("coach", "many leads " * 200)
    assert (said.code, said.out) == (2, "")
    assert said.complaint[0].startswith("This is longer than a sentence: “many leads ")


@pytest.mark.parametrize("sentence", ["", "  "])
def test_an_empty_sentence_says_nothing(shell: Shell, sentence: str) -> None:
    assert (shell("coach", sentence).code, shell("coach", sentence).out) == (0, "")


def test_a_sentence_is_asked_for(shell: Shell) -> None:
    said = shell("coach")
    assert said.code == 2
    assert "Which sentence? Give one, or - to read them from standard input." in said.err


def test_nothing_is_written(shell: Shell) -> None:
    shell.write(goal("leads-1", "Win leads"))
    before = shell.file.read_bytes()
    shell("coach", THOUSAND)
    assert shell.file.read_bytes() == before
    assert [path.name for path in shell.home.iterdir()] == ["goals.toml"]


def test_no_screen_is_loaded(shell: Shell) -> None:
    code = (
        "import sys\nfrom smart_tui.cli.main import run\n"
        "try:\n    run(['coach', 'Get many leads'])\nexcept SystemExit as left:\n    assert not left.code\n"
        "print('textual' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={"SMART_TUI_HOME": str(shell.home), "SMART_TUI_TODAY": TODAY, "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.decode("utf-8").splitlines()[-1] == "False"


def test_it_works_as_a_process(shell: Shell) -> None:
    said = process(shell.home, "coach", VAGUE)
    assert (said.code, said.lines[0]) == (0, VAGUE)
