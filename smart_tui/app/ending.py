"""How the app ends when it is told to from outside: nothing that was typed or asked for is left behind."""

import asyncio
import select
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App

from smart_tui.app.desk import Desk
from smart_tui.app.scribe import Scribe, beside

SIGNAL = 128
"""An exit code is this and the signal's number."""
SAVES_WITHIN, KEPT_WITHIN = 4.0, 1.0
"""Seconds that the disk has: a program that is told to end must not hang on a disk that does."""
ONE_CALL = 0.5
"""Seconds within which signals are one call: a closed window is told of by the kernel, the shell and the session."""
KEYS_WITHIN, QUIET, PAUSE = 1.0, 3, 0.01
"""Keys that have arrived are answered first: nothing waits, so many times in a row, so many seconds apart."""


class Ending:
    """Ends an app: told once, when everything is on the disk; told again, without waiting for more than the draft."""

    def __init__(
        self,
        app: App[Any],
        desk: Desk,
        scribe: Scribe,
        keep_unsaved: Callable[[], None],
        typing: Callable[[], Callable[[], object]],
    ) -> None:
        """`keep_unsaved` keeps elsewhere what the disk could not save in time; `typing` looks at fields, to keep them."""
        self._app, self._desk, self._scribe = app, desk, scribe
        self._keep_unsaved, self._typing = keep_unsaved, typing
        self._task: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()
        self._told_at = 0.0

    def told(self, number: int) -> None:
        """End because of a signal."""
        if self._task is None:
            self._told_at = time.monotonic()
            self._task = asyncio.get_running_loop().create_task(self._end(number))
        elif time.monotonic() - self._told_at > ONE_CALL:
            self._hurry.set()

    async def _end(self, number: int) -> None:
        try:
            await self._keep()
        finally:
            # Whatever goes wrong on the way, a program that was told to end is not still there.
            self._app.exit(return_code=SIGNAL + number)

    async def _keep(self) -> None:
        await self._answer_keys()
        self._desk.keep()
        if not await self._are_saves_done():
            with suppress(TimeoutError):
                await asyncio.wait_for(beside(self._keep_unsaved), KEPT_WITHIN)
        await self._desk.keep_at_once(KEPT_WITHIN)
        with suppress(TimeoutError):
            await asyncio.wait_for(beside(self._typing()), KEPT_WITHIN)

    async def _are_saves_done(self) -> bool:
        done = asyncio.ensure_future(self._scribe.finished())
        hurry = asyncio.ensure_future(self._hurry.wait())
        await asyncio.wait((done, hurry), timeout=SAVES_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        hurry.cancel()
        return not done.cancel()

    async def _answer_keys(self) -> None:
        until = time.monotonic() + KEYS_WITHIN
        quiet = 0
        while quiet < QUIET and time.monotonic() < until:
            await asyncio.sleep(PAUSE)
            quiet = 0 if self._busy else quiet + 1

    @property
    def _busy(self) -> bool:
        if _keys_wait():
            return True
        screens = self._app.screen_stack
        nodes = (self._app, *screens, *(node for screen in screens for node in screen.walk_children()))
        return any(node.message_queue_size for node in nodes)


def _keys_wait() -> bool:
    """Whether keys have arrived that nobody has read yet."""
    terminal = sys.__stdin__
    if sys.platform == "win32" or terminal is None or not terminal.isatty():
        return False
    return bool(select.select([terminal], [], [], 0)[0])
