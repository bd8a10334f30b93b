"""The real program in a terminal on one hostile file: no order in the file's texts reaches the terminal."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

from terminal import Terminal

from reliability.hostile_files import HostileFile
from reliability.signals import ALTERNATE_ENTERED

KEYS = (
    *("down", "o", "escape", "c", "escape", "w", "escape", "d", "escape", "r", "escape", "?", "escape"),
    "e",
)
ANSWERS_WITHIN, QUIET = 1.0, 0.06
"""Seconds that a key has to show something, and without a byte before the next one: too soon after Escape, the two
are one key."""
TOLD, TOLD_EVERY = 6, 5.0
"""So many times, so many seconds apart, the program is told to end: the keys before may swallow the first."""
OWN = frozenset(
    {
        *(b"\r", b"\n", b"m", b"H"),  # lines, colours, places
        *(b"? h", b"? l", b"? $p", b"< u"),  # how it wants the terminal, whether it can, and as it was
        b"] 22;default",  # the pointer
    }
)
"""The orders that the program uses. They are told here: learned from a run, they would lack what it had no time for."""
_SEQUENCE = re.compile(
    rb"\x1b\[([<-?]?)[0-9;:]*([ -/]*[@-~])"  # CSI: its shape is its mark and its end, the numbers are data
    rb"|\x1b([\]P_^X])(.*?)(?:\x1b\\|\x07|\Z)"  # OSC and the like: their text counts
    rb"|\x1b(.)?",
    re.DOTALL,
)
_CONTROLS = re.compile(rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]")


def orders(data: bytes) -> set[bytes]:
    """Give every order to the terminal that stands in these bytes, numbers left out."""
    found = {b" ".join(part for part in match.groups() if part) for match in _SEQUENCE.finditer(data)}
    return found | set(_CONTROLS.findall(_SEQUENCE.sub(b"", data)))


def run_terminal(file: HostileFile, home: Path) -> Iterator[tuple[str, float, list[str]]]:
    """Go through the screens; gives what was done, the seconds it took, the orders that were not the program's."""
    begun = time.monotonic()
    said, alive, ended = _received(file.data, home)
    faults = [f"sends {foreign!r}"] if (foreign := orders(said) - OWN) else []
    faults += [] if alive else ["the program ended by itself"]
    faults += [] if ended else ["the program did not end when it was told to"]
    faults += ["a traceback"] if b"Traceback" in said else []
    faults += ["the file was changed"] if (home / "goals.toml").read_bytes() != file.data else []
    # Seconds are told by the commands and screens: here a settled screen is waited for again and again.
    assert time.monotonic() > begun
    yield "dashboard, story, check-in, update, decide, report, help, edit", 0.0, faults


def _received(data: bytes, home: Path) -> tuple[bytes, bool, bool]:
    """Give all that was written, whether the program still ran after the last key, whether it ended when told to."""
    (home / "goals.toml").write_bytes(data)
    with Terminal(home, env={"VISUAL": "true", "EDITOR": "true"}) as terminal:
        while ALTERNATE_ENTERED not in terminal.received and terminal.alive:
            terminal.take(0.1)
        _drain(terminal, ANSWERS_WITHIN)
        for key in KEYS:
            terminal.press(key)
            _drain(terminal, ANSWERS_WITHIN)
        alive = terminal.alive
        for _ in range(TOLD):
            terminal.send(b"\x11")
            again = time.monotonic() + TOLD_EVERY
            while terminal.alive and time.monotonic() < again:
                terminal.take(0.05)
            if not terminal.alive:
                break
        while terminal.take(0):  # an order that is cut short would look like another
            pass
        return bytes(terminal.received), alive, not terminal.alive


def _drain(terminal: Terminal, first: float = QUIET) -> None:
    if terminal.take(first):
        while terminal.take(QUIET):
            pass
