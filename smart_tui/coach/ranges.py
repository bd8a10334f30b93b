"""From a day to a day: "from January to March", "từ 1/12 đến hết tháng 2"."""

from datetime import date

from msgspec import Struct

from smart_tui.coach.spans import Frame, Problem, Stretch, Yearly, first, picked
from smart_tui.goals.calendar import Span


class Between(Struct, frozen=True):
    """Both days belong to it."""

    first: date
    last: date


def between(frame: Frame, start: Stretch, until: Stretch) -> Between | Problem | None:
    """Read two stretches as one; a year that only one of them names serves the other, and the end comes after the start."""
    if isinstance(start, Problem) or isinstance(until, Problem):
        return Problem("vague")
    begin = picked(start, first, frame)
    if isinstance(until, Span) and isinstance(start, Yearly):
        begin = _latest(start, until) or begin
    if isinstance(begin, Problem):
        return begin
    end = until.last if isinstance(until, Span) else _earliest(until, begin)
    return Between(begin, end) if end is not None and begin < end else None


def _latest(start: Yearly, until: Span) -> date | None:
    """Give the last beginning of a yearly stretch that is not after the end."""
    years = (until.last.year, until.last.year - 1)
    spans = (start.within(year) for year in years)
    return next((span.first for span in spans if span is not None and span.first <= until.last), None)


def _earliest(until: Yearly, begin: date) -> date | None:
    """Give the first end of a yearly stretch that is not before the start."""
    spans = (until.within(year) for year in (begin.year - 1, begin.year, begin.year + 1))
    return next((span.last for span in spans if span is not None and span.last > begin), None)
