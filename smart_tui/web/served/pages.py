"""The pages of the served program: the one that draws it, and those that say why it does not."""

from base64 import b64encode
from enum import IntEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import textual_serve
from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from smart_tui.words.language import Language

OWN = Path(__file__).with_name("static")
TEMPLATES = Path(__file__).with_name("templates")
XTERM = Path(textual_serve.__file__).with_name("static")
FILES = MappingProxyType(
    {
        "icon.svg": (OWN / "icon.svg", "image/svg+xml"),
        "mono.ttf": (XTERM / "fonts" / "RobotoMono-VariableFont_wght.ttf", "font/ttf"),
        "served.css": (OWN / "served.css", "text/css"),
        "served.js": (OWN / "served.js", "text/javascript"),
        "textual.js": (XTERM / "js" / "textual.js", "text/javascript"),
        "xterm.css": (XTERM / "css" / "xterm.css", "text/css"),
    }
)
"""Everything that the page loads, and what it is, whatever the machine thinks; there is no list of it."""
EVERYWHERE = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "Server": "smart-tui",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)
"""What every answer says to the browser: show it to nobody else, tell nobody, keep nothing."""
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class End(IntEnum):
    """How the program in a window came to its end: what the connection is closed with."""

    QUIT = 1000
    STOPPED = 1001
    LOST = 1008
    FAILED = 1011


def program_page(lang: Language, host: str) -> web.Response:
    """Give the page that draws the program. Of all styles xterm's own ones are made while it runs."""
    ends = {
        End.QUIT: lang.say("smart-tui has ended; everything is saved."),
        End.STOPPED: lang.say("smart-tui serve was ended where it ran. What was being typed is kept."),
        End.LOST: lang.say("The connection has broken off. What was being typed is kept."),
        End.FAILED: lang.say("The program has failed; it says why where smart-tui serve runs."),
    }
    said = {"opening": lang.say("smart-tui opens."), "again": lang.say("Open it again")}
    text = _template("served.html").render(lang=lang.code, host=host, ends=ends, lost=End.LOST, **said)
    allowed = "script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'"
    return _page(text, 200, f"{NOTHING}; {allowed}; connect-src ws://{host}")


def opening_page(lang: Language) -> web.Response:
    """Give the page that goes on to the program: from here, and not from a mail, the browser shows its cookie."""
    return _said(lang, 200, lang.say("smart-tui opens."), lang.say("Go on"), goes_on=True)


def used_page(lang: Language, *, asks: bool) -> web.Response:
    """Say that a link works once."""
    return _said(lang, 403, lang.say("This link has been used: it works once."), _another(lang, asks=asks))


def closed_page(lang: Language, *, asks: bool) -> web.Response:
    """Say how the program is opened."""
    wrong = lang.say("This is a person's own program. It opens with the link that smart-tui serve prints.")
    return _said(lang, 403, wrong, _another(lang, asks=asks))


def full_page(lang: Language, windows: int) -> web.Response:
    """Say that there are enough windows."""
    wrong = lang.say("smart-tui is open in {n} windows already.", n=windows)
    return _said(lang, 503, wrong, lang.say("Close one, then load this page again."))


def _another(lang: Language, *, asks: bool) -> str:
    if asks:
        return lang.say("Enter, in the terminal where smart-tui serve runs, prints another link.")
    return lang.say("smart-tui serve prints another link when it is started again.")


def _said(lang: Language, status: int, said: str, then: str, *, goes_on: bool = False) -> web.Response:
    style = (TEMPLATES / "said.css").read_text("utf-8")
    text = _template("said.html").render(lang=lang.code, said=said, then=then, goes_on=goes_on, style=style)
    style_hash = b64encode(sha256(style.encode()).digest()).decode()
    return _page(text, status, f"{NOTHING}; style-src 'sha256-{style_hash}'")


def _page(text: str, status: int, policy: str) -> web.Response:
    headers = {"Content-Security-Policy": policy}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)
