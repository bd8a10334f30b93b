"""A terminal that may go away, for good or for a while: signals are heard, and a terminal that has gone is one too."""

import asyncio
import os
import signal
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO, cast

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
LOOK_EVERY = 0.5
"""Seconds between two looks whether the terminal is still there: not every one that goes sends a signal."""

Told = Callable[[int], None]


def watchful_driver(driver: type[Driver], told: Told) -> type[Driver]:
    """Give a driver that tells when the program has to end; one that is not for terminals has its own way."""
    if driver is not LinuxDriver:
        return driver
    return type("WatchfulDriver", (_Watchful,), {"told": staticmethod(told)})


class _Watchful(LinuxDriver):
    """Stops and goes on between two steps of the app.

    Textual does so wherever the signal finds it: in the middle of a write it waits for itself, for ever.
    """

    told: Told
    _next_look: asyncio.TimerHandle | None = None
    _own_modes: list[Any]
    """How the terminal reads keys for this program."""

    def start_application_mode(self) -> None:
        """Listen before anything is drawn that a signal would leave behind."""
        self._file = cast("Any", _Patient.around(self._file))
        listen(self.told)
        self._look()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual says no types here
        with suppress(termios.error):
            self._own_modes = termios.tcgetattr(self.fileno)

    def run_input_thread(self) -> None:
        """Read keys; a terminal that fails has gone, which is no fault of the program."""
        try:
            super().run_input_thread()
        except OSError:
            self._app.call_later(self.told, signal.SIGHUP)

    def _sigtstp_application(self, *_: object) -> None:
        if not self._later(self._stop):
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        self._later(self._go_on)

    def _later(self, do: Callable[[], None]) -> bool:
        """Do something in the loop, unless the terminal is somebody else's, as an editor's, or the app has ended."""
        if not self._auto_restart or not self._loop.is_running():
            return False
        self._loop.call_soon_threadsafe(do)
        return True

    def _stop(self) -> None:
        if self._draws:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        if self._draws:
            # Nobody had told that it would be stopped (kill -STOP): keys are read as others left it.
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._own_modes)
        else:
            self.resume_application_mode()
        self._app.refresh(layout=True)

    @property
    def _draws(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _look(self) -> None:
        if self._next_look is not None:
            self._next_look.cancel()
        if os.isatty(self.fileno):
            self._next_look = asyncio.get_running_loop().call_later(LOOK_EVERY, self._look)
        else:
            self.told(signal.SIGHUP)


class _Patient:
    """Where pictures go; when the terminal has gone, nowhere: nobody is there to see them, or a traceback."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    @classmethod
    def around(cls, file: object) -> "_Patient":
        """Take a terminal; a program that was suspended starts on it again."""
        return file if isinstance(file, cls) else cls(cast("TextIO", file))

    def fileno(self) -> int:
        """Give the terminal's number."""
        return self._terminal.fileno()

    def write(self, text: str) -> None:
        """Draw."""
        self._try(lambda: self._terminal.write(text))

    def flush(self) -> None:
        """Draw what waits."""
        self._try(self._terminal.flush)

    def _try(self, draw: Callable[[], object]) -> None:
        try:
            draw()
        except OSError:
            # What waits to be drawn would fail once more on leaving, and take the exit code with it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())


def listen(told: Told) -> None:
    """Hear, in the loop that runs, the signals that end a program; those that are ignored stay so (nohup)."""
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, told, number)
