"""Ids of goals: a slug of the title, a hyphen, four hex digits."""

import zlib
from collections.abc import Callable, Collection

from smart_tui.goals.slugs import slug


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
