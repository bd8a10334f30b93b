"""A file read goal by goal says what it says as a whole; what was read is not read again; the goals are found."""

import re
from unittest.mock import patch

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smart_tui.store import scan
from smart_tui.store import slices as module
from smart_tui.store.document import Document
from smart_tui.store.errors import CannotRead
from smart_tui.store.layout import Unplaceable, layout_of_file
from smart_tui.store.limits import MOST_MARKS
from smart_tui.store.regions import Regions
from smart_tui.store.scan import bare
from smart_tui.store.slices import joined, sliced

LINES = st.sampled_from(
    [
        *(
            "[[goal]]",
            "[[goal]]",
            "[[goal]]",
            "[[goal]] # one",
            "[[goal]]x = 1",
            "[[goal]",
            "  [[goal]]",
            "[[ goal ]]",
        ),
        *(
            '[["goal"]]',
            "[goal]",
            "[goal.history]",
            "[goal.specific]",
            "[goal.x.y]",
            "[[goal.x]]",
            "[[goal.more]]",
        ),
        *(
            "[calendar]",
            "[other]",
            "[[other]]",
            "version = 1",
            "goal = 1",
            "goal.x = 1",
            "goal = []",
            "other.x = 1",
        ),
        *(
            'id = "a"',
            'id = "b"',
            "x = 1",
            "x.y = 1",
            "y = { a = 1,",
            "}",
            "x = [",
            "]",
            "x = [[1],",
            '"x" = 2',
            "z = nan",
        ),
        *(
            't = """',
            '"""',
            "t = '''",
            "'''",
            '# """',
            "# text",
            "",
            "",
            "\t",
            '\\"""',
            't = "\\',
            "value = 1.50",
            "x =",
        ),
    ]
)
TEXTS = st.builds(
    lambda lines, newline, end: newline.join(lines) + end,
    st.lists(LINES, max_size=14),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n", "\r\n"]),
)
OWN = st.sampled_from(
    ["", "x = 1\n", "# a\n", "\n", "[goal.history]\nc = [\n 1,\n]\n", 't = """\n# in it\n"""\n', "#\n\n# b\n"]
)
FILES = st.builds(
    lambda head, goals, foot: head + "".join(f"[[goal]]\n{goal}" for goal in goals) + foot,
    st.sampled_from(["", "version = 1\n", "# top\n", "[calendar]\nx = 1\n# of the first\n"]),
    st.lists(st.lists(OWN, max_size=3, unique=True).map("".join), max_size=4),
    st.sampled_from(["", "# foot\n", "[other]\n", "[[ goal ]]\n"]),
)
TWO = "version = 1\n\n[[goal]]\nid = 'a'\n\n# above\n[[goal]]\nid = 'b'\n"


@settings(max_examples=600)
@given(TEXTS)
@example('[[goal]]\nt = """\n[[goal]]\n"""\n')
@example("[[goal]]\n[other]\n[[goal]]\n[other]\n")
@example("[[goal]]\n[[other]]\n[[goal]]\n[[other]]\n")
@example("goal = [\n[[goal]]\n]\n")
@example("[goal]\n[[goal]]\n[[goal]]\n")
def test_what_is_read_in_slices_is_what_the_whole_says(text: str) -> None:
    slices = sliced(text)
    assert not slices or "".join(it.text for it in slices) == text
    try:
        whole = repr(tomli.loads(text, parse_float=module._decimal))
    except tomli.TOMLDecodeError:
        assert slices == ()
    else:
        assert not slices or repr(joined(slices)) == whole


@settings(max_examples=300)
@given(FILES)
def test_goals_are_found_where_a_look_over_the_whole_finds_them(text: str) -> None:
    try:
        document = Document.of(text.encode())
    except CannotRead:
        return
    regions, layout = Regions(document), layout_of_file(text)
    assert len(regions) == len(layout.goals)
    for goal, own in enumerate(layout.goals):
        assert regions.lead(goal) == own[0].lead
        assert regions.region(goal) == layout.region(goal)
    for offset in range(len(text)):
        leads = [own[0].lead for own in layout.goals]
        above = [goal for goal, lead in enumerate(leads) if lead <= offset]
        assert regions.holding(offset) == (above[-1] if above else None)
    with pytest.raises(Unplaceable):
        regions.region(len(regions))


@given(st.text(st.sampled_from('ab=.,[]{}"\n\r'), max_size=30))
@example('a = "[" # "\n')
@example('a = ""\nb = "]"\n')
@example('"\n"')
def test_the_short_way_to_what_stands_outside_of_texts_leads_where_the_long_one_does(text: str) -> None:
    assert bare(text) == re.sub(scan._UNMARKED, '""', text, flags=re.VERBOSE | re.MULTILINE)


def test_a_file_of_goals_is_read_in_slices() -> None:
    assert [it.text for it in sliced(TWO)] == [
        "version = 1\n\n",
        "[[goal]]\nid = 'a'\n\n# above\n",
        "[[goal]]\nid = 'b'\n",
    ]


def test_only_what_differs_is_read_again() -> None:
    earlier = Document.of(TWO.encode())
    new = TWO.replace("id = 'a'", "id = 'c'")
    with patch.object(module, "load", wraps=module.load) as load:
        later = Document.of(new.encode(), earlier)
    assert [call.args[0] for call in load.call_args_list] == ["[[goal]]\nid = 'c'\n\n# above\n"]
    assert later == Document.of(new.encode())
    assert later.raw["goal"][1] is earlier.raw["goal"][1]


def test_slices_together_may_not_say_more_than_a_file() -> None:
    goal = "[[goal]]\n" + "x = [" + "1," * (MOST_MARKS[","] // 2 + 1) + "]\n"
    goal = goal.replace(",", ",\n")
    with pytest.raises(CannotRead) as error:
        Document.of((goal + goal).encode())
    assert error.value.problems[0].code == "too-many"


def test_a_mistake_in_one_goal_is_named_by_its_line_in_the_file() -> None:
    with pytest.raises(CannotRead) as error:
        Document.of(f"{TWO}x = \n".encode())
    assert error.value.problems[0].line == TWO.count("\n") + 1
