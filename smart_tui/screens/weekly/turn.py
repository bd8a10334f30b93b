"""One goal's turn: the date of all numbers, the goal at a glance, and the fields for its number."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from smart_tui.goals.calendar import Calendar
from smart_tui.goals.model import CheckIn
from smart_tui.goals.standing import Standing
from smart_tui.screens.read_field import SIGNS, ReadEntry, ReadField
from smart_tui.screens.readings import any_text, checkin_day_reader, checkin_reader, confidence_reader
from smart_tui.screens.weekly.answer import Answer
from smart_tui.screens.weekly.modes import ModeLine
from smart_tui.widgets.goal_card import GoalCard
from smart_tui.widgets.plain_text import content
from smart_tui.words.checking_in import hint
from smart_tui.words.dates import day_and_month, from_today
from smart_tui.words.language import Language

OTHER_ROWS = 19
"""Rows of the screen that everything but a goal's last numbers takes."""
RECENT_MOST = 8


class Turn(VerticalScroll, can_focus=False):
    """Shows an answer and gives it back as typed; `taken` and `dated` are called within the key press."""

    DEFAULT_CSS = """
    Turn {
        width: 1fr;
        height: 1fr;
        padding: 0 2;
        & > * { max-width: 84; }
        .row { height: auto; }
        .row > .label { width: 17; height: 1; color: $muted; }
        .row > ReadField { width: 1fr; }
        /* Says nothing new, but Textual looks for what the focus restyles only within what has such a rule. */
        .row:focus-within { color: $foreground; }
        .row:focus-within > .label { color: $foreground; text-style: bold; }
        GoalCard { margin: 1 0; }
        #number { margin: 0 0 1 0; }
    }
    Screen.-high Turn {
        #number { margin: 0 0 2 0; }
        .row { margin: 0 0 1 0; }
    }
    """

    class Switched(Message):
        """The number is meant the other way."""

    def __init__(
        self,
        lang: Language,
        calendar: Calendar,
        today: date,
        *,
        taken: Callable[[], None],
        dated: Callable[[], None],
    ) -> None:
        super().__init__()
        self._lang, self._today = lang, today
        self._read_day = checkin_day_reader(lang, today, calendar)
        self._taken, self._dated = taken, dated
        self._shown: Standing | None = None

    def compose(self) -> ComposeResult:
        """Lay out the date, the goal, its fields."""
        say = self._lang.say
        day = ReadField(self._read_day, self._dated, signs=SIGNS, id="day")
        sure = ReadField(confidence_reader(self._lang), self._taken, signs=SIGNS, id="confidence")
        yield from _row(say("Numbers up to"), day)
        yield GoalCard(self._lang)
        yield ModeLine(self._lang)
        yield ReadField(any_text, self._taken, signs=SIGNS, id="number")
        yield from _row(say("Note"), ReadField(any_text, self._taken, id="note"))
        yield from _row(say("How sure, 0–10"), sure)

    def ask(self, answer: Answer, now: Standing, then: Standing) -> None:
        """Ask for a goal, with what was typed for it before; `then` is the goal on the day of the numbers."""
        reader = checkin_reader(self._lang, then, answer.mode)
        self.field("number").ask(reader, answer.number, hint=hint(self._lang, then.goal.measurable.kind))
        self.field("note").ask(any_text, answer.note)
        self.field("confidence").ask(confidence_reader(self._lang), answer.confidence)
        self.query_one(ModeLine).tell(then, answer.mode)
        self._shown = now
        self.fit(self.screen.size.height)
        self.scroll_home(animate=False)
        self.field("number").enter()

    def ask_day(self, day: date, typed: str = "") -> None:
        """Show the day of the numbers; typing there names another one."""
        said = f"{day_and_month(self._lang, day)} · {from_today(self._lang, day, self._today)}"
        self.field("day").ask(self._read_day, typed, hint=said)

    def fit(self, height: int) -> None:
        """Show as many of the last numbers as a screen of that height has room for."""
        if self._shown is not None:
            recent = max(min(height - OTHER_ROWS, RECENT_MOST), 1)
            self.query_one(GoalCard).tell(self._shown, self._today, recent=recent)

    def typed(self, answer: Answer) -> Answer:
        """Give the answer with what stands in the fields."""
        number, note, sure = (self.field(name).text for name in ("number", "note", "confidence"))
        return replace(answer, number=number, note=note, confidence=sure)

    def accepted(self) -> bool:
        """Whether all of it can be taken; if not, the cursor is where the question is."""
        number, sure = self.field("number"), self.field("confidence")
        for field in (number, sure):
            if not field.settled:
                field.enter()
                return False
        if number.value is None and (self.field("note").value or sure.value is not None):
            number.refuse(self._lang.say("a note goes with a number: type one, or empty the note"))
            return False
        return True

    def checkin(self, day: date) -> CheckIn | None:
        """Give what is typed as a check-in, None where no number is."""
        entered = self.field("number").value
        if entered is None:
            return None
        note, sure = self.field("note").value, self.field("confidence").value
        return CheckIn(date=day, value=entered.stored, note=note, confidence=sure)

    def is_in(self, field: str) -> bool:
        """Whether the cursor is in a field, or on its offers."""
        focused = self.screen.focused
        return focused is not None and self.field(field) in focused.ancestors

    @property
    def on_the_number(self) -> bool:
        """Whether the cursor is in the number's own line."""
        return isinstance(self.screen.focused, ReadEntry) and self.is_in("number")

    def field(self, name: str) -> ReadField[Any]:
        """Give a field by its name."""
        return self.query_one(f"#{name}", ReadField)

    @on(ModeLine.Clicked)
    def _switch(self) -> None:
        self.post_message(self.Switched())


def _row(label: str, field: ReadField[Any]) -> Iterator[Horizontal]:
    yield Horizontal(Static(content(label), classes="label"), field, classes="row")
