"""How far the update has come: a line at the top, and beside the page, where there is room, every goal."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message

from smart_tui.screens.weekly.answer import Answer
from smart_tui.widgets.bar import bar
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import cut, fitted
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language

GAP = 2
HERE, DONE, PASSED, REFUSED, TO_COME = "▸", "✓", "–", "!", "·"


class Progress(Painted):
    """Names the screen, and says "3 of 10" with a thin bar before it."""

    DEFAULT_CSS = """
    Progress { height: 2; }
    """

    def __init__(self, lang: Language, title: str, total: int) -> None:
        super().__init__()
        self._lang, self._title, self._total, self._at = lang, title, total, 0

    def on_resize(self) -> None:
        """Draw the bar as long as there is room."""
        self._paint()

    def go(self, at: int) -> None:
        """Show the goal at a place, from 0; past the last one, all are done."""
        self._at = at
        self._paint()

    def _paint(self) -> None:
        width = self.content_size.width
        said = self._lang.say("{n} of {total}", n=min(self._at + 1, self._total), total=self._total)
        room = max(width - 4 * GAP - cell_len(self._title) - cell_len(said), 0)
        gap = ("text", " " * GAP)
        if width and self._total:
            drawn = bar(room, self._at / self._total, None, "good")
            self.show(((gap, ("accent", self._title), gap, *drawn, gap, ("muted", said)),))


class RoundList(Painted):
    """Every goal of the update: what was entered, where the person is, what is to come."""

    DEFAULT_CSS = """
    RoundList { background: $panel; padding: 1 2; }
    """

    @dataclass
    class Chosen(Message):
        """A goal was clicked."""

        place: int

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang
        self._answers: tuple[Answer, ...] = ()
        self._at = 0

    def on_resize(self) -> None:
        """Cut the titles anew."""
        self._paint()

    def on_click(self, event: events.Click) -> None:
        """Go to the goal under the mouse."""
        place = event.y - 1 + self.scroll_offset.y
        if 0 <= place < len(self._answers):
            self.post_message(self.Chosen(place))

    def tell(self, answers: Sequence[Answer], at: int) -> None:
        """Show all goals, the cursor on one."""
        self._answers, self._at = tuple(answers), at
        self._paint()

    def _paint(self) -> None:
        width = self.content_size.width
        if width:
            self.show(
                tuple(
                    _line(self._lang, answer, width, here=i == self._at)
                    for i, answer in enumerate(self._answers)
                )
            )
            self.scroll_to(y=self._at - self.content_size.height // 2, animate=False)


def _line(lang: Language, answer: Answer, width: int, *, here: bool) -> Pieces:
    mark, style = _mark(answer, here=here)
    title = clean_title(answer.goal.title) or lang.say("(no title)")
    entered = cut(answer.taken[0] or (lang.say("no change") if answer.passed else ""), width // 3)
    room = width - cell_len(mark) - 1 - (cell_len(entered) + GAP if entered else 0)
    ink = "strong" if here else "text" if answer.passed else "muted"
    return (
        (style, mark + " "),
        (ink, fitted(title, room)),
        ("muted" if answer.wanted is None else "text", " " * GAP + entered if entered else ""),
    )


def _mark(answer: Answer, *, here: bool) -> tuple[str, str]:
    if answer.failed:
        return REFUSED, "overdue"
    if here:
        return HERE, "accent"
    if not answer.passed:
        return TO_COME, "muted"
    return (DONE, "good") if answer.wanted is not None else (PASSED, "muted")
