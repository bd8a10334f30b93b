"""How large a typed number is: digits or words with their scales, "1,5 tỷ", `1tr2`, "a hundred thousand"."""

from decimal import Decimal

from msgspec import Struct

from smart_tui.coach.grammar import Rules, rule
from smart_tui.coach.lexicon import Phrases
from smart_tui.coach.numerals import readings
from smart_tui.coach.spelled import SPELLED

Values = tuple[Decimal, ...]
"""What one number may be, the likeliest first; never negative."""

HALF = Decimal("0.5")
TEN = 10
HUNDRED = 100
THOUSAND = 1000
TAIL_DIGITS = 3


class Habits(Struct, frozen=True, kw_only=True):
    """By which habits digits are read."""

    lang: str
    decimals: bool
    """Whether the measure may have decimals."""
    vietnamese: bool
    """Whether a Vietnamese word stands beside the digits."""


class Scaled(Struct, frozen=True):
    """A count with its scale."""

    values: Values
    scale: int
    vietnamese: bool
    """Whether the scale takes a tail: `1tr2`, "3 tỷ 5"."""


class _Ending(Struct, frozen=True):
    """What may follow the last scale: a part of that scale, ones, or words that can be either."""

    part: Decimal | None = None
    ones: Decimal | None = None
    of_any_scale: bool = False

    def after(self, last: Scaled) -> Values:
        """Give what it adds after a scale."""
        part = self.part if last.vietnamese or self.of_any_scale else None
        added = (part * last.scale if part is not None else None, self.ones)
        return tuple(dict.fromkeys(value for value in added if value is not None))


def written_in_vietnamese(phrases: Phrases) -> bool:
    """Whether a word that only Vietnamese has stands in the text ("tỷ", "đồng"; not "k")."""
    return any(found and all(entry.lang == "vi" for entry, _ in found) for found in phrases)


def is_whole(value: Decimal) -> bool:
    """Whether a number has no decimals."""
    return value == value.to_integral_value()


def _times(values: Values, factor: int) -> Values:
    """Multiply, and write what comes out whole without decimals."""
    products = [value * factor for value in values]
    return tuple(Decimal(int(p)) if is_whole(p) else p.normalize() for p in products)


# Builders of the rules below: each takes the parse's context, then what its pattern caught.


def _digits(habits: Habits, raw: str) -> Values | None:
    found = readings(raw, habits.lang, decimals=habits.decimals, vietnamese=habits.vietnamese)
    return found or None


def _spelled(_: object, value: int) -> Values:
    return (Decimal(value),)


def _and_half(_: object, value: int) -> Values:
    return (value + HALF,)


def _fraction(_: object, raw: str | None, fraction: str) -> Values | None:
    if raw is not None and not raw.isdecimal():
        return None
    return (Decimal(raw or 0) + Decimal(fraction),)


def _english_scale(_: object, values: Values, scale: int, larger: int | None) -> Scaled | None:
    return _scaled(values, scale, larger, vietnamese=False)


def _vietnamese_scale(_: object, values: Values, scale: int, larger: int | None) -> Scaled | None:
    return _scaled(values, scale, larger, vietnamese=True)


def _scaled(values: Values, scale: int, larger: int | None, *, vietnamese: bool) -> Scaled | None:
    """Put a count on its scale; "nghìn tỷ" and "hundred thousand" are one scale."""
    if larger is not None and larger <= scale:
        return None
    full = scale * (larger or 1)
    return Scaled(_times(values, full), full, vietnamese)


def _half_of(_: object, scale: int) -> Scaled:
    return Scaled(_times((HALF,), scale), scale, vietnamese=False)


def _one_and_half(_: object, scale: int) -> Values:
    return _times((1 + HALF,), scale)


def _digit_tail(_: object, raw: str) -> _Ending | None:
    if not raw.isdecimal() or len(raw) > TAIL_DIGITS:
        return None
    return _Ending(part=Decimal(f"0.{raw}"))


def _word_tail(_: object, digit: int) -> _Ending | None:
    return _Ending(part=Decimal(digit) / TEN)


def _vietnamese_rest(_: object, value: int) -> _Ending | None:
    """Read what follows: "một triệu hai trăm" is 1,200,000 to many and 1,000,200 to the letter."""
    if value < TEN:
        return None
    part = Decimal(value) / THOUSAND if value >= HUNDRED else None
    return _Ending(part=part, ones=Decimal(value))


def _ones(_: object, value: int) -> _Ending:
    return _Ending(ones=Decimal(value))


def _total(
    _: object, first: Scaled, second: Scaled | None, third: Scaled | None, ending: _Ending | None
) -> Values | None:
    """Add the parts up, each of a smaller scale than the one before it."""
    total, last = first.values, first
    for part in (second, third):
        if part is not None:
            if part.scale >= last.scale or max(part.values) >= last.scale:
                return None
            total, last = _sums(total, part.values), part
    if ending is None:
        return total
    return _sums(total, _times(ending.after(last), 1)) or None


def _sums(left: Values, right: Values) -> Values:
    return tuple(a + b for a in left for b in right)


MAGNITUDES: Rules = {
    **SPELLED,
    "amount": (
        rule("COUNT", lambda _, values: values),
        rule("SCALED SCALED? SCALED? ENDING?", _total),
        rule("VIETNAMESE_SCALE and_half", _one_and_half),
    ),
    "count": (
        rule("NUMERAL", _digits),
        rule("NUMERAL? FRACTION", _fraction),
        rule("ENGLISH", _spelled),
        rule("ENGLISH and a half", _and_half),
        rule("VIETNAMESE", _spelled),
    ),
    "scaled": (
        rule("COUNT SCALE SCALE?", _english_scale),
        rule("COUNT VIETNAMESE_SCALE VIETNAMESE_SCALE?", _vietnamese_scale),
        rule(
            "a SCALE SCALE?", lambda _, scale, larger: _scaled((Decimal(1),), scale, larger, vietnamese=False)
        ),
        rule("half a? SCALE", _half_of),
        rule("half VIETNAMESE_SCALE", _half_of),
    ),
    "ending": (
        rule("NUMERAL", _digit_tail),
        rule("VIETNAMESE_UNIT", _word_tail),
        rule("VIETNAMESE", _vietnamese_rest),
        rule("linh VIETNAMESE_UNIT", _ones),
        rule("and? ENGLISH", _ones),
        rule("and_half", lambda _: _Ending(part=HALF, of_any_scale=True)),
    ),
}
"""Shared by number fields and, later, sentences; `amount` is the whole magnitude."""
