"""What stands on each line of the goal list, and where a goal is found again. Pure."""

from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from smart_tui.goals.outline import Row, Section
from smart_tui.goals.terms import Flag, Period
from smart_tui.words.language import msgid

SECTION_WORDS = {
    Section.OVERDUE: msgid("Overdue, short-term"),
    Section.LONG: msgid("Long-term"),
    Section.RATE: msgid("Again and again"),
    Section.SHORT: msgid("Short-term"),
    Section.ACHIEVED: msgid("Achieved"),
    Section.CLOSED: msgid("Closed"),
    Section.DRAFT: msgid("Unfinished"),
    Section.SORTED: msgid("All goals"),
}
EVERY_WORDS = {
    Period.DAY: msgid("Every day"),
    Period.WEEK: msgid("Every week"),
    Period.MONTH: msgid("Every month"),
    Period.QUARTER: msgid("Every quarter"),
    Period.YEAR: msgid("Every year"),
}


class Part(Enum):
    """What a line of the list is."""

    BLANK = auto()
    RULE = auto()
    GOAL = auto()
    NOTE = auto()


class ListLine(Struct, frozen=True):
    """One line: what it is, and of which row."""

    part: Part
    row: int = -1


def section_name(rows: Sequence[Row], row: Row) -> str:
    """Give the msgid of a row's section; rates that share a period are named by it."""
    if row.section is not Section.RATE:
        return SECTION_WORDS[row.section]
    periods = {r.standing.goal.measurable.per for r in rows if r.section is Section.RATE and not r.depth}
    per = row.standing.goal.measurable.per
    return EVERY_WORDS[per] if per is not None and len(periods) == 1 else SECTION_WORDS[row.section]


def laid_out(rows: tuple[Row, ...]) -> tuple[ListLine, ...]:
    """Put a rule above each section, and what an overdue goal holds up below it."""
    lines: list[ListLine] = []
    section = None
    for place, row in enumerate(rows):
        if row.section is not section:
            lines += [ListLine(Part.BLANK)] * bool(lines) + [ListLine(Part.RULE, place)]
            section = row.section
        lines.append(ListLine(Part.GOAL, place))
        if Flag.NOT_MOVED in row.standing.flags and not row.echo:
            lines.append(ListLine(Part.NOTE, place))
        held_up = row.standing.parent is not None or row.standing.short_period is not None
        if row.section is Section.OVERDUE and held_up:
            lines.append(ListLine(Part.NOTE, place))
    return tuple(lines)


def found(was: Row | None, rows: tuple[Row, ...], cursor: int) -> int:
    """Find the row that was selected: the same goal in the same section, else the same goal, else the place."""
    if was is not None:
        same = [i for i, row in enumerate(rows) if row.standing.goal.id == was.standing.goal.id]
        in_section = [i for i in same if rows[i].section is was.section]
        exact = [i for i in in_section if rows[i].standing.place == was.standing.place]
        for places in (exact, in_section, same):
            if places:
                return places[0]
    return max(0, min(cursor, len(rows) - 1))
