"""Text as typed, cut into words, numbers and signs that remember where they stood."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_WIDTH_SHIFT = 0xFF01 - ord("!")
_BLANK = {"Zs", "Zl", "Zp", "Cc", "Cf"}
_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—−﹣", "-") | dict.fromkeys("’‘ʼ`´", "'"))

_WORD = r"[^\W\d_]+"
_DIGITS = r"\d+"
_NUMERAL = r"(?:\d+|(?<!\d)(?=[.,]\d))(?:[ '_]\d{3}(?!\d))*(?:[.,]\d+)*"
_PLACE = r"(?<![^\W_])(?i:tp|tx|q|p)\.(?: ?\d{1,2}(?!\d)|[^\W\d_]+|(?= [^\W\d_]))"
"""A place's name cut short: "TP.HCM", "Q.1", "Q. 1", the "TP." of "TP. Thủ Đức"."""
_PIECES = {
    "dates": re.compile(rf"{_DIGITS}|{_WORD}|\S"),
    "numbers": re.compile(rf"{_NUMERAL}|{_WORD}|\S"),
    "sentences": re.compile(rf"{_PLACE}|{_NUMERAL}|{_WORD}|->|→|[<>]=|\S"),
}


class Token(NamedTuple):
    """One word, number or sign: in lower case, without accents, and its place in the tidied text."""

    text: str
    bare: str
    start: int
    end: int

    @property
    def accented(self) -> bool:
        """Whether its accents were typed."""
        return self.text != self.bare


def tidy(text: str) -> str:
    """NFC with plain digits, spaces, dashes and apostrophes; every character keeps its place."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text)
        text = text.translate({ord(char): _plain(char) for char in set(text)})
    return text.translate(_ALIKE)


@lru_cache(1024)
def _plain(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if ord(char) in _FULL_WIDTH:
        return chr(ord(char) - _FULL_WIDTH_SHIFT)
    return " " if unicodedata.category(char) in _BLANK else char


@lru_cache(4096)
def fold(word: str) -> str:
    """Put a word in lower case without its accents; đ becomes d."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in apart if unicodedata.category(char) != "Mn").replace("đ", "d")


def tokenise(text: str, section: str) -> tuple[Token, ...]:
    """Cut the tokens of a tidied text; for "numbers", `1.234,5` stays in one piece, for "sentences" commas too."""
    found = [Token(*_forms(match[0]), *match.span()) for match in _PIECES[section].finditer(text)]
    return tuple(_without_joints(found, commas=section == "sentences"))


@lru_cache(4096)
def _forms(word: str) -> tuple[str, str]:
    return word.casefold(), fold(word)


def _without_joints(tokens: list[Token], *, commas: bool) -> Iterable[Token]:
    """Leave out what only joins words: commas, a closing full stop, the hyphen of "mid-March"."""
    last = len(tokens) - 1
    for place, token in enumerate(tokens):
        inside = 0 < place < last
        hyphen = (
            token.text == "-" and inside and all(t.text.isalpha() for t in tokens[place - 1 : place + 2 : 2])
        )
        closing = token.text == "." and place == last > 0
        if not (hyphen or (not commas and (token.text == "," or closing))):
            yield token
