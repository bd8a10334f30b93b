"""What a result costs, in money and in hours, where a goal names its budget and its weekly hours (row 1)."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Direction, Kind

WEEK = 7


class Cost(Struct, frozen=True):
    """What was given, for how many results; per result None while there is none."""

    given: Decimal
    results: Decimal
    planned_results: Decimal | None
    planned: Decimal
    """What the whole goal is given; equal to `given` for money."""

    @property
    def per_result(self) -> Decimal | None:
        """5,000,000 for 40 is 125,000."""
        return self.given / self.results if self.results > 0 else None

    @property
    def planned_per_result(self) -> Decimal | None:
        """What a result costs if the goal is exactly reached."""
        return self.planned / self.planned_results if self.planned_results else None


def money(standing: Standing) -> Cost | None:
    """Give what each result costs of the budget, None where no budget is known."""
    budget = standing.goal.measurable.budget
    results = _results(standing)
    if budget is None or results is None:
        return None
    return Cost(budget, results, _planned_results(standing), budget)


def hours(standing: Standing, today: date) -> Cost | None:
    """Give what each result takes of the hours since the start, None where no weekly hours are known."""
    weekly, goal, results = standing.goal.measurable.hours, standing.goal, _results(standing)
    if weekly is None or goal.start is None or goal.deadline is None or results is None:
        return None
    until = min(day for day in (today, goal.deadline, standing.reached_on) if day is not None)
    days = max((until - goal.start).days + 1, 0)
    return Cost(
        weekly * days / WEEK,
        results,
        _planned_results(standing),
        weekly * ((goal.deadline - goal.start).days + 1) / WEEK,
    )


def _results(standing: Standing) -> Decimal | None:
    """Give what the goal brought; None for what is no result to be counted (a limit, a yes or no)."""
    kind, falling = standing.goal.measurable.kind, standing.goal.measurable.direction is Direction.DECREASE
    if kind in {Kind.LIMIT, Kind.YES_NO} or falling or standing.goal.measurable.unit == "%":
        return None
    if standing.reached is None or standing.baseline is None:
        return Decimal(0)
    return standing.reached - standing.baseline


def _planned_results(standing: Standing) -> Decimal | None:
    if standing.goal_line is None or standing.baseline is None or standing.goal_line <= standing.baseline:
        return None
    return standing.goal_line - standing.baseline
