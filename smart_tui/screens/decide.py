"""Deciding about a goal: its last number first where it is overdue, then close, extend, change or drop."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from smart_tui.coach.checkin import Entered
from smart_tui.goals.model import CheckIn, GoalFile
from smart_tui.goals.terms import Did, Entry, Status
from smart_tui.screens.decide_form import DecisionForm, part
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import CheckInMade, GoalDecided, Task, Typing
from smart_tui.screens.outcome import Case, choices, last_day
from smart_tui.screens.read_field import ReadField
from smart_tui.screens.readings import Reader, Reading, checkin_reader
from smart_tui.widgets.column import Column
from smart_tui.widgets.goal_card import GoalCard
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.checking_in import hint
from smart_tui.words.choosing import choice_line, final_label, period_line
from smart_tui.words.deciding import larger_text
from smart_tui.words.language import Language, msgid

MOST = 4
"""Choices there are at most."""
OTHER_ROWS, RECENT_MOST = 21, 5
"""Rows that everything but a goal's last numbers takes, and how many numbers are shown at most."""
Decided = GoalDecided | CheckInMade


class DecideScreen(ModalScreen[Decided | None]):
    """The last number, the choices, what the chosen one needs; nothing is saved before Enter on the last line."""

    DEFAULT_CSS = """
    DecideScreen {
        align: center middle;
        #decide { width: 72; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        Static { height: auto; width: 1fr; }
        .label { color: $muted; }
        #period { color: $behind; }
        #larger { color: $muted; margin: 1 0; }
        .part { height: auto; margin: 1 0 0 0; }
        /* Says nothing new, but Textual looks for what the focus restyles only within what has such a rule. */
        .part:focus-within { color: $foreground; }
        .part:focus-within > .label { color: $foreground; text-style: bold; }
        .alone { margin: 1 0 0 0; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "out",
            msgid("back, leave"),
            id="decide.out",
            tooltip=msgid("Back to the choices; again: leave, nothing is decided"),
        ),
        Binding(
            "down",
            "app.focus_next",
            msgid("down"),
            id="decide.down",
            tooltip=msgid("To the next line"),
            show=False,
        ),
        Binding(
            "up",
            "app.focus_previous",
            msgid("up"),
            id="decide.up",
            tooltip=msgid("To the line before"),
            show=False,
        ),
        *(
            Binding(
                str(n + 1),
                f"choose({n})",
                msgid("choose"),
                id=f"decide.{n + 1}",
                tooltip=msgid("Choose by number"),
                show=False,
            )
            for n in range(MOST)
        ),
        Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    def __init__(self, lang: Language, file: GoalFile, place: int, today: date, left: Typing) -> None:
        """`left` is what an earlier run could not finish."""
        super().__init__()
        self._begun_with = left
        self._lang, self._today, self._calendar = lang, today, file.calendar
        self._case = Case.of(file, place, today)
        self._standing = self._case.standing()
        self._larger = self._case.larger_standing()
        self._last_day = last_day(self._standing)
        self._choices = choices(self._standing, today)
        self._chosen: Did | None = None

    def compose(self) -> ComposeResult:
        """Lay out the goal, its last number, the choices, and what they ask for."""
        say, standing = self._lang.say, self._standing
        with Column(id="decide"):
            yield GoalCard(self._lang)
            if standing.short_period is not None:
                yield Static(content(period_line(self._lang, standing, standing.short_period)), id="period")
            if self._last_day is not None:
                final = ReadField(
                    self._final_reader(self._last_day),
                    self._take_final,
                    hint=hint(self._lang, standing.goal.measurable.kind),
                    id="final",
                )
                yield part(final_label(self._lang, standing), final)
            yield Static(id="larger")
            yield part(say("What now?"), id="question")
            for number in range(len(self._choices)):
                yield Suggestion(mark=str(number + 1), classes="choice")
            yield DecisionForm(self._lang, standing, self._today, self._calendar, done=self._save)
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Ask for the last number where there is one to ask for, else for the decision."""
        recent = max(min(self.app.size.height - OTHER_ROWS, RECENT_MOST), 0)
        self.query_one(GoalCard).tell(self._standing, self._today, recent=recent)
        self._form.fill(self._begun_with.fields)
        if self._last_day is not None:
            self._final_field.fill(self._begun_with.fields.get("final", ""))
        self._paint()
        if (begun := self._begun_with.meant.get("did")) in self._choices and self._is_final_settled():
            self._choose(Did(begun))
        elif self._last_day is not None:
            self._final_field.enter()
        else:
            self._enter_choices()

    def typings(self) -> tuple[Typing, ...]:
        """Give what stands in the fields."""
        fields = self._form.texts
        if self._last_day is not None and self._final_field.text.strip():
            fields["final"] = self._final_field.text
        meant = {} if self._chosen is None else {"did": str(self._chosen)}
        return (Typing(Task.DECISION, self._case.goal.id, fields, meant),) if fields else ()

    def action_choose(self, place: int) -> None:
        """Choose by number, unless that was done."""
        if self._chosen is None and place < len(self._choices):
            self._choose(self._choices[place])

    def action_out(self) -> None:
        """Go back to the choices; from there, leave."""
        if self._chosen is None:
            self.dismiss(None)
            return
        self._chosen = None
        self._paint()
        self._enter_choices()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(ReadField.Changed)
    def _type(self) -> None:
        self._paint()

    @on(Suggestion.Taken)
    def _take_choice(self, event: Suggestion.Taken) -> None:
        place = list(self.query("Suggestion.choice")).index(event.suggestion)
        self._choose(self._choices[place])

    def _take_final(self) -> None:
        """Close a goal that its last number reaches; else go on to the decision."""
        final = self._final
        if final is None or not self._settles(final):
            self._enter_choices()
        elif self._standing.status is Status.OVERDUE:
            self.dismiss(GoalDecided(self._case.goal.id, Did.CLOSE, final=final))
        else:
            self.dismiss(CheckInMade(self._case.goal.id, final, final.value))

    def _choose(self, did: Did) -> None:
        if not self._is_final_settled():
            self._final_field.enter()
            return
        self._chosen = did
        self._paint()
        self._form.enter(did)

    def _save(self) -> None:
        """Hand the decision over when it has what it needs."""
        if self._chosen is None or not self._form.is_complete(self._chosen):
            return
        given = self._form.given(self._chosen)
        self.dismiss(
            GoalDecided(
                self._case.goal.id,
                self._chosen,
                to=given.to,
                target=given.target,
                why=given.why,
                final=self._final,
                result=given.result,
            )
        )

    @property
    def _final(self) -> CheckIn | None:
        entered = self._final_field.value if self._last_day is not None else None
        if not isinstance(entered, Entered) or self._last_day is None:
            return None
        if self._standing.goal.measurable.kind.adds_up and not entered.stored:
            return None  # the sum that there is, confirmed: nothing was added
        return CheckIn(date=self._last_day, value=entered.stored)

    def _is_final_settled(self) -> bool:
        return self._last_day is None or self._final_field.settled

    def _settles(self, final: CheckIn) -> bool:
        """Whether nothing is left to decide with this number: the goal is reached, or its period is full."""
        after = self._case.after(None, final=final).standing()
        return after.status is Status.ACHIEVED or (
            self._standing.status is not Status.OVERDUE and after.short_period is None
        )

    def _final_reader(self, day: date) -> Reader[Entered]:
        """Read the last number, the sum in all unless a sign says otherwise; say where it reaches the goal."""
        read = checkin_reader(self._lang, self._case.standing(day), Entry.IN_ALL)

        def read_final(typed: str) -> Reading[Entered]:
            reading = read(typed)
            if reading.value is None:
                return reading
            if not self._settles(CheckIn(date=day, value=reading.value.stored)):
                return reading
            said = self._lang.say("{reading}: reached, Enter closes it", reading=reading.says)
            if self._standing.status is not Status.OVERDUE:
                said = self._lang.say("{reading}: reached, Enter saves it", reading=reading.says)
            return Reading(reading.value, said, reading.style)

        return read_final

    def _enter_choices(self) -> None:
        next(iter(self.query("Suggestion.choice").results(Suggestion))).focus()

    def _paint(self) -> None:
        """Show the choices as the last number leaves them, or the chosen one and its fields."""
        closing = Did.CLOSE if Did.CLOSE in self._choices else None
        closed = self._case.after(closing, final=self._final).standing()
        for did, line in zip(self._choices, self.query("Suggestion.choice").results(Suggestion), strict=True):
            line.offer(choice_line(self._lang, did, closed) if self._chosen in {None, did} else "")
            line.can_focus = self._chosen is None
            line.set_class(self._chosen is did, "alone")
        for each in self.query("#part-final, #part-question"):
            each.display = self._chosen is None
        self._form.show(self._chosen)
        self._paint_larger()

    def _paint_larger(self) -> None:
        """Say what the larger goal needs, with the last number and the decision as they are typed."""
        line = self.query_one("#larger", Static)
        given = self._form.given(self._chosen)
        case = self._case.after(self._chosen, final=self._final, to=given.to, target=given.target)
        after = case.larger_standing()
        said = larger_text(self._lang, self._larger, after) if self._larger and after else ""
        line.display = bool(said)
        line.update(content(said))

    @property
    def _form(self) -> DecisionForm:
        return self.query_one(DecisionForm)

    @property
    def _final_field(self) -> ReadField[Entered]:
        return self.query_one("#final", ReadField)
