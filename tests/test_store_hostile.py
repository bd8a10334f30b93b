"""Files made to break programs: each is refused or read, soon, and never ends in another error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.model import GoalFile
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.limits import MOST_GOALS, MOST_MARKS, check_text
from smart_tui.store.operations import ChangeGoal, DeleteGoal, FieldChange
from smart_tui.store.reader import read
from smart_tui.store.scalars import LONGEST_TEXT

REFUSED = {
    "fifty thousand parts of a key": (b"a" + b".a" * 50_000 + b" = 1\n", "long-key"),
    "the same in a header": (b"x = 1\n[" + b"a." * 50_000 + b"a]\n", "long-key"),
    "the same in quotes, spaced": (b"x = 1\n" + b'"a" . ' * 30 + b"a = 1\n", "long-key"),
    "deep arrays": (b"a = " + b"[" * 100_000 + b"]" * 100_000, "too-deep"),
    "deep tables": (b"a = " + b"{a=" * 5_000 + b"1" + b"}" * 5_000, "too-deep"),
    "depth over many lines": (b"a = " + b"[\n" * 21 + b"]\n" * 21, "too-deep"),
    "deep behind brackets in strings": (b"a = " + b'["]", ' * 30 + b"1" + b"]" * 30, "too-deep"),
    "a number of five thousand digits": (b"a = 1\nb = " + b"9" * 5_000, "long-number"),
    "a line of two megabytes": (b"a = 1\n# " + b"x" * 2**21, "long-line"),
    "more goals than can be read at once": (b"[[goal]]\n" * (MOST_GOALS + 1), "too-many"),
    "still more, and something wrong behind them": (b"[[goal]]\n" * (MOST_GOALS + 2) + b"= =\n", "too-many"),
    "more goals in one list": (b"goal = [" + b"{}," * (MOST_GOALS + 1) + b"]\n", "too-many"),
    "more values than can be read at once": (
        b"[[goal]]\n" + b"".join(b"k%d=1\n" % at for at in range(MOST_MARKS["="] + 1)),
        "too-many",
    ),
    "more items": (b"a = [" + b"1,\n" * 300_001 + b"]\n", "too-many"),
    "seventeen megabytes": (b"#\n" * (17 * 2**19), "too-large"),
    "no text at all": (bytes(range(256)), "not-utf8"),
    "UTF-16": ("a = 1".encode("utf-16"), "not-utf8"),
    "an open text of many lines": (b'a = """' + b'\\"""' * 50_000, None),
    "open texts on many lines": (b'a = "\n' * 50_000, "open-text"),
    "only brackets": (b"[" * 1_000, None),
}
READ = {
    "what looks like many values in a text": b'a = """' + b"= , [ {\n" * 400_000 + b'"""\n',
    "what looks like many values in comments": b"# = , [ {\n" * 400_000,
    "twenty levels": b"a = " + b"[" * 20 + b"]" * 20,
    "brackets in a comment": b"# " + b"[" * 100 + b"\na = 1\n",
    "brackets in a text": b'a = """' + b"[" * 100 + b'"""\n',
    "many dots in a text": b'a = "' + b"and so on . . . " * 50 + b'"\n',
    "many dots in a comment": b"# a" + b".a" * 50 + b"\n",
    "a goal that is one table": b"[goal]\ntitle = 'x'\n",
    "goals that are numbers": b"goal = [1, 2.5, true, 2026-01-01]\n",
    "more headings in a text than goals may be": b'x = """' + b"\n[[goal]]" * (MOST_GOALS + 1) + b'"""\n',
    "more headings in comments": b"#\n#[[goal]]" * (MOST_GOALS + 1) + b"\n",
    "everything of the wrong type": b"version = []\ntitle = 1\ndays_off = 1\nworkdays = [1]\nyear_starts = 'a'\n",
    "tables of the wrong type": (
        b"[[goal]]\nspecific = 1\nmeasurable = 2\nachievable = []\nrelevant = 'x'\ntimebound = 1.5\nhistory = true\n"
    ),
    "not numbers": b"[[goal]]\nx = nan\ny = -inf\nz = 1e999\nw = 1e99999999999999999999\n[goal.measurable]\ntarget = nan\n",
    "a key of spaces": b'" " = 1\n"" = 2\n',
    "a goal serving itself": b"[[goal]]\nid = 'a'\nrelevant.supports = 'a'\n",
}


@pytest.mark.parametrize(("goals", "checkins"), [(1_000, 52), (10_000, 2)])
def test_a_thousand_goals_of_a_year_are_not_too_much_nor_ten_thousand_new_ones(
    goals: int, checkins: int
) -> None:
    checkin = '  { date = 2026-01-05, value = 1, note = "fair" },\n'
    letters = "".join(
        f"\n[goal.{name}]\na = 1\nb = 2\nc = 3\n" for name in ("specific", "measurable", "relevant")
    )
    check_text(f"[[goal]]\n{letters}\n[goal.history]\ncheckins = [\n{checkin * checkins}]\n" * goals)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_a_code(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(CannotRead) as caught:
        read(data)
    assert code in {None, caught.value.problems[0].code}


@pytest.mark.parametrize("name", READ)
def test_a_strange_file_is_read(name: str) -> None:
    assert isinstance(read(READ[name]), GoalFile)


def test_the_line_of_what_is_too_deep_or_too_long_is_named() -> None:
    for data in (b"a = 1\nb = " + b"[" * 30 + b"]" * 30, b'a = """x"""\n' + b"b." * 30 + b"b = 1\n"):
        with pytest.raises(CannotRead) as caught:
            read(data)
        assert caught.value.problems[0].line == 2


def test_an_operation_on_a_broken_file_is_refused_as_its_reading_is() -> None:
    with pytest.raises(CannotRead):
        DeleteGoal("a").apply(b"a = [")


@given(st.text(st.sampled_from("[]{}\"'#=.,\\\n\r ag1\u0302"), max_size=60))
def test_no_text_ends_in_another_error(text: str) -> None:
    try:
        read(text.encode())
    except CannotRead as error:
        assert error.problems  # noqa: PT017 - either outcome is right


def test_a_goal_that_hangs_too_deep_is_named_and_stands_on_its_own() -> None:
    chain = "".join(f'[[goal]]\nid = "g{at}"\nrelevant.supports = "g{at - 1}"\n' for at in range(1, 24))
    file = read(f'[[goal]]\nid = "g0"\n{chain}'.encode())
    assert [(it.code, it.goal, it.line) for it in file.problems] == [("too-far-down", "g21", 65)]


def test_every_problem_of_thousands_is_told_the_first_ones_with_their_lines() -> None:
    file = read(b"[[goal]]\nid = 'a'\n[goal.history]\ncheckins = [\n" + b"{},\n" * 2_000 + b"]\n")
    assert len(file.problems) == 4_000
    lines = [problem.line for problem in file.problems]
    assert lines == [at // 2 + 5 for at in range(500)] + [None] * 3_500
    assert file.goals[0].problems == file.problems


def test_of_a_text_of_many_pages_the_beginning_is_shown_and_all_of_it_stays() -> None:
    pages = "word " * 48_000
    data = f"""[[goal]]\nid = 'a'\ntitle = "x"\nowner = "{pages}"\n""".encode()
    (goal,) = read(data).goals
    assert goal.owner == pages[:LONGEST_TEXT]
    assert [(it.code, it.line, it.field) for it in goal.problems] == [("long-text", 4, "owner")]
    renamed = ChangeGoal("a", (FieldChange("title", "x", "y"),)).apply(data)
    assert renamed == data.replace(b'title = "x"', b'title = "y"')


def test_a_text_of_too_many_pages_is_refused_for_what_it_is() -> None:
    with pytest.raises(CannotSave) as caught:
        ChangeGoal("a", (FieldChange("owner", None, "word " * 48_000),)).apply(b"[[goal]]\nid = 'a'\n")
    assert caught.value.code == "long-text"


def test_the_end_of_a_text_that_nobody_saw_is_not_replaced() -> None:
    pages = "seen " * (LONGEST_TEXT // 5) + "and the rest"
    data = f'version = 1\n[[goal]]\nid = "a"\nowner = "{pages}"\n'.encode()
    seen = read(data).goals[0].owner
    with pytest.raises(CannotSave) as caught:
        ChangeGoal("a", (FieldChange("owner", seen, "Lan"),)).apply(data)
    assert caught.value.code == "long-text"
    assert b"owner" not in ChangeGoal("a", (FieldChange("owner", seen, None),)).apply(data)


@pytest.mark.parametrize("before", [0, 1, 200_000])
@pytest.mark.parametrize("length", [2**20 - 1, 2**20, 2**20 + 1])
@pytest.mark.parametrize("behind", [b"", b"\n", b"\n# more\n" * 3])
def test_a_line_is_too_long_from_one_mebibyte_on_wherever_it_stands(
    length: int, behind: bytes, before: int
) -> None:
    data = b"# xyz\n" * before + b"#" * length + behind
    if length <= 2**20:
        assert read(data) == GoalFile()
        return
    with pytest.raises(CannotRead) as caught:
        read(data)
    assert (caught.value.problems[0].code, caught.value.problems[0].line) == ("long-line", before + 1)
