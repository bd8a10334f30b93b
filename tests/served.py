"""The served program as its browser has it: the real server's process, its link, its windows."""

import asyncio
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType
from terminal import KEYS, PATIENCE, environment

STEP = 0.05
"""Seconds between two looks whether something holds."""


class Served:
    """One server, on a port of its own."""

    def __init__(self, home: Path, *options: str, serve: tuple[str, ...] = ("--port", "0")) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "smart_tui", *options, "serve", *serve],
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.said = ""
        self.link = self._link()
        self.host = self.link.split("/")[2]
        self.origin = f"http://{self.host}"
        self.cookie = ""
        """As the server sent it."""
        self.cookies: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.said += self._out.read()
        self.process.wait()
        self._out.close()

    def enter(self) -> Self:
        """Go through the link."""
        connection = HTTPConnection(self.host, timeout=PATIENCE)
        connection.request("GET", self.link.removeprefix(self.origin))
        answer = connection.getresponse()
        self.cookie = answer.getheader("Set-Cookie", "")
        connection.close()
        assert answer.status == 200
        name, _, value = self.cookie.partition(";")[0].partition("=")
        self.cookies = {name: value}
        return self

    @asynccontextmanager
    async def browser(self, *, known: bool = True) -> AsyncIterator[ClientSession]:
        """Give a browser, with the cookie or without."""
        async with ClientSession(self.origin, cookies=self.cookies if known else {}) as session:
            yield session

    @asynccontextmanager
    async def window(self, width: int = 80, height: int = 24) -> AsyncIterator["Window"]:
        """Open the program in a window."""
        async with (
            self.browser() as session,
            session.ws_connect(f"/ws?width={width}&height={height}", origin=self.origin) as socket,
        ):
            yield Window(socket, width, height)

    def end(self, how: signal.Signals) -> int:
        """End the server, and give its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    @property
    def programs(self) -> list[int]:
        """The processes that draw for it."""
        return [process for process in _processes() if _parent(process) == self.process.pid]

    @property
    def _out(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout

    def _link(self) -> str:
        while line := self._out.readline():
            self.said += line
            if found := re.search(r"http://\S+", line):
                return found[0]
        raise AssertionError(self.said)


class Window:
    """One window: what is typed, and what a person sees."""

    def __init__(self, socket: ClientWebSocketResponse, width: int, height: int) -> None:
        self.socket = socket
        self.screen = pyte.Screen(width, height)
        self.drawn = 0
        """Bytes that came."""
        self.farewell = ""
        self._stream = pyte.ByteStream(self.screen)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.socket.send_str(json.dumps(["stdin", text]))

    async def press(self, key: str) -> None:
        """Press a key by name, or by the character that it types."""
        await self.type(KEYS.get(key, key))

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.socket.send_str(json.dumps(["resize", {"width": width, "height": height}]))

    async def wait_for(self, *texts: str) -> str:
        """Wait until every text can be seen, and give what can be seen then."""
        while not all(text in self.text for text in texts):
            try:
                more = await self.look(PATIENCE)
            except TimeoutError:
                more = False
            assert more, f"never showed all of {texts}; the window says:\n{self.text}"
        return self.text

    async def wait_for_end(self) -> int | None:
        """Wait until the window is told that the program has ended; gives how."""
        while await self.look(PATIENCE):
            pass
        return self.socket.close_code

    async def look(self, seconds: float) -> bool:
        """Take what comes next; gives whether more may come."""
        async with asyncio.timeout(seconds):  # aiohttp's own begins anew with each heartbeat
            message = await self.socket.receive()
        if message.type is WSMsgType.BINARY:
            self.drawn += len(message.data)
            self._stream.feed(message.data)
        elif message.type is WSMsgType.TEXT:
            _, self.farewell = message.json()
        return message.type in {WSMsgType.BINARY, WSMsgType.TEXT}

    @property
    def text(self) -> str:
        """What can be seen."""
        return "\n".join(line.rstrip() for line in self.screen.display)


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something outside holds."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(STEP)


def lives(process: int) -> bool:
    """Whether a process runs."""
    return _status(process).get("State", "Z")[0] not in {"Z", "X"}


def memory(process: int) -> int:
    """Give the bytes of memory that a process has taken at most."""
    return int(_status(process)["VmHWM"].split()[0]) * 1024


def _processes() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]


def _parent(process: int) -> int:
    return int(_status(process).get("PPid", "0"))


def _status(process: int) -> Mapping[str, str]:
    try:
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    except OSError:
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
