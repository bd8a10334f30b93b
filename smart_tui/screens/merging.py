"""Looking at another version of the file: what would come in, and which side counts where both differ."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from smart_tui.goals.comparing import Difference
from smart_tui.screens.help import HelpScreen
from smart_tui.widgets.choice import Choice
from smart_tui.widgets.column import Column
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content, cut
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.language import Language, msgid
from smart_tui.words.merging import difference_name, value_text

Sides = tuple[bool | None, ...]
"""For each difference: true for the other side, false for ours, None where both are kept."""
MOST_ASKED = 30
"""Differences that are asked about one by one; at the rest both values are kept."""
WIDEST = 40
"""Cells of a value."""
SIDES = (False, True, None)
BOTH = 2
"""Place of "keep both" among them."""


class MergingScreen(ModalScreen[Sides | None]):
    """Nothing is merged before Enter on the last line."""

    DEFAULT_CSS = """
    MergingScreen {
        align: center middle;
        #merging { width: 72; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        Static { height: auto; width: 1fr; }
        #heading { text-style: bold; }
        .label { color: $muted; }
        .part { height: auto; margin: 1 0 0 0; }
        Suggestion { margin: 1 0 0 0; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "Choice, Suggestion"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "dismiss(None)",
            msgid("leave"),
            id="merging.leave",
            tooltip=msgid("Leave; nothing is merged, the other version stays where it is"),
        ),
        Binding(
            "down",
            "app.focus_next",
            msgid("down"),
            id="merging.down",
            tooltip=msgid("To the next line"),
            show=False,
        ),
        Binding(
            "up",
            "app.focus_previous",
            msgid("up"),
            id="merging.up",
            tooltip=msgid("To the line before"),
            show=False,
        ),
        Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    def __init__(
        self, lang: Language, heading: str, lines: Sequence[str], differences: Sequence[Difference]
    ) -> None:
        super().__init__()
        self._lang, self._heading = lang, heading
        self._lines, self._differences = tuple(lines), tuple(differences)

    def compose(self) -> ComposeResult:
        """Lay out what would come in, each difference with its sides, and the line that merges."""
        say = self._lang.say
        with Column(id="merging"):
            yield Static(content(self._heading), id="heading")
            yield Vertical(
                Static(content(say("What would come in")), classes="label"),
                *(Static(content(line)) for line in self._lines or (say("Nothing new."),)),
                classes="part",
            )
            for difference in self._differences[:MOST_ASKED]:
                yield self._part(difference)
            if (more := len(self._differences) - MOST_ASKED) > 0:
                said = self._lang.count(
                    "… and {n} more difference: both values are kept",
                    "… and {n} more differences: both values are kept",
                    more,
                )
                yield Static(content(said), classes="part label")
            yield Suggestion(say("Merge it; a backup is made first"), id="merge")
        yield KeyBar(self._lang)

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(Choice.Submitted)
    def _go_on(self) -> None:
        self.focus_next("Choice, Suggestion")

    @on(Suggestion.Taken)
    def _merge(self) -> None:
        places = [choice.chosen for choice in self.query(Choice)]
        sides = [SIDES[BOTH if place is None else place] for place in places]
        self.dismiss((*sides, *[None] * (len(self._differences) - len(sides))))

    def _part(self, difference: Difference) -> Vertical:
        say = self._lang.say
        here, there = (value_text(self._lang, value) for value in (difference.here, difference.there))
        choice = Choice(
            (
                cut(say("here: {value}", value=here), WIDEST),
                cut(say("there: {value}", value=there), WIDEST),
                say("keep both"),
            )
        )
        choice.set_reactive(Choice.implied, BOTH)
        label = Static(content(difference_name(self._lang, difference)), classes="label")
        return Vertical(label, choice, classes="part")
