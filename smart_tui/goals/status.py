"""A goal's status: the first rule that fits."""

from datetime import date
from math import inf, sqrt

from smart_tui.goals.model import Goal
from smart_tui.goals.plan import EXACT, expected, pace, time_gone
from smart_tui.goals.tally import Tally
from smart_tui.goals.terms import Did, Kind, Status

ON_TRACK = 0.95
AT_RISK = 0.75
"""Pace from which a goal is on track, and below which it is at risk (UpRaise)."""
BEHIND_SPREADS, AT_RISK_SPREADS = 1.0, 1.5
"""Small numbers are luck: a count must also be short by more than so many square roots of the expected one."""
EARLY = 0.05
"""No pace is judged before this part of the time is gone."""
CLOSING = {Did.CLOSE, Did.DROP, Did.REOPEN}


def status_of(tally: Tally) -> Status:
    """Give the first status that fits."""
    goal, today = tally.goal, tally.today
    reached = _achieved(tally)
    closed_by = closing(goal, today)
    if closed_by is Did.DROP:
        return Status.DROPPED
    if reached:
        return Status.ACHIEVED
    if closed_by is Did.CLOSE:
        return Status.MISSED
    if goal.deadline is not None and today > goal.deadline:
        return Status.OVERDUE
    if goal.start is not None and today < goal.start:
        return Status.NOT_STARTED
    if goal.deadline is None or tally.goal_line is None:
        return Status.DRAFT
    return _by_pace(tally)


def closing(goal: Goal, today: date) -> Did | None:
    """Give what closed the goal, the last that was decided; None while it is open."""
    decided = sorted(
        (d for d in goal.history.decisions if d.did in CLOSING and d.date <= today), key=lambda d: d.date
    )
    return decided[-1].did if decided and decided[-1].did is not Did.REOPEN else None


def _achieved(tally: Tally) -> bool:
    if tally.goal.measurable.kind is not Kind.LIMIT:
        return tally.progress is not None and tally.progress >= 1
    deadline = tally.goal.deadline
    if deadline is None or tally.today <= deadline:
        return False
    in_time = [c.value for c in tally.checkins if c.date <= deadline]
    return bool(in_time) and tally.is_right(in_time[-1])


def _by_pace(tally: Tally) -> Status:
    match tally.goal.measurable.kind:
        case Kind.YES_NO:
            return Status.ON_TRACK
        case Kind.LIMIT:
            right = not tally.checkins or tally.is_right(tally.checkins[-1].value)
            return Status.ON_TRACK if right else Status.AT_RISK
    gone, ratio = time_gone(tally, tally.today), pace(tally)
    if gone is None or gone < EARLY or (not tally.checkins and not _first_whole_period_over(tally)):
        return Status.ON_TRACK
    if ratio is None:
        return Status.ON_TRACK if tally.progress is not None else Status.AT_RISK
    return _allowing_for_luck(tally, ratio)


def _allowing_for_luck(tally: Tally, ratio: float) -> Status:
    """Judge a pace; for a total of counted things a shortfall within a Poisson spread is luck."""
    ratio, spreads = round(ratio, EXACT), inf
    if tally.goal.measurable.kind is Kind.TOTAL and not tally.goal.measurable.unit:
        spreads = round(_shortfall_in_spreads(tally), EXACT)
    if ratio < AT_RISK and spreads > AT_RISK_SPREADS:
        return Status.AT_RISK
    if ratio < ON_TRACK and spreads > BEHIND_SPREADS:
        return Status.BEHIND
    return Status.ON_TRACK


def _shortfall_in_spreads(tally: Tally) -> float:
    """Give what is missing from the expected count, in square roots of that count."""
    count = abs(float(tally.goal_line or 0) - float(tally.baseline or 0))
    wanted = (expected(tally, tally.judged_on) or 0.0) * count
    return (wanted - (tally.progress or 0.0) * count) / sqrt(wanted) if wanted else 0.0


def _first_whole_period_over(tally: Tally) -> bool:
    start = tally.goal.start
    if start is None:
        return True
    kind = tally.goal.timebound.cadence.period
    first = tally.calendar.period(kind, start)
    if first.first != start:
        first = tally.calendar.next_period(kind, start)
    return tally.today > first.last
