"""The fields' side of the app: what is being typed into them goes to the disk soon, and is offered back."""

from collections.abc import Callable, Collection
from datetime import date

from textual import on
from textual.reactive import reactive

from smart_tui.app.scribe import outcome
from smart_tui.app.typed import Typed
from smart_tui.app.wizard_app import DRAFT_PAUSE, WizardApp
from smart_tui.screens import messages
from smart_tui.store.drafts import Drafts
from smart_tui.store.settings import SettingsFile
from smart_tui.store.store import Store
from smart_tui.words.language import Language


class TypingApp(WizardApp):
    """Keeps what stands in the fields of whichever screen has such."""

    unfinished: reactive[tuple[messages.Typing, ...]] = reactive(())
    """What was being typed when an earlier run ended, the latest first."""

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
        super().__init__(store, drafts, settings, lang=lang, clock=clock, new_id=new_id, new_key=new_key)
        self._typed_into = Typed(drafts)
        self._fields_wait = False

    def on_input_changed(self) -> None:
        """Keep what is typed into a field."""
        self._keep_fields_soon()

    def on_read_field_changed(self) -> None:
        """Keep what is typed into a field that is read back."""
        self._keep_fields_soon()

    def _keep_fields_soon(self) -> None:
        if not self._fields_wait:
            self._fields_wait = True
            self.set_timer(DRAFT_PAUSE, self._keep_fields)

    def _keep_fields(self) -> None:
        self._fields_wait = False
        if self._typed_screens:
            self._scribe.ask(self._keep_typing(), lambda _: None)

    def _keep_typing(self) -> Callable[[], object]:
        """Look at what stands in the fields; what it gives keeps that on the disk."""
        typings = [typing for screen in self._typed_screens for typing in screen.typings()]
        return lambda: outcome(lambda: self._typed_into.keep(typings))

    @property
    def _typed_screens(self) -> list[messages.TypedInto]:
        there = [screen for screen in self.screen_stack if screen.is_mounted]
        return [screen for screen in there if isinstance(screen, messages.TypedInto)]

    def _look_for_unfinished(self) -> None:
        def found(left: tuple[messages.Typing, ...]) -> None:
            self.unfinished = left
            if not left:  # as at nearly every start: nothing is loaded to say nothing
                return
            from smart_tui.app.notices import unfinished_notice

            if said := unfinished_notice(self._lang, left, self.file):
                self._say(said)

        self._scribe.ask(self._typed_into.load, found)

    @on(messages.TypingDone)
    def _typing_done(self, event: messages.TypingDone) -> None:
        self._forget_typing(event.task, event.goal_id)

    def _forget_typing(self, task: messages.Task, goal_id: str | None = None) -> None:
        """Let go of what was typed for a goal, or for all of them."""
        self.unfinished = tuple(
            typing
            for typing in self.unfinished
            if typing.task is not task or goal_id not in {None, typing.goal_id}
        )
        self._scribe.ask(lambda: outcome(lambda: self._typed_into.done(task, goal_id)), lambda _: None)
