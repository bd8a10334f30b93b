"""What is drawn by hand, line by line, from pieces of styled text: cheap to paint, and only where it changed."""

from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from smart_tui.widgets.bar import Piece
from smart_tui.widgets.theme import STYLE_CSS

Pieces = tuple[Piece, ...]
"""One line."""


class Painted(ScrollView, can_focus=False):
    """Shows lines of styled pieces; the names of styles are those of the theme."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"painted--{name}" for name in STYLE_CSS}
    DEFAULT_CSS = """
    Painted { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """ + "\n".join(f"Painted > .painted--{name} {{ {rule} }}" for name, rule in STYLE_CSS.items())

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[Pieces, ...] = ()

    def show(self, lines: tuple[Pieces, ...]) -> None:
        """Replace what is shown, and repaint the cells that differ."""
        before, self._lines = self._lines, lines
        self.virtual_size = Size(self.content_size.width, max(len(lines), self.content_size.height))
        for y, (old, new) in enumerate(zip_longest(before, lines, fillvalue=())):
            if old != new:
                self._repaint(y, old, new)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        line = y + self.scroll_offset.y
        return self.paint(self._lines[line] if line < len(self._lines) else ())

    def paint(self, pieces: Pieces, *, ground: str | None = None) -> Strip:
        """Turn pieces into a strip as wide as the widget, on the ground of another style if need be."""
        base = self.rich_style
        if ground is not None:
            base += Style(bgcolor=self.get_component_rich_style(ground).bgcolor)
        back = Style(bgcolor=base.bgcolor)
        segments = [
            Segment(text, self.get_component_rich_style(f"painted--{style}") + back) for style, text in pieces
        ]
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, base)

    def _repaint(self, y: int, old: Pieces, new: Pieces) -> None:
        same = 0
        for ours, theirs in zip(old, new, strict=False):
            if ours != theirs:
                break
            same += cell_len(ours[1])
        end = max(width_of(old), width_of(new))
        corner = self.content_region.offset - self.region.offset
        self.refresh(Region(corner.x + same, corner.y + y - self.scroll_offset.y, end - same, 1))


def width_of(pieces: Pieces) -> int:
    """Count the cells of a line."""
    return sum(cell_len(text) for _, text in pieces)
