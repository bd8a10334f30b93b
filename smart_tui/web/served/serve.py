"""The whole program in the person's own browser: open to nobody else, and gone when the server goes."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from smart_tui.web.served import pages
from smart_tui.web.served.child import Program
from smart_tui.web.served.door import Door
from smart_tui.web.served.typed import clamped
from smart_tui.web.served.window import Window
from smart_tui.words.language import Language

WINDOWS = 4
"""So many are open at once, each with a program of its own: it is one person."""
HEARTBEAT = 15.0
"""Seconds after which a browser is asked whether it is there; one that does not answer has gone."""
LONGEST = 1 << 20
"""Bytes of one message: what can be pasted at once."""
WIDTH, HEIGHT = 80, 24
"""Cells of a browser that does not say how large it is."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Answers the browser."""

    def __init__(self, program: Program, door: Door, lang: Language, *, asks: bool) -> None:
        """`asks` says whether Enter gives another link where this runs."""
        self._program, self._door, self._lang, self._asks = program, door, lang, asks
        self._windows: dict[Window, asyncio.Future[None]] = {}
        self._stopping = False

    def application(self) -> web.Application:
        """Give it to aiohttp."""
        application = web.Application(middlewares=[self._guard])
        application.router.add_get("/open/{token}", self._open, name="open", allow_head=False)
        application.router.add_get("/", self._page, allow_head=False)
        application.router.add_get("/ws", self._connect, allow_head=False)
        application.router.add_get("/static/{name}", self._file, allow_head=False)
        application.on_response_prepare.append(_say_everywhere)
        return application

    def tell(self) -> None:
        """Tell all programs that they end; told again, they end at once."""
        self._stopping = True
        for window in self._windows:
            window.stop()

    async def stop(self) -> None:
        """End all programs; when this returns, they have ended and their windows know it."""
        if not self._stopping:
            self.tell()
        await asyncio.gather(*self._windows.values())

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let nobody in but the person, from this server's own page."""
        is_ours = self._door.is_addressed(request.headers.get("Host"), request.headers.get("Origin"))
        if is_ours and (request.match_info.route.name == "open" or self._is_known(request)):
            return await handler(request)
        return pages.closed_page(self._lang, asks=self._asks)

    def _is_known(self, request: web.Request) -> bool:
        return self._door.knows(request.cookies.get(self._door.cookie))

    async def _open(self, request: web.Request) -> web.Response:
        """Take the link, give a cookie for it."""
        token = request.match_info["token"]
        key = self._door.enter(token)
        if key is None and not self._is_known(request):
            closed = pages.used_page if self._door.was_used(token) else pages.closed_page
            return closed(self._lang, asks=self._asks)
        response = pages.opening_page(self._lang)
        if key is not None:
            response.set_cookie(self._door.cookie, key, httponly=True, samesite="Strict")
        return response

    async def _page(self, _: web.Request) -> web.Response:
        if self._is_full:
            return pages.full_page(self._lang, WINDOWS)
        return pages.program_page(self._lang, self._door.host)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path, kind = pages.FILES.get(request.match_info["name"], (None, ""))
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={"Content-Type": kind})

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        """Open a window; other pages may not, whatever cookie the browser sends for them."""
        if request.headers.get("Origin") != self._door.origin:
            return pages.closed_page(self._lang, asks=self._asks)
        if self._is_full or self._stopping:
            return pages.full_page(self._lang, WINDOWS)
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LONGEST, compress=False)
        window = Window(socket, request.transport)
        gone = self._windows[window] = asyncio.get_running_loop().create_future()
        try:
            await socket.prepare(request)
            await window.hold(self._program, *_size(request))
        finally:
            del self._windows[window]
            gone.set_result(None)
        return socket

    @property
    def _is_full(self) -> bool:
        return len(self._windows) >= WINDOWS


def _size(request: web.Request) -> tuple[int, int]:
    try:
        return clamped(int(request.query["width"]), int(request.query["height"]))
    except (KeyError, ValueError):
        return WIDTH, HEIGHT


async def _say_everywhere(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(pages.EVERYWHERE)
