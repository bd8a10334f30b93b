"""How people write values by hand that TOML writes otherwise: dates, numbers, quotation marks, characters."""

import re

from smart_tui.store.codes import Misread

CURLY_QUOTES = "“”„‟‘’‚‛«»"
_WIDE = re.compile(r"[\uff01-\uff5e\u3000-\u3002]")
_ODD = re.compile(
    r"[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\ufeff\u0000-\u0008\u000b-\u001f\u007f-\u009f]"
)
_DATE = re.compile(
    r"(?<![\w.])(?!\d{4}-\d\d-\d\d(?!\d))(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}(?:[/.-]\d{1,2})?)(?![\w/])"
)
_NUMBER = re.compile(
    r"""(?<![\w.-])
    (?P<number>[$€£¥₫+-]*[ ]?(?:\d{1,20}(?:[.,'_]\d{1,20}|[ ]\d{3}(?!\d)){0,9}\.?|[.,]\d{1,20})(?:[eE][+-]?\d{1,3})?)
    (?P<unit>[ ]?%|[ ]?[$€£¥₫]|[ ]?[^\W\d_]{1,12})?
    (?P<more>[ \t]*=)?""",
    re.VERBOSE,
)
_TRUTH = re.compile(r"(?i)(?:true|false|yes|no|on|off|đúng|sai|có|không|null|none|nil)(?!\w)")
LONGEST = 80
"""What stands wrong here is looked for in so many characters before the place where a parser gave up."""

Found = tuple[int, Misread, str]
"""Where, what, and how it was written."""


def misspelt(text: str, at: int) -> Found | None:
    """Name the value that is written in another way than TOML's, if one ends or begins here."""
    return _character(text, at) or _touching(_DATE, text, at, Misread.WRITTEN_DATE) or _number(text, at)


def curly(text: str, start: int) -> int | None:
    """Give the place of the first curly quotation mark on the line from here on."""
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end]
    return next((start + place for place, char in enumerate(line) if char in CURLY_QUOTES), None)


def truth(text: str, at: int) -> bool:
    """Whether a word stands here that means yes, no or nothing."""
    return _TRUTH.match(text, at) is not None


def _character(text: str, at: int) -> Found | None:
    char = text[at : at + 1]
    if char and char in CURLY_QUOTES:
        return at, Misread.CURLY_QUOTES, char
    if _WIDE.match(char):
        return at, Misread.WIDE_CHARACTER, char
    if _ODD.match(char):
        return at, Misread.CONTROL_CHARACTER, ""
    return None


def _touching(pattern: re.Pattern[str], text: str, at: int, code: Misread) -> Found | None:
    match = _match_at(pattern, text, at)
    return (match.start(), code, match[0]) if match else None


def _number(text: str, at: int) -> Found | None:
    match = _match_at(_NUMBER, text, at)
    # A name and its = after a number begin the next part: the number itself may be right.
    if match is None or (match["more"] and match["unit"]) or _right(match["number"].strip(), match["unit"]):
        return None
    blanks = len(match[0]) - len(match[0].lstrip())
    return match.start() + blanks, Misread.WRITTEN_NUMBER, match[0].strip()


def _right(number: str, unit: str | None) -> bool:
    return not unit and re.fullmatch(r"[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", number) is not None


def _match_at(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """Find the pattern on this line where it begins here, goes across, or ends here but for blanks."""
    start = max(text.rfind("\n", 0, at) + 1, at - LONGEST)
    end = text.find("\n", at)
    stop = min(len(text) if end < 0 else end, at + LONGEST)
    for match in pattern.finditer(text, start, stop):
        if match.start() <= at and (at <= match.end() or not text[match.end() : at].strip(" \t")):
            return match
    return None
