"""Lists that grew from one, by example and by law."""

from collections import Counter
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.store import weave
from smart_tui.store.weave import GONE, alignable, fates, likeness, same, same_fate, woven

A, B, C = ({"date": day, "value": 1} for day in ("a", "b", "c"))
ITEMS = st.lists(st.sampled_from([A, B, C, {"date": "a", "value": 2}, 1, "x", True]), max_size=8)


def never(*states: Any) -> Any:
    raise AssertionError(states)


def ours_first(_: Any, one: Any, other: Any) -> Any:
    return other if one is GONE else one


def test_what_is_alike_and_what_is_not() -> None:
    assert same({"a": 1, "b": [1]}, {"b": [1], "a": 1})
    assert not same(1, True)
    assert not same(1, "1")
    assert not same([1, 2], [2, 1])
    assert not same({"a": 1}, {"a": 1, "b": 1})
    assert len({likeness({"a": [1, {"b": 2}]}), likeness({"a": [1, {"b": 2}]})}) == 1
    assert same_fate(GONE, GONE)
    assert not same_fate(GONE, 1)
    assert not same_fate(1, GONE)
    assert repr(GONE) == "GONE"


def test_an_edited_record_is_the_same_record_still() -> None:
    edited = A | {"value": 9}
    assert fates([A, B], [edited, B]) == fates([A, B], [edited, B], paired=True)
    assert fates([A, B], [edited, B]).kept == (edited, B)
    assert fates([A, B], [edited, B], paired=False).kept == (GONE, B)
    assert fates([A, B], [edited, B], paired=False).added == ((), (edited,), ())


def test_records_find_one_another_by_what_marks_them_in_their_order() -> None:
    one, two = A | {"value": 8}, B | {"value": 9}
    assert fates([A, B], [one, two]).kept == (one, two)
    assert fates([A, B, C], [two]).kept == (GONE, two, GONE)
    swapped = fates([A, B], [two, one])
    assert (swapped.kept, swapped.added) == ((GONE, two), ((), (), (one,)))
    other = {"date": "z", "value": 7}
    mixed = fates([A, B], [other, two])
    assert (mixed.kept, mixed.added) == ((GONE, two), ((other,), (), ()))


def test_records_without_marks_are_akin_where_they_share_a_value() -> None:
    old, new, strange = {"x": 1, "y": 2}, {"x": 1, "y": 3}, {"x": 2, "y": 4, "z": 5}
    assert fates([old], [new]).kept == (new,)
    assert fates([old], [strange]).kept == (GONE,)
    assert fates([{"x": 1}], [{"date": "a", "x": 1}]).kept == ({"date": "a", "x": 1},)
    assert fates([{"date": "b", "x": 1}], [{"date": "a", "x": 1}]).kept == (GONE,)
    assert fates([1], [2]).kept == (GONE,)
    assert fates([A], [1]).kept == (GONE,)
    assert fates([1], [A]).kept == (GONE,)


def test_new_items_stand_before_the_old_one_that_follows_them() -> None:
    found = fates([1, 2], [0, 1, 5, 6, 2, 9])
    assert (found.kept, found.added) == ((1, 2), ((0,), (5, 6), (9,)))


def test_equal_items_at_both_ends_stay_where_they_are() -> None:
    assert fates([1, 2, 3, 4, 5], [1, 2, 9, 4, 5]).kept == (1, 2, GONE, 4, 5)
    assert fates([1, 1, 1], [1, 1]).kept.count(1) == 2
    assert fates([1, 1], [1, 1, 1]).kept == (1, 1)


def test_equal_items_are_found_beside_what_came_between_them() -> None:
    assert fates([1, 4, 9, 5], [2, 4, 5]).kept == (GONE, 4, GONE, 5)
    found = fates([2, 4, 5], [1, 4, 9, 5])
    assert (found.kept, found.added) == ((GONE, 4, 5), ((1,), (), (9,), ()))


def test_what_is_there_very_often_is_lined_up_too() -> None:
    assert fates([1, *[7] * 250, 2], [3, *[7] * 250, 4]).kept == (GONE, *[7] * 250, GONE)


def test_both_sides_do_what_they_did() -> None:
    assert woven([A, B], [A, B, C], [A], never) == [A, C]
    assert woven([A], [B, A], [A, C], never) == [B, A, C]
    assert woven([A, B], [A | {"value": 2}, B], [A, B | {"value": 3}], never) == [
        A | {"value": 2},
        B | {"value": 3},
    ]
    assert woven([A, B], [B], [A, B], never) == [B]
    assert woven([A, B], [A, B], [B], never) == [B]
    assert woven([A], [], [], lambda *_: GONE) == []


