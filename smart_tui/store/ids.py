"""Ids of goals: a slug of the title, a hyphen, four hex digits."""

import re
import unicodedata
import zlib
from collections.abc import Callable, Collection

LONGEST_SLUG = 24


def slug(title: str) -> str:
    """Give the title in a-z, 0-9 and hyphens, without accents (đ → d), at most 24 characters."""
    plain = unicodedata.normalize("NFKD", title.casefold()).replace("đ", "d")
    words = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
    if len(words) > LONGEST_SLUG:
        whole, _, _ = words[: LONGEST_SLUG + 1].rpartition("-")
        words = whole or words[:LONGEST_SLUG]
    return words or "goal"


def new_id(title: str, taken: Collection[str], random_hex: Callable[[], str]) -> str:
    """Give an id that is not taken; `random_hex` gives four hex digits at each call."""
    while (made := f"{slug(title)}-{random_hex()}") in taken:
        pass
    return made


def derived_id(title: str, before: int, taken: Collection[str]) -> str:
    """Give the id of a goal that has none written: the same as long as title and namesakes `before` it stay."""
    salt = 0
    while True:
        made = f"{slug(title)}-{zlib.crc32(f'{title} {before} {salt}'.encode()) & 0xFFFF:04x}"
        if made not in taken:
            return made
        salt += 1
