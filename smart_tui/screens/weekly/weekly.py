"""The weekly update: through every goal that is due, one field each; what is entered is saved at once, in order."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import Screen

from smart_tui.goals.model import CheckIn, GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.goals.weekly import review, to_update
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import NumberEntered, NumbersEntered, Typing, WeekReviewed
from smart_tui.screens.read_field import ReadEntry, ReadField
from smart_tui.screens.readings import checkin_reader
from smart_tui.screens.weekly.answer import Answer
from smart_tui.screens.weekly.answers import asked
from smart_tui.screens.weekly.keys import KEYS
from smart_tui.screens.weekly.modes import ModeLine
from smart_tui.screens.weekly.review import ReviewPage
from smart_tui.screens.weekly.round import Progress, RoundList
from smart_tui.screens.weekly.turn import Turn
from smart_tui.widgets.foot import Foot
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.words.language import Language
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
    BINDINGS = KEYS

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

    def __init__(
        self,
        lang: Language,
        file: GoalFile,
        standings: tuple[Standing, ...],
        today: date,
        left: Sequence[Typing] = (),
    ) -> None:
        """`left` is what an earlier run could not finish."""
        super().__init__()
        self._lang, self._calendar, self._today = lang, file.calendar, today
        self._before = standings
        self._answers = asked(standings, today, left)
        self._warned = False

    def compose(self) -> ComposeResult:
        """Lay out how far it is, the goal whose turn it is, all goals; and the review."""
        yield Progress(self._lang, self._lang.say("Weekly update"), len(self._answers.all))
        with Horizontal(id="turn"):
            yield Turn(self._lang, self._calendar, self._today, taken=self._take, dated=self._take_day)
            yield RoundList(self._lang)
        yield ReviewPage(self._lang)
        yield Foot(self._lang).data_bind(WeeklyScreen.file, WeeklyScreen.notice, WeeklyScreen.notice_level)
        yield KeyBar(self._lang, focus_first=True)

    def on_mount(self) -> None:
        """Ask for the first goal."""
        self._turn.ask_day(self._answers.day, self._answers.day_typed)
        self._ask()

    def typings(self) -> tuple[Typing, ...]:
        """Give what is typed, and not taken."""
        self._answers.now = self._typed()
        return self._answers.typings(self._today, self._turn.field("day").text)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many of the last numbers as there is room for."""
        self._turn.fit(event.size.height)

    def watch_file(self) -> None:
        """See the goals as they are now."""
        self._answers.see(self.file)

    def watch_standings(self) -> None:
        """Review the week as it is now."""
        if self.reviewed:
            self._review()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's
        """Offer only what can be done now."""
        match action:
            case "switch":
                adds_up = self._answers.now.mode is not None
                return not self.reviewed and adds_up and self._turn.is_in("number")
            case "up" | "down" | "back" | "date":
                return not self.reviewed
            case _:
                return True

    @on(Turn.Switched)
    def action_switch(self) -> None:
        """Read the number the other way."""
        answer = self._typed()
        self._answers.now = replace(answer, mode=ModeLine.other(answer.mode))
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
        if self._answers.at:
            self._go(self._answers.at - 1)
        else:
            self.action_date()

    def action_date(self) -> None:
        """Go to the date."""
        self._turn.field("day").enter()

    def action_leave(self) -> None:
        """Leave; a number that nobody has taken is asked about once."""
        self._answers.now = self._typed()
        doubt = self._answers.left_open
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

    @on(RoundList.Chosen)
    def _choose(self, event: RoundList.Chosen) -> None:
        self._go(event.place)

    @on(ReviewPage.BackAsked)
    def _go_back(self) -> None:
        self._go(len(self._answers.all) - 1)

    @on(ReviewPage.Left)
    def _leave_review(self) -> None:
        """Leave, unless there is something to be saved again."""
        failed = self._answers.failed
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
        self._answers.now = self._typed()
        self._answers.redate(self._turn.field("day").value or self._answers.day, self._dated)
        for place in range(len(self._answers.all)):
            self._save(place)
        self._turn.ask_day(self._answers.day)
        self._ask()

    def _dated(self, answer: Answer) -> CheckIn | None:
        """Read a number that was taken as of the day of all numbers."""
        day = self._answers.day
        read = checkin_reader(self._lang, answer.standing(self._calendar, day), answer.mode)
        entered = read(answer.taken[0]).value
        if answer.wanted is None or entered is None:
            return answer.wanted and replace(answer.wanted, date=day)
        return replace(answer.wanted, date=day, value=entered.stored)

    def _take(self) -> None:
        """Take what is typed for this goal, and go on to the next one."""
        if self.reviewed or not self._turn.accepted():
            return
        self._answers.take(self._typed(), self._turn.checkin(self._answers.day))
        self._save(self._answers.at)
        self._go(self._answers.at + 1)

    def _save(self, place: int) -> None:
        """Hand a goal's change on; the next key does not wait for the disk."""
        change = self._answers.all[place].change
        if change is None:
            return
        self._answers.all[place] = replace(self._answers.all[place], waiting=True)

        def answered(saved: bool) -> None:  # noqa: FBT001  # the message's own signature
            self._saved(place, change, saved=saved)

        # To the app itself: the disk may answer, and the next change follow, when this screen is gone.
        self.app.post_message(NumbersEntered((change,), answered))

    def _saved(self, place: int, change: NumberEntered, *, saved: bool) -> None:
        answer = self._answers.all[place]
        self._answers.all[place] = answer.saved(change) if saved else answer.refused()
        if saved:
            self._save(place)
        if self in self.app.screen_stack:
            self._show_round()

    def _go(self, place: int) -> None:
        self._answers.now = self._typed()
        self.reviewed = place >= len(self._answers.all)
        self._answers.at = min(place, len(self._answers.all) - 1)
        if self.reviewed:
            self._review()
        else:
            self._ask()

    def _ask(self) -> None:
        """Ask for the goal whose turn it is."""
        answer = self._answers.now
        now, then = (answer.standing(self._calendar, day) for day in (self._today, self._answers.day))
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
        answers, at = self._answers.all, self._answers.at
        self.query_one(Progress).go(len(answers) if self.reviewed else at)
        self.query_one(RoundList).tell(answers, at)
        self.query_one(ReviewPage).warn(len(self._answers.failed))

    def _typed(self) -> Answer:
        """Give the present goal's answer with what stands in its fields."""
        return self._answers.now if self.reviewed else self._turn.typed(self._answers.now)

    @property
    def _turn(self) -> Turn:
        return self.query_one(Turn)


def weekly_update(
    lang: Language,
    file: GoalFile,
    standings: tuple[Standing, ...],
    today: date,
    left: Sequence[Typing] = (),
) -> WeeklyScreen | None:
    """Open the update, with what an earlier run has left; None where no goal takes a number."""
    known = {goal.id for goal in file.goals}
    left = [typing for typing in left if typing.goal_id in known]
    return WeeklyScreen(lang, file, standings, today, left) if left or to_update(standings) else None
