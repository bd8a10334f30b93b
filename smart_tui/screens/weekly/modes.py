"""What a bare number is, said above the field: what was added, or the sum in all."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Entry
from smart_tui.widgets.choice import CHOSEN, GAP, OPEN
from smart_tui.widgets.key_bar import key_name
from smart_tui.words.language import Language
from smart_tui.words.weekly import mode_names


class ModeLine(Static):
    """Shows both, one of them chosen; gone for a goal that does not add up."""

    DEFAULT_CSS = """
    ModeLine { height: 1; padding: 0 0 0 2; }
    """

    @dataclass
    class Clicked(Message):
        """The other one is meant."""

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang

    @staticmethod
    def other(mode: Entry | None) -> Entry:
        """Give the mode that is not chosen."""
        return Entry.ADDED if mode is Entry.IN_ALL else Entry.IN_ALL

    def tell(self, standing: Standing, mode: Entry | None) -> None:
        """Show how a goal's number is read."""
        self.display = mode is not None
        names = mode_names(self._lang, standing)
        parts = [
            Content.styled(CHOSEN + name, "bold $foreground")
            if each is mode
            else Content.styled(OPEN + name, "$muted")
            for each, name in names.items()
        ]
        self.update(Content(" " * GAP).join([*parts, Content.styled(key_name(self._lang, "tab"), "$accent")]))

    def on_click(self, event: Click) -> None:
        """Switch with the mouse as with Tab."""
        event.stop()
        self.post_message(self.Clicked())
