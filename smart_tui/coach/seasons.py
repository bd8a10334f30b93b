"""Seasons and days that marketing in Vietnam and elsewhere turns around, and which of them a goal's time meets."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from smart_tui.coach.lexicon import tet_days

THURSDAY, NOVEMBER = 3, 11
FIXED = (("women", 3, 8), ("vietnamese-women", 10, 20), ("teachers", 11, 20), ("christmas", 12, 25))
NEAR = 14
"""Days before a season in which a deadline meets it."""


def seasons_met(start: date, deadline: date, lang: str) -> Iterator[tuple[str, date]]:
    """Yield the seasons between a start and the days after a deadline, as code and day (row 46)."""
    until = deadline + timedelta(days=NEAR)
    for year in range(start.year, until.year + 1):
        for code, day in _of_year(year, lang):
            if start <= day <= until and (deadline - day).days <= NEAR:
                yield code, day


@cache
def _of_year(year: int, lang: str) -> tuple[tuple[str, date], ...]:
    return tuple(_dated(year, lang))


def _dated(year: int, lang: str) -> Iterator[tuple[str, date]]:
    if (first := tet_days().get(year)) is not None:
        yield "tet", date.fromisoformat(first)
    november = date(year, NOVEMBER, 1)
    yield "black-friday", november + timedelta(days=(THURSDAY - november.weekday()) % 7 + 22)
    yield from (
        (code, date(year, month, day))
        for code, month, day in FIXED
        if lang == "vi" or code in {"women", "christmas"}
    )
