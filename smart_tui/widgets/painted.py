"""What is drawn by hand, line by line, from pieces of styled text: cheap to paint, and only where it changed."""

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


class Painted(ScrollView, can_focus=False):
    """Shows lines of styled pieces; the names of styles are those of the theme."""

    DEFAULT_CSS = """
    Painted { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # Textual's own name
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
        same = 0
        for ours, theirs in zip(old, new, strict=False):
            if ours != theirs:
                break
            same += cell_len(ours[1])
        end = max(width_of(old), width_of(new))
        self.refresh(Region(same, y - self.scroll_offset.y, end - same, 1))


def width_of(pieces: Pieces) -> int:
    """Count the cells of a line."""
    return sum(cell_len(text) for _, text in pieces)
