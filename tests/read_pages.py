"""Documents, read by something that is not ours, and the worst that a person's text can be."""

import unicodedata
from html.parser import HTMLParser

from reliability.hostile_texts import FAMILIES
from sample_goals import HOSTILE_TITLES

WORSE_TITLES = (
    *HOSTILE_TITLES,
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</style></title></svg><b>",
    "{{ 7 * 7 }} {% raw %}",
    "| a | b |\n|---|---|",
    "[link](http://evil.example) ![x](http://evil.example/x.png) `code` **bold** <http://evil.example>",
    "# heading\n- list\n1. one",
    '=HYPERLINK("http://evil.example")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3",
    "\t=1",
    "a,b;c:d\\n\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
    "đ" * 120,
    "",
    *(text for family in FAMILIES.values() for text in family.values() if text.strip() and len(text) < 400),
)


class Page(HTMLParser):
    """An HTML page, taken apart."""

    VOID = frozenset({"meta", "link", "img", "br", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data.strip()))

    def said(self, *tags: str) -> list[str]:
        """Give the texts that stand in elements of these names."""
        return [text for tag, text in self.texts if tag in tags]


def harmful(text: str) -> set[str]:
    """Give the characters that do something to a terminal, or hide."""
    return {
        c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and c not in "\r\n"
    }


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, as WCAG has it."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)
