"""How the guests' page answers: headers, cookies, the language of who asks."""

import logging
from http import HTTPStatus

from aiohttp import web

from smart_tui.web.pages import Page, headers, page_html
from smart_tui.words.language import Language, best_of, language

GUEST, LANG = "smart-tui-guest", "lang"
KEPT_SECONDS = 2 * 24 * 3600
"""So long a browser remembers its guest."""
MOST_WISHES = 20
LOG = logging.getLogger("smart_tui.web")
"""Silent unless somebody listens: a terminal that shows a workshop shows nothing else."""
LOG.addHandler(logging.NullHandler())


def answer(page: Page, status: int = HTTPStatus.OK, *, lang: str = "") -> web.Response:
    """Answer with a page; `lang` is the language that was chosen with the request."""
    response = web.Response(status=status, text=page_html(page), content_type="text/html", charset="utf-8")
    if lang:
        remember(response, LANG, lang)
    return response


def goes_on(path: str) -> web.Response:
    """Send the browser to another page of ours, so that nothing is sent twice."""
    return web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": path})


def remember(response: web.Response, name: str, value: str) -> None:
    """Have the browser remember something, which no script and no other site reads."""
    response.set_cookie(name, value, max_age=KEPT_SECONDS, httponly=True, samesite="Strict", path="/")


async def guarded(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001  # aiohttp's signature
    """Put the headers on whatever is answered."""
    response.headers.update(headers())
    response.headers.pop("Server", None)


def language_of(request: web.Request, fallback: str) -> Language:
    """Give the language of who asks: the one chosen, else the browser's first that is known, else the workshop's."""
    accepted = request.headers.get("Accept-Language", "").split(",")[:MOST_WISHES]
    browser = [wish.partition(";")[0].strip() for wish in accepted]
    return language(best_of([request.query.get(LANG), request.cookies.get(LANG), *browser, fallback]))
