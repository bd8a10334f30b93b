"""What the harness stands on: documents, children that are forked, and what each module reports."""

import contextlib
import os
import random
import signal
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

Row = tuple[str, str, str]
"""Gate, what was done, outcome; both with figures."""
IMPOSSIBLE = "not possible here: "
"""How an outcome begins that is no pass and no failure."""
DAY = date(2026, 11, 2)
SEED = 20261125
PEEK = getattr(os, "WEXITED", 0) | getattr(os, "WNOHANG", 0) | getattr(os, "WNOWAIT", 0)
"""Whether a child has ended, without burying it."""


def document(goals: int) -> bytes:
    """Give a file as a person keeps one: comments, odd spacing, numbers spelled in their own way."""
    blocks = [
        f"# About number {n}: keep this line.\n"
        f"[[goal]]   # {n}\n"
        f'id = "goal-{n}"\n'
        f'title = "Win {n}0 leads"  # as agreed\n'
        f"feeling = {{ calm = true }}\n\n"
        f"  [goal.measurable]\n"
        f"  target = {n + 1}_000  # was 900\n"
        f'  unit = "leads"\n\n'
        f"[goal.timebound]\nstart = 2026-01-05\ndeadline = 2026-12-{n % 28 + 1:02}\n\n"
        f"[goal.history]\ncheckins = [\n"
        f'  {{ date = 2026-10-05, value = {n}.50, note = "first of {n}" }},  # by hand\n'
        f"]\n"
        for n in range(goals)
    ]
    return ("# All that we want.\nversion = 1\n\n" + "\n".join(blocks) + "\n# The end.\n").encode()


def parsed(data: bytes) -> dict[str, Any]:
    """Read a file with a reader that is not the program's own."""
    return tomllib.loads(data.decode().removeprefix("\ufeff"), parse_float=Decimal)


def lines_gone(before: bytes, after: bytes) -> Counter[bytes]:
    """Count the lines that are no longer there."""
    return Counter(before.splitlines()) - Counter(after.splitlines())


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder of one's own."""
    with tempfile.TemporaryDirectory(prefix="reliability-") as name:
        yield Path(name).resolve()


def dice(*what: object) -> random.Random:
    """Give random numbers that are the same in each run."""
    return random.Random(f"{SEED} {what}")


def spawn(work: Callable[[], None]) -> int:
    """Fork a child that does something and ends without any of its parent's endings; gives its number."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it was, it must not go on as a second parent
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def ended(child: int) -> int:
    """Wait for a child; gives its exit code, minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill(child: int) -> None:
    """End a child at once."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)


class Pipe:
    """Lines from children to their parent; each arrives whole, even from one that is killed."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        self._rest = b""

    def say(self, *words: object) -> None:
        """Send a line; shorter than what a pipe takes at once."""
        os.write(self._write, (" ".join(map(str, words)) + "\n").encode())

    def lines(self) -> Iterator[list[str]]:
        """Give the lines that have come, word by word."""
        while True:
            try:
                piece = os.read(self._read, 65536)
            except BlockingIOError:
                return
            if not piece:
                return
            *whole, self._rest = (self._rest + piece).split(b"\n")
            yield from (line.decode().split() for line in whole)

    def close(self) -> None:
        """Close both ends."""
        os.close(self._read)
        os.close(self._write)
