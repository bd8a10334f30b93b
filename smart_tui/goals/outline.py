"""The dashboard's order: sections, and under each long-term goal the goals that serve it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Horizon, Kind, Status
from smart_tui.goals.tree import by_urgency


class Section(StrEnum):
    """A named group of the dashboard, in its order."""

    OVERDUE = "overdue"
    LONG = "long"
    RATE = "rate"
    SHORT = "short"
    ACHIEVED = "achieved"
    CLOSED = "closed"
    DRAFT = "draft"
    SORTED = "sorted"
    """All of them, where they are sorted by something else than urgency."""


class Row(Struct, frozen=True):
    """One goal's line: where it stands, how deep it hangs, whether it repeats an overdue line."""

    section: Section
    standing: Standing
    depth: int = 0
    echo: bool = False
    hidden: int = 0
    """So many goals under it are folded away."""

    def hiding_one(self) -> "Row":
        """Give the row with one goal more folded away under it."""
        return replace(self, hidden=self.hidden + 1)


def outline(standings: Iterable[Standing]) -> tuple[Row, ...]:
    """Lay out the dashboard: overdue short-term goals first, then trees by section (rows 16, 28, 30).

    A goal whose larger one is not among them stands on its own.
    """
    standings = tuple(standings)
    rows = [Row(Section.OVERDUE, s) for s in sorted(standings, key=_urgency) if s.attention]
    children: dict[int | None, list[Standing]] = {}
    for standing in sorted(standings, key=_urgency):
        children.setdefault(standing.parent, []).append(standing)
    there = {standing.place for standing in standings}
    roots = [it for it in sorted(standings, key=_urgency) if it.parent not in there]
    for section in Section:
        for root in roots:
            if _section(root, has_children=root.place in children) is section:
                rows.extend(_branch(root, section, children))
    return tuple(rows)


def in_order(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Give each goal once, in the dashboard's order."""
    return tuple({row.standing.place: row.standing for row in outline(standings)}.values())


def _branch(root: Standing, section: Section, children: dict[int | None, list[Standing]]) -> Iterator[Row]:
    if root.attention and root.place not in children:
        return  # its line in the first section says it all
    waiting = [(root, 0)]
    while waiting:
        standing, depth = waiting.pop()
        yield Row(section, standing, depth, echo=standing.attention)
        waiting.extend((child, depth + 1) for child in reversed(children.get(standing.place, [])))


def _urgency(standing: Standing) -> tuple[object, ...]:
    return standing.status.closed, *by_urgency(standing.goal)


def _section(root: Standing, *, has_children: bool) -> Section:
    if has_children and not root.status.closed:
        return Section.LONG if root.horizon is Horizon.LONG else Section.SHORT
    if root.status is Status.DRAFT:
        return Section.DRAFT
    if root.status is Status.ACHIEVED:
        return Section.ACHIEVED
    if root.status.closed:
        return Section.CLOSED
    if root.goal.measurable.kind is Kind.RATE:
        return Section.RATE
    return Section.LONG if root.horizon is Horizon.LONG else Section.SHORT
