"""Which goals are to be shown: by status, by horizon, by who is responsible."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from msgspec.structs import replace
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from smart_tui.goals.arranging import Arrangement
from smart_tui.goals.names import plain
from smart_tui.goals.standing import Standing
from smart_tui.screens.help import HelpScreen
from smart_tui.widgets.column import Column
from smart_tui.widgets.header import COUNTED
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content, fitted
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import GLYPHS, HORIZON_WORDS, status_word

WIDEST = 36
"""Cells of a way's words; a longer name is cut."""


class Way(Suggestion):
    """One way to choose goals."""

    def __init__(self, says: str, count: int, field: str, value: Any) -> None:
        super().__init__(mark="")
        self.says, self.count, self.field, self.value = says, count, field, value

    def paint(self, width: int, *, chosen: bool) -> None:
        """Show whether it is chosen; the counts of all ways stand below one another."""
        mark = ("◉ ", "$accent") if chosen else ("○ ", "$muted")
        self.offer(Content.assemble(mark, content(fitted(self.says, width)), (f"{self.count:5}", "$muted")))


class FilterScreen(ModalScreen[Arrangement | None]):
    """A line for each status, horizon and owner that there is; of each kind one may be chosen."""

    DEFAULT_CSS = """
    FilterScreen {
        align: center middle;
        #filter { width: 56; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        Static { height: auto; width: 1fr; }
        Way { color: $foreground; }
        .label { color: $muted; margin-top: 1; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "Way"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,f",
            "done",
            msgid("show them"),
            id="filter.done",
            tooltip=msgid("Show the goals that were chosen"),
        ),
        Binding(
            "down,j", "app.focus_next", msgid("down"), id="filter.down", tooltip=msgid("Down"), show=False
        ),
        Binding("up,k", "app.focus_previous", msgid("up"), id="filter.up", tooltip=msgid("Up"), show=False),
        Binding("f1,question_mark", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    def __init__(self, lang: Language, standings: Sequence[Standing], arrangement: Arrangement) -> None:
        super().__init__()
        self._lang, self._standings, self._arrangement = lang, standings, arrangement

    def compose(self) -> ComposeResult:
        """Lay out what there is to choose from."""
        say, them = self._lang.say, self._standings
        statuses = Counter(it.status for it in them)
        horizons = Counter(it.horizon for it in them)
        owners = Counter(it.goal.owner or "" for it in them)
        with Column(id="filter"):
            yield Static(content(say("Status")), classes="label")
            for status in COUNTED:
                if statuses[status]:
                    said = f"{GLYPHS[status]} {status_word(self._lang, status)}"
                    yield Way(said, statuses[status], "status", status)
            yield Static(content(say("Horizon")), classes="label")
            for horizon, number in sorted(horizons.items()):
                yield Way(say(HORIZON_WORDS[horizon]), number, "horizon", horizon)
            if any(owners):
                yield Static(content(say("Who is responsible")), classes="label")
                for owner in sorted(owners, key=lambda name: (not name, plain(name))):
                    named = clean_title(owner) or say("nobody responsible")
                    yield Way(named, owners[owner], "owner", owner)
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Show what is chosen."""
        self._paint()

    def action_done(self) -> None:
        """Show the goals that were chosen."""
        self.dismiss(self._arrangement)

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(Suggestion.Taken)
    def _choose(self, event: Suggestion.Taken) -> None:
        event.stop()
        if isinstance(way := event.suggestion, Way):
            value = None if getattr(self._arrangement, way.field) == way.value else way.value
            change: dict[str, Any] = {way.field: value}
            self._arrangement = replace(self._arrangement, **change)
            self._paint()

    def _paint(self) -> None:
        ways = self.query(Way)
        width = min(WIDEST, max((cell_len(way.says) for way in ways), default=0))
        for way in ways:
            way.paint(width, chosen=getattr(self._arrangement, way.field) == way.value)
