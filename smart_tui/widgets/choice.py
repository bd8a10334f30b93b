"""One of a few, on one line: the arrows choose, Enter goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from smart_tui.widgets.plain_text import content
from smart_tui.words.language import msgid

GAP = 3
CHOSEN, OPEN = "◉ ", "○ "


class Choice(Widget, can_focus=True):
    """Names on as many lines as they need, one of them chosen or implied."""

    DEFAULT_CSS = """
    Choice {
        width: 1fr;
        height: auto;
        padding: 0 1;
        background: $field;
        border-left: vkey $guide;
        &:focus { background: $selected; border-left: outer $accent; }
    }
    """
    BINDINGS = [
        Binding(
            "left",
            "step(-1)",
            msgid("choose"),
            id="choice.left",
            tooltip=msgid("Choose the one before"),
            show=False,
        ),
        Binding(
            "right,space", "step(1)", msgid("choose"), id="choice.right", tooltip=msgid("Choose the next one")
        ),
        Binding("enter", "go_on", msgid("next"), id="choice.next", tooltip=msgid("Go to the next field")),
    ]

    chosen: reactive[int | None] = reactive(None)
    """Place of what the person chose, None while nothing is."""
    implied: reactive[int | None] = reactive(None)
    """Place of what holds while nothing is chosen."""

    @dataclass
    class Changed(Message):
        """Another one was chosen."""

        choice: "Choice"
        place: int

    @dataclass
    class Submitted(Message):
        """The person goes on."""

        choice: "Choice"

    def __init__(self, names: Sequence[str], *, chosen: int | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = tuple(names)
        self.set_reactive(Choice.chosen, chosen)

    def offer(self, names: Sequence[str], chosen: int | None) -> None:
        """Offer other things, or the same by other names."""
        self._names = tuple(names)
        self.chosen = chosen
        self.refresh(layout=True)

    def action_step(self, by: int) -> None:
        """Choose a neighbour."""
        at = self.chosen if self.chosen is not None else self.implied
        self._choose(0 if at is None else (at + by) % len(self._names))

    def action_go_on(self) -> None:
        """Keep what is chosen."""
        self.post_message(self.Submitted(self))

    def on_click(self, event: Click) -> None:
        """Choose the name under the mouse."""
        x, y = event.x - 2, event.y
        for row, line in enumerate(self._rows(self.content_size.width)):
            left = 0
            for place in line:
                width = self._width(place)
                if row == y and left <= x < left + width:
                    self._choose(place)
                left += width + GAP

    def render(self) -> Content:
        """Draw all names; the chosen one bears the mark and is bold."""
        at = self.chosen if self.chosen is not None else self.implied
        lines = []
        for line in self._rows(self.content_size.width):
            parts = []
            for place in line:
                text = Content.assemble(CHOSEN if place == at else OPEN, content(self._names[place]))
                parts.append(text.stylize("bold") if place == at else text)
            lines.append(Content(" " * GAP).join(parts))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Give as many lines as the names need."""
        return len(self._rows(width))

    def _choose(self, place: int) -> None:
        self.chosen = place
        self.post_message(self.Changed(self, place))

    def _width(self, place: int) -> int:
        return cell_len(CHOSEN + self._names[place])

    def _rows(self, width: int) -> list[list[int]]:
        rows: list[list[int]] = [[]]
        used = 0
        for place in range(len(self._names)):
            wide = self._width(place)
            if rows[-1] and used + wide > max(width, 1):
                rows.append([])
                used = 0
            rows[-1].append(place)
            used += wide + GAP
        return rows
