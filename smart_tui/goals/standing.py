"""Where each goal stands today: its status, its numbers, and what needs attention."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import overload

from msgspec import Struct

from smart_tui.goals.calendar import Span
from smart_tui.goals.model import Goal, GoalFile, horizon_of
from smart_tui.goals.plan import (
    expected,
    measured_per_week,
    needed_per_week,
    pace,
)
from smart_tui.goals.status import status_of
from smart_tui.goals.tally import Tally, until
from smart_tui.goals.terms import Cadence, Did, Flag, Horizon, Kind, Period, Status
from smart_tui.goals.tree import Tree

STALE_DAYS = {Cadence.DAILY: 3, Cadence.WEEKLY: 14, Cadence.MONTHLY: 40}
"""Days without a check-in after which a goal is stale; working days for a daily one (row 33)."""
LAGGING = frozenset({Status.BEHIND, Status.AT_RISK})
RETHOUGHT = frozenset({Did.KEEP, Did.CHANGE, Did.EXTEND})
ANSWERED_DAYS = 28
"""So long a decision stands before the same question is asked again."""


class RatePeriod(Struct, frozen=True, kw_only=True):
    """A rate's period: its days, what was added in them, what they ask for."""

    span: Span
    value: Decimal
    target: Decimal

    @property
    def progress(self) -> float:
        """100 of 100 is 1 (row 41)."""
        return float(self.value / self.target) if self.target else 1.0


class Standing(Struct, frozen=True, kw_only=True):
    """One goal on one day: everything that is computed and never stored."""

    goal: Goal
    place: int
    """Place in the file, from 0."""
    parent: int | None
    children: tuple[int, ...]
    """Places of the goals that serve it."""
    sums_children: bool
    horizon: Horizon
    status: Status
    flags: tuple[Flag, ...]
    value: Decimal | None
    baseline: Decimal | None
    goal_line: Decimal | None
    """What the whole goal comes to: a rate's target times its periods, else the target."""
    reached: Decimal | None
    """What is held against `goal_line`."""
    progress: float | None
    expected: float | None
    pace: float | None
    days_left: int | None
    reached_on: date | None
    late_by: int | None
    last_checkin: date | None
    needed_per_week: float | None
    measured_per_week: float | None
    period: RatePeriod | None
    short_period: RatePeriod | None
    """A rate's last complete period, when it ended short and nobody has answered it."""
    tally: Tally
    """What all this was worked out from."""

    @property
    def attention(self) -> bool:
        """Whether the goal is one of those that shout."""
        return Flag.OVERDUE_SHORT_TERM in self.flags


class Standings(Sequence[Standing]):
    """Where every goal of a file stands, in the file's order; each is worked out when it is asked for."""

    def __init__(self, file: GoalFile, today: date) -> None:
        self.goals = file.goals
        self._calendar = file.calendar
        self._today = today
        self._known: dict[int, Standing] = {}
        self._tallies: dict[int, Tally] = {}
        self._statuses: dict[int, Status] = {}

    @cached_property
    def _tree(self) -> Tree:
        return Tree.of(self.goals)

    def __len__(self) -> int:
        return len(self.goals)

    @overload
    def __getitem__(self, place: int) -> Standing: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Standing, ...]: ...
    def __getitem__(self, place: int | slice) -> Standing | tuple[Standing, ...]:
        """Give the standing of the goal at a place in the file."""
        places = range(len(self.goals))[place]
        if isinstance(places, range):
            return tuple(map(self._at, places))
        return self._at(places)

    def of(self, goal_id: str) -> Standing:
        """Give the standing of the goal with this very id; raises KeyError."""
        for place, goal in enumerate(self.goals):
            if goal.id == goal_id:
                return self._at(place)
        raise KeyError(goal_id)

    def _at(self, place: int) -> Standing:
        if place not in self._known:
            self._known[place] = _standing(self._tree, place, self._tally(place), self._status)
        return self._known[place]

    def _tally(self, place: int) -> Tally:
        if place not in self._tallies:
            checkins = until(self._tree.checkins(place), self._today)
            self._tallies[place] = Tally(self.goals[place], checkins, self._calendar, self._today)
        return self._tallies[place]

    def _status(self, place: int) -> Status:
        if place not in self._statuses:
            self._statuses[place] = status_of(self._tally(place))
        return self._statuses[place]


