"""What people slip on when they edit the file by hand: each is named for what it is, on the line where it was made."""

import pytest

from smart_tui.goals.model import Problem
from smart_tui.store.errors import CannotRead
from smart_tui.store.reader import read

GOAL = '[[goal]]\nid = "a"\ntitle = "A"\n'
"""Three lines; a slip in the goal stands on the fourth."""
FIRST = '{ date = 2026-12-04, value = 120, note = "webinar" }'
SECOND = "{ date = 2026-12-11, value = 95 }"
THIRD = "{ date = 2026-12-18, value = 80 }"


def history(*rows: str) -> str:
    """Write a history; its first row stands on line 6."""
    return GOAL + "[goal.history]\ncheckins = [\n" + "".join(f"  {row}\n" for row in rows) + "]\n"


def only_problem(text: str) -> Problem:
    """Give the problem for which a text cannot be read."""
    with pytest.raises(CannotRead) as caught:
        read(text.encode())
    (problem,) = caught.value.problems
    return problem


COMMAS = {
    "after the first row": (history(FIRST, SECOND + ",", THIRD + ","), 6, "}"),
    "after a row in the middle": (history(FIRST + ",", SECOND, THIRD), 7, "}"),
    "before the last row": (history(FIRST + ",", SECOND + ",", THIRD, THIRD), 8, "}"),
    "before a remark": (history(FIRST + ",  # x", SECOND + "  # no comma, here", "# c", "", THIRD), 7, "}"),
    "after a text with a #": (history(FIRST.replace("webinar", "no #1"), SECOND), 6, "}"),
    "between keys": (history(FIRST.replace("04,", "04"), SECOND), 6, "4"),
    "between keys, before the note": (history(FIRST.replace("120,", "120"), SECOND), 6, "0"),
    "between rows on one line": (history(f"{FIRST} {SECOND}"), 6, "}"),
    "between numbers": (GOAL + "past = [100 200]\n", 4, "0"),
    "where ; stands": (history(FIRST + ";", SECOND), 6, "}"),
    "where ; stands between keys": (history(FIRST.replace(",", ";")), 6, "4"),
}
SLIPS = [
    ("open-text", 6, history(FIRST.replace('webinar"', "webinar"), SECOND)),
    ("open-text", 4, GOAL + 'owner = "Lan\nlang = "vi"\n'),
    ("open-text", 4, GOAL + 'owner = """Lan\nlang = "vi"\n'),
    ("missing-equals", 4, GOAL + 'owner "Lan"\n'),
    ("missing-equals", 4, GOAL + 'owner: "Lan"\n'),
    ("missing-equals", 4, GOAL + 'owner == "Lan"\n'),
    ("missing-equals", 6, history(FIRST.replace("value =", "value"))),
    ("missing-equals", 6, history(FIRST.replace(" =", ":"))),
    ("bad-heading", 4, GOAL + "[goal.history\ncheckins = []\n"),
    ("bad-heading", 1, '[[goal]\nid = "a"\n'),
    ("bad-heading", 4, GOAL + 'goal]]\nid = "b"\n'),
    ("bad-heading", 4, GOAL + "goal.history]\ncheckins = []\n"),
    ("bad-heading", 4, GOAL + "[goal.history]]\ncheckins = []\n"),
    ("bad-heading", 4, GOAL + "[goal history]\ncheckins = []\n"),
    ("bad-heading", 4, GOAL + "[goal.history] checkins = []\n"),
    ("bad-heading", 4, GOAL + "[]\n"),
    ("bad-heading", 4, GOAL + "[goal.]\n"),
    ("single-brackets", 4, GOAL + '[goal]\nid = "b"\n'),
    ("single-brackets", 1, '[goal]\nid = "a"\n[[goal]]\nid = "b"\n'),
    ("duplicate-table", 6, GOAL + "[goal.history]\nleads = []\n[goal.history]\ncheckins = []\n"),
    ("duplicate-key", 4, GOAL + 'title = "B"\n'),
    ("duplicate-key", 7, GOAL + "past = [\n  1,\n]\npast = [\n  2,\n]\n"),
    ("duplicate-key", 6, history("{ date = 2026-12-04, value = 1, value = 2 },")),
    ("bad-value", 4, GOAL + "owner = Lan Anh\n"),
    ("bad-value", 6, history(FIRST.replace('"webinar"', "webinar"))),
    ("no-value", 4, GOAL + 'owner =\nlang = "vi"\n'),
    ("no-value", 6, history(FIRST.replace("120", ""))),
    ("bad-truth", 4, GOAL + "main = True\n"),
    ("bad-truth", 4, GOAL + "main = yes\n"),
    ("bad-truth", 4, GOAL + "main = có\n"),
    ("written-number", 4, GOAL + "target = 1,5\n"),
    ("written-number", 4, GOAL + "target = 1,000\n"),
    ("written-number", 4, GOAL + "target = 1,000,000\n"),
    ("written-number", 4, GOAL + "target = 1.000.000\n"),
    ("written-number", 4, GOAL + "target = 1 000\n"),
    ("written-number", 4, GOAL + "target = 50%\n"),
    ("written-number", 4, GOAL + "target = $500\n"),
    ("written-number", 4, GOAL + "target = 5 triệu\n"),
    ("written-number", 4, GOAL + "target = 007\n"),
    ("written-number", 4, GOAL + "target = .5\n"),
    ("written-number", 4, GOAL + "target = 5.\n"),
    ("written-number", 6, history(FIRST.replace("120", "1,5"))),
    ("written-number", 6, history(FIRST.replace("120", "1.000.000"))),
    ("written-date", 4, GOAL + "deadline = 31/12/2026\n"),
    ("written-date", 4, GOAL + "deadline = 31-12-2026\n"),
    ("written-date", 4, GOAL + "deadline = 31.12.2026\n"),
    ("written-date", 4, GOAL + "deadline = 2026/12/31\n"),
    ("written-date", 4, GOAL + "deadline = 2026-1-5\n"),
    ("written-date", 6, history(FIRST.replace("2026-12-04", "4/12/2026"))),
    ("no-such-date", 6, history(FIRST.replace("12-04", "02-30"))),
    ("curly-quotes", 4, GOAL + "owner = “Lan”\n"),
    ("curly-quotes", 4, GOAL + 'owner = "Lan”\n'),
    ("curly-quotes", 6, history(FIRST.replace('"webinar"', "‘webinar’"))),
    ("wide-character", 4, GOAL + 'owner ＝ "Lan"\n'),
    ("wide-character", 4, GOAL + "target = １００\n"),
    ("wide-character", 6, history(FIRST + "，", SECOND)),
    ("control-character", 4, GOAL + 'owner\u00a0= "Lan"\n'),
    ("control-character", 4, GOAL + 'owner =\u00a0"Lan"\n'),
    ("control-character", 4, GOAL + '\u00a0owner = "Lan"\n'),
    ("control-character", 4, GOAL + 'owner = "Lan"\u00a0\n'),
    ("control-character", 4, GOAL + '\u200bowner = "Lan"\n'),
    ("control-character", 6, history("\u00a0" + FIRST + ",")),
    ("inner-quotes", 4, GOAL + 'owner = "the "boss" Lan"\n'),
    ("inner-quotes", 4, GOAL + "owner = 'Lan's'\n"),
    ("inner-quotes", 6, history(FIRST.replace("webinar", 'the "big" one'))),
    ("backslash", 4, GOAL + 'owner = "C:\\quick"\n'),
    ("open-bracket", 5, GOAL + f"[goal.history]\ncheckins = [\n  {FIRST},\n[[goal]]\nid = 'b'\n"),
    ("open-bracket", 5, GOAL + f"[goal.history]\ncheckins = [\n  {FIRST},\ndecisions = [\n]\n"),
    ("open-bracket", 5, GOAL + f"[goal.history]\ncheckins = [\n  {FIRST},\n"),
    ("open-bracket", 4, GOAL + "past = [1, 2\nowner = 'Lan'\n"),
    ("open-bracket", 6, history(FIRST.replace(" }", ""), SECOND)),
    ("open-bracket", 6, history(FIRST.replace(" }", ","), SECOND)),
    ("open-bracket", 6, history(FIRST.replace(" }", ","))),
    ("closes-nothing", 6, history(FIRST.replace("{ ", "") + ",")),
    ("closes-nothing", 8, history(FIRST + ",") + "]\n"),
    ("extra-comma", 6, history(FIRST + ",,", SECOND)),
    ("extra-comma", 6, history(", " + FIRST)),
    ("extra-comma", 4, GOAL + 'owner = "Lan",\n'),
    ("several-values", 4, GOAL + 'helpers = "An", "Bình"\n'),
    ("bad-name", 4, GOAL + 'first name = "Lan"\n'),
    ("bad-name", 4, GOAL + 'tên = "Lan"\n'),
    ("one-a-line", 4, GOAL + 'owner = "Lan" lang = "vi"\n'),
    ("remark", 4, GOAL + "// ask Lan\n"),
    ("remark", 4, GOAL + 'owner = "Lan" // the boss\n'),
    ("remark", 4, GOAL + "ask Lan about this\n"),
    ("merge-markers", 4, GOAL + "<<<<<<< HEAD\nowner = 'Lan'\n=======\nowner = 'An'\n>>>>>>> theirs\n"),
    ("merge-markers", 5, GOAL + "owner = 'Lan'\n=======\n"),
    ("merge-markers", 5, GOAL + "owner = 'Lan'\n>>>>>>> theirs\n"),
]


