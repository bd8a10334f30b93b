"""Made-up histories whose truth is known: is what a forecast says as often true as it says?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import exp, log, sqrt
from random import Random

from goal_builders import goal

from smart_tui.goals.calendar import PLAIN_CALENDAR
from smart_tui.goals.forecast import forecast_of
from smart_tui.goals.tally import Tally

KNOWN, LEFT = (6, 9, 26), (6, 20, 52)
CELLS = tuple((known, left) for known in KNOWN for left in LEFT)
SAID = (0.7, 0.8)
"""The forecasts that are looked at."""
WIDE = 2.0
"""Targets lie so many times as far around the truth as n weeks are unsure of k to come: all chances come up."""
FIRST_MONDAY = date(2026, 1, 5)
LEVEL_START = 1000


@dataclass(frozen=True, slots=True)
class Source:
    """Where weeks come from, with their true mean and variance."""

    week: Callable[[], float]
    mean: float
    variance: float
    level: bool = False


@dataclass(slots=True)
class Share:
    """How many goals were said to be 70-80 % likely, and how many of them were reached."""

    said: int = 0
    reached: int = 0

    @property
    def ratio(self) -> float:
        return self.reached / self.said if self.said else 0.0


def counts(dice: Random) -> Source:
    mean = _between(dice, 1, 30)
    return Source(lambda: _poisson(dice, mean), mean, mean)


def clustered_counts(dice: Random) -> Source:
    """Negative binomial."""
    mean, shape = _between(dice, 2, 30), dice.uniform(0.8, 4)
    return Source(
        lambda: _poisson(dice, dice.gammavariate(shape, mean / shape)), mean, mean + mean * mean / shape
    )


def counts_with_empty_weeks(dice: Random) -> Source:
    """Zero-inflated."""
    mean, full = _between(dice, 2, 20), dice.uniform(0.4, 0.8)
    variance = full * (mean + mean * mean) - (full * mean) ** 2
    return Source(lambda: _poisson(dice, mean) if dice.random() < full else 0, full * mean, variance)


def lumpy_sums(dice: Random) -> Source:
    """A few orders a week, each of a lognormal size."""
    orders, spread = dice.uniform(0.8, 4), dice.uniform(0.4, 1)
    return Source(
        lambda: sum(dice.lognormvariate(0, spread) for _ in range(_poisson(dice, orders))),
        orders * exp(spread**2 / 2),
        orders * exp(2 * spread**2),
    )


def levels(dice: Random) -> Source:
    """The changes of a random walk with a drift."""
    drift, spread = dice.gauss(0, 1), dice.uniform(0.3, 3)
    return Source(lambda: dice.gauss(drift, spread), drift, spread**2, level=True)


SOURCES = (counts, clustered_counts, counts_with_empty_weeks, lumpy_sums, levels)


def shares(each: int, seed: int = 1) -> Iterator[tuple[tuple[int, int], Share]]:
    """Try so many histories of every source in every cell of weeks known and left."""
    for known, left in CELLS:
        share, dice = Share(), Random(1000 * known + left + seed)
        for source in SOURCES * each:
            chance, reached = tried(dice, source(dice), known, left)
            if SAID[0] <= chance <= SAID[1]:
                share.said += 1
                share.reached += reached
        yield (known, left), share


def tried(dice: Random, source: Source, known: int, left: int) -> tuple[float, bool]:
    """Give the chance that is said after the known weeks, and whether the target was reached after the others."""
    weeks = [source.week() for _ in range(known)]
    to_come = sum(source.week() for _ in range(left))
    unsure = dice.uniform(-WIDE, WIDE) * sqrt(source.variance * (1 / left + 1 / known))
    wanted = source.mean + unsure if source.level else source.mean * exp(unsure / source.mean)
    so_far = sum(weeks) + (LEVEL_START if source.level else 0)
    target = so_far + left * wanted
    forecast = forecast_of(_tally(source, weeks, target, left))
    if forecast is None:  # reached by now
        return 1.0, True
    rising = not source.level or target > LEVEL_START
    return forecast.chance, (so_far + to_come >= target) is rising


def _tally(source: Source, weeks: list[float], target: float, left: int) -> Tally:
    today = FIRST_MONDAY + timedelta(weeks=len(weeks))
    numbers, number = {}, Decimal(LEVEL_START)
    for at, week in enumerate(weeks):
        number += Decimal(week)
        friday = FIRST_MONDAY + timedelta(weeks=at, days=4)
        numbers[friday.isoformat()] = number if source.level else Decimal(week)
    of = goal(
        kind="level" if source.level else "total",
        baseline=LEVEL_START if source.level else None,
        target=Decimal(target),
        start=FIRST_MONDAY.isoformat(),
        deadline=(today + timedelta(weeks=left, days=-1)).isoformat(),
        checkins=numbers,
    )
    return Tally(of, of.history.checkins, PLAIN_CALENDAR, today)


def _between(dice: Random, least: float, most: float) -> float:
    return exp(dice.uniform(log(least), log(most)))


def _poisson(dice: Random, mean: float) -> int:
    limit, product, count = exp(-mean), dice.random(), 0
    while product > limit:
        product *= dice.random()
        count += 1
    return count
