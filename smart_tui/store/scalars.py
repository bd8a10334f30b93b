"""The single values of a goal file: text, numbers, dates, words of a closed list."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from smart_tui.goals.model import Written
from smart_tui.store.codecs import LARGEST, Plain, UnfitError
from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.values import LIKE_THOUSANDS, clean, written

MOST_PLACES = 15
FIRST_YEAR, LAST_YEAR = 1970, 2200
MOST_CONFIDENCE = 10
LONGEST_TEXT = 100_000
"""Characters, some forty pages: of a longer text only so much is shown, or every screen would wait for it."""
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _text(raw: Any) -> str | None:
    if not isinstance(raw, str):
        raise UnfitError(Misread.NOT_TEXT)
    if len(raw) > LONGEST_TEXT:
        raise UnfitError(Misread.LONG_TEXT, clean(raw[:LONGEST_TEXT]))
    return clean(raw) or None


def _number(raw: Any) -> Decimal:
    if type(raw) is int and -LARGEST < raw < LARGEST:  # nearly all are: thousands of them are felt
        return Decimal(raw)
    if isinstance(raw, bool) or not isinstance(raw, (int, Decimal)):
        raise UnfitError(Misread.NOT_A_NUMBER)
    if isinstance(raw, int):
        raise UnfitError(Misread.OUT_OF_RANGE)
    if not raw.is_finite():
        raise UnfitError(Misread.NOT_A_NUMBER)
    exponent = raw.as_tuple().exponent
    # By size of the exponent first: 1e999999999 must not be spelled out to be compared.
    if raw.adjusted() > MOST_PLACES or abs(raw) >= LARGEST or int(exponent) < -MOST_PLACES:
        raise UnfitError(Misread.OUT_OF_RANGE)
    if exponent == LIKE_THOUSANDS and raw and raw == int(raw):
        raise UnfitError(Misread.PERHAPS_THOUSANDS, raw)
    return raw


def _done_or_number(raw: Any) -> Decimal:
    return Decimal(raw) if isinstance(raw, bool) else _number(raw)


def _day(raw: Any) -> date:
    if type(raw) is date and FIRST_YEAR <= raw.year <= LAST_YEAR:  # nearly all are
        return raw
    if not isinstance(raw, date):
        raise UnfitError(Misread.NOT_A_DATE)
    day = raw.date() if isinstance(raw, datetime) else raw
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UnfitError(Misread.HAS_TIME, day)
    raise UnfitError(Misread.OUT_OF_RANGE)


def _truth(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise UnfitError(Misread.NOT_TRUE_OR_FALSE)
    return raw


def _whole(least: int, most: int | None) -> Plain:
    def reading(raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise UnfitError(Misread.NOT_A_WHOLE_NUMBER)
        if raw < least or raw >= LARGEST or (most is not None and raw > most):
            raise UnfitError(Misread.OUT_OF_RANGE)
        return raw

    return Plain(reading, int)


def one_of(words: type[StrEnum]) -> Plain:
    """Read a word of a closed list."""

    def reading(raw: Any) -> StrEnum:
        if not isinstance(raw, str):
            raise UnfitError(Misread.NOT_TEXT)
        try:
            return words(raw)
        except ValueError:
            raise UnfitError(Misread.UNKNOWN_WORD) from None

    return Plain(reading, str)


def _weekdays(raw: Any) -> frozenset[int]:
    """Read `mon-sat`, `mon,wed` or a list of such."""
    words = raw if isinstance(raw, list) else [raw]
    if not all(isinstance(word, str) for word in words):
        raise UnfitError(Misread.NOT_TEXT)
    days: set[int] = set()
    for word in ",".join(words).lower().split(","):
        first, _, last = (day.strip()[:3] for day in word.partition("-"))
        if first not in WEEK or (last or first) not in WEEK:
            raise UnfitError(Misread.UNKNOWN_WORD)
        begin, end = WEEK.index(first), WEEK.index(last or first)
        days.update((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    return frozenset(days)


def _written(raw: Any) -> Written | None:
    if isinstance(raw, str):
        return _text(raw)
    return _day(raw) if isinstance(raw, date) else _number(raw)


def _written_text(value: Any) -> str:
    text = clean(str(value))
    if len(text) > LONGEST_TEXT:
        raise CannotSave(Refusal.LONG_TEXT)
    return text


def _write(value: Written) -> Any:
    match value:
        case str():
            return _written_text(value)
        case Decimal():
            return written(value)
        case _:
            return value


TEXT = Plain(_text, _written_text)
NUMBER = Plain(_number, written)
DONE_OR_NUMBER = Plain(_done_or_number, bool)
"""The value of a yes-no check-in."""
DAY = Plain(_day, lambda value: value)
TRUTH = Plain(_truth, bool)
CONFIDENCE = _whole(0, MOST_CONFIDENCE)
COUNT = _whole(0, None)
MONTH = _whole(1, 12)
VERSION = _whole(1, None)
WORKDAYS = Plain(_weekdays, sorted)
WRITTEN = Plain(_written, _write)
"""A value as a decision remembers it."""
