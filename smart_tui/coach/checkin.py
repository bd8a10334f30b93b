"""A check-in as typed: `+25` and `-5` are added, `=120` is the new reading, a bare number is what it must be."""

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from smart_tui.coach.amount import Amount, of_digits
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.names import plain
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Entry, Kind

if TYPE_CHECKING:
    from smart_tui.coach.numbers import NumberReading

YES = frozenset({"yes", "y", "1", "true", "done", "co", "roi", "xong"})
NO = frozenset({"no", "n", "0", "false", "khong", "chua"})
"""Without accents, which not everybody types."""
USUAL_FROM = 2
"""So many earlier numbers tell what is usual."""


class Entered(Struct, frozen=True):
    """What is stored, and what the goal's number becomes."""

    stored: Decimal
    becomes: Decimal


def read_checkin(
    text: str, standing: Standing, lang: str, entry: Entry | None = None
) -> Entered | Ambiguous[Entered] | Unreadable:
    """Read a check-in against the goal's standing on the check-in's own day.

    `entry` says what a bare number is for a goal that adds up: what was added, or the sum in all. Codes
    besides those of a number: `not-yes-or-no`, `other-unit`, `below-present` (a bare number under the sum so
    far can be either what was added or a correction) and `looks-like-all` (a bare number said to be added
    that is as large as everything before it): never guessed.
    """
    if standing.goal.measurable.kind is Kind.YES_NO:
        return _read_yes_no(text)
    reading = of_digits(text) or _read_number(text, lang, standing)
    match reading:
        case Unreadable():
            return reading
        case Ambiguous(options=options):
            entered = [_entered(option, standing, entry) for option in options]
            sure = tuple(e for e in entered if isinstance(e, Entered))
            return Ambiguous(sure) if len(sure) > 1 else next(iter(sure), entered[0])
        case Amount():
            return _entered(reading, standing, entry)


def has_decimals(standing: Standing) -> bool:
    """Whether the goal's numbers may have decimals: counted things have none."""
    measure = standing.goal.measurable
    numbers = [measure.target, measure.baseline, *(c.value for c in standing.goal.history.checkins)]
    whole = all(n == n.to_integral_value() for n in numbers if n is not None)
    return measure.unit is not None or not measure.kind.adds_up or not whole


def present(standing: Standing) -> Decimal:
    """Give the number that a reading is held against: of the present period for a rate."""
    return standing.value if standing.value is not None else standing.baseline or Decimal(0)


def _read_number(text: str, lang: str, standing: Standing) -> "NumberReading":
    # Most check-ins are digits: they need not wait for the grammar to be loaded.
    from smart_tui.coach.numbers import read_number

    return read_number(text, lang, decimals=has_decimals(standing))


def _entered(amount: Amount, standing: Standing, entry: Entry | None) -> Entered | Unreadable:
    unit = standing.goal.measurable.unit
    if amount.unit is not None and amount.unit != unit:
        return Unreadable("other-unit", amount.unit)
    now, adds_up = present(standing), standing.goal.measurable.kind.adds_up
    bare = amount.sign == "" and adds_up
    if bare and entry is Entry.ADDED:
        if _looks_like_all(amount.value, standing):
            return Unreadable("looks-like-all", str(amount.value))
        return Entered(amount.value, now + amount.value)
    if bare and amount.value < now:
        return Unreadable("below-present", str(amount.value))
    becomes = now + amount.value if amount.sign in {"+", "-"} else amount.value
    return Entered(becomes - now if adds_up else becomes, becomes)


def _looks_like_all(number: Decimal, standing: Standing) -> bool:
    """Whether a number said to be added is rather the new sum: past the sum so far, and far past any before."""
    earlier = [c.value for c in standing.goal.history.checkins if c.value > 0]
    usual = max(earlier, default=None)
    return (
        len(earlier) >= USUAL_FROM
        and usual is not None
        and number >= present(standing)
        and number > 3 * usual
    )


def _read_yes_no(text: str) -> Entered | Unreadable:
    said = plain(text)
    if said in YES:
        return Entered(Decimal(1), Decimal(1))
    if said in NO:
        return Entered(Decimal(0), Decimal(0))
    return Unreadable("not-yes-or-no" if said else "empty", said)
