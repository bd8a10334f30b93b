"""A name in letters that every disk, address and command line takes."""

import re
import unicodedata

LONGEST_SLUG = 24


def slug(title: str, otherwise: str = "goal") -> str:
    """Give the title in a-z, 0-9 and hyphens, without accents (đ → d), at most 24 characters."""
    plain = unicodedata.normalize("NFKD", title.casefold()).replace("đ", "d")
    words = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
    if len(words) > LONGEST_SLUG:
        whole, _, _ = words[: LONGEST_SLUG + 1].rpartition("-")
        words = whole or words[:LONGEST_SLUG]
    return words or otherwise
