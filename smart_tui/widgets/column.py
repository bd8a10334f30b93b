"""What is taller than a window: it scrolls to whatever has the focus."""

from textual.containers import VerticalScroll


class Column(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The arrow keys go from field to field in it, also where it scrolls."""
