"""`checkin`: the weekly update as plain questions, answered from a pipe and in a terminal."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from shell import TODAY, Said, Shell, goal
from terminal import Terminal

LEADS = goal(
    "leads-1",
    "Win leads",
    ("2026-11-06", 58),
    ("2026-11-13", 60),
    measure='metric = "leads"\ntarget = 1000',
    time="start = 2026-10-01\ndeadline = 2026-12-31",
)
RATE = goal(
    "rate-1",
    "Conversion rate",
    ("2026-11-13", 3.3),
    measure='kind = "level"\nunit = "%"\nbaseline = 2.8\ntarget = 3.5',
)
HIRE = goal("hire-1", "Hire a designer", measure='kind = "yes-no"')
UP_TO = ""
"""Enter: the numbers are today's."""
ASKED_FIRST = ["Enter keeps, < goes back, ? explains, q stops.", "Numbers up to Sat 21 Nov; another day?"]


class Pipe:
    """Answers that come out of a pipe."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *answers: str, options: tuple[str, ...] = ()) -> Said:
        """Run `checkin`; after the last answer the input ends."""
        return self.send("".join(f"{answer}\n" for answer in answers).encode(), options)

    def send(self, data: bytes, options: tuple[str, ...] = ()) -> Said:
        """Run `checkin` on these bytes."""
        done = subprocess.run(
            [sys.executable, "-m", "smart_tui", *options, "checkin"],
            env={
                "PATH": os.environ["PATH"],
                "SMART_TUI_HOME": str(self.home),
                "SMART_TUI_TODAY": TODAY,
                "LANG": "C.UTF-8",
            },
            input=data,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert b"\x1b" not in done.stdout
        return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def pipe(shell: Shell) -> Pipe:
    """Give a home with three goals that are due: one at risk is asked about first."""
    shell.write(RATE, LEADS, HIRE)
    return Pipe(shell.home)


def numbers(shell: Shell, goal_id: str) -> list[str]:
    """Give the check-ins of a goal as they are written, without their braces."""
    block = shell.file.read_text("utf-8").partition(f'id = "{goal_id}"')[2].partition("[[goal]]")[0]
    return [line.strip(" {},") for line in block.splitlines() if "value = " in line]


def test_row_31_every_goal_that_is_due_is_asked_for_its_number(shell: Shell, pipe: Pipe) -> None:
    said = pipe(UP_TO, "25", "no", "3.4")
    assert (said.code, said.err) == (0, "")
    assert said.lines[:2] == ASKED_FIRST
    first = said.lines.index(
        "1 of 3: Win leads: 118 of 1,000, at risk, 40 days left, "
        "last Fri 6 Nov +58; Fri 13 Nov +60, the plan wants 560 by today"
    )
    assert said.lines[first + 1 : first + 3] == ["New this week:", "+25, then 143 of 1,000"]
    assert "2 of 3: Hire a designer" in said.out
    assert "3 of 3: Conversion rate" in said.out
    assert "3.3% → 3.4%" in said.lines
    assert numbers(shell, "leads-1")[-1] == "date = 2026-11-21, value = 25"
    assert numbers(shell, "hire-1") == ["date = 2026-11-21, value = false"]
    assert numbers(shell, "rate-1")[-1] == "date = 2026-11-21, value = 3.4"


def test_at_the_end_the_week_is_told_and_can_be_sent_on(pipe: Pipe) -> None:
    said = pipe(UP_TO, "25", "yes", "3.4")
    after = said.lines[said.lines.index("3.3% → 3.4%") + 1 :]
    assert [line for line in after if not line.startswith(" ")][1:3] == ["Wins", "Slips"]
    assert after[-1].startswith("Week 47 (21 Nov 2026). Wins: ")
    assert "Hire a designer" in after[-1]
    assert "achieved" in said.lines


def test_enter_keeps_and_stores_nothing(shell: Shell, pipe: Pipe) -> None:
    before = shell.file.read_bytes()
    said = pipe(UP_TO, "", "", "")
    assert (said.code, said.lines[-1]) == (0, "No number was entered.")
    assert shell.file.read_bytes() == before


def test_one_day_counts_for_all_numbers(shell: Shell, pipe: Pipe) -> None:
    said = pipe("tomorrow", "19/11", "25", "yes", "3.4")
    assert said.lines[2:5] == [
        "this day is still to come; a check-in has happened",
        "Numbers up to Sat 21 Nov; another day?",
        "Thu 19 Nov",
    ]
    for goal_id in ("leads-1", "hire-1", "rate-1"):
        assert numbers(shell, goal_id)[-1].startswith("date = 2026-11-19,")


def test_a_day_that_reads_two_ways_is_asked(shell: Shell, pipe: Pipe) -> None:
    said = pipe("9/11", "2", "25")
    choice = said.lines.index("Which one? (Enter: neither, type it again)")
    assert [line[:2] for line in said.lines[choice - 2 : choice]] == ["1 ", "2 "]
    assert numbers(shell, "leads-1")[-1].startswith("date = 2026-1")


def test_back_gives_the_goal_before_again_and_a_new_number_replaces_the_first(
    shell: Shell, pipe: Pipe
) -> None:
    said = pipe(UP_TO, "25", "<", "30; webinar", "no")
    assert "Entered a moment ago; a new number replaces it." in said.lines
    assert "+30, then 148 of 1,000" in said.lines
    assert numbers(shell, "leads-1")[2:] == ['date = 2026-11-21, value = 30, note = "webinar"']


def test_back_and_enter_keeps_what_was_entered(shell: Shell, pipe: Pipe) -> None:
    pipe(UP_TO, "25", "<", "", "no")
    assert numbers(shell, "leads-1")[2:] == ["date = 2026-11-21, value = 25"]


def test_back_from_the_first_goal_is_the_day_and_no_further(shell: Shell, pipe: Pipe) -> None:
    pipe("<", UP_TO, "<", "<", "yesterday", "25")
    assert numbers(shell, "leads-1")[2:] == ["date = 2026-11-20, value = 25"]


def test_a_question_mark_explains_and_asks_again(shell: Shell, pipe: Pipe) -> None:
    said = pipe("?", UP_TO, "?", "25")
    assert "Every number gets this date: 20/11, yesterday …" in said.lines
    assert "+25 was added, =120 is the number in all." in said.lines
    assert said.lines.count("New this week:") == 2
    assert numbers(shell, "leads-1")[-1].endswith("value = 25")


@pytest.mark.parametrize("end", ["q\n", "Q\n", ""])
def test_what_was_entered_stays_when_one_stops(shell: Shell, pipe: Pipe, end: str) -> None:
    said = pipe.send(f"\n25\n{end}".encode())
    assert (said.code, said.err) == (0, "")
    assert numbers(shell, "leads-1")[-1].endswith("value = 25")
    assert said.lines[-1].startswith("Week 47")


def test_an_empty_pipe_is_no_error(pipe: Pipe) -> None:
    said = pipe()
    assert (said.code, said.err, said.lines[-1]) == (0, "", "No number was entered.")


def test_a_number_that_can_only_be_a_slip_is_asked(shell: Shell, pipe: Pipe) -> None:
    said = pipe(UP_TO, "200", "2", "no")
    asked = said.lines.index("200 is far more than ever before, and there are 118 in all.")
    added, in_all, question, taken = said.lines[asked + 1 : asked + 5]
    assert added.startswith("1  +200")
    assert in_all.startswith("2  200 in all")
    assert question == "Which one? (Enter: neither, type it again)"
    assert taken == "+82, then 200 of 1,000"
    assert numbers(shell, "leads-1")[-1].endswith("value = 82")


def test_numbers_in_all_are_remembered_for_the_goal_and_their_slips_asked(shell: Shell, pipe: Pipe) -> None:
    said = pipe(UP_TO, "=", "25", "", "138", "no")
    assert "In all:" in said.lines
    assert "25 is less than the 118 there are already." in said.lines
    assert "+20, then 138 of 1,000" in said.lines
    assert 'entry = "in all"' in shell.file.read_text("utf-8")
    assert numbers(shell, "leads-1")[-1].endswith("value = 20")
    assert "In all:" in pipe(UP_TO, options=("--today", "2026-11-30")).lines


@pytest.mark.parametrize(
    ("typed", "stored"), [("+25", "25"), ("=138", "20"), ("-8", "-8"), ("1k", None), ("25 webinar", None)]
)
def test_signs_always_say_what_a_number_is(shell: Shell, pipe: Pipe, typed: str, stored: str | None) -> None:
    pipe(UP_TO, typed)
    written = numbers(shell, "leads-1")[2:]
    assert written == ([] if stored is None else [f"date = 2026-11-21, value = {stored}"])


def test_what_cannot_be_read_is_said_and_asked_again(shell: Shell, pipe: Pipe) -> None:
    said = pipe(UP_TO, "many", "25", "maybe", "yes")
    assert "no number to be read in “many”" in said.lines
    assert "yes or no?" in said.lines
    assert numbers(shell, "hire-1") == ["date = 2026-11-21, value = true"]


def test_vietnamese_answers_are_read(shell: Shell, pipe: Pipe) -> None:
    said = pipe("", "25", "xong", "3,4", options=("--lang", "vi"))
    assert said.code == 0
    assert numbers(shell, "rate-1")[-1].endswith("value = 3.4")


def test_bytes_that_are_no_text_are_no_traceback(shell: Shell, pipe: Pipe) -> None:
    said = pipe.send(b"\n\xff\xfe\x00\x1b[31m\n25\n")
    assert (said.code, "Traceback" in said.err) == (0, False)
    assert numbers(shell, "leads-1")[-1].endswith("value = 25")


def test_when_nothing_is_due_all_open_goals_are_offered(shell: Shell) -> None:
    shell.write(goal("a-1", "A", ("2026-11-20", 5)), goal("b-1", "B", ("2026-11-20", 5)))
    assert "1 of 2: A" in Pipe(shell.home)(UP_TO).out


def test_without_a_goal_to_ask_about_that_is_said(shell: Shell) -> None:
    assert Pipe(shell.home)().lines == ["No goal asks for a number."]


def test_a_file_that_cannot_be_saved_ends_it_with_words(shell: Shell, pipe: Pipe) -> None:
    shell.write(LEADS, version=99)
    said = pipe(UP_TO, "25")
    assert said.code == 5
    assert said.complaint[-2:] == [
        "Not saved: a newer version of this program wrote the file.",
        "The number is kept and goes in as soon as the file can be written again. Update smart-tui.",
    ]


def test_a_hostile_title_stays_on_its_line(shell: Shell) -> None:
    shell.write(goal("a-1", "evil\x1b[2J\r\ntitle", ("2026-11-13", 5)))
    assert len(Pipe(shell.home)(UP_TO, "1").lines) < 14


def test_ten_goals_in_a_terminal_take_one_enter_each_beside_the_digits(shell: Shell) -> None:
    shell.write(
        *(goal(f"g-{n}", f"Goal {n}", ("2026-11-06", 3), ("2026-11-13", 3)) for n in range(10)),
    )
    with Terminal(shell.home, "checkin", rows=60) as terminal:
        terminal.wait_for("another day?")
        terminal.press("enter")
        for n in range(10):
            terminal.wait_for(f"{n + 1} of 10")
            terminal.type("4\r")
        terminal.wait_for("Week 47")
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.received
    assert shell.file.read_text("utf-8").count("date = 2026-11-21, value = 4") == 10


def test_control_d_and_control_c_end_it_and_what_was_entered_stays(shell: Shell, pipe: Pipe) -> None:
    for code in (0, 130):
        with Terminal(shell.home, "checkin", rows=40) as terminal:
            terminal.wait_for("another day?")
            terminal.press("enter")
            terminal.wait_for("1 of ")
            terminal.type("1\r")
            terminal.wait_for("2 of ")
            if code:
                terminal.process.send_signal(signal.SIGINT)
            else:
                terminal.type("\x04")
            assert terminal.wait_for_end() == code
            assert "Traceback" not in terminal.text
    assert sum("value = 1" in line for line in numbers(shell, "leads-1")) == 1
