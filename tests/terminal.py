"""A terminal to run the real program in: keys go in, bytes come out, and what a person would see can be read."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte
from hearing import hear

from smart_tui.widgets.theme import DARK

hear()


PATIENCE = 60.0
"""Seconds after which a test gives up; only a broken program, never a slow machine, takes so long."""
QUIET = 0.3
"""Seconds without output after which the program counts as settled."""
CHUNK = 65536
FRAMES_ASKED, FRAMES_KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""The program asks whether the terminal shows pictures whole; this one does, as most do now."""
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"

FOCUSED = DARK.variables["selected"].lstrip("#")
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "end": "\x1b[F",
    "home": "\x1b[H",
}
PROGRAM = (sys.executable, "-m", "smart_tui")


class Terminal:
    """One program in a terminal of its own, away from the machine's files, language and clock."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        program: Sequence[str] = PROGRAM,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.received = bytearray()
        """Every byte that the program wrote."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._answers_frames = False
        self._gone = False
        self._master, self._slave = os.openpty()
        self._set_size(columns, rows)
        self._before: list[Any] = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            [*program, *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=environment(home) | dict(env or {}),
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        if not self._gone:
            os.close(self._master)
        os.close(self._slave)

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        self.send(text.encode())

    def press(self, *keys: str) -> None:
        """Press keys by name, or by the character that they type."""
        for key in keys:
            self.type(KEYS.get(key, key))

    def answer(self, text: str = "") -> None:
        """Fill the field that has the focus, and go on with Enter when the text has arrived."""
        self.wait_until(lambda: self.focus is not None)
        self.type(text)
        self.wait_for(text)
        before = self._focused
        self.press("enter")
        self.wait_until(lambda: self._focused not in {None, before})

    @property
    def _focused(self) -> tuple[int, str] | None:
        """The row that has the focus, and the line under the letter: on the next page it may be the same row."""
        row = self.focus
        letter = next((line for line in self.lines if line.strip() and not line.strip(" ━")), "")
        return None if row is None else (row, letter)

    def paste(self, text: str) -> None:
        """Paste a text, as terminals do that bracket what is pasted."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        while data:
            data = data[os.write(self._master, data) :]

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._set_size(columns, rows)
        self.screen.resize(rows, columns)
        self.screen.erase_in_display(2)  # only what the program draws again counts
        self.process.send_signal(signal.SIGWINCH)

    def wait_for(self, *texts: str) -> str:
        """Wait until every text is on the screen, and give what the screen says then."""
        self._wait(
            lambda: self._whole and all(text in self.text for text in texts), f"never showed all of {texts}"
        )
        return self.text

    def wait_until(self, holds: Callable[[], bool], *, whole: bool = True) -> None:
        """Wait until something outside or inside the terminal holds; `whole`: and no picture is half drawn."""
        self._wait(lambda: (self._whole or not whole) and holds(), "it never came to hold")

    def settle(self) -> str:
        """Wait until nothing more is written, and give what the screen says then."""
        while self.pump(QUIET):
            pass
        return self.text

    def wait_for_end(self) -> int:
        """Wait until the program has ended, and give its exit code."""
        self._wait(lambda: self.process.poll() is not None, "the program never ended")
        while self.pump(0):
            pass
        return self.process.wait()

    def kill(self) -> None:
        """End the program as a power cut would (kill -9)."""
        self.process.kill()
        self.process.wait()

    def hang_up(self) -> int:
        """Close the window, and give the exit code of the program, which has nothing left to write to."""
        os.close(self._master)
        self._gone = True
        return self.process.wait(PATIENCE)

    def pump(self, seconds: float) -> bytes:
        """Take and show what the program writes next, waiting at most so long for it."""
        data = self.take(seconds)
        self._stream.feed(data)
        return data

    def take(self, seconds: float) -> bytes:
        """Take what the program writes next without showing it: costs no time, for those who measure it."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        data = os.read(self._master, CHUNK) if ready else b""
        self.received += data
        if FRAMES_ASKED in self.received and not self._answers_frames:
            self._answers_frames = True
            self.send(FRAMES_KNOWN)
        return data

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """What stands on the screen; a field's edge is as wide as with the focus, wherever that is."""
        return "\n".join(self.lines).replace("▏", "▌")

    @property
    def focus(self) -> int | None:
        """Row of what has the focus: it stands on a ground of its own."""
        rows = self.screen.buffer.items()
        return min((y for y, row in rows if any(cell.bg == FOCUSED for cell in row.values())), default=None)

    @property
    def foreground(self) -> int:
        """Group of processes that the terminal's keys and signals go to."""
        return os.tcgetpgrp(self._master)

    @property
    def alive(self) -> bool:
        """Whether the program runs."""
        return self.process.poll() is None

    @property
    def restored(self) -> bool:
        """Whether the terminal reads keys as it did before the program."""
        return bool(termios.tcgetattr(self._slave) == self._before)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def _whole(self) -> bool:
        return self.received.rfind(FRAME_BEGINS) <= self.received.rfind(FRAME_ENDS)

    def _wait(self, holds: Callable[[], bool], complaint: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, f"{complaint}; the screen says:\n{self.text}"
            self.pump(0.05)


def environment(home: Path) -> dict[str, str]:
    """Give the program's whole environment: nothing of the machine's but where its programs are."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": "2026-11-21",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TEXTUAL_ANIMATIONS": "none",
    }
