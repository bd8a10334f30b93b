"""The end of the update: what was won, what slipped, what to rethink, and the week to be copied."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from smart_tui.goals.standing import Standing
from smart_tui.goals.weekly import Review
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import wrapped
from smart_tui.widgets.theme import STATUS_STYLES
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import glyph
from smart_tui.words.weekly import (
    QUIET_WEEK,
    rethink_text,
    slip_text,
    week_paragraph,
    win_text,
)

TEXT_MOST = 84
INDENT = 2


class ReviewPage(Painted, can_focus=True):
    """Shows the review, and hands out its paragraph."""

    DEFAULT_CSS = """
    ReviewPage { height: 1fr; padding: 1 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", msgid("done"), id="review.leave", tooltip=msgid("Back to the goals")),
        Binding(
            "c",
            "copy",
            msgid("copy the week"),
            id="review.copy",
            tooltip=msgid("Copy the week as a paragraph"),
        ),
        Binding(
            "up,less_than_sign",
            "up",
            msgid("back"),
            id="review.back",
            tooltip=msgid("Up; from the top, back to the last goal"),
        ),
    ]

    @dataclass
    class Left(Message):
        """The person has seen it."""

    @dataclass
    class BackAsked(Message):
        """The person goes back to the last goal."""

    @dataclass
    class Copied(Message):
        """The paragraph is to go to the clipboard."""

        paragraph: str

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang
        self._review = Review((), (), ())
        self._failed = 0
        self.paragraph = ""

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._paint()

    def tell(self, review: Review, today: date) -> None:
        """Show another review."""
        self._review = review
        self.paragraph = week_paragraph(self._lang, review, today)
        self._paint()

    def warn(self, failed: int) -> None:
        """Say that so many numbers are not saved."""
        self._failed = failed
        self._paint()

    def action_leave(self) -> None:
        """Tell the screen."""
        self.post_message(self.Left())

    def action_up(self) -> None:
        """Scroll up; from the top, tell the screen."""
        if self.scroll_offset.y:
            self.scroll_up(animate=False)
        else:
            self.post_message(self.BackAsked())

    def action_copy(self) -> None:
        """Tell the screen."""
        self.post_message(self.Copied(self.paragraph))

    def _paint(self) -> None:
        width = min(self.content_size.width - 1, TEXT_MOST)  # the last cell is the scrollbar's
        if width > 0:
            self.show((*self._warning(), *_parts(self._lang, self._review, width), *self._quoted(width)))

    def _warning(self) -> Iterator[Pieces]:
        if self._failed:
            said = self._lang.count(
                "{n} number is not saved. Enter tries again, Esc leaves without it.",
                "{n} numbers are not saved. Enter tries again, Esc leaves without them.",
                self._failed,
            )
            yield (("alarm", f"! {said}"),)
            yield ()

    def _quoted(self, width: int) -> Iterator[Pieces]:
        yield (("heading", self._lang.say("The week in one paragraph")),)
        yield from ((("guide", "│ "), ("text", line)) for line in wrapped(self.paragraph, width - INDENT))


def _parts(lang: Language, review: Review, width: int) -> Iterator[Pieces]:
    if not any((review.wins, review.slips, review.rethink)):
        yield (("text", lang.say(QUIET_WEEK)),)
        yield ()
    yield from _block(lang.say("Wins"), ((s, win_text(lang, s)) for s in review.wins), width)
    yield from _block(lang.say("Slips"), ((s, slip_text(lang, s)) for s in review.slips), width)
    yield from _block(lang.say("To rethink"), ((s, rethink_text(lang, s)) for s in review.rethink), width)


def _block(heading: str, goals: Iterable[tuple[Standing, str]], width: int) -> Iterator[Pieces]:
    said = tuple(goals)
    if not said:
        return
    yield (("heading", heading),)
    for standing, text in said:
        first, *rest = wrapped(text, width - INDENT)
        yield ((STATUS_STYLES[standing.status], glyph(standing) + " "), ("text", first))
        yield from ((("text", " " * INDENT + line),) for line in rest)
    yield ()
