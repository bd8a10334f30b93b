"""The hostile corpus against the program: every command and export, every screen, and the real program in a terminal."""

import os
import pickle
import resource
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from reliability.hostile_commands import run_commands
from reliability.hostile_files import HostileFile, files
from reliability.hostile_screens import run_screens
from reliability.hostile_terminal import run_terminal
from smart_tui.cli.main import COMMANDS

SLOWEST = 2.0
"""Seconds of work that one run may take."""
LARGEST = 300.0
"""MiB that a process may take."""
PATIENCE = 120
"""Seconds of work after which a hanging file is given up."""


@dataclass(frozen=True, slots=True)
class Run:
    """One thing that was done with a file."""

    what: str
    seconds: float
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file in one process of its own."""

    file: str
    runs: tuple[Run, ...]
    memory: float
    """MiB at its highest."""

    @property
    def faults(self) -> list[str]:
        """What went wrong, with its place."""
        found = [f"{self.file}: {run.what}: {fault}" for run in self.runs for fault in run.faults]
        if self.memory > LARGEST:
            found.append(f"{self.file}: {self.memory:.0f} MiB")
        return found

    @property
    def slow(self) -> list[str]:
        """What took too long."""
        return [f"{self.file}: {run.what}: {run.seconds:.1f} s" for run in self.runs if run.seconds > SLOWEST]


Job = Callable[[HostileFile, Path], Iterable[tuple[str, float, list[str]]]]
JOBS: dict[str, Job] = {
    "commands and exports": run_commands,
    "screens": run_screens,
    "terminal": run_terminal,
}


def alone(job: Job, file: HostileFile) -> Outcome:
    """Run a job on a file in a process of its own, so that its memory can be told and its hanging ended."""
    receives, sends = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receives)
        _in_child(job, file, sends)
    os.close(sends)
    with os.fdopen(receives, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    runs = pickle.loads(said) if said else [("", 0.0, [f"ended with {status}: hung or was killed"])]
    made = tuple(Run(what, seconds, tuple(faults)) for what, seconds, faults in runs)
    return Outcome(f"{file.family}/{file.name[:40]!r}", made, used.ru_maxrss / 1024)


def _in_child(job: Job, file: HostileFile, sends: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    signal.alarm(10 * PATIENCE)
    try:
        with tempfile.TemporaryDirectory() as folder:
            runs = list(job(file, Path(folder)))
    except BaseException:  # noqa: BLE001  # whatever it is, it is what is looked for
        runs = [("", 0.0, [traceback.format_exc(limit=-4)])]
    try:
        with os.fdopen(sends, "wb") as pipe:
            pickle.dump(runs, pipe)
    finally:  # even when nobody listens any more: it would go on as a second harness
        os._exit(0)


def outcomes(job: Job, corpus: Iterable[HostileFile]) -> Iterator[Outcome]:
    """Run a job on all files, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(lambda file: alone(job, file), corpus)


def sample(corpus: Iterable[HostileFile], share: float) -> list[HostileFile]:
    """Choose the first of each family, and the given share of all."""
    seen: set[str] = set()
    chosen: list[HostileFile] = []
    for place, file in enumerate(corpus):
        if file.family not in seen or int((place + 1) * share) > int(place * share):
            chosen.append(file)
        seen.add(file.family)
    return chosen


def rows(scale: int) -> list[tuple[str, str, str]]:
    """Run it: `scale` per cent of the files, the first of every family at the least."""
    _prepare()
    corpus = sample(files(), scale / 100)
    return [_row(what, job, corpus) for what, job in JOBS.items()]


def _prepare() -> None:
    """Load what every child needs, once; Textual looks at the environment only then."""
    os.environ |= {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_DISABLE_KITTY_KEY": "1", "LC_ALL": "C.UTF-8"}
    for name in ("user", *(f"smart_tui.cli.commands.{module}" for module in COMMANDS.values())):
        import_module(name)


def _row(what: str, job: Job, corpus: list[HostileFile]) -> tuple[str, str, str]:
    done = list(outcomes(job, corpus))
    runs = [(run.seconds, outcome.file, run.what) for outcome in done for run in outcome.runs]
    seconds, where, slowest = max(runs)
    most = max(done, key=lambda outcome: outcome.memory)
    said = (
        f"{what}: {len(corpus)} files, {len(runs)} runs, slowest {seconds:.2f} s ({where}: {slowest}), "
        f"most memory {most.memory:.0f} MiB ({most.file})"
    )
    wrong = [fault for outcome in done for fault in (*outcome.faults, *outcome.slow)]
    return "G6", said, "held" if not wrong else f"BROKEN, {len(wrong)} times: " + "; ".join(wrong[:20])
