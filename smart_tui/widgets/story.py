"""The selected goal's story: beside the list where there is room, three lines of it below where there is not."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.reactive import var

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Kind
from smart_tui.widgets.bar import bar, bar_of
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import cut, fitted, wrapped
from smart_tui.widgets.theme import STATUS_STYLES
from smart_tui.words.language import Language, msgid
from smart_tui.words.line import Line
from smart_tui.words.numbers import percent
from smart_tui.words.story import Story, story

LABEL_GAP = 2
BAR_MOST = 60
CHART_HEIGHT = 11
CHART_FIRST = 30
"""From so many lines on, the chart stands among the numbers; on fewer, below what there is to read."""
TEXT_MOST = 96
"""Longer lines are hard to read."""


class StoryPane(Painted, can_focus=False):
    """Shows a goal's story, whole or in brief."""

    DEFAULT_CSS = """
    StoryPane { background: $panel; padding: 1 2 1 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "down,j", "scroll_down", msgid("down"), show=False, id="story.down", tooltip=msgid("Read on")
        ),
        Binding("up,k", "scroll_up", msgid("up"), show=False, id="story.up", tooltip=msgid("Read back")),
        Binding("g", "scroll_home", msgid("top"), show=False, id="story.top", tooltip=msgid("Go to the top")),
        Binding("G", "scroll_end", msgid("end"), show=False, id="story.end", tooltip=msgid("Go to the end")),
    ]

    place: var[int | None] = var(None)
    standings: var[tuple[Standing, ...]] = var(())
    today: var[date] = var(date.min)
    brief: var[bool] = var(False)

    def __init__(self, lang: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang = lang
        self._told: Story | None = None
        self._chart: tuple[Pieces, ...] = ()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._paint()

    def watch_place(self) -> None:
        """Tell another goal's story, from its beginning."""
        self.scroll_to(y=0, animate=False)
        self._paint()

    def watch_standings(self) -> None:
        """Tell it anew."""
        self._paint()

    def watch_today(self) -> None:
        """Tell it as of another day."""
        self._paint()

    def watch_brief(self) -> None:
        """Tell more or less of it."""
        self._paint()

    def _paint(self) -> None:
        width = self._width
        if width <= 0:
            return
        if self.place is None or self.place >= len(self.standings):
            self.show(())
            return
        standing = self.standings[self.place]
        self._told = story(self._lang, standing, self.standings, self.today)
        # A chart is drawn once the rest is on the screen; until then its room is kept.
        self._chart = ((),) * CHART_HEIGHT if not self.brief and has_chart(standing) else ()
        if self._chart:
            self.call_after_refresh(self._draw, self._told)
        self._lay_out(width)

    @property
    def _width(self) -> int:
        """Cells for the text; where it scrolls, the last one is the scrollbar's."""
        return min(self.content_size.width - self.can_focus, TEXT_MOST)

    def _draw(self, told: Story) -> None:
        """Draw the chart, if its story is still the one that is told."""
        if told is not self._told or self.place is None:
            return
        from smart_tui.goals.forecast import forecast_of
        from smart_tui.widgets.goal_chart import goal_chart
        from smart_tui.words.forecast import chance_lines

        width = self._width
        standing = self.standings[self.place]
        forecast = forecast_of(standing.tally) if standing.status.running else None
        self._chart = goal_chart(self._lang, standing, forecast, (width, CHART_HEIGHT))
        if forecast is not None:
            lines = chance_lines(self._lang, forecast)
            self._chart += ((), *laid_out(lines, width, STATUS_STYLES[standing.status]))
        self._lay_out(width)

    def _lay_out(self, width: int) -> None:
        if self._told is None or self.place is None:
            return
        told, standing, height = self._told, self.standings[self.place], self.content_size.height
        # Beside the list it does not scroll: to come and go, a scrollbar has the whole screen laid out anew.
        scrolls, style = self.can_focus, STATUS_STYLES[standing.status]
        if self.brief:
            lines = tuple(_brief(told, standing, width))
        else:
            above = (*_top(self._lang, told, standing, width), *_blocks((told.numbers,), width, style))
            read = tuple(_blocks((told.sums, told.leads, told.letters, told.plan), width, style))
            below = _blocks((told.result, told.decisions, told.checkins), width, style)
            drawn = ((), *self._chart) if self._chart else ()
            fits = scrolls or len(above) + len(read) + len(drawn) <= height
            lines = (*above, *drawn, *read) if height >= CHART_FIRST else (*above, *read, *drawn * fits)
            lines = (*lines, *below)
        self.show(lines if scrolls else lines[:height])


def has_chart(standing: Standing) -> bool:
    """Whether there is something to draw."""
    goal = standing.goal
    dated = goal.start is not None and goal.deadline is not None and goal.deadline >= goal.start
    counts = goal.measurable.kind is not Kind.YES_NO and standing.goal_line is not None
    return dated and counts and standing.last_checkin is not None


def _top(lang: Language, told: Story, standing: Standing, width: int) -> Iterator[Pieces]:
    style = STATUS_STYLES[standing.status]
    yield from laid_out(told.heading, width, style)
    yield ()
    yield from laid_out(told.status, width, style)
    yield from _bar(lang, standing, width)


def _blocks(blocks: Iterable[Sequence[Line]], width: int, style: str) -> Iterator[Pieces]:
    for block in blocks:
        if block:
            yield ()
            yield from laid_out(block, width, style)


def _brief(told: Story, standing: Standing, width: int) -> Iterator[Pieces]:
    style = STATUS_STYLES[standing.status]
    yield from laid_out(told.status[:1], width, style)
    yield (("muted", cut(" · ".join(f"{line.label} {line.text}" for line in told.numbers), width)),)


def _bar(lang: Language, standing: Standing, width: int) -> Iterator[Pieces]:
    progress, wanted = bar_of(standing)
    if progress is None:
        return
    said = percent(lang, progress)
    cells = min(width - cell_len(said) - LABEL_GAP, BAR_MOST)
    if cells > 0:
        yield ()
        yield (
            *bar(cells, progress, wanted, STATUS_STYLES[standing.status]),
            ("text", " " * LABEL_GAP + said),
        )


def laid_out(lines: Sequence[Line], width: int, status_style: str) -> Iterator[Pieces]:
    """Set a block: its labels in one column, its texts broken beside them."""
    labels = max((cell_len(line.label) for line in lines), default=0)
    indent = min(labels + LABEL_GAP, width // 2) if labels else 0
    for line in lines:
        own = indent if line.label or line.name else 0
        label_style = f"{status_style}-bold" if line.label_style == "status" else line.label_style
        label = fitted(line.label, own - LABEL_GAP) + " " * LABEL_GAP if own else ""
        for number, pieces in enumerate(_text(line, width - own)):
            yield (((label_style, label) if number == 0 else ("text", " " * own)), *pieces) if own else pieces


def _text(line: Line, width: int) -> Iterator[Pieces]:
    """Break a text; its quiet end follows on the last line if it fits, else on lines of its own."""
    *before, last = wrapped(line.said, width)
    yield from (((line.style, text),) for text in before)
    if not line.tail:
        yield ((line.style, last),)
    elif cell_len(last) + LABEL_GAP + cell_len(line.tail) <= width:
        yield ((line.style, last), ("muted", " " * LABEL_GAP + line.tail))
    else:
        yield ((line.style, last),)
        yield from ((("muted", text),) for text in wrapped(line.tail, width))
