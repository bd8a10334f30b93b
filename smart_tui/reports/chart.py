"""A goal's curve as places on a drawing: where the lines go, where a label stands."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from smart_tui.goals.curve import Curve, Point
from smart_tui.goals.standing import Standing
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount

WIDTH, HEIGHT = 640, 146
LEFT, RIGHT, TOP, BOTTOM = 8, 632, 26, 120
DATES_AT = 140
MOST_POINTS = 400
"""More are not to be told apart in the drawing."""
LABEL_GAP = 8
LINE = 16


class Label(Struct, frozen=True):
    """A text at a place; `anchor` as SVG has it."""

    x: str
    y: str
    text: str
    anchor: str = "start"


class Chart(Struct, frozen=True, kw_only=True):
    """What is drawn; coordinates are written as SVG takes them."""

    history: str
    area: str
    plan: str
    goal_y: str
    dot: tuple[str, str]
    today_x: str
    """Empty where today lies outside."""
    labels: tuple[Label, ...]


class Bar(Struct, frozen=True):
    """A bar of 100 units: how far it is filled, and where the plan wants it."""

    fill: str
    mark: str
    """Empty where no plan says."""


def chart_of(curve: Curve, standing: Standing, today: date, lang: Language) -> Chart:
    """Place a goal's history, plan and target line."""
    frame = _Frame.around(curve)
    history = [frame.place(point) for point in _thinned(curve.history)]
    last = frame.place(curve.history[-1])
    goal_y = frame.y(float(curve.goal_line))
    return Chart(
        history=_line(history),
        area=_line([(history[0][0], BOTTOM), *history, (history[-1][0], BOTTOM)]),
        plan=_line(frame.place(point) for point in curve.plan),
        goal_y=_written(goal_y),
        dot=(_written(last[0]), _written(last[1])),
        today_x=_written(frame.x(today)) if frame.first <= today <= frame.last else "",
        labels=_labels(frame, curve, standing, lang),
    )


def bar_of(standing: Standing) -> Bar | None:
    """Give the bar of a goal, None where nothing can be said; it looks full only when the goal is reached."""
    if standing.progress is None:
        return None
    most = 100.0 if standing.progress >= 1 else 99.0
    filled = min(max(standing.progress * 100, 0.0), most)
    mark = standing.expected if not standing.status.closed else None
    return Bar(_written(filled), "" if mark is None else _written(min(max(mark * 100, 0.5), 99.5)))


class _Frame(Struct, frozen=True):
    """The days and numbers that fill the drawing."""

    first: date
    last: date
    low: float
    high: float

    @classmethod
    def around(cls, curve: Curve) -> "_Frame":
        points = (*curve.history, *curve.plan)
        numbers = [float(curve.goal_line), *(point.value for point in points)]
        days = [point.date for point in points]
        return cls(min(days), max(days), min(numbers), max(numbers))

    def x(self, day: date) -> float:
        days = (self.last - self.first).days
        return RIGHT if not days else LEFT + (RIGHT - LEFT) * (day - self.first).days / days

    def y(self, value: float) -> float:
        height = self.high - self.low
        return BOTTOM if not height else BOTTOM - (BOTTOM - TOP) * (value - self.low) / height

    def place(self, point: Point) -> tuple[float, float]:
        return self.x(point.date), self.y(point.value)


def _labels(frame: _Frame, curve: Curve, standing: Standing, lang: Language) -> tuple[Label, ...]:
    unit = standing.goal.measurable.unit
    # The target's label stands where the history is not: a goal begins at the left, far from its target.
    return (
        Label(
            _written(LEFT),
            _written(frame.y(float(curve.goal_line)) - LABEL_GAP),
            amount(lang, curve.goal_line, unit),
        ),
        _latest(frame, curve.history[-1], standing, lang),
        Label(_written(LEFT), _written(DATES_AT), short_date(lang, frame.first)),
        Label(_written(RIGHT), _written(DATES_AT), short_date(lang, frame.last), "end"),
    )


def _latest(frame: _Frame, last: Point, standing: Standing, lang: Language) -> Label:
    """Write the latest number on the side of its dot where the plan does not run."""
    x, y = frame.place(last)
    beyond_half = x > (LEFT + RIGHT) / 2
    below = (standing.pace or 1.0) < 1 and y + LINE + LABEL_GAP < BOTTOM
    return Label(
        _written(x - LABEL_GAP if beyond_half else x + LABEL_GAP),
        _written(y + LINE if below else max(y - LABEL_GAP, TOP - LABEL_GAP)),
        amount(lang, last.value, standing.goal.measurable.unit, digits=2),
        "end" if beyond_half else "start",
    )


def _thinned(points: tuple[Point, ...]) -> tuple[Point, ...]:
    step = -(-len(points) // MOST_POINTS)
    return points if step <= 1 else (*points[:-1:step], points[-1])


def _line(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_written(x)},{_written(y)}" for x, y in places)


def _written(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
