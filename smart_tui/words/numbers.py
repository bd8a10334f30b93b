"""Numbers, money and percent as a language writes them; lists share one unit and three digits."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from msgspec import Struct

from smart_tui.goals.model import is_currency
from smart_tui.words.clean import clean
from smart_tui.words.language import Language, msgid

PERCENT = "%"
OF = msgid("{value} of {target}")
SCALES = (
    (Decimal(10**9), msgid("{number}B"), msgid("{value}B of {target}B")),
    (Decimal(10**6), msgid("{number}M"), msgid("{value}M of {target}M")),
    (Decimal(10**3), msgid("{number}K"), msgid("{value}K of {target}K")),
)
"""Each scale, a number in it, and two of them: some languages name the scale once."""
WRITTEN_OUT = (Decimal(1), "{number}", OF)
SCALED_FROM = Decimal(100_000)
"""Smaller numbers are short enough to be written out."""
DIGITS, DECIMALS_WRITTEN_OUT = 3, 4
HUNDRED = Decimal(100)
HAIR = Decimal("1e-9")
"""What the last place of a float may lack."""
MOST_DECIMALS = 12
"""More are the noise of floats."""
EXAMPLE = msgid("1,234.5")
"""How a language groups thousands and marks decimals; CLDR knows too, but takes a tenth of the start to load."""


def number(lang: Language, value: Decimal | float, *, digits: int | None = None) -> str:
    """Write a number out, with at most so many decimals (None: as it is)."""
    exact = Decimal(str(value)) if isinstance(value, float) else value
    if digits is not None:
        exact = round(exact, digits)
    if -int(exact.as_tuple().exponent) > MOST_DECIMALS:
        exact = round(exact, MOST_DECIMALS)
    exact = exact.normalize() if exact else Decimal(0)
    example = lang.say(EXAMPLE)
    return f"{exact:,f}".translate({ord(","): example[1], ord("."): example[-2]})


def amount(lang: Language, value: Decimal | float, unit: str | None, *, digits: int | None = None) -> str:
    """Write a number with its unit: `31%`, `$35`, `80.000 ₫`, `12 kg`."""
    return with_unit(lang, number(lang, value, digits=digits), unit)


def with_unit(lang: Language, text: str, unit: str | None) -> str:
    """Put a unit to a written number: the sign first, then what the language puts before it."""
    if not unit:
        return text
    if unit == PERCENT:
        return text + PERCENT
    if is_currency(unit) and unit in lang.locale.currencies:
        pattern = lang.locale.currency_formats["standard"].pattern.partition(";")[0]
        symbol = lang.locale.currency_symbols.get(unit, unit)
        sign = "-" if text.startswith("-") else ""
        return sign + str(pattern).replace("#,##0.00", text.removeprefix("-")).replace("¤", symbol)
    return f"{text} {clean(unit)}"


def percent(lang: Language, ratio: float) -> str:
    """Write a ratio as a whole percent, rounded away from reached: 99.6 % is not yet 100%."""
    exact = Decimal(str(ratio)) * HUNDRED
    if exact >= HUNDRED:
        return number(lang, exact, digits=0) + PERCENT
    # A ratio of floats may fall a hair short: 0.15 / 0.2 is 75 % all the same.
    whole = min((exact + HAIR).to_integral_value(ROUND_FLOOR), HUNDRED - 1)
    return number(lang, whole) + PERCENT


class Pair(Struct, frozen=True):
    """A value and its target for a list, in one scale."""

    value: str
    target: str
    scaled: str
    """Msgid of one number in this scale."""
    of: str
    """Msgid of "value of target" in this scale."""


def pair(lang: Language, value: Decimal, target: Decimal, *, falling: bool = False) -> Pair:
    """Write two numbers for a list: one scale, three digits, the value rounded away from reached.

    More digits where three would make a value that has not reached its target look as if it had.
    """
    size = max(abs(value), abs(target), Decimal(1))
    scale, scaled, of = next((row for row in SCALES if size >= max(SCALED_FROM, row[0])), WRITTEN_OUT)
    reached = value <= target if falling else value >= target
    away = ROUND_HALF_EVEN if reached else ROUND_CEILING if falling else ROUND_FLOOR
    places = DECIMALS_WRITTEN_OUT if scale == 1 else max(DIGITS - 1 - (size / scale).adjusted(), 0)
    short, line = _rounded(value / scale, places, away), _rounded(target / scale, places, ROUND_HALF_EVEN)
    while not reached and short == line and places < MOST_DECIMALS:
        places += 1
        short, line = _rounded(value / scale, places, away), _rounded(target / scale, places, ROUND_HALF_EVEN)
    return Pair(number(lang, short), number(lang, line), scaled, of)


def _rounded(value: Decimal, places: int, rounding: str) -> Decimal:
    """Round to so many decimals, but never to nothing."""
    places = max(places, -value.adjusted()) if value else places
    return value.quantize(Decimal(1).scaleb(-places), rounding=rounding)
