"""Which goal serves which: parents and children by place in the file, cycles and strangers left out."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.goals.terms import Kind

MOST_LEVELS = 20
"""So many goals may hang under one another: a number is counted at every level above it, and nobody plans deeper."""


class Tree(Struct, frozen=True):
    """For each goal, by place: its larger goal and the goals that serve it."""

    goals: tuple[Goal, ...]
    parents: tuple[int | None, ...]
    children: tuple[tuple[int, ...], ...]
    counted: tuple[tuple[int, ...], ...]
    """For each goal: the children whose sums it adds, those that count the same thing, added up too."""
    cut: frozenset[int] = frozenset()
    """Goals that stand on their own because they would hang too deep."""

    @classmethod
    def of(cls, goals: Iterable[Goal]) -> "Tree":
        """Link goals by `supports`; one to nobody, in a circle, or below the deepest level is no link."""
        goals = tuple(goals)
        places: dict[str, int] = {}
        for place, goal in enumerate(goals):
            places.setdefault(same(goal.id), place)
        places.pop("", None)  # a hand-written goal without an id is nobody's parent
        wished = [places.get(same(goal.relevant.supports or "")) for goal in goals]
        parents = _without_circles(wished)
        cut = _cut_below(parents)
        children: list[list[int]] = [[] for _ in goals]
        for place, parent in enumerate(parents):
            if parent is not None:
                children[parent].append(place)
        counted = (_summed(goal, own, goals) for goal, own in zip(goals, children, strict=True))
        return cls(goals, tuple(parents), tuple(map(tuple, children)), tuple(counted), cut)

    def below(self, place: int) -> Iterator[int]:
        """Yield the goals under a goal, however deep."""
        return _walk(place, self.children.__getitem__, itself=False)

    def summed(self, place: int) -> tuple[int, ...]:
        """Give the children whose sums a goal adds."""
        return self.counted[place]

    def checkins(self, place: int) -> Iterator[CheckIn]:
        """Yield a goal's own check-ins and those of the children that it sums."""
        for counted in _walk(place, self.summed, itself=True):
            yield from self.goals[counted].history.checkins

    def days_of_parent(self, place: int) -> int | None:
        """Days from start to deadline of the larger goal."""
        parent = self.parents[place]
        return None if parent is None else self.goals[parent].days


def _walk(place: int, under: Callable[[int], tuple[int, ...]], *, itself: bool) -> Iterator[int]:
    """Walk down a tree."""
    waiting = [place] if itself else list(reversed(under(place)))
    while waiting:
        at = waiting.pop()
        yield at
        waiting.extend(reversed(under(at)))


def same(text: str) -> str:
    """Fold a name for comparison: NFC, case ignored, spaces trimmed."""
    return unicodedata.normalize("NFC", text).strip().casefold()


def by_urgency(goal: Goal) -> tuple[bool, date]:
    """Sort key: the main goal first, then the nearest deadline (row 16)."""
    return not goal.main, goal.deadline or date.max


def counts_the_same(goal: Goal, child: Goal) -> bool:
    """Whether a child's check-ins count for a goal that adds up: same metric, same unit."""
    ours, theirs = goal.measurable, child.measurable
    return (
        theirs.kind in {Kind.TOTAL, Kind.RATE}
        and same(theirs.metric or "") == same(ours.metric or "")
        and same(theirs.unit or "") == same(ours.unit or "")
    )


def _summed(goal: Goal, children: list[int], goals: tuple[Goal, ...]) -> tuple[int, ...]:
    if not children or not goal.measurable.kind.adds_up or not same(goal.measurable.metric or ""):
        return ()
    return tuple(child for child in children if counts_the_same(goal, goals[child]))


def _without_circles(wished: list[int | None]) -> list[int | None]:
    """Leave out the links that form circles, each goal looked at once."""
    parents = list(wished)
    seen_from: dict[int, int] = {}
    for first in range(len(wished)):
        at: int | None = first
        while at is not None and at not in seen_from:
            seen_from[at] = first
            at = wished[at]
        if at is not None and seen_from[at] == first:
            while parents[at] is not None:  # the walk came back to itself
                parents[at], at = None, wished[at] or 0
    return parents


def _cut_below(parents: list[int | None]) -> frozenset[int]:
    """Let a goal stand on its own that would hang deeper than allowed; those under it hang from there."""
    levels: dict[int, int] = {}
    cut = set()
    for first in range(len(parents)):
        way = []
        at: int | None = first
        while at is not None and at not in levels:
            way.append(at)
            at = parents[at]
        for place in reversed(way):
            parent = parents[place]
            levels[place] = 0 if parent is None else levels[parent] + 1
            if levels[place] > MOST_LEVELS:
                parents[place], levels[place] = None, 0
                cut.add(place)
    return frozenset(cut)
