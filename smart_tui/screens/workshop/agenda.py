"""The agenda, changed in seconds: the arrows choose a part and give it minutes."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Static

from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import AGENDAS, PARTS, Agenda, Part, Workshop
from smart_tui.screens.workshop.asks import AgendaChanged, BegunAnew, PartLengthened
from smart_tui.screens.workshop.task import TaskScreen
from smart_tui.widgets.agenda import AgendaLines
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.words.language import Language, msgid
from smart_tui.words.workshop import minutes_text


class AgendaScreen(TaskScreen):
    """Every change holds at once; what comes later moves with it."""

    DEFAULT_CSS = """
    AgendaScreen {
        align: center middle;
        #sheet { width: 60; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        #title { text-style: bold; margin: 0 0 1 0; }
        #hint { color: $muted; margin: 1 0 0 0; height: auto; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,escape", "leave", msgid("back"), id="agenda.back", tooltip=msgid("Back to the workshop")
        ),
        Binding(
            "up,k", "move(-1)", msgid("part"), id="agenda.up", tooltip=msgid("The part before"), show=False
        ),
        Binding(
            "down,j", "move(1)", msgid("part"), id="agenda.down", tooltip=msgid("The next part"), show=False
        ),
        Binding(
            "right,plus", "minutes(1)", msgid("longer"), id="agenda.longer", tooltip=msgid("One minute more")
        ),
        Binding(
            "left,minus",
            "minutes(-1)",
            msgid("shorter"),
            id="agenda.shorter",
            tooltip=msgid("One minute less"),
        ),
        Binding(
            "equals_sign",
            "fit",
            msgid("keep the total"),
            id="agenda.fit",
            tooltip=msgid("The other parts give or take, so that all end when it was planned"),
        ),
        Binding("7", "take(75)", "75", id="agenda.75", tooltip=msgid("75 minutes")),
        Binding("6", "take(60)", "60", id="agenda.60", tooltip=msgid("60 minutes")),
        Binding(
            "l",
            "last",
            msgid("as last time"),
            id="agenda.last",
            tooltip=msgid("The times that the last workshop used"),
        ),
        Binding(
            "n",
            "anew",
            msgid("begin anew"),
            id="agenda.anew",
            tooltip=msgid("Begin from the opening; people and parking lot stay"),
            show=False,
        ),
    ]
    workshop: reactive[Workshop] = reactive(Workshop, always_update=True)
    """How things stand."""

    def __init__(
        self,
        lang: Language,
        dialect: Dialect,
        now: Callable[[], float],
        of_day: Callable[[float], str],
        last: Agenda | None,
    ) -> None:
        super().__init__()
        self._lang, self._dialect, self._now, self._of_day, self._last = lang, dialect, now, of_day, last
        self._total: int | None = None
        """The minutes that were agreed on, once a part was changed."""
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Vertical(id="sheet"):
            yield Static(content(self._lang.say("Agenda")), id="title")
            yield AgendaLines(self._lang, self._dialect, self._of_day)
            yield Static(id="hint")
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Begin where the workshop is."""
        self._place = 0 if self.workshop.at is None else PARTS.index(self.workshop.at)
        self.call_after_refresh(self._paint)

    def on_resize(self) -> None:
        """Lay the new room out."""
        self.call_after_refresh(self._paint)

    def watch_workshop(self) -> None:
        """Show it."""
        self._paint()

    def action_move(self, by: int) -> None:
        """Choose a part."""
        self._place = max(0, min(self._place + by, len(PARTS) - 1))
        self._paint()

    def action_minutes(self, by: int) -> None:
        """Give the chosen part more minutes, or fewer."""
        self._total = self._total or self.workshop.agenda.total
        self.post_message(PartLengthened(PARTS[self._place], by))

    def action_fit(self) -> None:
        """Let the parts that are still to come, the chosen one aside, give or take what was changed."""
        workshop = self.workshop
        if self._total is None:
            return
        begun = () if workshop.at is None else PARTS[: PARTS.index(workshop.at) + 1]
        fixed: set[Part] = {*begun, PARTS[self._place]}
        if len(fixed) < len(PARTS):
            self.post_message(AgendaChanged(workshop.agenda.fitted(self._total, fixed)))

    def action_take(self, total: int) -> None:
        """Take an agenda as it is offered."""
        self._total = None
        self.post_message(AgendaChanged(AGENDAS[total]))

    def action_last(self) -> None:
        """Take the times that were used last."""
        if self._last is not None:
            self._total = None
            self.post_message(AgendaChanged(self._last))

    def action_anew(self) -> None:
        """Begin from the opening."""
        self.post_message(BegunAnew())

    def _paint(self) -> None:
        if not self.is_mounted:
            return
        lines = self.query_one(AgendaLines)
        lines.chosen = self._place
        lines.tell(self.workshop, self._now())
        self.query_one("#hint", Static).update(content(" ".join(self._hints())))

    def _hints(self) -> list[str]:
        say, agenda = self._lang.say, self.workshop.agenda
        hints = []
        if self._total is not None and agenda.total != self._total:
            more = abs(agenda.total - self._total)
            longer = self._lang.count(
                "{n} minute longer than before.", "{n} minutes longer than before.", more
            )
            shorter = self._lang.count(
                "{n} minute shorter than before.", "{n} minutes shorter than before.", more
            )
            hints += [
                longer if agenda.total > self._total else shorter,
                say("= lets the other parts make up for it."),
            ]
        if self._last is not None and self._last != agenda:
            total = minutes_text(self._lang, self._last.total)
            hints.append(say("Last time took {minutes}: l takes those times.", minutes=total))
        return hints
