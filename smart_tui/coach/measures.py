"""The marketing measures that the coach knows: how each counts, which way is better, where its number is found."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from smart_tui.goals.names import plain
from smart_tui.goals.terms import Direction, Kind


class KnownMeasure(Struct, frozen=True):
    """One measure of the library, in both languages."""

    key: str
    names: Mapping[str, tuple[str, ...]]
    """By language, the usual one first."""
    kind: Kind
    unit: str | None
    """`%`, `money` (whichever currency), a word, or None for a count."""
    direction: Direction
    source: Mapping[str, str]
    """Where its number is usually found."""
    vague: Mapping[str, str]
    """How people ask for it without a number."""


@lru_cache(64)
def known_measure(metric: str) -> KnownMeasure | None:
    """Find the measure that a metric names: the longest of its names that stands in it as whole words."""
    words, names = plain(metric).split(), _names()
    parts = (
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, min(_longest_name(), len(words) - start) + 1)
    )
    found = max((part for part in parts if part in names), key=len, default=None)
    return None if found is None else measures()[names[found]]


@cache
def measures() -> tuple[KnownMeasure, ...]:
    """Give the whole library."""
    text = Path(__file__).with_name("lexicon").joinpath("measures.json").read_text("utf-8")
    return tuple(
        KnownMeasure(
            key=it["key"],
            names={lang: tuple(names) for lang, names in it["names"].items()},
            kind=Kind(it["kind"]),
            unit=it["unit"],
            direction=Direction(it["direction"]),
            source=it["source"],
            vague=it["vague"],
        )
        for it in json.loads(text)
    )


@cache
def _longest_name() -> int:
    """Give the number of words beyond which nothing is a name."""
    return max(name.count(" ") + 1 for name in _names())


@cache
def _names() -> Mapping[str, int]:
    """Give the place of a measure by each of its names; of two with one name the first."""
    named = [
        (plain(name), place)
        for place, measure in enumerate(measures())
        for names in measure.names.values()
        for name in names
    ]
    return MappingProxyType(dict(reversed(named)))
