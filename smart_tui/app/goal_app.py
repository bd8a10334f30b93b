"""What the app knows of the goals, and how a change of them reaches the disk: saved in order, said, never lost."""

from collections.abc import Callable, Collection
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.reactive import reactive

from smart_tui.app.scribe import Scribe
from smart_tui.app.survey import View, survey_if_changed
from smart_tui.app.themed import ThemedApp
from smart_tui.goals.hindrance import Hindrance
from smart_tui.goals.model import GoalFile
from smart_tui.goals.standing import Standing, standings
from smart_tui.store.errors import CannotRead, StoreError
from smart_tui.store.store import Snapshot, Store
from smart_tui.words.language import Language
from smart_tui.words.pending import kept_text, not_kept_text
from smart_tui.words.problems import notices_text, problem_text, refusal_text

if TYPE_CHECKING:
    from smart_tui.app.changes import Change
    from smart_tui.app.late import Late
    from smart_tui.app.past import Past
    from smart_tui.app.waiting import Waiting
    from smart_tui.store.operation import Operation

READ_AFTER = 20.0
"""Seconds after which a line that nobody asked for has been read."""


class GoalApp(ThemedApp):
    """Owns the store and the current goals; a subclass says which screens ask for what."""

    file: reactive[GoalFile] = reactive(GoalFile())
    """The goals as they are in the file."""
    standings: reactive[tuple[Standing, ...]] = reactive(())
    """Where each goal stands today."""
    today: reactive[date] = reactive(date.min)
    """The day."""
    notice: reactive[str] = reactive("")
    """One line for the foot of the dashboard."""
    notice_level: reactive[str] = reactive("")
    """How the line is meant: "", "good" or "warning"."""
    hindrance: reactive[Hindrance | None] = reactive(None)
    """What keeps the file from being written."""
    copy_lies: reactive[bool] = reactive(False)
    """Whether another version of the file lies beside it."""

    def __init__(
        self,
        store: Store,
        *,
        lang: Language,
        clock: Callable[[], date],
        new_id: Callable[[str, Collection[str]], str],
    ) -> None:
        super().__init__()
        self._store, self._lang, self._clock, self._new_id = store, lang, clock, new_id
        self._scribe = Scribe()
        self._unsaved: list[Change] = []
        """Asked of the disk, which has not answered yet."""
        self._view = View(GoalFile(), None)
        self.set_reactive(GoalApp.today, clock())

    def _tell_task(self, said: str) -> None:
        """Say it to the task that is open, if one has a line for it."""

    def _apply(
        self, change: "Change", then: Callable[[], None], otherwise: Callable[[], None] = lambda: None
    ) -> None:
        """Save, then show the new goals; a failed save is said, and loses nothing."""
        from smart_tui.app.changes import operation_of
        from smart_tui.app.waiting import Written
        from smart_tui.screens.messages import GoalDecided

        def done(written: Written) -> None:
            self._unsaved.remove(change)
            if isinstance(written.result, StoreError):
                self._complain(written.result, kept=written.kept, decision=isinstance(change, GoalDecided))
                otherwise()
            else:
                self._show_saved(written.result)
                then()
                if written.result.notices:
                    self._say(notices_text(self._lang, written.result.notices), "warning")
                self._tell_parted(written.result)
                self._tell_late(written.late)

        def operation(change: "Change") -> "Operation":
            return operation_of(change, self.file, self.today, self._new_id)

        self._unsaved.append(change)
        self._scribe.ask(lambda: self._waiting.write(change, self.file, operation), done)

    @cached_property
    def _waiting(self) -> "Waiting":
        from smart_tui.app.waiting import Waiting

        return Waiting(self._store, self._lang.code, lambda: self.today)

    def _let_go_of_numbers(self) -> None:
        """No screen tries numbers again that were refused: they go in like any others that wait."""
        if self._store.memory is not None and self._store.memory.waits:
            self._scribe.ask(self._waiting.let_go, self._tell_late)

    def _keep_unsaved(self) -> None:
        self._waiting.keep_unsaved(self._unsaved, self.file)

    def _put_in_late(self) -> None:
        """Add the numbers that could not be saved when they were typed, if any wait."""
        if self._store.memory is not None and self._store.memory.waits:
            self._scribe.ask(self._waiting.put_in, self._tell_late)

    def _tell_late(self, late: "Late | None") -> None:
        if late is None or not (late.put or late.stuck):
            return
        from smart_tui.app.notices import late_notice

        if late.after is not None:
            self._show_saved(late.after)
        told = late_notice(self._lang, late, self.notice)
        self._say(told, "warning" if late.stuck else "good")
        # It may stand where a draft is offered.
        self.set_timer(READ_AFTER, lambda: self._say("") if self.notice == told else None)

    def _tell_parted(self, snapshot: Snapshot) -> None:
        """Say where a person's words are that others had changed meanwhile."""
        if snapshot.conflict is not None:
            from smart_tui.app.past import parted_notice

            self._say(parted_notice(self._lang, snapshot.conflict), "warning")
            self._look_for_copies()

    def _past(self) -> "Past":
        from smart_tui.app.past import Past, Voice

        voice = Voice(self._show_saved, self._say, self._complain, self.push_screen, self._look_for_copies)
        return Past(self._lang, self._store, self._scribe, voice)

    def _look_for_changes(self) -> None:
        if self._scribe.idle:
            self._survey()

    def _survey(self) -> None:
        def done(view: View | None) -> None:
            if view is not None:
                self._show(view)

        self._scribe.ask(lambda: survey_if_changed(self._store, self._view), done)

    def _look_for_copies(self) -> None:
        def look() -> bool:
            from smart_tui.store.copies import is_any

            return is_any(self._store)

        self._scribe.ask(look, partial(setattr, self, "copy_lies"))

    def _look_at_the_clock(self) -> None:
        today = self._clock()
        if today != self.today:
            self.today = today
            self.standings = tuple(standings(self.file, today))

    def _show_saved(self, snapshot: Snapshot) -> None:
        self._show(View(snapshot.file, snapshot.stamp))

    def _show(self, view: View) -> None:
        before, self._view = self.hindrance, view
        self.file, self.hindrance = view.file, view.hindrance
        self.standings = tuple(standings(view.file, self.today))
        if before != view.hindrance:
            self._tell_hindrance(before, view.hindrance)

    def _tell_hindrance(self, before: Hindrance | None, now: Hindrance | None) -> None:
        """Say it to screens that have no panel for it, and say when it is gone."""
        from smart_tui.words.hindrances import mended, why_not

        if now is None:
            late = self._store.memory is not None and self._store.memory.waits  # tells it with what goes in
            self._say(mended(self._lang, before) if before and not late else "")
            self._tell_task(self.notice)
            if before:
                self._put_in_late()
            return
        said = why_not(self._lang, now)
        self._tell_task(said)
        if self.notice_level != "warning":  # why something was not saved says more
            on_dashboard = not self.is_running or len(self.screen_stack) <= 1
            self._say("" if on_dashboard else said, "warning")

    def _complain(self, error: StoreError, *, kept: bool | None = None, decision: bool = False) -> None:
        if isinstance(error, CannotRead):
            wrong = problem_text(self._lang, error.problems[0])
            remedy = self._lang.say("The file cannot be read; nothing is written until it is mended.")
        else:
            wrong, remedy = refusal_text(self._lang, error.code, error.values)
        if kept is not None:
            remedy = (kept_text if kept else not_kept_text)(self._lang, decision=decision)
            if isinstance(error, CannotRead):
                wrong, remedy = remedy, wrong  # the line that is wrong may be longer than the foot
        said = f"{wrong} {remedy}"
        self._tell_task(said)
        self._say(said, "warning")
        self._survey()

    def _say(self, text: str, level: str = "good") -> None:
        self.notice_level = level if text else ""
        self.notice = text

    def _may_write(self) -> bool:
        if self.hindrance is None:
            return True
        from smart_tui.words.hindrances import why_not

        self._say(why_not(self._lang, self.hindrance), "plain")
        return False
