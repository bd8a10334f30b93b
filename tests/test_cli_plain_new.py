"""`new --plain`: the five screens as questions, answered from a pipe and in a terminal."""

import json
import os
import subprocess
import sys
from decimal import Decimal

import pytest
from shell import TODAY, Said, Shell, goal
from terminal import Terminal

from smart_tui.goals.model import Goal
from smart_tui.store.reader import read

FULL = "Win 1,000 new leads through our online channels next month"
SAVE = "Save? Enter or yes saves, no keeps the draft; S, M, A, R or T changes a letter:"
KEPT = "The draft is kept; smart-tui new --plain goes on with it."
ENOUGH = "1. Save it like this; the other questions can wait"
SAYS_WHETHER_SCREENS_ARE_LOADED = """
import sys
from smart_tui.__main__ import main
try:
    main()
finally:
    print("textual" in sys.modules, file=sys.stderr)
"""
REST = ("",) * 30
"""More times Enter than there are questions."""


def ask(shell: Shell, *answers: str, sentence: str = "", lang: str = "en") -> Said:
    """Answer the questions; after the last answer the input ends."""
    shell.answers(*answers)
    return shell("--lang", lang, "--plain", "new", *filter(None, [sentence]))


class Listener:
    """Somebody who hears the questions: what they have an answer to they answer, else they press Enter."""

    def __init__(self, shell: Shell, answers: list[tuple[str, str]]) -> None:
        self._shell, self._answers = shell, answers
        self.heard = ""

    def isatty(self) -> bool:
        """Be no terminal: then every question ends its line."""
        return False

    def readline(self) -> str:
        """Answer the question that was asked last."""
        self.heard += self._shell._capsys.readouterr().out
        question = self.heard.splitlines()[-1]
        if self._answers and question.startswith(self._answers[0][0]):
            return f"{self._answers.pop(0)[1]}\n"
        return "\n"


def listen(shell: Shell, *answers: tuple[str, str], sentence: str = FULL) -> Said:
    """Answer these questions, in this order, and press Enter at all others."""
    shell.answers()
    left = list(answers)
    listener = Listener(shell, left)
    shell._monkeypatch.setattr("sys.stdin", listener)
    said = shell("--plain", "new", sentence)
    assert not left, f"never asked: {left[0][0]}"
    return Said(said.code, listener.heard + said.out, said.err)


def only_goal(shell: Shell) -> Goal:
    """Give the one goal of the file."""
    (made,) = read(shell.file.read_bytes()).goals
    return made


def drafts(shell: Shell) -> list[dict[str, str]]:
    """Give what the drafts on the disk hold, the newest first."""
    files = sorted((shell.home / "drafts").rglob("*.json"), key=lambda it: it.stat().st_mtime_ns)
    return [json.loads(file.read_text("utf-8")) for file in reversed(files)]


def test_a_full_sentence_is_a_goal_after_two_answers(shell: Shell) -> None:
    said = ask(shell, "1", "", sentence=FULL)
    made = only_goal(shell)
    assert (said.code, said.err) == (0, "")
    assert "Read: new leads from online channels, 1,000, until 31 Dec 2026" in said.lines
    assert said.lines[-2:] == [f"Saved: {FULL}", f"Its id: {made.id}"]
    assert (made.measurable.target, str(made.deadline), made.lang) == (Decimal(1000), "2026-12-31", "en")
    assert drafts(shell) == []


def test_all_five_letters_are_asked_and_enter_goes_through_them(shell: Shell) -> None:
    said = ask(shell, FULL, *REST)
    begins = [line[:2] for line in said.lines if line[1:3] == ", " and line[0] in "SMART"]
    assert begins == ["S,", "M,", "A,", "R,", "T,"]
    assert said.lines.count(SAVE) == 1
    assert "Target? Enter keeps: 1,000." in said.lines
    assert "Deadline? Enter keeps: Thursday 31 December 2026, in 40 days." in said.lines
    assert only_goal(shell).specific.channel == "online"


def test_a_vague_wish_is_rewritten_and_its_blanks_are_asked_for(shell: Shell) -> None:
    said = ask(shell, "Get more leads", "", "Lan", "1", "1,000", "next month", "2", "yes")
    assert "“more” is how much? Nobody can tell when it is reached." in said.lines
    assert "1. Better: Get [how many] leads [by when]" in said.lines
    assert [line for line in said.lines if line in {"How many?", "By when?"}] == ["How many?", "By when?"]
    made = only_goal(shell)
    assert made.specific.sentence == "Get 1,000 leads next month"
    assert (made.measurable.target, made.owner) == (Decimal(1000), "Lan")


def test_a_number_that_reads_two_ways_is_a_numbered_choice(shell: Shell) -> None:
    said = ask(shell, FULL, "", "", "", "", "", "1.500", "2", *REST)
    asked = said.lines.index("“1.500” can be read two ways")
    assert [line[:2] for line in said.lines[asked + 1 : asked + 3]] == ["1.", "2."]
    assert only_goal(shell).measurable.target == 1500


