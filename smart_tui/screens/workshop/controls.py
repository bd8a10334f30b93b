"""The keys that lead a workshop, the same before the room's view and the facilitator's."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen

from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import Workshop
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.workshop.asks import ClockTurned, MinutesGiven, PartTurned, ScreenAsked
from smart_tui.widgets.room import Ours
from smart_tui.words.language import Language, msgid

TICK = 0.25
"""Seconds between two looks at the clock."""


class LeadingScreen(Screen[Any]):
    """A screen from which the workshop is led. It shows what the app owns, and asks for changes."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "turn(1)", msgid("next part"), id="lead.next", tooltip=msgid("Go to the next part")),
        Binding(
            "space",
            "clock",
            msgid("start, pause"),
            id="lead.clock",
            tooltip=msgid("Start the clock, or pause it"),
        ),
        Binding(
            "plus,equals_sign",
            "minutes(1)",
            msgid("1 minute"),
            id="lead.more",
            tooltip=msgid("One minute more for this part"),
        ),
        Binding(
            "backspace",
            "turn(-1)",
            msgid("part before"),
            id="lead.back",
            tooltip=msgid("Back to the part before"),
            show=False,
        ),
        Binding(
            "v",
            "show('view')",
            msgid("room's view"),
            id="lead.view",
            tooltip=msgid("Between the room's view and yours"),
        ),
        Binding(
            "question_mark,f1",
            "help",
            msgid("help"),
            id="help",
            tooltip=msgid("Show all keys"),
        ),
    ]

    workshop: reactive[Workshop] = reactive(Workshop, always_update=True)
    """How things stand."""
    ours: reactive[Ours] = reactive(Ours)
    """The group's goal so far."""
    notice: reactive[str] = reactive("")
    """What has just happened."""

    def __init__(self, lang: Language, dialect: Dialect, now: Callable[[], float]) -> None:
        super().__init__()
        self._lang, self._dialect, self._now = lang, dialect, now

    def on_mount(self) -> None:
        """Look at the clock."""
        self.paint()
        self.set_interval(TICK, self.paint)

    def on_resize(self) -> None:
        """Lay the new room out, once it is there."""
        self.call_after_refresh(self.paint)

    def watch_workshop(self) -> None:
        """Show it."""
        self.paint()

    def watch_ours(self) -> None:
        """Show it."""
        self.paint()

    def watch_notice(self) -> None:
        """Say it."""
        self.paint()

    def paint(self) -> None:
        """Show how things stand now."""

    def action_turn(self, by: int) -> None:
        """Go to a part before or after; from the last one to the end."""
        self.post_message(PartTurned(by))

    def action_clock(self) -> None:
        """Start it, or let it stand."""
        self.post_message(ClockTurned())

    def action_minutes(self, minutes: int) -> None:
        """Give more time."""
        self.post_message(MinutesGiven(minutes))

    def action_show(self, name: str) -> None:
        """Open another of the workshop's screens."""
        self.post_message(ScreenAsked(name))

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))
