"""The chance of making the date, and when: the goal's own weeks, drawn again and again. Imported where it is used."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil

from msgspec import Struct

from smart_tui.goals.calendar import Span, shifted
from smart_tui.goals.resampling import MOST_STEPS, MOST_WEEKS, RUNS, Futures, Step
from smart_tui.goals.reverting import RevertingFutures
from smart_tui.goals.status import status_of
from smart_tui.goals.tally import Tally
from smart_tui.goals.terms import Bound, Direction, Kind, Period

LEAST_WEEKS = 6
"""Nothing is said before so many whole weeks are over."""
LEAST_SHARE = 0.5
"""A week with less than half its days tells too little of what a whole one brings."""
EARLY, HALF, LATE = 0.15, 0.5, 0.85
"""The parts of the runs that the dates and bands are told of."""
FURTHEST_DAYS = 3653
"""A date more than ten years away is none."""
HAIR = 1e-9
"""What the sum of floats may lack."""
LARGEST = 1e100
"""Sums of larger numbers leave the floats."""
Day = date
"""A field called `date` hides the type from those below it."""


class ForecastBand(Struct, frozen=True):
    """The number at the end of a day to come: 15, 50 and 85 of 100 runs are at most there."""

    date: date
    low: float
    middle: float
    high: float


class Forecast(Struct, frozen=True):
    """What comes if the coming weeks are like those known."""

    chance: float
    """Of reaching the target by the deadline, for a limit of being on its right side then; 0-1."""
    date: Day | None
    """By when half the runs are there, None when that is far away or never."""
    late: Day | None
    """By when 85 of 100 are."""
    weeks: int
    """How many weeks are known."""
    bands: tuple[ForecastBand, ...]


def forecast_of(tally: Tally, *, bands: bool = True) -> Forecast | None:
    """Forecast a running goal; None while it has too few weeks, or nothing to be forecast.

    Bands are for who draws a chart: they take as long again as the chance and the dates.
    """
    kind, goal_line, reached = tally.goal.measurable.kind, tally.goal_line, tally.reached
    if kind is Kind.YES_NO or not tally.checkins or not status_of(tally).running:
        return None
    if goal_line is None or reached is None:
        return None
    known, began = _known(tally, reached)
    numbers = (float(goal_line), float(reached), *known, *began)
    if len(known) < LEAST_WEEKS or not all(abs(number) < LARGEST for number in numbers):
        return None
    sign = _towards(tally, goal_line)
    gap = sign * float(goal_line - reached)
    gap -= HAIR * max(abs(gap), abs(float(goal_line)))
    steps = _steps(tally)
    known, began = ([sign * number for number in numbers] for numbers in (known, began))
    limit = kind is Kind.LIMIT
    runs = RevertingFutures(known, began, steps) if limit else Futures(known, steps)
    half, late = (None, None) if limit else _dates(tally, gap, steps, runs)
    return Forecast(
        chance=(RUNS - bisect_left(runs.after(len(steps) - 1), gap)) / RUNS,
        date=half,
        late=late,
        weeks=len(known),
        bands=tuple(
            _band(step.end, float(reached), sign, runs.after(at)) for at, step in enumerate(steps) if bands
        ),
    )


def _towards(tally: Tally, goal_line: Decimal) -> int:
    """Give 1 where the number has to rise, -1 where it has to fall."""
    measure, baseline = tally.goal.measurable, tally.baseline
    if measure.kind is Kind.LIMIT:
        return 1 if measure.bound is Bound.MIN else -1
    if baseline is None or baseline == goal_line:
        return -1 if measure.direction is Direction.DECREASE else 1
    return 1 if goal_line > baseline else -1


# The weeks known


def _known(tally: Tally, now: Decimal) -> tuple[list[float], list[float]]:
    """Give what each whole week that is over would have brought, and how far from now it began.

    Both are empty where such weeks are too few.
    """
    known: list[float] = []
    began: list[float] = []
    span = _known_span(tally)
    if span is None:
        return known, began
    days = [c.date for c in tally.checkins]
    usual = _usual_days(tally)
    eve = shifted(span.first, -1)
    before = _number_on(tally, days, eve)
    while eve < span.last:
        last = shifted(eve, 7 - eve.isoweekday() % 7)
        after = _number_on(tally, days, last)
        share = tally.calendar.elapsed(eve, last) / usual
        if share >= LEAST_SHARE and after is not None and before is not None:
            known.append(float(after - before) / share)
            began.append(float(before - now))
        before, eve = after, last
    return known, began


def _known_span(tally: Tally) -> Span | None:
    """Give the days of the weeks that are over: from the start, or from the week after a first reading."""
    start, measure = tally.goal.start or tally.checkins[0].date, tally.goal.measurable
    if measure.baseline is None and not measure.kind.adds_up:
        start = max(start, tally.calendar.next_period(Period.WEEK, tally.checkins[0].date).first)
    last = _known_until(tally)
    if last <= start or (last - start).days + 1 < LEAST_WEEKS * 7:
        return None
    return Span(max(start, shifted(last, 1 - 7 * MOST_WEEKS)), last)


def _known_until(tally: Tally) -> date:
    """Give the end of the last week that is known: of a monthly number, no later one is empty until it is due."""
    before = tally.calendar.previous_period(Period.WEEK, tally.today).last
    return min(before, tally.calendar.period(Period.WEEK, tally.judged_on).last)


def _number_on(tally: Tally, days: Sequence[date], day: date) -> Decimal | None:
    at = bisect_right(days, day)
    return tally.values[at - 1] if at else tally.baseline


def _usual_days(tally: Tally) -> int:
    return len(tally.calendar.workdays) or 7


# The weeks to come


def _steps(tally: Tally) -> list[Step]:
    """Cut the way to the deadline into weeks, or into so many weeks that the steps are few."""
    week = tally.calendar.period(Period.WEEK, tally.today)
    deadline = tally.goal.deadline or tally.today
    more = tally.calendar.number(Period.WEEK, deadline) - tally.calendar.number(Period.WEEK, tally.today)
    days = 7 * ceil(more / (MOST_STEPS - 1))
    usual = _usual_days(tally)
    end = min(week.last, deadline)
    first = tally.calendar.elapsed(_known_until(tally), end) / usual
    steps = [Step(end, first * _still_open(tally, week))]
    while end < deadline:
        begin, end = end, min(shifted(end, days), deadline)
        steps.append(Step(end, tally.calendar.elapsed(begin, end) / usual))
    return steps


def _still_open(tally: Tally, week: Span) -> float:
    """Give the part of the present week's numbers that is still to come, by the weekdays of the earlier ones."""
    latest = tally.checkins[-1].date
    if latest < week.first:
        return 1.0
    earlier = [c.date.weekday() for c in tally.checkins if c.date < week.first]
    return sum(weekday > latest.weekday() for weekday in earlier) / len(earlier) if earlier else 0.0


