"""From what a value was and what it is to be: the smallest edits, so that what a person wrote beside it stays."""

from collections.abc import Iterator
from typing import Any

from smart_tui.store.codecs import Codec, Each, Record
from smart_tui.store.codes import Refusal
from smart_tui.store.edits import Edit, Insert, Put, Take
from smart_tui.store.errors import CannotSave
from smart_tui.store.scalars import LONGEST_TEXT
from smart_tui.store.scan import Path


def difference(path: Path, codec: Codec, before: Any, after: Any, raw: Any) -> Iterator[Edit]:
    """Yield the edits that turn `before` into `after` where `raw` is written now (None: nothing).

    Raises CannotSave `long-text`.
    """
    if before == after:
        return
    if isinstance(codec, Each) and isinstance(raw, list):
        yield from _items(path, codec, before or (), after or (), raw)
    elif after in {None, "", ()}:
        if raw is not None:
            yield Take(path)
    elif isinstance(codec, Record) and before is not None and isinstance(raw, dict):
        for field in codec.fields:
            old, new = getattr(before, field.name), getattr(after, field.name)
            yield from difference((*path, field.key), field.codec, old, new, raw.get(field.key))
    else:
        if isinstance(raw, str) and len(raw) > LONGEST_TEXT:
            # Only its beginning was seen: what is to become of the rest, nobody said.
            raise CannotSave(Refusal.LONG_TEXT)
        yield Put(path, codec.write(after))


def _items(
    path: Path, codec: Each, before: tuple[Any, ...], after: tuple[Any, ...], raw: list[Any]
) -> Iterator[Edit]:
    places = codec.places(raw)
    same = _shared(before, after)
    tail = _shared(before[same:][::-1], after[same:][::-1])
    old, new = before[same : len(before) - tail], after[same : len(after) - tail]
    changed = min(len(old), len(new))
    for step in range(changed):
        at = places[same + step]
        yield from difference((*path, at), codec.item, old[step], new[step], raw[at])
    for step in reversed(range(changed, len(old))):
        yield Take((*path, places[same + step]))
    first = places[same + changed] if same + changed < len(places) else len(raw)
    for step, value in enumerate(new[changed:]):
        yield Insert(path, first + step, codec.item.write(value))


def _shared(one: tuple[Any, ...], other: tuple[Any, ...]) -> int:
    """Give how many items both start with."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
