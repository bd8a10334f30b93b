"""Numbers below a thousand written out: "two hundred and five", "hai trăm linh năm", "bốn mươi tư"."""

from smart_tui.coach.grammar import Rules, rule

TEN = 10
HUNDRED = 100


def _same(_: object, value: int) -> int:
    return value


def _sum(_: object, *values: int | None) -> int:
    return sum(value or 0 for value in values)


def _hundreds(_: object, count: int, rest: int | None) -> int:
    return count * HUNDRED + (rest or 0)


def _tens(_: object, count: int, unit: int | None) -> int | None:
    return count * TEN + (unit or 0) if count > 1 else None


def _times_ten(_: object, digit: int) -> int | None:
    return digit * TEN or None


SPELLED: Rules = {
    "english": (
        rule("ENGLISH_SMALL", _same),
        rule("ZERO", _same),
        rule("ONE hundred and? ENGLISH_SMALL?", _hundreds),
        rule("a hundred and? ENGLISH_SMALL?", lambda _, rest: _hundreds(_, 1, rest)),
    ),
    "english_small": (rule("TENS ONE?", _sum), rule("TEEN", _same), rule("ONE", _same)),
    "vietnamese": (
        rule("DIGIT", _same),
        rule("VIETNAMESE_TENS", _same),
        rule("DIGIT tram REST?", _hundreds),
    ),
    "vietnamese_tens": (
        rule("muoi VIETNAMESE_UNIT?", lambda _, unit: TEN + (unit or 0)),
        rule("DIGIT muoi VIETNAMESE_UNIT?", _tens),
        rule("DIGIT DIGIT_AFTER_TEN", _tens),
    ),
    "vietnamese_unit": (rule("DIGIT", lambda _, digit: digit or None), rule("DIGIT_AFTER_TEN", _same)),
    # "một trăm hai" is 120; 102 is "một trăm linh hai".
    "rest": (rule("linh VIETNAMESE_UNIT", _same), rule("VIETNAMESE_TENS", _same), rule("DIGIT", _times_ten)),
}
"""Shared by numbers and dates; `english` and `vietnamese` are the whole groups."""
