"""The steps that can be taken back, newest last: a line of JSON each, beside the program's other memory."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.json import decode, encode

from smart_tui.store import disk

if TYPE_CHECKING:
    from smart_tui.store.step import Step

MOST_STEPS = 100
LARGEST = 8 * 2**20
"""Bytes from which on only the newest steps are kept."""


class UndoLog:
    """What was done to one goal file. Steps are remembered as well as can be: without them nothing is lost."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, step: "Step") -> None:
        """Remember a step; what was undone before it can no longer be done again."""
        self._append({"step": step.as_payload()})

    def next(self, *, again: bool) -> "Step | None":
        """Give the step to take back next, or to do again."""
        steps = self.steps()[1 if again else 0]
        return steps[-1] if steps else None

    def moved(self, *, again: bool) -> None:
        """Remember that the step that `next` gave was taken back, or done again."""
        self._append({"redone" if again else "undone": True})

    def steps(self) -> "tuple[list[Step], list[Step]]":
        """Give the steps that can be undone, and those that can be done again, each with the next one last."""
        done: list[Step] = []
        taken_back: list[Step] = []
        for line in self._lines():
            if (step := _step(line)) is not None:
                done.append(step)
                taken_back.clear()
            elif "undone" in line and done:
                taken_back.append(done.pop())
            elif "redone" in line and taken_back:
                done.append(taken_back.pop())
        return done[-MOST_STEPS:], taken_back

    def _append(self, line: dict[str, Any]) -> None:
        with suppress(OSError):
            disk.make_folder(self.path.parent)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(descriptor, encode(line) + b"\n")
                size = os.fstat(descriptor).st_size
            finally:
                os.close(descriptor)
            if size > LARGEST:
                self._shorten()

    def _lines(self) -> Iterator[dict[str, Any]]:
        with suppress(OSError):
            for text in self.path.read_bytes().split(b"\n"):
                with suppress(ValueError):  # a line that was cut short
                    if isinstance(line := decode(text), dict):
                        yield line

    def _shorten(self) -> None:
        """Keep the newest steps, in half the room."""
        done, _ = self.steps()
        kept: list[bytes] = []
        for step in reversed(done):
            kept.append(encode({"step": step.as_payload()}) + b"\n")
            if sum(map(len, kept)) > LARGEST // 2:
                kept.pop()
                break
        temp = self.path.with_suffix(".new")
        temp.write_bytes(b"".join(reversed(kept)))
        temp.replace(self.path)


def _step(line: dict[str, Any]) -> "Step | None":
    from smart_tui.store.step import Step

    with suppress(KeyError, TypeError, ValueError):
        return Step.from_payload(line["step"])
    return None
