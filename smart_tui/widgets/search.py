"""The line to search in: below the list, while it is asked for."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from smart_tui.widgets.entry import Entry
from smart_tui.words.language import Language, msgid


class SearchEntry(Entry):
    """What is typed is searched for at once; Enter goes to the goals that were found, Escape to all."""

    DEFAULT_CSS = """
    SearchEntry { display: none; margin: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,down,tab",
            "leave(True)",
            msgid("to the goals"),
            id="search.keep",
            tooltip=msgid("Go to what was found"),
        ),
        Binding(
            "escape", "leave(False)", msgid("show all"), id="search.leave", tooltip=msgid("Search no more")
        ),
    ]

    @dataclass
    class Left(Message):
        """The person is done with it."""

        search: "SearchEntry"
        keep: bool
        """Whether the list stays as it was searched."""

    def __init__(self, lang: Language) -> None:
        super().__init__(placeholder=lang.say("a part of a title, an owner, what is counted"))

    def action_leave(self, keep: bool) -> None:  # noqa: FBT001  # the binding's own argument
        """Tell the screen."""
        self.post_message(self.Left(self, keep))
