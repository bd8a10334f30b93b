"""All goals at once: how many stand where, and which need attention."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from smart_tui.goals.outline import in_order
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Flag, Status

ALARMING = (Status.OVERDUE, Status.AT_RISK, Status.BEHIND)
"""Statuses that need attention, the worst first."""
ORDER = (
    *ALARMING,
    Status.ON_TRACK,
    Status.NOT_STARTED,
    Status.DRAFT,
    Status.ACHIEVED,
    Status.MISSED,
    Status.DROPPED,
)
ALARMS = frozenset({Flag.STALE, Flag.INVALID})


class Overview(Struct, frozen=True):
    """What there is to know at a glance."""

    counts: Mapping[Status, int]
    attention: tuple[Standing, ...]
    """The most urgent first: what shouts, then by status, each in the dashboard's order."""
    due: int
    """Goals that are waiting for a number."""

    @property
    def shouting(self) -> int:
        """Goals that carry `overdue short-term`."""
        return sum(standing.attention for standing in self.attention)


def overview(standings: Iterable[Standing]) -> Overview:
    """Look over all goals of a file."""
    ordered = in_order(standings)
    counts = Counter(standing.status for standing in ordered)
    return Overview(
        counts={status: counts[status] for status in ORDER if counts[status]},
        attention=tuple(sorted(filter(_alarms, ordered), key=_urgency)),
        due=sum(Flag.DUE in standing.flags for standing in ordered),
    )


def _alarms(standing: Standing) -> bool:
    return standing.attention or standing.status in ALARMING or not ALARMS.isdisjoint(standing.flags)


def _urgency(standing: Standing) -> tuple[bool, int]:
    status = standing.status
    return not standing.attention, ALARMING.index(status) if status in ALARMING else len(ALARMING)
