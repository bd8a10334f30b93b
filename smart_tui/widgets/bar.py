"""The thin bar: how far a goal is, and a bright mark where the plan wants it today."""

from datetime import timedelta
from math import floor

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Kind, Period, Status

MARK = "┃"
FULL, HALF, REST = "━", "╸", "─"

Piece = tuple[str, str]
"""The name of a style, and a text."""


def bar(width: int, progress: float | None, wanted: float | None, style: str) -> tuple[Piece, ...]:
    """Draw a bar of `width` cells; it looks full only when the goal is reached.

    `progress` below 0 is drawn empty, past 1 full; `wanted` (0-1) puts the mark, None puts none.
    """
    halves = _halves(width, progress)
    cells = [(style, FULL)] * (halves // 2) + [(style, HALF)] * (halves % 2)
    cells += [("line", REST)] * (width - len(cells))
    if wanted is not None and width:
        cells[min(floor(min(max(wanted, 0.0), 1.0) * width), width - 1)] = ("mark", MARK)
    return joined(cells)


def bar_of(standing: Standing) -> tuple[float | None, float | None]:
    """Give what the bar shows and where its mark stands: a running rate's are those of its period."""
    if standing.status.running and standing.period is not None:
        return standing.period.progress, _period_gone(standing)
    marked = standing.status.running or standing.status is Status.OVERDUE
    return standing.progress, standing.expected if marked else None


def joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Put neighbours of one style together."""
    together: list[Piece] = []
    for style, text in pieces:
        if together and together[-1][0] == style:
            together[-1] = (style, together[-1][1] + text)
        elif text:
            together.append((style, text))
    return tuple(together)


def _halves(width: int, progress: float | None) -> int:
    if progress is None or progress <= 0 or not width:
        return 0
    if progress >= 1:
        return 2 * width
    return min(max(floor(progress * width * 2), 1), 2 * width - 1)


def _period_gone(standing: Standing) -> float | None:
    period, deadline, left = standing.period, standing.goal.deadline, standing.days_left
    if period is None or deadline is None or left is None:
        return None
    if standing.goal.measurable.kind is Kind.RATE and standing.goal.measurable.per is Period.DAY:
        return None  # how much of a day is over, nobody wrote down
    today = deadline - timedelta(days=left)
    return (today - period.span.first).days / period.span.days
