"""Lists that grew from one: what each side did to its items, and both put together."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

MOST_PAIRS = 250_000
"""Items of one side times those of the other: beyond this, items are counted and not lined up."""
MARKS_OF_A_RECORD = ("id", "date", "period", "what", "name", "from")
"""Keys that say which record it is, when the rest of it was edited."""


Span = tuple[str, int, int, int, int]
"""What became of a stretch: a word of difflib, where it starts and ends in the old list, and in the new one."""


class Gone:
    """Nothing: a key that is not there, an item that was removed."""

    def __repr__(self) -> str:
        return "GONE"


GONE = Gone()


class Fates(Struct, frozen=True):
    """What became of the items of a list."""

    kept: tuple[Any, ...]
    """For each old item what it is now, `GONE` where it was removed."""
    added: tuple[tuple[Any, ...], ...]
    """The new items before each old one, and at last those after all of them."""


def likeness(value: Any) -> Any:
    """Give what two values of a file have in common exactly when they say the same; it can be hashed."""
    if isinstance(value, dict):
        return tuple(sorted((key, likeness(item)) for key, item in value.items()))
    if isinstance(value, (list, tuple)):
        return tuple(map(likeness, value))
    return type(value).__name__, str(value)


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same, 1 and true not taken for one another."""
    return bool(likeness(one) == likeness(other))


def fates(old: Sequence[Any], new: Sequence[Any], *, paired: bool = True) -> Fates:
    """Line two states of a list up; with `paired`, an edited record is the same record still."""
    olds, news = list(map(likeness, old)), list(map(likeness, new))
    kept: list[Any] = [GONE] * len(old)
    added: list[list[Any]] = [[] for _ in range(len(old) + 1)]
    for tag, first, last, begin, end in _steps(olds, news):
        if tag == "equal":
            kept[first:last] = new[begin:end]
        elif tag == "replace" and paired:
            place = first
            for at in range(begin, end):
                found = next((it for it in range(place, last) if _akin(old[it], new[at])), None)
                if found is None:
                    added[place].append(new[at])
                else:
                    kept[found], place = new[at], found + 1
        else:
            added[last].extend(new[begin:end])
    return Fates(tuple(kept), tuple(map(tuple, added)))


def alignable(old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Whether two lists are near enough to one another to be lined up in reasonable time."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return (len(old) - head - tail) * (len(new) - head - tail) <= MOST_PAIRS


def _steps(old: list[Any], new: list[Any]) -> list[Span]:
    from difflib import SequenceMatcher

    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    inner: list[Span]
    if len(inner_old) * len(inner_new) > MOST_PAIRS:
        inner = _counted(inner_old, inner_new)
    else:
        inner = list(SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes())
    shifted = [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in inner]
    ends = (len(old) - tail, len(old), len(new) - tail, len(new))
    return [("equal", 0, head, 0, head), *shifted, ("equal", *ends)]


def _counted(old: list[Any], new: list[Any]) -> list[Span]:
    """Take every item that both lists hold for kept, wherever it stands."""
    there = Counter(new)
    steps: list[Span] = []
    places: dict[Any, list[int]] = {}
    for place in reversed(range(len(new))):
        places.setdefault(new[place], []).append(place)
    for place, item in enumerate(old):
        if there[item]:
            there[item] -= 1
            at = places[item].pop()
            steps.append(("equal", place, place + 1, at, at + 1))
    taken = {step[3] for step in steps}
    steps += (("insert", len(old), len(old), at, at + 1) for at in range(len(new)) if at not in taken)
    return steps


def _akin(one: Any, other: Any) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    marks = [mark for mark in MARKS_OF_A_RECORD if mark in one and mark in other]
    if marks:
        return all(same(one[mark], other[mark]) for mark in marks)
    return any(same(one[key], other[key]) for key in one.keys() & other.keys())


def _shared(one: Sequence[Any], other: Sequence[Any]) -> int:
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count


def woven(
    base: Sequence[Any],
    ours: Sequence[Any],
    theirs: Sequence[Any],
    both: Callable[[Any, Any, Any], Any],
    *,
    twice: bool = True,
    paired: bool = True,
) -> list[Any]:
    """Do to a list what either side did; `both` decides on an item that the two sides left differently.

    `both` gets the old item and what each side made of it (`GONE`: removed). What both sides added stays
    twice, or once without `twice`.
    """
    mine, yours = fates(base, ours, paired=paired), fates(base, theirs, paired=paired)
    result: list[Any] = []
    for place in range(len(base) + 1):
        result += mine.added[place]
        result += yours.added[place] if twice else _unlike(yours.added[place], mine.added[place])
        if place == len(base):
            break
        old, one, other = base[place], mine.kept[place], yours.kept[place]
        item = other if same_fate(one, old) else one if same_fate(other, old) else both(old, one, other)
        if item is not GONE:
            result.append(item)
    return result


def same_fate(one: Any, other: Any) -> bool:
    """Whether two states of a value are the same, being gone included."""
    if one is GONE or other is GONE:
        return one is other
    return same(one, other)


def _unlike(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    left = Counter(map(likeness, others))
    result = []
    for item in items:
        if left[likeness(item)]:
            left[likeness(item)] -= 1
        else:
            result.append(item)
    return result
