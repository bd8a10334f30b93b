"""Going through the goals that are due, question by question; every number is saved before the next question."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smart_tui.cli.session import Session
from smart_tui.cli.talk import Talk, WentBackError
from smart_tui.coach.checkin import Entered, read_checkin
from smart_tui.coach.checkin_day import read_checkin_day
from smart_tui.coach.dates import Day
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.model import CheckIn, Goal, GoalFile
from smart_tui.goals.standing import Standing, Standings, standings
from smart_tui.goals.terms import Entry, Status
from smart_tui.goals.weekly import review
from smart_tui.store.operations import AddCheckIn, ChangeGoal, EditCheckIn, FieldChange
from smart_tui.words.checking_in import added_text, corrected_text, entered_text, refused_text
from smart_tui.words.dates import day_and_month
from smart_tui.words.readings import option_text
from smart_tui.words.standing import status_word
from smart_tui.words.update import asking_text, expects_text, explained, slip_text
from smart_tui.words.weekly import review_lines, week_paragraph

if TYPE_CHECKING:
    from smart_tui.store.pending import Entry as PendingEntry

SLIPS = frozenset({"below-present", "looks-like-all"})
NOTE = ";"
SWITCHES = {"+": Entry.ADDED, "=": Entry.IN_ALL}


class Update:
    """One round of questions. The file is what the store said last."""

    def __init__(self, session: Session, file: GoalFile, before: Standings, talk: Talk) -> None:
        """`before` is where the goals stand today."""
        self._session, self._lang, self._talk = session, session.language, talk
        self._before, self._file = before, file
        self._day = session.today
        self._entered: dict[str, CheckIn] = {}
        """What was entered in this round: a second answer replaces the first."""

    def run(self, goal_ids: Sequence[str]) -> None:
        """Ask for the day, then for each goal's number; `<` goes one question back.

        Raises:
            StoppedError: the person stopped, or the input ended.

        """
        if self._session.plain:
            from smart_tui.words.interview import key_lines

            for line in key_lines(self._lang):
                self._talk.say(line)
        else:
            self._talk.say(self._lang.say("Enter keeps, < goes back, ? explains, q stops."))
        at = -1
        while at < len(goal_ids):
            try:
                if at < 0:
                    self._ask_day()
                else:
                    self._ask_goal(goal_ids[at], self._lang.say("{n} of {all}", n=at + 1, all=len(goal_ids)))
                at += 1
            except WentBackError:
                at = max(at - 1, -1)

    def tell(self) -> None:
        """Say what the week has come to, and the same as a paragraph to be sent on."""
        if not self._entered:
            self._talk.say(self._lang.say("No number was entered."))
            return
        found = review(self._before, standings(self._file, self._session.today))
        lines = review_lines(self._lang, found)
        if not self._session.plain:  # heard one after the other, they would say the same twice
            lines = ["", *lines, "", week_paragraph(self._lang, found, self._session.today)]
        for line in lines:
            self._talk.say(line)

    def _ask_day(self) -> None:
        question = self._lang.say(
            "Numbers up to {day}; another day?", day=day_and_month(self._lang, self._day)
        )
        while typed := self._talk.ask(
            question, [self._lang.say("Every number gets this date: 20/11, yesterday …")]
        ):
            reading = read_checkin_day(
                typed,
                self._lang.code,
                self._session.today,
                year_starts=self._file.calendar.year_starts,
                dates=self._lang.dates,
            )
            if (day := self._one_day(reading)) is not None:
                self._day = day
                self._talk.say(day_and_month(self._lang, day))
                return

    def _one_day(self, reading: Day | Ambiguous[Day] | Unreadable) -> date | None:
        match reading:
            case Day(date=day):
                return day
            case Ambiguous(options=options):
                chosen = self._talk.choose([option_text(self._lang, o, self._session.today) for o in options])
                return None if chosen is None else options[chosen].date
            case Unreadable():
                self._talk.say(refused_text(self._lang, reading))
                return None

    def _ask_goal(self, goal_id: str, place: str) -> None:
        """Ask until there is a number, or none."""
        standing = self._standing(goal_id)
        self._talk.say(asking_text(self._lang, standing, place, self._session.today))
        if (entered := self._entered.get(goal_id)) is not None:
            self._talk.say(self._lang.say("Entered a moment ago; a new number replaces it."))
        while True:
            entry = standing.goal.measurable.entry or Entry.ADDED
            question = expects_text(self._lang, standing, entry)
            typed = self._talk.ask(question, tuple(explained(self._lang, standing, entry)))
            if not typed:
                return
            if typed in SWITCHES and standing.goal.measurable.kind.adds_up:
                self._remember(standing.goal, SWITCHES[typed])
                standing = self._standing(goal_id)
                continue
            number, _, note = typed.partition(NOTE)
            if (reading := self._read(number.strip(), standing, entry)) is not None:
                checkin = CheckIn(date=self._day, value=reading.stored, note=note.strip() or None)
                self._save(standing, reading, checkin, entered)
                return

    def _read(self, typed: str, standing: Standing, entry: Entry) -> Entered | None:
        """Read a number; what has two readings, or can only be a slip, is asked."""
        reading = read_checkin(typed, standing, self._lang.code, entry)
        if isinstance(reading, Entered):
            return reading
        offers = self._offers(typed, standing, reading)
        if isinstance(reading, Unreadable):
            said = (
                slip_text(self._lang, standing, typed, reading)
                if offers
                else refused_text(self._lang, reading)
            )
            self._talk.say(said)
        if not offers:
            return None
        chosen = self._talk.choose([says for says, _ in offers])
        return None if chosen is None else offers[chosen][1]

    def _offers(
        self, typed: str, standing: Standing, doubt: Ambiguous[Entered] | Unreadable
    ) -> list[tuple[str, Entered]]:
        """Give the readings of a doubtful number; none where it cannot be read at all."""
        if isinstance(doubt, Ambiguous):
            return [(entered_text(self._lang, standing, option), option) for option in doubt.options]
        if doubt.code not in SLIPS:
            return []
        ways = (("+", added_text), ("=", corrected_text))
        readings = [(says, read_checkin(sign + typed, standing, self._lang.code)) for sign, says in ways]
        return [
            (says(self._lang, standing, reading), reading)
            for says, reading in readings
            if isinstance(reading, Entered)
        ]

    def _save(self, was: Standing, reading: Entered, checkin: CheckIn, entered: CheckIn | None) -> None:
        """Say how the number is read, then save it."""
        goal_id = was.goal.id
        self._talk.say(entered_text(self._lang, was, reading))
        if entered is None:
            operation: AddCheckIn | EditCheckIn = AddCheckIn(goal_id, checkin)
        else:
            operation = EditCheckIn(goal_id, entered, checkin)
        with self._session.keeping(lambda: self._waiting(was.goal, entered, checkin)):
            self._file = self._session.save(operation)
        self._entered[goal_id] = checkin
        now = standings(self._file, self._session.today).of(goal_id)
        if now.status is Status.ACHIEVED and was.status is not Status.ACHIEVED:
            self._talk.say(status_word(self._lang, now.status))

    def _waiting(self, goal: Goal, entered: CheckIn | None, checkin: CheckIn) -> "PendingEntry":
        from smart_tui.app.late import correction_entry

        return correction_entry(goal, entered, checkin, self._lang.code)

    def _remember(self, goal: Goal, entry: Entry) -> None:
        """Keep what a bare number is for this goal."""
        change = FieldChange("measurable.entry", goal.measurable.entry, entry)
        self._file = self._session.save(ChangeGoal(goal.id, (change,)))

    def _standing(self, goal_id: str) -> Standing:
        """Say where a goal stands on the day of the numbers, without the one that was entered a moment ago."""
        entered = self._entered.get(goal_id)
        goals = tuple(
            _without(goal, entered) if goal.id == goal_id and entered is not None else goal
            for goal in self._file.goals
        )
        return standings(replace(self._file, goals=goals), self._day).of(goal_id)


def _without(goal: Goal, checkin: CheckIn) -> Goal:
    checkins = list(goal.history.checkins)
    last = len(checkins) - 1 - checkins[::-1].index(checkin)
    return replace(goal, history=replace(goal.history, checkins=(*checkins[:last], *checkins[last + 1 :])))
