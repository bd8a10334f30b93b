"""A file cut at its goals and put together again, with one goal more, another one, or one less."""

import pytest
from store_examples import FILE

from smart_tui.store.layout import Unplaceable
from smart_tui.store.pieces import Piece, Pieces, joined
from smart_tui.store.reader import Reading

HEAD = "version = 1\n\n"
ONE, TWO, THREE = (f'# {name}\n[[goal]]\nid = "{name}"\n' for name in ("one", "two", "three"))
OURS = "[settings]\nx = 1\n"
NEW = Piece({"id": "new"}, '[[goal]]\nid = "new"\n', "")


def pieces(text: str) -> Pieces:
    return Pieces.of(Reading.of(text.encode()))


def without(text: str, goal: str) -> str:
    return pieces(text).without((goal, 0)).text("\n")


@pytest.mark.parametrize(
    "text", [FILE, HEAD, "", ONE, HEAD + ONE, f"{HEAD}{ONE}\n{TWO}\n\n{OURS}\n{THREE}\n# end", f"{ONE}{TWO}"]
)
def test_cut_and_joined_nothing_is_lost(text: str) -> None:
    cut = pieces(text)
    assert cut.head + "".join(piece.text + piece.trail for piece in cut.goals.values()) == text


def test_a_piece_is_a_goal_with_the_comments_above_it() -> None:
    cut = pieces(f"{HEAD}{ONE}\n{TWO}\n\n{OURS}\n{THREE}")
    assert cut.head == HEAD
    assert cut.others == {"version": 1, "settings": {"x": 1}}
    assert cut.goals == {
        ("one", 0): Piece({"id": "one"}, ONE, "\n"),
        ("two", 0): Piece({"id": "two"}, TWO, f"\n\n{OURS}\n"),
        ("three", 0): Piece({"id": "three"}, THREE, ""),
    }


def test_goals_of_one_id_are_told_apart_by_their_number() -> None:
    again = ONE.replace('"one"', '"ONE"')
    assert list(pieces(f"{ONE}\n{TWO}\n{again}\n{ONE}").goals) == [
        ("one", 0),
        ("two", 0),
        ("one", 1),
        ("one", 2),
    ]


@pytest.mark.parametrize("text", ['goal = [{ id = "a" }]\n', "goal = 1\n"])
def test_goals_in_a_list_are_not_cut(text: str) -> None:
    with pytest.raises(Unplaceable):
        pieces(text)


@pytest.mark.parametrize(
    ("goal", "left"),
    [
        ("one", f"{HEAD}{TWO}\n{THREE}"),
        ("two", f"{HEAD}{ONE}\n{THREE}"),
        ("three", f"{HEAD}{ONE}\n{TWO}"),
    ],
)
def test_a_goal_less_leaves_no_gap(goal: str, left: str) -> None:
    assert without(f"{HEAD}{ONE}\n{TWO}\n{THREE}", goal) == left


@pytest.mark.parametrize(
    ("goal", "left"),
    [
        ("one", f"{HEAD}\n{OURS}\n{TWO}\n{THREE}"),
        ("two", f"{HEAD}{ONE}\n{OURS}\n{THREE}"),
        ("three", f"{HEAD}{ONE}\n{OURS}\n{TWO}"),
    ],
)
def test_what_stands_between_goals_stays_when_the_goal_beside_it_goes(goal: str, left: str) -> None:
    assert without(f"{HEAD}{ONE}\n{OURS}\n{TWO}\n{THREE}", goal) == left


def test_what_stood_below_two_goals_stays_below_the_first_in_its_order() -> None:
    more = OURS.replace("settings", "more")
    assert without(f"{ONE}\n{OURS}\n{TWO}\n{more}\n{THREE}", "two") == f"{ONE}\n{OURS}\n\n{more}\n{THREE}"
    assert without(f"{ONE}\n{OURS}\n{TWO}", "two") == f"{ONE}\n{OURS}\n"


def test_a_goal_is_put_in_the_place_of_its_key_above_another_or_at_the_end() -> None:
    cut = pieces(f"{ONE}\n{TWO}")
    assert list(cut.put(("two", 0), NEW).goals.items())[1] == (("two", 0), NEW)
    assert list(cut.put(("one", 0), NEW, "two").goals) == [("one", 0), ("two", 0)]
    assert list(cut.put(("new", 0), NEW, "one").goals) == [("new", 0), ("one", 0), ("two", 0)]
    assert list(cut.put(("new", 0), NEW, "two").goals) == [("one", 0), ("new", 0), ("two", 0)]
    assert list(cut.put(("new", 0), NEW, "three").goals) == [("one", 0), ("two", 0), ("new", 0)]
    assert list(cut.put(("new", 0), NEW).goals) == [("one", 0), ("two", 0), ("new", 0)]


def test_between_two_goals_stands_a_blank_line_and_not_two() -> None:
    assert joined("", [(ONE, ""), (TWO, "")], "\n") == f"{ONE}\n{TWO}"
    assert joined("", [(ONE, "\n"), (TWO, "")], "\n") == f"{ONE}\n{TWO}"
    assert joined("x = 1", [(ONE, "")], "\n") == f"x = 1\n\n{ONE}"
    assert joined("x = 1\r\n\r\n", [("[[goal]]", ""), ("[[goal]]", "")], "\r\n") == (
        "x = 1\r\n\r\n[[goal]]\r\n\r\n[[goal]]"
    )
    assert joined("", [("", "\n"), ("[[goal]]", "# end")], "\n") == "\n\n[[goal]]\n# end"
