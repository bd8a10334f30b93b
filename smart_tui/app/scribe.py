"""Whatever touches the disk, one thing after the other, never on the path of a key press."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any, TypeVar

from smart_tui.store.errors import StoreError

Answer = TypeVar("Answer")


def outcome(job: Callable[[], Answer]) -> Answer | StoreError:
    """Run a job of the store; what it refuses is an answer too."""
    try:
        return job()
    except StoreError as error:
        return error


async def beside(job: Callable[[], Answer]) -> Answer:
    """Run a job in a thread of its own, which does not keep the program alive when its disk hangs."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Answer] = loop.create_future()

    def tell(settle: Callable[[], None]) -> None:
        if not answer.done():
            settle()

    def run() -> None:
        try:
            settle = partial(answer.set_result, job())
        except BaseException as error:  # noqa: BLE001  # it is raised where the answer is awaited
            settle = partial(answer.set_exception, error)
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(tell, settle)

    Thread(target=run, name="scribe", daemon=True).start()
    return await answer


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
                then(await beside(job))
            finally:
                self._jobs.task_done()

    async def finished(self) -> None:
        """Wait until everything that was asked for is done."""
        await self._jobs.join()
