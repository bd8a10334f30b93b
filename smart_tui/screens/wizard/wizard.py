"""The wizard: owns the draft, the step bar and the keys, and shows one of the five pages."""

from asyncio import Lock

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Paste
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.coach.answers import Setting
from smart_tui.coach.drafting import goal_of
from smart_tui.coach.filling import filled
from smart_tui.coach.rewriting import blanks_of
from smart_tui.goals.draft import Draft, Field, letter_of
from smart_tui.goals.model import Goal
from smart_tui.goals.terms import Letter
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import DraftFinished, DraftLeft, DraftTyped, GoalPutAside
from smart_tui.screens.wizard.achievable import AchievablePage
from smart_tui.screens.wizard.coach import CoachLine, CoachPanel, verdict_content
from smart_tui.screens.wizard.examples import ExampleLines, ExamplePanel
from smart_tui.screens.wizard.explained import field_explained, letter_explained
from smart_tui.screens.wizard.keys import WIZARD_KEYS
from smart_tui.screens.wizard.measurable import MeasurablePage
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.question import Question
from smart_tui.screens.wizard.relevant import RelevantPage
from smart_tui.screens.wizard.so_far import SoFar
from smart_tui.screens.wizard.specific import SpecificPage
from smart_tui.screens.wizard.timebound import TimeBoundPage
from smart_tui.screens.wizard.view import View
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.step_bar import LETTERS, StepBar
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clean import clean
from smart_tui.words.language import Language

PAGES: dict[Letter, type[Page]] = {
    page.letter: page for page in (SpecificPage, MeasurablePage, AchievablePage, RelevantPage, TimeBoundPage)
}


