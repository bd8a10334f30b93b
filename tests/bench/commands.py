"""How long each command takes, beside a bare `python -c pass`.

Run it: python tests/bench/commands.py [ROUNDS]. "tomlkit alone" is what `log` does, with nothing kept or checked. In each round every command runs once, each time as a new process on
files of 10, 100 and 1,000 goals, in turn with the bare Python, so that whatever else the machine does falls on all of
them alike. What saves starts from a fresh copy of the file, and its fsync counts. Memory is the most that a process
held, and never less than the benchmark itself holds.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile
from statistics import median, quantiles

from files import SIZES, TODAY, goal_file

ROUNDS = 15
PROGRAM = (sys.executable, "-m", "smart_tui")
BARE = (sys.executable, "-c", "pass")
ADDED = ("Win 40 leads", "--metric", "leads", "--target", "40", "--deadline", "2026-12-31")
ON_A_FILE = {
    "list": ("list",),
    "list --json": ("list", "--json"),
    "show": ("show", "goal-7"),
    "status --short": ("status", "--short"),
    "log": ("log", "goal-7", "+5"),
    "add": ("add", *ADDED),
    "validate": ("validate",),
}
ALONE = (sys.executable, str(Path(__file__).with_name("tomlkit_alone.py")))
WITHOUT_A_FILE = {"path": ("path",), "--version": ("--version",)}


@dataclass
class Measured:
    """What was measured of one command, over all rounds."""

    seconds: list[float] = field(default_factory=list)
    mebibytes: list[float] = field(default_factory=list)


Found = dict[tuple[str, int | None], Measured]
"""By command and number of goals; None where there is no file."""


def main() -> None:
    """Measure, then print a table."""
    rounds = max(int(sys.argv[1]), 2) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), rounds)
    sys.stdout.write("".join(f"{line}\n" for line in _table(found)))


def measured(folder: Path, rounds: int) -> Found:
    """Run everything so many times, and once before that does not count."""
    files = {size: goal_file(folder / f"{size}.toml", size) for size in SIZES}
    found: Found = {}
    for number in range(rounds + 1):
        if number == 1:
            found.clear()
        _run(found, ("python -c pass", None), folder, BARE)
        for name, options in WITHOUT_A_FILE.items():
            _run(found, (name, None), folder, (*PROGRAM, *options))
        for size, file in files.items():
            for name, arguments in ON_A_FILE.items():
                fresh = copyfile(file, folder / "goals.toml")
                _run(found, (name, size), folder, (*PROGRAM, "--file", str(fresh), *arguments))
            fresh = copyfile(file, folder / "goals.toml")
            _run(found, ("tomlkit alone", size), folder, (*ALONE, str(fresh), "goal-7", "5"))
    return found


def _run(found: Found, what: tuple[str, int | None], home: Path, program: Sequence[str]) -> None:
    started = time.perf_counter()
    process = subprocess.Popen(program, env=_environment(home), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, program)
    measured = found.setdefault(what, Measured())
    measured.seconds.append(seconds)
    measured.mebibytes.append(used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def _environment(home: Path) -> dict[str, str]:
    """Give a command nothing of the machine's but where its programs are."""
    return {
        "PATH": os.environ["PATH"],
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": str(TODAY),
        "LANG": "C.UTF-8",
    }


def _table(found: Found) -> Iterator[str]:
    bare = median(found["python -c pass", None].seconds)
    yield f"{'':15} {'goals':>5}  {'ms':>6} {'p95':>6}  {'ratio':>5}  {'MiB':>4}"
    for (name, size), measured in found.items():
        middle, worst = median(measured.seconds), quantiles(measured.seconds, n=20, method="inclusive")[-1]
        yield (
            f"{name:15} {size or '':>5}  {1000 * middle:6.0f} {1000 * worst:6.0f}  {middle / bare:5.1f}  "
            f"{median(measured.mebibytes):4.0f}"
        )


if __name__ == "__main__":
    main()
