"""One goal's line in the list: what it says, and how it is laid out in so many cells. Pure."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from smart_tui.goals.outline import Row
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Flag, Status
from smart_tui.goals.tree import counts_the_same
from smart_tui.widgets.bar import Piece, bar, bar_of, joined
from smart_tui.widgets.plain_text import cut, fitted
from smart_tui.widgets.theme import STATUS_STYLES
from smart_tui.words.choosing import period_line
from smart_tui.words.clean import clean_title
from smart_tui.words.deciding import larger_text
from smart_tui.words.language import Language
from smart_tui.words.standing import FLAG_WORDS, glyph, status_word, time_text, value_of_target

EDGE = "▌"
GUIDE = "└ "
MAIN = "★ "
LEFT = 4
"""Cells of the cursor's edge, the glyph and the spaces round it."""
GAP = 2
BAR_LEAST, BAR_MOST = 8, 48
TITLE_LEAST = 24
"""Below so many cells of title, no bar is drawn."""
TITLE_SHORT, TITLE_LAST = 18, 12
"""Below so few, the time is left out, and the number."""
TITLE_MOST = 60
STATUS_FROM = 100
"""List width from which the status is named in a column of its own."""


class GoalLine(Struct, frozen=True, kw_only=True):
    """Everything that one line says, in words."""

    glyph: str
    style: str
    guides: str
    title: str
    value: str
    time: str
    status: str
    hidden: str
    """How many goals are folded away under it."""
    late: bool
    echo: bool
    progress: float | None
    wanted: float | None


class Columns(Struct, frozen=True):
    """Cells of each column; 0 where there is no room for it."""

    title: int
    bar: int
    value: int
    time: int
    status: int


def goal_line(lang: Language, row: Row) -> GoalLine:
    """Put a row into words."""
    standing = row.standing
    progress, wanted = bar_of(standing)
    return GoalLine(
        glyph=glyph(standing),
        style=STATUS_STYLES[standing.status],
        guides="  " * (row.depth - 1) + GUIDE if row.depth else "",
        title=f"{MAIN if standing.goal.main else ''}{clean_title(standing.goal.title) or lang.say('(no title)')}",
        value=value_of_target(lang, standing),
        time=lang.say("↑ above") if row.echo else time_text(lang, standing),
        status=status_word(lang, standing.status),
        hidden=f" +{row.hidden}" if row.hidden else "",
        late=standing.status is Status.OVERDUE,
        echo=row.echo,
        progress=progress,
        wanted=wanted,
    )


def columns(width: int, lines: Iterable[GoalLine]) -> Columns:
    """Share out a line's cells: bars shrink before titles are cut, and vanish before titles are unreadable."""
    lines = tuple(lines)
    value = max((cell_len(line.value) for line in lines), default=0)
    time = max((cell_len(line.time) for line in lines), default=0)
    status = max((cell_len(line.status) for line in lines), default=0) if width >= STATUS_FROM else 0
    wish = max((cell_len(line.guides + line.title + line.hidden) for line in lines), default=0)
    room = width - LEFT - sum(GAP + cells for cells in (value, time, status) if cells) - GAP
    if room < TITLE_SHORT and time:
        room, time = room + GAP + time, 0
    if room < TITLE_LAST and value:
        room, value = room + GAP + value, 0
    wish = min(max(wish, TITLE_LEAST), TITLE_MOST)
    if room < TITLE_LEAST + GAP + BAR_LEAST:
        return Columns(max(room, 0), 0, value, time, status)
    bar_cells = min(max(room - GAP - wish, BAR_LEAST), BAR_MOST)
    return Columns(room - GAP - bar_cells, bar_cells, value, time, status)


def draw(line: GoalLine, shares: Columns, *, selected: bool) -> tuple[Piece, ...]:
    """Lay a line out; a selected title that does not fit takes the place of the bar, then of the numbers."""
    ours = cell_len(line.guides + line.title + line.hidden)
    shown, room = _given_up(shares, ours) if selected else (shares, shares.title)
    if line.echo and shown.bar:
        shown, room = replace(shown, bar=0), room + GAP + shown.bar
    guides = line.guides if cell_len(line.guides) < room else ""
    title_style = "strong" if selected else "muted" if line.echo else "text"
    pieces: list[Piece] = [
        ("accent", EDGE + " ") if selected else ("text", "  "),
        ("muted" if line.echo else line.style, line.glyph + " "),
        ("guide", guides),
        *_title(line, title_style, room - cell_len(guides)),
    ]
    if shown.bar:
        pieces.append(("text", " " * GAP))
        pieces += bar(shown.bar, line.progress, line.wanted, line.style)
    if shown.value:
        pieces.append(("muted" if line.echo else "text", _right(line.value, shown.value)))
    if shown.time:
        late = line.late and not line.echo
        pieces.append((line.style if late else "muted", _right(line.time, shown.time)))
    if shown.status:
        named = "muted" if line.echo else line.style
        pieces += [("text", " " * GAP), (named, fitted(line.status, shown.status))]
    return joined(pieces)


def note(lang: Language, standing: Standing, parent: Standing | None) -> str:
    """Say in one line what an overdue goal holds up: the period that ended short, the goal that it serves."""
    if Flag.NOT_MOVED in standing.flags:
        return lang.say(FLAG_WORDS[Flag.NOT_MOVED])
    said = []
    if standing.short_period is not None:
        said.append(period_line(lang, standing, standing.short_period))
    if parent is not None:
        adds_up = parent.sums_children and counts_the_same(parent.goal, standing.goal)
        needs = larger_text(lang, parent, parent) if adds_up else ""
        said.append(needs or lang.say("serves {goal}", goal=clean_title(parent.goal.title)))
    return " · ".join(said)


def _title(line: GoalLine, style: str, room: int) -> tuple[Piece, ...]:
    """Give the title, and how many goals are folded away under it, in so many cells."""
    title = cut(line.title, room - cell_len(line.hidden))
    if not title:
        return ((style, fitted(line.title, room)),)
    blank = " " * (room - cell_len(title + line.hidden))
    return (style, title), ("accent", line.hidden), (style, blank)


def _right(text: str, cells: int) -> str:
    return " " * GAP + fitted(text, max(cells, 0), right=True)


def _given_up(shares: Columns, wish: int) -> tuple[Columns, int]:
    """Give up columns until the title fits: the bar, then value, status and time."""
    kept = {"bar": shares.bar, "value": shares.value, "status": shares.status, "time": shares.time}
    room = shares.title
    for name, cells in kept.items():
        if wish <= room:
            break
        if cells:
            room += GAP + cells
            kept[name] = 0
    return Columns(title=room, **kept), room
