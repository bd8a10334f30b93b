"""One door between the file's text and any screen, terminal or export.

What is written into the file passes another one, `store/values.clean`: it keeps what is invisible, for that may be meant
(the joiners of a family emoji), and takes only what no file should hold. Nothing is shown that has not passed here.
"""

import re
import unicodedata
from functools import cache

LONGEST = 200
"""A text in a list is cut after so many characters; nobody writes a longer title."""

_HIDDEN = (
    *(
        range(code, code + 1)
        for code in (0x00AD, 0x061C, 0x06DD, 0x070F, 0x08E2, 0x180E, 0x3164, 0xFEFF, 0xFFA0)
    ),
    *(range(0x0600, 0x0606), range(0x0890, 0x0892), range(0x115F, 0x1161), range(0x200B, 0x2010)),
    *(range(0x2028, 0x202F), range(0x2060, 0x2070), range(0xFFF9, 0xFFFC)),
    *(range(0x110BD, 0x110BE), range(0x110CD, 0x110CE), range(0x13430, 0x13440), range(0x1BCA0, 0x1BCA4)),
    *(range(0x1D173, 0x1D17B), range(0xE0000, 0xE0080)),
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
"""Nobody but one font knows what these look like."""
_UNSEEN_IN_JSON = (
    f"[\x7f-\x9f\ud800-\udfff{_PRIVATE}" + "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in _HIDDEN) + "]"
)
"""JSON writes the other controls as escapes by itself. Compiled where something is hidden, not at each start."""
_PERHAPS_A_PILE = r"[^\w\s!-~]{4,}"
_HIGHEST_PILE = 3


def clean(text: str) -> str:
    """Make a text safe to show on one line: controls and hidden marks become pictures, stacks of accents fall."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", re.sub(f"[{_PRIVATE}]", "\ufffd", text.translate(_pictures())))
    return re.sub(_PERHAPS_A_PILE, _levelled, text)


def clean_lines(text: str) -> str:
    """Make a text safe to show, its line ends kept."""
    return "\n".join(clean(line) for line in text.replace("\r\n", "\n").split("\n"))


def clean_title(text: str) -> str:
    """Make a title safe for a list: on one line, and of a length that somebody might have meant."""
    text = clean(text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def clean_json(text: str) -> str:
    """Make a JSON text safe to print, what it says unchanged: what is hidden becomes an escape."""
    if text.isascii() and "\x7f" not in text:
        return text
    if text.isprintable() and not any(char in text for char in _printable_but_hidden()):
        return text
    import json

    return re.sub(_UNSEEN_IN_JSON, lambda found: json.dumps(found[0])[1:-1], text)


@cache
def _printable_but_hidden() -> tuple[str, ...]:
    """Give what is hidden and yet a letter to Python."""
    return tuple(char for run in _HIDDEN for char in map(chr, run) if char.isprintable())


@cache
def _pictures() -> dict[int, str]:
    """Give what is shown for each character that must not reach a terminal."""
    controls = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
    unreadable = dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), "\ufffd")
    return controls | unreadable | {code: "\u2423" for run in _HIDDEN for code in run}


def _levelled(found: re.Match[str]) -> str:
    """Keep at most so many marks on one letter, of whatever script."""
    kept: list[str] = []
    height = 0
    for char in found[0]:
        height = height + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if height <= _HIGHEST_PILE:
            kept.append(char)
    return "".join(kept)
