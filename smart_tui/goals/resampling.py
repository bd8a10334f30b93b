"""Futures drawn from the weeks of a goal that are known."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from math import inf, sqrt
from operator import add
from random import Random
from typing import NamedTuple

from msgspec import Struct

RUNS = 250
BYTE = 2**8
KEPT_DRAWS = 64
"""Of so many pairs of weeks known and to come, each some twenty thousand bytes."""
MOST_WEEKS = 156
"""The latest weeks that are drawn from: three years are history enough, and a byte can point at each."""
MOST_STEPS = 60
"""A longer way is gone in steps of several weeks."""


class Step(Struct, frozen=True):
    """The way to a day: its length in worked weeks."""

    end: date
    length: float


class Draws(NamedTuple):
    """What was drawn, as places among the known weeks."""

    known: tuple[bytes, ...]
    """For each run, the weeks that it took for the known ones."""
    coming: tuple[bytes, ...]
    """For each step, the week that each run drew for it."""
    luck: tuple[float, ...]
    """For each run, how far it strays after the deadline, in standard deviations."""


class Futures:
    """The coming weeks, drawn from weeks drawn from those known, for each run anew.

    What few weeks say of their own mean is unsure, and drawing from them as they are hides it: of 100 goals said
    to be 70-80 % likely, 48-63 were reached. Drawing the known weeks first puts that back (Rubin 1981 weighs them
    for it). One is left out of the n, for the mean of n drawn from n strays less than theirs: its variance is
    (n - 1)/n of s²/n, that of n - 1 drawn weeks is s²/n (Rao and Wu 1988).
    """

    def __init__(self, known: list[float], steps: list[Step]) -> None:
        self._known, self._draws = known, _draws(len(known), len(steps))
        self._sorted: dict[int, list[float]] = {}
        self._after = self._gone(steps)

    def after(self, step: int) -> list[float]:
        """Give how far the runs have come after a step, sorted: a chart asks for every step, a chance for few."""
        if step not in self._sorted:
            self._sorted[step] = sorted(self._after[step])
        return self._sorted[step]

    def weeks_after(self, gap: float) -> list[float]:
        """Give each run's worked weeks from the deadline until it is there, sorted: it goes on at its own mean."""
        usual = sum(self._known) / len(self._known)
        stray, weeks = sqrt(sum((week - usual) ** 2 for week in self._known) / len(self._known)), []
        for far, mean, own in zip(self._after[-1], self._means, self._draws.luck, strict=True):
            left, luck = gap - far, stray * own
            if left <= 0:
                weeks.append(0.0)
                continue
            # mean·t + luck·√t = left: so far do t weeks stray together.
            root = (sqrt(luck * luck + 4 * mean * left) - luck) / (2 * mean) if mean > 0 else inf
            weeks.append(root * root)  # may be inf, where ** raises
        return sorted(weeks)

    def _gone(self, steps: Sequence[Step]) -> list[list[float]]:
        """Give how far each run has come after each step."""
        after, far, steady = [], [0.0] * RUNS, dict[float, list[float]]()
        for step, drawn in zip(steps, self._draws.coming, strict=True):
            # A step of many weeks brings so many means, and strays from them by the root of so many.
            stray = min(step.length, sqrt(step.length))
            brought = [stray * week for week in self._known]
            far = list(map(add, far, map(brought.__getitem__, drawn)))
            if (sure := step.length - stray) > 0:
                if sure not in steady:
                    steady[sure] = [sure * mean for mean in self._means]
                far = list(map(add, far, steady[sure]))
            after.append(far)
        return after

    @cached_property
    def _means(self) -> list[float]:
        """What a week brings in each run."""
        week = self._known.__getitem__
        return [sum(map(week, drawn)) / len(drawn) for drawn in self._draws.known]


@lru_cache(maxsize=KEPT_DRAWS)
def _draws(weeks: int, count: int) -> Draws:
    """Draw every run's weeks: goals with as many known and to come share them."""
    # Seeded by how many weeks there are, never by what they brought: so no number that was reached can lower the
    # chance, each run being the same sum of the same weeks.
    dice = Random(weeks * MOST_STEPS + count)  # noqa: S311  # no secret, and the same every time
    again = weeks - 1
    redrawn = _places(dice, weeks, again * RUNS)
    known = [redrawn[run * again : (run + 1) * again] for run in range(RUNS)]
    random = dice.randbytes(count * RUNS)
    # Weeks are bytes, and bytes are drawn from bytes, until the end: ten times as quick as lists and choices().
    coming = [random[run * count : (run + 1) * count].translate(_tiled(own)) for run, own in enumerate(known)]
    return Draws(
        known=tuple(known),
        coming=tuple(bytes(step) for step in zip(*coming, strict=True)),
        luck=tuple(dice.gauss() for _ in range(RUNS)),
    )


def _places(dice: Random, below: int, count: int) -> bytes:
    """Draw so many places, each below a number, all alike in chance."""
    even = BYTE - BYTE % below
    # Twice as many as are needed on average, for those that are thrown away.
    drawn = dice.randbytes(2 * count * BYTE // even)
    return drawn.translate(_tiled(bytes(range(below))), bytes(range(even, BYTE)))[:count]


def _tiled(row: bytes) -> bytes:
    """Repeat a row until every byte stands for a place in it."""
    return (row * (BYTE // len(row) + 1))[:BYTE]
