"""The smallest edits, each in the shapes in which people write a goal: the text afterwards, letter by letter."""

import tomllib
from copy import deepcopy
from typing import Any

import pytest

from smart_tui.store.edits import Edit, Extend, Insert, Put, Take
from smart_tui.store.layout import Unplaceable

CHECKINS = ("history", "checkins")
NUMBER = {"date": "5", "value": 1}
ROW = '{ date = "5", value = 1 }'

GOAL = '[[goal]]\nid = "a" # mine\nmood = "x"\n'
MEASURED = f"{GOAL}\n[goal.measurable]\nkind = 'level'\n  target = 1_0 # May\n"
IN_LINES = f"{GOAL}[goal.history]\ncheckins = [\n  {ROW}, # first\n]\n"
IN_ONE_LINE = f"{GOAL}history.checkins = [{ROW}]\n"
AS_TABLES = f'{GOAL}\n  [[goal.history.checkins]]\n    date = "5"\n      value = 1\n'
INLINE = '[[goal]]\nmeasurable = { kind = "level", target = 1 }\n'

EXAMPLES: list[tuple[str, Edit, str]] = [
    # A value
    (MEASURED, Put(("measurable", "target"), 2), MEASURED.replace("1_0", "2")),
    (GOAL, Put(("owner",), "Lan"), f'{GOAL}owner = "Lan"\n'),
    ("[[goal]]\nmood = 1\n", Put(("id",), "b"), '[[goal]]\nid = "b"\nmood = 1\n'),
    ("[[goal]]", Put(("id",), "b"), '[[goal]]\nid = "b"'),
    ("  [[goal]]\n\tx = 1", Put(("y",), 2), "  [[goal]]\n\tx = 1\n\ty = 2"),
    ("  [[goal]]\n", Put(("y",), 2), "  [[goal]]\n  y = 2\n"),
    ("[[goal]]\r\nx = 1\r\n", Put(("y",), 2), "[[goal]]\r\nx = 1\r\ny = 2\r\n"),
    (INLINE, Put(("measurable", "unit"), "km"), INLINE.replace("1 }", '1, unit = "km" }')),
    (INLINE, Put(("measurable", "target"), 2), INLINE.replace("1 }", "2 }")),
    (
        "[[goal]]\n  measurable.target = 1\nx = 1\n",
        Put(("measurable", "unit"), "km"),
        '[[goal]]\n  measurable.target = 1\n  measurable.unit = "km"\nx = 1\n',
    ),
    ('[[goal]]\ntags = ["x", "y"]\n', Put(("tags", 1), "z"), '[[goal]]\ntags = ["x", "z"]\n'),
    # A table that was missing comes in the order of the letters
    (
        MEASURED + "\n[goal.history]\nnotes = 1\n",
        Put(("timebound", "deadline"), 1),
        MEASURED + "\n[goal.timebound]\ndeadline = 1\n\n[goal.history]\nnotes = 1\n",
    ),
    (MEASURED, Put(("specific", "what"), 1), MEASURED.replace(GOAL, f"{GOAL}\n[goal.specific]\nwhat = 1\n")),
    (
        "  [[goal]]\r\n  x = 1\r\n  # about x\r\n",
        Put(("timebound", "deadline"), 1),
        "  [[goal]]\r\n  x = 1\r\n  # about x\r\n\r\n  [goal.timebound]\r\n  deadline = 1\r\n",
    ),
    (
        f"{GOAL}# about the other\n[goal.other]\nx = 1\n",
        Put(("relevant", "why"), 1),
        f"{GOAL}\n[goal.relevant]\nwhy = 1\n# about the other\n[goal.other]\nx = 1\n",
    ),
    (f"{GOAL}# end", Put(("history", "x"), 1), f"{GOAL}# end\n\n[goal.history]\nx = 1"),
    (
        f"{GOAL}# about the other\n  [goal.other]\n",
        Put(("relevant", "why"), 1),
        f"{GOAL}\n[goal.relevant]\nwhy = 1\n# about the other\n  [goal.other]\n",
    ),
    (
        f"{GOAL}# about the mood\n\n[goal.other]\n",
        Put(("relevant", "why"), 1),
        f"{GOAL}# about the mood\n\n[goal.relevant]\nwhy = 1\n\n[goal.other]\n",
    ),
    (
        f"{GOAL}  [goal.measurable]\n  x = 1\n",
        Put(("history", "y"), 2),
        f"{GOAL}  [goal.measurable]\n  x = 1\n\n  [goal.history]\n  y = 2\n",
    ),
    # Taking out
    (GOAL, Take(("mood",)), '[[goal]]\nid = "a" # mine\n'),
    (GOAL, Take(("id",)), '[[goal]]\n# mine\nmood = "x"\n'),
    (MEASURED, Take(("measurable", "target")), MEASURED.replace("target = 1_0 ", "")),
    (MEASURED, Take(("measurable",)), f"{GOAL}\n"),
    (
        f"{MEASURED}\n\n[goal.history]\nx = 1\n\n\n# end\n",
        Take(("measurable",)),
        f"{GOAL}\n[goal.history]\nx = 1\n\n\n# end\n",
    ),
    (f"{MEASURED}\n\n", Take(("measurable",)), f"{GOAL}\n\n\n"),
    (f"{MEASURED}\n# end\n", Take(("measurable",)), f"{GOAL}\n# end\n"),
    (INLINE, Take(("measurable", "kind")), "[[goal]]\nmeasurable = { target = 1 }\n"),
    (INLINE, Take(("measurable", "target")), '[[goal]]\nmeasurable = { kind = "level" }\n'),
    (IN_LINES, Take((*CHECKINS, 0)), f"{GOAL}[goal.history]\ncheckins = [\n]\n"),
    (AS_TABLES, Take((*CHECKINS, 0)), f"{GOAL}\n"),
    # Items
    (IN_LINES, Insert(CHECKINS, 1, NUMBER), IN_LINES.replace("\n]", f"\n  {ROW},\n]")),
    (IN_LINES, Insert(CHECKINS, 0, NUMBER), IN_LINES.replace("[\n", f"[\n  {ROW},\n")),
    (IN_ONE_LINE, Insert(CHECKINS, 1, NUMBER), IN_ONE_LINE.replace("}]", f"}}, {ROW}]")),
    (IN_ONE_LINE, Insert(CHECKINS, 0, NUMBER), IN_ONE_LINE.replace("[{", f"[{ROW}, {{")),
    (GOAL, Insert(CHECKINS, 0, NUMBER), f"{GOAL}\n[goal.history]\ncheckins = [\n  {ROW},\n]\n"),
    ("[[goal]]\ntags = []\n", Insert(("tags",), 0, "x"), '[[goal]]\ntags = ["x"]\n'),
    (
        AS_TABLES,
        Insert(CHECKINS, 1, NUMBER),
        AS_TABLES + '\n  [[goal.history.checkins]]\n      date = "5"\n      value = 1\n',
    ),
    (
        AS_TABLES.replace("\n", "\r\n"),
        Insert(CHECKINS, 1, NUMBER),
        (AS_TABLES + '\n  [[goal.history.checkins]]\n      date = "5"\n      value = 1\n').replace(
            "\n", "\r\n"
        ),
    ),
    (
        "[[goal]]\n[[goal.leads]]\n[[goal.leads]]\n",
        Insert(("leads",), 2, {"x": 1}),
        "[[goal]]\n[[goal.leads]]\n[[goal.leads]]\n[[goal.leads]]\nx = 1\n",
    ),
    # Many items
    (IN_LINES, Extend(CHECKINS, 1, (NUMBER,)), IN_LINES.replace("\n]", f"\n  {ROW},\n]")),
    (
        IN_LINES,
        Extend(CHECKINS, 1, (NUMBER,) * 3),
        IN_LINES.replace("\n]", f"\n  {ROW},\n  {ROW},\n  {ROW},\n]"),
    ),
    (IN_ONE_LINE, Extend(CHECKINS, 1, (NUMBER,) * 2), IN_ONE_LINE.replace("}]", f"}}, {ROW}, {ROW}]")),
    (GOAL, Extend(("tags",), 0, ("x", "y")), f'{GOAL}tags = ["x", "y"]\n'),
]


