"""Changing fields of a goal: each as it was when the person saw it, and what it becomes."""

from collections.abc import Iterator
from functools import reduce
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.model import Goal
from smart_tui.store.codes import Refusal
from smart_tui.store.difference import difference
from smart_tui.store.edits import Edit
from smart_tui.store.errors import CannotSave
from smart_tui.store.fields import LETTERS, TOP, field_at
from smart_tui.store.goal_operation import GoalOperation, at
from smart_tui.store.scan import Path
from smart_tui.store.told import Deed, Told


class FieldChange(Struct, frozen=True):
    """A field by its path (`measurable.target`, `owner`): what it was when the person saw it, what it becomes."""

    path: str
    before: Any
    after: Any
    """None removes it."""


class ChangeGoal(GoalOperation, frozen=True):
    """Change fields of a goal; refused when one of them is no longer what it was."""

    goal_id: str
    changes: tuple[FieldChange, ...]

    @property
    def told(self) -> Told:
        """Name the one field, if it is one."""
        paths = [change.path for change in self.changes]
        return Told(Deed.GOAL_CHANGED, self.goal_id, {"field": paths[0]} if len(paths) == 1 else {})

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the edits of all fields."""
        kind = goal.measurable.kind
        for change in self.changes:
            field = field_at(change.path, kind)
            path: Path = tuple(change.path.split("."))
            now = value_at(goal, change.path)
            if (
                _settled(field.codec, now) == _settled(field.codec, change.after)
                and at(raw, path) is not None
            ):
                continue
            if now != change.before:
                raise CannotSave(Refusal.CHANGED, field=change.path)
            yield from difference(path, field.codec, change.before, change.after, at(raw, path))

    def parted(self, goal: Goal) -> "tuple[ChangeGoal, Goal | None]":
        """Part what can be changed from what others have changed since.

        Gives the first as an operation, and the goal as this one would have made it where the second is not empty.
        """
        kind = goal.measurable.kind
        clean: list[FieldChange] = []
        clashing: list[FieldChange] = []
        for change in self.changes:
            codec, now = field_at(change.path, kind).codec, value_at(goal, change.path)
            settled = _settled(codec, now)
            mine = settled in (_settled(codec, change.before), _settled(codec, change.after))
            (clean if mine else clashing).append(change)
        ours = reduce(_with, self.changes, goal) if clashing else None
        return replace(self, changes=tuple(clean)), ours

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether every field reads back as it was asked, defaults aside."""
        kind = before.measurable.kind
        return all(
            change.after in {None, "", ()}
            or _settled(codec := field_at(change.path, kind).codec, value_at(after, change.path))
            == _settled(codec, change.after)
            for change in self.changes
        )


def changes_between(before: Goal, after: Goal) -> tuple[FieldChange, ...]:
    """Give the fields in which two states of a goal differ, its id and its history left out."""
    paths = [field.name for field in TOP if field.name != "id"]
    paths += (f"{letter}.{field.name}" for letter, record in LETTERS.items() for field in record.fields)
    pairs = ((path, value_at(before, path), value_at(after, path)) for path in paths)
    return tuple(FieldChange(path, old, new) for path, old, new in pairs if old != new)


def value_at(goal: Goal, path: str) -> Any:
    """Give the value of a field by its path."""
    return attrgetter(path)(goal)


def _with(goal: Goal, change: FieldChange) -> Goal:
    letter, _, name = change.path.rpartition(".")
    if not letter:
        return replace(goal, **{name: change.after})
    return replace(goal, **{letter: replace(getattr(goal, letter), **{name: change.after})})


def _settled(codec: Any, value: Any) -> Any:
    """Give what a value is once written, to compare what is meant and not how it was typed."""
    return None if value in {None, "", ()} else codec.write(value)
