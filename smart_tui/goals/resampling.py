"""Futures drawn from the weeks of a goal that are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import inf, sqrt
from operator import mul
from random import Random
from typing import NamedTuple

RUNS = 250
BYTE = 2**8
MOST_WEEKS = 156
"""The latest weeks that are drawn from: three years are history enough, and a byte can point at each."""
MOST_STEPS = 60
"""A longer way is gone in steps of several weeks."""


@dataclass(frozen=True, slots=True)
class Step:
    """The way to a day: its length in worked weeks."""

    end: date
    length: float


class Run(NamedTuple):
    """One future: how far it has come after each step, and the weeks that it took for the known ones."""

    way: list[float]
    drawn: bytes


def futures(known: list[float], steps: list[Step]) -> Iterator[Run]:
    """Draw the coming weeks from weeks drawn from those known, for each run anew.

    What few weeks say of their own mean is unsure, and drawing from them as they are hides it: of 100 goals said
    to be 70-80 % likely, 48-63 were reached. Drawing the known weeks first puts that back (Rubin 1981 weighs them
    for it). One is left out of the n, for the mean of n drawn from n strays less than theirs: its variance is
    (n - 1)/n of s²/n, that of n - 1 drawn weeks is s²/n (Rao and Wu 1988).
    """
    # Seeded by how many weeks there are, never by what they brought: so no number that was reached can lower the
    # chance, each run being the same sum of the same weeks.
    weeks, count = len(known), len(steps)
    dice = Random(weeks * MOST_STEPS + count)  # noqa: S311  # no secret, and the same every time
    # A step of many weeks brings so many means, and strays from them by the root of so many.
    strays = [min(step.length, sqrt(step.length)) for step in steps]
    sure = list(accumulate(step.length - stray for step, stray in zip(steps, strays, strict=True)))
    whole = all(stray == 1 for stray in strays)
    again = weeks - 1
    redrawn = _places(dice, weeks, again * RUNS)
    random = dice.randbytes(count * RUNS)
    for run in range(RUNS):
        drawn = redrawn[run * again : (run + 1) * again]
        # Weeks are bytes, and bytes are drawn from bytes, until the end: ten times as quick as lists and choices().
        coming = random[run * count : (run + 1) * count].translate(_tiled(drawn))
        brought = map(known.__getitem__, coming)
        way = list(accumulate(brought if whole else map(mul, strays, brought)))
        if sure[-1]:
            mean = _mean(known, drawn)
            way = [far + mean * means for far, means in zip(way, sure, strict=True)]
        yield Run(way, drawn)


def _mean(known: list[float], drawn: bytes) -> float:
    return sum(map(known.__getitem__, drawn)) / len(drawn)


def _places(dice: Random, below: int, count: int) -> bytes:
    """Draw so many places, each below a number, all alike in chance."""
    even = BYTE - BYTE % below
    # Twice as many as are needed on average, for those that are thrown away.
    drawn = dice.randbytes(2 * count * BYTE // even)
    return drawn.translate(_tiled(bytes(range(below))), bytes(range(even, BYTE)))[:count]


def _tiled(row: bytes) -> bytes:
    """Repeat a row until every byte stands for a place in it."""
    return (row * (BYTE // len(row) + 1))[:BYTE]


def weeks_after(gap: float, drawn: list[Run], known: list[float]) -> list[float]:
    """Give each run's worked weeks from the deadline until it is there, sorted: it goes on at its own mean."""
    dice = Random(len(drawn))  # noqa: S311  # as above
    usual = sum(known) / len(known)
    stray, weeks = sqrt(sum((week - usual) ** 2 for week in known) / len(known)), []
    for future in drawn:
        left = gap - future.way[-1]
        if left <= 0:
            weeks.append(0.0)
            continue
        mean, luck = _mean(known, future.drawn), stray * dice.gauss()
        # mean·t + luck·√t = left: so far do t weeks stray together.
        root = (sqrt(luck * luck + 4 * mean * left) - luck) / (2 * mean) if mean > 0 else inf
        weeks.append(root * root)  # may be inf, where ** raises
    return sorted(weeks)
