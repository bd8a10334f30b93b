from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from smart_tui.widgets.bar import bar

widths = st.integers(0, 60)
ratios = st.one_of(st.none(), st.floats(-1, 3))


def text(width: int, progress: float | None, wanted: float | None = None) -> str:
    return "".join(piece for _, piece in bar(width, progress, wanted, "good"))


def test_half_way_is_half_a_bar() -> None:
    assert text(10, 0.5) == "━━━━━─────"


def test_half_a_cell_counts() -> None:
    assert text(4, 0.4) == "━╸──"


def test_a_reached_goal_is_full_and_nothing_less_looks_full() -> None:
    assert text(6, 1.0) == "━━━━━━"
    assert text(6, 1.7) == "━━━━━━"
    assert text(6, 0.999) == "━━━━━╸"


def test_the_first_step_is_seen() -> None:
    assert text(10, 0.001) == "╸─────────"


def test_below_the_start_and_unknown_are_empty() -> None:
    assert text(5, -0.4) == text(5, None) == "─────"


def test_the_mark_stands_where_the_plan_wants_it() -> None:
    assert text(10, 0.75, 0.5) == "━━━━━┃━╸──"
    assert text(10, 0.2, 1.0) == "━━───────┃"
    assert text(10, 0.2, 0.0) == "┃━────────"


def test_the_mark_is_bright_the_rest_faint() -> None:
    assert bar(4, 0.25, 0.5, "behind") == (("behind", "━"), ("line", "─"), ("mark", "┃"), ("line", "─"))


@given(widths, ratios, st.one_of(st.none(), st.floats(-1, 2)))
def test_a_bar_is_as_wide_as_it_was_asked_to_be(
    width: int, progress: float | None, wanted: float | None
) -> None:
    assert cell_len(text(width, progress, wanted)) == width


@given(widths, st.floats(0, 1), st.floats(0, 1))
def test_more_progress_never_looks_like_less(width: int, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert text(width, less).count("━") <= text(width, more).count("━")
