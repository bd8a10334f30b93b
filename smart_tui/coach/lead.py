"""What was done for a goal, as typed: `5` and `+5` are added, `-5` takes away, `=12` is the week's sum."""

from decimal import Decimal

from smart_tui.coach.amount import Amount
from smart_tui.coach.numbers import read_number
from smart_tui.coach.reading import Ambiguous, Unreadable


def read_lead(text: str, done: Decimal, lang: str) -> Decimal | Ambiguous[Amount] | Unreadable:
    """Give what is added to what was `done` in the week; `other-unit` besides the codes of a number."""
    reading = read_number(text, lang)
    if not isinstance(reading, Amount):
        return reading
    if reading.unit is not None:
        return Unreadable("other-unit", reading.unit)
    return reading.value - done if reading.sign == "=" else reading.value
