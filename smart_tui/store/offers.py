"""Another version of the goal file: what merging it would bring, and doing it. For people to agree to first."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from smart_tui.goals.comparing import Difference
from smart_tui.goals.model import GoalFile
from smart_tui.goals.tree import same
from smart_tui.store import disk
from smart_tui.store.clash_marks import GoalClash
from smart_tui.store.codes import Why
from smart_tui.store.copies import Copy, copies_beside, is_name_of_copy, put_away
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.markers import Sides, sides_of
from smart_tui.store.merge import Choices, Merged, MergeIn, merge
from smart_tui.store.reader import Reading
from smart_tui.store.store import Snapshot, Store
from smart_tui.store.weave import GONE


class Offer(Struct, frozen=True):
    """A version that could be merged in."""

    copy: Copy | None
    """The file that it lies in; None for the two sides that git left in the goal file itself."""
    before: GoalFile
    after: GoalFile
    theirs: GoalFile
    clashes: tuple[GoalClash, ...]
    marked: bytes = b""
    """The goal file as it was with git's markers."""
    sides: Sides | None = None


def offers(store: Store) -> list[Offer]:
    """Give what could be merged in: the sides of git's conflict, else the copies beside the file; raises StoreError."""
    seen = disk.look(store.path)
    if (sides := _sides(seen.data or b"")) is not None:
        return [_of_sides(seen.data or b"", sides)]
    ids = [goal.id for goal in store.read().file.goals]
    return [offer_of(store, copy) for copy in copies_beside(store.path, ids)]


def offer_of(store: Store, copy: Copy) -> Offer:
    """Give what merging a copy into the file would come to, as it is now; raises StoreError."""
    store.read()
    ours = disk.look(store.path).data or b""
    merged = merge(None, ours, copy.data)
    return Offer(copy, Reading.of(ours).file, merged.reading.file, Reading.of(copy.data).file, merged.clashes)


def accept(store: Store, offer: Offer, choices: Choices) -> Snapshot:
    """Merge it in; the file is copied first. Raises StoreError."""
    if offer.copy is not None:
        return store.apply(MergeIn(offer.copy.data, choices))
    assert offer.sides is not None
    merged = _merged(offer.sides, choices)
    return store.put(merged.data, Why.MERGE, instead_of=offer.marked)


def put_copy_away(store: Store, offer: Offer) -> Path | None:
    """Move a merged copy to the backups, and say where; a file that is no sync program's stays where it is."""
    if offer.copy is None or store.memory is None:
        return None
    target = disk.target_of(store.path)
    if offer.copy.path.parent != target.parent or not is_name_of_copy(offer.copy.path.name, target.name):
        return None
    with suppress(OSError, CannotRead, CannotSave):
        return put_away(offer.copy, store.memory.backups.folder / "copies")
    return None


def differences(clashes: Iterable[GoalClash], *files: GoalFile) -> tuple[Difference, ...]:
    """Give clashes as plain values, each with its goal's title in one of the files."""
    titles = {same(goal.id): goal.title for file in reversed(files) for goal in file.goals}
    return tuple(
        Difference(
            titles.get(each.goal, each.goal),
            tuple(map(str, each.clash.path)),
            *(None if side is GONE else side for side in (each.clash.ours, each.clash.theirs)),
        )
        for each in clashes
    )


def choices_of(clashes: Iterable[GoalClash], sides: Iterable[bool | None]) -> Choices:
    """Give what a person chose at each clash: true for the other side, None for both."""
    pairs = zip(clashes, sides, strict=True)
    return {(each.goal, each.clash.path): side for each, side in pairs if side is not None}


def _sides(data: bytes) -> Sides | None:
    try:
        Reading.of(data)
    except CannotRead:
        return sides_of(data)
    return None


def _of_sides(marked: bytes, sides: Sides) -> Offer:
    merged = _merged(sides, {})
    ours, theirs = Reading.of(sides.ours).file, Reading.of(sides.theirs).file
    return Offer(None, ours, merged.reading.file, theirs, merged.clashes, marked, sides)


def _merged(sides: Sides, choices: Choices) -> Merged:
    return merge(sides.base, sides.ours, sides.theirs, choices)
