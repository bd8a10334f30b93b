"""Values as TOML text, in the file's look: numbers as typed, bare dates, one-line strings."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

LIKE_THOUSANDS = -3
"""The exponent of 1.000, which is one; most of those who write it mean a thousand."""
WIDE = 100
"""An array of tables longer than this stands one table a line."""

_FORMAT = frozenset({"Cc", "Cf", "Zl", "Zp"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES |= (
    {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD) | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def clean(text: str) -> str:
    """Give the text as the model holds it: NFC, control characters as pictures, no lone surrogates.

    What is invisible but may be meant stays; what is shown passes `words/clean` as well.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_PICTURES))


def written(number: Decimal) -> int | Decimal:
    """Give the number that TOML holds: a whole one is an integer, `35.00` keeps its places, `1.000` is 1."""
    exponent = number.as_tuple().exponent
    whole = isinstance(exponent, int) and (
        exponent >= 0 or (exponent == LIKE_THOUSANDS and number == int(number))
    )
    return int(number) if whole else number


def render(value: Any) -> str:
    """Write a TOML value on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case str():
            return _string(value)
        case list():
            return f"[{', '.join(map(render, value))}]"
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {render(item)}' for key, item in value.items())} }}"
    raise TypeError(value)


def render_lines(tables: list[Any], newline: str, indent: str = "") -> str:
    """Write an array one table a line, each with a trailing comma."""
    rows = "".join(f"{indent}  {render(table)},{newline}" for table in tables)
    return f"[{newline}{rows}{indent}]"


def render_entry(key: str, value: Any, newline: str, indent: str = "") -> str:
    """Write `key = value`, a history or a long array of tables one table a line; no line end."""
    start = f"{indent}{_key(key)} = "
    if isinstance(value, list) and value and isinstance(value[0], dict):
        line = render(value)
        if key in {"checkins", "decisions", "leads"} or len(start) + len(line) > WIDE:
            return start + render_lines(value, newline, indent)
    return start + render(value)


def dotted(path: tuple[str | int, ...]) -> str:
    """Write a path of keys as TOML does."""
    return ".".join(_key(str(part)) for part in path)


def newline_of(text: str) -> str:
    """Give the line end that the text uses."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _string(key)


def _string(text: str) -> str:
    return '"' + "".join(map(_character, text)) + '"'


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if unicodedata.category(character) not in _FORMAT:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last with four digits
