"""Whatever touches the disk, one thing after the other, never on the path of a key press."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from smart_tui.store.errors import StoreError

Answer = TypeVar("Answer")


def outcome(job: Callable[[], Answer]) -> Answer | StoreError:
    """Run a job of the store; what it refuses is an answer too."""
    try:
        return job()
    except StoreError as error:
        return error


class Scribe:
    """Runs jobs in a thread, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._jobs: asyncio.Queue[tuple[Callable[[], Any], Callable[[Any], None]]] = asyncio.Queue()

    def ask(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run a job some time soon, and hand what it returns to `then`, in the app's own thread."""
        self._jobs.put_nowait((job, then))

    @property
    def idle(self) -> bool:
        """Whether nothing waits."""
        return self._jobs.empty()

    async def work(self) -> None:
        """Work until cancelled."""
        while True:
            job, then = await self._jobs.get()
            try:
                then(await asyncio.to_thread(job))
            finally:
                self._jobs.task_done()

    async def finished(self) -> None:
        """Wait until everything that was asked for is done."""
        await self._jobs.join()