@pytest.mark.parametrize(("code", "line", "text"), SLIPS)
def test_a_slip_is_named_on_its_line(code: str, line: int, text: str) -> None:
    problem = only_problem(text)
    assert (problem.code, problem.line) == (code, line)
    assert problem.text == text.splitlines()[line - 1]
    assert problem.column is not None
    assert 1 <= problem.column <= len(problem.text) + 1


@pytest.mark.parametrize("place", COMMAS)
def test_a_missing_comma_is_found_where_it_belongs(place: str) -> None:
    text, line, before = COMMAS[place]
    problem = only_problem(text)
    assert (problem.code, problem.line) == ("missing-comma", line)
    assert problem.column is not None
    assert problem.text[problem.column - 1] == before


def test_the_column_counts_characters_from_one() -> None:
    assert only_problem('tiêu-đề = "x"\n').column == 1
    assert only_problem('"tiêu đề" = yes\n').column == len('"tiêu đề" = y')
    assert only_problem("\t\tx = 1,5\n").column == len("\t\tx = 1")


def test_windows_line_ends_move_nothing() -> None:
    for code, line, text in SLIPS:
        problem = only_problem(text.replace("\n", "\r\n"))
        assert (problem.code, problem.line, problem.text) == (code, line, text.splitlines()[line - 1])


