"""The app: owns the store and the current goals, turns each message into one store operation."""

import sys
from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.reactive import reactive
from textual.screen import Screen

from smart_tui.app.desk import Desk
from smart_tui.app.ending import Ending
from smart_tui.app.goal_app import GoalApp
from smart_tui.app.lean import lean_driver
from smart_tui.app.scribe import outcome
from smart_tui.app.survey import survey
from smart_tui.app.typed import Typed
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.standing import Standing
from smart_tui.screens import messages
from smart_tui.screens.dashboard import Dashboard
from smart_tui.store.drafts import Drafts
from smart_tui.store.settings import SettingsFile
from smart_tui.store.store import Store
from smart_tui.widgets.theme import OWN_VARIABLES, THEMES
from smart_tui.words.clean import clean_title
from smart_tui.words.language import language, msgid

if TYPE_CHECKING:
    from smart_tui.app.dialects import Dialects
    from smart_tui.screens.wizard.wizard import Wizard

DRAFT_PAUSE = 0.3
"""Seconds without a key after which the draft is written; never later than a second after the first."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the file for changes by others."""
COPIES_EVERY = 30.0
"""Seconds between two looks for another version of the file beside it."""
MIDNIGHT_EVERY = 20.0
"""Seconds between two looks at the clock for a new day."""


