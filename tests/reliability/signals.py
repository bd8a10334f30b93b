"""G7: the program is ended from outside on each of the five screens; what was typed is there when it starts again."""

import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from terminal import PROGRAM, Terminal

QUESTIONS = (
    "Exactly what do you want to achieve?",
    "Which number tells you that you are there?",
    "Looking at past results, can your team do it?",
    "Which larger goal does this one serve?",
    "By when must it be done, and why then?",
)
SENTENCE = "Win 40 new leads"
ANSWERS = (" for Lan", "new leads", "28; 31; 34", "the larger goal", "31/12")
"""What is being typed on each screen when the end comes."""
KEPT = "An unfinished goal was kept"
SAFE_AFTER = 1.0
"""Seconds after which a letter survives even kill -9."""
ALTERNATE_ENTERED, ALTERNATE_LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
WATCHED = """
import os, sys, threading, traceback
def note(*error):
    with open(os.environ["FAULTS"], "a") as file:
        traceback.print_exception(*error, file=file)
sys.excepthook = note
threading.excepthook = lambda args: note(args.exc_type, args.exc_value, args.exc_traceback)
sys.unraisablehook = lambda args: note(args.exc_type, args.exc_value, args.exc_traceback)
from smart_tui.__main__ import main
main()
"""
"""The program, with its tracebacks in a file: a terminal that has gone shows none."""
NAMES = ("lost", "tracebacks", "wrong exit codes", "terminals not restored")
OWNING = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
"""Makes the terminal the program's own, as a terminal window does: the kernel sends SIGHUP when it closes."""
SHELL = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
modes = termios.tcgetattr(0)
program = os.fork()
if not program:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
while os.WIFSTOPPED(status := os.waitpid(program, os.WUNTRACED)[1]):
    os.tcsetpgrp(0, os.getpid())
    left = "its own" if termios.tcgetattr(0) == modes else "the program's"
    termios.tcsetattr(0, termios.TCSADRAIN, modes)
    input(f"stopped, the modes are {left} $ ")
    os.tcsetpgrp(0, program)
    os.killpg(program, signal.SIGCONT)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""What a shell does for a program: it sees that it has stopped, and has it go on when a line comes (fg)."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How one run ended."""

    code: int
    faults: str
    """What would have been a traceback."""
    restored: bool = True
    """Whether the terminal was left as it was found."""


def _by(number: signal.Signals) -> Callable[[Terminal], int]:
    def end(terminal: Terminal) -> int:
        terminal.process.send_signal(number)
        code: int = terminal.wait_for_end()
        return code

    return end


def _killed(terminal: Terminal) -> int:
    time.sleep(SAFE_AFTER)
    terminal.kill()
    return -signal.SIGKILL


ENDS: Mapping[str, Callable[[Terminal], int]] = {
    "SIGHUP": _by(signal.SIGHUP),
    "SIGTERM": _by(signal.SIGTERM),
    "SIGINT": _by(signal.SIGINT),
    "window closed": Terminal.hang_up,
    "pty closed, no signal": Terminal.hang_up,
    "kill -9": _killed,
}
CODES = {
    "SIGHUP": 128 + signal.SIGHUP,
    "SIGTERM": 128 + signal.SIGTERM,
    "SIGINT": 128 + signal.SIGINT,
    "window closed": 128 + signal.SIGHUP,
    "pty closed, no signal": 128 + signal.SIGHUP,
    "kill -9": -signal.SIGKILL,
}


def watched(*, owning: bool = False) -> tuple[str, ...]:
    """Give the program whose tracebacks are noted."""
    program = (sys.executable, "-c", WATCHED)
    return (sys.executable, "-c", OWNING, *program) if owning else program


