"""The app of a workshop: goals that are written in it, its screens, its papers, its guests."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual import on, work
from textual.reactive import reactive

from smart_tui.app.inviting import Wished
from smart_tui.app.leading_app import LeadingApp
from smart_tui.app.room import ours_of
from smart_tui.app.scribe import outcome
from smart_tui.coach.answers import Setting
from smart_tui.coach.drafting import draft_of, goal_of
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.goals.workshop import Person
from smart_tui.screens import messages
from smart_tui.screens.wizard.view import View
from smart_tui.screens.workshop import asks
from smart_tui.screens.workshop.agenda import AgendaScreen
from smart_tui.screens.workshop.clarity import ClarityScreen
from smart_tui.screens.workshop.facilitator import FacilitatorScreen
from smart_tui.screens.workshop.line import parking_screen, people_screen
from smart_tui.screens.workshop.room import RoomScreen
from smart_tui.screens.workshop.sentences import SentencesScreen
from smart_tui.widgets.room import Ours
from smart_tui.words.workshop import part_name

if TYPE_CHECKING:
    from smart_tui.app.guests import Invitation


class WorkshopApp(LeadingApp):
    """A workshop over one goal file."""

    ours: reactive[Ours] = reactive(Ours)
    """The group's goal so far."""

    def __init__(
        self,
        *arguments: Any,
        of_day: Callable[[float], str],
        guests: Wished,
        **more: Any,
    ) -> None:
        super().__init__(*arguments, **more)
        self._of_day, self._wished = of_day, guests
        self._dialect = Dialect.RELEVANT
        self._invitation: Invitation | None = None
        self._authors: dict[str, str] = {}
        """Whose goal a draft is."""

    def on_mount(self) -> None:
        """Open the facilitator's view on top of the goals."""
        self._dialect, _ = self._dialects.read()
        self._tell_ours()
        self._open_again()
        if self.workshop.at is not None and not self.workshop.over:
            name = part_name(self._lang, self.workshop.at, self._dialect)
            self._say(self._lang.say("The workshop goes on where it was: {part}", part=name))
        if self._wished.at_once or (self._workshops.guests() and not self.workshop.over):
            self._invite(shown=False)

    def _open_again(self) -> None:
        screen = FacilitatorScreen(self._lang, self._dialect, self._now, self._of_day)
        self.push_screen(screen.data_bind(WorkshopApp.workshop, WorkshopApp.ours, WorkshopApp.notice))

    async def on_unmount(self) -> None:
        """Let nobody in any more."""
        if self._invitation is not None:
            await self._invitation.close()

    def watch_file(self) -> None:
        """Show the main goal as it is now."""
        if self.is_running:
            self._tell_ours()

    @on(messages.ClarityHeard)
    def _keep_clarity(self, event: messages.ClarityHeard) -> None:
        self._apply(event, lambda: self._say(self._lang.say("saved")))

    @on(asks.SentenceTyped)
    def _take_sentence(self, event: asks.SentenceTyped) -> None:
        answers = View.of(self._lang, event.draft, self._setting()).answers
        self._authors[event.draft.key] = event.key
        self._save_draft(messages.DraftFinished(event.draft, goal_of(answers, ""), None))

    def _write_main(self) -> None:
        if self._may_write():
            draft = self._main_draft()
            self._put(replace(self.workshop, main_draft=draft.key))
            at = self.workshop.at
            self._open_wizard(draft.at(at.letter if at and at.letter else Letter.SPECIFIC))

    @on(asks.PersonGoalAsked)
    def _write_theirs(self, event: asks.PersonGoalAsked) -> None:
        person = self.workshop.person(event.key)
        if person is None or not self._may_write():
            return
        goal = next((goal for goal in self.file.goals if goal.id == person.goal), None)
        draft = draft_of(goal, self._new_key(), self._lang.code) if goal else self._draft_for(person)
        self._authors[draft.key] = person.key
        self._open_wizard(draft)

    @on(asks.SheetsAsked)
    def _write_sheets(self) -> None:
        from smart_tui.app.reporting import outcome_text, write_papers
        from smart_tui.reports.papers.harvest import harvest_of

        harvest = harvest_of(self.workshop, self.file, self.today, self._dialect)

        def job() -> Path | OSError:
            try:
                return write_papers(harvest, self._lang, self._store.path.absolute())
            except OSError as error:
                return error

        def done(result: Path | OSError) -> None:
            self._say(outcome_text(self._lang, result), "good" if isinstance(result, Path) else "warning")

        self._scribe.ask(job, done)

    @on(asks.ScreenAsked)
    def _open(self, event: asks.ScreenAsked) -> None:
        match event.name:
            case "main":
                self._write_main()
            case "view":
                self._change_view()
            case "agenda":
                last = self._workshops.times()
                agenda = AgendaScreen(self._lang, self._dialect, self._now, self._of_day, last)
                self.push_screen(agenda.data_bind(WorkshopApp.workshop))
            case "guests":
                self._invite(shown=True)
            case "park":
                self.push_screen(parking_screen(self._lang).data_bind(WorkshopApp.workshop))
            case "people":
                self.push_screen(people_screen(self._lang).data_bind(WorkshopApp.workshop))
            case "sentences" if self._may_write():
                sentences = SentencesScreen(self._lang, self._setting, self._draft_for)
                self.push_screen(sentences.data_bind(WorkshopApp.workshop, WorkshopApp.notice))
            case "clarity" if self._may_write():
                clarity = ClarityScreen(self._lang, self.workshop)
                self.push_screen(clarity.data_bind(WorkshopApp.file, WorkshopApp.notice))

    @on(messages.DraftTyped)
    def _show_ours(self, event: messages.DraftTyped) -> None:
        if event.draft.key == self.workshop.main_draft:
            self._tell_ours(event.draft)

    def _save_draft(self, finished: messages.DraftFinished) -> None:
        if finished.draft.key == self.workshop.main_draft:
            finished.goal = replace(finished.goal, main=True)
        super()._save_draft(finished)

    def _goal_made(self, draft: str, goal_id: str | None) -> None:
        workshop = self.workshop
        if draft == workshop.main_draft:
            workshop = replace(workshop, main_draft=None)
        person = workshop.person(self._authors.pop(draft, ""))
        self._put(workshop.welcomes(replace(person, goal=goal_id)) if person else workshop)
        self._tell_ours()

    @work(exclusive=True, group="guests")
    async def _invite(self, *, shown: bool) -> None:
        """Open the page for guests, if it is not open yet, and show how they come in."""
        from smart_tui.web.extra import install_text, missing_packages

        if missing := missing_packages(("aiohttp", "segno")):
            self._say(" ".join(install_text(self._lang, missing)), "warning")
            return
        from smart_tui.app.guests import GuestDesk, Invitation, Reception
        from smart_tui.web.guest_server import CannotServe, why_not

        if self._invitation is None:
            reception = Reception(
                lambda: self.workshop,
                self._setting,
                self._show_workshop,
                self._workshops.keep,
                self._show_saved,
                self._new_id,
            )
            desk = GuestDesk(self._store, self._drafts, self._scribe, reception)
            invitation = Invitation(desk, self._lang, self._wished, self._workshops.guests())
            try:
                await invitation.open()
            except CannotServe as error:
                self._say(why_not(self._lang, error), "warning")
                return
            self._invitation = invitation
            payload = invitation.as_payload()
            self._scribe.ask(lambda: outcome(lambda: self._workshops.keep_guests(payload)), self._kept)
            self.ours = replace(self.ours, invite=invitation.said)
        if shown:
            self.push_screen(self._invitation.screen().data_bind(WorkshopApp.workshop))

    def _change_view(self) -> None:
        if isinstance(self.screen, RoomScreen):
            self.pop_screen()
        else:
            screen = RoomScreen(self._lang, self._dialect, self._now)
            self.push_screen(screen.data_bind(WorkshopApp.workshop, WorkshopApp.ours))

    def _main_draft(self) -> Draft:
        """Give the group's goal as it was left, else as the file has it, else an empty one."""
        key = self.workshop.main_draft
        kept = self._drafts.load(key) if key else None
        if key and kept is not None:
            return Draft.from_payload(key, kept)
        main, new = self.file.main, self._new_key()
        return draft_of(main, new, self._lang.code) if main else Draft(key=new, lang=self._lang.code)

    def _draft_for(self, person: Person) -> Draft:
        """Begin somebody's goal: it serves the main goal (rows 13, 21)."""
        draft = Draft(key=self._new_key(), lang=self._lang.code).answered(Field.OWNER, person.name)
        main = self.file.main
        return draft.answered(Field.SUPPORTS, main.id) if main else draft

    def _setting(self) -> Setting:
        return Setting(self.file, self.today, self._dialect, self._lang.dates)

    def _tell_ours(self, draft: Draft | None = None) -> None:
        if draft is None and (key := self.workshop.main_draft) and (kept := self._drafts.load(key)):
            draft = Draft.from_payload(key, kept)
        self.ours = ours_of(
            self._lang, draft, self._setting(), self._invitation.said if self._invitation else ""
        )
