"""One window of the browser: what is typed goes to its program, what that draws comes back."""

import asyncio
import json
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from smart_tui.web.served.child import Child, Program
from smart_tui.web.served.pages import End
from smart_tui.web.served.typed import MalformedError, packet

CLOSES_WITHIN = 0.5
"""Seconds for a goodbye: a browser that does not read does not hold the server."""


class Window:
    """Lives as long as its program and its connection both do."""

    def __init__(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        self._socket, self._transport = socket, transport
        self._stopped = asyncio.Event()
        self._child: Child | None = None

    async def hold(self, program: Program, width: int, height: int) -> None:
        """Run the program; when this returns, it has ended and the connection is closed."""
        self._child = child = await Child.start(program, width, height)
        try:
            end = await _first(self._type(child), self._draw(child), self._wait_for_stop())
            code = await child.end()
        finally:
            child.kill()
        await self._say_goodbye(End.FAILED if end is End.QUIT and code else end, child.farewell)

    def stop(self) -> None:
        """End the program because the server ends; told again, do not wait for it."""
        if self._stopped.is_set() and self._child is not None:
            self._child.kill()
        self._stopped.set()

    async def _type(self, child: Child) -> End:
        async for message in self._socket:
            try:
                if message.type is not WSMsgType.TEXT:
                    return End.LOST
                await child.type(packet(message.data))
            except MalformedError:
                return End.LOST
        return End.LOST

    async def _draw(self, child: Child) -> End:
        async for picture in child.pictures():
            try:
                await self._socket.send_bytes(picture)
            except ConnectionError:
                return End.LOST
        return End.QUIT

    async def _wait_for_stop(self) -> End:
        await self._stopped.wait()
        return End.STOPPED

    async def _say_goodbye(self, end: End, farewell: str) -> None:
        async def say() -> None:
            if farewell:
                await self._socket.send_str(json.dumps(["farewell", farewell]))
            await self._socket.close(code=end)

        with suppress(TimeoutError, ConnectionError):
            await asyncio.wait_for(say(), CLOSES_WITHIN)
        if self._transport is not None:
            self._transport.abort()


async def _first(*ways: Coroutine[Any, Any, End]) -> End:
    """Wait for the first of several ends; the others are let go, and have gone when this returns."""
    tasks = [asyncio.ensure_future(way) for way in ways]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return next(task.result() for task in tasks if task in done)
