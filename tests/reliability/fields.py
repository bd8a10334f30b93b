"""G7: the program is ended from outside while a field is filled; what was typed is offered in the field again."""

import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from shell import goal
from terminal import PROGRAM, Terminal

from reliability.signals import CODES, ENDS, NAMES, Ended, leaves_terminal, watched


@dataclass(frozen=True, slots=True)
class Field:
    """One screen with fields, and what a person types there."""

    key: str
    """Opens it."""
    asks: str
    """Stands on it."""
    steps: tuple[str, ...]
    """What is pressed and typed, each waited for if it is a text."""
    offered: str
    """What the next start says."""


FIELDS = {
    "check-in": Field("c", "+25 adds", ("+7 or so",), "Not entered yet for Win leads: +7 or so · c goes on"),
    "weekly update": Field(
        "w", "Weekly update", ("8", "down", "the fair"), "Win leads: 8, the fair · w goes on"
    ),
    "decision": Field("d", "What now?", ("2", "30/1"), "Not entered yet for Win leads: 30/1 · d goes on"),
}


def type_and_end(home: Path, name: str, how: str) -> Ended:
    """Open a screen, type, and be ended at once."""
    field, faults = FIELDS[name], home / "faults"
    (home / "goals.toml").write_text(
        "version = 1\n" + goal("leads-1", "Win leads", ("2026-11-13", 5)), "utf-8"
    )
    program = watched(owning=how == "window closed")
    with Terminal(home, program=program, env={"FAULTS": str(faults)}) as terminal:
        terminal.wait_for("5 of 40")
        terminal.press(field.key)
        terminal.wait_for(field.asks)
        terminal.wait_until(lambda: terminal.focus is not None)
        for step in field.steps:
            terminal.press(step)
            if step in {"2", "down"}:
                terminal.settle()
            else:
                terminal.wait_for(step)
        code = ENDS[how](terminal)
        restored = terminal.restored if leaves_terminal(how) else True
    return Ended(code, faults.read_text("utf-8") if faults.exists() else "", restored)


def found_again(home: Path, name: str) -> bool:
    """Start again, take the offer, and look for everything that was typed."""
    field = FIELDS[name]
    with Terminal(home, program=PROGRAM) as terminal:
        terminal.wait_for("5 of 40")
        try:
            terminal.wait_for(field.offered)
        except AssertionError:
            return False
        terminal.press(field.key)
        texts = [step for step in field.steps if step not in {"2", "down"}]
        terminal.wait_for(*texts)
        return True


def rows(scale: int) -> list[tuple[str, str, str]]:
    """Run every way to end at every screen, a fifth of `scale` times; give gate, what was done, what came of it."""
    return [_row(name, max(scale // 5, 1)) for name in FIELDS]


def _row(name: str, times: int) -> tuple[str, str, str]:
    count: Counter[str] = Counter()
    for how, _ in product(ENDS, range(times)):
        with tempfile.TemporaryDirectory() as folder:
            ended = type_and_end(Path(folder), name, how)
            count["lost"] += not found_again(Path(folder), name)
        count["tracebacks"] += bool(ended.faults)
        count["wrong exit codes"] += ended.code != CODES[how]
        count["terminals not restored"] += not ended.restored
    said = f"the fields of the {name}: {len(ENDS)} ways to end, {times} times each"
    return "G7", said, ", ".join(f"{count[each]} {each}" for each in NAMES)