def test_what_is_twice_is_called_by_its_name() -> None:
    assert only_problem(GOAL + 'title = "B"\n').detail == "title"
    assert only_problem("[x]\n[x]\n").detail == "[x]"
    assert only_problem(history("{ date = 2026-12-04, value = 1, value = 2 },")).detail == "value"


@pytest.mark.parametrize("written", ["1.000", "12.000", "-1.000"])
def test_a_point_for_thousands_is_suspected_and_still_read(written: str) -> None:
    file = read(f"{GOAL}measurable.target = {written}\n".encode())
    (problem,) = file.problems
    assert (problem.code, problem.line, problem.field) == ("perhaps-thousands", 4, "measurable.target")
    assert str(file.goals[0].measurable.target) == written


@pytest.mark.parametrize("written", ["1.0", "1.00", "0.000", "1.250", "1000", "1_000", "1.0000"])
def test_other_numbers_are_not(written: str) -> None:
    assert read(f"{GOAL}measurable.target = {written}\n".encode()).problems == ()


def test_a_single_goal_in_single_brackets_is_named() -> None:
    assert [(p.code, p.line) for p in read(b'[goal]\nid = "a"\n').problems] == [("single-brackets", 1)]


def test_a_wrong_field_has_its_line_and_the_column_of_its_value() -> None:
    text = GOAL + "  [goal.measurable]\n  target = 'many'  # see below\n"
    (problem,) = read(text.encode()).problems
    assert (problem.line, problem.column) == (5, 12)
    assert problem.text == "  target = 'many'  # see below"
