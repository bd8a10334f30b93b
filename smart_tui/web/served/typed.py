"""What a browser sends, checked, as packets for the program: a type, four bytes of length, the rest."""

import json
from typing import Any

WIDEST, TALLEST = 500, 200
"""Cells; a window of a thousand lines would cost the program half a gigabyte."""
NARROWEST, LOWEST = 10, 4
KEYS, ORDER = b"D", b"M"
"""What a packet holds."""


class MalformedError(ValueError):
    """A message that our own page does not send."""


def packet(message: str) -> bytes:
    """Turn a message into a packet; nothing comes of one that is answered by the server itself.

    Raises:
        MalformedError: our page did not send it.

    """
    match _read(message):
        case ["stdin", str(text)]:
            return _packed(KEYS, text.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            width, height = clamped(width, height)
            return _order(type="resize", width=width, height=height)
        case ["focus" | "blur" as kind]:
            return _order(type=kind)
        case ["ping", str()]:
            return b""
        case _:
            raise MalformedError


def clamped(width: int, height: int) -> tuple[int, int]:
    """Give a size in which the program can draw."""
    return max(NARROWEST, min(width, WIDEST)), max(LOWEST, min(height, TALLEST))


def _read(message: str) -> Any:
    try:
        return json.loads(message)
    except (ValueError, RecursionError) as error:
        raise MalformedError from error


def _order(**values: str | int) -> bytes:
    return _packed(ORDER, json.dumps(values).encode())


def _packed(kind: bytes, payload: bytes) -> bytes:
    return b"%s%s%s" % (kind, len(payload).to_bytes(4, "big"), payload)
