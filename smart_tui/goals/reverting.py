"""Futures of a limit: its readings mostly come back to where they usually are, where sums and levels go on."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import exp, log, sqrt

from msgspec import Struct

from smart_tui.goals.resampling import RUNS, Futures, Step

KEPT = (0.0, 0.25, 0.5, 0.75, 0.9, 1.0)
"""How much of a deviation may be there a week later, in a walk all of it: each as likely beforehand as the others."""
WIDEST = 2.0
"""What was fitted away from the weeks is given back to them by no more than so many times."""
EVEN = 1e-12
"""Squares that a way leaves unexplained are no fewer: a way that even weeks fit would be infinitely likely."""


class Way(Struct, frozen=True):
    """One way to go on from the present reading."""

    likelihood: float
    """Of the known weeks, if they came about in this way: its logarithm."""
    keep: float
    """How much of a deviation is there a week later."""
    weeks: list[float]
    """What each known week brought beside the return to the mean: its change, and what it made up for."""
    mean: float = 0.0
    """Where readings come back to."""
    doubt: float = 0.0
    """How unsure the mean is: a standard deviation."""
    drifts: bool = False
    """Whether what the weeks bring on average goes on."""

    def gone(self, length: float) -> tuple[float, float]:
        """Give what is kept of a deviation after so many weeks, and how far they stray where one strays by 1."""
        if length <= 1:
            return 1 - (1 - self.keep) * length, length
        if self.keep == 1:
            return 1.0, sqrt(length)
        kept = self.keep**length
        return kept, sqrt((1 - kept * kept) / (1 - self.keep * self.keep))


class RevertingFutures(Futures):
    """The coming weeks of readings that make up for a part of their deviation from a mean, week by week.

    Changes alone, added up, stray ever further: of limits said to be 70-80 % likely, 54 in 100 were kept a year
    after six weeks. How large the part is and where the mean lies is unsure: each way has as many of the runs as
    it is likely, given the known weeks, and each run a mean of its own.
    """

    def __init__(self, known: list[float], began: list[float], steps: list[Step]) -> None:
        self._began = began
        super().__init__(known, steps)

    def _gone(self, steps: Sequence[Step]) -> list[list[float]]:
        after: list[list[float]] = [[] for _ in steps]
        ways = ways_of(self._known, self._began)
        ends = [round(RUNS * part) for part in accumulate(part for _, part in ways)]
        for (way, _), (first, end) in zip(ways, pairwise([0, *ends]), strict=True):
            if first < end:
                self._go(way, slice(first, end), steps, after)
        return after

    def _go(self, way: Way, runs: slice, steps: Sequence[Step], after: list[list[float]]) -> None:
        """Let some runs go a way."""
        week = way.weeks.__getitem__
        usual = [sum(map(week, drawn)) / len(drawn) for drawn in self._draws.known[runs]]
        means = [way.mean + way.doubt * luck for luck in self._draws.luck[runs]]
        far, brought = [0.0] * len(usual), dict[float, tuple[float, list[float], list[float]]]()
        for step, drawn, column in zip(steps, self._draws.coming, after, strict=True):
            if step.length not in brought:
                kept, stray = way.gone(step.length)
                sure = step.length - stray if way.drifts else -stray
                steady = [(1 - kept) * mean + sure * own for mean, own in zip(means, usual, strict=True)]
                brought[step.length] = kept, [stray * each for each in way.weeks], steady
            kept, weeks, steady = brought[step.length]
            far = [
                kept * run + own + weeks[at] for run, own, at in zip(far, steady, drawn[runs], strict=True)
            ]
            column.extend(far)


def ways_of(known: Sequence[float], began: Sequence[float]) -> list[tuple[Way, float]]:
    """Weigh the ways by what each week changed, and by how far from the present reading it began."""
    unit = max(map(abs, known)) or 1.0
    ways = [_drifting(known, unit), *(_returning(known, began, keep, unit) for keep in KEPT)]
    best = max(way.likelihood for way in ways)
    weights = [exp(way.likelihood - best) for way in ways]
    return [(way, weight / sum(weights)) for way, weight in zip(ways, weights, strict=True)]


def _drifting(known: Sequence[float], unit: float) -> Way:
    """Go on as levels do. A week drifts beforehand about as far as it strays (unit information)."""
    count = len(known)
    left = sum(week * week for week in known) - sum(known) ** 2 / (count + 1)
    return Way(_likelihood(left, unit, count) - log(1 + count) / 2, 1.0, list(known), drifts=True)


def _returning(known: Sequence[float], began: Sequence[float], keep: float, unit: float) -> Way:
    """Come back to a mean, which is a walk without a drift where all is kept: an AR(1).

    Least squares take a short history for less of a walk than it is (Kendall 1954), the restricted likelihood
    hardly does (Cheang and Reinsel 2000): it counts the first reading in, and is finite in a walk.
    """
    count, lost = len(known), 1 - keep
    weeks = [change + lost * place for change, place in zip(known, began, strict=True)]
    told = 1 + keep + count * lost
    mean = ((1 + keep) * began[0] + sum(weeks)) / told
    weeks = [week - lost * mean for week in weeks]
    left = lost * (1 + keep) * (began[0] - mean) ** 2 + sum(week * week for week in weeks)
    wider = _wider(weeks, left / count)
    return Way(
        likelihood=_likelihood(left, unit, count) + log((1 + keep) / told) / 2,
        keep=keep,
        weeks=[wider * week for week in weeks],
        mean=mean,
        doubt=sqrt(left / count / (lost * told)) if lost else 0.0,
    )


def _likelihood(left: float, unit: float, count: int) -> float:
    return -count / 2 * log(max(left / unit / unit, EVEN))


def _wider(weeks: Sequence[float], variance: float) -> float:
    """Say how much further weeks drawn from those drawn from these have to stray to have a variance."""
    count = len(weeks)
    usual = sum(weeks) / count
    drawn = sum((week - usual) ** 2 for week in weeks) / count * (count - 2) / (count - 1)
    return min(sqrt(variance / drawn), WIDEST) if drawn > variance / WIDEST**3 else 1.0
