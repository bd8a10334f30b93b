"""The program that draws for one window of the browser: a process that never outlives its server."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from typing import Self

from msgspec import Struct

BEGINS = b"__GANGLION__\n"
"""After this line Textual draws."""
PICTURE, ORDER = b"D", b"M"
ENDS_WITHIN = 10.0
"""Seconds that it has to keep drafts and finish saving; usually it takes a tenth of one."""
CHUNK = 65536
LAST_WORDS = 16384
"""Bytes of what it says at the end; a week's summary is a tenth of it."""


class Program(Struct, frozen=True):
    """How the program is started; no shell reads it."""

    arguments: Sequence[str]
    env: Mapping[str, str]


class Child:
    """One running program."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._keys, self._pictures = process, process.stdin, process.stdout
        self._farewell = b""

    @classmethod
    async def start(cls, program: Program, width: int, height: int) -> Self:
        """Start it. What it complains of is told where the server runs."""
        size = {"COLUMNS": str(width), "ROWS": str(height)}
        process = await asyncio.create_subprocess_exec(
            *program.arguments,
            stdin=PIPE,
            stdout=PIPE,
            env={**program.env, **size},
            # Ctrl+C in the server's terminal is the server's: it tells its children itself.
            start_new_session=True,
        )
        return cls(process)

    async def pictures(self) -> AsyncIterator[bytes]:
        """Give what it draws, until it has ended."""
        with suppress(asyncio.IncompleteReadError, ConnectionError, ValueError):
            while await self._pictures.readline() not in {BEGINS, b""}:
                pass
            while True:
                kind = await self._pictures.readexactly(1)
                size = int.from_bytes(await self._pictures.readexactly(4), "big")
                payload = await self._pictures.readexactly(size)
                if kind == PICTURE:
                    yield payload
                elif kind == ORDER and json.loads(payload).get("type") == "exit":
                    break
        while len(self._farewell) < LAST_WORDS and (said := await self._pictures.read(CHUNK)):
            self._farewell += said

    async def type(self, packet: bytes) -> None:
        """Hand on what was typed; one that has ended takes nothing any more."""
        with suppress(ConnectionError):
            self._keys.write(packet)
            await self._keys.drain()

    async def end(self) -> int:
        """Take its keys away, which ends it once everything is kept; gives its exit code."""
        self._keys.close()
        ended = asyncio.ensure_future(self._process.wait())
        nowhere = asyncio.ensure_future(self._draw_nowhere())
        try:
            await asyncio.wait((ended,), timeout=ENDS_WITHIN)
        finally:
            nowhere.cancel()
            self.kill()
        return await ended

    def kill(self) -> None:
        """End it as a power cut would."""
        with suppress(ProcessLookupError):
            self._process.kill()

    @property
    def farewell(self) -> str:
        """What it said when it had ended."""
        return self._farewell.decode("utf-8", "replace").strip()

    async def _draw_nowhere(self) -> None:
        """Take what it still draws: a program whose pictures nobody takes waits, and does not end."""
        while await self._pictures.read(CHUNK):
            pass