def test_what_both_sides_left_differently_is_decided() -> None:
    seen = []

    def both(*states: Any) -> Any:
        seen.append(states)
        return "decided"

    one, other = A | {"value": 2}, A | {"value": 3}
    assert woven([A], [one], [other], both) == ["decided"]
    assert woven([A], [one], [], both) == ["decided"]
    assert seen == [(A, one, other), (A, one, GONE)]


def test_unpaired_an_edited_record_went_and_another_came() -> None:
    one, other = A | {"value": 2}, A | {"value": 3}
    assert woven([A], [one], [other], lambda *_: GONE, paired=False) == [one, other]
    assert woven([A], [one], [other], lambda *_: GONE) == []


def test_what_both_added_stays_twice_or_once() -> None:
    assert woven([], [1, 2], [2, 3], never) == [1, 2, 2, 3]
    assert woven([], [1, 2], [2, 3], never, twice=False) == [1, 2, 3]
    assert woven([], [2], [2, 2, 2], never, twice=False) == [2, 2, 2]
    assert woven([], [2, 2], [2, 2, 5], never, twice=False) == [2, 2, 5]


@given(ITEMS, ITEMS, st.booleans())
def test_lined_up_the_new_list_is_all_there(old: list[Any], new: list[Any], paired: bool) -> None:
    found = fates(old, new, paired=paired)
    assert len(found.kept) == len(old)
    assert len(found.added) == len(old) + 1
    rebuilt = list(
        chain(
            *(
                chain(added, [] if kept is GONE else [kept])
                for added, kept in zip(found.added, (*found.kept, GONE), strict=True)
            )
        )
    )
    assert list(map(likeness, rebuilt)) == list(map(likeness, new))


@given(ITEMS, ITEMS, st.booleans())
def test_a_side_that_did_nothing_changes_nothing(base: list[Any], side: list[Any], paired: bool) -> None:
    assert same(woven(base, side, base, never, paired=paired), side)
    assert same(woven(base, base, side, never, paired=paired), side)


@given(ITEMS, ITEMS)
def test_two_sides_that_did_the_same_did_it_once(base: list[Any], side: list[Any]) -> None:
    assert same(woven(base, side, side, ours_first, twice=False), list(side))


@given(ITEMS, ITEMS, ITEMS)
def test_nothing_new_is_lost(base: list[Any], ours: list[Any], theirs: list[Any]) -> None:
    count = [Counter(map(likeness, it)) for it in (base, ours, theirs)]
    merged = Counter(map(likeness, woven(base, ours, theirs, ours_first, paired=False)))
    for side in count[1:]:
        assert not (side - count[0]) - merged


@given(ITEMS, ITEMS)
def test_lists_too_long_to_be_lined_up_are_counted(old: list[Any], new: list[Any]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weave, "MOST_PAIRS", -1)
        found = fates(old, new)
    left = [item for item in (*found.kept, *chain(*found.added)) if item is not GONE]
    assert Counter(map(likeness, left)) == Counter(map(likeness, new))
    gone = Counter(likeness(it) for it, kept in zip(old, found.kept, strict=True) if kept is GONE)
    assert gone == Counter(map(likeness, old)) - Counter(map(likeness, new))
    assert all(same(it, kept) for it, kept in zip(old, found.kept, strict=True) if kept is not GONE)


def test_counted_items_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weave, "MOST_PAIRS", 0)
    found = fates([1, 2, 3, 4], [2, 9, 1, 8, 1])
    assert (found.kept, found.added) == ((1, 2, GONE, GONE), ((), (), (), (), (9, 8, 1)))


def test_only_what_differs_counts_for_the_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weave, "MOST_PAIRS", 6)
    assert alignable([0] * 50 + [1, 2] + [9] * 50, [0] * 50 + [3, 4, 5] + [9] * 50)
    assert not alignable([0] * 50 + [1, 2] + [9] * 50, [0] * 50 + [3, 4, 5, 6] + [9] * 50)
    assert alignable([1, 2], [1, 2])
    assert fates([7, 1, 2, 8], [7, 3, 1, 2, 8]).kept == (7, 1, 2, 8)


def test_lists_are_lined_up_as_long_as_that_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weave, "MOST_PAIRS", 4)
    assert fates([1, 2], [2, 1]).kept.count(GONE) == 1
    monkeypatch.setattr(weave, "MOST_PAIRS", 3)
    assert fates([1, 2], [2, 1]).kept == (1, 2)
