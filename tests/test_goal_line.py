from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from sample_goals import (
    COST,
    HOSTILE_TITLES,
    LEADS,
    OCTOBER,
    POSTS,
    PRODUCTS,
    TODAY,
    everything,
    goal,
    one,
)

from smart_tui.goals.outline import Row, Section, outline
from smart_tui.goals.terms import Kind, Period
from smart_tui.widgets.bar import bar_of
from smart_tui.widgets.goal_line import GoalLine, columns, draw, goal_line, note
from smart_tui.words.language import language

EN = language("en")
LINES = tuple(goal_line(EN, row) for row in outline(everything()))


def date_of(day: int) -> date:
    return TODAY.replace(day=day)


def text(line: GoalLine, width: int, *, selected: bool = False, among: tuple[GoalLine, ...] = LINES) -> str:
    return "".join(piece for _, piece in draw(line, columns(width, among), selected=selected))


def named(title: str) -> GoalLine:
    return next(line for line in LINES if line.title.startswith(title) and not line.echo)


@pytest.mark.parametrize("width", [60, 78, 80, 100, 140, 200])
def test_every_line_fits_its_width_and_numbers_are_aligned(width: int) -> None:
    drawn = [text(line, width) for line in LINES]
    assert all(cell_len(line) <= width for line in drawn)
    shares = columns(width, LINES)
    ends = {
        cell_len(line[: line.index(said.value) + len(said.value)])
        for line, said in zip(drawn, LINES, strict=True)
    }
    assert shares.value
    assert len(ends) == 1


def test_a_line_says_status_title_number_and_time() -> None:
    line = text(named("1,000 new leads"), 80)
    assert line.startswith("  ▲")
    assert "1,000 new leads by New Year" in line
    assert "450 of 1,000" in line
    assert line.rstrip().endswith("40 days left")


def test_the_status_is_named_where_there_is_room() -> None:
    assert "behind" not in text(named("1,000 new leads"), 99)
    assert text(named("1,000 new leads"), 100).rstrip().endswith("behind")


def test_bars_shrink_before_titles_are_cut() -> None:
    wide, narrow = columns(120, LINES), columns(84, LINES)
    assert narrow.bar < wide.bar
    assert not any("…" in text(line, 84) for line in LINES)


def test_a_bar_goes_before_titles_are_unreadable() -> None:
    assert columns(60, LINES).bar == 0
    assert columns(60, LINES).title >= 20


def test_the_selected_title_is_whole_even_where_the_bar_stood() -> None:
    long = replace(
        named("40 contracts in November"), title="40 leads through the online channels of the school"
    )
    among = (*LINES, long)
    assert "…" in text(long, 80, among=among)
    selected = text(long, 80, selected=True, among=among)
    assert long.title in selected
    assert selected.startswith("▌")


def test_a_goal_that_is_also_listed_above_says_so_without_colour() -> None:
    echo = next(line for line in LINES if line.echo)
    drawn = text(echo, 100)
    assert "↑ above" in drawn
    assert "━" not in drawn
    assert {style for style, _ in draw(echo, columns(100, LINES), selected=False)} <= {
        "muted",
        "guide",
        "text",
    }


def test_late_is_red_and_in_words() -> None:
    pieces = draw(named("40 contracts in October"), columns(80, LINES), selected=False)
    assert any(style == "overdue" and "21 days late" in piece for style, piece in pieces)


def test_a_daily_rate_shows_its_day() -> None:
    assert bar_of(one(PRODUCTS)) == (0.85, None)


def test_a_weekly_rate_has_its_mark_in_the_week() -> None:
    calls = goal(
        "calls",
        "20 calls a week",
        20,
        date_of(2),
        date_of(30),
        (date_of(18), 5),
        kind=Kind.RATE,
        per=Period.WEEK,
    )
    progress, wanted = bar_of(one(calls))
    assert progress == 0.25
    assert wanted == pytest.approx(5 / 7)


def test_a_reached_goal_bears_no_mark() -> None:
    assert bar_of(one(POSTS))[1] is None
    assert bar_of(one(COST))[1] is not None


def test_an_overdue_goal_says_what_it_does_to_the_larger_one() -> None:
    standings = everything()
    overdue = next(s for s in standings if s.goal.id == OCTOBER.id)
    assert overdue.parent is not None
    said = "“1,000 contracts in two years” now needs 43.4 a month; its plan was 41.6."
    assert note(EN, overdue, standings[overdue.parent]) == said


def test_an_overdue_goal_names_a_larger_one_that_counts_something_else() -> None:
    standings = everything()
    leads = next(s for s in standings if s.goal.id == LEADS.id)
    assert leads.parent is not None
    assert note(EN, leads, standings[leads.parent]) == "serves 1,000 contracts in two years"


def test_a_rate_that_ended_short_says_by_how_much() -> None:
    calls = goal(
        "calls",
        "20 calls a week",
        20,
        date_of(2),
        date_of(30),
        (date_of(10), 5),
        kind=Kind.RATE,
        per=Period.WEEK,
    )
    assert note(EN, one(calls), None) == "5 of 20 in the period to Sun 15 Nov"


@pytest.mark.parametrize("title", HOSTILE_TITLES)
@pytest.mark.parametrize("selected", [False, True])
def test_no_title_breaks_a_line(title: str, selected: bool) -> None:
    line = goal_line(EN, Row(Section.SHORT, one(replace(LEADS, title=title))))
    for width in (20, 60, 120):
        drawn = text(line, width, selected=selected, among=(line,))
        assert cell_len(drawn) <= width
        assert drawn.isprintable()


@settings(max_examples=100)
@given(st.integers(20, 220), st.text(max_size=80), st.integers(0, 5), st.booleans())
def test_any_title_at_any_width_fits(width: int, title: str, depth: int, selected: bool) -> None:
    line = goal_line(EN, Row(Section.SHORT, one(replace(LEADS, title=title)), depth))
    assert cell_len(text(line, width, selected=selected, among=(line,))) <= width


def test_a_goal_without_a_title_is_named() -> None:
    assert goal_line(EN, Row(Section.SHORT, one(replace(LEADS, title="")))).title == "(no title)"
