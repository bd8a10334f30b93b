"""The room's view in a terminal of its own: it reads what the facilitator's program keeps, and changes nothing."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import work
from textual.binding import Binding
from textual.reactive import reactive

from smart_tui.app.themed import ThemedApp
from smart_tui.coach.answers import Setting
from smart_tui.coach.drafting import draft_of
from smart_tui.coach.filling import filled
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import GoalFile
from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import Workshop
from smart_tui.screens.wizard.view import View
from smart_tui.screens.workshop.room import RoomScreen
from smart_tui.store.drafts import Drafts
from smart_tui.store.errors import CannotRead
from smart_tui.store.store import Store
from smart_tui.store.workshops import Workshops
from smart_tui.widgets.room import Ours
from smart_tui.words.clauses import clauses
from smart_tui.words.language import Language, msgid

INVITE = "invite"
"""What the room reads of how guests come in."""
LOOK_EVERY = 0.3
"""Seconds between two looks at what the facilitator did."""


def ours_of(lang: Language, draft: Draft | None, setting: Setting, invite: str = "") -> Ours:
    """Say the group's goal so far, clause by clause: what is being written, else the main goal of the file."""
    if draft is None:
        if setting.file.main is None:
            return Ours(invite=invite)
        draft = draft_of(setting.file.main, "main", lang.code)
    view = View.of(lang, filled(draft, setting), setting)
    return Ours(draft.text(Field.SENTENCE).strip(), clauses(view.goal_lang, view.answers), invite)


class RoomApp(ThemedApp):
    """Follows the workshop of one goal file."""

    TITLE = "smart-tui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding(
            "q,escape,ctrl+q",
            "quit",
            msgid("leave"),
            id="room.quit",
            tooltip=msgid("Close the room's view"),
            priority=True,
        ),
    ]

    workshop: reactive[Workshop] = reactive(Workshop, always_update=True)
    """How things stand."""
    ours: reactive[Ours] = reactive(Ours)
    """The group's goal so far."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        workshops: Workshops,
        *,
        lang: Language,
        dialect: Dialect,
        clock: Callable[[], date],
        now: Callable[[], float],
        plain_glyphs: bool = False,
    ) -> None:
        super().__init__()
        self._store, self._drafts, self._workshops = store, drafts, workshops
        self._lang, self._dialect, self._clock, self._now = lang, dialect, clock, now
        self.plain_glyphs = plain_glyphs
        self.set_reactive(RoomApp.workshop, workshops.load() or Workshop())

    def get_default_screen(self) -> RoomScreen:
        """Show the room's view, from which nothing is led here."""
        screen = WatchingScreen(self._lang, self._dialect, self._now)
        return screen.data_bind(RoomApp.workshop, RoomApp.ours)

    def on_mount(self) -> None:
        """Follow what the facilitator does."""
        self._follow()

    @work
    async def _follow(self) -> None:
        while True:
            seen = await asyncio.to_thread(self._look)
            if seen is not None:
                workshop, self.ours = seen
                if workshop != self.workshop:
                    self.workshop = workshop
            await asyncio.sleep(LOOK_EVERY)

    def _look(self) -> tuple[Workshop, Ours] | None:
        workshop = self._workshops.load()
        if workshop is None:
            return None
        setting = Setting(self._file(), self._clock(), self._dialect, self._lang.dates)
        invite = self._workshops.guests().get(INVITE, "")
        return workshop, ours_of(self._lang, self._draft(workshop), setting, invite)

    def _draft(self, workshop: Workshop) -> Draft | None:
        payload = self._drafts.load(workshop.main_draft) if workshop.main_draft else None
        return (
            None
            if payload is None or workshop.main_draft is None
            else Draft.from_payload(workshop.main_draft, payload)
        )

    def _file(self) -> GoalFile:
        try:
            return self._store.read().file
        except CannotRead:
            return GoalFile()


class WatchingScreen(RoomScreen, inherit_bindings=False):
    """The room's view where nobody sits at the keyboard."""