def test_whoever_types_another_number_instead_of_choosing_is_understood(shell: Shell) -> None:
    ask(shell, FULL, "", "", "", "", "", "1.500", "2,000", *REST)
    assert only_goal(shell).measurable.target == 2000


@pytest.mark.parametrize(
    ("nonsense", "why"),
    [("many", "no number to be read in “many”"), ("\x1b[31m\x00", None), ("9" * 3000, "this is too long")],
)
def test_what_cannot_be_read_is_asked_again_and_nothing_is_lost(
    shell: Shell, nonsense: str, why: str | None
) -> None:
    said = ask(shell, FULL, "", "", "", "", "", nonsense, *REST)
    assert said.lines.count("Target? Enter keeps: 1,000.") == 2
    assert why is None or why in said.lines
    assert "\x1b" not in said.out
    assert only_goal(shell).measurable.target == 1000


def test_what_was_typed_first_and_cannot_be_read_waits_to_be_mended(shell: Shell) -> None:
    said = ask(shell, "Hire a designer", "", "", "", "", "many", "", "q")
    assert "Target? Enter keeps: many." in said.lines
    assert drafts(shell)[0]["text.measurable.target"] == "many"


def test_less_than_goes_one_question_back_and_no_further_than_the_first(shell: Shell) -> None:
    said = ask(shell, "<", FULL, "", "Parents", "<", "parents", "Lan", "", *REST)
    assert "This is the first question." in said.lines
    assert "For whom? Enter keeps: Parents." in said.lines
    assert (only_goal(shell).specific.audience, only_goal(shell).owner) == ("parents", "Lan")


def test_a_question_mark_explains_with_a_good_and_a_weak_example(shell: Shell) -> None:
    said = ask(shell, FULL, "", "?", "parents")
    asked = said.lines.index("For whom?")
    assert said.lines[asked + 1 : asked + 7] == [
        "Whom it is meant for: the narrower, the clearer what to do.",
        "For example: parents of three-year-olds",
        "Specific: one sentence that everybody on the team understands the same way.",
        "Good: Win 40 new leads through our online channels",
        "Weak: Win many new leads. “Many” is how many?",
        "For whom?",
    ]


def test_minus_empties_an_answer(shell: Shell) -> None:
    ask(shell, FULL, "", "parents", "<", "-", *REST)
    assert only_goal(shell).specific.audience is None


@pytest.mark.parametrize("end", [("q",), ()])
def test_who_stops_keeps_the_draft_and_goes_on_with_it(shell: Shell, end: tuple[str, ...]) -> None:
    stopped = ask(shell, FULL, "", "parents", *end)
    assert (stopped.code, stopped.lines[-1]) == (0, KEPT)
    assert not shell.file.exists()
    said = ask(shell, "", *REST)
    assert f"A draft is kept: {FULL}" in said.lines
    assert only_goal(shell).specific.audience == "parents"
    assert drafts(shell) == []


def test_a_draft_can_be_left_for_a_new_goal(shell: Shell) -> None:
    ask(shell, "Call everybody")
    ask(shell, "2", FULL, "1", "")
    assert only_goal(shell).title == FULL
    assert [draft["text.specific.sentence"] for draft in drafts(shell)] == ["Call everybody"]


def test_a_sentence_instead_of_an_answer_about_the_draft_begins_a_new_goal(shell: Shell) -> None:
    ask(shell, "Call everybody")
    ask(shell, FULL, "1", "")
    assert only_goal(shell).title == FULL


def test_every_answer_is_on_the_disk_before_the_next_question(shell: Shell) -> None:
    with Terminal(shell.home, "new", "--plain", rows=60) as terminal:
        terminal.wait_for("Your goal in one sentence?")
        terminal.type("Get more leads\r")
        terminal.wait_for("For whom?")
        terminal.type("parents\r")
        terminal.wait_for("Who is responsible?")
        terminal.kill()
    assert drafts(shell)[0]["text.specific.audience"] == "parents"


def test_nothing_typed_leaves_nothing(shell: Shell) -> None:
    said = ask(shell, "", "", "q")
    assert KEPT not in said.lines
    assert drafts(shell) == []
    assert not shell.file.exists()


def test_what_keeps_a_goal_from_being_saved_is_named_and_enter_goes_there(shell: Shell) -> None:
    said = listen(
        shell,
        ("Enter goes to: Target.", ""),
        ("Target?", "40"),
        ("Enter goes to: Deadline.", ""),
        ("Deadline?", "31/12"),
        sentence="Win leads",
    )
    assert "Needed before it can be saved: Target, Deadline" in said.lines
    assert only_goal(shell).measurable.target == 40


