"""What one operation did to the file, kept so that it can be taken back: on the same bytes or on newer ones."""

import hashlib
from functools import reduce
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from smart_tui.goals.tree import same as fold
from smart_tui.store.codes import Refusal
from smart_tui.store.document import table_of_block
from smart_tui.store.errors import CannotSave
from smart_tui.store.layout import Unplaceable, end_of_text
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.regions import Regions
from smart_tui.store.told import Deed, Told
from smart_tui.store.values import newline_of
from smart_tui.store.weave import same

if TYPE_CHECKING:
    from smart_tui.store.pieces import Piece, Pieces


class GoalStep(Struct, frozen=True):
    """One goal's own text before and after; None where there was no such goal."""

    goal: str
    title: str
    before: str | None
    after: str | None
    followed_by: str | None = None
    """The goal that stood below a deleted one."""


class Step(Struct, frozen=True):
    """One operation as it happened."""

    told: Told
    goals: tuple[GoalStep, ...]
    digest: str
    """SHA-256 of the file's bytes after it."""
    offset: int
    removed: str
    inserted: str
    """At `offset` (in characters, without a BOM) `removed` became `inserted`."""
    at: float
    """When, in seconds since 1970."""

    @classmethod
    def between(cls, told: Told, before: Reading, after: Reading, at: float) -> "Step":
        """Tell two states of a file apart."""
        old, new = before.document.text, after.document.text
        head = _shared(old, new)
        tail = _shared(old[head:][::-1], new[head:][::-1])
        patch = head, old[head : len(old) - tail], new[head : len(new) - tail]
        only = _only_goal(before, after, *patch)
        goals = tuple(_goals(before, after)) if only is None else (only,)
        digest = hashlib.sha256(after.data).hexdigest()
        return cls(told, goals, digest, *patch, at)

    def backwards(self) -> "Step":
        """Give the step that takes this one back (its digest says nothing)."""
        goals = tuple(replace(goal, before=goal.after, after=goal.before) for goal in self.goals)
        return replace(self, goals=goals, digest="", removed=self.inserted, inserted=self.removed)

    def as_payload(self) -> dict[str, Any]:
        """Give it as JSON data."""
        return cast("dict[str, Any]", to_builtins(self))

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> "Step":
        """Read it from JSON data; raises KeyError, TypeError, ValueError where it is not such."""
        told = payload["told"]
        return cls(
            **payload
            | {
                "told": Told(Deed(told["deed"]), told["goal"], dict(told["values"])),
                "goals": tuple(GoalStep(**goal) for goal in payload["goals"]),
            }
        )


class TakeBack(Operation, frozen=True):
    """Undo a step: exactly, where the file is as it left it; else only what it did, refused where that was changed."""

    step: Step

    @property
    def told(self) -> Told:
        """Tell it."""
        return self.step.told

    def _done(self, reading: Reading) -> Reading:
        text = self._exactly(reading)
        if text is None:
            text = self._in_newer(reading)
        return Reading.of(reading.document.data(text))

    def _exactly(self, reading: Reading) -> str | None:
        step, text = self.step, reading.document.text
        if hashlib.sha256(reading.data).hexdigest() != step.digest:
            return None
        was = text[: step.offset] + step.removed + text[step.offset + len(step.inserted) :]
        # A file that held nothing stays a file of ours: an empty one looks like an accident.
        return was if was.strip() else None

    def _in_newer(self, reading: Reading) -> str:
        from smart_tui.store.pieces import Pieces

        try:
            pieces = reduce(_taken_back, self.step.goals, Pieces.of(reading))
            text = pieces.text(newline_of(reading.document.text))
        except Unplaceable:
            raise CannotSave(Refusal.VERIFY_FAILED) from None
        raw = Reading.of(reading.document.data(text)).document.raw
        others = {key: value for key, value in raw.items() if key != "goal"}
        tables = [piece.table for piece in pieces.goals.values()]
        if not same(raw.get("goal", []), tables) or not same(others, pieces.others):
            raise CannotSave(Refusal.VERIFY_FAILED)
        return text


def _taken_back(pieces: "Pieces", step: GoalStep) -> "Pieces":
    """Change one goal back; raises CannotSave `changed` where that would undo what others did."""
    from smart_tui.store.merge_text import merged_block
    from smart_tui.store.pieces import Piece
    from smart_tui.store.tables import Merger

    key = (step.goal, 0)
    now = pieces.goals.get(key)
    if step.after is None:
        if now is not None or step.before is None:
            raise CannotSave(Refusal.CHANGED)
        return pieces.put(key, _piece(step.before, ""), step.followed_by)
    if now is None:
        raise CannotSave(Refusal.CHANGED)
    if step.before is None:
        if not same(now.table, _piece(step.after, "").table):
            raise CannotSave(Refusal.CHANGED)
        return pieces.without(key)
    if now.text == step.after:
        return pieces.put(key, _piece(step.before, now.trail))
    merger = Merger()
    table = merger.goal(_piece(step.after, "").table, now.table, _piece(step.before, "").table)
    if merger.clashes:
        raise CannotSave(Refusal.CHANGED, field=".".join(map(str, merger.clashes[0].path)))
    return pieces.put(
        key, Piece(table, merged_block(now.text, step.before, step.after, now.table, table), now.trail)
    )


def _piece(text: str, trail: str) -> "Piece":
    from smart_tui.store.pieces import Piece

    table = table_of_block(text)
    if table is None:
        raise Unplaceable
    return Piece(table, text, trail)


def _only_goal(before: Reading, after: Reading, offset: int, removed: str, inserted: str) -> GoalStep | None:
    """Give the goal that a change lies wholly within: then the rest of the file need not be looked over again."""
    if [goal.id for goal in before.file.goals] != [goal.id for goal in after.file.goals]:
        return None
    text = before.document.text
    try:
        regions = Regions(before.document)
        place = regions.holding(offset)
        if place is None or len(regions) != len(before.places):
            return None
        start = regions.lead(place)
        end = end_of_text(text, start, regions.region(place)[1])
    except Unplaceable:
        return None
    if offset >= end or offset + len(removed) > end:
        return None
    now = text[start:offset] + inserted + text[offset + len(removed) : end]
    goal = after.file.goals[place]
    if not same(table_of_block(now), after.raw(place)):
        return None
    return GoalStep(fold(goal.id), goal.title, text[start:end], now)


def _goals(before: Reading, after: Reading) -> list[GoalStep]:
    """Find the goals that differ; a file of a shape that cannot be cut is only taken back as a whole."""
    from smart_tui.store.pieces import Pieces

    try:
        old, new = Pieces.of(before).goals, Pieces.of(after).goals
    except Unplaceable:
        return []
    titles = {fold(goal.id): goal.title for goal in (*before.file.goals, *after.file.goals)}
    keys = list(old)
    steps = []
    for place, key in enumerate(keys):
        text = new[key].text if key in new else None
        if text != old[key].text:
            below = keys[place + 1][0] if text is None and place + 1 < len(keys) else None
            steps.append(GoalStep(key[0], titles[key[0]], old[key].text, text, below))
    steps += (GoalStep(key[0], titles[key[0]], None, new[key].text) for key in new if key not in old)
    return steps


def _shared(one: str, other: str) -> int:
    """Give how many characters both start with; by halves, so that the comparing is done in C."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
