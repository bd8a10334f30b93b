"""The chart: what was reached, what the plan wants, where it leads."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from goal_builders import goal
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_goals import FILE

from smart_tui.goals.curve import Curve, Point
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.standing import standings
from smart_tui.widgets.chart import Band, Labels, chart
from smart_tui.widgets.goal_chart import goal_chart
from smart_tui.widgets.story import CHART_HEIGHT, has_chart
from smart_tui.words.language import language

TODAY = date(2026, 11, 22)
LABELS = Labels("40", "even pace", "1 Nov", "30 Nov")
RISING = Curve(
    (Point(date(2026, 11, 1), 0.0), Point(date(2026, 11, 15), 20.0)),
    (Point(date(2026, 11, 1), 0.0), Point(date(2026, 11, 30), 40.0)),
    goal_line=Decimal(40),
)


def drawn(of: Goal, width: int = 36) -> list[str]:
    file = GoalFile(goals=(of,))
    lines = goal_chart(language("en"), standings(file, TODAY)[0], None, (width, CHART_HEIGHT))
    return ["".join(text for _, text in line) for line in lines]


def test_what_was_reached_rises_from_the_left_below_its_labels() -> None:
    top, *rows, axis, ends = chart(RISING, (), LABELS, (30, 10), "good")
    assert "".join(text for _, text in top).split() == ["40", "even", "pace"]
    assert "".join(text for _, text in ends).split() == ["1", "Nov", "30", "Nov"]
    assert "".join(text for _, text in axis) == "─" * 30
    inked = [row for row in rows if any(style == "good" for style, _ in row)]
    first = [next(i for i, (style, _) in enumerate(row) if style == "good") for row in inked]
    assert inked
    assert rows.index(inked[-1]) > rows.index(inked[0])
    assert first


def test_what_is_likely_is_drawn_beyond_today() -> None:
    bands = [
        Band(date(2026, 11, 15) + timedelta(days=d), 20 + d, 20 + 2 * d, 20 + 3 * d) for d in range(0, 16, 5)
    ]
    rows = chart(RISING, bands, LABELS, (30, 10), "good")
    assert any(style == "accent" for row in rows for style, _ in row)


@given(
    values=st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=30),
    width=st.integers(0, 120),
    height=st.integers(0, 30),
)
def test_any_numbers_fill_just_the_room_that_there_is(values: list[float], width: int, height: int) -> None:
    history = tuple(Point(date(2026, 1, 1) + timedelta(days=7 * i), value) for i, value in enumerate(values))
    lines = chart(Curve(history, RISING.plan, RISING.goal_line), (), LABELS, (width, height), "good")
    assert len(lines) in {0, height}
    assert all(sum(cell_len(text) for _, text in line) <= width for line in lines)


@pytest.mark.parametrize("place", range(len(FILE.goals)))
def test_every_goal_has_a_chart_or_nothing_to_draw(place: int) -> None:
    standing = standings(FILE, TODAY)[place]
    if has_chart(standing):
        assert len(goal_chart(language("vi"), standing, None, (40, CHART_HEIGHT))) == CHART_HEIGHT


def test_a_short_goal_names_its_days_and_a_long_one_its_months() -> None:
    short = goal(target=40, start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-10": 5})
    long = goal(target=40, start="2026-01-01", deadline="2027-12-31", checkins={"2026-11-10": 5})
    assert drawn(short)[-1].split() == ["Sun", "1", "Nov", "Thu", "31", "Dec"]
    assert drawn(long)[-1].split() == ["Jan", "2026", "Dec", "2027"]
