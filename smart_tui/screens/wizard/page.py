"""One of the five pages: a letter's question, its fields, the rest behind "more". A function of the view."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.goals.draft import Field, main_fields, more_fields
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.offers import known_offers
from smart_tui.screens.wizard.question import Question
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.asking import FIELD_TEXTS, letter_texts
from smart_tui.words.language import msgid


class Page(Vertical):
    """A letter's page; a subclass says which letter, and what more it offers."""

    DEFAULT_CSS = """
    Page {
        overflow-y: auto;
        padding: 0 2;
        scrollbar-size-vertical: 1;
        .question { text-style: bold; height: auto; }
        .meaning { color: $muted; margin: 0 0 1 0; height: auto; }
        .more { color: $muted; margin: 0 0 1 0; }
        .rest { height: auto; display: none; }
        &.-unfolded .rest { display: block; }
    }
    """
    BINDINGS = [
        Binding(
            "escape",
            "screen.out",
            msgid("letters"),
            id="page.out",
            tooltip=msgid("Out to the letters; again: leave, the draft is kept"),
        ),
    ]
    letter: ClassVar[Letter]

    @dataclass
    class Finished(Message):
        """The person is done with the page's last field."""

        letter: Letter

    def __init__(self, view: View) -> None:
        super().__init__(id=f"page-{self.letter.name.lower()}")
        self._view = view
        self._more = more_fields(self.letter, view.dialect)

    def compose(self) -> ComposeResult:
        """Ask the main fields, then offer the rest."""
        texts = letter_texts(self.letter, self._view.dialect)
        yield Static(content(self._view.lang.say(texts.question)), classes="question")
        yield Static(content(self._view.lang.say(texts.meaning)), classes="meaning")
        for asked in main_fields(self.letter, self._view.dialect):
            yield Question(asked, self._view, self._go_on)
        yield Suggestion(self._more_text(), mark="+", classes="more")
        with Vertical(classes="rest"):
            for asked in self._more:
                yield Question(asked, self._view, self._go_on)
        yield from self.compose_end()

    def compose_end(self) -> Iterator[Widget]:
        """Add what comes after the fields."""
        yield from ()

    def on_mount(self) -> None:
        """Unfold what is answered already."""
        self.set_class(any(map(self._view.is_own, self._more)), "-unfolded")
        self.show(self._view)

    def show(self, view: View) -> None:
        """Paint the page from a view."""
        self._view = view
        for question in self.query(Question):
            asked = question.asked
            coached = view.coached(self.letter, asked)
            question.show(view, (*view.readings(asked), *coached, *self.offers(view, asked)))

    def offers(self, view: View, asked: Field) -> tuple[Offer, ...]:
        """Offer what is known about a field."""
        return known_offers(view, asked)

    def enter(self, asked: Field | None = None) -> None:
        """Put the cursor into a field: when none is named, the first about which something is to be said."""
        if asked is None:
            shown = [question.asked for question in self.query(Question) if self._shows(question)]
            gaps = self._view.gaps(self.letter)
            asked = next((it for it in shown if it in gaps), None) or self.last(shown)
        if asked in self._more:
            self.add_class("-unfolded")
        self.query_one(f"#ask-{asked.name.lower()}", Question).enter()
        self.call_after_refresh(self._begin_at_top)

    def _begin_at_top(self) -> None:
        """Show the question, too, where the field with the cursor leaves room for it."""
        focused = self.screen.focused
        if focused is not None and any(isinstance(it, Question) for it in focused.ancestors):
            self.scroll_home(animate=False, immediate=True)
            self.scroll_to_widget(focused, animate=False, immediate=True)

    def last(self, shown: Sequence[Field]) -> Field:
        """Give the field from which one Enter leaves a letter that is strong."""
        return shown[-1]

    def select_blank(self, asked: Field) -> None:
        """Select the first blank of a field."""
        self.query_one(f"#ask-{asked.name.lower()}", Question).select_blank()

    def take_first(self) -> None:
        """Take the first offer under a field, if there is one."""
        for line in self.query("Question Suggestion").results(Suggestion):
            if line.display and line.parent and line.parent.display:
                line.action_take()
                return

    @on(Suggestion.Taken, ".more")
    def _unfold(self, event: Suggestion.Taken) -> None:
        event.stop()
        self.toggle_class("-unfolded")
        if self.has_class("-unfolded"):
            self.call_after_refresh(self.enter, self._more[0])

    def _go_on(self, asked: Field) -> None:
        shown = [question for question in self.query(Question) if self._shows(question)]
        left, *following = shown[[question.asked for question in shown].index(asked) :]
        if following:
            following[0].enter_at_once()
        else:
            self.screen.set_focus(None)  # what is typed from here on waits for the next page
            left.post_message(self.Finished(self.letter))  # from there: behind the answer

    def _shows(self, question: Question) -> bool:
        folded = question.asked in self._more and not self.has_class("-unfolded")
        return question.display and not folded

    def _more_text(self) -> str:
        lang = self._view.lang
        names = ", ".join(lang.say(FIELD_TEXTS[asked].label).lower().rstrip("?") for asked in self._more)
        return lang.say("more: {names}", names=names)
