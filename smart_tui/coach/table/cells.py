"""The dates and numbers of a column: each distinct text is read once, and a column's dates are written in one way."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from smart_tui.coach.amount import Amount
from smart_tui.coach.checkin_day import read_checkin_day
from smart_tui.coach.dates import DateReading, Day, read_date
from smart_tui.coach.numbers import NumberReading, read_number
from smart_tui.coach.reading import MAX_LENGTH, Ambiguous, Unreadable
from smart_tui.coach.table.rows import MOST_WRONG

Order = Literal["day first", "month first"]

_TIME = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}.*", re.DOTALL)
_FULL = re.compile(r"(?P<first>\d{1,4})[/.-](?P<second>\d{1,2})[/.-]\d{1,4}")
_PLAIN_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,2})?")
_GROUPED = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,3}|(?:,\d{3}){2,3})")
"""These read in one way in every language."""


def read_days(
    texts: Iterable[str], lang: str, today: date, *, year_starts: int = 1
) -> Mapping[str, DateReading]:
    """Read the distinct dates of a column up to today; a time of day is passed over.

    A date that can be read two ways (11/10/2026) follows the others when those can only be read in one
    order, and is never one that is still to come. Reading stops after many texts that are no dates.
    """
    typed = {text: _without_time(text) for text in texts}
    readings: dict[str, DateReading] = {}
    wrong = 0
    for text in dict.fromkeys(typed.values()):
        readings[text] = _read_day(text, lang, today, year_starts)
        if isinstance(readings[text], Unreadable) and (wrong := wrong + 1) == MOST_WRONG:
            break
    order = _order_of(readings)
    settled = {text: _settled(text, reading, order, today) for text, reading in readings.items()}
    return {text: settled[plain] for text, plain in typed.items() if plain in settled}


def read_amount(text: str, lang: str, *, decimals: bool) -> NumberReading:
    """Read a number; what programs write is not put through the whole grammar."""
    if _PLAIN_NUMBER.fullmatch(text):
        return Amount(Decimal(text), None)
    if _GROUPED.fullmatch(text):
        return Amount(Decimal(re.sub(r"\D", "", text)), None)
    return read_number(text, lang, decimals=decimals)


def _without_time(text: str) -> str:
    """Give "2026-11-20" of "2026-11-20T14:33:02Z"."""
    return _TIME.sub("", text[: MAX_LENGTH + 1].strip())


def _read_day(text: str, lang: str, today: date, year_starts: int) -> DateReading:
    if not text:
        return Unreadable("empty", "")
    if _FULL.fullmatch(text):
        return read_date(text, lang, today, year_starts=year_starts)
    return read_checkin_day(text, lang, today, year_starts=year_starts)


def _settled(text: str, reading: DateReading, order: Order | None, today: date) -> DateReading:
    if isinstance(reading, Ambiguous):
        likely = [day for day in reading.options if order in {None, _order(text, day.date)}]
        been = tuple(day for day in likely if day.date <= today)
        reading = been[0] if len(been) == 1 else Ambiguous(been) if been else reading.options[0]
    if isinstance(reading, Day) and reading.date > today:
        return Unreadable("after-today", text)
    return reading


def _order_of(readings: Mapping[str, DateReading]) -> Order | None:
    """In which order a column's dates are written, where all that tell say the same."""
    read = (_order(text, reading.date) for text, reading in readings.items() if isinstance(reading, Day))
    orders = {order for order in read if order is not None}
    return orders.pop() if len(orders) == 1 else None


def _order(text: str, day: date) -> Order | None:
    """In which order a date in numbers was read; None where the text does not tell."""
    match = _FULL.fullmatch(text)
    if match is None or day.day == day.month:
        return None
    orders: dict[tuple[int, int], Order] = {
        (day.day, day.month): "day first",
        (day.month, day.day): "month first",
    }
    return orders.get((int(match["first"]), int(match["second"])))
