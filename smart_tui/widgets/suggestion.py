"""A line that offers something: the arrow down reaches it, Enter takes it."""

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from smart_tui.widgets.plain_text import content
from smart_tui.words.language import msgid


class Suggestion(Static, can_focus=True):
    """One offered line; what taking it means is the parent's to know."""

    DEFAULT_CSS = """
    Suggestion {
        height: 1;
        width: 1fr;
        padding: 0 1;
        border-left: blank;
        color: $accent;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { background: $selected; text-style: bold; border-left: outer $accent; }
    }
    """
    BINDINGS = [
        Binding(
            "enter,space",
            "take",
            msgid("take it"),
            id="suggestion.take",
            tooltip=msgid("Take what is offered"),
        ),
    ]

    @dataclass
    class Taken(Message):
        """The line was taken."""

        suggestion: "Suggestion"

        @property
        def control(self) -> "Suggestion":
            """The line."""
            return self.suggestion

    def __init__(
        self, text: str = "", *, mark: str = "→", id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._mark = mark
        self.offer(text)

    def offer(self, said: str | Content) -> None:
        """Offer something, or nothing: then the line is gone."""
        self.display = bool(said)
        mark = f"{self._mark} " if self._mark else ""
        self.update(Content.assemble(mark, content(said) if isinstance(said, str) else said))

    def action_take(self) -> None:
        """Tell the parent."""
        self.post_message(self.Taken(self))

    def on_click(self, event: Click) -> None:
        """Take with the mouse as with Enter."""
        event.stop()
        self.action_take()
