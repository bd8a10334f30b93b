"""The calm top: whose goals these are, what day it is, how many stand where."""

from collections import Counter
from datetime import date

from rich.cells import cell_len
from textual.reactive import var

from smart_tui.goals.hindrance import Hindrance
from smart_tui.goals.model import GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Status
from smart_tui.widgets.bar import Piece
from smart_tui.widgets.painted import Painted, Pieces, width_of
from smart_tui.widgets.plain_text import cut
from smart_tui.widgets.theme import STATUS_STYLES
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import heading_date
from smart_tui.words.language import Language
from smart_tui.words.standing import GLYPHS, status_word

NAME = "smart"
EDGE = 2
"""Empty cells at the left and at the right."""
COUNTED = (
    Status.OVERDUE,
    Status.AT_RISK,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.ACHIEVED,
    Status.NOT_STARTED,
    Status.DRAFT,
    Status.MISSED,
    Status.DROPPED,
)
"""What shouts comes first."""
GAP = 3
TALL = 5


class Header(Painted):
    """Four lines where there is room; one where there is not."""

    DEFAULT_CSS = """
    Header { height: 2; }
    """

    file: var[GoalFile] = var(GoalFile)
    standings: var[tuple[Standing, ...]] = var(())
    today: var[date] = var(date.min)
    hindrance: var[Hindrance | None] = var(None)

    def __init__(self, lang: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang = lang

    def on_resize(self) -> None:
        """Lay the new room out."""
        self._paint()

    def watch_file(self) -> None:
        """Show another title."""
        self._paint()

    def watch_standings(self) -> None:
        """Count again."""
        self._paint()

    def watch_hindrance(self) -> None:
        """Say whether the goals can be changed."""
        self._paint()

    def watch_today(self) -> None:
        """Show another day."""
        self._paint()

    def _paint(self) -> None:
        width, height = self.content_size
        statuses = Counter(standing.status for standing in self.standings)
        if not width or self.today == date.min:
            return
        day = heading_date(self._lang, self.today)
        if height >= TALL:
            top = _ends(self._whose(width - cell_len(day)), (("muted", day),), width)
            named = counts(self._lang, statuses, width - 2 * EDGE)
            self.show(((), top, (), (("text", " " * EDGE), *named), ()))
        else:
            short = counts(self._lang, statuses, 0)
            self.show((_ends(self._whose(width - width_of(short)), short, width),))

    def _whose(self, room: int) -> Pieces:
        only_read = " " * EDGE + self._lang.say("read-only") if self.hindrance else ""
        room -= len(NAME) + 3 * EDGE + cell_len(only_read)
        title = cut(clean_title(self.file.title or ""), max(room, 0))
        titled = (("text", " " * EDGE + title),) if title else ()
        return (("text", " " * EDGE), ("accent", NAME), *titled, ("alarm", only_read))


def counts(lang: Language, statuses: Counter[Status], width: int) -> Pieces:
    """Say how many goals stand where: as many with their words as fit, the others with their signs alone."""
    present = [status for status in COUNTED if statuses[status]]
    words = {status: " " + status_word(lang, status) for status in present}
    while words and width_of(_row(statuses, present, words)) > width:
        words.popitem()
    return _row(statuses, present, words)


def _row(statuses: Counter[Status], present: list[Status], words: dict[Status, str]) -> Pieces:
    pieces: list[Piece] = []
    for status in present:
        pieces += [("text", " " * GAP)] * bool(pieces)
        pieces += [(STATUS_STYLES[status], GLYPHS[status] + " "), ("strong", str(statuses[status]))]
        pieces.append(("muted", words.get(status, "")))
    return tuple(pieces)


def _ends(left: Pieces, right: Pieces, width: int) -> Pieces:
    gap = width - width_of(left) - width_of(right) - EDGE
    return (*left, ("text", " " * gap), *right) if gap > 0 else left
