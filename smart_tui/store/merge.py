"""Two goal files that grew from one, put together record by record: serves git, synced folders and `undo`."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from msgspec import Struct, field

from smart_tui.store.clash_marks import GoalClash, marked
from smart_tui.store.codes import Refusal, Why
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.layout import Unplaceable
from smart_tui.store.merge_text import merged_block, merged_heads
from smart_tui.store.operation import Operation
from smart_tui.store.pieces import Key, Piece, Pieces, joined
from smart_tui.store.reader import VERSION_WE_WRITE, Reading
from smart_tui.store.scan import Path
from smart_tui.store.tables import Clash, Merger, common
from smart_tui.store.told import Deed, Told
from smart_tui.store.top import top_edited
from smart_tui.store.values import newline_of
from smart_tui.store.weave import GONE, same, woven

Choices = Mapping[tuple[str, Path], bool]
"""For a clash, by goal and path, whether the person takes the other side's value."""


class Merged(Struct, frozen=True):
    """The joined file, read back from its own bytes, and what both sides had changed differently."""

    reading: Reading
    clashes: tuple[GoalClash, ...]

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.reading.data


def merge(base: bytes | None, ours: bytes, theirs: bytes, choices: Choices | None = None) -> Merged:
    """Merge two files; without a base nothing counts as removed, and every difference is a clash.

    At a clash our value stays and a comment keeps theirs, unless `choices` decides.

    Raises:
        CannotRead: one of them cannot be read.
        CannotSave: a newer version wrote one, or no text was found that says exactly what both say.

    """
    mine, yours = Reading.of(ours), Reading.of(theirs)
    old = Reading.of(base) if base is not None and base.strip() else None
    for reading in filter(None, (mine, yours, old)):
        if reading.file.version > VERSION_WE_WRITE:
            raise CannotSave(Refusal.NEWER_VERSION, version=reading.file.version)
    try:
        sides = Pieces.of(mine), Pieces.of(yours), None if old is None else Pieces.of(old)
        return _Merging(mine, *sides, choices or {}).result()
    except Unplaceable:
        raise CannotSave(Refusal.VERIFY_FAILED) from None


class MergeIn(Operation, frozen=True):
    """Merge another version of the file into it: a copy that a synced folder left, or what stands in a conflict."""

    theirs: bytes
    choices: Choices = field(default_factory=dict)

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.MERGED)

    @property
    def why(self) -> Why:
        """A merge is worth a copy of its own."""
        return Why.MERGE

    def _done(self, reading: Reading) -> Reading:
        return merge(None, reading.data, self.theirs, self.choices).reading


class _Text(Struct, frozen=True):
    """A goal of the result: what it says, and how it is written."""

    table: dict[str, Any]
    text: str
    trail: str = ""


class _Merging(Struct):
    """One merge on its way."""

    reading: Reading
    ours: Pieces
    theirs: Pieces
    base: Pieces | None
    choices: Choices
    clashes: list[GoalClash] = field(default_factory=list)

    def result(self) -> Merged:
        newline = newline_of(self.reading.document.text)
        keys = self._order()
        goals = [self._goal(key, newline) for key in keys]
        others = self._others()
        text = marked(self._joined(keys, goals, others, newline), self._open(""))
        if not self.reading.document.text.replace("\r", "").endswith("\n\n"):
            text = text.rstrip("\r\n") + newline * text.endswith("\n")
        read = Reading.of(self.reading.document.data(text))
        rest = {key: value for key, value in read.document.raw.items() if key != "goal"}
        if not same(read.document.raw.get("goal", []), [goal.table for goal in goals]) or not same(
            rest, others
        ):
            raise Unplaceable
        return Merged(read, tuple(self.clashes))

    def _joined(self, keys: list[Key], goals: list[_Text], others: dict[str, Any], newline: str) -> str:
        # What stood between goals belongs to the file, not to the goal before it.
        between = "".join(
            piece.trail for key, piece in self.ours.goals.items() if key not in keys and piece.trail.strip()
        )
        blocks = [(goal.text, goal.trail) for goal in goals]
        base = self.base.head if self.base else None
        for head in merged_heads(self.ours.head, self.theirs.head, base):
            # A table that stands before the goals in theirs may stand between them in ours, and be there twice.
            with suppress(CannotRead):
                return top_edited(joined(head + between, blocks, newline), others)
        raise Unplaceable

    def _order(self) -> list[Key]:
        """Give the goals of the result: those that nobody deleted, or that one deleted and the other changed."""
        ours, theirs = list(self.ours.goals), list(self.theirs.goals)
        base = list(self.base.goals) if self.base else [key for key in ours if key in self.theirs.goals]
        order = list(dict.fromkeys(woven(base, ours, theirs, lambda *_: GONE, paired=False)))
        for side in (ours, theirs):
            for key in side:
                if key not in order:
                    order.insert(_place_after(order, side, key), key)
        return [key for key in order if self._stays(key)]

    def _stays(self, key: Key) -> bool:
        mine, yours = self.ours.goals.get(key), self.theirs.goals.get(key)
        before = self.base.goals.get(key) if self.base else None
        left = mine or yours
        if before is None or (mine and yours) or left is None:
            return True
        if same(left.table, before.table):
            return False
        chosen = self.choices.get((key[0], ()))
        return chosen is None or chosen is (mine is None)

    def _goal(self, key: Key, newline: str) -> _Text:
        mine, yours = self.ours.goals.get(key), self.theirs.goals.get(key)
        before = self.base.goals.get(key) if self.base else None
        if mine is not None and yours is not None:
            return self._of_both(key, mine, yours, before)
        left = mine or yours
        assert left is not None
        text = left.text if mine else left.text.replace("\r\n", "\n").replace("\n", newline)
        if before is not None:
            text = self._clashing(
                key, text, [Clash((), *((left.table, GONE) if mine else (GONE, left.table)))]
            )
        return _Text(left.table, text, mine.trail if mine else "")

    def _of_both(self, key: Key, mine: Piece, yours: Piece, before: Piece | None) -> _Text:
        if yours.text == (before or mine).text:
            return _Text(mine.table, mine.text, mine.trail)
        merger = Merger(self._chosen(key[0]))
        base = before.table if before else common(mine.table, yours.table)
        table = merger.goal(base, mine.table, yours.table)
        texts = mine.text, yours.text, before.text if before else None
        text = merged_block(*texts, mine.table, table)
        return _Text(table, self._clashing(key, text, merger.clashes), mine.trail)

    def _others(self) -> dict[str, Any]:
        merger = Merger(self._chosen(""))
        ours, theirs = self.ours.others, self.theirs.others
        base = self.base.others if self.base else common(ours, theirs)
        merged: dict[str, Any] = merger.value(base, ours, theirs, ())
        self._remember("", merger.clashes)
        return merged

    def _chosen(self, goal: str) -> dict[Path, bool]:
        return {path: theirs for (name, path), theirs in self.choices.items() if name == goal}

    def _clashing(self, key: Key, text: str, clashes: list[Clash]) -> str:
        self._remember(key[0], clashes)
        return marked(text, self._open(key[0])) if clashes else text

    def _remember(self, goal: str, clashes: list[Clash]) -> None:
        self.clashes += (GoalClash(goal, clash, (goal, clash.path) in self.choices) for clash in clashes)

    def _open(self, goal: str) -> list[GoalClash]:
        return [clash for clash in self.clashes if clash.goal == goal and not clash.decided]


def _place_after(order: list[Key], side: list[Key], key: Key) -> int:
    before = side[: side.index(key)]
    return next((order.index(other) + 1 for other in reversed(before) if other in order), 0)
