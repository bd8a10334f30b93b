"""From paper into the file: one sentence for each person, read back while it is typed."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Input, Static

from smart_tui.coach.answers import Setting
from smart_tui.coach.filling import filled, reading_of
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.workshop import Person, Workshop
from smart_tui.screens.wizard.view import View
from smart_tui.screens.workshop.asks import SentenceTyped
from smart_tui.screens.workshop.task import TaskScreen
from smart_tui.widgets.entry import PromptEntry
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clean import clean
from smart_tui.words.coaching import read_as
from smart_tui.words.language import Language, msgid
from smart_tui.words.workshop import person_name


class SentencesScreen(TaskScreen):
    """Enter saves a sentence as that person's goal and asks for the next one; an empty line leaves a person out."""

    DEFAULT_CSS = """
    SentencesScreen {
        align: center middle;
        #sheet { width: 76; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        #title { text-style: bold; }
        Static { height: auto; width: 1fr; }
        #count, #open { color: $muted; }
        #who { margin: 1 0 0 0; text-style: bold; color: $accent; }
        #read { margin: 1 0 0 0; color: $good; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "PromptEntry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", msgid("back"), id="sentences.back", tooltip=msgid("Back to the workshop")),
        Binding("up", "step(-1)", msgid("before"), id="sentences.up", tooltip=msgid("The person before")),
        Binding("down", "step(1)", msgid("next"), id="sentences.down", tooltip=msgid("The next person")),
    ]
    workshop: reactive[Workshop] = reactive(Workshop, always_update=True)
    """Who is there."""
    notice: reactive[str] = reactive("")
    """What was saved, or was not."""

    def __init__(
        self, lang: Language, setting: Callable[[], Setting], draft_for: Callable[[Person], Draft]
    ) -> None:
        super().__init__()
        self._lang, self._setting, self._draft_for = lang, setting, draft_for
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out whose sentence it is, the line, and what is read in it."""
        with Vertical(id="sheet"):
            yield Static(content(self._lang.say("Sentences of the sheets")), id="title")
            yield Static(id="count")
            yield Static(id="who")
            yield PromptEntry(self._enter, placeholder=self._lang.say(FIELD_TEXTS[Field.SENTENCE].hint))
            yield Static(id="read")
            yield Static(id="open")
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Begin with the first who has no goal yet."""
        missing = [place for place, person in enumerate(self.workshop.people) if person.goal is None]
        self._place = missing[0] if missing else 0
        self._paint()

    def watch_workshop(self) -> None:
        """Show who is there now."""
        self._paint()

    def watch_notice(self) -> None:
        """Say it."""
        self._paint()

    def action_step(self, by: int) -> None:
        """Go to another person; what is half typed goes."""
        self._go(self._place + by)

    @on(Input.Changed)
    def _read(self) -> None:
        self._paint()

    def _enter(self) -> None:
        if person := self._person:
            sentence = self.query_one(PromptEntry).value
            if sentence.strip():
                self.post_message(SentenceTyped(person.key, self._draft(person, sentence)))
            if self._place + 1 < len(self.workshop.people):
                self._go(self._place + 1)
            else:
                self.action_leave()

    @property
    def _person(self) -> Person | None:
        people = self.workshop.people
        return people[min(self._place, len(people) - 1)] if people else None

    def _draft(self, person: Person, sentence: str) -> Draft:
        return filled(self._draft_for(person).answered(Field.SENTENCE, sentence), self._setting())

    def _go(self, place: int) -> None:
        self._place = max(0, min(place, len(self.workshop.people) - 1))
        self.query_one(PromptEntry).value = ""
        self._paint()

    def _paint(self) -> None:
        if not self.is_mounted:
            return
        say, person, people = self._lang.say, self._person, self.workshop.people
        if person is None:
            self.query_one("#who", Static).update(content(say("Nobody is in the room yet: p names people.")))
            return
        done = sum(each.goal is not None for each in people)
        count = say("{n} of {count} have a goal", n=done, count=len(people))
        self.query_one("#count", Static).update(content(f"{count} · {self.notice}" if self.notice else count))
        name = clean(person_name(self._lang, person, self._place))
        has = f" · {say('goal written')}" if person.goal else ""
        self.query_one("#who", Static).update(content(name + has))
        self._paint_reading(person, self.query_one(PromptEntry).value)

    def _paint_reading(self, person: Person, sentence: str) -> None:
        said, still = self._readings(person, sentence) if sentence.strip() else ("", "")
        self.query_one("#read", Static).update(content(f"→ {said}" if said else ""))
        self.query_one("#open", Static).update(content(still))

    def _readings(self, person: Person, sentence: str) -> tuple[str, str]:
        """Give what the sentence says, and what it leaves open."""
        setting, draft = self._setting(), self._draft(person, sentence)
        answers = View.of(self._lang, draft, setting).answers
        names = ", ".join(self._lang.say(FIELD_TEXTS[asked].label) for asked in answers.blocking)
        still = self._lang.say("Still open: {names}. It is kept all the same.", names=names)
        return " · ".join(read_as(self._lang, reading_of(draft, setting))), still if names else ""
