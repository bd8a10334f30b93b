"""Tells when the program has come to rest: by what its event loop has left to do, not by the processor's load.

Textual's pilot takes a process that uses little of the processor for one that has nothing to do. On a busy
machine it is wrong about that, and it sleeps for most of a story.
"""

import asyncio
import math
import threading
from typing import Protocol

import pytest

SOON = 0.06
"""Seconds; what is due later than that is a cursor that blinks or a look at the clock. Textual draws every 0.016,
and after the command palette it holds its picture back for 0.05."""

BESIDE = 0.05
"""Seconds that a thread of the program gets before it counts as one that hangs."""

SHORTEST = 0.001


class _Handle(Protocol):
    def cancelled(self) -> bool: ...
    def when(self) -> float: ...


class _Loop(Protocol):
    """What asyncio's loop keeps for itself."""

    _ready: list[object]
    _scheduled: list[_Handle]

    def time(self) -> float: ...


async def at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until no task can go on and none will soon; at most `max_sleep` seconds."""
    loop: _Loop = asyncio.get_running_loop()  # type: ignore[assignment]  # nobody else can say it
    start = loop.time()
    while (now := loop.time()) < start + max_sleep:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        due = min((it.when() for it in loop._scheduled if not it.cancelled()), default=math.inf) - now
        if due <= SOON:
            await asyncio.sleep(max(due, SHORTEST))
        elif now < start + BESIDE and any(it.name == "scribe" for it in threading.enumerate()):
            await asyncio.sleep(SHORTEST)
        elif now >= start + min_sleep:
            return


async def _all_heard(_pilot: object) -> bool:
    await at_rest(max_sleep=30)
    return True


def take_over() -> None:
    """Have Textual's pilot wait like this, in place of asking every widget whether it heard."""
    patch = pytest.MonkeyPatch()
    for place in ("textual.app", "textual.pilot"):
        patch.setattr(f"{place}.wait_for_idle", at_rest)
    patch.setattr("textual.pilot.Pilot._wait_for_screen", _all_heard)
