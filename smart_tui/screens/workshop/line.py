"""One line to type in, over the workshop: a question for later, the people in the room."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from smart_tui.goals.workshop import Workshop
from smart_tui.screens.workshop.asks import Parked, PeopleNamed, PersonLeft, Unparked
from smart_tui.screens.workshop.task import TaskScreen
from smart_tui.widgets.entry import PromptEntry
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.clean import clean
from smart_tui.words.language import Language, msgid
from smart_tui.words.workshop import person_name


class Known(Suggestion, inherit_bindings=False):
    """Something that was typed before; Delete takes it out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "x,delete", "take", msgid("take out"), id="line.out", tooltip=msgid("Take it out of the list")
        ),
    ]

    def __init__(self, text: str, taken: Message) -> None:
        super().__init__(text, mark="·")
        self.taken = taken


class LinesScreen(TaskScreen):
    """A list, and a line to add to it; Enter on an empty line goes back."""

    DEFAULT_CSS = """
    LinesScreen {
        align: center middle;
        #lines { width: 72; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        #title { text-style: bold; }
        #hint { color: $muted; height: auto; margin: 0 0 1 0; }
        #known { height: auto; max-height: 12; overflow-y: auto; margin: 0 0 1 0; scrollbar-size-vertical: 1; }
        Known { color: $foreground; height: auto; text-wrap: wrap; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "PromptEntry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", msgid("back"), id="line.back", tooltip=msgid("Back to the workshop")),
        Binding("down", "app.focus_next", msgid("down"), id="line.down", tooltip=msgid("Down"), show=False),
        Binding("up", "app.focus_previous", msgid("up"), id="line.up", tooltip=msgid("Up"), show=False),
    ]
    workshop: reactive[Workshop] = reactive(Workshop, always_update=True)
    """How things stand."""

    def __init__(
        self,
        lang: Language,
        *,
        title: str,
        hint: str,
        known: Callable[[Workshop], list[tuple[str, Message]]],
        typed: Callable[[str], Message],
    ) -> None:
        super().__init__()
        self._lang, self._title, self._hint, self._known, self._typed = lang, title, hint, known, typed

    def compose(self) -> ComposeResult:
        """Lay out the list and the line."""
        with Vertical(id="lines"):
            yield Static(content(self._title), id="title")
            yield Static(content(self._hint), id="hint")
            yield Vertical(id="known")
            yield PromptEntry(self._enter)
        yield KeyBar(self._lang)

    async def watch_workshop(self) -> None:
        """Show what is there now."""
        if not self.is_mounted:
            return
        known = self.query_one("#known", Vertical)
        await known.remove_children()
        await known.mount(*(Known(text, message) for text, message in self._known(self.workshop)))
        known.scroll_end(animate=False)

    async def on_mount(self) -> None:
        """Show what is there."""
        await self.watch_workshop()

    def _enter(self) -> None:
        line = self.query_one(PromptEntry)
        text = line.value.strip()
        if not text:
            self.action_leave()
            return
        line.value = ""
        self.post_message(self._typed(text))

    @on(Suggestion.Taken)
    def _take_out(self, event: Suggestion.Taken) -> None:
        event.stop()
        assert isinstance(event.suggestion, Known)
        self.post_message(event.suggestion.taken)
        self.query_one(PromptEntry).focus()


def parking_screen(lang: Language) -> LinesScreen:
    """Open the parking lot."""
    return LinesScreen(
        lang,
        title=lang.say("Parking lot"),
        hint=lang.say("What leads elsewhere now, and must not be forgotten. ↑ Delete takes one out."),
        known=lambda workshop: [(clean(text), Unparked(place)) for place, text in enumerate(workshop.parked)],
        typed=Parked,
    )


def people_screen(lang: Language) -> LinesScreen:
    """Open the list of those who are in the room."""
    return LinesScreen(
        lang,
        title=lang.say("Who is in the room"),
        hint=lang.say("Names, with commas between them, or just how many: 12. ↑ Delete takes one out."),
        known=lambda workshop: [
            (clean(person_name(lang, person, place)), PersonLeft(person.key))
            for place, person in enumerate(workshop.people)
        ],
        typed=PeopleNamed,
    )