class SmartApp(GoalApp):
    """The switchboard. Today, clock, store and randomness come through the constructor."""

    TITLE = "smart-tui"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [
        Binding(
            "ctrl+q",
            "quit",
            msgid("quit"),
            id="app.quit",
            tooltip=msgid("Leave; everything is saved"),
            show=False,
        ),
    ]

    draft_kept: reactive[bool] = reactive(False)
    """Whether a draft lies on disk."""
    unfinished: reactive[messages.Typing | None] = reactive(None)
    """What was being typed for a goal when an earlier run was told to end."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        settings: SettingsFile,
        *,
        lang: str,
        clock: Callable[[], date],
        new_id: Callable[[str, Collection[str]], str],
        new_key: Callable[[], str],
        start_with: Draft | None = None,
    ) -> None:
        super().__init__(store, language(lang), clock, new_id)
        self._settings, self._new_key, self._start_with = settings, new_key, start_with
        self._desk = Desk(drafts, self._scribe, kept=self._draft_kept, lies=self._draft_lies)
        self._left_typing = Typed(drafts)
        self._ending = Ending(self, self._desk, self._scribe, self._keep_unsaved, self._keep_typing)
        self._wizard: Wizard | None = None
        self._week: Callable[[tuple[Standing, ...]], str] | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self._show(survey(store))

    @property
    def farewell(self) -> str:
        """What the shell says when the app has ended: the week, as it is on the disk."""
        return self._week(self.standings) if self._week else ""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the styles their own colours in every theme."""
        return dict(OWN_VARIABLES)

    def get_driver_class(self) -> type[Driver]:
        """Write to the terminal leanly; end as it should when it goes away, or a signal comes."""
        driver = super().get_driver_class()
        if sys.platform != "win32":
            from smart_tui.app.hangup import watchful_driver

            driver = watchful_driver(driver, self._told_to_end)
        return lean_driver(driver)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer in the command palette what Textual does, and the other SMART."""
        yield from super().get_system_commands(screen)
        yield from self._dialects.commands()

    def get_default_screen(self) -> Dashboard:
        """Open on the dashboard."""
        return Dashboard(self._lang).data_bind(
            file=SmartApp.file,
            standings=SmartApp.standings,
            today=SmartApp.today,
            notice=SmartApp.notice,
            notice_level=SmartApp.notice_level,
            draft_kept=SmartApp.draft_kept,
            hindrance=SmartApp.hindrance,
            copy_lies=SmartApp.copy_lies,
            unfinished=SmartApp.unfinished,
        )

    def on_mount(self) -> None:
        """Start what runs beside the screens."""
        self._write_in_order()
        self.set_interval(LOOK_EVERY, self._look_for_changes)
        self.set_interval(COPIES_EVERY, self._look_for_copies)
        self.set_interval(MIDNIGHT_EVERY, self._look_at_the_clock)
        self._desk.look()
        self._put_in_late()
        self._scribe.ask(lambda: self._left_typing.latest(self.file), self._offer_unfinished)
        self._look_for_copies()
        if self._start_with is not None:
            self._open_wizard(self._start_with)

    async def settled(self) -> None:
        """Wait until every draft is kept and everything that was asked of the disk is done."""
        self._desk.keep()
        await self._scribe.finished()

    async def action_quit(self) -> None:
        """Leave once everything is on the disk."""
        # Behind what screens have asked for already: a burst of keys may end in this one.
        self.call_later(self._leave)

    def _told_to_end(self, number: int) -> None:
        # The driver is made before anything else here.
        self._ending.told(number)

    async def _leave(self) -> None:
        await self.settled()
        self.exit()

    @on(messages.NewGoalAsked)
    def _new_goal(self) -> None:
        if self._may_write():
            self._open_wizard(Draft(key=self._new_key(), lang=self._lang.code))

    @on(messages.EditGoalAsked)
    def _edit_goal(self, event: messages.EditGoalAsked) -> None:
        from smart_tui.coach.drafting import draft_of

        if self._may_write():
            self._open_wizard(draft_of(self.file.goals[event.place], self._new_key(), self._lang.code))

    @on(messages.OpenFileAsked)
    def _open_file(self) -> None:
        from smart_tui.app.mending import edit

        problem = self.hindrance.first if self.hindrance else None
        said = edit(self._lang, self._store.path.absolute(), problem, self.suspend)
        self._say(said, "warning")
        self._look_for_changes()

    @on(messages.WritingRefused)
    def _refuse(self) -> None:
        self._may_write()

    @on(messages.DraftAsked)
    def _open_draft(self) -> None:
        draft = self._desk.latest()
        if draft is not None and self._may_write():
            self._open_wizard(draft)

    @on(messages.DraftDiscarded)
    def _discard_draft(self) -> None:
        draft = self._desk.latest()
        if draft is not None:
            self._desk.forget(draft.key)

    @on(messages.DraftTyped)
    def _typed(self, event: messages.DraftTyped) -> None:
        if self._desk.idle:
            self.set_timer(DRAFT_PAUSE, self._desk.keep)
        self._desk.lay(event.draft)

    @on(messages.GoalPutAside)
    def _put_aside(self, event: messages.GoalPutAside) -> None:
        draft = Draft(key=self._new_key(), lang=self._lang.code)
        for asked, text in (
            (Field.SENTENCE, event.sentence),
            (Field.SUPPORTS, event.supports),
            (Field.WORTH, event.worth),
        ):
            draft = draft.answered(asked, text) if text else draft
        self._desk.put_aside(draft)

    @on(messages.DraftLeft)
    def _leave_draft(self, event: messages.DraftLeft) -> None:
        if event.draft.untouched:
            self._desk.forget(event.draft.key)
        self._desk.keep()
        self._close_wizard()

    @on(messages.DraftFinished)
    def _finish_draft(self, event: messages.DraftFinished) -> None:
        title, other = clean_title(event.goal.title), self._desk.put_by not in {None, event.draft.key}
        said = (
            self._lang.say("saved: {title} · v goes on with the other goal", title=title)
            if other
            else self._lang.say("saved: {title}", title=title)
        )

        def saved() -> None:
            self._desk.forget(event.draft.key)
            self._close_wizard()
            self._say(said)

        self._apply(event, saved)

    @on(messages.CheckInMade)
    @on(messages.CheckInChanged)
    def _check_in(self, event: messages.CheckInMade | messages.CheckInChanged) -> None:
        self._apply(event, lambda: self._say(self._lang.say("saved · u undoes")))

    @on(messages.GoalDecided)
    def _decide(self, event: messages.GoalDecided) -> None:
        from smart_tui.app.notices import decision_notice

        before = self.standings
        self._apply(event, lambda: self._say(decision_notice(self._lang, event, before, self.standings)))

    @on(messages.WeeklyUpdateAsked)
    def _update(self) -> None:
        from smart_tui.screens.weekly.weekly import weekly_update

        if not self._may_write():
            return
        screen = weekly_update(self._lang, self.file, self.standings, self.today)
        if screen is None:
            self._say(self._lang.say("no goal is waiting for a number"))
            return
        self._say("")
        self._let_go_of_numbers()
        self.push_screen(
            screen.data_bind(SmartApp.file, SmartApp.standings, SmartApp.notice, SmartApp.notice_level),
            lambda _: self._let_go_of_numbers(),
        )

    @on(messages.NumbersEntered)
    def _take_numbers(self, event: messages.NumbersEntered) -> None:
        def saved() -> None:
            self._say(self._lang.say("saved"))
            event.answer(True)

        self._apply(event, saved, lambda: event.answer(False))

    @on(messages.WeekReviewed)
    def _keep_review(self, event: messages.WeekReviewed) -> None:
        self._week = event.told

    @on(messages.GoalDeleted)
    def _delete_goal(self, event: messages.GoalDeleted) -> None:
        self._apply(event, lambda: self._say(self._lang.say("deleted · u undoes")))

    @on(messages.MainGoalChosen)
    def _choose_main(self, event: messages.MainGoalChosen) -> None:
        if self._may_write():
            self._apply(event, lambda: self._say(self._lang.say("saved · u undoes")))

    @on(messages.ActionsAsked)
    def _show_actions(self, event: messages.ActionsAsked) -> None:
        from smart_tui.screens.actions import ActionsScreen

        screen = ActionsScreen(self._lang, self.file.goals[event.place], self.today)
        self.push_screen(screen.data_bind(SmartApp.file, SmartApp.notice, SmartApp.notice_level))

    @on(messages.ActionsChanged)
    def _change_actions(self, event: messages.ActionsChanged) -> None:
        self._apply(event, lambda: self._say(self._lang.say("saved · u undoes")), event.refused)

    @on(messages.UndoAsked)
    def _undo(self, event: messages.UndoAsked) -> None:
        if self._may_write():
            self._past().undo(self.file, again=event.again)

    @on(messages.MergeAsked)
    def _offer_merge(self) -> None:
        self._past().offer()

    @on(messages.ReportAsked)
    def _report(self, event: messages.ReportAsked) -> None:
        from smart_tui.app.reporting import outcome_text, write_report

        def job() -> Path | OSError:
            try:
                return write_report(event, self.file, self.today, self._lang, self._store.path.absolute())
            except OSError as error:
                return error

        def done(result: Path | OSError) -> None:
            self._say(outcome_text(self._lang, result), "good" if isinstance(result, Path) else "warning")

        self._scribe.ask(job, done)

    @work(name="scribe")
    async def _write_in_order(self) -> None:
        await self._scribe.work()

    def _keep_typing(self) -> Callable[[], object]:
        """Look at what stands in the fields; what it gives keeps that on the disk."""
        screens = [screen for screen in self.screen_stack if isinstance(screen, messages.TypedInto)]
        typings = [screen.typing for screen in screens if screen.typing is not None]
        return lambda: [outcome(partial(self._left_typing.keep, typing)) for typing in typings]

    def _offer_unfinished(self, typing: messages.Typing | None) -> None:
        from smart_tui.app.changes import goal_with_id
        from smart_tui.words.pending import unfinished_text

        self.unfinished = typing
        if typing is not None and (goal := goal_with_id(self.file, typing.goal_id)):
            self._say(unfinished_text(self._lang, goal.title, typing.fields.values()))

    @on(messages.TypingDone)
    def _forget_typing(self, event: messages.TypingDone) -> None:
        self.unfinished = None
        self._scribe.ask(lambda: outcome(lambda: self._left_typing.forget(event.goal_id)), lambda _: None)

    def _open_wizard(self, draft: Draft, notice: str = "") -> None:
        from smart_tui.app.changes import goal_with_id, with_base
        from smart_tui.coach.answers import Setting
        from smart_tui.coach.drafting import rebased
        from smart_tui.screens.wizard.wizard import Wizard

        self._say("")
        if draft.editing is not None:
            draft = rebased(draft, goal_with_id(self.file, draft.editing))
        dialect, problem = self._dialects.read()
        setting = Setting(with_base(self.file, draft.base), self.today, dialect)
        self._wizard = Wizard(self._lang, draft, setting, draft.base)
        self._wizard.set_reactive(Wizard.notice, problem or notice)
        self.push_screen(self._wizard)

    @cached_property
    def _dialects(self) -> "Dialects":
        from smart_tui.app.dialects import Dialects

        return Dialects(
            self._lang, self._settings, self._scribe, switched=self._ask_anew, refused=self._not_switched
        )

    def _ask_anew(self, said: str) -> None:
        """Say which SMART is asked for now; a wizard that is open goes on in it."""
        if self._wizard is not None:
            draft = self._wizard.draft
            self._close_wizard()
            self._open_wizard(draft, said)
        self._say(said)

    def _not_switched(self, why: str) -> None:
        self._tell_task(why)
        self._say(why, "warning")

    def _tell_task(self, said: str) -> None:
        if self._wizard is not None:
            self._wizard.notice = said

    def _close_wizard(self) -> None:
        if self._wizard is not None:
            self._wizard.dismiss()
            self._wizard = None

    def _draft_kept(self, well: bool) -> None:  # noqa: FBT001  # the desk's own signature
        if self._wizard is not None:
            kept, lost = self._lang.say("draft kept"), self._lang.say("the draft could not be kept on disk")
            self._wizard.kept = kept if well else lost

    def _draft_lies(self, lies: bool) -> None:  # noqa: FBT001  # the desk's own signature
        self.draft_kept = lies
