"""Who is in the room, one line each, with a cursor: done or not, goal or not."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.reactive import reactive

from smart_tui.goals.workshop import Person, Workshop
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import cut
from smart_tui.words.clean import clean
from smart_tui.words.language import Language, msgid
from smart_tui.words.workshop import person_name

EDGE = 2


class PeopleList(Painted, can_focus=True):
    """Draws the people; what is done with one of them is the screen's to know."""

    DEFAULT_CSS = """
    PeopleList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", msgid("down"), id="people.down", tooltip=msgid("Down"), show=False),
        Binding("up,k", "move(-1)", msgid("up"), id="people.up", tooltip=msgid("Up"), show=False),
    ]
    cursor: reactive[int] = reactive(0)
    """The line where the cursor is."""

    def __init__(self, lang: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang = lang
        self._workshop = Workshop()

    @property
    def selected(self) -> Person | None:
        """The person under the cursor."""
        people = self._workshop.people
        return people[min(self.cursor, len(people) - 1)] if people else None

    def tell(self, workshop: Workshop) -> None:
        """Show who is there."""
        self._workshop = workshop
        self._paint()

    def on_resize(self) -> None:
        """Lay the new room out."""
        self._paint()

    def watch_cursor(self) -> None:
        """Show it."""
        self._paint()

    def watch_has_focus(self, _focused: bool) -> None:  # noqa: FBT001  # Textual's signature
        """Show the cursor where keys go."""
        super().watch_has_focus(_focused)
        self._paint()

    def on_click(self, event: Click) -> None:
        """Put the cursor there."""
        place = event.y + self.scroll_offset.y
        if place < len(self._workshop.people):
            self.cursor = place

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        last = len(self._workshop.people) - 1
        self.cursor = max(0, min(self.cursor + by, last))
        if self.cursor < self.scroll_offset.y or self.cursor >= self.scroll_offset.y + self.size.height:
            self.scroll_to(y=max(0, self.cursor - self.size.height + 1), animate=False)

    def _paint(self) -> None:
        if self.is_mounted and self.content_size.width:
            people = self._workshop.people
            self.show(tuple(self._line(place, person) for place, person in enumerate(people)))

    def _line(self, place: int, person: Person) -> Pieces:
        part, on = (
            self._workshop.at,
            self.has_focus and place == min(self.cursor, len(self._workshop.people) - 1),
        )
        ready = part is not None and part in person.ready
        name = clean(person_name(self._lang, person, place))
        tail = (
            self._lang.say("goal written")
            if person.goal
            else self._lang.say("in the browser")
            if person.guest
            else ""
        )
        room = self.content_size.width - EDGE - 2 - (len(tail) + 2 if tail else 0)
        shown = cut(name, room)
        gap = " " * max(1, room - len(shown))
        return (
            ("accent", "▌ " if on else "  "),
            ("good", "● ") if ready else ("muted", "○ "),
            ("strong" if on else "text", shown),
            ("muted", f"{gap}{tail}"),
        )
