"""Numbers as people type them: `1,000`, `1.000`, `1k`, `1,5 tỷ`, `1tr2`, `$1M`, `20%`, "forty"."""

from decimal import Decimal

from msgspec import Struct

from smart_tui.coach.amount import LIMIT, Amount, Sign, of_digits
from smart_tui.coach.grammar import Grammar, Parse, rule
from smart_tui.coach.lexicon import lexicon
from smart_tui.coach.magnitudes import MAGNITUDES, Habits, Values, written_in_vietnamese
from smart_tui.coach.reading import Ambiguous, Unreadable, unusable
from smart_tui.coach.tokens import tidy, tokenise

WHOLE_MONEY = frozenset({"JPY", "KRW", "VND"})
"""Currencies that are not written with decimals."""

NumberReading = Amount | Ambiguous[Amount] | Unreadable


class _Signed(Struct, frozen=True):
    sign: Sign
    negative: bool = False


class _Field(Struct, frozen=True):
    """A whole field: its sign, what its number may be, its unit."""

    signed: _Signed
    values: Values
    unit: str | None


def read_number(text: str, lang: str, *, decimals: bool = True) -> NumberReading:
    """Read a number field; codes: empty, too-long, not-a-number, trailing, too-large.

    `.` groups thousands and `,` is the decimal in Vietnamese; in English `1.234` and `1,23` are asked.
    With `decimals` False the measure is counted: of two readings a whole one wins (`1.234` is 1234), and a
    comma that groups nothing is a decimal (`1,23`), for the caller to refuse as it refuses 1.5.
    """
    if (problem := unusable(text)) is not None:
        return problem
    plain = tidy(text)
    if (quick := of_digits(plain.strip())) is not None:
        return quick
    tokens = tokenise(plain, "numbers")
    phrases = lexicon("numbers").phrases(tokens)
    habits = Habits(lang=lang, decimals=decimals, vietnamese=written_in_vietnamese(phrases))
    parse = Parse(tokens, phrases, GRAMMAR, habits)
    if complete := parse.whole("field"):
        return _reading(complete, plain.strip(), decimals=decimals)
    if found := parse.at("field", 0):
        rest = tokens[max(end for _, end in found)]
        return Unreadable("trailing", plain[rest.start :].strip())
    return Unreadable("not-a-number", plain.strip())


def _reading(fields: list[_Field], text: str, *, decimals: bool) -> NumberReading:
    options = [(value, field) for field in fields for value in field.values if value < LIMIT]
    if not options:
        return Unreadable("too-large", text)
    if len(options) > 1:
        options = [
            o for o in options if (decimals and o[1].unit not in WHOLE_MONEY) or _as_whole(o[0])
        ] or options
    amounts = tuple(dict.fromkeys(_amount(value, field) for value, field in options))
    return amounts[0] if len(amounts) == 1 else Ambiguous(amounts)


def _as_whole(value: Decimal) -> bool:
    """Whether a number was read without decimals; 1.000 was not."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0


def _amount(value: Decimal, field: _Field) -> Amount:
    signed = value.copy_negate() if field.signed.negative and value else value
    return Amount(signed, field.unit, field.signed.sign)


# Builders of the rules below: each takes the parse's context, then what its pattern caught.


def _field(_: object, signed: _Signed, values: Values, unit: str | None) -> _Field:
    return _Field(signed, values, unit)


def _money(
    _: object, before: _Signed, code: str, after: _Signed, values: Values, again: str | None
) -> _Field | None:
    if (before.sign and after.sign) or again not in {None, code}:
        return None
    return _Field(before if before.sign else after, values, code)


GRAMMAR = Grammar(
    {
        **MAGNITUDES,
        "field": (rule("SIGN AMOUNT UNIT?", _field), rule("SIGN CURRENCY SIGN AMOUNT CURRENCY?", _money)),
        "sign": (
            rule("equals minus", lambda _: _Signed("=", negative=True)),
            rule("equals", lambda _: _Signed("=")),
            rule("plus", lambda _: _Signed("+")),
            rule("minus", lambda _: _Signed("-", negative=True)),
            rule("", lambda _: _Signed("")),
        ),
        "unit": (
            rule("CURRENCY", lambda _, code: code),
            rule("CURRENCY_AFTER", lambda _, code: code),
            rule("percent", lambda _: "%"),
        ),
    }
)
