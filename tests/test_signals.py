"""Stories of a program that is ended from outside: by a signal, by its window, by a power cut."""

import fcntl
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reliability import fields
from reliability.signals import (
    ALTERNATE_ENTERED,
    ALTERNATE_LEFT,
    CODES,
    QUESTIONS,
    found_again,
    in_a_shell,
    stop_and_go_on,
    type_and_end,
)
from shell import TODAY, goal
from terminal import Terminal

ONCE = [("SIGHUP", 0), ("SIGINT", 1), ("window closed", 2), ("pty closed, no signal", 3), ("kill -9", 4)]
FILLED = [
    *(
        ("check-in", "kill -9"),
        ("check-in", "SIGTERM"),
        ("weekly update", "kill -9"),
        ("weekly update", "SIGHUP"),
    ),
    *(("weekly update", "pty closed, no signal"), ("decision", "kill -9"), ("decision", "SIGTERM")),
    ("decision", "window closed"),
]
STORIES = [*(("SIGTERM", place) for place in range(len(QUESTIONS))), *ONCE]


def write(home: Path) -> Path:
    file = home / "goals.toml"
    file.write_text("version = 1\n" + goal("leads-1", "Win leads", ("2026-11-13", 5)), "utf-8")
    return file


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Keep others from writing, as a program does whose disk does not answer."""
    lock = os.open(file.with_name(f".{file.name}.lock"), os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    yield
    os.close(lock)


def check_in(terminal: Terminal) -> None:
    terminal.wait_for("5 of 40")
    terminal.press("c")
    terminal.wait_for("+25 adds")
    terminal.wait_until(lambda: terminal.focus is not None)
    terminal.type("+7")
    terminal.wait_for("+7, then 12 of 40")
    terminal.press("enter")
    terminal.wait_until(lambda: "+7, then 12 of 40" not in terminal.text)


@pytest.mark.parametrize(("how", "place"), STORIES)
def test_whatever_ends_the_program_the_draft_is_offered_with_every_letter(
    tmp_path: Path, how: str, place: int
) -> None:
    ended = type_and_end(tmp_path, how, place)
    assert (ended.code, ended.faults, ended.restored) == (CODES[how], "", True)
    assert found_again(tmp_path, place)


def test_a_save_that_waits_is_finished_before_the_program_ends(tmp_path: Path) -> None:
    file = write(tmp_path)
    with Terminal(tmp_path) as terminal:
        with held(file):
            check_in(terminal)
            terminal.process.send_signal(signal.SIGTERM)
            terminal.settle()
            assert terminal.alive
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.restored
    assert "value = 7" in file.read_text("utf-8")


def test_a_disk_that_hangs_holds_up_neither_the_program_nor_the_draft_nor_the_number(tmp_path: Path) -> None:
    file = write(tmp_path)
    with Terminal(tmp_path) as terminal, held(file):
        check_in(terminal)
        terminal.press("n")
        terminal.wait_for(QUESTIONS[0])
        terminal.wait_until(lambda: terminal.focus is not None)
        terminal.type("Win more")
        terminal.wait_for("▌ Win more")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.restored
    assert any("Win more" in draft.read_text("utf-8") for draft in tmp_path.rglob("drafts/*/*.json"))
    assert "value = 7" not in file.read_text("utf-8")
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("12 of 40", "is in now: Win leads +7")
    assert file.read_text("utf-8").count("value = 7") == 1


def test_the_numbers_of_a_weekly_update_are_saved_one_by_one(tmp_path: Path) -> None:
    file = write(tmp_path)
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("5 of 40")
        terminal.press("w")
        terminal.wait_for("Weekly update")
        terminal.wait_until(lambda: terminal.focus is not None)
        terminal.type("8\r")
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.wait_for_end() == 128 + signal.SIGHUP
    assert f"{{ date = {TODAY}, value = 8 }}" in file.read_text("utf-8")


def test_a_program_that_was_told_to_outlive_its_terminal_goes_on(tmp_path: Path) -> None:
    write(tmp_path)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        terminal = Terminal(tmp_path)
    finally:
        signal.signal(signal.SIGHUP, before)
    with terminal:
        terminal.wait_for("5 of 40")
        terminal.process.send_signal(signal.SIGHUP)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_program_that_is_stopped_and_goes_on_is_as_it_was(tmp_path: Path, number: signal.Signals) -> None:
    write(tmp_path)
    with Terminal(tmp_path, program=in_a_shell()) as terminal:
        terminal.wait_for("5 of 40")
        for _ in range(10):
            terminal.press("o")  # it draws while it is stopped
            said = stop_and_go_on(terminal, number, "Win leads")
            left, stopped, entered = map(said.find, (ALTERNATE_LEFT, b"modes are its own", ALTERNATE_ENTERED))
            assert (number == signal.SIGTSTP) == (0 <= left < stopped < entered)
        terminal.press("escape")
        check_in(terminal)
        terminal.wait_for("12 of 40")
        os.killpg(terminal.foreground, signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.restored


@pytest.mark.parametrize(("name", "how"), FILLED)
def test_whatever_ends_the_program_what_stands_in_fields_is_offered_there_again(
    tmp_path: Path, name: str, how: str
) -> None:
    ended = fields.type_and_end(tmp_path, name, how)
    assert (ended.code, ended.faults, ended.restored) == (CODES[how], "", True)
    assert fields.found_again(tmp_path, name)


def test_what_is_offered_again_is_entered_once_and_then_no_more(tmp_path: Path) -> None:
    fields.type_and_end(tmp_path, "check-in", "kill -9")
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("Not entered yet for Win leads: +7 or so · c goes on")
        terminal.press("c")
        terminal.wait_for("+7 or")
        terminal.press(*["backspace"] * 6)
        terminal.wait_for("+7, then 12 of 40")
        terminal.press("enter")
        terminal.wait_for("12 of 40", "saved")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("12 of 40")
        assert "Not entered yet" not in terminal.settle()


def test_plain_questions_end_by_the_signal_and_keep_what_was_answered(tmp_path: Path) -> None:
    file = write(tmp_path)
    file.write_text(file.read_text("utf-8") + goal("more-2", "Win more"), "utf-8")
    with Terminal(tmp_path, "checkin") as terminal:
        terminal.wait_for("another day?")
        terminal.press("enter")
        terminal.wait_for("1 of 2")
        terminal.type("9\r")
        terminal.wait_for("2 of 2")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert "Traceback" not in terminal.text
    assert "value = 9" in file.read_text("utf-8")
