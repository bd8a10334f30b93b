"""The agenda line by line: what is over and took how long, what is on, when the rest begins."""

from collections.abc import Callable, Iterator

from textual.reactive import reactive

from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import MINUTE, PARTS, SHORTEST, Part, Workshop
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import fitted
from smart_tui.words.language import Language
from smart_tui.words.workshop import lettered, minutes_text

TIMES = 6
MINUTES = 8
NARROW = 34
"""Columns below which minutes are told without their unit."""
CHOSEN, ON, DONE = "▌ ", "▶ ", "✓ "


class AgendaLines(Painted):
    """Draws the agenda; `chosen` is the line whose minutes are being changed, None while none is."""

    DEFAULT_CSS = """
    AgendaLines { height: auto; }
    """
    chosen: reactive[int | None] = reactive(None)

    def __init__(
        self, lang: Language, dialect: Dialect, of_day: Callable[[float], str], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._lang, self._dialect, self._of_day = lang, dialect, of_day

    def tell(self, workshop: Workshop, now: float) -> None:
        """Show how things stand."""
        if self.content_size.width:
            self.show(tuple(self._lines(workshop, now)))

    def _lines(self, workshop: Workshop, now: float) -> Iterator[Pieces]:
        width = self.content_size.width
        last = MINUTES // 2 if self._narrow else MINUTES
        room = width - len(ON) - TIMES - last
        at = -1 if workshop.at is None else PARTS.index(workshop.at)
        begins = now
        for place, part in enumerate(PARTS):
            over = workshop.over or place < at
            on = place == at and not workshop.over
            mark = CHOSEN if self.chosen == place else ON if on else DONE if over else "  "
            when = "" if over else self._of_day(begins if not on else now)
            style = "strong" if on or self.chosen == place else "muted" if over else "text"
            minutes = self._minutes(workshop, part, over=over)
            yield (
                ("accent", mark),
                ("muted", fitted(when, TIMES)),
                (style, fitted(lettered(self._lang, part, self._dialect), room)),
                (style, fitted(minutes, last, right=True)),
            )
            if on:
                begins += workshop.clock.left(now) / workshop.clock.speed if workshop.clock else 0
            elif not over:
                begins += workshop.agenda.of(part) * MINUTE / workshop.speed
        total = minutes_text(self._lang, workshop.agenda.total)
        end = "" if workshop.over else self._of_day(begins)
        yield (
            ("muted", "  " + fitted(end, TIMES)),
            ("heading", fitted(self._lang.say("the end"), width - len(ON) - TIMES - MINUTES)),
            ("heading", fitted(total, MINUTES, right=True)),
        )

    def _minutes(self, workshop: Workshop, part: Part, *, over: bool) -> str:
        used = workshop.used.get(part, 0)
        if over and not used:
            return "–"
        minutes = max(SHORTEST, round(used / MINUTE)) if over else workshop.agenda.of(part)
        return str(minutes) if self._narrow else minutes_text(self._lang, minutes)

    @property
    def _narrow(self) -> bool:
        return self.content_size.width < NARROW
