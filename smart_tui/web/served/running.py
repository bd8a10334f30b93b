"""Runs the server of the served program: from the link that is told to the signal that ends it."""

import asyncio
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address

from aiohttp import web
from aiohttp.http import HttpProcessingError

from smart_tui.web.served.child import Program
from smart_tui.web.served.door import Door
from smart_tui.web.served.serve import Server
from smart_tui.words.language import Language

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
LEAVES_WITHIN = 0.5
"""Seconds for what is being answered when the server ends."""
LINE = 1024
"""Bytes that are read when Enter is pressed; what they say does not matter."""


class EveryAddressError(ValueError):
    """An address that means all of the machine's: the browser has to name the one that it asks."""


def listening(host: str, port: int) -> socket.socket:
    """Take one address, and a port of it.

    Raises:
        EveryAddressError: it is not one address.
        OSError: it is not this machine's, or the port is taken.

    """
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    if ip_address(address[0]).is_unspecified:
        raise EveryAddressError
    return socket.create_server(address[:2], family=family)


def is_private(listener: socket.socket) -> bool:
    """Whether it is reached from this machine only."""
    return ip_address(listener.getsockname()[0]).is_loopback


async def run(
    program: Program,
    door: Door,
    listener: socket.socket,
    lang: Language,
    tell_link: Callable[[str], None],
    *,
    asks: bool,
) -> int:
    """Serve until a signal comes, and give its number. `asks` says whether Enter asks for another link."""
    server = Server(program, door, lang, asks=asks)
    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def hear(number: int) -> None:
        server.tell()
        if not told.done():
            told.set_result(number)

    runner = web.AppRunner(
        server.application(), access_log=None, logger=_log(), shutdown_timeout=LEAVES_WITHIN
    )
    await runner.setup()
    await web.SockSite(runner, listener).start()
    try:
        _listen(hear)
        tell_link(door.new_link())
        if asks:
            _on_enter(lambda: tell_link(door.new_link()))
        return await told
    finally:
        await server.stop()
        await runner.cleanup()


def _listen(hear: Callable[[int], None]) -> None:
    """Hear the signals that end a program; those that are ignored stay so (nohup)."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, hear, number)


def _on_enter(do: Callable[[], None]) -> None:
    """Do something whenever Enter is pressed. What is read in vain does not keep the server from ending."""
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        # In the background (&) nothing is read, rather than the server stopped.
        signal.signal(signal.SIGTTIN, signal.SIG_IGN)

    def read() -> None:
        with suppress(OSError, RuntimeError):
            while os.read(sys.stdin.fileno(), LINE):
                loop.call_soon_threadsafe(do)

    threading.Thread(target=read, daemon=True).start()


def _log() -> logging.Logger:
    """Where faults of ours are told, and not those of whoever sends what is no HTTP."""
    log = logging.getLogger(__name__)
    log.addFilter(
        lambda record: not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))
    )
    return log
