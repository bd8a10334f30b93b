"""The guests' page as a server: begun and ended inside a loop that runs already."""

import errno
import socket
import time
from collections.abc import Callable, Iterator
from ipaddress import ip_address

from aiohttp import web

from smart_tui.web.answering import LOG
from smart_tui.web.door import Door, Site
from smart_tui.web.guests import CAPACITY, Guests
from smart_tui.web.host import Host
from smart_tui.words.language import Language

LOOPBACK = "127.0.0.1"
STOP_SECONDS = 0.5
"""So long an answer that is on its way is waited for."""
IDLE_SECONDS = 75.0
_ELSEWHERE = ("192.0.2.1", "10.255.255.255")
"""Addresses towards which the machine would use its outer ones; nothing is sent to them."""
_PORT = 9


class CannotServe(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """The address or the port cannot be had."""

    def __init__(self, address: str, port: int, number: int | None) -> None:
        super().__init__(address, port)
        self.address, self.port, self.number = address, port, number


def why_not(lang: Language, error: CannotServe) -> str:
    """Say why no guest can come."""
    match error.number:
        case errno.EADDRINUSE:
            return lang.say("Port {port} is taken: choose another one.", port=error.port)
        case errno.EACCES | errno.EPERM:
            return lang.say("Port {port} is not for everybody: choose one above 1023.", port=error.port)
    return lang.say("This machine has no address {address}.", address=error.address)


class GuestServer:
    """Serves one workshop. To begin it again elsewhere takes the same door; its guests are known by the host."""

    def __init__(
        self,
        host: Host,
        *,
        lang: str,
        door: Door | None = None,
        capacity: int = CAPACITY,
        clock: Callable[[], float] = time.monotonic,
        names: tuple[str, ...] = (),
    ) -> None:
        """`names` are other names of this machine under which guests reach it."""
        self.door = door or Door()
        self.links: tuple[str, ...] = ()
        """What guests open, the likeliest first; none while it does not run."""
        self.address = ""
        """What guests type before the code, where they have no link."""
        self._host, self._lang, self._capacity = host, lang, capacity
        self._clock, self._names = clock, names
        self._runner: web.AppRunner | None = None

    async def start(self, address: str = LOOPBACK, port: int = 0) -> None:
        """Begin; port 0 is any that is free. Raises CannotServe."""
        listening = _listen(address, port)
        port = listening.getsockname()[1]
        reached = [f"{_in_url(each)}:{port}" for each in (*self._names, *_reached_at(address))]
        hosts = frozenset(each.lower() for each in (*reached, f"localhost:{port}", f"{LOOPBACK}:{port}"))
        guests = Guests(
            self._host,
            self.door,
            Site(hosts),
            lang=self._lang,
            capacity=self._capacity,
            clock=self._clock,
        )
        self._runner = web.AppRunner(
            guests.application(),
            access_log=None,
            logger=LOG,
            handle_signals=False,
            auto_decompress=False,
            keepalive_timeout=IDLE_SECONDS,
            shutdown_timeout=STOP_SECONDS,
        )
        try:
            await self._runner.setup()
            await web.SockSite(self._runner, listening).start()
        except BaseException:
            listening.close()
            raise
        self.address = f"http://{reached[0]}/"
        self.links = tuple(f"http://{each}/j/{self.door.link}" for each in reached)

    async def stop(self) -> None:
        """End, whoever is still connected."""
        runner, self._runner, self.links, self.address = self._runner, None, (), ""
        if runner is not None:
            await runner.cleanup()


def _listen(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family, backlog=128)
    except (OSError, OverflowError) as error:
        raise CannotServe(address, port, error.errno if isinstance(error, OSError) else None) from error


def _reached_at(address: str) -> tuple[str, ...]:
    """Give the addresses under which others reach a machine that listens on one, or on all that it has."""
    try:
        everywhere = ip_address(address).is_unspecified
    except ValueError:
        everywhere = False
    return (tuple(dict.fromkeys(_own_addresses())) or (LOOPBACK,)) if everywhere else (address,)


def _own_addresses() -> Iterator[str]:
    for elsewhere in _ELSEWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((elsewhere, _PORT))
                yield probe.getsockname()[0]
            except OSError:
                continue


def _in_url(address: str) -> str:
    return f"[{address}]" if ":" in address else address
