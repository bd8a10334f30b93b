"""The room's view: in a terminal of its own, or a key away from the facilitator's."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from smart_tui.screens.workshop.controls import LeadingScreen
from smart_tui.widgets.room import RoomView
from smart_tui.words.language import msgid


class RoomScreen(LeadingScreen):
    """Nothing but what the room reads; the keys work all the same."""

    DEFAULT_CSS = """
    RoomScreen { background: #000000; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q",
            "show('view')",
            msgid("back"),
            id="room.back",
            tooltip=msgid("Back to the facilitator's view"),
        ),
    ]

    def compose(self) -> ComposeResult:
        """Show the view."""
        yield RoomView(self._lang, self._dialect)

    def paint(self) -> None:
        """Show how things stand now."""
        if self.is_mounted:
            self.query_one(RoomView).tell(self.workshop, self._now(), self.ours)
