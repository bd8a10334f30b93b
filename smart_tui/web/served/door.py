"""The door of a served program: a link that works once, then a cookie; nobody else, and no other page, gets in."""

from hmac import compare_digest
from secrets import token_urlsafe

HTTP_PORT = 80
"""Browsers leave it out."""


class Door:
    """Knows who may come in. All secrets last as long as the server."""

    def __init__(self, host: str, port: int) -> None:
        name = f"[{host}]" if ":" in host else host.lower()
        self.host = name if port == HTTP_PORT else f"{name}:{port}"
        """The one address under which this server is asked: another name may be another page's trick."""
        self.origin = f"http://{self.host}"
        self.cookie = f"smart-tui-{port}"
        """The cookie's name: browsers send cookies to every port of a machine."""
        self._link = ""
        self._used: set[str] = set()
        self._keys: set[str] = set()

    def new_link(self) -> str:
        """Give a link that works once; the one before, if nobody used it, works no more."""
        self._link = token_urlsafe(32)
        return f"{self.origin}/open/{self._link}"

    def enter(self, token: str) -> str | None:
        """Take the token of a link; gives the cookie's value, or nothing when it does not open."""
        if not self._link or not _same(token, self._link):
            return None
        self._used.add(token)
        self._link = ""
        key = token_urlsafe(32)
        self._keys.add(key)
        return key

    def was_used(self, token: str) -> bool:
        """Whether a link has been used already."""
        return token in self._used

    def knows(self, key: str | None) -> bool:
        """Whether a cookie's value is one of ours."""
        return key is not None and any(_same(key, known) for known in self._keys)

    def is_addressed(self, host: str | None, origin: str | None) -> bool:
        """Whether a request names this server, and comes from its own page, if from any."""
        return host == self.host and origin in {None, self.origin}


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "replace"), other.encode())
