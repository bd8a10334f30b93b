"""How guests come in: a code for their cameras, a link, and six characters to type."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from smart_tui.goals.workshop import Workshop
from smart_tui.screens.workshop.task import TaskScreen
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.words.language import Language, msgid


class GuestsScreen(TaskScreen):
    """Shows the way in, and how many have come."""

    DEFAULT_CSS = """
    GuestsScreen {
        align: center middle;
        #sheet { width: 75; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 0 2; }
        #qr { width: auto; height: auto; background: #ffffff; color: #000000; }
        #qr:ansi { background: ansi_bright_white; color: ansi_black; }
        #said { width: 1fr; height: auto; padding: 0 0 0 2; }
        #said Static { height: auto; width: 1fr; }
        .label { color: $muted; }
        .value { text-style: bold; margin: 0 0 1 0; }
        #code { color: $accent; }
        #only { color: $behind; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,enter,q,i",
            "leave",
            msgid("back"),
            id="guests.back",
            tooltip=msgid("Back to the workshop; guests still come in"),
        ),
    ]
    workshop: reactive[Workshop] = reactive(Workshop, always_update=True)
    """Who is there."""

    def __init__(
        self,
        lang: Language,
        *,
        address: str,
        code: str,
        link: str,
        qr: tuple[str, ...],
        capacity: int,
        only_here: bool,
    ) -> None:
        super().__init__()
        self._lang, self._address, self._code, self._link = lang, address, code, link
        self._qr, self._capacity, self._only_here = qr, capacity, only_here

    def compose(self) -> ComposeResult:
        """Lay out the code, and beside it what can be typed."""
        say = self._lang.say
        with Horizontal(id="sheet"):
            if self._qr:
                yield Static(content("\n".join(self._qr)), id="qr")
            with Vertical(id="said"):
                yield Static(content(say("Guests type")), classes="label")
                yield Static(content(self._address), classes="value")
                yield Static(content(say("and the code")), classes="label")
                yield Static(content(" ".join(self._code)), classes="value", id="code")
                yield Static(content(say("or follow the link")), classes="label")
                yield Static(content(self._link), classes="value")
                yield Static(id="count", classes="value")
                if self._only_here:
                    only = say("Only this machine reaches it. For phones begin with --host 0.0.0.0.")
                    yield Static(content(only), id="only")
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Count."""
        self.watch_workshop()

    def watch_workshop(self) -> None:
        """Count anew."""
        if self.is_mounted:
            here = sum(person.guest for person in self.workshop.people)
            said = self._lang.say("{n} of {count} are in", n=here, count=self._capacity)
            self.query_one("#count", Static).update(content(said))
