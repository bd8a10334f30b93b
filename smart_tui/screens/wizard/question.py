"""One field of a page: its label, what was typed, how it is read, what is offered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from smart_tui.coach.answers import CHOICES, Answers
from smart_tui.coach.rewriting import blanks_of
from smart_tui.goals.draft import Field
from smart_tui.screens.wizard.view import OFFERS, Offer, View
from smart_tui.widgets.choice import Choice
from smart_tui.widgets.entry import Entry, PromptEntry
from smart_tui.widgets.long_entry import LongEntry
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.asking import FIELD_TEXTS, LONG_TEXTS
from smart_tui.words.language import Language, msgid
from smart_tui.words.readings import choice_text, echo

LISTS = frozenset({Field.PAST, Field.MILESTONES})
DOWN_AND_UP = [
    Binding(
        "down",
        "app.focus_next",
        msgid("down"),
        id="question.down",
        tooltip=msgid("Next field or offer"),
        show=False,
    ),
    Binding(
        "up",
        "app.focus_previous",
        msgid("up"),
        id="question.up",
        tooltip=msgid("Field or offer before"),
        show=False,
    ),
]


class NextEntry(PromptEntry):
    """A field from which Enter goes on."""

    BINDINGS = [
        Binding("enter", "submit", msgid("next"), id="question.next", tooltip=msgid("Go to the next field")),
        *DOWN_AND_UP,
    ]


class ListEntry(NextEntry):
    """A field for several numbers: a column pasted from a table keeps them apart."""

    def on_paste(self, event: Paste) -> None:
        """Take each line as an item."""
        event.prevent_default()
        event.stop()
        lines = (" ".join(line.split()) for line in event.text.splitlines())
        self.replace("; ".join(filter(None, lines)), *self.selection)


class NextLongEntry(LongEntry):
    """A field of several lines, from which Tab goes on, and the arrows where there is no further line."""

    BINDINGS = [
        Binding("tab", "go_on", msgid("next"), id="question.on", tooltip=msgid("Go to the next field")),
    ]

    def __init__(self, text: str, go_on: Callable[[], None]) -> None:
        super().__init__(text)
        self._go_on = go_on

    def action_go_on(self) -> None:
        """Leave the text as it is."""
        self._go_on()

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  # Textual's signature
        """Go down a line, from the end of the last one to what follows."""
        before = self.cursor_location
        super().action_cursor_down(select)
        if not select and self.cursor_location == before:
            self.screen.focus_next()

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  # Textual's signature
        """Go up a line, from the start of the first one to what comes before."""
        before = self.cursor_location
        super().action_cursor_up(select)
        if not select and self.cursor_location == before:
            self.screen.focus_previous()


class NextChoice(Choice):
    """A choice from which Enter goes on at once."""

    def __init__(self, names: Sequence[str], go_on: Callable[[], None], *, chosen: int | None) -> None:
        super().__init__(names, chosen=chosen)
        self._go_on = go_on

    def action_go_on(self) -> None:
        """Keep what is chosen."""
        self._go_on()


class Question(Vertical):
    """Asks for one field. It holds no state of its own: `show` paints it from a view."""

    DEFAULT_CSS = """
    Question {
        height: auto;
        margin: 0 0 1 0;
        .label { height: 1; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        /* Says nothing new, but Textual looks for what the focus restyles only within what has such a rule. */
        &:focus-within { color: $foreground; }
        &:focus-within .label { color: $foreground; text-style: bold; }
    }
    """

    @dataclass
    class Answered(Message):
        """The person typed."""

        asked: Field
        text: str

    @dataclass
    class Took(Message):
        """The person took what was offered."""

        asked: Field
        offer: Offer

    def __init__(self, asked: Field, view: View, gone_on: Callable[[Field], None]) -> None:
        super().__init__(id=f"ask-{asked.name.lower()}")
        self.asked = asked
        self._gone_on = gone_on
        self._view = view
        self._offers: tuple[Offer, ...] = ()
        self._known = view.draft.text(asked)
        self._on_its_way: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out label, field and offers."""
        yield Static(classes="label")
        yield self._field()
        for _ in range(OFFERS):
            yield Suggestion()

    def on_mount(self) -> None:
        """Paint for the first time."""
        self.show(self._view, ())

    def show(self, view: View, offers: Sequence[Offer]) -> None:
        """Paint the reading and the offers; what was typed stays as it is, unless it was changed elsewhere."""
        before = self._view.draft.text(self.asked)
        self._view, self._offers = view, tuple(offers)
        self.query_one(".label", Static).update(_label(self.asked, view))
        for entry in self.query(Entry):
            entry.marks = view.marks(self.asked)
        for line, offer in zip(self.query(Suggestion), [*offers, *[None] * OFFERS], strict=False):
            line.offer(offer.says if offer else "")
        text = view.draft.text(self.asked)
        if self._is_news(text, before):
            self._write(text)
        for choice in self.query(Choice):
            choice.chosen = _place(self.asked, text)
            choice.implied = _implied(self.asked, view.answers)

    def enter(self) -> None:
        """Put the cursor here; what is to be seen with it is the page's to know, once it has its size."""
        self._entered.focus(scroll_visible=False)

    def enter_at_once(self) -> None:
        """Put the cursor here before the next key is looked at; only for what is shown already."""
        self.screen.set_focus(self._entered)

    @property
    def _entered(self) -> Widget:
        return next(iter(self.query("Entry, LongEntry, Choice")))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Input.Changed | TextArea.Changed) -> None:
        event.stop()
        self._tell(event.value if isinstance(event, Input.Changed) else event.text_area.text)

    def _tell(self, text: str) -> None:
        if text != self._known:
            self._known = text
            self._on_its_way.append(text)
            self.post_message(self.Answered(self.asked, text))

    def _is_news(self, text: str, before: str) -> bool:
        """Whether the draft was changed elsewhere: it may only be behind what is being typed here."""
        if text in self._on_its_way:
            del self._on_its_way[: self._on_its_way.index(text) + 1]
            return False
        return text != self._known and not (self._on_its_way and text == before)

    def _write(self, text: str) -> None:
        self._known = text
        self._on_its_way.clear()
        for entry in self.query(Entry):
            with entry.prevent(Input.Changed):
                entry.value = text
                entry.cursor_position = len(text)
        for area in self.query(LongEntry):
            with area.prevent(TextArea.Changed):
                area.text = text

    @on(Choice.Changed)
    def _chose(self, event: Choice.Changed) -> None:
        event.stop()
        self.post_message(self.Answered(self.asked, list(CHOICES[self.asked])[event.place].value))

    def _go_on(self) -> None:
        for entry in self.query(Entry):
            self._tell(entry.value)  # before anybody hears that the person has gone on
        if not self._goes_to_blank():
            self._gone_on(self.asked)

    @on(Suggestion.Taken)
    def _take(self, event: Suggestion.Taken) -> None:
        event.stop()
        place = list(self.query(Suggestion)).index(event.suggestion)
        self._entered.focus()
        self.post_message(self.Took(self.asked, self._offers[place]))

    def _field(self) -> Entry | LongEntry | Choice:
        asked, lang = self.asked, self._view.lang
        hint, text = FIELD_TEXTS[asked].hint, self._view.draft.text(asked)
        if asked in CHOICES:
            return NextChoice(_names(lang, asked), self._go_on, chosen=_place(asked, text))
        if asked in LONG_TEXTS:
            return NextLongEntry(text, self._go_on)
        entry = ListEntry if asked in LISTS else NextEntry
        return entry(self._go_on, text, placeholder=content(lang.say(hint)) if hint else "")

    def select_blank(self) -> None:
        """Select the first blank of a sentence: what is typed takes its place."""
        self._goes_to_blank()

    def _goes_to_blank(self) -> bool:
        """Select the next blank, if one is left and the person is not standing on it."""
        for entry in self.query(Entry):
            blanks = blanks_of(entry.value)
            if not blanks:
                continue
            blank = entry.selection._replace(start=blanks[0][0], end=blanks[0][1])
            if entry.selection != blank:
                entry.selection = blank
                return True
        return False


def _names(lang: Language, asked: Field) -> list[str]:
    return [choice_text(lang, choice) for choice in CHOICES[asked]]


def _place(asked: Field, text: str) -> int | None:
    return (
        next((i for i, choice in enumerate(CHOICES[asked]) if choice.value == text), None) if text else None
    )


def _implied(asked: Field, answers: Answers) -> int | None:
    derived: dict[Field, StrEnum | None] = {
        Field.KIND: answers.kind,
        Field.DIRECTION: answers.direction,
        Field.CADENCE: answers.cadence,
        Field.HORIZON: answers.horizon,
    }
    implied = derived.get(asked)
    return None if implied is None else list(CHOICES[asked]).index(implied)


def _label(asked: Field, view: View) -> Content:
    said = view.read_back(asked) or echo(view.lang, asked, view.answers)
    style = "$behind" if asked in view.answers.doubts else "$good"
    mark = "▲ " if asked in view.answers.doubts else ""
    label = content(view.lang.say(FIELD_TEXTS[asked].label))
    return (
        Content.assemble(label, "   ", (mark + content(said).plain, f"not bold {style}")) if said else label
    )
