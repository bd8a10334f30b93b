"""What can be shown of a file that cannot be parsed, and that it stays cheap and harmless."""

import pytest

from smart_tui.goals.model import Problem
from smart_tui.store.errors import CannotRead
from smart_tui.store.reader import read
from smart_tui.store.salvage import LARGEST, MOST_BROKEN, Salvage, salvaged


def goal(name: str, more: str = "") -> str:
    return f'[[goal]]\nid = "{name}"\ntitle = "Goal {name}"\n{more}\n'


def salvage(data: bytes | str) -> Salvage:
    data = data if isinstance(data, bytes) else data.encode()
    with pytest.raises(CannotRead) as caught:
        read(data)
    return salvaged(data, caught.value.problems)


def shown(data: bytes | str) -> list[str]:
    return [goal.id for goal in salvage(data).file.goals]


def mistakes(data: bytes | str) -> list[tuple[str, int | None, str | None]]:
    return [(str(p.code), p.line, p.goal) for p in salvage(data).file.problems]


def test_each_mistake_is_named_with_its_line_and_the_other_goals_are_shown() -> None:
    text = goal("a", "x = 1,5") + goal("b") + goal("c", "owner = Lan") + goal("d", "target = 'many'")
    assert shown(text) == ["b", "d"]
    assert mistakes(text) == [("written-number", 4, "Goal a"), ("bad-value", 12, "Goal c")]


def test_a_wrong_field_of_a_shown_goal_keeps_its_line() -> None:
    text = goal("a", "x = 1,5") + goal("b", "measurable.target = 'many'")
    assert mistakes(text) == [("written-number", 4, "Goal a"), ("not-a-number", 8, "b")]


def test_a_mistake_before_the_first_goal_hides_no_goal() -> None:
    text = 'title = "My goals\n' + goal("a") + goal("b")
    assert shown(text) == ["a", "b"]
    assert mistakes(text) == [("open-text", 1, None)]


def test_what_only_the_whole_file_does_wrong_is_named_too() -> None:
    text = "[settings]\n" + goal("a") + "[settings]\n" + goal("b")
    assert shown(text) == ["a", "b"]
    assert mistakes(text) == [("duplicate-table", 6, None)]


def test_a_heading_inside_a_text_begins_no_goal() -> None:
    text = goal("a", 'why = """\n[[goal]]\n"""\nx = 1,5') + goal("b")
    assert shown(text) == ["b"]
    assert mistakes(text) == [("written-number", 7, "Goal a")]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("base", ["", "||||||| base\nowner = 'Nobody'\n"])
def test_of_a_conflict_our_side_is_shown(ends: str, base: str) -> None:
    conflict = f"<<<<<<< HEAD\nowner = 'Lan'\n{base}=======\nowner = 'An'\n>>>>>>> theirs"
    text = (goal("a", conflict) + goal("b", conflict)).replace("\n", ends)
    assert [goal.owner for goal in salvage(text).file.goals] == ["Lan", "Lan"]
    assert [code for code, _, _ in mistakes(text)] == ["merge-markers"] * 2


def test_of_half_a_conflict_nothing_is_left_out() -> None:
    assert shown(goal("a", "<<<<<<< HEAD\n=======") + goal("b")) == ["a", "b"]


def test_another_encoding_is_shown_with_its_letters_missing() -> None:
    assert shown(goal("a", "owner = 'José'").encode("latin-1") + goal("b").encode()) == ["a", "b"]


def test_the_lines_around_the_first_mistake_are_given() -> None:
    assert salvage("a = 1\nb = 2\nc = = 3\nd = 4\n").near == ((2, "b = 2"), (3, "c = = 3"), (4, "d = 4"))
    assert salvage("c = = 3").near == ((1, "c = = 3"),)


@pytest.mark.parametrize(
    "data",
    [
        goal("a") + "x = " + "[" * 50,
        goal("a") + "# " + "x" * LARGEST + "\nx = = 1",
        goal("a") + "a" + ".a" * 50 + " = = 1",
    ],
    ids=["too deep", "too large", "too many parts"],
)
def test_beyond_the_limits_nothing_is_salvaged(data: str) -> None:
    assert shown(data) == []
    assert len(mistakes(data)) == 1


def test_after_very_many_broken_goals_the_search_ends() -> None:
    assert len(salvage(goal("a", "x = = 1") * (MOST_BROKEN * 3)).file.problems) == MOST_BROKEN + 1


def test_what_is_salvaged_is_no_reading() -> None:
    result = salvage("a = = 1\n" + goal("a"))
    assert not hasattr(result, "data")
    assert isinstance(result.file.problems[0], Problem)


@pytest.mark.parametrize("line", [1, 2, 9_000, 40_000])
def test_the_lines_around_a_mistake_are_found_however_far_down_it_is(line: int) -> None:
    lines = [f"# {number}" for number in range(1, 40_001)]
    lines[line - 1] = "= ="
    text = "\n".join(lines)
    assert salvage(text).near == tuple(
        (n, lines[n - 1]) for n in range(max(line - 1, 1), min(line + 1, 40_000) + 1)
    )
