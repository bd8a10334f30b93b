"""What a letter costs in the wizard, beside the smallest Textual app that has a field.

Run it: python tests/bench/keys.py [ROUNDS]. Both programs run in turn in a terminal of 80 × 24 and of 120 × 40. A
sentence is typed letter by letter, the next when the answer to the one before has come; the coach reads and judges all
the while. Bytes are those that go to the terminal, which is what a slow line feels; times run from the press of a key
until the last byte that it causes, so that a verdict which is late counts.
"""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from first_paint import (
    AS_FOR_PEOPLE,
    FIRST_QUIET,
    KEY_QUIET,
    SLOWEST_START,
    TESTS,
    Measured,
    last_byte,
    resident,
)
from terminal import PROGRAM, Terminal

ROUNDS = 5
SIZES = ((80, 24), (120, 40))
SENTENCES = {
    "en": "Win 1,000 new leads through our online channels by the end of June",
    "vi": "Có được 1.000 khách hàng tiềm năng mới trước cuối tháng 6",
}
MARKERS = {"en": b"Exactly what", "vi": "Cụ thể, bạn".encode()}
Name = tuple[str, tuple[int, int]]


def main() -> None:
    """Measure, then print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    found: dict[Name, Measured] = {}
    for _ in range(rounds):
        for size in SIZES:
            smallest = (sys.executable, str(TESTS / "bench" / "smallest_field.py"))
            _measure(
                found.setdefault(("smallest", size), Measured()), size, smallest, b"goal", SENTENCES["en"]
            )
            for lang, sentence in SENTENCES.items():
                ours = (*PROGRAM, "--lang", lang, "new")
                measured = found.setdefault((f"wizard {lang}", size), Measured())
                _measure(measured, size, ours, MARKERS[lang], sentence)
    sys.stdout.write("".join(f"{line}\n" for line in _table(found)))


def _measure(
    found: Measured, size: tuple[int, int], program: Sequence[str], marker: bytes, sentence: str
) -> None:
    """Start a program anew, type the sentence, and end it."""
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(Path(home), columns=size[0], rows=size[1], program=program, env=AS_FOR_PEOPLE) as terminal,
    ):
        last_byte(terminal, FIRST_QUIET, patience=SLOWEST_START, marker=marker)
        for letter in sentence:
            before, pressed = len(terminal.received), time.perf_counter()
            terminal.send(letter.encode())
            found.keys.append(last_byte(terminal, KEY_QUIET, patience=1.0) - pressed)
            found.key_bytes.append(len(terminal.received) - before)
        found.mebibytes.append(resident(terminal.process.pid))


def _table(found: dict[Name, Measured]) -> Iterator[str]:
    yield f"{'':10} {'size':>8}  {'key ms':>6} {'p95':>5}  {'B/key':>6} {'p95':>6}  {'MiB':>4}"
    for (name, (columns, rows)), measured in found.items():
        yield (
            f"{name:10} {f'{columns}x{rows}':>8}  {1000 * median(measured.keys):6.1f} "
            f"{1000 * quantiles(measured.keys, n=20)[-1]:5.1f}  {median(measured.key_bytes):6.0f} "
            f"{quantiles(measured.key_bytes, n=20)[-1]:6.0f}  {median(measured.mebibytes):4.0f}"
        )


if __name__ == "__main__":
    main()
