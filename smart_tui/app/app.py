"""The app: owns the store and the current goals, turns each message into one store operation."""

import sys
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from smart_tui.app.ending import Ending
from smart_tui.app.lean import lean_driver
from smart_tui.app.setting_app import SettingApp
from smart_tui.app.survey import survey
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.standing import Standing
from smart_tui.screens import messages
from smart_tui.screens.dashboard import Dashboard
from smart_tui.store.drafts import Drafts
from smart_tui.store.settings import SettingsFile
from smart_tui.store.store import Store
from smart_tui.words.language import Language, msgid
from smart_tui.words.templates import TEMPLATES

if TYPE_CHECKING:
    from smart_tui.app.palette import Item

LOOK_EVERY = 1.0
"""Seconds between two looks at the file for changes by others."""
COPIES_EVERY = 30.0
"""Seconds between two looks for another version of the file beside it."""
MIDNIGHT_EVERY = 20.0
"""Seconds between two looks at the clock for a new day."""


class SmartApp(SettingApp):
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
            priority=True,
        ),
    ]

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
        plain_glyphs: bool = False,
    ) -> None:
        super().__init__(
            store,
            drafts,
            settings,
            lang=Language(lang),
            clock=clock,
            new_id=new_id,
            new_key=new_key,
            plain_glyphs=plain_glyphs,
        )
        self._start_with = start_with
        self._ending = Ending(self, self._desk, self._scribe, self._keep_unsaved, self._keep_typing)
        self._week: Callable[[tuple[Standing, ...]], str] | None = None
        self._show(survey(store))

    @property
    def farewell(self) -> str:
        """What the shell says when the app has ended: the week, as it is on the disk."""
        return self._week(self.standings) if self._week else ""

    def get_driver_class(self) -> type[Driver]:
        """Write to the terminal leanly; end as it should when it goes away, or a signal comes."""
        driver = super().get_driver_class()
        if driver.__module__ == "textual.drivers.web_driver":
            from smart_tui.app.served import served_driver

            driver = served_driver(self._told_to_end)
        elif sys.platform != "win32":
            from smart_tui.app.hangup import watchful_driver

            driver = watchful_driver(driver, self._told_to_end)
        return lean_driver(driver)

    def offered(self, screen: Screen[Any]) -> "Iterator[Item]":
        """Offer in the command palette what can be done here, the goals, what can be set, and first sentences."""
        from smart_tui.app.palette import Item, actions, goals

        yield from actions(self._lang, screen)
        if isinstance(screen, Dashboard):
            yield from goals(self._lang, self.standings, screen.goes_to)
        yield from self.offered_settings(screen)
        for name, sentence in TEMPLATES:
            yield Item(self._lang.say(name), self._lang.say(sentence), partial(self._begin_with, sentence))
        told = self._lang.say("As a picture (SVG), into the folder for downloads")
        yield Item(self._lang.say("Save what the screen shows"), told, self._take_picture)

    def _take_picture(self) -> None:
        self.set_timer(0.1, self.deliver_screenshot)  # once the palette is gone

    def _begin_with(self, sentence: str) -> None:
        if self._may_write():
            draft = Draft(key=self._new_key(), lang=self._lang.code)
            self._open_wizard(draft.answered(Field.SENTENCE, self._lang.say(sentence)))

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

    def _goals_anew(self) -> None:
        dashboard = self.screen_stack[0]
        if isinstance(dashboard, Dashboard):
            dashboard.call_next(dashboard.speak_anew)

    def _screens_anew(self) -> None:
        """Leave what is open as it would be left at an end, and open it again."""
        wizard = self._wizard
        self._keep_fields()
        self._wizard = None
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._goals_anew()
        self._open_again()
        if wizard is not None:
            draft = wizard.draft
            self._open_wizard(replace(draft, lang=self._lang.code) if draft.untouched else draft)
        self._look_for_unfinished()

    def _open_again(self) -> None:
        """Open what lies on the goals in a program of another kind."""

    def on_mount(self) -> None:
        """Start what runs beside the screens."""
        self._write_in_order()
        self.set_interval(LOOK_EVERY, self._look_for_changes)
        self.set_interval(COPIES_EVERY, self._look_for_copies)
        self.set_interval(MIDNIGHT_EVERY, self._look_at_the_clock)
        self._desk.look()
        self._put_in_late()
        self._look_for_unfinished()
        self._look_for_copies()
        if self._start_with is not None:
            self._open_wizard(self._start_with)

    async def settled(self) -> None:
        """Wait until every draft is kept and everything that was asked of the disk is done."""
        self._desk.keep()
        self._keep_fields()
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
        left = [typing for typing in self.unfinished if typing.task is messages.Task.UPDATE]
        screen = weekly_update(self._lang, self.file, self.standings, self.today, left)
        if screen is None:
            self._say(self._lang.say("no goal is waiting for a number"))
            return
        self._say("")
        self._let_go_of_numbers()

        def over(_: object) -> None:
            self._let_go_of_numbers()
            self._forget_typing(messages.Task.UPDATE)

        self.push_screen(
            screen.data_bind(SmartApp.file, SmartApp.standings, SmartApp.notice, SmartApp.notice_level), over
        )

    @on(messages.NumbersEntered)
    def _take_numbers(self, event: messages.NumbersEntered) -> None:
        def saved() -> None:
            self._say(self._lang.say("saved"))
            event.answer(True)

        self._keep_fields_soon()
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
