"""The pages as HTML: every text in them escaped by the template, and a policy that allows nothing but their style."""

from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from smart_tui.web.door_page import DoorPage
from smart_tui.web.guest_page import LetterPage
from smart_tui.web.guest_sheet import SheetPage

TEMPLATES = Path(__file__).with_name("templates")
Page = DoorPage | LetterPage | SheetPage
_NAMES: Mapping[type, str] = MappingProxyType(
    {DoorPage: "door.html", LetterPage: "letter.html", SheetPage: "sheet.html"}
)


def page_html(page: Page) -> str:
    """Write a page."""
    return _environment().get_template(_NAMES[type(page)]).render(page=page, style=_style())


@lru_cache(maxsize=1)
def headers() -> Mapping[str, str]:
    """Give what goes with every answer.

    The referrer is `same-origin` and not `no-referrer`: with that, browsers would send "Origin: null" with our own
    forms. No other site learns anything either way.
    """
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
    return MappingProxyType(
        {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cache-Control": "no-store",
        }
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return (TEMPLATES / "guest.css").read_text("utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
