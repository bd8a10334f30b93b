"""The wizard's side of the app: drafts that are begun, kept, gone on with and made goals."""

from collections.abc import Callable, Collection
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on
from textual.reactive import reactive

from smart_tui.app.desk import Desk
from smart_tui.app.goal_app import GoalApp
from smart_tui.goals.draft import Draft, Field
from smart_tui.screens import messages
from smart_tui.store.drafts import Drafts
from smart_tui.store.errors import StoreError
from smart_tui.store.settings import SettingsFile
from smart_tui.store.store import Store
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language

if TYPE_CHECKING:
    from smart_tui.app.dialects import Dialects
    from smart_tui.screens.wizard.wizard import Wizard

DRAFT_PAUSE = 0.3
"""Seconds without a key after which the draft is written; never later than a second after the first."""


class WizardApp(GoalApp):
    """Opens the wizard, and keeps what is written in it."""

    draft_kept: reactive[bool] = reactive(False)
    """Whether a draft lies on disk."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        settings: SettingsFile,
        *,
        lang: Language,
        clock: Callable[[], date],
        new_id: Callable[[str, Collection[str]], str],
        new_key: Callable[[], str],
    ) -> None:
        super().__init__(store, lang=lang, clock=clock, new_id=new_id)
        self._settings, self._new_key, self._drafts = settings, new_key, drafts
        self._desk = Desk(
            drafts, self._scribe, kept=self._draft_kept, lies=partial(setattr, self, "draft_kept")
        )
        self._wizard: Wizard | None = None

    @on(messages.NewGoalAsked)
    def _new_goal(self) -> None:
        if self._may_write():
            self._open_wizard(Draft(key=self._new_key(), lang=self._lang.code))

    @on(messages.EditGoalAsked)
    def _edit_goal(self, event: messages.EditGoalAsked) -> None:
        from smart_tui.coach.drafting import draft_of

        if self._may_write():
            self._open_wizard(draft_of(self.file.goals[event.place], self._new_key(), self._lang.code))

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
        self._save_draft(event)

    def _save_draft(self, finished: messages.DraftFinished) -> None:
        """Make the draft a goal of the file; it leaves the desk when the goal is there."""
        title, key = clean_title(finished.goal.title), finished.draft.key
        other = self._desk.put_by not in {None, key}
        said = (
            self._lang.say("saved: {title} · v goes on with the other goal", title=title)
            if other
            else self._lang.say("saved: {title}", title=title)
        )
        before = {goal.id for goal in self.file.goals}

        def saved() -> None:
            self._desk.forget(key)
            self._close_wizard()
            self._say(said)
            made = (goal.id for goal in reversed(self.file.goals) if goal.id not in before)
            self._goal_made(key, finished.base.id if finished.base else next(made, None))

        self._apply(finished, saved)

    def _goal_made(self, draft: str, goal_id: str | None) -> None:
        """Hear which goal a draft became."""

    def _open_wizard(self, draft: Draft, notice: str = "") -> None:
        from smart_tui.app.changes import goal_with_id
        from smart_tui.coach.answers import Setting
        from smart_tui.coach.drafting import rebased, with_base
        from smart_tui.screens.wizard.wizard import Wizard

        self._say("")
        if draft.editing is not None:
            draft = rebased(draft, goal_with_id(self.file, draft.editing))
        dialect, problem = self._dialects.read()
        setting = Setting(with_base(self.file, draft.base), self.today, dialect, self._lang.dates)
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

    def _draft_kept(self, error: StoreError | None) -> None:
        if self._wizard is not None:
            kept, lost = self._lang.say("draft kept"), self._lang.say("the draft could not be kept on disk")
            self._wizard.kept = kept if error is None else lost
