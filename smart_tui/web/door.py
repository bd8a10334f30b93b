"""Who comes in: the link, the code, the cookie, and whether a request comes from a page of ours. Time is passed in."""

import secrets
import unicodedata
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from msgspec import Struct

ALPHABET = "23456789CFGHJKMNPQRTVX"
"""No two look alike. Without vowels, W and D no Vietnamese input method changes what is typed (Telex: dd, w; VNI: d9)."""
_LOOK_ALIKES = str.maketrans("SBZ", "582")
CODE_LENGTH = 6
LINK_BYTES = 16
TRIES = 5
"""Wrong codes that an address may try within the time below."""
TRIES_SECONDS = 60.0
ADDRESSES = 10_000
"""So many addresses are remembered; those that tried longest ago are forgotten first."""
_ALIKE = 64
"""Bits of an IPv6 address that one machine does not choose for itself."""


class Tried(StrEnum):
    """What became of a typed code."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_OFTEN = "too often"


@dataclass(slots=True)
class Door:
    """The way into one workshop."""

    link: str = field(default_factory=lambda: secrets.token_urlsafe(LINK_BYTES))
    code: str = field(default_factory=lambda: "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)))
    _wrong: dict[str, deque[float]] = field(default_factory=dict)

    def opens(self, link: str) -> bool:
        """Whether somebody has the link."""
        return _same(link, self.link)

    def try_code(self, typed: str, address: str, now: float) -> Tried:
        """Look at a typed code; whoever was wrong too often is not heard for a while, even with the right one."""
        address = _machine(address)
        wrong = self._wrong.pop(address, deque())
        while wrong and now - wrong[0] >= TRIES_SECONDS:
            wrong.popleft()
        tried = self._judged(typed, wrong)
        if tried is Tried.WRONG:
            wrong.append(now)
        if wrong:
            self._wrong[address] = wrong
        if len(self._wrong) > ADDRESSES:
            del self._wrong[next(iter(self._wrong))]
        return tried

    def _judged(self, typed: str, wrong: deque[float]) -> Tried:
        if len(wrong) >= TRIES:
            return Tried.TOO_OFTEN
        return Tried.RIGHT if _same(as_code(typed), self.code) else Tried.WRONG


def as_code(typed: str) -> str:
    """Give a code as it is meant: in whatever case and width, with spaces or dashes, read off a wall."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(char for char in plain if char.isalnum()).translate(_LOOK_ALIKES)


def new_cookie() -> str:
    """Give what a guest's browser keeps: 128 bits that nobody guesses."""
    return secrets.token_hex(LINK_BYTES)


def key_of(cookie: str) -> str:
    """Give the key of the guest who holds a cookie: who reads the key on the disk cannot become that guest."""
    return f"guest-{sha256(cookie.encode()).hexdigest()[:32]}"


class Site(Struct, frozen=True):
    """The names under which the page is reached, each with its port; any other is somebody's trick."""

    hosts: frozenset[str]

    def is_ours(self, host: str) -> bool:
        """Whether a request was sent to this page by one of its names, and not by one that was bent to point here."""
        return host.lower() in self.hosts

    def comes_from(self, host: str, origin: str | None, referer: str | None) -> bool:
        """Whether a form was sent by a page of the very host that it was sent to."""
        sender = origin if origin is not None else _origin(referer or "")
        return sender.lower() == f"http://{host.lower()}"


def _origin(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode(errors="replace"), wanted.encode())


def _machine(address: str) -> str:
    """Give what stands for a machine: an IPv6 one may call from as many addresses as it likes."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(ip_network((known, _ALIKE), strict=False)) if isinstance(known, IPv6Address) else address
