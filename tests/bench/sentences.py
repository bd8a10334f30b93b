"""How long the coach takes for a sentence, and for a thousand of them.

Run it: python tests/bench/sentences.py [ROUNDS]. "read" is the reading alone; "judge" is what happens at a key: the
draft is filled from its sentence and every letter is judged. Nothing is remembered from one round to the next. The
command starts anew in each round, and reads a thousand sentences from its standard input.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from json import loads
from pathlib import Path
from statistics import median, quantiles
from types import MappingProxyType

from files import TODAY

from smart_tui.coach.answers import Setting
from smart_tui.coach.filling import filled
from smart_tui.coach.review import review
from smart_tui.coach.sentence.read import read
from smart_tui.coach.sentence.words import forget
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import GoalFile

ROUNDS = 5
MANY = 1_000
SENTENCES = Path(__file__).parents[1] / "sentences"
COMMANDS = (("coach -", ()), ("coach - --json", ("--json",)))


def main() -> None:
    """Measure, then print a table."""
    rounds = max(int(sys.argv[1]), 2) if len(sys.argv) > 1 else ROUNDS
    texts = [
        loads(line)["text"]
        for path in sorted(SENTENCES.glob("*.jsonl"))
        for line in path.open(encoding="utf-8")
    ]
    sys.stdout.write("".join(f"{line}\n" for line in _table(texts, rounds)))


def _table(texts: list[str], rounds: int) -> Iterator[str]:
    yield f"{'':18} {'sentences':>9}  {'ms':>7} {'p95':>7}"
    for name, job in (("read", _read), ("judge", _judge)):
        yield _row(name, 1, _each(job, texts, rounds))
    for name, options in COMMANDS:
        yield _row(f"command {name}", MANY, [_command(options, texts) for _ in range(rounds)])


def _row(name: str, sentences: int, seconds: list[float]) -> str:
    worst = quantiles(seconds, n=20, method="inclusive")[-1]
    return f"{name:22} {sentences:5}  {1000 * median(seconds):7.2f} {1000 * worst:7.2f}"


def _each(job: Callable[[str], object], texts: list[str], rounds: int) -> list[float]:
    found = []
    for number in range(rounds + 1):
        for text in texts:
            read.cache_clear()
            forget()
            started = time.perf_counter()
            job(text)
            if number:  # the first round loads the lexicons
                found.append(time.perf_counter() - started)
    return found


def _read(text: str) -> object:
    return read(text, TODAY)


def _judge(text: str) -> object:
    draft = Draft(key="", lang="en", texts=MappingProxyType({Field.SENTENCE: text}))
    file = GoalFile()
    return review(filled(draft, Setting(file, TODAY)), file, TODAY)


def _command(options: tuple[str, ...], texts: list[str]) -> float:
    typed = "\n".join(islice(cycle(texts), MANY))
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "PATH": os.environ["PATH"],
            "SMART_TUI_HOME": home,
            "SMART_TUI_TODAY": str(TODAY),
            "LANG": "C.UTF-8",
        }
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "smart_tui", "coach", "-", *options],
            input=typed.encode(),
            stdout=subprocess.DEVNULL,
            env=environment,
            check=True,
        )
        return time.perf_counter() - started


if __name__ == "__main__":
    main()
