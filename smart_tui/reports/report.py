"""The report as a value: what every format says, before it is said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.costs import Cost, hours, money
from smart_tui.goals.curve import Curve, curve
from smart_tui.goals.model import CheckIn, Decision, GoalFile
from smart_tui.goals.names import plain
from smart_tui.goals.outline import in_order
from smart_tui.goals.owners import Owner, hours_per_week, owners
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Status
from smart_tui.goals.windows import (
    Ended,
    Movement,
    Window,
    ended_in,
    movement,
    previous,
)

URGENT_FIRST = (
    Status.OVERDUE,
    Status.AT_RISK,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.ACHIEVED,
    Status.NOT_STARTED,
    Status.DRAFT,
    Status.MISSED,
    Status.DROPPED,
)


class Reported(Struct, frozen=True, kw_only=True):
    """One goal in a report."""

    standing: Standing
    now: Movement
    before: Movement
    """The same in the window before."""
    money: Cost | None
    hours: Cost | None
    curve: Curve | None
    noted: tuple[CheckIn, ...]
    """The window's check-ins that bear a note."""
    decided: tuple[Decision, ...]
    """The window's decisions."""


class Report(Struct, frozen=True, kw_only=True):
    """Goals in one window, compared with the one before."""

    title: str | None
    today: date
    window: Window
    before: Window
    goals: tuple[Reported, ...]
    """In the dashboard's order."""
    owners: tuple[Owner, ...]
    statuses: Mapping[Status, int]
    """How many goals have each status; what needs attention first, those that none has left out."""
    ended: Ended
    ended_before: Ended
    hours_per_week: Decimal | None
    everything: tuple[Standing, ...]
    """The whole file's standings, to name the larger goals."""

    @property
    def so_far(self) -> bool:
        """Whether the window is not over."""
        return self.today < self.window.span.last


def report_of(
    file: GoalFile, today: date, window: Window, *, goal: int | None = None, owner: str | None = None
) -> Report:
    """Report on all goals, on one (its place in the file), or on one owner's (accents and case ignored)."""
    everything = tuple(standings(file, today))
    before = previous(window, file.calendar)
    chosen = [s for s in in_order(everything) if _fits(s, goal, owner)]
    return Report(
        title=file.title,
        today=today,
        window=window,
        before=before,
        goals=tuple(_reported(standing, window, before) for standing in chosen),
        owners=owners(chosen, today),
        statuses=_counted(chosen),
        ended=ended_in((standing.tally for standing in chosen), window.span),
        ended_before=ended_in((standing.tally for standing in chosen), before.span),
        hours_per_week=hours_per_week(chosen),
        everything=everything,
    )


def _fits(standing: Standing, goal: int | None, owner: str | None) -> bool:
    if goal is not None and standing.place != goal:
        return False
    return owner is None or plain(standing.goal.owner or "") == plain(owner)


def _reported(standing: Standing, window: Window, before: Window) -> Reported:
    history, tally, today = standing.goal.history, standing.tally, standing.tally.today
    return Reported(
        standing=standing,
        now=movement(tally, window.span),
        before=movement(tally, before.span),
        money=money(standing),
        hours=hours(standing, today),
        curve=curve(tally),
        noted=tuple(c for c in history.checkins if c.note and c.date <= today and window.span.holds(c.date)),
        decided=tuple(d for d in history.decisions if d.date <= today and window.span.holds(d.date)),
    )


def _counted(chosen: Sequence[Standing]) -> Mapping[Status, int]:
    counted = Counter(standing.status for standing in chosen)
    return {status: counted[status] for status in URGENT_FIRST if counted[status]}
