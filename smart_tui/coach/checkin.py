"""A check-in as typed: `+25` and `-5` are added, `=120` is the new reading, a bare number is what it must be."""

from dataclasses import dataclass
from decimal import Decimal

from smart_tui.coach.numbers import Amount, read_number
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Kind

YES = frozenset({"yes", "y", "1", "true", "done", "có", "co", "rồi", "roi", "xong"})
NO = frozenset({"no", "n", "0", "false", "không", "khong", "chưa", "chua"})


@dataclass(frozen=True, slots=True)
class Entered:
    """What is stored, and what the goal's number becomes."""

    stored: Decimal
    becomes: Decimal


def read_checkin(text: str, standing: Standing, lang: str) -> Entered | Ambiguous[Entered] | Unreadable:
    """Read a check-in against the goal's standing on the check-in's own day.

    Codes besides those of a number: `not-yes-or-no`, `other-unit`, `below-present` (a bare number under the
    sum so far can be either what was added or a correction: never guessed).
    """
    if standing.goal.measurable.kind is Kind.YES_NO:
        return _read_yes_no(text)
    reading = read_number(text, lang, decimals=has_decimals(standing))
    match reading:
        case Unreadable():
            return reading
        case Ambiguous(options=options):
            entered = [_entered(option, standing) for option in options]
            sure = tuple(e for e in entered if isinstance(e, Entered))
            return Ambiguous(sure) if len(sure) > 1 else entered[0]
        case Amount():
            return _entered(reading, standing)


def has_decimals(standing: Standing) -> bool:
    """Whether the goal's numbers may have decimals: counted things have none."""
    measure = standing.goal.measurable
    numbers = [measure.target, measure.baseline, *(c.value for c in standing.goal.history.checkins)]
    whole = all(n == n.to_integral_value() for n in numbers if n is not None)
    return measure.unit is not None or not measure.kind.adds_up or not whole


def present(standing: Standing) -> Decimal:
    """Give the number that a reading is held against: of the present period for a rate."""
    return standing.value if standing.value is not None else standing.baseline or Decimal(0)


def _entered(amount: Amount, standing: Standing) -> Entered | Unreadable:
    unit = standing.goal.measurable.unit
    if amount.unit is not None and amount.unit != unit:
        return Unreadable("other-unit", amount.unit)
    now = present(standing)
    if amount.sign in {"+", "-"}:
        becomes = now + amount.value
    elif amount.sign == "" and standing.goal.measurable.kind.adds_up and amount.value < now:
        return Unreadable("below-present", str(amount.value))
    else:
        becomes = amount.value
    return Entered(becomes - now if standing.goal.measurable.kind.adds_up else becomes, becomes)


def _read_yes_no(text: str) -> Entered | Unreadable:
    said = text.strip().casefold()
    if said in YES:
        return Entered(Decimal(1), Decimal(1))
    if said in NO:
        return Entered(Decimal(0), Decimal(0))
    return Unreadable("not-yes-or-no" if said else "empty", said)
