"""The comments that a merge leaves where it kept both of two values: how they begin, and where they are."""

import re

SIGN = "# MERGE other:"


def signs_left(text: str) -> list[tuple[int, str]]:
    """Give line and words of every such comment that nobody has taken out yet."""
    if SIGN not in text:
        return []
    found = re.finditer(rf"(?m)^[ \t]*{re.escape(SIGN)} *([^\r\n]*)", text)
    return [(text.count("\n", 0, it.start()) + 1, it[1].strip()) for it in found]
