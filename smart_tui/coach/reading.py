"""What can come of reading something typed, besides the value itself."""

from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")

MAX_LENGTH = 200
"""Characters in the longest text that a field reads."""


class Ambiguous(Struct, Generic[T], frozen=True):
    """Text with two or more readings, the likeliest first; the person is asked."""

    options: tuple[T, ...]


class Unreadable(Struct, frozen=True):
    """Text that gives no value: why, and which words are in the way."""

    code: str
    text: str


def unusable(text: str) -> Unreadable | None:
    """Why a text is not worth reading at all, if it is not."""
    if not text.strip():
        return Unreadable("empty", "")
    if len(text) > MAX_LENGTH:
        return Unreadable("too-long", text[:MAX_LENGTH])
    return None
