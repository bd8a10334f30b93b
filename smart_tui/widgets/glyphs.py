"""Plain signs for terminals that show Latin letters and nothing else: one sign for each, as wide. Pure."""

import sys
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

NAMED: Mapping[str, str] = {
    # Statuses, and how strong a letter is: each has a sign of its own.
    "●": "*",
    "▲": "^",
    "◆": "#",
    "✓": "+",
    "○": "o",
    # What is chosen, done, weak, the main goal, where one is.
    "◉": "*",
    "☑": "+",
    "□": "o",
    "☐": "o",
    "✗": "x",
    "★": "¤",
    "▌": ">",
    "▐": "<",
    "▏": "|",
    "▶": ">",
    "▸": ">",
    "‖": "=",
    "•": "·",
    # The bar, its half cell, its rest and the plan's mark.
    "━": "=",
    "╸": ">",
    "─": "-",
    "┃": "|",
    "└": "`",
    "├": "|",
    "┤": "|",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "▔": "-",
    "▁": "_",
    "🔎": "> ",
    # Signs of texts.
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "ʼ": "'",
    "…": "~",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "−": "-",
    "≈": "~",
    "€": "E",
    "₫": "đ",
    "≤": "<",
    "≥": ">",
}
BLOCKS = ((0x2500, 0x257F, "+"), (0x2580, 0x259F, "#"))
"""Other frames and blocks."""
BRAILLE = 0x2800, 0x28FF
ROWS = (0x01 | 0x08, 0x02 | 0x10, 0x04 | 0x20, 0x40 | 0x80)
"""The dots of each row of a Braille cell (ISO 11548-1)."""
UPPER = 2
"""The last row that counts as the middle."""
DOTTED, FULL = ("'", "·", "."), ('"', "-", "_")
"""What is at the top, in the middle, at the bottom of a cell, in a line of dots and in a full one."""
NONE = "?"
"""For a letter that cannot be shown."""
VIETNAMESE = "Ạ", "ỹ"
LATIN_END = "\u0250"
"""From here on letters are not Latin, the Vietnamese ones aside."""
OLD_TERMINALS = {"linux", "vt100", "vt102", "vt220", "dumb"}
COERCED = {"C.UTF-8", "C.utf8", "UTF-8"}


def plain_glyphs(text: str) -> str:
    """Give the text in Latin letters and signs, with as many cells."""
    return text if text.isascii() else _plain(text)


def plain_wanted(environ: Mapping[str, str], *, coerced: bool = bool(sys.flags.utf8_mode)) -> bool:
    """Whether the terminal is too old for other signs than Latin ones, or the locale knows none."""
    return environ.get("TERM", "") in OLD_TERMINALS or narrow_locale(environ, coerced=coerced)


def narrow_locale(environ: Mapping[str, str], *, coerced: bool = bool(sys.flags.utf8_mode)) -> bool:
    """Whether the locale, if there is one, names no UTF-8.

    `coerced`: LC_CTYPE may be Python's own, which puts C.UTF-8 there where the locale is C (PEP 538).
    """
    ctype = environ.get("LC_CTYPE", "")
    said = (
        environ.get("LC_ALL"),
        "" if coerced and ctype in COERCED else ctype,
        environ.get("LANG"),
    )
    locale = next(filter(None, said), "")
    return bool(locale) and "utf8" not in locale.lower().replace("-", "")


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    plain = "".join(map(_sign, composed))
    # A letter of several code points can be narrower than its parts.
    width = _cells(text)
    return plain if _cells(plain) == width else plain[:width].ljust(width)


@lru_cache(maxsize=1024)
def _sign(letter: str) -> str:
    if letter < LATIN_END or VIETNAMESE[0] <= letter <= VIETNAMESE[1]:
        return letter
    if letter in NAMED:
        return NAMED[letter]
    code = ord(letter)
    if BRAILLE[0] <= code <= BRAILLE[1]:
        return _dots(code - BRAILLE[0])
    for first, last, sign in BLOCKS:
        if first <= code <= last:
            return sign
    simple = unicodedata.normalize("NFKD", letter)
    width = _cells(letter)
    return simple if simple.isascii() and len(simple) == width else NONE * width


def _cells(text: str) -> int:
    # Every command asks whether signs are to be plain; few have to measure any.
    from rich.cells import cell_len

    return cell_len(text)


def _dots(bits: int) -> str:
    """Draw the dots of a chart about as high as they stand in their cell: of a dotted line one, of a full one two."""
    rows = [row for row, dots in enumerate(ROWS) if bits & dots]
    if not rows:
        return " "
    if rows[-1] - rows[0] > 1:
        return ":"
    middle = (rows[0] + rows[-1]) / 2
    high, level, low = DOTTED if bits.bit_count() == 1 else FULL
    return high if middle < 1 else level if middle <= UPPER else low
