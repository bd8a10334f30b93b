"""The person's own editor, opened at a line: which one, how it is told the line, and waiting for it."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

PRESENT = ("nano", "micro", "notepad", "vim", "vi")
"""Looked for where nobody named an editor: those first that need no lesson."""
_PLUS_LINE = frozenset(
    "vi vim nvim view gvim nano pico emacs emacsclient micro kak joe jed mg gedit".split()  # noqa: SIM905 - to be read
)
"""`+12 file`."""
_GOTO = frozenset({"code", "code-insiders", "codium", "cursor"})
"""`--goto file:12:5`."""
_COLONS = frozenset({"subl", "hx", "helix", "zed"})
"""`file:12:5`."""
_WAIT = {"code": "--wait", "code-insiders": "--wait", "codium": "--wait", "cursor": "--wait", "subl": "-w"}
"""Editors that would return at once, and what makes them wait."""


def editor(
    env: Mapping[str, str], *, any_present: bool, which: Callable[[str], str | None] = shutil.which
) -> list[str]:
    """Give the editor that VISUAL or EDITOR names, else perhaps one that is there; nothing when there is none."""
    wished = env.get("VISUAL", "").strip() or env.get("EDITOR", "").strip()
    if not wished:
        return next(([name] for name in PRESENT if any_present and which(name)), [])
    try:
        return shlex.split(wished, posix=os.name == "posix")
    except ValueError:  # a quotation mark that is never closed
        return [wished]


def command(chosen: list[str], path: Path, line: int | None, column: int | None) -> list[str]:
    """Give the command that opens the file, at a line where the editor can."""
    name = PurePath(chosen[0]).stem.lower()
    wait = [_WAIT[name]] if name in _WAIT and not {_WAIT[name], "--wait", "-w"} & set(chosen) else []
    start, file = [*chosen, *wait], str(path)
    if line is None:
        return [*start, file]
    spot = f"{file}:{line}:{column or 1}"
    if name in _GOTO:
        return [*start, "--goto", spot]
    if name in _COLONS:
        return [*start, spot]
    if name in _PLUS_LINE:
        return [*start, f"+{line}", file]
    if name == "kate":
        return [*start, "-l", str(line), file]
    return [*start, f"-n{line}", file] if name == "notepad++" else [*start, file]


def run(opening: list[str]) -> int:
    """Run an editor and wait for it; gives its exit code. Raises OSError when it cannot be started."""
    with _not_interrupted():
        return subprocess.run(opening, check=False).returncode  # noqa: S603  # the person's own editor


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Leave Ctrl+C to the editor: the terminal sends it to us as well. A handler is not passed on, an ignored signal is."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