# What they come to


def _band(end: date, reached: float, sign: int, column: Sequence[float]) -> ForecastBand:
    low, middle, high = (reached + sign * column[_place(part)] for part in (LATE, HALF, EARLY))
    return ForecastBand(end, low, middle, high) if sign > 0 else ForecastBand(end, high, middle, low)


def _place(part: float) -> int:
    """Give the place, from the least far on, of the run that such a part of the runs is as far as."""
    return RUNS - ceil(part * RUNS)


def _dates(tally: Tally, gap: float, steps: list[Step], runs: Futures) -> tuple[date | None, date | None]:
    """Say by when half the runs are there, and 85 of 100."""
    end = runs.after(len(steps) - 1)
    after = runs.weeks_after(gap) if end[_place(LATE)] < gap else []
    half, late = (
        _before_deadline(tally, gap, steps, runs, part)
        if end[_place(part)] >= gap
        else _day_after(tally, after[ceil(part * RUNS) - 1])
        for part in (HALF, LATE)
    )
    return half, late


def _before_deadline(tally: Tally, gap: float, steps: list[Step], runs: Futures, part: float) -> date | None:
    """Say since when so many runs, that are there at the end, are there for good; None where that is too far away."""
    place, at = _place(part), len(steps) - 1
    while at > 0 and runs.after(at - 1)[place] >= gap:
        at -= 1
    begin, before = (steps[at - 1].end, runs.after(at - 1)[place]) if at else (tally.today, 0.0)
    far = runs.after(at)[place]
    share = (gap - before) / (far - before) if far > before else 1.0
    day = shifted(begin, ceil(share * (steps[at].end - begin).days))
    return day if (day - tally.today).days <= FURTHEST_DAYS else None


def _day_after(tally: Tally, weeks: float) -> date | None:
    """Give the day that is so many worked weeks after the deadline; None when it is too far away."""
    deadline, furthest = tally.goal.deadline or tally.today, shifted(tally.today, FURTHEST_DAYS)
    days = weeks * _usual_days(tally)
    if tally.calendar.elapsed(deadline, furthest) < days:
        return None
    reach = range((furthest - deadline).days + 1)
    elapsed = tally.calendar.elapsed
    # No run that is late is there on the deadline itself, however small a part of a day it lacks.
    return shifted(
        deadline, bisect_left(reach, days, lo=1, key=lambda day: elapsed(deadline, shifted(deadline, day)))
    )
