"""What is drawn by hand, line by line, from pieces of styled text: cheap to paint, and only where it changed."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from smart_tui.widgets.bar import Piece, joined
from smart_tui.widgets.theme import STYLES

Pieces = tuple[Piece, ...]
"""One line."""
Cell = tuple[str, str, int]
"""Style, text, and which of the text's cells."""
BLANK: Cell = ("", " ", 0)
"""A space looks the same in every ink."""


class Painted(ScrollView, can_focus=False):
    """Shows lines of styled pieces; the names of styles are those of the theme."""

    DEFAULT_CSS = """
    Painted { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Pieces, ...] = ()
        self._inks: dict[tuple[str, str, str | None], Style] = {}

    def show(self, lines: tuple[Pieces, ...]) -> None:
        """Replace what is shown, and repaint the cells that differ."""
        before, self._shown = self._shown, lines
        if max(len(lines), len(before)) > self.content_size.height:
            self.virtual_size = Size(self.content_size.width, len(lines))
        for y, (old, new) in enumerate(zip_longest(before, lines, fillvalue=())):
            if old != new:
                self._repaint(y, old, new)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        line = y + self.scroll_offset.y
        return self.paint(self._shown[line] if line < len(self._shown) else ())

    def paint(self, pieces: Pieces, *, ground: str | None = None) -> Strip:
        """Turn pieces into a strip as wide as the window, on a ground that another theme variable names."""
        width = self.scrollable_content_region.width
        last = pieces[-1][0] if pieces else "text"  # the rest of the line in the same ink: fewer bytes
        filled = joined([*pieces, (last, " " * (width - width_of(pieces)))])
        return Strip(Segment(text, self._ink(style, ground)) for style, text in filled).crop(0, width)

    def _ink(self, style: str, ground: str | None) -> Style:
        theme, variables = self.app.theme, self.app.theme_variables
        if (theme, style, ground) not in self._inks:
            colour, bold = STYLES[style]
            back = self.background_colors[1] if ground is None else Color.parse(variables[ground])
            fore = Color.parse(variables[colour])
            self._inks[theme, style, ground] = Style(
                color=fore.rich_color, bgcolor=back.rich_color, bold=bold or None
            )
        return self._inks[theme, style, ground]

    def _repaint(self, y: int, old: Pieces, new: Pieces) -> None:
        cells = zip_longest(_cells(old), _cells(new), fillvalue=BLANK)
        differing = [x for x, (ours, theirs) in enumerate(cells) if ours != theirs]
        if differing:
            first, last = differing[0], differing[-1]
            self.refresh(Region(first, y - self.scroll_offset.y, last + 1 - first, 1))


def width_of(pieces: Pieces) -> int:
    """Count the cells of a line."""
    return sum(cell_len(text) for _, text in pieces)


def _cells(pieces: Pieces) -> Iterator[Cell]:
    """Yield what each cell shows; a text with wide letters or loose marks is compared as a whole."""
    for style, text in pieces:
        if text.isascii() or all(cell_len(letter) == 1 for letter in text):
            yield from (BLANK if letter == " " else (style, letter, 0) for letter in text)
        else:
            yield from ((style, text, cell) for cell in range(cell_len(text)))
