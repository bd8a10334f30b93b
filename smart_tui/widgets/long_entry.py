"""A field for long answers. Apart from `entry`, for the dashboard has none: what it imports would keep that waiting."""

import unicodedata
from dataclasses import replace

from rich.text import Text
from textual import events
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.widgets import TextArea

from smart_tui.widgets.entry import IN_TURN, shared
from smart_tui.words.clean import clean


class LongEntry(TextArea):
    """A field for several lines; Tab leaves it, Enter is a new line."""

    DEFAULT_CSS = """
    LongEntry, LongEntry:focus {
        height: auto;
        min-height: 2;
        max-height: 6;
        border: none;
        padding: 0 1;
        background: $field;
        color: $foreground;
        background-tint: transparent;
        border-left: vkey $guide;
    }
    LongEntry:focus { background: $selected; border-left: outer $accent; }
    """

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            unicodedata.normalize("NFC", text), id=id, classes=classes, highlight_cursor_line=False
        )

    def on_mount(self) -> None:
        """Keep the cursor still where nothing may move."""
        self.cursor_blink = self.app.animation_level != "none"

    async def on_key(self, event: events.Key) -> None:
        """Correct the letter that was typed just before, not the one that follows."""
        if event.key in IN_TURN:
            event.stop()
            await self.run_action(IN_TURN[event.key])

    def get_line(self, line_index: int) -> Text:
        """Give a line as it may be shown."""
        line = super().get_line(line_index)
        line.plain = clean(line.plain)
        return line

    def edit(self, edit: Edit) -> EditResult:
        """Compose what is typed or pasted with the letter before it."""
        start, end = sorted((edit.from_location, edit.to_location))
        before = self.document.get_line(start[0])[: start[1]]
        head = unicodedata.normalize("NFC", before + edit.text)
        if head == before + edit.text:
            return super().edit(edit)
        same = shared(head, before)
        return super().edit(replace(edit, text=head[same:], from_location=(start[0], same), to_location=end))
