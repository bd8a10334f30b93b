"""A new number for one goal: what was typed is read back at once, and nothing is guessed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from smart_tui.coach.checkin import Entered
from smart_tui.coach.checkin_day import read_checkin_day
from smart_tui.coach.dates import Day
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.model import CheckIn, GoalFile
from smart_tui.goals.standing import Standing, standings
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import Task, Typing
from smart_tui.screens.read_field import OFFERS
from smart_tui.screens.readings import ASK, WRONG, Offer, checkin_reader, shown
from smart_tui.widgets.column import Column
from smart_tui.widgets.entry import Entry, PromptEntry
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content, fitted
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.checking_in import hint, refused_text
from smart_tui.words.dates import day_and_month, from_today, short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import time_text, value_of_target
from smart_tui.words.story import checkin_day, checkin_value

RECENT = 5
FIELDS = ("value", "date", "note")
DATE_COLUMN = 12
QUIET = "$muted"


class CheckInResult(Struct, frozen=True):
    """What is to be saved, and what it makes of the goal's number."""

    checkin: CheckIn
    becomes: Decimal


class SavingEntry(PromptEntry):
    """A field from which Enter saves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", msgid("save"), id="check-in.save", tooltip=msgid("Save the number")),
    ]


class CheckInScreen(ModalScreen[CheckInResult | None]):
    """Number, date, note; Enter saves from any of them."""

    DEFAULT_CSS = """
    CheckInScreen {
        align: center middle;
        #check-in { width: 66; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        #title { text-style: bold; }
        Static { height: auto; width: 1fr; }
        #now, #recent, .label { color: $muted; }
        #recent, .label { margin-top: 1; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "#value"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "dismiss(None)",
            msgid("leave"),
            id="check-in.leave",
            tooltip=msgid("Leave without saving"),
        ),
        Binding(
            "down",
            "app.focus_next",
            msgid("next field"),
            show=False,
            id="check-in.next",
            tooltip=msgid("Go to the next field"),
        ),
        Binding(
            "up",
            "app.focus_previous",
            msgid("field before"),
            show=False,
            id="check-in.previous",
            tooltip=msgid("Go to the field before"),
        ),
        Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    def __init__(
        self, lang: Language, file: GoalFile, place: int, today: date, typed: Mapping[str, str]
    ) -> None:
        """`typed` is what an earlier run could not finish."""
        super().__init__()
        self._begun_with = typed
        self._lang, self._file, self._place, self._today = lang, file, place, today
        self._standing = self._standing_on(today)
        self._day: date | None = today
        self._days: tuple[Day, ...] = ()
        self._entered: Entered | None = None
        self._offers: tuple[Offer, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the goal as it is, then the three fields."""
        say, goal = self._lang.say, self._standing.goal
        now = f"{value_of_target(self._lang, self._standing)} · {time_text(self._lang, self._standing)}"
        with Column(id="check-in"):
            yield Static(content(goal.title), id="title")
            yield Static(content(now), id="now")
            if goal.history.checkins:
                yield Static(self._recent(), id="recent")
            yield Static(content(say("Number")), classes="label")
            yield SavingEntry(self._save, placeholder=hint(self._lang, goal.measurable.kind), id="value")
            yield Static(id="reading")
            for number in range(OFFERS):
                yield Suggestion(id=f"value-{number}")
            yield Static(content(say("Date")), classes="label")
            yield SavingEntry(self._save, placeholder=say("today"), id="date")
            yield Static(id="day")
            for number in range(OFFERS):
                yield Suggestion(id=f"day-{number}")
            yield Static(content(say("Note")), classes="label")
            yield SavingEntry(self._save, id="note")
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Fill in what was typed before, and read it."""
        with self.prevent(Input.Changed):
            for field in FIELDS:
                self.query_one(f"#{field}", Entry).value = self._begun_with.get(field, "")
        self._read()

    def typings(self) -> tuple[Typing, ...]:
        """Give what stands in the fields."""
        fields = {field: text for field in FIELDS if (text := self._typed(field)).strip()}
        return (Typing(Task.CHECK_IN, self._standing.goal.id, fields),) if fields else ()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(Input.Changed, "#value")
    @on(Input.Changed, "#date")
    def _read(self) -> None:
        """Read the date, and the number as of that date."""
        self._read_day()
        self._read_value()

    def _save(self) -> None:
        """Save if number and date can be read, else go to the one that cannot."""
        self._read()
        if self._day is None:
            self.query_one("#date").focus()
        elif self._entered is None:
            self.query_one("#value").focus()
            self._read_value(asked=True)
        else:
            note = self.query_one("#note", Entry).value.strip() or None
            checkin = CheckIn(date=self._day, value=self._entered.stored, note=note)
            self.dismiss(CheckInResult(checkin, self._entered.becomes))

    @on(Suggestion.Taken)
    def _take(self, event: Suggestion.Taken) -> None:
        """Take one of two readings; of the number, that is all there was to ask."""
        field, _, number = (event.suggestion.id or "").partition("-")
        if field == "day":
            with self.prevent(Input.Changed):
                self.query_one("#date", Entry).value = self._days[int(number)].date.isoformat()
            self._read()
            self.query_one("#value").focus()
        else:
            with self.prevent(Input.Changed):
                self.query_one("#value", Entry).value = self._offers[int(number)].typed
            self._read()
            self._save()

    def _read_day(self) -> None:
        year_starts = self._file.calendar.year_starts
        reading = read_checkin_day(
            self._typed("date"), self._lang.code, self._today, year_starts=year_starts, dates=self._lang.dates
        )
        self._day, self._days = None, ()
        match reading:
            case Day(date=day):
                self._day = day
                written = (
                    day_and_month(self._lang, day)
                    if day.year == self._today.year
                    else short_date(self._lang, day)
                )
                self._say("day", f"{written} · {from_today(self._lang, day, self._today)}", QUIET)
            case Ambiguous(options=options):
                self._days = options[:OFFERS]
                self._say("day", self._lang.say("which one? ↓"), ASK)
            case Unreadable():
                self._say("day", refused_text(self._lang, reading), WRONG)
        self._offer("day", [short_date(self._lang, day.date) for day in self._days])
        self._standing = self._standing_on(self._day or self._today)

    def _read_value(self, *, asked: bool = False) -> None:
        reading = checkin_reader(self._lang, self._standing, None)(self._typed("value"))
        self._entered, self._offers = reading.value, reading.offers
        nothing = asked and not self._typed("value").strip()
        said = self._lang.say("a number first; Esc leaves") if nothing else reading.says
        self._say("reading", said, ASK if nothing else reading.style)
        self._offer("value", [offer.says for offer in self._offers])

    def _standing_on(self, day: date) -> Standing:
        return standings(self._file, day)[self._place]

    def _typed(self, field: str) -> str:
        return self.query_one(f"#{field}", Entry).value

    def _say(self, line: str, text: str, style: str) -> None:
        static = self.query_one(f"#{line}", Static)
        static.display = bool(text)
        static.update(shown(text, style))

    def _offer(self, field: str, texts: list[str]) -> None:
        for number in range(OFFERS):
            self.query_one(f"#{field}-{number}", Suggestion).offer(
                texts[number] if number < len(texts) else ""
            )

    def _recent(self) -> Content:
        known = [c for c in self._standing.goal.history.checkins if c.date <= self._today]
        lines = []
        for checkin in sorted(known, key=lambda c: c.date)[-RECENT:]:
            day = fitted(checkin_day(self._lang, checkin.date, self._today), DATE_COLUMN)
            said = checkin_value(self._lang, self._standing, checkin)
            lines.append(content("  ".join(part for part in (day, said, checkin.note) if part)))
        return Content("\n").join(lines)
