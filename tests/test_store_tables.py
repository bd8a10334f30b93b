"""Tables that grew from one: what is merged, what clashes, and the fewest edits that lead from one to another."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from smart_tui.store.edits import Edit, Insert, Put, Take
from smart_tui.store.scan import Path
from smart_tui.store.tables import Clash, Merger, common, edits_between
from smart_tui.store.weave import GONE

MONDAY, TUESDAY, MORE = ({"date": day, "value": value} for day, value in (("5", 1), ("6", 2), ("5", 9)))

STEPS: dict[str, tuple[dict[str, Any], dict[str, Any], list[Edit]]] = {
    "nothing": ({"a": 1, "b": ["x"], "c": {"d": 1}}, {"c": {"d": 1}, "b": ["x"], "a": 1}, []),
    "another value": ({"a": 1, "b": 2}, {"a": 1, "b": 3}, [Put(("b",), 3)]),
    "true instead of one": ({"a": 1}, {"a": True}, [Put(("a",), True)]),
    "a key less": ({"a": 1, "b": 2}, {"b": 2}, [Take(("a",))]),
    "a key more": ({"a": 1}, {"a": 1, "b": 2}, [Put(("b",), 2)]),
    "one value of a table": ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, [Put(("a", "c"), 3)]),
    "a table more": ({}, {"a": {"b": 1, "c": 2}}, [Put(("a", "b"), 1), Put(("a", "c"), 2)]),
    "a table more in a table": ({"a": {}}, {"a": {"b": {"c": 1}}}, [Put(("a", "b"), {"c": 1})]),
    "a table in the place of a number": ({"a": 1}, {"a": {"b": 1}}, [Put(("a",), {"b": 1})]),
    "a number in the place of a table": ({"a": {"b": 1}}, {"a": 1}, [Put(("a",), 1)]),
    "a list in the place of a number": ({"a": 1}, {"a": [1]}, [Put(("a",), [1])]),
    "a number in the place of a list": ({"a": [1]}, {"a": 1}, [Put(("a",), 1)]),
    "a list more": ({"a": {}}, {"a": {"tags": ["x", "y"]}}, [Put(("a", "tags"), ["x", "y"])]),
    "numbers where there were none": (
        {"history": {}},
        {"history": {"checkins": [MONDAY, TUESDAY]}},
        [Insert(("history", "checkins"), 0, MONDAY), Insert(("history", "checkins"), 1, TUESDAY)],
    ),
    "leads where there were none": ({}, {"leads": [MONDAY]}, [Insert(("leads",), 0, MONDAY)]),
    "what should be a list of numbers": (
        {},
        {"history": {"checkins": "many"}},
        [Put(("history", "checkins"), "many")],
    ),
    "an item more": ({"a": ["x", "z"]}, {"a": ["x", "y", "z"]}, [Insert(("a",), 1, "y")]),
    "two items more": (
        {"a": ["x"]},
        {"a": ["x", "y", "z"]},
        [Insert(("a",), 1, "z"), Insert(("a",), 1, "y")],
    ),
    "an item less": ({"a": ["x", "y", "z"]}, {"a": ["x", "z"]}, [Take(("a", 1))]),
    "a number edited": ({"a": [MONDAY, TUESDAY]}, {"a": [MORE, TUESDAY]}, [Put(("a", 0, "value"), 9)]),
}


@pytest.mark.parametrize("name", STEPS)
def test_no_more_is_edited_than_what_differs(name: str) -> None:
    before, after, edits = STEPS[name]
    assert list(edits_between(before, after)) == edits
    made = deepcopy(before)
    for edit in edits:
        edit.alter(made)
    assert made == after


@pytest.mark.parametrize(
    ("ours", "theirs", "shared"),
    [
        (1, 1, 1),
        (1, 2, GONE),
        (1, True, GONE),
        ({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 4}, {"a": 1}),
        ({"a": {"b": 1}}, {"a": {"b": 2}}, {"a": {}}),
        ([1, 2, 3], [1, 3, 4], [1, 3]),
        ([MONDAY, TUESDAY], [MORE, TUESDAY], [TUESDAY]),
        ({"a": 1}, 1, GONE),
        (1, {"a": 1}, GONE),
        ([1], 1, GONE),
        (1, [1], GONE),
        ({"a": 1}, [1], GONE),
    ],
)
def test_what_two_states_share_is_what_both_say(ours: Any, theirs: Any, shared: Any) -> None:
    assert common(ours, theirs) == shared


def merged(
    base: Any, ours: Any, theirs: Any, chosen: Mapping[Path, bool] | None = None
) -> tuple[Any, list[Clash]]:
    merger = Merger(chosen or {})
    return merger.goal(base, ours, theirs), merger.clashes


def test_what_both_add_to_a_list_is_there_once_unless_it_adds_up() -> None:
    both = {"tags": ["x"], "history": {"checkins": [MONDAY], "decisions": [MONDAY]}}
    expected = {"tags": ["x"], "history": {"checkins": [MONDAY, MONDAY], "decisions": [MONDAY]}}
    kinds: tuple[dict[str, Any], ...] = ({}, {"kind": "total"}, {"kind": "rate"})
    for kind in ({}, *({"measurable": it} for it in kinds)):
        more = deepcopy(both), both | {"owner": "Lan"}
        assert merged(kind, kind | more[0], kind | more[1]) == (kind | expected | {"owner": "Lan"}, [])
        tags = kind | {"tags": ["x", "y"]}, kind | {"tags": ["x", "y", "z"]}
        assert merged(kind | {"tags": ["x"]}, *tags) == (kind | {"tags": ["x", "y", "z"]}, [])
    level = {"measurable": {"kind": "level"}}
    assert merged(level, level | both, level | both | {"owner": "Lan"})[0] == level | both | {"owner": "Lan"}
    strange = {"measurable": 5}
    assert merged(strange, strange | both, strange | both)[0] == strange | expected


@pytest.mark.parametrize(
    ("record", "mine", "yours", "name"),
    [
        ({"date": "5", "value": 1}, {"date": "5", "value": 2}, {"date": "5", "value": 3}, "5"),
        ({"id": "a", "n": 1}, {"id": "a", "n": 2}, {"id": "a", "n": 3}, "a"),
        ({"x": 1, "y": 1}, {"x": 1, "y": 2}, {"x": 1, "y": 3}, ""),
    ],
)
def test_a_clash_in_a_list_names_the_record_and_not_its_place(
    record: dict[str, Any], mine: dict[str, Any], yours: dict[str, Any], name: str
) -> None:
    key = next(key for key in mine if mine[key] != yours[key])
    path = ("list", name, key)
    base, ours, theirs = ({"list": [it]} for it in (record, mine, yours))
    assert merged(base, ours, theirs) == (ours, [Clash(path, mine[key], yours[key])])
    assert merged(base, ours, theirs, {path: True})[0] == theirs
    assert merged(base, ours, theirs, {path: False})[0] == ours


def test_a_value_that_changed_its_shape_clashes_as_a_whole() -> None:
    shapes = {"a": 1}, [1], 5
    for mine in shapes:
        for yours in shapes:
            if mine is not yours:
                found = merged({"k": "old"}, {"k": mine}, {"k": yours})
                assert found == ({"k": mine}, [Clash(("k",), mine, yours)])


def test_a_table_that_both_turned_a_value_into_is_merged_as_if_new() -> None:
    assert merged({"k": 1}, {"k": {"a": 1}}, {"k": {"b": 2}}) == ({"k": {"a": 1, "b": 2}}, [])
    assert merged({"k": 1}, {"k": [1]}, {"k": [2]}) == ({"k": [1, 2]}, [])
