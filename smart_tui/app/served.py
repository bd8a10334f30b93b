"""The program behind a browser: when the window is closed or the server has gone, it ends as a terminal's would."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from textual.driver import Driver
from textual.drivers.web_driver import WebDriver

from smart_tui.app.ending import SIGNAL

Told = Callable[[int], None]

HANG_UP = 1
"""The number of SIGHUP, which not every system has."""
ENDS_WITHIN = 12.0
"""Seconds after which nothing is waited for: a program that nobody can see must not stay."""


class ServedDriver(WebDriver):
    """Draws for a server, which hands it on to a browser. Textual's own outlives it, and dies of a full pipe."""

    told: Told

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._pipe: Callable[[memoryview], int] = self._write
        self._write = partial(self._draw)

    def start_application_mode(self) -> None:
        """Listen to the signals that end a program."""
        super().start_application_mode()
        if sys.platform != "win32":
            from smart_tui.app.hangup import listen

            listen(self.told)

    def run_input_thread(self) -> None:
        """Read keys until there are none any more, which is the end."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._end()
            if not self.exit_event.wait(ENDS_WITHIN):
                os._exit(SIGNAL + HANG_UP)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Read what the server says beside the keys."""
        if packet_type == "quit":
            self._end()
        else:
            super().on_meta(packet_type, payload)

    def deliver_binary(
        self, binary: BinaryIO | TextIO, *, delivery_key: str, save_path: Path, **options: Any
    ) -> None:
        """Save a file where a program in a terminal would: it is the person's own machine."""
        Driver.deliver_binary(self, binary, delivery_key=delivery_key, save_path=save_path, **options)

    def _draw(self, data: bytes) -> int:
        """Draw all of it; where nobody is left to see it, the program goes on to its end."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._pipe(rest) :]
        except OSError:
            self._pipe = len
            self._end()
        return len(data)

    def _end(self) -> None:
        with suppress(RuntimeError):  # the loop has ended already
            self._loop.call_soon_threadsafe(self.told, HANG_UP)


def served_driver(told: Told) -> type[Driver]:
    """Give a driver for a server that tells when the program has to end."""
    return type("ServedDriver", (ServedDriver,), {"told": staticmethod(told)})