def type_and_end(home: Path, how: str, place: int, *, seen: bool = True) -> Ended:
    """Begin a goal, type on one screen, and be ended at once; `seen`: not before the letters are on the screen."""
    faults = home / "faults"
    program = watched(owning=how == "window closed")
    with Terminal(home, program=program, env={"FAULTS": str(faults)}) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("n")
        terminal.wait_for(QUESTIONS[0])
        terminal.wait_until(lambda: terminal.focus is not None)
        terminal.type(SENTENCE)
        terminal.wait_for(f"▌ {SENTENCE}")
        if place:
            terminal.press("escape")
            terminal.wait_for("← letter")
            terminal.press(str(place + 1), "enter")
            terminal.wait_for(QUESTIONS[place])
            terminal.wait_until(lambda: terminal.focus is not None and "← letter" not in terminal.text)
        terminal.type(ANSWERS[place])
        if seen or how == "kill -9":
            terminal.wait_for(f"▌ {expected(place)}")
        code = ENDS[how](terminal)
        restored = terminal.restored and ALTERNATE_LEFT in terminal.received if leaves_terminal(how) else True
    return Ended(code, faults.read_text("utf-8") if faults.exists() else "", restored)


def in_a_shell() -> tuple[str, ...]:
    """Give the program as a shell starts it: without one above it nobody could have it go on."""
    return (sys.executable, "-c", SHELL, *PROGRAM)


def stop_and_go_on(terminal: Terminal, number: signal.Signals, sees: str) -> bytes:
    """Stop the program from outside, go on, and wait for what it shows; gives all that was written meanwhile."""
    mark = len(terminal.received)
    os.killpg(terminal.foreground, number)
    # It may have been stopped in the middle of a picture.
    terminal.wait_until(lambda: b" $ " in terminal.received[mark:], whole=False)
    terminal.screen.reset()  # only what is drawn again counts
    terminal.type("\r")
    terminal.wait_for(sees)
    return bytes(terminal.received[mark:])


def found_again(home: Path, place: int) -> bool:
    """Start again, go on with the draft that is offered, and look for everything that was typed."""
    with Terminal(home, program=PROGRAM) as terminal:
        terminal.wait_for("No goals yet", "n new")
        if KEPT not in terminal.settle():
            return False
        terminal.press("v")
        terminal.wait_for(f"▌ {expected(place)}")  # the question may lie above the window
        text = terminal.settle()
        if place:
            terminal.press("escape")
            terminal.wait_for("← letter")
            terminal.press("1")
            terminal.wait_for(QUESTIONS[0])
            text += terminal.settle()
        return f"▌ {expected(place)}" in text and f"▌ {SENTENCE}" in text


def expected(place: int) -> str:
    """Give what stands in the field that was being filled."""
    return ANSWERS[place] if place else SENTENCE + ANSWERS[0]


def rows(scale: int) -> list[tuple[str, str, str]]:
    """Run every way to end at every screen, `scale` times; give gate, what was done, and what came of it."""
    stopped = [("G7", *_stopped(number, scale)) for number in (signal.SIGTSTP, signal.SIGSTOP)]
    return [*(("G7", *_row(how, scale)) for how in ENDS), *stopped]


def _row(how: str, scale: int) -> tuple[str, str]:
    count: Counter[str] = Counter()
    for turn, place in product(range(scale), range(len(QUESTIONS))):
        # Every other time the end comes before the program has read the letters; those in a window that is
        # closed are gone with it.
        seen = turn % 2 == 0 or not how.startswith("SIG")
        with tempfile.TemporaryDirectory() as folder:
            ended = type_and_end(Path(folder), how, place, seen=seen)
            count["lost"] += not found_again(Path(folder), place)
        count["tracebacks"] += bool(ended.faults)
        count["wrong exit codes"] += ended.code != CODES[how]
        count["terminals not restored"] += not ended.restored
    runs = scale * len(QUESTIONS)
    outcome = ", ".join(f"{count[name]} {name}" for name in NAMES)
    return f"{how}, {runs} times on the five screens of the wizard", outcome


def _stopped(number: signal.Signals, scale: int) -> tuple[str, str]:
    with tempfile.TemporaryDirectory() as home, Terminal(Path(home), program=in_a_shell()) as terminal:
        terminal.wait_for("No goals yet")
        for _ in range(scale):
            stop_and_go_on(terminal, number, "No goals yet")
    return f"stopped by {number.name}, and on by fg: {scale} times", "held"


def leaves_terminal(how: str) -> bool:
    """Whether somebody still sees the terminal afterwards."""
    return how.startswith("SIG")
