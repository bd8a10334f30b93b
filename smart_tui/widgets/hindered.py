"""Why the file can only be looked at: what is wrong, the line with its neighbours, what to press."""

from rich.cells import cell_len
from textual.message import Message
from textual.reactive import var

from smart_tui.goals.hindrance import Hindrance
from smart_tui.widgets.excerpt import excerpt, one_line
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import cut, wrapped
from smart_tui.words.hindrances import Told, told
from smart_tui.words.language import Language

EDGE = 2
INDENT = 4
GAP = 3
MARK = "▲"
KEY = "e"


class Hindered(Painted):
    """Takes the lines that it needs, none while nothing hinders; a click does what its key does."""

    DEFAULT_CSS = """
    Hindered { height: auto; background: $panel; margin: 0 0 1 0; }
    """

    hindrance: var[Hindrance | None] = var(None)
    roomy: var[bool] = var(False)
    """Whether there is room for empty lines."""

    class Clicked(Message):
        """The file is to be opened."""

    def __init__(self, lang: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang = lang
        self.display = False

    def on_resize(self) -> None:
        """Break the words anew."""
        self._paint()

    def watch_hindrance(self) -> None:
        """Say it, or go."""
        self.display = self.hindrance is not None
        self._paint()

    def watch_roomy(self) -> None:
        """Spread out, or not."""
        self._paint()

    def on_click(self) -> None:
        """Open the file where that helps."""
        if self.hindrance is not None and self.hindrance.openable:
            self.post_message(self.Clicked())

    def _paint(self) -> None:
        width = self.content_size.width or self.app.size.width
        if self.hindrance is None:
            return
        words = told(self._lang, self.hindrance)
        blank: tuple[Pieces, ...] = ((),) if self.roomy else ()
        excerpted = (*blank, *self._excerpt(self.hindrance, width)) if self.hindrance.near else ()
        lines = (*blank, *_said(words, width), *excerpted, *blank, *_advice(words, width), *blank)
        self.styles.height = len(lines)
        self.show(lines)

    def _excerpt(self, hindrance: Hindrance, width: int) -> list[Pieces]:
        first = hindrance.first
        if first is None:
            return []
        digits = len(str(hindrance.near[-1][0]))
        room = max(width - INDENT - digits - 2 - EDGE, 1)
        lines: list[Pieces] = []
        for number, text in hindrance.near:
            label = " " * INDENT + f"{number:>{digits}}  "
            if number != first.line:
                lines.append((("muted", label), ("muted", cut(one_line(text[: room * 4]), room))))
                continue
            shown, before = excerpt(text, first.column or 1, room)
            lines.append((("accent", label), ("text", shown)))
            if first.column is not None:
                lines.append((("overdue-bold", " " * (cell_len(label) + before) + MARK),))
        return lines


def _said(words: Told, width: int) -> list[Pieces]:
    """Say what is wrong, and where: at the end of the line as far as it fits, else on the next."""
    title: Pieces = (("alarm", " " * EDGE + "! " + cut(words.title, width - 2 * EDGE - 2)),)
    left = width - cell_len(title[0][1]) - EDGE
    where = next((it for it in words.where if cell_len(it) + GAP <= left), None)
    lines: list[Pieces] = [title]
    if where is not None:
        lines = [(*title, ("muted", " " * (left - cell_len(where)) + where))]
    elif words.where:
        lines.append((("muted", " " * INDENT + cut(words.where[-1], width - INDENT - EDGE)),))
    room = max(width - INDENT - EDGE, 1)
    return lines + [(("text", " " * INDENT + line),) for line in wrapped(words.wrong, room) if line]


def _advice(words: Told, width: int) -> list[Pieces]:
    room = max(width - INDENT - EDGE, 1)
    lines: list[Pieces] = [(("muted", " " * INDENT + line),) for line in wrapped(words.safe, room)]
    if not words.key:
        return lines
    key: Pieces = (("accent", KEY), ("text", " " + words.key))
    last = lines[-1][0][1]
    if cell_len(last) + GAP + cell_len(KEY + words.key) + 1 + EDGE <= width:
        return [*lines[:-1], (*lines[-1], ("muted", " " * GAP), *key)]
    return [*lines, (("text", " " * INDENT), *key)]
