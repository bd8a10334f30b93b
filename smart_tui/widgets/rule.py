"""A name, a thin line, and a quiet word at its end."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from smart_tui.widgets.plain_text import content


class Rule(Widget):
    """Names what stands below it."""

    DEFAULT_CSS = """
    Rule { height: 1; }
    """
    tail: reactive[str] = reactive("")
    """What is said at the end of the line."""

    def __init__(self, title: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = title

    def render(self) -> Content:
        """Draw the line as long as there is room."""
        tail = f" {self.tail}" if self.tail else ""
        length = self.content_size.width - cell_len(self._title) - cell_len(tail) - 1
        line = "─" * max(length, 0)
        return Content.assemble(
            content(self._title).stylize("bold $muted"), " ", (line, "$line"), (tail, "$muted")
        )
