"""A goal in steps: amounts that are as equal as they can be and add up exactly, the last one on the deadline."""

from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from msgspec import Struct

from smart_tui.goals.calendar import PLAIN_CALENDAR, shifted
from smart_tui.goals.terms import Period


class Step(Struct, frozen=True):
    """What is to be done until a day: its own amount, and the number with it."""

    date: date
    amount: Decimal
    number: Decimal


def steps_by_count(
    start: date, deadline: date, baseline: Decimal, target: Decimal, count: int
) -> tuple[Step, ...]:
    """Split a goal into so many steps of equal length (1,000 in a month: four of 250; row 10).

    Raises:
        ValueError: there are fewer days than steps.

    """
    days = (deadline - start).days
    if not 1 <= count <= max(days, 1):
        raise ValueError(count)
    ends = [start + timedelta(days=days * step // count) for step in range(1, count + 1)]
    return _steps([*ends[:-1], deadline], baseline, target)


def steps_by_period(
    start: date, deadline: date, baseline: Decimal, target: Decimal, per: Period
) -> tuple[Step, ...]:
    """Split a goal into a step for each period from its start on: five years of 1,000,000 (row 22).

    Periods run from the start, as a plan does: two years that begin on the tenth have twenty-four months. What is
    left over at the end is no step of its own unless it is half a period long.
    """
    ends: list[date] = []
    while True:
        end = _after(start, per, len(ends) + 1)
        if end >= deadline:
            break
        ends.append(end)
    if ends and (deadline - ends[-1]).days * 2 < (end - ends[-1]).days:
        ends.pop()
    return _steps([*ends, deadline], baseline, target)


def _steps(ends: list[date], baseline: Decimal, target: Decimal) -> tuple[Step, ...]:
    """Share the way out; steps of whole numbers stay whole, so no two differ by more than one."""
    whole = baseline == baseline.to_integral_value() and target == target.to_integral_value()
    numbers = [baseline]
    for place in range(1, len(ends)):
        number = baseline + (target - baseline) * place / len(ends)
        numbers.append(number.to_integral_value(ROUND_FLOOR) if whole else number)
    numbers.append(target)
    return tuple(
        Step(end, number - before, number)
        for end, before, number in zip(ends, numbers, numbers[1:], strict=False)
    )


def _after(start: date, per: Period, count: int) -> date:
    """Give the last day of the count-th period from a start."""
    match per:
        case Period.DAY:
            return shifted(start, count)
        case Period.WEEK:
            return shifted(start, 7 * count - 1)
        case _:
            months = count * {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}[per]
            year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
            if year > date.max.year:
                return date.max
            first = date(year, month + 1, 1)
            length = PLAIN_CALENDAR.period(Period.MONTH, first).days
            return shifted(first, min(start.day, length + 1) - 2)
