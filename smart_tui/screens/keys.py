"""The keys of the dashboard: each can be another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Static

from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import KeyChosen
from smart_tui.widgets.column import Column
from smart_tui.widgets.key_bar import KeyBar, key_name
from smart_tui.widgets.plain_text import content, fitted
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.language import Language, msgid
from smart_tui.words.settings import key_twice_text

COLUMN = 12
"""Cells of the column of keys."""
KEPT_KEYS = frozenset({"escape", "enter", "tab", "shift+tab", "up", "down", "ctrl+q", "ctrl+c", "ctrl+p"})
"""Keys without which nobody would find the way."""


class Doing(Struct, frozen=True):
    """Something that a key does, and the keys that do it."""

    id: str
    keys: tuple[str, ...]
    says: str
    own: bool
    """Whether a person chose them."""


class DoingLine(Suggestion):
    """One of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space",
            "take",
            msgid("another key"),
            id="keys.change",
            tooltip=msgid("Press the key that is to do it"),
        ),
        Binding(
            "delete,backspace",
            "reset",
            msgid("as it was"),
            id="keys.reset",
            tooltip=msgid("The key that it has by itself"),
        ),
    ]

    @dataclass
    class Pressed(Message):
        """A key was pressed for it."""

        doing: Doing
        key: str

    def __init__(self, lang: Language, doing: Doing) -> None:
        super().__init__(mark="", id=f"do-{doing.id.replace('.', '_')}")
        self.doing, self._lang = doing, lang
        self._waits = False
        self.paint()

    def paint(self) -> None:
        """Show the keys, or that one is to be pressed now."""
        names = " ".join(dict.fromkeys(key_name(self._lang, key) for key in self.doing.keys))
        mark = ("•", "$accent") if self.doing.own else (" ", "")
        said = ("  " + self._lang.say("press the key …"), "$accent") if self._waits else ""
        names = fitted(names, max(COLUMN, cell_len(names)))
        self.offer(Content.assemble(mark, (f" {names}  ", "bold $accent"), content(self.doing.says), said))

    def action_take(self) -> None:
        """Wait for the key."""
        self._waits = True
        self.paint()

    async def on_event(self, event: events.Event) -> None:
        """Take the next key as it is, whatever it would do here."""
        if isinstance(event, events.Key) and self._waits:
            event.stop()
            event.prevent_default()
            self._waits = False
            self.paint()
            self.post_message(self.Pressed(self.doing, event.key))
        else:
            await super().on_event(event)

    def on_blur(self) -> None:
        """Wait no longer."""
        self._waits = False
        self.paint()

    def action_reset(self) -> None:
        """Have the key that it has by itself."""
        self.post_message(KeyChosen(self.doing.id, None))


class KeysScreen(ModalScreen[None]):
    """Waits for a key after Enter; what was pressed is asked for, and shown again by whoever keeps it."""

    DEFAULT_CSS = """
    KeysScreen {
        align: center middle;
        #list { width: 76; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 2; }
        Static { height: auto; width: 1fr; }
        #title { text-style: bold; padding: 0 1; }
        #told { color: $muted; padding: 0 1; margin-bottom: 1; }
        DoingLine { color: $foreground; padding: 0 1; }
        #told.-warning { color: $behind; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "DoingLine"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", msgid("back"), id="keys.back", tooltip=msgid("Back to the settings")),
        Binding("down", "app.focus_next", msgid("down"), id="keys.down", tooltip=msgid("Down"), show=False),
        Binding("up", "app.focus_previous", msgid("up"), id="keys.up", tooltip=msgid("Up"), show=False),
        Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]
    doings: var[tuple[Doing, ...]] = var(())
    """What there is to do, with its keys."""
    notice: var[str] = var("")
    """What came of the last choice."""
    notice_level: var[str] = var("")
    """How it is meant: "", "good" or "warning"."""

    def __init__(self, lang: Language, doings: Sequence[Doing]) -> None:
        super().__init__()
        self._lang = lang
        self.set_reactive(KeysScreen.doings, tuple(doings))

    def compose(self) -> ComposeResult:
        """Lay out a line for each."""
        with Column(id="list"):
            yield Static(content(self._lang.say("Keys of the dashboard")), id="title")
            yield Static(id="told")
            for doing in self.doings:
                yield DoingLine(self._lang, doing)
        yield KeyBar(self._lang, focus_first=True)

    def on_mount(self) -> None:
        """Begin at the title, not at the first line that can be chosen."""
        self._say(self.notice, self.notice_level)
        self.call_after_refresh(self.query_one("#list").scroll_home, animate=False)

    def watch_doings(self) -> None:
        """Show the keys as they are now."""
        if self.is_mounted:
            now = {doing.id: doing for doing in self.doings}
            for line in self.query(DoingLine):
                line.doing = now.get(line.doing.id, line.doing)
                line.paint()

    def watch_notice(self) -> None:
        """Say what came of it."""
        if self.is_mounted:
            self._say(self.notice, self.notice_level)

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(DoingLine.Pressed)
    def _take(self, event: DoingLine.Pressed) -> None:
        event.stop()
        doing, key = event.doing, event.key
        if key == "escape":
            return
        taken = next((it.says for it in self.doings if it.id != doing.id and key in it.keys), None)
        if taken is None and key in KEPT_KEYS:
            taken = self._lang.say("it moves about on every screen")
        if taken is not None:
            self._say(key_twice_text(self._lang, key_name(self._lang, key), taken), "warning")
            return
        self.post_message(KeyChosen(doing.id, key))

    def _say(self, said: str, level: str) -> None:
        line = self.query_one("#told", Static)
        usual = self._lang.say("Those of the other screens can be set in the file, in its table [keys].")
        line.update(content(said or usual))
        line.set_class(level == "warning", "-warning")
        if said:
            self.query_one("#list").scroll_home(animate=False)
