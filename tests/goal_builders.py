"""Goals in one line, so that a test reads like the sentence it checks. Dates are ISO strings."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from smart_tui.goals.calendar import PLAIN_CALENDAR, Calendar
from smart_tui.goals.model import (
    CheckIn,
    Decision,
    Goal,
    GoalFile,
    History,
    Measurable,
    Milestone,
    Relevant,
    TimeBound,
)
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Bound, Cadence, Did, Direction, Horizon, Kind, Period

Number = int | str | Decimal
Dated = Mapping[str, Number] | Iterable[tuple[str, Number]]
"""Numbers by date; pairs where the order, or two on one date, matter."""


def goal(
    title: str = "40 contracts",
    *,
    kind: str = "total",
    metric: str | None = "contracts",
    unit: str | None = None,
    per: str | None = None,
    direction: str = "increase",
    bound: str = "max",
    baseline: Number | None = None,
    target: Number | None = None,
    start: str | None = None,
    deadline: str | None = None,
    created: str | None = None,
    cadence: str = "weekly",
    milestones: Dated = (),
    checkins: Dated = (),
    decisions: Iterable[tuple[str, str]] = (),
    supports: str | None = None,
    worth: Number | None = None,
    horizon: str | None = None,
    owner: str | None = None,
    main: bool = False,
    budget: Number | None = None,
    hours: Number | None = None,
) -> Goal:
    """Build a goal whose id is its title; `supports` is the title of the larger one."""
    return Goal(
        id=title,
        title=title,
        owner=owner,
        main=main,
        created=_day(created),
        horizon=Horizon(horizon) if horizon else None,
        measurable=Measurable(
            metric=metric,
            unit=unit,
            kind=Kind(kind),
            per=Period(per) if per else None,
            direction=Direction(direction),
            bound=Bound(bound),
            baseline=_number(baseline),
            target=_number(target),
            budget=_number(budget),
            hours=_number(hours),
        ),
        relevant=Relevant(supports=supports, worth=_number(worth)),
        timebound=TimeBound(
            start=_day(start),
            deadline=_day(deadline),
            cadence=Cadence(cadence),
            milestones=tuple(Milestone(day, value) for day, value in _dated(milestones)),
        ),
        history=History(
            checkins=tuple(CheckIn(date=day, value=value) for day, value in _dated(checkins)),
            decisions=tuple(Decision(date=date.fromisoformat(day), did=Did(did)) for day, did in decisions),
        ),
    )


def standing(of: Goal, today: str, calendar: Calendar = PLAIN_CALENDAR) -> Standing:
    """Say where a goal stands that is alone in its file."""
    return standings_by_title([of], today, calendar)[of.title]


def standings_by_title(
    goals: Iterable[Goal], today: str, calendar: Calendar = PLAIN_CALENDAR
) -> dict[str, Standing]:
    """Say where the goals of one file stand."""
    file = GoalFile(goals=tuple(goals), calendar=calendar)
    return {each.goal.title: each for each in standings(file, date.fromisoformat(today))}


def _dated(numbers: Dated) -> list[tuple[date, Decimal]]:
    pairs = numbers.items() if isinstance(numbers, Mapping) else numbers
    return [(date.fromisoformat(day), Decimal(number)) for day, number in pairs]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(number: Number | None) -> Decimal | None:
    return None if number is None else Decimal(number)
