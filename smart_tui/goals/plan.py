"""What the plan wants by a date, and how the number compares with it."""

from bisect import bisect_right
from datetime import date
from itertools import pairwise
from operator import attrgetter

from smart_tui.goals.calendar import shifted
from smart_tui.goals.tally import Tally
from smart_tui.goals.terms import Kind

EXACT = 9
"""Places to which ratios are judged: as floats, 0.15 / 0.2 falls short of 0.75."""
MEASURED_DAYS = 56
"""The measured rate looks back eight weeks."""


def time_gone(tally: Tally, day: date) -> float | None:
    """Give the part of the time from start to deadline that is over on a day, 0-1."""
    start, deadline = tally.goal.start, tally.goal.deadline
    if start is None or deadline is None:
        return None
    whole = tally.calendar.elapsed(start, deadline)
    if whole <= 0:
        return float(day >= deadline)
    return min(max(tally.calendar.elapsed(start, day) / whole, 0.0), 1.0)


def expected(tally: Tally, day: date) -> float | None:
    """Give the progress that the plan wants by a day, 0-1: along the milestones, else evenly."""
    if tally.goal.measurable.kind in {Kind.LIMIT, Kind.YES_NO}:
        return None
    gone = time_gone(tally, day)
    return gone if gone is None or not tally.goal.timebound.milestones else _along(tally, gone)


def pace(tally: Tally) -> float | None:
    """Give progress / expected on the day at which the number is judged; None when nothing is expected yet."""
    wanted, progress = expected(tally, tally.judged_on), tally.progress
    return None if not wanted or progress is None else progress / wanted


def needed_per_week(tally: Tally) -> float | None:
    """Give what is left, spread over the weeks of work left; signed; None when no sum is left to make."""
    target, reached, deadline = tally.goal_line, tally.reached, tally.goal.deadline
    if target is None or reached is None or deadline is None or deadline <= tally.today:
        return None
    if tally.goal.measurable.kind in {Kind.LIMIT, Kind.YES_NO} or (tally.progress or 0) >= 1:
        return None
    weeks = tally.calendar.weeks(tally.today, deadline)
    return float(target - reached) / weeks if weeks else None


def measured_per_week(tally: Tally) -> float | None:
    """Give the change over the last eight weeks, or since the start, for each week of work."""
    start, reached = tally.goal.start, tally.reached
    if start is None or not tally.checkins or reached is None:
        return None
    if tally.goal.measurable.kind in {Kind.LIMIT, Kind.YES_NO}:
        return None
    days = min((tally.today - start).days, MEASURED_DAYS)
    if days <= 0:
        return None
    before = tally.baseline
    if (tally.today - start).days > MEASURED_DAYS:
        early = bisect_right(tally.checkins, shifted(tally.today, -days), key=attrgetter("date"))
        before = tally.values[early - 1] if early else tally.baseline
    weeks = tally.calendar.weeks(shifted(tally.today, -days), tally.today)
    return None if before is None or not weeks else float(reached - before) / weeks


def _along(tally: Tally, gone: float) -> float:
    points = [(0.0, 0.0), *_milestones(tally), (1.0, 1.0)]
    for (x0, y0), (x1, y1) in pairwise(points):
        if gone <= x1:
            return min(max(y0 + (y1 - y0) * (gone - x0) / (x1 - x0), 0.0), 1.0)
    return 1.0


def _milestones(tally: Tally) -> list[tuple[float, float]]:
    placed = [(time_gone(tally, m.date), tally.progress_at(m.value)) for m in tally.goal.timebound.milestones]
    return sorted((x, y) for x, y in placed if x is not None and y is not None and 0 < x < 1)
