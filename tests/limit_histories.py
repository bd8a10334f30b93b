"""Made-up readings whose truth is known, of limits and of levels: do they end as often on their side as is said?"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from math import exp, sqrt
from random import Random
from typing import NamedTuple

from goal_builders import goal
from histories import CELLS, FIRST_MONDAY, WIDE, Share

from smart_tui.goals.calendar import PLAIN_CALENDAR
from smart_tui.goals.forecast import forecast_of
from smart_tui.goals.tally import Tally

BANDS = ((0.4, 0.6), (0.7, 0.8), (0.85, 0.95))
"""The forecasts that are looked at."""
USUAL = 1000
"""Where the readings lie; they stray by about one."""


class Source(NamedTuple):
    """Readings around a line: so much of a deviation is kept from week to week, and something comes to it."""

    keep: float
    noise: Callable[[], float]
    drift: float = 0.0
    level: bool = False

    def readings(self, dice: Random, count: int) -> list[float]:
        """Give one for each week, from long ago on; a walk begins at its usual place."""
        deviation = dice.gauss(0, sqrt(self.strayed(1000))) if self.keep < 1 else 0.0
        readings = []
        for week in range(count):
            readings.append(USUAL + week * self.drift + deviation)
            deviation = self.keep * deviation + self.noise()
        return readings

    def strayed(self, weeks: int) -> float:
        """Give the variance of what comes in so many weeks, where one brings 1."""
        return weeks if self.keep == 1 else (1 - self.keep ** (2 * weeks)) / (1 - self.keep**2)

    def unsure(self, known: int, left: int) -> float:
        """Give the variance of what the known weeks say of the end: of their mean, or of their line."""
        if self.level and self.drift:
            return 12 / known**3 * (left + known / 2) ** 2
        return 0 if self.keep == 1 else min(1, (1 + self.keep) / (1 - self.keep) / known) * self.strayed(1000)


Sources = dict[str, Callable[[Random], Source]]


class Outcome(NamedTuple):
    """How many goals were said to be as likely as each band, and how many of them were reached."""

    cell: tuple[int, int]
    source: str
    shares: list[Share]

    def add(self, chance: float, reached: bool) -> None:
        for (least, most), share in zip(BANDS, self.shares, strict=True):
            if least <= chance <= most:
                share.said += 1
                share.reached += reached


def pooled(outcomes: Iterable[Outcome]) -> list[Share]:
    """Add up each band's."""
    of_bands = zip(*(outcome.shares for outcome in outcomes), strict=True)
    return [Share(sum(s.said for s in band), sum(s.reached for s in band)) for band in map(list, of_bands)]


def independent(dice: Random) -> Source:
    """Lopsided, as costs are."""
    spread = dice.uniform(0.1, 0.7)
    mean, of_one = exp(spread**2 / 2), sqrt(exp(spread**2) - 1) * exp(spread**2 / 2)
    return Source(0, lambda: (dice.lognormvariate(0, spread) - mean) / of_one)


def kept(keep: float, drift: float = 0.0, *, level: bool = False) -> Callable[[Random], Source]:
    """Give readings that keep so much of a deviation."""

    def source(dice: Random) -> Source:
        return Source(keep, lambda: dice.gauss(0, 1), dice.choice((-1, 1)) * drift, level=level)

    return source


def trending_level(dice: Random) -> Source:
    """A line, and noise on each of its readings."""
    return Source(0, lambda: dice.gauss(0, 1), dice.gauss(0, 1), level=True)


LIMITS: Sources = {
    "independent": independent,
    "keeps 0.3": kept(0.3),
    "keeps 0.6": kept(0.6),
    "keeps 0.9": kept(0.9),
    "keeps 0.6, drifts": kept(0.6, 0.03),
    "walk": kept(1),
}
LEVELS: Sources = {
    "trending level": trending_level,
    "level keeps 0.3": kept(0.3, level=True),
    "level keeps 0.9": kept(0.9, level=True),
}


def limit_shares(each: int, sources: Sources = LIMITS, seed: int = 1) -> Iterator[Outcome]:
    """Try so many histories of every source in every cell of weeks known and left."""
    for cell in CELLS:
        for name, source in sources.items():
            dice = Random(f"{cell} {name} {seed}")
            outcome = Outcome(cell, name, [Share() for _ in BANDS])
            for _ in range(each):
                outcome.add(*tried(dice, source(dice), *cell))
            yield outcome


def tried(dice: Random, source: Source, known: int, left: int) -> tuple[float, bool]:
    """Give the chance that is said after the known weeks, and whether the last reading was on the right side."""
    readings = source.readings(dice, 1 + known + left)
    now, end = readings[known], readings[-1]
    middle = USUAL + (known + left) * source.drift
    middle += source.keep**left * (now - USUAL - known * source.drift)
    target = middle + dice.uniform(-WIDE, WIDE) * sqrt(source.strayed(left) + source.unsure(known, left))
    rising = target > readings[0] if source.level else dice.random() < 0.5
    forecast = forecast_of(_tally(source, readings[: known + 1], target, left, rising=rising))
    if forecast is None:  # a level that is there by now
        return 1.0, True
    return forecast.chance, (end >= target) is rising


def _tally(source: Source, readings: list[float], target: float, left: int, *, rising: bool) -> Tally:
    today = FIRST_MONDAY + timedelta(weeks=len(readings) - 1)
    # A limit's first reading opens its first week, a level's is its baseline.
    fridays = [FIRST_MONDAY + timedelta(weeks=at - 1, days=4) for at in range(len(readings))]
    numbers = {_iso(day): Decimal(number) for day, number in zip(fridays, readings, strict=True)}
    if source.level:
        del numbers[_iso(fridays[0])]
    of = goal(
        kind="level" if source.level else "limit",
        baseline=Decimal(readings[0]) if source.level else None,
        bound="min" if rising else "max",
        target=Decimal(target),
        start=_iso(FIRST_MONDAY if source.level else FIRST_MONDAY - timedelta(weeks=1)),
        deadline=_iso(today + timedelta(weeks=left, days=-1)),
        checkins=numbers,
    )
    return Tally(of, of.history.checkins, PLAIN_CALENDAR, today)


def _iso(day: date) -> str:
    return day.isoformat()
