"""A number as it was typed; one of nothing but digits is read here, without the grammar that reads all the others."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

Sign = Literal["", "+", "-", "="]

LIMIT = Decimal(10) ** 15
"""Numbers stay below it."""
_SIGNS: dict[str, Sign] = {"+": "+", "-": "-", "−": "-", "=": "="}
_MOST_DIGITS = 15


class Amount(Struct, frozen=True):
    """A number as typed and read: `1,5 tỷ` has the value 1500000000."""

    value: Decimal
    """Scaled and signed; below 10**15 either way."""
    unit: str | None
    """`%`, an ISO currency code, or None."""
    sign: Sign = ""
    """The sign that was typed: `+25` and `-5` are changes, `=120` a new reading."""


def of_digits(text: str) -> Amount | None:
    """Read `25`, `+25`, `-5`, `=120`, `30%`, as `read_number` reads them; None for all else."""
    sign = _SIGNS.get(text[:1], "")
    share = text.endswith("%")
    digits = text[len(sign) : len(text) - share]
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS or digits.startswith("0"):
        return None
    return Amount(Decimal(f"-{digits}" if sign == "-" else digits), "%" if share else None, sign)
