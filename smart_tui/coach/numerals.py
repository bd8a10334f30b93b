"""Digits with separators, read by the habits of a language: `1.234,5`, `1,234.5`, `1 234`."""

import re
from decimal import Decimal

from smart_tui.coach.lexicon import phrasing

_SPACED = re.compile(r"\d{1,3}(?P<group>[ '_])\d{3}(?:(?P=group)\d{3})*(?:[.,]\d+)?")
_CLEAR = re.compile(
    r"\d{1,3}(?P<group>[.,])\d{3}"
    r"(?:(?:(?P=group)\d{3})+(?:(?!(?P=group))[.,]\d+)?|(?!(?P=group))[.,]\d+)"
)
_ONE_SEPARATOR = re.compile(r"(?P<head>\d*)(?P<mark>[.,])(?P<tail>\d+)")
_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def readings(raw: str, lang: str, *, decimals: bool, vietnamese: bool) -> tuple[Decimal, ...]:
    """Every number that the digits may stand for, the likeliest first; none when they are malformed.

    `vietnamese`: a Vietnamese word such as "tỷ" stands beside the digits, so in an English field, too, `1,5`
    is a decimal, and `1,234` is asked. `decimals`: whether `1,23` in English may be meant as 123.
    """
    if raw.isdecimal():
        return (Decimal(raw),)
    if _SPACED.fullmatch(raw):
        return (Decimal(re.sub(r"[ '_]", "", raw).replace(",", ".")),)
    if clear := _CLEAR.fullmatch(raw):
        return (Decimal(raw.replace(clear["group"], "").replace(",", ".")),)
    if not (match := _ONE_SEPARATOR.fullmatch(raw)):
        return ()
    decimal = Decimal(f"{match['head'] or 0}.{match['tail']}")
    joined = Decimal(match["head"] + match["tail"])
    if not match["head"].strip("0"):
        return (decimal,)
    grouped = bool(_GROUP.fullmatch(raw))
    if phrasing(lang).marks == (".", ","):
        return (joined,) if grouped and match["mark"] == "." else (decimal,)
    if match["mark"] == ".":
        return (decimal, joined) if grouped else (decimal,)
    if grouped:
        return (joined, decimal) if vietnamese else (joined,)
    return (decimal, joined) if decimals and not vietnamese else (decimal,)
