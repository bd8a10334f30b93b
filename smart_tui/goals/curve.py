"""A goal's history beside its plan, as points to draw."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.calendar import ALL_WEEK
from smart_tui.goals.plan import expected
from smart_tui.goals.tally import Tally
from smart_tui.goals.terms import Kind

SAMPLES = 40
"""So many days of a plan are looked at that leaves days out; by itself it is straight."""


class Point(Struct, frozen=True):
    """A number on a day."""

    date: date
    value: float


class Curve(Struct, frozen=True):
    """The number after each day with a check-in, what the plan wants, and the number to be reached."""

    history: tuple[Point, ...]
    plan: tuple[Point, ...]
    goal_line: Decimal


def curve(tally: Tally) -> Curve | None:
    """Give a goal's curve; None for yes-no, without check-ins, or without a target and dates."""
    goal = tally.goal
    if goal.measurable.kind is Kind.YES_NO or tally.goal_line is None or not tally.checkins:
        return None
    if goal.start is None or goal.deadline is None or goal.deadline < goal.start:
        return None
    return Curve(_history(tally, goal.start), tuple(_plan(tally, goal.start, goal.deadline)), tally.goal_line)


def _history(tally: Tally, start: date) -> tuple[Point, ...]:
    days: dict[date, Decimal] = {}
    if tally.baseline is not None and tally.goal.measurable.kind is not Kind.LIMIT:
        days[min(start, tally.checkins[0].date)] = tally.baseline
    days |= {c.date: number for c, number in zip(tally.checkins, tally.values, strict=True)}
    return tuple(Point(day, float(value)) for day, value in days.items())


def _plan(tally: Tally, start: date, deadline: date) -> Iterator[Point]:
    baseline, goal_line = tally.baseline, tally.goal_line
    if baseline is None or goal_line is None:
        return
    days = {start, deadline} | {m.date for m in tally.goal.timebound.milestones if start < m.date < deadline}
    if tally.calendar.workdays != ALL_WEEK or tally.calendar.days_off:
        length = (deadline - start).days
        days |= {start + timedelta(days=length * i // SAMPLES) for i in range(SAMPLES)}
    for day in sorted(days):
        wanted = expected(tally, day)
        if wanted is not None:
            yield Point(day, float(baseline) + wanted * float(goal_line - baseline))
