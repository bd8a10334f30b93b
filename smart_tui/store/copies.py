"""Copies of a goal file that lie beside it: what synced folders leave where two wrote at once, and we ourselves."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from smart_tui.goals.tree import same
from smart_tui.store import disk
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.reader import Reading
from smart_tui.store.store import Store

MOST_LOOKED_AT = 50
"""Files beside it that are read at most; only those with a telling name are."""

_DAY = r"\d{4}-?\d\d-?\d\d"
_CONFLICT = (
    "conflict|konflikt|conflit|conflito|ristiriit|çakış|xung đột|конфликт|конфлікт|冲突|衝突|競合|충돌"
)
"""What the sync programs call it, in the languages in which they name files."""
_AFTER_THE_NAME = (
    # Dropbox, Nextcloud, Google Drive: in brackets a person and a day, or a number.
    rf" ?[(\[](?:[^)\]]*(?:{_CONFLICT}|{_DAY})[^)\]]*|\d{{1,3}})[)\]](?: ?\(\d{{1,3}}\))?",
    # Syncthing, and ours.
    r"\.sync-conflict-[\w-]+",
    r"\.conflict-\d{8}t\d{6}z(?:-\d+)?",
    # ownCloud of old.
    rf"_conflict-{_DAY}.*",
    # iCloud.
    r" \d{1,3}",
)
_ONEDRIVE = r"-(?=[0-9-]*[A-Z])(?:[A-Z0-9-]{2,19}|.*(?:MacBook|iMac|Mac mini|Mac Studio).*)"
"""The computer's name: capitals on Windows, so that `goals-2027` and `goals-old` are files of their own."""


class Copy(Struct, frozen=True):
    """One of them, as it was read."""

    path: Path
    data: bytes


def is_name_of_copy(name: str, of: str) -> bool:
    """Whether a sync program, or we, would call a copy of this file so."""
    stem, dot, ending = unicodedata.normalize("NFC", of).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    written = unicodedata.normalize("NFC", name)
    head, tail = same(stem), same(dot + ending)
    if not same(written).startswith(head) or not same(written).endswith(tail) or same(written) == head + tail:
        return False
    more = written[len(stem) : len(written) - len(dot + ending)]
    return any(re.fullmatch(pattern, more.lower()) for pattern in _AFTER_THE_NAME) or bool(
        re.fullmatch(_ONEDRIVE, more)
    )


def copies_among(
    names: Iterable[str], of: str, ids: Iterable[str], read: Callable[[str], bytes | None]
) -> Iterator[tuple[str, bytes]]:
    """Yield the copies: named like one, readable as a goal file, and sharing a goal with ours."""
    ours = {same(known_as) for known_as in ids}
    telling = sorted(name for name in names if is_name_of_copy(name, of))
    for name in telling[:MOST_LOOKED_AT]:
        with suppress(CannotRead):
            data = read(name)
            if data is not None and ours & {same(goal.id) for goal in Reading.of(data).file.goals}:
                yield name, data


def copies_beside(path: Path, ids: Iterable[str]) -> list[Copy]:
    """Find the copies of a goal file in its folder."""
    target = disk.target_of(path)
    found = copies_among(
        _named(target), target.name, ids, lambda name: disk.look(target.with_name(name)).data
    )
    return [Copy(target.with_name(name), data) for name, data in found]


def is_any(store: Store) -> bool:
    """Whether there is another version to merge in; cheap where no name tells of one."""
    from smart_tui.store.markers import sides_of

    with suppress(CannotRead, CannotSave):
        if not _named(disk.target_of(store.path)):
            # Reading a large file in vain takes long, and whoever asks has tried.
            return sides_of(disk.look(store.path).data or b"") is not None and not _is_sound(store)
        try:
            return bool(copies_beside(store.path, [goal.id for goal in store.read().file.goals]))
        except CannotRead:
            return sides_of(disk.look(store.path).data or b"") is not None
    return False


def _named(target: Path) -> list[str]:
    """Give the names beside a file that tell of a copy of it."""
    with suppress(OSError):
        return [entry.name for entry in target.parent.iterdir() if is_name_of_copy(entry.name, target.name)]
    return []


def _is_sound(store: Store) -> bool:
    try:
        store.read()
    except CannotRead:
        return False
    return True


def put_away(copy: Copy, folder: Path) -> Path | None:
    """Move a copy into a folder, durably; one that was written meanwhile stays where it is (None).

    Raises OSError, CannotSave.
    """
    disk.make_folder(folder)
    place = folder / copy.path.name
    number = 1
    while place.exists():
        number += 1
        place = folder / f"{copy.path.stem}~{number}{copy.path.suffix}"
    disk.replace(place, copy.data)
    if disk.look(copy.path).data != copy.data:
        return None
    copy.path.unlink()
    return place
