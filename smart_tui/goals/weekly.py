"""The weekly update: which goals are asked for a number, what the plan wants, what the week has come to."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Flag, Status

SLIPPING = frozenset({Status.BEHIND, Status.AT_RISK, Status.OVERDUE})
ALARMING = frozenset({Status.AT_RISK, Status.OVERDUE})


class Review(Struct, frozen=True):
    """What a week has come to: goals as they stand after it."""

    wins: tuple[Standing, ...]
    """Reached, or on track with a number entered."""
    slips: tuple[Standing, ...]
    """Behind, at risk or overdue."""
    rethink: tuple[Standing, ...]
    """At risk or overdue, and either so before, or their larger goal is as well (rows 29, 32)."""


def to_update(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Give the goals that are due, those that need attention first; when none is, all that take a number."""
    asked = [standing for standing in standings if _asked(standing)]
    due = [standing for standing in asked if Flag.DUE in standing.flags]
    return tuple(sorted(due or asked, key=_urgency))


def wanted_by(standing: Standing) -> float | None:
    """Give the number that the plan wants by the day: for a rate the sum so far, as in `reached`."""
    if standing.expected is None or standing.goal_line is None or standing.baseline is None:
        return None
    return float(standing.baseline) + standing.expected * float(standing.goal_line - standing.baseline)


def review(before: Iterable[Standing], after: Iterable[Standing]) -> Review:
    """Compare where the goals stood before the numbers were entered with where they stand now."""
    was = {standing.goal.id: standing for standing in before}
    after = tuple(after)
    return Review(
        wins=tuple(now for now in after if _won(was.get(now.goal.id), now)),
        slips=tuple(now for now in after if now.status in SLIPPING),
        rethink=tuple(now for now in after if _needs_thought(was.get(now.goal.id), now)),
    )


def _asked(standing: Standing) -> bool:
    """Whether a number is to be had: a goal that sums up its children gets theirs."""
    has_plan = standing.status.running or standing.status is Status.OVERDUE
    return has_plan and not standing.sums_children


def _urgency(standing: Standing) -> tuple[bool, bool, bool, bool, date]:
    """Sort key: what shouts, then at risk, behind, stale, then the nearest deadline."""
    return (
        not standing.attention,
        standing.status is not Status.AT_RISK,
        standing.status is not Status.BEHIND,
        Flag.STALE not in standing.flags,
        standing.goal.deadline or date.max,
    )


def _won(was: Standing | None, now: Standing) -> bool:
    if now.status is Status.ACHIEVED:
        return was is not None and was.status is not Status.ACHIEVED
    entered = was is None or len(now.goal.history.checkins) > len(was.goal.history.checkins)
    return entered and now.status is Status.ON_TRACK


def _needs_thought(was: Standing | None, now: Standing) -> bool:
    twice = was is not None and was.status in ALARMING
    return now.status in ALARMING and (twice or Flag.PARENT_AT_RISK in now.flags)