def standings(file: GoalFile, today: date) -> Standings:
    """Say where every goal of a file stands, in the file's order."""
    return Standings(file, today)


def _standing(tree: Tree, place: int, tally: Tally, status_at: Callable[[int], Status]) -> Standing:
    goal, today, status = tally.goal, tally.today, status_at(place)
    parent = tree.parents[place]
    sums = bool(tree.summed(place))
    horizon = goal.horizon or horizon_of(goal.days, tree.days_of_parent(place))
    short = None if status.closed or status is Status.NOT_STARTED else _short_period(tally)
    reached_on = tally.reached_on
    late = (reached_on - goal.deadline).days if reached_on and goal.deadline else 0
    flags = {
        Flag.OVERDUE_SHORT_TERM: (status is Status.OVERDUE and horizon is Horizon.SHORT) or short is not None,
        Flag.STALE: status.running and _stale(tally),
        Flag.DUE: status.running and not sums and _due(tally),
        Flag.PARENT_AT_RISK: parent is not None and status_at(parent) in {Status.AT_RISK, Status.OVERDUE},
        Flag.NOT_MOVED: status in LAGGING
        and _steps_are_done(tree, place, status_at)
        and not _answered(goal, today),
        Flag.INVALID: bool(goal.problems),
    }
    return Standing(
        goal=goal,
        place=place,
        parent=parent,
        children=tree.children[place],
        sums_children=sums,
        horizon=horizon,
        status=status,
        flags=tuple(flag for flag, is_up in flags.items() if is_up),
        value=tally.value,
        baseline=tally.baseline,
        goal_line=tally.goal_line,
        reached=tally.reached,
        progress=tally.progress,
        expected=expected(tally, today),
        pace=pace(tally),
        days_left=(goal.deadline - today).days if goal.deadline else None,
        reached_on=reached_on,
        late_by=late if late > 0 else None,
        last_checkin=tally.checkins[-1].date if tally.checkins else None,
        needed_per_week=needed_per_week(tally),
        measured_per_week=measured_per_week(tally),
        period=_rate_period(tally, tally.period()) if goal.measurable.kind is Kind.RATE else None,
        short_period=short,
        tally=tally,
    )


def _last_heard(tally: Tally) -> date | None:
    return tally.checkins[-1].date if tally.checkins else tally.goal.start


def _stale(tally: Tally) -> bool:
    last, cadence = _last_heard(tally), tally.goal.timebound.cadence
    if last is None:
        return False
    daily = cadence is Cadence.DAILY
    silent = tally.calendar.working_days(last, tally.today) if daily else (tally.today - last).days
    return silent >= STALE_DAYS[cadence]


def _due(tally: Tally) -> bool:
    period = tally.calendar.period(tally.goal.timebound.cadence.period, tally.today)
    return not tally.checkins or tally.checkins[-1].date < period.first


def _steps_are_done(tree: Tree, place: int, status_at: Callable[[int], Status]) -> bool:
    """Whether there were small goals or actions, and none of them is left."""
    children, actions = tree.children[place], tree.goals[place].relevant.actions
    over = all(status_at(child).closed for child in children) and all(action.done for action in actions)
    reached = any(status_at(child) is Status.ACHIEVED for child in children)
    return over and (reached or bool(actions))


def _answered(goal: Goal, today: date) -> bool:
    """Whether somebody has thought about it of late."""
    return any(
        decision.did in RETHOUGHT and 0 <= (today - decision.date).days < ANSWERED_DAYS
        for decision in goal.history.decisions
    )


def _rate_period(tally: Tally, span: Span | None) -> RatePeriod | None:
    target = tally.target_in(span) if span else None
    return (
        None
        if span is None or target is None
        else RatePeriod(span=span, value=tally.sum_in(span), target=target)
    )


def _short_period(tally: Tally) -> RatePeriod | None:
    """Give a rate's last complete period if it ended short and no decision was made since (row 29)."""
    if tally.goal.measurable.kind is not Kind.RATE or tally.goal.measurable.per is Period.DAY:
        return None
    period = _rate_period(tally, tally.last_complete_period())
    if period is None or period.value >= period.target:
        return None
    answered = any(period.span.last < d.date <= tally.today for d in tally.goal.history.decisions)
    return None if answered else period
