"""Draws every screen with plain signs: the one place through which all that is drawn goes."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from smart_tui.widgets.glyphs import plain_glyphs


class PlainGlyphs(LineFilter):
    """Changes signs, never widths."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # Textual's signature
        """Give the segments with plain signs."""
        return [Segment(plain_glyphs(text), style, control) for text, style, control in segments]
