"""What lies ahead: the sum by which the goal keeps its plan this period, and how long it could stand still."""

from bisect import bisect_left
from datetime import date

from msgspec import Struct

from smart_tui.goals.calendar import Calendar, Span, shifted
from smart_tui.goals.plan import EXACT, expected
from smart_tui.goals.status import status_of
from smart_tui.goals.tally import Tally, until
from smart_tui.goals.terms import Kind

HAIR = 1e-9
"""What the sum of floats may lack."""


class NextSum(Struct, frozen=True):
    """The number to be at by a day, and what is missing of it."""

    day: date
    """The last day of the period that plans count, or the deadline."""
    number: float
    """For a rate the sum of its period, else the number itself."""
    change: float
    """What is missing; signed: what should fall has a negative one."""


def next_sum(tally: Tally) -> NextSum | None:
    """Give what is to be done by the end of the present period; None once that is done, or where nothing adds up.

    What was left when the period began is spread along the rest of the plan: its milestones, its days off.
    """
    kind, start, deadline = tally.goal.measurable.kind, tally.goal.start, tally.goal.deadline
    if (
        start is None
        or deadline is None
        or not start <= tally.today <= deadline
        or (tally.progress or 0) >= 1
    ):
        return None
    if kind is Kind.RATE:
        return _of_rate(tally)
    period = tally.calendar.period(tally.goal.timebound.cadence.period, tally.today)
    end = min(period.last, deadline)
    begun = _as_of(tally, max(shifted(period.first, -1), start))
    return _along_plan(tally, begun, end)


def days_of_safety(tally: Tally) -> int | None:
    """Say for how many days the number could stand still and still be what the plan wants; below 0 when behind.

    Behind is who was so on the day at which the number is judged: a weekly number keeps for its week.
    """
    start, deadline, progress = tally.goal.start, tally.goal.deadline, tally.progress
    if not status_of(tally).running or start is None or deadline is None or progress is None:
        return None
    if expected(tally, tally.today) is None:
        return None
    days = range((deadline - start).days + 1)
    wants_more = bisect_left(
        days, True, key=lambda day: (expected(tally, shifted(start, day)) or 0.0) > progress + HAIR
    )
    kept_until = shifted(start, wants_more - 1)
    if kept_until >= tally.today:
        return (kept_until - tally.today).days
    return min((kept_until - tally.judged_on).days, 0)


def _of_rate(tally: Tally) -> NextSum | None:
    period = tally.period()
    target = tally.target_in(period) if period else None
    if period is None or target is None or (missing := target - tally.sum_in(period)) <= 0:
        return None
    return NextSum(_last_counted(tally.calendar, period), float(target), float(missing))


def _along_plan(tally: Tally, begun: Tally, end: date) -> NextSum | None:
    line, reached, then = tally.goal_line, tally.reached, begun.reached
    before, after = expected(tally, begun.today), expected(tally, end)
    if line is None or reached is None or then is None or before is None or after is None or before >= 1:
        return None
    number = float(then) + float(line - then) * (after - before) / (1 - before)
    change = number - float(reached)
    if round(change * (1 if line > then else -1), EXACT) <= 0:
        return None
    return NextSum(_last_counted(tally.calendar, Span(begun.today, end)), number, change)


def _last_counted(calendar: Calendar, span: Span) -> date:
    """Give the last day of a span that plans count; its last day where they count none."""
    day = span.last
    while day > span.first and not calendar.counts(day):
        day = shifted(day, -1)
    return day if calendar.counts(day) else span.last


def _as_of(tally: Tally, day: date) -> Tally:
    return Tally(tally.goal, until(tally.checkins, day), tally.calendar, day)
