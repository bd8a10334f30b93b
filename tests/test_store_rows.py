"""Check-ins read without the parser say what the parser says, and what it refuses is refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smart_tui.goals.model import CheckIn, Goal, History, Measurable
from smart_tui.goals.terms import Kind
from smart_tui.store import slices
from smart_tui.store.document import Document
from smart_tui.store.errors import CannotRead
from smart_tui.store.operations import AddCheckIn, AddGoal
from smart_tui.store.reader import Reading
from smart_tui.store.rows import START, cut_out

DATES = st.sampled_from(
    ["2026-11-09", "2024-02-29", "2026-02-29", "0000-01-01", "2026-1-09", "२०२६-11-09", "2026-11-09T10:00:00"]
)
VALUES = st.sampled_from(
    [
        "5",
        "-5",
        "0",
        "-0",
        "+5",
        "05",
        "5.0",
        "-5.50",
        "1.000",
        "5.",
        ".5",
        "1e3",
        "1_000",
        "0x1F",
        "true",
        "false",
        "9" * 18,
        "9" * 19,
        "0.1",
        '"5"',
        "٥",
    ]
)
NOTES = st.sampled_from(
    [
        "",
        ', note = ""',
        ', note = "webinar"',
        ', note = "Hội thảo, } ] # {"',
        ", note = 'x'",
        ', note = "a\\nb"',
        ', note = "a\tb"',
        ', note = "a\x7fb"',
        ', note = "a\x85b"',
        ', note = """x"""',
        ", note = 5",
        ", x = 1",
        ', note = "x", confidence = 7',
        ", confidence = 10",
        ", confidence = 07",
        ', note = "x", note = "y"',
    ]
)
ROWS = st.builds("  {{ date = {}, value = {}{} }},".format, DATES, VALUES, NOTES)
OURS_ROW = '  { date = 2026-11-09, value = 5, note = "x" },'
OURS = st.just(OURS_ROW)
LINES = (
    ROWS
    | OURS
    | st.sampled_from(
        [
            "",
            "# no row",
            "  { date = 2026-11-09, value = 5 }",
            "{ date = 2026-11-09, value = 5 },",
            "  5,",
            "]",
            "  ]",
            "  { date = 2026-11-09, value = 5 }, # why",
            "  { date = 2026-11-09, value = 5 },\r",
            "  },",
            "]]",
            "'''",
        ]
    )
)
AROUND = st.sampled_from(
    [
        "[[goal]]",
        'id = "a"',
        "x = [",
        "]",
        "x = '''",
        "'''",
        'x = """',
        '"""',
        "# ''' no text",
        "[goal.history]",
        "history = 5",
        "history.checkins = []",
        "[goal.history.more]",
        "[other]",
        "goal = 1",
        "  [[goal]]",
        "decisions = []",
        'y = "[goal.history]"',
        "[goal.history]\ncheckins = [\n]",
        "[goal.more]\ncheckins = [",
        "[[goal.history]]",
    ]
)


def said(text: str) -> dict[str, Any] | None:
    try:
        return tomli.loads(text, parse_float=Decimal)
    except ValueError:
        return None


def read(text: str) -> dict[str, Any] | None:
    try:
        return Document.of(text.encode()).raw
    except CannotRead:
        return None


def of(rows: list[str], before: list[str] | None = [], after: list[str] = []) -> str:  # noqa: B006 - only read
    """Give a text with a list of rows; where `before` is None, it stands above any goal."""
    above = "" if before is None else "\n".join(["[[goal]]", *before])
    return above + START + "".join(f"{row}\n" for row in rows) + "\n".join(["]", *after, ""])


@settings(max_examples=1_000)
@example(['  { date = 2026-11-09, value = 5, note = "" },'], [], [])
@example(["  { date = 2026-02-30, value = 5 },"], [], [])
@example([OURS_ROW], ["x = ["], ["]"])
@example([OURS_ROW], ["x = '''"], ["'''"])
@example([OURS_ROW], ["  [[goal]]"], [])
@example([OURS_ROW], [], ["[goal.history]"])
@example([OURS_ROW], None, ["[[goal]]"])
@given(
    st.lists(LINES, max_size=4),
    st.none() | st.lists(AROUND, max_size=4),
    st.lists(AROUND, max_size=4),
)
def test_what_is_read_without_the_parser_is_what_the_parser_says(
    rows: list[str], before: list[str] | None, after: list[str]
) -> None:
    text = of(rows, before, after)
    assert read(text) == said(text)


@pytest.mark.parametrize("head", ["", "x = 1", "goal = 1", "[goal]", "[[goal.more]]", "# [[goal]]"])
def test_a_list_above_the_first_goal_is_the_parsers(head: str) -> None:
    text = of([OURS_ROW], [], ["[[goal]]"]).replace("[[goal]]", head, 1)
    assert read(text) == said(text)


def test_the_parser_sees_no_row_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    load = slices.load

    def seen(text: str) -> dict[str, Any]:
        parsed.append(text)
        return load(text)

    monkeypatch.setattr(slices, "load", seen)
    text = of([OURS_ROW] * 3, ['id = "a"']) + of([OURS_ROW], ['id = "b"'])
    assert read(text) == said(text)
    assert len(parsed) == 3
    assert not any("date" in each for each in parsed)


@settings(max_examples=300)
@given(st.lists(OURS | ROWS, min_size=1, max_size=5), st.booleans())
def test_types_and_the_order_of_the_keys_are_the_parsers_too(rows: list[str], at_the_end: bool) -> None:
    text = of(rows, [], ["decisions = []"] * at_the_end)
    assert repr(read(text)) == repr(said(text))


@pytest.mark.parametrize(
    ("kind", "checkin"),
    [
        (Kind.TOTAL, CheckIn(date=date(2026, 11, 9), value=Decimal(5))),
        (
            Kind.TOTAL,
            CheckIn(date=date(2026, 11, 9), value=Decimal("-12.50"), note="Hội thảo ở Huế", confidence=7),
        ),
        (Kind.LEVEL, CheckIn(date=date(2026, 11, 9), value=Decimal("35.00"), confidence=10)),
        (Kind.YES_NO, CheckIn(date=date(2026, 11, 9), value=Decimal(1))),
    ],
)
def test_what_this_program_writes_is_read_so(kind: Kind, checkin: CheckIn) -> None:
    goal = Goal(
        id="a",
        title="A",
        measurable=Measurable(kind=kind, target=Decimal(40)),
        history=History(checkins=(checkin,)),
    )
    data = AddGoal(goal).apply(b"")
    data = AddCheckIn(goal_id="a", checkin=checkin).apply(data)
    text = data.decode()
    cut = cut_out(text[text.index("[[goal]]") :], Decimal)
    assert cut is not None
    rest, rows = cut
    assert len(rows) == 2
    assert "date = " not in rest
    assert Reading.of(data).file.goals[0].history.checkins == (checkin, checkin)


@pytest.mark.parametrize(
    "row",
    [
        "  { date = 2026-02-30, value = 5 },",
        '  { date = 2026-11-09, value = 5, note = "a\\tb" },',
        "  { date = 2026-11-09, value = 5 }, # by hand",
        "  { value = 5, date = 2026-11-09 },",
        "  { date = 2026-11-09, value = 05 },",
    ],
)
def test_one_row_that_is_not_ours_leaves_all_to_the_parser(row: str) -> None:
    assert cut_out(of(["  { date = 2026-11-09, value = 5 },", row]), Decimal) is None
