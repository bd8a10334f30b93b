"""Every key that works on a screen, and what it does."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from smart_tui.widgets.key_bar import KeyBar, key_name, keys_of
from smart_tui.widgets.plain_text import content
from smart_tui.words.language import Language, msgid
from smart_tui.words.templates import READ_ON


class HelpScreen(ModalScreen[None]):
    """The keys of the screen below, as they are when help is asked; before them what the screen has to explain."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        #help { width: 72; max-width: 100%; height: auto; max-height: 90%; background: $panel; padding: 1 3; }
        Horizontal { height: auto; }
        Static { height: auto; width: 1fr; }
        .keys { width: 16; padding-right: 2; color: $accent; text-style: bold; }
        KeyBar { dock: bottom; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark,f1,q",
            "dismiss",
            msgid("back"),
            id="help.back",
            tooltip=msgid("Back to where you were"),
        ),
    ]

    def __init__(self, lang: Language, screen: Screen[Any], about: Content | None = None) -> None:
        super().__init__()
        self._about = about
        self._lang = lang
        self._keys = keys_of(lang, screen.active_bindings.values())

    def compose(self) -> ComposeResult:
        """Lay out the keys of the foot first, then all others."""
        with VerticalScroll(id="help"):
            if self._about is not None:
                yield Static(Content.assemble(self._about, "\n"))
            yield Static(Content.styled(self._lang.say("Keys"), "bold $accent"))
            for shown in (True, False):
                by_what: dict[str, list[str]] = {}
                for key in self._keys:
                    if key.shown is shown:
                        by_what.setdefault(key.tooltip or key.says, []).extend(filter(_typed, key.keys))
                if by_what:
                    yield Static()
                for said, keys in by_what.items():
                    yield self._line(keys, said)
            yield Static(Content.styled(_mouse(self._lang), "$muted"))
            yield Static(Content.styled(self._lang.say(READ_ON), "$muted"))
        yield KeyBar(self._lang)

    def _line(self, keys: list[str], said: str) -> Horizontal:
        """Name the keys beside what they do; either may need more than one line."""
        names = "  ".join(dict.fromkeys(key_name(self._lang, key) for key in keys))
        return Horizontal(Static(content(names), classes="keys"), Static(content(said)))


def _typed(key: str) -> bool:
    """Whether a key is one to be named, and not what a Vietnamese keyboard makes of it."""
    return key.isascii() and not key.startswith("latin_")


def _mouse(lang: Language) -> str:
    return "\n" + lang.say(
        "With the mouse: click to choose, click twice to open, the wheel scrolls; these keys can be clicked too."
    )
