"""Each field's own way of reading what was typed: words, a number, a date, a goal, a list."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from smart_tui.coach.amount import Amount
from smart_tui.coach.dates import Day, read_date
from smart_tui.coach.numbers import read_number
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.coach.writing import Value
from smart_tui.goals.draft import Field
from smart_tui.goals.model import Goal, Milestone, Past
from smart_tui.goals.names import named
from smart_tui.goals.terms import DateStyle

Read = Value | Amount | Unreadable | Ambiguous[Amount] | Ambiguous[Day] | Ambiguous[Goal]
NUMBERS = frozenset({Field.TARGET, Field.BASELINE, Field.WORTH, Field.WEEKLY, Field.AVERAGE})


class Given(Struct, frozen=True, kw_only=True):
    """What a field is read against."""

    lang: str
    today: date
    year_starts: int = 1
    dates: DateStyle = DateStyle.LANGUAGE
    start: date | None = None
    """From which a deadline like "+90d" counts, today when there is none."""
    goals: tuple[Goal, ...] = ()
    """Those that this one may serve."""


def read_field(asked: Field, typed: str, given: Given) -> Read:
    """Read a field that is not empty.

    Codes of doubts: those of `read_number` and `read_date`, `no-such-goal`, `no-colon`, `two-ways`.
    """
    reader = _READERS.get(asked)
    return typed if reader is None else reader(typed, given)


def read_choice(typed: str, choices: type[StrEnum]) -> StrEnum | Unreadable:
    """Read one of a few, by the file's own word; code: not-a-choice."""
    try:
        return choices(typed)
    except ValueError:
        return Unreadable("not-a-choice", typed)


@lru_cache(64)
def unit_named(typed: str, lang: str) -> str:
    """Read "$", "đồng" or "percent" as what it is beside a number: "USD", "VND", "%"; other words as they are."""
    beside = read_number(f"1 {typed}", lang)
    if isinstance(beside, Amount) and beside.value == 1 and beside.unit is not None:
        return beside.unit
    return typed


def _read_unit(typed: str, given: Given) -> Read:
    return unit_named(typed, given.lang)


def _read_amount(typed: str, given: Given) -> Read:
    return read_number(typed, given.lang)


def _read_pace(typed: str, given: Given) -> Read:
    """Read what is done in a week: with nothing a week nobody gets anywhere."""
    reading = read_number(typed, given.lang)
    return (
        Unreadable("not-a-number", typed) if isinstance(reading, Amount) and reading.value == 0 else reading
    )


def _read_day(typed: str, given: Given) -> Read:
    return _day_from(typed, given, None)


def _read_deadline(typed: str, given: Given) -> Read:
    return _day_from(typed, given, given.start)


def _day_from(typed: str, given: Given, start: date | None) -> Read:
    reading = read_date(
        typed, given.lang, given.today, start=start, year_starts=given.year_starts, dates=given.dates
    )
    return reading.date if isinstance(reading, Day) else reading


def _read_larger(typed: str, given: Given) -> Read:
    found = named(given.goals, typed)
    if not found:
        return Unreadable("no-such-goal", typed)
    return found[0].id if len(found) == 1 else Ambiguous(found)


def _read_past(typed: str, given: Given) -> Read:
    """Read "310", "250; 280; 310" or "2026-09: 280; 2026-10: 310"."""
    results: list[Past] = []
    for item in _items(typed):
        period, _, number = item.rpartition(":")
        reading = read_number(number, given.lang)
        if not isinstance(reading, Amount):
            return _in_a_list(reading, number)
        results.append(Past(reading.value, period.strip()))
    return tuple(results) or Unreadable("not-a-number", typed)


def _read_milestones(typed: str, given: Given) -> Read:
    """Read "15/12: 250; 31/12: 500": a date and the number that the plan wants by then."""
    steps: list[Milestone] = []
    for item in _items(typed):
        when, colon, number = item.rpartition(":")
        if not colon:
            return Unreadable("no-colon", item)
        day = read_date(when, given.lang, given.today, year_starts=given.year_starts, dates=given.dates)
        if not isinstance(day, Day):
            return _in_a_list(day, when)
        reading = read_number(number, given.lang)
        if not isinstance(reading, Amount):
            return _in_a_list(reading, number)
        steps.append(Milestone(day.date, reading.value))
    return tuple(sorted(steps, key=lambda step: step.date)) or Unreadable("not-a-date", typed)


def _items(typed: str) -> list[str]:
    """Cut a list at ";" or line ends, or where there are none at commas followed by a space."""
    separator = ";" if ";" in typed or "\n" in typed else ", "
    return [item.strip() for item in typed.replace("\n", separator).split(separator) if item.strip()]


def _in_a_list(doubt: Unreadable | Ambiguous[Amount] | Ambiguous[Day], text: str) -> Unreadable:
    """Say why a part of a list has no reading; it is not asked, since taking an answer would replace the list."""
    return doubt if isinstance(doubt, Unreadable) else Unreadable("two-ways", text.strip())


_Reader = Callable[[str, Given], Read]

_READERS: Mapping[Field, _Reader] = {
    **dict.fromkeys(NUMBERS, _read_amount),
    Field.WEEKLY: _read_pace,
    Field.UNIT: _read_unit,
    Field.DEADLINE: _read_deadline,
    Field.START: _read_day,
    Field.SUPPORTS: _read_larger,
    Field.PAST: _read_past,
    Field.MILESTONES: _read_milestones,
}