def filled(table: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty: taking out the last key may leave its table or take it along."""
    return {
        key: it for key, value in table.items() if (it := filled(value) if isinstance(value, dict) else value)
    }


@pytest.mark.parametrize(("before", "edit", "after"), EXAMPLES)
def test_an_edit_changes_its_own_lines_and_says_what_it_does(before: str, edit: Edit, after: str) -> None:
    assert edit.splice(before) == after
    goal = tomllib.loads(before)["goal"][0]
    edit.alter(goal)
    assert filled(tomllib.loads(after)["goal"][0]) == filled(goal)


@pytest.mark.parametrize(
    ("block", "edit"),
    [
        (MEASURED, Put(("measurable",), 1)),
        (GOAL, Put(("other", "x"), 1)),
        (GOAL, Put(("measurable", "deep", "x"), 1)),
        (GOAL, Take(("owner",))),
        (GOAL, Take(("history", "checkins", 0))),
        (INLINE, Take(("measurable", "unit"))),
        (AS_TABLES, Insert(CHECKINS, 0, NUMBER)),
        (AS_TABLES, Insert(CHECKINS, 1, 5)),
    ],
)
def test_an_edit_that_has_no_place_in_a_text_is_not_made(block: str, edit: Edit) -> None:
    with pytest.raises(Unplaceable):
        edit.splice(block)


def test_an_edit_can_lie_outside_the_goals() -> None:
    assert Put(("x",), 2).splice("x = 1\n", ()) == "x = 2\n"
    assert Take(("x",)).splice("x = 1\n", ()) == ""
    assert Insert(("x",), 1, 2).splice("x = [1]\n", ()) == "x = [1, 2]\n"
    assert Extend(("x",), 1, (2, 3)).splice("x = [1]\n", ()) == "x = [1, 2, 3]\n"
    assert (
        Extend(("leads",), 1, (2, 3)).splice("leads = [\n  1,\n]\n", ()) == "leads = [\n  1,\n  2,\n  3,\n]\n"
    )


def test_many_items_consist_of_one_each() -> None:
    assert Extend(("x",), 4, ("a", "b")).singly() == (Insert(("x",), 4, "a"), Insert(("x",), 5, "b"))
    assert Put(("x",), 1).singly() == (Put(("x",), 1),)


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (Put(("a", "b"), 2), {"a": {"b": 2, "c": [1, 2]}}),
        (Put(("n", "m"), 2), {"a": {"b": 1, "c": [1, 2]}, "n": {"m": 2}}),
        (Put(("a", "c", 1), 5), {"a": {"b": 1, "c": [1, 5]}}),
        (Take(("a", "c", 0)), {"a": {"b": 1, "c": [2]}}),
        (Take(("a",)), {}),
        (Insert(("a", "c"), 1, 9), {"a": {"b": 1, "c": [1, 9, 2]}}),
        (Insert(("n", "m"), 0, 9), {"a": {"b": 1, "c": [1, 2]}, "n": {"m": [9]}}),
        (Extend(("a", "c"), 2, (3, 4)), {"a": {"b": 1, "c": [1, 2, 3, 4]}}),
    ],
)
def test_an_edit_does_to_the_data_what_it_says(edit: Edit, after: dict[str, object]) -> None:
    goal = deepcopy({"a": {"b": 1, "c": [1, 2]}})
    edit.alter(goal)
    assert goal == after
