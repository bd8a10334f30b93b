"""A field that reads what is typed back at once; what can be read two ways is offered, never guessed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from smart_tui.screens.readings import ASK, Reader, Reading, shown
from smart_tui.widgets.entry import Entry
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.language import msgid

T = TypeVar("T")

OFFERS = 2
SIGNS = frozenset({"less_than_sign", "at"})
"""Keys that no number and no date needs: the screen's, where the field lets them through."""


class ReadEntry(Entry):
    """The line itself. Enter is answered within the key press: the next digits belong to what is asked next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", msgid("next"), id="field.next", tooltip=msgid("Take this and go on")),
    ]

    @dataclass
    class SignPressed(Message):
        """A sign was typed that the field has no use for."""

        key: str

    def __init__(self, enter: Callable[[], None], *, placeholder: str, signs: frozenset[str]) -> None:
        super().__init__(placeholder=placeholder)
        self._enter, self._signs = enter, signs

    async def on_key(self, event: events.Key) -> None:
        """Go on, or hand the screen a key that a field would swallow."""
        if event.key != "enter" and event.key not in self._signs:
            return
        event.prevent_default()
        event.stop()
        if event.key == "enter":
            self._enter()
        else:
            self.post_message(self.SignPressed(event.key))


class ReadField(Vertical, Generic[T]):
    """One line, its reading, and the offers. `done` is called when the person goes on, and nothing is unclear."""

    DEFAULT_CSS = """
    ReadField {
        height: auto;
        .reading { height: auto; padding: 0 0 0 2; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else is typed, or was taken."""

    def __init__(
        self,
        read: Reader[T],
        done: Callable[[], None],
        *,
        hint: str = "",
        signs: frozenset[str] = frozenset(),
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._read, self._done, self._hint, self._signs = read, done, hint, signs
        self._reading: Reading[T] = Reading()

    def compose(self) -> ComposeResult:
        """Lay out the line, its reading and the offers."""
        yield ReadEntry(self._go_on, placeholder=self._hint, signs=self._signs)
        yield Static(classes="reading")
        for _ in range(OFFERS):
            yield Suggestion()

    def on_mount(self) -> None:
        """Read the empty field."""
        self._show(self._read(""))

    @property
    def text(self) -> str:
        """What is typed."""
        return self._entry.value

    @property
    def value(self) -> T | None:
        """What it means, None where nothing is typed or it is not clear."""
        return self._read(self.text).value

    @property
    def settled(self) -> bool:
        """Whether nothing stands in the way of going on."""
        return self.value is not None or not self.text.strip()

    def ask(self, read: Reader[T], text: str = "", *, hint: str | None = None) -> None:
        """Ask for something else, with what was typed before."""
        self._read = read
        if hint is not None:
            self._entry.placeholder = hint
        self._write(text)

    def fill(self, text: str) -> None:
        """Put in what was typed before."""
        self._write(text)

    def enter(self) -> None:
        """Put the cursor here."""
        self._entry.focus()

    def refuse(self, why: str) -> None:
        """Say why there is no going on, and put the cursor here."""
        self._show(Reading(None, why, ASK, self._reading.offers))
        self.enter()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(self._read(self.text))
        self.post_message(self.Changed())

    @on(Suggestion.Taken)
    def _take(self, event: Suggestion.Taken) -> None:
        event.stop()
        self._write(self._reading.offers[list(self.query(Suggestion)).index(event.suggestion)].typed)
        self.enter()
        self._go_on()

    def _go_on(self) -> None:
        if self.settled:
            self._done()
        else:
            self.enter()

    @property
    def _entry(self) -> ReadEntry:
        return self.query_one(ReadEntry)

    def _write(self, text: str) -> None:
        self._entry.value = text
        self._entry.cursor_position = len(text)
        self._show(self._read(text))

    def _show(self, reading: Reading[T]) -> None:
        self._reading = reading
        line = self.query_one(".reading", Static)
        line.display = bool(reading.says)
        line.update(shown(reading.says, reading.style))
        offers = [offer.says for offer in reading.offers] + [""] * OFFERS
        for suggestion, says in zip(self.query(Suggestion), offers, strict=False):
            suggestion.offer(says)
