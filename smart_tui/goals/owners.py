"""Who does what: for each owner what was done of what the plan asks, by day, week and month side by side."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.calendar import Calendar
from smart_tui.goals.standing import Standing
from smart_tui.goals.tally import Tally
from smart_tui.goals.terms import Kind, Period, Status
from smart_tui.goals.tree import same
from smart_tui.goals.windows import runs_in, wanted_in

OWNER_PERIODS = (Period.DAY, Period.WEEK, Period.MONTH)
LENGTHS = tuple(Period)
"""From the shortest to the longest."""


class Degree(Struct, frozen=True):
    """What was done in a period, and what it asks for."""

    done: Decimal
    asked: Decimal | float

    @property
    def ratio(self) -> float:
        """640 of 700 is 0.914 (row 42)."""
        return float(self.done) / float(self.asked)


class Work(Struct, frozen=True):
    """One goal of an owner; degrees in the order of OWNER_PERIODS, None where the period is too short to judge."""

    standing: Standing
    degrees: tuple[Degree | None, ...]


class Owner(Struct, frozen=True):
    """One who is responsible."""

    name: str | None
    """As the first of the goals writes it; None for the goals that nobody answers for."""
    works: tuple[Work, ...]
    hours_per_week: Decimal | None
    """What the running goals take, None where no goal says (row 40)."""


def owners(standings: Iterable[Standing], today: date) -> tuple[Owner, ...]:
    """Group goals by owner, in the order given; those without one come last. Nobody is compared or advised."""
    groups: dict[str, list[Standing]] = {}
    for standing in standings:
        groups.setdefault(same(standing.goal.owner or ""), []).append(standing)
    named = [_owner(group, today) for key, group in groups.items() if key]
    return tuple(named) + ((_owner(groups[""], today),) if "" in groups else ())


def hours_per_week(standings: Iterable[Standing]) -> Decimal | None:
    """Add up the weekly hours of the goals that are being worked on; None when no goal names any (row 40)."""
    hours = [
        s.goal.measurable.hours
        for s in standings
        if s.goal.measurable.hours is not None and (s.status.running or s.status is Status.OVERDUE)
    ]
    return sum(hours, Decimal(0)) if hours else None


def degree(tally: Tally, period: Period) -> Degree | None:
    """Give what was done in today's period of that kind; None where it asks for nothing that can be told yet."""
    span = tally.calendar.period(period, tally.today)
    if not tally.goal.measurable.kind.adds_up or LENGTHS.index(period) < LENGTHS.index(_shortest(tally)):
        return None
    asked = wanted_in(tally, span)
    return Degree(tally.sum_in(span), asked) if asked and asked > 0 else None


def _owner(group: list[Standing], today: date) -> Owner:
    works = tuple(
        Work(standing, tuple(degree(standing.tally, period) for period in OWNER_PERIODS))
        for standing in group
        if _worked_on(standing, standing.tally.calendar, today)
    )
    return Owner(group[0].goal.owner, works, hours_per_week(group))


def _worked_on(standing: Standing, calendar: Calendar, today: date) -> bool:
    if standing.status.closed or standing.status is Status.NOT_STARTED:
        return False
    return standing.status is Status.OVERDUE or runs_in(standing.goal, calendar.period(Period.MONTH, today))


def _shortest(tally: Tally) -> Period:
    """Give the shortest period that can be judged: a rate's own, else that of the check-ins."""
    measure = tally.goal.measurable
    return measure.per or Period.WEEK if measure.kind is Kind.RATE else tally.goal.timebound.cadence.period
