"""Where everything stands in a goal file's text."""

import pytest

from smart_tui.store.layout import Layout, Position, Section, Spot, Unplaceable, end_of_text, layout_of_file
from smart_tui.store.scan import Path

TEXT = """\
# ours
version = 1

# the first
# of two
[[goal]] # leads
id = "a"
"the owner".'full name' = "Lan" # who

# Not about the measure.

  # the measure
  [goal.measurable]
  target = 1_0
  bounds = { low = 1, 'high' = [2, 3] , far.away = 4 }

[other]
goal = 5

[[ goal ]]
tags = [
  "x", # first
  [ "y" ],
]
[[goal.history.checkins]]
value = 1
[[goal.history.checkins]]
value = 2
[[other.goal]]
x = 1
# end
"""
LAYOUT = Layout.of(TEXT)


def at(written: str, nth: int = 0) -> int:
    place = -1
    for _ in range(nth + 1):
        place = TEXT.index(written, place + 1)
    return place


def written(spot: Spot | None) -> str | None:
    return None if spot is None else TEXT[spot.value : spot.end]


def test_every_table_has_its_path() -> None:
    assert [section.path for section in LAYOUT.sections] == [
        (),
        ("goal", 0),
        ("goal", 0, "measurable"),
        ("other",),
        ("goal", 1),
        ("goal", 1, "history", "checkins", 0),
        ("goal", 1, "history", "checkins", 1),
        ("other", "goal", 0),
    ]
    assert [section.header for section in LAYOUT.sections[:5]] == [
        "",
        "[[goal]]",
        "[goal.measurable]",
        "[other]",
        "[[ goal ]]",
    ]
    assert [[section.path[2:] for section in own] for own in LAYOUT.goals] == [
        [(), ("measurable",)],
        [(), ("history", "checkins", 0), ("history", "checkins", 1)],
    ]


def test_the_comments_directly_above_a_header_are_its_own() -> None:
    leads = [TEXT[section.lead :].split("\n", 1)[0] for section in LAYOUT.sections]
    assert leads[:5] == ["# ours", "# the first", "  # the measure", "[other]", "[[ goal ]]"]
    assert leads[-1] == "[[other.goal]]"
    starts = [TEXT[section.start : section.after] for section in LAYOUT.sections[:4]]
    assert starts == ["", "[[goal]] # leads\n", "  [goal.measurable]\n", "[other]\n"]


def test_a_table_s_content_ends_behind_its_last_statement() -> None:
    ends = [TEXT[: section.content_end].rsplit("\n", 2)[1] for section in LAYOUT.sections[:5]]
    assert ends == [
        "version = 1",
        '"the owner".\'full name\' = "Lan" # who',
        "  bounds = { low = 1, 'high' = [2, 3] , far.away = 4 }",
        "goal = 5",
        "]",
    ]
    assert Section((), "", 0, 3, 5, ()).content_end == 5


def test_every_statement_has_its_whole_lines() -> None:
    assert {entry.path: TEXT[entry.start : entry.after] for entry in LAYOUT.entries()} == {
        ("version",): "version = 1\n",
        ("goal", 0, "id"): 'id = "a"\n',
        ("goal", 0, "the owner", "full name"): '"the owner".\'full name\' = "Lan" # who\n',
        ("goal", 0, "measurable", "target"): "  target = 1_0\n",
        ("goal", 0, "measurable", "bounds"): "  bounds = { low = 1, 'high' = [2, 3] , far.away = 4 }\n",
        ("other", "goal"): "goal = 5\n",
        ("goal", 1, "tags"): 'tags = [\n  "x", # first\n  [ "y" ],\n]\n',
        ("goal", 1, "history", "checkins", 0, "value"): "value = 1\n",
        ("goal", 1, "history", "checkins", 1, "value"): "value = 2\n",
        ("other", "goal", 0, "x"): "x = 1\n",
    }
    assert LAYOUT.entry(("goal", 0)) is None
    (last,) = Layout.of("x = [\n1]").entries()
    assert (last.start, last.value, last.end, last.after) == (0, 4, 8, 8)


BOUNDS: Path = ("goal", 0, "measurable", "bounds")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "1"),
        (("goal", 0, "the owner", "full name"), '"Lan"'),
        (BOUNDS, "{ low = 1, 'high' = [2, 3] , far.away = 4 }"),
        ((*BOUNDS, "low"), "1"),
        ((*BOUNDS, "high"), "[2, 3]"),
        ((*BOUNDS, "high", 1), "3"),
        ((*BOUNDS, "high", 2), None),
        ((*BOUNDS, "high", "x"), None),
        ((*BOUNDS, "far", "away"), "4"),
        ((*BOUNDS, "far", "off"), None),
        ((*BOUNDS, "low", "er"), None),
        ((*BOUNDS, "none"), None),
        (("goal", 1, "tags", 0), '"x"'),
        (("goal", 1, "tags", 1, 0), '"y"'),
        (("goal", 1, "history", "checkins", 1, "value"), "2"),
        (("goal", 1, "history"), None),
        (("goal", 1), None),
        ((), None),
    ],
)
def test_a_value_is_found_wherever_it_is_written(path: Path, value: str | None) -> None:
    assert written(LAYOUT.locate(path)) == value


