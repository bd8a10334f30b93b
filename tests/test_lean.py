"""What is written leanly looks the same."""

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.app.lean import lean

COLOURS = st.sampled_from(["", "38;2;1;2;3", "38;2;9;9;9", "31", "97", "38;5;200"])
GROUNDS = st.sampled_from(["", "48;2;4;5;6", "48;5;17", "44", "101"])
ATTRIBUTES = st.sampled_from(["", "1", "3", "1;3", "7", "4", "9;1"])


@st.composite
def styled(draw: st.DrawFn) -> str:
    codes = ";".join(filter(None, (draw(ATTRIBUTES), draw(COLOURS), draw(GROUNDS))))
    text = draw(st.text("ab ━中", max_size=5))
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


WRITES = st.lists(st.one_of(styled(), st.sampled_from(["\r\n", "\x1b[2;3H", "\x1b[1;1H", ""]))).map("".join)


def picture(data: str) -> tuple[object, ...]:
    screen = pyte.Screen(20, 5)
    pyte.Stream(screen).feed(data)
    cells = [[_seen(screen.buffer[y][x]) for x in range(20)] for y in range(5)]
    return cells, screen.cursor.x, screen.cursor.y, screen.cursor.attrs


def _seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    """Give what can be seen of a cell: of a space, its ground and the lines through it."""
    plain = cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)
    return cell._replace(fg="", bold=False, italics=False) if plain else cell


@settings(max_examples=200)
@given(WRITES)
def test_the_picture_and_what_is_written_next_stay_the_same(data: str) -> None:
    assert picture(lean(data)) == picture(data)
    assert len(lean(data)) <= len(data)


def test_only_what_changes_is_written() -> None:
    words = "\x1b[38;2;1;2;3;48;2;4;5;6mone\x1b[0m\x1b[1;38;2;1;2;3;48;2;4;5;6mtwo\x1b[0m\r\n\x1b[2;1H\x1b[1;31mthree\x1b[0m"
    assert lean(words) == "\x1b[38;2;1;2;3;48;2;4;5;6mone\x1b[1mtwo\r\n\x1b[2;1H\x1b[31;49mthree\x1b[0m"


def test_spaces_are_written_in_any_ink_on_their_own_ground() -> None:
    words = "\x1b[1;31;44mone\x1b[0m\x1b[44m  \x1b[0m\x1b[32;44mtwo\x1b[0m"
    assert lean(words) == "\x1b[1;31;44mone  \x1b[22;32mtwo\x1b[0m"


def test_what_is_no_colour_passes_as_it_is() -> None:
    for data in ("\x1b[?1049h\x1b[?25l", "\x1b]22;default\x07", "plain\r\n", ""):
        assert lean(data) == data
