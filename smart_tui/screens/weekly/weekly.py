"""The weekly update: through every goal that is due, one field each; what is entered is saved at once, in order."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import Screen

from smart_tui.goals.model import GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.goals.weekly import review, to_update
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import NumberEntered, NumbersEntered, WeekReviewed
from smart_tui.screens.read_field import ReadEntry, ReadField
from smart_tui.screens.readings import checkin_reader
from smart_tui.screens.weekly.answer import Answer
from smart_tui.screens.weekly.modes import ModeLine
from smart_tui.screens.weekly.review import ReviewPage
from smart_tui.screens.weekly.round import Progress, RoundList
from smart_tui.screens.weekly.turn import Turn
from smart_tui.widgets.foot import Foot
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.words.language import Language, msgid
from smart_tui.words.weekly import week_paragraph


class WeeklyScreen(Screen[None]):
    """Holds what was entered for each goal; the file, and whether it could be saved, come from outside."""

    DEFAULT_CSS = """
    WeeklyScreen {
        background: $background;
        &.-high Progress { margin: 1 0 0 0; }
        #turn { height: 1fr; }
        RoundList { display: none; width: 46; height: 1fr; }
        &.-wide RoundList { display: block; }
        ReviewPage { display: none; }
        &.-reviewed ReviewPage { display: block; }
        &.-reviewed #turn { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
    AUTO_FOCUS = "#number ReadEntry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab",
            "switch",
            msgid("switch"),
            id="weekly.mode",
            tooltip=msgid("What the number is: what was added, or the sum in all"),
            priority=True,
        ),
        Binding(
            "down",
            "down",
            msgid("note"),
            id="weekly.down",
            tooltip=msgid("To an offered line, the note, and how sure you are"),
            priority=True,
        ),
        Binding(
            "up",
            "up",
            msgid("back"),
            id="weekly.up",
            tooltip=msgid("Up; from the number to the goal before, from the first one to the date"),
            priority=True,
        ),
        Binding(
            "less_than_sign,pageup",
            "back",
            msgid("back"),
            show=False,
            priority=True,
            id="weekly.back",
            tooltip=msgid("The goal before; what was entered can be changed"),
        ),
        Binding(
            "at", "date", msgid("date"), id="weekly.date", tooltip=msgid("Change the date of all numbers")
        ),
        Binding(
            "escape",
            "leave",
            msgid("leave"),
            id="weekly.leave",
            tooltip=msgid("Leave; what was entered is kept"),
        ),
        Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    file: var[GoalFile] = var(GoalFile)
    """The goals as they are in the file."""
    standings: var[tuple[Standing, ...]] = var(())
    """Where each stands today."""
    notice: var[str] = var("")
    """One line for the foot."""
    notice_level: var[str] = var("")
    """How it is meant."""
    reviewed: var[bool] = var(False, bindings=True, toggle_class="-reviewed")
    """Whether every goal was asked for, and the review is shown."""

    def __init__(self, lang: Language, file: GoalFile, standings: tuple[Standing, ...], today: date) -> None:
        super().__init__()
        self._lang, self._calendar, self._today, self._day = lang, file.calendar, today, today
        self._before = standings
        self._answers = [Answer.first(standing.goal) for standing in to_update(standings)]
        self._at = 0
        self._warned = False

    def compose(self) -> ComposeResult:
        """Lay out how far it is, the goal whose turn it is, all goals; and the review."""
        yield Progress(self._lang, self._lang.say("Weekly update"), len(self._answers))
        with Horizontal(id="turn"):
            yield Turn(self._lang, self._calendar, self._today, taken=self._take, dated=self._take_day)
            yield RoundList(self._lang)
        yield ReviewPage(self._lang)
        yield Foot(self._lang).data_bind(WeeklyScreen.file, WeeklyScreen.notice, WeeklyScreen.notice_level)
        yield KeyBar(self._lang, focus_first=True)

    def on_mount(self) -> None:
        """Ask for the first goal."""
        self._turn.ask_day(self._day)
        self._ask()

    def on_resize(self, event: events.Resize) -> None:
        """Show as many of the last numbers as there is room for."""
        self._turn.fit(event.size.height)

    def watch_file(self) -> None:
        """See the goals as they are now."""
        self._answers = [answer.seen_in(self.file) for answer in self._answers]

    def watch_standings(self) -> None:
        """Review the week as it is now."""
        if self.reviewed:
            self._review()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's
        """Offer only what can be done now."""
        match action:
            case "switch":
                adds_up = self._answers[self._at].mode is not None
                return not self.reviewed and adds_up and self._turn.is_in("number")
            case "up" | "down" | "back" | "date":
                return not self.reviewed
            case _:
                return True

    def action_switch(self) -> None:
        """Read the number the other way."""
        answer = self._typed()
        self._answers[self._at] = replace(answer, mode=ModeLine.other(answer.mode))
        self._ask()

    def action_down(self) -> None:
        """Go to the next line, as far as there is one."""
        if not self._turn.is_in("confidence"):
            self.focus_next()

    def action_up(self) -> None:
        """Go to the line before; from the number, to the goal before."""
        if self._turn.on_the_number:
            self.action_back()
        elif not self._turn.is_in("day"):
            self.focus_previous()

    def action_back(self) -> None:
        """Go to the goal before; from the first one, to the date."""
        if self._at:
            self._go(self._at - 1)
        else:
            self.action_date()

    def action_date(self) -> None:
        """Go to the date."""
        self._turn.field("day").enter()

    def action_leave(self) -> None:
        """Leave; a number that nobody has taken is asked about once."""
        self._answers[self._at] = self._typed()
        doubt = next((i for i, answer in enumerate(self._answers) if answer.left_open), None)
        if doubt is None or self._warned:
            self.dismiss()
            return
        self._warned = True
        self._go(doubt)
        said = self._lang.say("not taken yet: Enter takes it, Esc leaves without it")
        self._turn.field("number").refuse(said)

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(ReadEntry.SignPressed)
    def _press_sign(self, event: ReadEntry.SignPressed) -> None:
        if event.key == "at":
            self.action_date()
        else:
            self.action_back()

    @on(ReadField.Changed)
    def _type(self) -> None:
        self._warned = False

    @on(Turn.Switched)
    def _switch(self) -> None:
        self.action_switch()

    @on(RoundList.Chosen)
    def _choose(self, event: RoundList.Chosen) -> None:
        self._go(event.place)

    @on(ReviewPage.BackAsked)
    def _go_back(self) -> None:
        self._go(len(self._answers) - 1)

    @on(ReviewPage.Left)
    def _leave_review(self) -> None:
        """Leave, unless there is something to be saved again."""
        failed = [place for place, answer in enumerate(self._answers) if answer.failed]
        for place in failed:
            self._save(place)
        if not failed:
            self.dismiss()

    @on(ReviewPage.Copied)
    def _copy(self, event: ReviewPage.Copied) -> None:
        self.app.copy_to_clipboard(event.paragraph)
        self.query_one(Foot).notice = self._lang.say("Sent to the clipboard, if your terminal allows it.")

    def _take_day(self) -> None:
        """Date all numbers anew, those that were entered already too."""
        self._day = self._turn.field("day").value or self._day
        self._answers[self._at] = self._typed()
        self._answers = [self._dated(answer) for answer in self._answers]
        for place in range(len(self._answers)):
            self._save(place)
        self._turn.ask_day(self._day)
        self._ask()

    def _dated(self, answer: Answer) -> Answer:
        if answer.wanted is None:
            return answer
        read = checkin_reader(self._lang, answer.standing(self._calendar, self._day), answer.mode)
        entered = read(answer.taken).value
        value = answer.wanted.value if entered is None else entered.stored
        return replace(answer, wanted=replace(answer.wanted, date=self._day, value=value))

    def _take(self) -> None:
        """Take what is typed for this goal, and go on to the next one."""
        if self.reviewed or not self._turn.accepted():
            return
        answer, wanted = self._typed(), self._turn.checkin(self._day)
        self._answers[self._at] = replace(answer, passed=True, taken=answer.number, wanted=wanted)
        self._save(self._at)
        self._go(self._at + 1)

    def _save(self, place: int) -> None:
        """Hand a goal's change on; the next key does not wait for the disk."""
        change = self._answers[place].change
        if change is None:
            return
        self._answers[place] = replace(self._answers[place], waiting=True)

        def answered(saved: bool) -> None:  # noqa: FBT001  # the message's own signature
            self._saved(place, change, saved=saved)

        # To the app itself: the disk may answer, and the next change follow, when this screen is gone.
        self.app.post_message(NumbersEntered((change,), answered))

    def _saved(self, place: int, change: NumberEntered, *, saved: bool) -> None:
        answer = self._answers[place]
        self._answers[place] = answer.saved(change) if saved else answer.refused()
        if saved:
            self._save(place)
        if self in self.app.screen_stack:
            self._show_round()

    def _go(self, place: int) -> None:
        self._answers[self._at] = self._typed()
        self.reviewed = place >= len(self._answers)
        self._at = min(place, len(self._answers) - 1)
        if self.reviewed:
            self._review()
        else:
            self._ask()

    def _ask(self) -> None:
        """Ask for the goal whose turn it is."""
        answer = self._answers[self._at]
        now, then = (answer.standing(self._calendar, day) for day in (self._today, self._day))
        self._turn.ask(answer, now, then)
        self._show_round()

    def _review(self) -> None:
        page = self.query_one(ReviewPage)
        page.tell(review(self._before, self.standings), self._today)
        page.focus()
        self._show_round()
        self.post_message(WeekReviewed(self._told))

    def _told(self, standings: tuple[Standing, ...]) -> str:
        return week_paragraph(self._lang, review(self._before, standings), self._today)

    def _show_round(self) -> None:
        self.query_one(Progress).go(len(self._answers) if self.reviewed else self._at)
        self.query_one(RoundList).tell(self._answers, self._at)
        self.query_one(ReviewPage).warn(sum(answer.failed for answer in self._answers))

    def _typed(self) -> Answer:
        """Give the present goal's answer with what stands in its fields."""
        answer = self._answers[self._at]
        return answer if self.reviewed else self._turn.typed(answer)

    @property
    def _turn(self) -> Turn:
        return self.query_one(Turn)


def weekly_update(
    lang: Language, file: GoalFile, standings: tuple[Standing, ...], today: date
) -> WeeklyScreen | None:
    """Open the update; None where no goal takes a number."""
    return WeeklyScreen(lang, file, standings, today) if to_update(standings) else None
