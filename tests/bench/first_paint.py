"""How fast the dashboard appears and answers, beside the smallest Textual app that lists as many rows.

Run it: python tests/bench/first_paint.py [ROUNDS]. Both programs run in turn, each time anew, in a terminal of
120 × 40. A year of weekly check-ins comes twice, once as it is and once squeezed into five weeks, of which nothing
can be forecast: both are to be as quick. First paint: from the start of the process until the last byte of its first
picture. Answer and key: from the press of an arrow until the first and until the last byte that it causes (the list
moves, then the story and its chart follow); twenty goals down and up again, or to the end and back. CPU: what the
program had used when its first picture stood still; a busy machine changes it less than the other times.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from files import goal_file

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from terminal import PROGRAM, Terminal  # noqa: E402  # the harness lies one folder up

COLUMNS, ROWS = 120, 40
ROUNDS = 11
KEYS = 40
FIRST_QUIET, KEY_QUIET = 0.4, 0.06
"""Seconds without a byte after which a picture is whole: the first one, and one after a key."""
SLOWEST_START = 30.0
AS_FOR_PEOPLE = {"TEXTUAL_ANIMATIONS": "full"}


@dataclass(frozen=True)
class Case:
    """A file to measure with: how many goals, how many check-ins each, in how many days."""

    goals: int
    checkins: int
    days: int
    says: str = ""


CASES = (
    Case(10, 26, 182),
    Case(100, 26, 182),
    Case(1_000, 26, 182),
    Case(1_000, 52, 364, "forecast"),
    Case(1_000, 52, 35, "no forecast"),
    Case(10_000, 2, 14),
)


@dataclass
class Measured:
    """What was measured of one program, over all rounds."""

    paints: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    key_bytes: list[int] = field(default_factory=list)
    mebibytes: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def main() -> None:
    """Measure, then print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        files = {case: _file(Path(folder, f"{number}.toml"), case) for number, case in enumerate(CASES)}
        found = {(name, case): Measured() for case in CASES for name in ("smallest", "smart-tui")}
        for _ in range(rounds):
            for case, file in files.items():
                smallest = (sys.executable, str(TESTS / "bench" / "smallest.py"), str(case.goals))
                ours = (*PROGRAM, "--file", str(file))
                _measure(found["smallest", case], case.goals, Path(folder), smallest, b"goal")
                _measure(found["smart-tui", case], case.goals, Path(folder), ours, b"Goal")
    sys.stdout.write("".join(f"{line}\n" for line in _table(found)))


def _file(path: Path, case: Case) -> Path:
    return goal_file(path, case.goals, case.checkins, case.days)


def _measure(found: Measured, rows: int, home: Path, program: Sequence[str], marker: bytes) -> None:
    """Start a program, press a key many times, and end it."""
    started, leg = time.perf_counter(), min(KEYS // 2, rows - 1)
    with Terminal(home, columns=COLUMNS, rows=ROWS, program=program, env=AS_FOR_PEOPLE) as terminal:
        painted = last_byte(terminal, FIRST_QUIET, patience=SLOWEST_START, marker=marker)
        found.paints.append(painted - started)
        found.cpu.append(_used(terminal.process.pid))
        for number in range(KEYS):
            before, pressed = len(terminal.received), time.perf_counter()
            terminal.press("up" if number // leg % 2 else "down")
            first, last = first_and_last_byte(terminal, KEY_QUIET, patience=1.0)
            found.answers.append(first - pressed)
            found.keys.append(last - pressed)
            found.key_bytes.append(len(terminal.received) - before)
        found.mebibytes.append(resident(terminal.process.pid))


def last_byte(terminal: Terminal, quiet: float, *, patience: float, marker: bytes = b"") -> float:
    """Give when the last byte came after which the program was quiet, the marker being among them."""
    return first_and_last_byte(terminal, quiet, patience=patience, marker=marker)[1]


def first_and_last_byte(
    terminal: Terminal, quiet: float, *, patience: float, marker: bytes = b""
) -> tuple[float, float]:
    """Give when the first byte came as well."""
    first = last = None
    waiting = patience
    while terminal.take(waiting):
        last = time.perf_counter()
        first = first or last
        if marker in terminal.received:
            waiting = quiet
    now = time.perf_counter()
    return first or now, last or now


def resident(process: int) -> float:
    """Give the memory that a process holds, in MiB; NaN where the system does not say."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def _used(process: int) -> float:
    """Give the seconds that a process has kept a processor busy; NaN where the system does not say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _table(found: dict[tuple[str, Case], Measured]) -> Iterator[str]:
    yield f"{'':9} {'rows':>6} {'each':>4}  {'paint ms':>8} {'ratio':>5}  {'CPU ms':>6} {'ratio':>5}  {'answer':>6} {'p95':>5}  {'key ms':>6} {'p95':>5} {'ratio':>5}  {'B/key':>6}  {'MiB':>4}"
    for (name, case), measured in found.items():
        base = found["smallest", case]
        paint, key, cpu = median(measured.paints), median(measured.keys), median(measured.cpu)
        yield (
            f"{name:9} {case.goals:6} {case.checkins:4}  {1000 * paint:8.0f} {paint / median(base.paints):5.2f}  "
            f"{1000 * cpu:6.0f} {cpu / median(base.cpu):5.2f}  "
            f"{1000 * median(measured.answers):6.1f} {1000 * quantiles(measured.answers, n=20)[-1]:5.1f}  "
            f"{1000 * key:6.1f} {1000 * quantiles(measured.keys, n=20)[-1]:5.1f} {key / median(base.keys):5.2f}  "
            f"{median(measured.key_bytes):6.0f}  {median(measured.mebibytes):4.0f}  {case.says}"
        )


if __name__ == "__main__":
    main()