class Wizard(Screen[None]):
    """Five screens, one draft. Nothing blocks going back; every answer is kept as it was typed."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Wizard {
        background: $background;
        #body { height: 1fr; }
        #pages { width: 1fr; height: 1fr; }
        #notice { height: auto; padding: 0 2; color: $behind; display: none; }
        #side { display: none; width: 40; padding: 1 2; background: $panel; overflow-y: auto; }
        &.-wide #side { display: block; }
        &.-wide CoachLine { display: none; }
        &.-wide ExampleLines { display: none; }
        &.-wide StepBar { margin: 1 0; }
        &.-wide Page { padding: 0 4 0 2; }
        &.-high #body { margin: 0 0 1 0; }
        &.-high CoachLine { margin: 0 0 1 0; }
        &.-high SoFar { margin: 0 0 1 0; }
        &.-low #sentence { text-wrap: nowrap; text-overflow: ellipsis; }
        &.-low #clauses { max-height: 2; }
        &.-low TimeBoundPage Question { margin: 0; }
        &.-low ExampleLines.-last { display: none; }
    }
    """
    BINDINGS = [*WIZARD_KEYS]

    kept: reactive[str] = reactive("")
    """Says that the draft is safe, once it is; the app sets it."""
    notice: reactive[str] = reactive("")
    """Says what went wrong with saving; the app sets it."""

    def __init__(self, lang: Language, draft: Draft, setting: Setting, base: Goal | None = None) -> None:
        super().__init__()
        self._lang, self._setting, self._base = lang, setting, base
        draft = filled(draft, setting)
        self._opened_with = draft
        self._view = View.of(lang, draft, setting)
        self._turning = Lock()
        self._typed_ahead: list[Key | Paste] = []

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._view.draft

    def compose(self) -> ComposeResult:
        """Lay out step bar, page, examples, the goal so far and the keys."""
        yield StepBar(self._lang, self._setting.dialect)
        with Horizontal(id="body"):
            yield Vertical(id="pages")
            with Vertical(id="side"):
                yield CoachPanel()
                yield ExamplePanel()
        yield CoachLine()
        yield SoFar(self._lang)
        yield ExampleLines()
        yield Static(id="notice")
        yield KeyBar(self._lang, focus_first=True)

    async def on_mount(self) -> None:
        """Show the letter where the person was, and what there is to say at once."""
        self.watch_notice(self.notice)
        await self._go(self.draft.letter)
        if self.draft.letter is Letter.SPECIFIC and blanks_of(self.draft.text(Field.SENTENCE)):
            await self._go(Letter.SPECIFIC, Field.SENTENCE)
            self.query_one(SpecificPage).select_blank(Field.SENTENCE)

    @on(Key)
    @on(Paste)
    def _keep_for_the_page(self, event: Key | Paste) -> None:
        """Keep what is typed before the page is there."""
        if self.focused is None:
            event.stop()
            self._typed_ahead.append(event)

    def watch_focused(self, focused: Widget | None) -> None:
        """Give what was typed meanwhile to the field where the person is now."""
        if focused is not None:
            ahead, self._typed_ahead = self._typed_ahead, []
            for event in ahead:
                focused.post_message(event)

    def watch_notice(self, notice: str) -> None:
        """Say it above the keys."""
        line = self.query_one("#notice", Static)
        line.display = bool(notice)
        line.update(content(notice))

    def watch_kept(self) -> None:
        """Say it beside the goal so far."""
        if self.is_mounted:
            self.query_one(SoFar).keep(self.kept)

    @on(Question.Answered)
    def _answer(self, event: Question.Answered) -> None:
        self._take(filled(self.draft.answered(event.asked, event.text), self._setting))

    @on(Question.Took)
    async def _take_offer(self, event: Question.Took) -> None:
        """Do what was offered; a new sentence is gone on with in its first blank."""
        offer, draft = event.offer, self.draft
        for asked, text in offer.fills:
            draft = draft.answered(asked, text)
        if offer.fills:
            self._take(filled(draft, self._setting))
        if offer.then:
            serves = self._view.answers.title if offer.worth else None
            self.post_message(GoalPutAside(offer.then, serves or "", offer.worth))
            self.notice = self._lang.say("Kept for later: {sentence}", sentence=clean(offer.then))
        if offer.saves:
            await self.action_save()
        elif Field.SENTENCE in dict(offer.fills):
            await self._go(Letter.SPECIFIC, Field.SENTENCE)
            self.query_one(SpecificPage).select_blank(Field.SENTENCE)
        elif offer.goes_to is not None:
            await self._go(letter_of(offer.goes_to, self._setting.dialect), offer.goes_to)

    @on(Page.Finished)
    async def _finish_page(self, event: Page.Finished) -> None:
        if event.letter is LETTERS[-1]:
            self.query_one(TimeBoundPage).finish()
        else:
            await self._go(LETTERS[LETTERS.index(event.letter) + 1])

    @on(StepBar.Chosen)
    async def _choose_letter(self, event: StepBar.Chosen) -> None:
        await self._go(event.letter, enter=False)

    @on(StepBar.Entered)
    async def _enter_letter(self) -> None:
        await self._go(self.draft.letter)

    @on(TimeBoundPage.JumpAsked)
    async def _jump(self, event: TimeBoundPage.JumpAsked) -> None:
        await self._go(letter_of(event.asked, self._setting.dialect), event.asked)

    @on(TimeBoundPage.SaveAsked)
    async def action_save(self) -> None:
        """Make the draft a goal, or go to what keeps it from being one."""
        blocking = self._view.answers.blocking
        if blocking:
            await self._go(letter_of(blocking[0], self._setting.dialect), blocking[0])
            names = ", ".join(self._lang.say(FIELD_TEXTS[asked].label) for asked in blocking)
            self.notice = self._lang.say("Needed before it can be saved: {names}", names=names)
            return
        self.notice = ""
        goal = goal_of(self._view.answers, self.draft.editing or "", self._base)
        self.post_message(DraftFinished(self.draft, goal, self._base))

    def action_out(self) -> None:
        """Go out of the fields onto the letters; from there, leave."""
        bar = self.query_one(StepBar)
        if self.focused is bar:
            self.post_message(DraftLeft(self.draft))
        else:
            bar.focus()

    async def action_turn(self, by: int) -> None:
        """Go to the letter after or before."""
        place = LETTERS.index(self.draft.letter) + by
        if 0 <= place < len(LETTERS):
            await self._go(LETTERS[place])

    async def action_jump(self, place: int) -> None:
        """Go to a letter."""
        await self._go(LETTERS[place])

    def action_take_first(self) -> None:
        """Take what the page offers first."""
        for page in self.query(Page):
            if page.display:
                page.take_first()

    def action_help(self) -> None:
        """Explain the field and the letter, and say what can be done here."""
        parts = [verdict_content(self._lang, self._view.review.verdicts[self.draft.letter])]
        parts.insert(0, letter_explained(self._lang, self.draft.letter, self._view.dialect))
        asked = next((it.asked for it in self.query(Question) if it.has_focus_within), None)
        if asked is not None:
            parts.insert(0, field_explained(self._lang, asked))
        self.app.push_screen(HelpScreen(self._lang, self, Content("\n\n").join(parts)))

    def _take(self, draft: Draft) -> None:
        self._view = View.of(self._lang, draft, self._setting)
        self.notice = ""
        self._paint()
        self.post_message(DraftTyped(draft))

    async def _go(self, letter: Letter, asked: Field | None = None, *, enter: bool = True) -> None:
        """Turn to a letter's page; of keys pressed faster than pages are made, the last one counts."""
        self._turn(letter)
        async with self._turning:
            page = await self._page(letter)
            if letter is self.draft.letter:
                for other in self.query(Page):
                    other.display = other is page
                self._paint()
                if enter:
                    page.enter(asked)

    def _turn(self, letter: Letter) -> None:
        if letter is not self.draft.letter:
            self._view = replace(self._view, draft=self.draft.at(letter))
            if self.draft.texts != self._opened_with.texts:
                self.post_message(DraftTyped(self.draft))

    async def _page(self, letter: Letter) -> Page:
        """Give a letter's page, made when it is first shown."""
        for page in self.query(PAGES[letter]):
            return page
        page = PAGES[letter](self._view)
        page.display = False
        await self.query_one("#pages").mount(page)
        return page

    def _paint(self) -> None:
        for page in self.query(Page):
            if page.display:  # one that is still being made has nothing to paint
                page.show(self._view)
        bar = self.query_one(StepBar)
        bar.current = self.draft.letter
        bar.marks = {letter: self._view.mark(letter) for letter in LETTERS}
        self.query_one(CoachPanel).show(self._view)
        self.query_one(CoachLine).show(self._view)
        self.query_one(ExamplePanel).show(self._view)
        examples = self.query_one(ExampleLines)
        examples.show(self._view)
        examples.set_class(self.draft.letter is LETTERS[-1], "-last")
        self.query_one(SoFar).show(self._view)
