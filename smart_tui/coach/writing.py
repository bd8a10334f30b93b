"""A number as a person would type it, so that it is read in one way only: the inverse of `read_number`."""

from decimal import Decimal

GROUP = 3
MARKS = {"vi": (".", ",")}
"""Marks of thousands and decimals where they are not the English ones."""


def write_number(value: Decimal, lang: str) -> str:
    """Write a number for a field; English gets a fourth decimal where three would look like thousands."""
    thousands, point = MARKS.get(lang, (",", "."))
    whole, _, decimals = f"{abs(value):f}".partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) == GROUP and point == ".":
        decimals += "0"
    grouped = f"{int(whole):,}".replace(",", thousands)
    sign = "-" if value < 0 else ""
    return f"{sign}{grouped}{point}{decimals}" if decimals else f"{sign}{grouped}"
