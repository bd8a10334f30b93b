"""A line to type in: composed letters stay whole, coming back to it never selects what stands there."""

import unicodedata
from collections.abc import Callable
from itertools import takewhile
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input

from smart_tui.words.clean import clean

IN_TURN = {"backspace": "delete_left", "shift+left": "cursor_left(True)"}
"""Keys that Vietnamese tools press between letters, at once; by itself Textual lets the letters overtake them."""


READ, OPEN = "entry--read", "entry--open"
"""Styles of words: those that were understood, those that leave something open."""


class Harmless(Highlighter):
    """Shows what a field holds, never sends it as it is: a file's text may hold marks that turn the line round."""

    def __init__(self, entry: "Entry") -> None:
        self._entry = entry

    def highlight(self, text: Text) -> None:
        """Put pictures in the place of hidden marks."""
        text.plain = clean(text.plain)
        for start, end, style in self._entry.marks:
            text.stylize(self._entry.get_component_rich_style(style, partial=True), start, end)


class Entry(Input):
    """An input that keeps its text in NFC, so that Backspace takes one Vietnamese letter and not its accent."""

    DEFAULT_CSS = """
    Entry, Entry:focus {
        height: 1;
        border: none;
        padding: 0 1;
        background: $field;
        color: $foreground;
        background-tint: transparent;
        border-left: vkey $guide;
    }
    Entry:focus { background: $selected; border-left: outer $accent; }
    Entry > .entry--read { text-style: underline; }
    Entry > .entry--open { color: $behind; text-style: bold underline; }
    Entry > .input--placeholder, Entry > .input--suggestion { color: $muted; }
    """

    COMPONENT_CLASSES = {READ, OPEN}
    in_turn: ClassVar[dict[str, str]] = IN_TURN
    """Keys answered in the order of typing, and their actions."""
    marks: reactive[tuple[tuple[int, int, str], ...]] = reactive(())
    """Words to be marked: from, to, style."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str | Content = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            unicodedata.normalize("NFC", value),
            str(placeholder),
            highlighter=Harmless(self),
            select_on_focus=False,
            id=id,
            classes=classes,
        )

    def on_mount(self) -> None:
        """Keep the cursor still where nothing may move."""
        self.cursor_blink = self.app.animation_level != "none"

    def validate_value(self, value: str) -> str:
        """Compose what was assigned."""
        return unicodedata.normalize("NFC", value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Compose what was typed or pasted with the letter before it."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        head = unicodedata.normalize("NFC", self.value[:start] + text)
        same = shared(head, self.value[:start])
        super().replace(head[same:], same, end)

    async def on_event(self, event: events.Event) -> None:
        """Pass on what was typed when the person had already gone on from here."""
        typed = isinstance(event, (events.Key, events.Paste)) and self.is_attached
        if typed and (heir := self.app.focused or self.app.screen) is not self:
            heir.post_message(event)
        else:
            await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """Correct the letter that was typed just before, not the one that follows."""
        if event.key in self.in_turn:
            event.stop()
            await self.run_action(self.in_turn[event.key])

    def on_paste(self, event: events.Paste) -> None:
        """Take every pasted line, as one; by itself a field would drop all but the first."""
        event.prevent_default()
        event.stop()
        if event.text.strip():
            self.replace(" ".join(event.text.split()), *self.selection)


class PromptEntry(Entry):
    """A field that answers Enter within the key press: the next key is meant for what comes then."""

    in_turn: ClassVar[dict[str, str]] = {**IN_TURN, "enter": "submit"}

    def __init__(
        self,
        entered: Callable[[], None],
        value: str = "",
        *,
        placeholder: str | Content = "",
        id: str | None = None,
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id)
        self._entered = entered

    async def action_submit(self) -> None:
        """Answer."""
        self._entered()


def shared(one: str, other: str) -> int:
    """Count the characters with which both texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
