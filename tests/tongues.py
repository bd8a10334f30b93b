"""Which words a language has here: those of its catalogue and of its lexicon. What is none of them is another's."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from catalogue import LOCALE, catalogues, forms, load, texts
from scenes import TOLD

from smart_tui.cli.main import COMMANDS
from smart_tui.coach.lexicon import phrasing
from smart_tui.coach.measures import measures
from smart_tui.words.language import SOURCE

WORD = re.compile(r"(?<![…\w.@/#])[^\W\d_]{2,}(?![…\w@/])")
"""A word that stands whole: not cut off, and no part of a path, a number, a name of a file."""
NEVER_SAID = re.compile(
    r"https?://\S+(?:\s+[\w/.-]{8,}\b)?|\S+-[0-9a-f]{4}\b|\S*[/\\]\S*[/\\]\S*|\S+\.(?:toml|csv|html|md|json|ics|txt)\b"  # where something lies
    r"|(?<!\w)--?[a-z][\w-]*|\[[^\[\]]*\|[^\[\]]*\]|(?<!\w)'[^']*'(?!\w)|\w+_\w+|\w+=\S+"  # what is typed as it is
    r"|\{[^{}]*\}|%\(\w+\)s|%[A-Z]\b"  # what values are filled into
)
NAMES = frozenset(
    re.findall(
        r"\w+",
        """
    an hà lan mai minh ngọc tuấn tết việt tiếng english deutsch
    black friday crm csv excel icalendar json markdown qr smart toml usd us vnd kg utf
    smart-tui tui web webinar website wikipedia dropbox syncthing git
    ctrl alt shift enter esc tab del delete home end pgup pgdn backspace space f
    """,
    )
)
"""Names of people, forms, moneys, programs, holidays and keys: the same everywhere."""
TYPED = frozenset(word for text in (*COMMANDS, "true-false-visual-editor") for word in text.split("-"))
"""What is typed to the program as it is, in every language."""


def words(text: str) -> list[str]:
    """Give the words of a text, in small letters."""
    said = NEVER_SAID.sub(" ", unicodedata.normalize("NFC", text))
    return [word.lower() for word in WORD.findall(said)]


def foreign(lang: str, text: str, *own: str) -> list[str]:
    """Give the words of a text that its language does not have; `own` is what people wrote themselves."""
    theirs = {word for each in own for word in words(each)}
    known = vocabulary(lang) | NAMES | TYPED | theirs
    return [word for word in words(text) if word not in known]


@cache
def vocabulary(lang: str) -> frozenset[str]:
    """Give all words of a language."""
    texts: Iterable[str] = (*_said(lang), *_listed(lang), *_told(lang))
    return frozenset(word for text in texts for word in words(text))


def _said(lang: str) -> list[str]:
    """Give what the program says."""
    catalogue: Catalog = load(catalogues()[0] if lang == SOURCE else _po(lang))
    messages = [message for message in catalogue if message.id]
    return [text for it in messages for text in (texts(it) if lang == SOURCE else forms(it))]


def _po(lang: str) -> Path:
    return LOCALE / lang / "LC_MESSAGES" / "smart_tui.po"


def _listed(lang: str) -> list[str]:
    """Give what the coach puts into a person's fields."""
    said = phrasing(lang)
    return [
        *(it.source.get(lang, "") for it in measures()),
        *(*said.blanks.values(), *said.frames.values(), said.first_step, said.sales, said.weight),
    ]


def _told(lang: str) -> list[str]:
    """Give what the person of the scenes types."""
    told = TOLD[lang]
    return [
        told.sentence,
        told.vague,
        told.parked,
        told.wanted,
        *(it for page in told.pages for it in page.values()),
    ]
