"""The facilitator's view: agenda and people on the left, the part that is on and the parking lot on the right."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from smart_tui.goals.terms import Dialect
from smart_tui.screens.workshop.asks import PersonGoalAsked, ReadyTurned, SheetsAsked
from smart_tui.screens.workshop.controls import LeadingScreen
from smart_tui.widgets.agenda import AgendaLines
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.leading import LeadingLines
from smart_tui.widgets.people import PeopleList
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.rule import Rule
from smart_tui.words.clean import clean
from smart_tui.words.language import Language, msgid
from smart_tui.words.workshop import ready_text

PARKED = 4
"""So many parked questions are shown; the rest is counted."""


class FacilitatorScreen(LeadingScreen):
    """What only the facilitator reads."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    DEFAULT_CSS = """
    FacilitatorScreen {
        background: $background;
        #body { height: 1fr; padding: 1 0 0 0; }
        #left { width: 34; padding: 0 2; }
        #right { width: 1fr; padding: 0 2 0 1; }
        #parked { height: auto; max-height: 6; color: $foreground; }
        #invite { height: auto; color: $accent; margin: 1 0 0 0; }
        #agenda { margin: 0 0 1 0; }
        #notice { height: auto; min-height: 1; max-height: 3; padding: 0 2; color: $accent; }
        &.-wide #left { width: 40; }
        &.-wide #right { padding: 0 3 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "g",
            "show('main')",
            msgid("our goal"),
            id="lead.main",
            tooltip=msgid("Write the group's main goal"),
        ),
        Binding(
            "x",
            "ready",
            msgid("done"),
            id="lead.ready",
            tooltip=msgid("Mark the person under the cursor as done, or not"),
        ),
        Binding(
            "b",
            "show('park')",
            msgid("to discuss later"),
            id="lead.park",
            tooltip=msgid("Put a question into the parking lot"),
        ),
        Binding(
            "p", "show('people')", msgid("people"), id="lead.people", tooltip=msgid("Who is in the room")
        ),
        Binding(
            "o,ô",
            "goal",
            msgid("their goal"),
            id="lead.goal",
            tooltip=msgid("Write the goal of the person under the cursor"),
        ),
        Binding(
            "t",
            "show('sentences')",
            msgid("type in"),
            id="lead.sentences",
            tooltip=msgid("Type in the sentences of the sheets, one person after the other"),
        ),
        Binding(
            "c",
            "show('clarity')",
            msgid("clear?"),
            id="lead.clarity",
            tooltip=msgid("Keep what the clarity round said of each goal"),
        ),
        Binding(
            "a,ă,â",
            "show('agenda')",
            msgid("agenda"),
            id="lead.agenda",
            tooltip=msgid("Change the minutes of each part"),
        ),
        Binding(
            "i",
            "show('guests')",
            msgid("guests"),
            id="lead.guests",
            tooltip=msgid("Link, code and QR code for guests' browsers"),
        ),
        Binding(
            "s",
            "sheets",
            msgid("sheets"),
            id="lead.sheets",
            tooltip=msgid("Write the folder of sheets and the report"),
        ),
        Binding(
            "pagedown",
            "scroll(8)",
            msgid("read on"),
            id="lead.down",
            tooltip=msgid("Read on"),
            show=False,
            priority=True,
        ),
        Binding(
            "pageup",
            "scroll(-8)",
            msgid("read back"),
            id="lead.up",
            tooltip=msgid("Read back"),
            show=False,
            priority=True,
        ),
        Binding(
            "q,escape",
            "app.quit",
            msgid("leave"),
            id="quit",
            tooltip=msgid("Leave; the workshop goes on where it was"),
        ),
    ]

    def __init__(
        self, lang: Language, dialect: Dialect, now: Callable[[], float], of_day: Callable[[float], str]
    ) -> None:
        super().__init__(lang, dialect, now)
        self._of_day = of_day

    def compose(self) -> ComposeResult:
        """Lay out agenda, people, what is on, the parking lot and the keys."""
        say = self._lang.say
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Rule(say("Agenda"))
                yield AgendaLines(self._lang, self._dialect, self._of_day, id="agenda")
                yield Rule(say("In the room"), id="ready")
                yield PeopleList(self._lang)
                yield Static(id="invite")
            with Vertical(id="right"):
                yield LeadingLines(self._lang, self._dialect)
                yield Rule(say("Parking lot"), id="parking")
                yield Static(id="parked")
        yield Static(id="notice")
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Keys that need a person go to the list of people."""
        self.query_one(PeopleList).focus()

    def paint(self) -> None:
        """Show how things stand now."""
        if not self.is_mounted:
            return
        workshop, now, say = self.workshop, self._now(), self._lang.say
        self.query_one(AgendaLines).tell(workshop, now)
        self.query_one(LeadingLines).tell(workshop, now, self.ours)
        self.query_one(PeopleList).tell(workshop)
        ready = ready_text(self._lang, workshop, workshop.at) if workshop.at and workshop.at.letter else ""
        self.query_one("#ready", Rule).tail = ready or (str(len(workshop.people)) if workshop.people else "")
        parked = [f"· {clean(text)}" for text in workshop.parked[-PARKED:]]
        hidden = len(workshop.parked) - len(parked)
        if hidden:
            parked.insert(0, self._lang.count("· {n} more", "· {n} more", hidden))
        self.query_one("#parked", Static).update(content("\n".join(parked) or say("nothing yet")))
        self.query_one("#notice", Static).update(content(self.notice))
        invite = self.query_one("#invite", Static)
        invite.display = bool(self.ours.invite)
        invite.update(content(self.ours.invite))

    def action_scroll(self, by: int) -> None:
        """Read on where a part has more to say than there are lines."""
        self.query_one(LeadingLines).scroll_relative(y=by, animate=False)

    def action_ready(self) -> None:
        """Mark the person under the cursor as done with this part, or not."""
        person = self.query_one(PeopleList).selected
        if person is not None:
            self.post_message(ReadyTurned(person.key))

    def action_goal(self) -> None:
        """Write the goal of the person under the cursor."""
        person = self.query_one(PeopleList).selected
        if person is not None:
            self.post_message(PersonGoalAsked(person.key))

    def action_sheets(self) -> None:
        """Write the folder of sheets."""
        self.post_message(SheetsAsked())
