"""One goal at a glance: its title whole, where it stands, what the plan wants, its last numbers."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from rich.cells import cell_len

from smart_tui.goals.standing import Standing
from smart_tui.widgets.bar import bar, bar_of
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import cut, fitted, wrapped
from smart_tui.widgets.theme import STATUS_STYLES
from smart_tui.words.clean import clean
from smart_tui.words.language import Language
from smart_tui.words.numbers import percent
from smart_tui.words.standing import glyph, status_word, time_text, value_of_target
from smart_tui.words.story import checkin_day, checkin_value
from smart_tui.words.weekly import wants_text

BAR_MOST = 48
GAP = 2


class Shown(Struct, frozen=True):
    """What the card shows: a goal on a day, and how many of its last numbers."""

    standing: Standing
    today: date
    recent: int


class GoalCard(Painted):
    """As high as what it says."""

    DEFAULT_CSS = """
    GoalCard { height: 1; }
    """

    def __init__(self, lang: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang = lang
        self._card: Shown | None = None

    def tell(self, standing: Standing, today: date, *, recent: int) -> None:
        """Show a goal."""
        self._card = Shown(standing, today, recent)
        self._paint()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._paint()

    def _paint(self) -> None:
        width = self.content_size.width
        if self._card is None or not width:
            return
        lines = tuple(_card(self._lang, self._card, width))
        self.styles.height = len(lines)
        self.show(lines)


def _card(lang: Language, card: Shown, width: int) -> Iterator[Pieces]:
    standing = card.standing
    style = STATUS_STYLES[standing.status]
    title = clean(standing.goal.title) or lang.say("(no title)")
    yield from ((("strong", line),) for line in wrapped(title, width))
    status = f"{glyph(standing)} {status_word(lang, standing.status)}"
    now = f"{value_of_target(lang, standing)} · {time_text(lang, standing)}"
    room = width - cell_len(status) - GAP
    yield ((f"{style}-bold", status + " " * GAP), ("text", cut(now, room)))
    yield from _bar(lang, standing, width)
    if wants := wants_text(lang, standing):
        yield (("muted", cut(wants, width)),)
    yield from _recent(lang, card, width)


def _bar(lang: Language, standing: Standing, width: int) -> Iterator[Pieces]:
    progress, wanted = bar_of(standing)
    if progress is None:
        return
    said = percent(lang, progress)
    cells = min(width - cell_len(said) - GAP, BAR_MOST)
    if cells > 0:
        style = STATUS_STYLES[standing.status]
        yield (*bar(cells, progress, wanted, style), ("text", " " * GAP + said))


def _recent(lang: Language, card: Shown, width: int) -> Iterator[Pieces]:
    known = [c for c in card.standing.goal.history.checkins if c.date <= card.today]
    latest = sorted(known, key=lambda c: c.date)[-card.recent :] if card.recent else []
    days = [checkin_day(lang, checkin.date, card.today) for checkin in latest]
    values = [checkin_value(lang, card.standing, checkin) for checkin in latest]
    columns = [max(map(cell_len, texts), default=0) for texts in (days, values)]
    if latest:
        yield ()
    for checkin, day, value in zip(latest, days, values, strict=True):
        left = width - sum(columns) - 2 * GAP
        yield (
            ("muted", fitted(day, columns[0]) + " " * GAP),
            ("text", fitted(value, columns[1], right=True) + " " * GAP),
            ("muted", cut(clean(checkin.note or ""), left)),
        )
