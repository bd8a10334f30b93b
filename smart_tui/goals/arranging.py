"""How a person has the goals laid out: sorted, only some of them, some folded away. Pure."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from math import inf
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from smart_tui.goals.names import plain
from smart_tui.goals.outline import Row, Section, outline
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Horizon, Status


class Order(StrEnum):
    """What goals are sorted by. By urgency they stand as a tree, else in one list."""

    URGENCY = "urgency"
    DEADLINE = "deadline"
    PACE = "pace"
    NAME = "name"


class Arrangement(Struct, frozen=True, kw_only=True):
    """What is shown, and in which order."""

    order: Order = Order.URGENCY
    status: Status | None = None
    horizon: Horizon | None = None
    owner: str | None = None
    wanted: str = ""
    """What is searched for: a part of the title, alias, owner, metric or id; accents and case ignored."""
    folded: frozenset[str] = frozenset()
    """Ids of the goals whose smaller ones are not shown."""

    @property
    def sifts(self) -> bool:
        """Whether some goals may be left out, folded ones aside."""
        return bool(self.status or self.horizon or self.owner is not None or plain(self.wanted))

    def fits(self, standing: Standing) -> bool:
        """Whether a goal is to be shown."""
        return (
            self.status in {None, standing.status}
            and self.horizon in {None, standing.horizon}
            and (self.owner is None or plain(standing.goal.owner or "") == plain(self.owner))
            and _says(standing, plain(self.wanted))
        )


def arranged(standings: Iterable[Standing], arrangement: Arrangement) -> tuple[Row, ...]:
    """Lay the goals out as it was asked."""
    standings = tuple(standings)
    chosen = tuple(filter(arrangement.fits, standings)) if arrangement.sifts else standings
    if arrangement.order is not Order.URGENCY:
        key = _KEYS[arrangement.order]
        ordered = sorted(chosen, key=lambda it: (it.status.closed, key(it), plain(it.goal.title), it.place))
        return tuple(Row(Section.SORTED, standing) for standing in ordered)
    return _folded(outline(chosen), arrangement.folded)


def _folded(rows: tuple[Row, ...], folded: frozenset[str]) -> tuple[Row, ...]:
    if not folded:
        return rows
    shown: list[Row] = []
    below: int | None = None
    for row in rows:
        if below is not None and row.depth > below and row.section is not Section.OVERDUE:
            shown[-1] = shown[-1].hiding_one()
            continue
        below = row.depth if row.standing.goal.id in folded and row.section is not Section.OVERDUE else None
        shown.append(row)
    return tuple(shown)


def _says(standing: Standing, wanted: str) -> bool:
    if not wanted:
        return True
    goal = standing.goal
    said = (goal.title, goal.alias, goal.owner, goal.measurable.metric, goal.id)
    return any(wanted in plain(text) for text in said if text)


_KEYS: Mapping[Order, Callable[[Standing], Any]] = MappingProxyType(
    {
        Order.DEADLINE: lambda it: it.goal.deadline or date.max,
        Order.PACE: lambda it: inf if it.pace is None else it.pace,
        Order.NAME: lambda it: plain(it.goal.title),
    }
)
