"""The settings: each on a line of its own, in force as soon as it is chosen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Static

from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import KeysAsked, SettingChosen
from smart_tui.widgets.choice import Choice
from smart_tui.widgets.column import Column
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.language import Language, msgid
from smart_tui.words.settings import Option


class SettingsScreen(ModalScreen[None]):
    """Shows what can be set; what was chosen is asked for, and shown again by whoever keeps it."""

    DEFAULT_CSS = """
    SettingsScreen {
        align: center middle;
        #settings { width: 76; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        Static { height: auto; width: 1fr; }
        #title { text-style: bold; margin-bottom: 1; }
        .setting { height: auto; }
        .label { color: $muted; width: 15; }
        Choice { background: $panel; border-left: blank; }
        Choice:focus { background: $selected; border-left: outer $accent; }
        #keys { margin: 1 0 0 15; padding: 0 2; }
        #where, #notice { color: $muted; margin-top: 1; }
        #notice { color: $good; }
        #notice.-warning { color: $behind; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "Choice"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,comma",
            "dismiss",
            msgid("back"),
            id="settings.back",
            tooltip=msgid("Back to where you were"),
        ),
        Binding(
            "down,j",
            "app.focus_next",
            msgid("down"),
            id="settings.down",
            tooltip=msgid("To the next setting"),
        ),
        Binding(
            "up,k",
            "app.focus_previous",
            msgid("up"),
            id="settings.up",
            tooltip=msgid("To the setting before"),
            show=False,
        ),
        Binding("f1,question_mark", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    notice: var[str] = var("")
    """What came of the last choice."""
    notice_level: var[str] = var("")
    """How it is meant: "", "good" or "warning"."""

    options: var[tuple[Option, ...]] = var(())
    """What there is to set, in words."""

    def __init__(self, lang: Language, options: Sequence[Option], path: str) -> None:
        super().__init__()
        self._lang, self._path = lang, path
        self.set_reactive(SettingsScreen.options, tuple(options))

    def compose(self) -> ComposeResult:
        """Lay out a label and a choice for each, then the keys and where it is all kept."""
        with Column(id="settings"):
            yield Static(id="title")
            for option in self.options:
                with Horizontal(classes="setting"):
                    yield Static(classes="label", id=f"label-{option.name}")
                    yield Choice((), id=f"set-{option.name}")
            yield Suggestion(id="keys")
            yield Static(id="notice")
            yield Static(id="where")
        yield KeyBar(self._lang, focus_first=True)

    def on_mount(self) -> None:
        """Say what is what."""
        self._say_all()
        self.call_after_refresh(self.query_one("#settings").scroll_home, animate=False)

    def watch_options(self) -> None:
        """Say it in other words; the cursor stays, so that no key is lost that was typed meanwhile."""
        if self.is_mounted:
            self._say_all()
            self.refresh_bindings()

    def _say_all(self) -> None:
        say = self._lang.say
        self.query_one("#title", Static).update(content(say("Settings")))
        self.query_one("#where", Static).update(content(say("Kept in {path}", path=self._path)))
        self.query_one("#keys", Suggestion).offer(say("Change the keys"))
        for option in self.options:
            self.query_one(f"#label-{option.name}", Static).update(content(option.label))
            values = [value for value, _ in option.values]
            chosen = values.index(option.value) if option.value in values else None
            self.query_one(f"#set-{option.name}", Choice).offer([said for _, said in option.values], chosen)

    def watch_notice(self) -> None:
        """Say what came of it."""
        if self.is_mounted:
            line = self.query_one("#notice", Static)
            line.update(content(self.notice))
            line.set_class(self.notice_level == "warning", "-warning")

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(Choice.Changed)
    def _choose(self, event: Choice.Changed) -> None:
        event.stop()
        option = next(it for it in self.options if event.choice.id == f"set-{it.name}")
        self.post_message(SettingChosen(option.name, option.values[event.place][0]))

    @on(Choice.Submitted)
    def _go_on(self, event: Choice.Submitted) -> None:
        event.stop()
        self.focus_next()

    @on(Suggestion.Taken)
    def _keys(self, event: Suggestion.Taken) -> None:
        event.stop()
        self.post_message(KeysAsked())