def test_a_letter_can_be_changed_at_the_end_and_the_end_comes_back(shell: Shell) -> None:
    said = ask(shell, "1", "t", "30/12", "", "", "", sentence=FULL)
    assert said.lines.count(SAVE) == 2
    assert str(only_goal(shell).deadline) == "2026-12-30"


def test_no_at_the_end_keeps_the_draft(shell: Shell) -> None:
    said = ask(shell, "1", "maybe", "no", sentence=FULL)
    assert "“maybe” is none of the choices" in said.lines
    assert said.lines[-1] == KEPT
    assert len(drafts(shell)) == 1


def test_more_questions_are_asked_only_when_wanted_and_choices_are_numbered(shell: Shell) -> None:
    said = listen(
        shell,
        ("A number, or Enter goes on to A", "2"),
        ("How check-ins count? Enter keeps: adds up.", "often"),
        ("How check-ins count? Enter keeps: adds up.", "latest"),
    )
    assert "1. adds up" in said.lines
    assert "“often” is none of the choices" in said.lines
    assert not any(line.startswith("Channel?") for line in said.lines)
    assert only_goal(shell).measurable.kind == "level"


def test_the_goal_that_it_serves_is_chosen_by_its_number(shell: Shell) -> None:
    shell.write(goal("big-1", "1,000 contracts", time="start = 2026-01-01\ndeadline = 2028-12-31"))
    said = listen(shell, ("Supports the larger goal?", "1"))
    assert "1. 1,000 contracts" in said.lines
    made = next(it for it in read(shell.file.read_bytes()).goals if it.id != "big-1")
    assert made.relevant.supports == "big-1"


def test_a_second_goal_in_the_sentence_is_kept_for_later(shell: Shell) -> None:
    said = ask(shell, "Win 40 leads and sell 20 boxes by 31 Dec 2026", "", "", "", "1", "q")
    assert any(line.startswith("Kept for later: ") for line in said.lines)
    assert len(drafts(shell)) == 2


def test_vietnamese_answers_are_read(shell: Shell) -> None:
    said = ask(
        shell,
        *("1.000 khách hàng tiềm năng mới trong tháng tới", "", "mẹ có con ba tuổi", "Lan", "", "", "1.500"),
        *("", "", "280; 310", "", "", "", "", "", "ngày 30/12", *REST),
        lang="vi",
    )
    made = only_goal(shell)
    assert "Cần đạt? Enter giữ: 1.000." in said.lines
    assert (made.lang, made.measurable.target, str(made.deadline)) == ("vi", Decimal(1500), "2026-12-30")
    assert made.specific.audience == "mẹ có con ba tuổi"
    assert [it.value for it in made.achievable.past] == [280, 310]


@pytest.mark.parametrize(
    ("dialect", "heading", "asked"),
    [
        ("assignable", "A, Assignable. Who does it, and can they?", "Who is responsible?"),
        (
            "attainable",
            "A, Attainable. Looking at past results, can your team do it?",
            "Best so far, or past results?",
        ),
        ("realistic", "R, Realistic. Is this goal realistic, and what is the plan?", "Is it realistic?"),
    ],
)
def test_the_letters_are_asked_in_the_words_of_the_school(
    shell: Shell, dialect: str, heading: str, asked: str
) -> None:
    (shell.home / "config").mkdir()
    (shell.home / "config" / "settings.toml").write_text(f'smart = "{dialect}"\n', "utf-8")
    said = ask(shell, FULL, *REST)
    assert said.lines[said.lines.index(heading) + 1] == asked


def test_a_file_that_cannot_be_saved_keeps_the_draft(shell: Shell) -> None:
    shell.write(version=99)
    said = ask(shell, "1", "", sentence=FULL)
    assert (said.code, said.lines[-1]) == (5, KEPT)
    assert len(drafts(shell)) == 1


def test_a_pipe_answers_and_no_screen_is_loaded(shell: Shell) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            SAYS_WHETHER_SCREENS_ARE_LOADED,
            *("new", "--plain"),
        ],
        env={
            "PATH": os.environ["PATH"],
            "SMART_TUI_HOME": str(shell.home),
            "SMART_TUI_TODAY": TODAY,
            "LANG": "C.UTF-8",
        },
        input=f"{FULL}\n1\nyes\n".encode() + b"\xff\xfe\n",
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, b"False\n")
    assert only_goal(shell).title == FULL


def test_what_the_questions_kept_the_screens_go_on_with(shell: Shell) -> None:
    ask(shell, FULL, "", "parents of twins", "q")
    with Terminal(shell.home) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("v")
        terminal.wait_for("parents of twins")


def test_dates_are_read_and_said_as_they_were_set(shell: Shell) -> None:
    (shell.home / "config").mkdir()
    (shell.home / "config" / "settings.toml").write_text('dates = "day-first"\n', "utf-8")
    said = ask(shell, sentence="Win 40 leads by 5/6")
    assert "05/06/2027" in said.out
    assert "06/05/2027" not in said.out
