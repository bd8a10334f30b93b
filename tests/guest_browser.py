"""A guest's browser, as far as it matters: cookies, redirects, forms that are sent as they stand in the page."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from types import TracebackType
from typing import Self

from aiohttp import ClientResponse, ClientSession, CookieJar

from smart_tui.web.guest_server import GuestServer
from smart_tui.web.host import Host

VOID = frozenset({"input", "meta", "link", "br"})


@dataclass
class Ticking:
    """A clock that stands until it is told to go on."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    text: str = ""
    parents: tuple["Element", ...] = ()


class Parsed(HTMLParser):
    """A page taken apart; fails where tags are not closed in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open, [it.tag for it in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, parents=tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attrs: str) -> list[Element]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [
            it
            for it in self.elements
            if it.tag == tag and all(it.attrs.get(name) == value for name, value in wanted.items())
        ]

    def by_id(self, name: str) -> Element:
        return next(it for it in self.elements if it.attrs.get("id") == name)

    @property
    def fields(self) -> dict[str, str]:
        """What the page's form would send."""
        sent: dict[str, str] = {}
        for it in self.elements:
            if it.tag == "input":
                sent[it.attrs["name"]] = it.attrs.get("value", "")
            elif it.tag == "textarea":
                sent[it.attrs["name"]] = it.text.removeprefix("\n").replace("\n", "\r\n")
            elif it.tag == "option" and "selected" in it.attrs:
                select = next(up for up in reversed(it.parents) if up.tag == "select")
                sent[select.attrs["name"]] = it.attrs["value"]
        return sent


@dataclass
class Browser:
    """Goes to pages, fills forms in, presses buttons."""

    base: str
    lang: str = "en"
    session: ClientSession = field(init=False)
    status: int = 0
    url: str = ""
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        self.session = ClientSession(
            cookie_jar=CookieJar(unsafe=True), headers={"Accept-Language": f"{self.lang},x;q=0.1"}
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.session.close()

    @property
    def page(self) -> Parsed:
        return Parsed(self.html)

    @property
    def text(self) -> str:
        return " ".join(" ".join(it.text.split()) for it in self.page.all("body"))

    async def open(self, path: str, **headers: str) -> int:
        async with self.session.get(self.base + path, headers=headers) as response:
            return await self._read(response)

    async def post(
        self, path: str, fields: Mapping[str, str] | bytes | BytesIO, headers: Mapping[str, str] | None = None
    ) -> int:
        given = {"Origin": self.base} if headers is None else headers
        async with self.session.post(self.base + path, data=fields, headers=given) as response:
            return await self._read(response)

    async def join(self, link: str, name: str) -> int:
        await self.open(link.removeprefix(self.base))
        return await self.post("/join", {**self.page.fields, "name": name})

    async def send(self, do: str = "coach", **answers: str) -> int:
        """Fill the page's form in and press a button; `target="5"` answers the field of that name."""
        fields = self.page.fields
        for short, text in answers.items():
            name = next(it for it in fields if it.rpartition(".")[2] == short)
            fields[name] = text
        action = self.page.all("form")[0].attrs["action"]
        return await self.post(action, {**fields, "do": do})

    def buttons(self, text: str) -> list[str]:
        """Give what the buttons stand for that say this."""
        return [it.attrs["value"] for it in self.page.all("button", name="do") if text in it.text]

    async def press(self, text: str, **answers: str) -> int:
        return await self.send(self.buttons(text)[0], **answers)

    async def _read(self, response: ClientResponse) -> int:
        self.html, self.status, self.headers = await response.text(), response.status, response.headers
        last = response.history[-1].headers["Location"] if response.history else str(response.url)
        self.url = last.removeprefix(self.base)  # with its fragment, which a response does not know
        return self.status


@asynccontextmanager
async def served(
    host: Host, *, lang: str = "en", capacity: int = 20, clock: Ticking | None = None
) -> AsyncIterator[GuestServer]:
    """Serve a workshop on a free port of this machine."""
    server = GuestServer(host, lang=lang, capacity=capacity, clock=clock or Ticking())
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


def browser(server: GuestServer, lang: str = "en") -> Browser:
    return Browser(server.address.rstrip("/"), lang)