def test_tables_are_found_by_their_path() -> None:
    found = LAYOUT.section(("goal", 0, "measurable"))
    assert found is LAYOUT.sections[2]
    assert LAYOUT.section(("measurable",)) is None
    assert LAYOUT.under(("goal", 1)) == LAYOUT.sections[4:7]
    assert LAYOUT.under(("other",)) == (LAYOUT.sections[3], LAYOUT.sections[7])


def test_a_goal_s_region_goes_to_the_comments_of_the_next_table_that_is_not_its_own() -> None:
    assert LAYOUT.region(0) == (at("[[goal]]"), at("[other]"))
    assert LAYOUT.region(1) == (at("[[ goal ]]"), at("[[other.goal]]"))
    one = Layout.of('x = 1\n\n[[goal]]\nid = "a"\n[goal.history]\ny = 1\n\n# b\n[[goal]]\nid = "b"\n# end\n')
    assert [one.text[slice(*one.region(place))] for place in (0, 1)] == [
        '[[goal]]\nid = "a"\n[goal.history]\ny = 1\n\n',
        '[[goal]]\nid = "b"\n# end\n',
    ]
    with pytest.raises(Unplaceable):
        one.region(2)


@pytest.mark.parametrize(
    ("path", "line", "column", "text"),
    [
        (("version",), 2, 11, "version = 1"),
        (("goal", 0, "measurable", "target"), 14, 12, "  target = 1_0"),
        ((*BOUNDS, "high", 1), 15, 36, "  bounds = { low = 1, 'high' = [2, 3] , far.away = 4 }"),
        ((*BOUNDS, "none"), 15, None, "  bounds = { low = 1, 'high' = [2, 3] , far.away = 4 }"),
        (("goal", 1, "tags", 1), 23, 3, '  [ "y" ],'),
        (("goal", 0, "measurable"), 13, None, "  [goal.measurable]"),
        (("goal", 0, "measurable", "unit", "x"), 13, None, "  [goal.measurable]"),
        (("goal", 1, "history", "checkins", 1, "date"), 27, None, "[[goal.history.checkins]]"),
        (("goal", 0, "title"), 6, None, "[[goal]] # leads"),
    ],
)
def test_a_value_s_position_is_a_line_and_a_column(
    path: Path, line: int, column: int | None, text: str
) -> None:
    assert LAYOUT.position(path) == Position(line, column, text)


def test_a_position_is_none_where_nothing_around_it_is_written() -> None:
    assert LAYOUT.position(("title",)) is None
    assert LAYOUT.position(()) is None
    assert Layout.of("x = 1\r\ny = 22").position(("x",)) == Position(1, 5, "x = 1")
    assert Layout.of("x = 1\r\ny = 22").position(("y",)) == Position(2, 5, "y = 22")
    assert Layout.of(f"x = '{'a' * 2000}'").position(("x",)) == Position(1, 5, f"x = '{'a' * 995}")


@pytest.mark.parametrize("text", ["x", "= 1\n", "[goal\n", "x = 1\ny\n"])
def test_what_is_no_statement_is_refused(text: str) -> None:
    with pytest.raises(Unplaceable):
        Layout.of(text)


def test_tables_of_tables_are_counted_in_the_table_they_belong_to() -> None:
    text = "[[a]]\n[[a.b]]\n[[a.b]]\n[a.b.c]\n[[a]]\n[[a.b]]\n[a.d]\n"
    assert [section.path for section in Layout.of(text).sections[1:]] == [
        ("a", 0),
        ("a", 0, "b", 0),
        ("a", 0, "b", 1),
        ("a", 0, "b", 1, "c"),
        ("a", 1),
        ("a", 1, "b", 0),
        ("a", 1, "d"),
    ]


def test_a_text_ends_with_its_last_line_and_not_with_the_blank_ones() -> None:
    assert end_of_text("ab\n\n\ncd", 0, 5) == 3
    assert end_of_text("ab\r\n\r\ncd", 0, 6) == 4
    assert end_of_text("xx\nab\n\n", 3, 7) == 6
    assert end_of_text("ab", 0, 2) == 2
    assert end_of_text("ab  \n  \n\n", 0, 9) == 8
    assert end_of_text("ab\ncd\n", 0, 2) == 2


def test_a_file_is_looked_over_once() -> None:
    assert layout_of_file(TEXT) is layout_of_file(TEXT)
    assert layout_of_file(TEXT) == LAYOUT
