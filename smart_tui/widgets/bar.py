"""The thin bar: how far a goal is, and a bright mark where the plan wants it today."""

from math import floor

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
    if progress is None or progress <= 0:
        return 0
    if progress >= 1:
        return 2 * width
    return min(max(floor(progress * width * 2), 1), 2 * width - 1)
