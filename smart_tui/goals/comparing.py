"""What differs between two states of a goal file, goal by goal. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.goals.tree import same


class ChangedGoal(Struct, frozen=True):
    """A goal that both states have, and what is different in it."""

    goal: Goal
    """As it is afterwards."""
    more: tuple[CheckIn, ...]
    """Check-ins that only the second state has …"""
    fewer: tuple[CheckIn, ...]
    """… and those that only the first one has."""
    fields: tuple[str, ...]
    """Paths of the fields that differ (`measurable.target`); of the history, its lists."""


class Comparison(Struct, frozen=True):
    """Two states of a file, told apart."""

    added: tuple[Goal, ...]
    gone: tuple[Goal, ...]
    changed: tuple[ChangedGoal, ...]

    @property
    def alike(self) -> bool:
        """Whether no goal differs."""
        return not (self.added or self.gone or self.changed)


class Difference(Struct, frozen=True):
    """Something that two versions of a file say differently, as plain values; None where one does not say it."""

    goal: str
    """The goal's title; empty for what the file says outside of its goals."""
    path: tuple[str, ...]
    """Empty for the goal itself: one side deleted it."""
    here: Any
    there: Any


def compare(before: Iterable[Goal], after: Iterable[Goal]) -> Comparison:
    """Tell two states apart; goals are the same where their ids are."""
    old, new = _keyed(before), _keyed(after)
    both = [(old[key], goal) for key, goal in new.items() if key in old]
    return Comparison(
        added=tuple(goal for key, goal in new.items() if key not in old),
        gone=tuple(goal for key, goal in old.items() if key not in new),
        changed=tuple(
            changed
            for was, now in both
            if (changed := _changed(was, now)).fields or changed.more or changed.fewer
        ),
    )


def _keyed(goals: Iterable[Goal]) -> Mapping[tuple[str, int], Goal]:
    seen: Counter[str] = Counter()
    keyed = {}
    for goal in goals:
        known_as = same(goal.id)
        keyed[known_as, seen[known_as]] = goal
        seen[known_as] += 1
    return keyed


def _changed(was: Goal, now: Goal) -> ChangedGoal:
    old, new = Counter(was.history.checkins), Counter(now.history.checkins)
    return ChangedGoal(
        now,
        more=tuple((new - old).elements()),
        fewer=tuple((old - new).elements()),
        fields=tuple(_differing(was, now)),
    )


def _differing(was: Goal, now: Goal) -> Iterable[str]:
    for part in Goal.__struct_fields__:
        old, new = getattr(was, part), getattr(now, part)
        if part == "problems" or old == new:
            continue
        if not isinstance(old, Struct):
            yield part
            continue
        for field in old.__struct_fields__:
            if (part, field) != ("history", "checkins") and getattr(old, field) != getattr(new, field):
                yield f"{part}.{field}"
