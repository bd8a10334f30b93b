"""A goal's history beside its plan, and where it leads: dots of Braille, eight to a cell. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct
from rich.cells import cell_len

from smart_tui.goals.curve import Curve, Point
from smart_tui.widgets.bar import Piece, joined
from smart_tui.widgets.plain_text import cut

BLANK = 0x2800
BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a cell, row by row (ISO 11548-1)."""
ACROSS, DOWN = 2, 4
MARGIN = 0.04
"""Of the height: a line along the edge would hide behind it."""


class Band(Struct, frozen=True):
    """What is likely on a coming day."""

    date: date
    low: float
    middle: float
    high: float


class Labels(Struct, frozen=True):
    """What stands round the picture."""

    top: str
    """The number to be reached."""
    plan: str
    first: str
    last: str


def chart(
    curve: Curve, bands: Sequence[Band], labels: Labels, size: tuple[int, int], style: str
) -> tuple[tuple[Piece, ...], ...]:
    """Draw so many columns and lines, the labels' three lines among them; nothing where there is no room."""
    width, height = size[0], size[1] - 3
    if width < cell_len(labels.first) + cell_len(labels.last) + 1 or height < 1:
        return ()
    frame = _Frame.round(curve, bands, width, height)
    middle = [Point(band.date, band.middle) for band in bands]
    layers = [
        (style, frame.line(curve.history, step=1)),
        ("accent", frame.line(middle, step=3)),
        ("muted", {*frame.line([Point(b.date, b.low) for b in bands], step=4)}),
        ("muted", {*frame.line([Point(b.date, b.high) for b in bands], step=4)}),
        ("guide", frame.line(curve.plan or frame.level(float(curve.goal_line)), step=2)),
    ]
    cells = _cells(layers)
    return (
        _ends(cut(labels.top, width), labels.plan, width, "muted"),
        *(_row(cells, row, width) for row in range(height)),
        (("line", "─" * width),),
        _ends(labels.first, labels.last, width, "muted"),
    )


class _Frame(Struct, frozen=True):
    """How days and numbers become dots."""

    first: date
    days: int
    low: float
    high: float
    columns: int
    rows: int

    @classmethod
    def round(cls, curve: Curve, bands: Sequence[Band], width: int, height: int) -> "_Frame":
        """Make everything fit, what is likely cut where it would make the rest small."""
        points = [*curve.history, *curve.plan]
        values = [float(curve.goal_line), *(point.value for point in points)]
        span = (max(values) - min(values)) or 1.0
        likely = [value for band in bands for value in (band.low, band.high)]
        low = max(min([*values, *likely]), min(values) - span / 2)
        high = min(max([*values, *likely]), max(values) + span / 2)
        margin = (high - low or 1.0) * MARGIN
        days = [point.date for point in points] + [band.date for band in bands]
        first = min(days)
        return cls(
            first,
            max((max(days) - first).days, 1),
            low - margin,
            high + margin,
            width * ACROSS,
            height * DOWN,
        )

    def level(self, value: float) -> tuple[Point, ...]:
        """Give a line that is the same all along."""
        return Point(self.first, value), Point(date.fromordinal(self.first.toordinal() + self.days), value)

    def line(self, points: Sequence[Point], step: int) -> set[tuple[int, int]]:
        """Give the dots of a line through the points, of a dotted one every so many columns."""
        dots = [self._dot(point) for point in points]
        found = set(dots[:1])
        for (x, y), (x2, y2) in pairwise(dots):
            found |= {*(_between(x, y, x2, y2) if step == 1 else _dotted(x, y, x2, y2, step))}
        return {(x, y) for x, y in found if 0 <= x < self.columns and 0 <= y < self.rows}

    def _dot(self, point: Point) -> tuple[int, int]:
        x = (point.date - self.first).days / self.days * (self.columns - 1)
        y = (self.high - point.value) / (self.high - self.low) * (self.rows - 1)
        return round(x), round(y)


def _between(x: int, y: int, x2: int, y2: int) -> Iterator[tuple[int, int]]:
    steps = max(abs(x2 - x), abs(y2 - y), 1)
    for step in range(steps + 1):
        yield round(x + (x2 - x) * step / steps), round(y + (y2 - y) * step / steps)


def _dotted(x: int, y: int, x2: int, y2: int, every: int) -> Iterator[tuple[int, int]]:
    for column in range(x, x2 + 1):
        if column % every == 0:
            yield column, round(y + (y2 - y) * (column - x) / ((x2 - x) or 1))


def _cells(layers: Iterable[tuple[str, set[tuple[int, int]]]]) -> dict[tuple[int, int], Piece]:
    """Give what stands in each cell that is not empty; where lines meet, it has the ink of the first of them."""
    inked: dict[tuple[int, int], tuple[str, int]] = {}
    for style, dots in layers:
        for x, y in dots:
            cell = x // ACROSS, y // DOWN
            ink, pattern = inked.get(cell, (style, 0))
            if ink == style:
                inked[cell] = style, pattern | BITS[y % DOWN][x % ACROSS]
    return {cell: (ink, chr(BLANK + pattern)) for cell, (ink, pattern) in inked.items()}


def _row(cells: dict[tuple[int, int], Piece], row: int, width: int) -> tuple[Piece, ...]:
    """Draw one line of cells."""
    return joined([cells.get((column, row), ("text", " ")) for column in range(width)])


def _ends(left: str, right: str, width: int, style: str) -> tuple[Piece, ...]:
    gap = width - cell_len(left) - cell_len(right)
    if gap < 1:
        return (("muted", left),)
    return ("muted", left), ("text", " " * gap), (style, right)
