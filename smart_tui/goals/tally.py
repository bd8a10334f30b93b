"""A goal's numbers on one day: value, progress, what is left. Exact in Decimal, ratios as floats."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from msgspec import Struct

from smart_tui.goals.calendar import Calendar, Span
from smart_tui.goals.model import CheckIn, Goal
from smart_tui.goals.terms import Bound, Direction, Kind, Period

ZERO = Decimal(0)
ONE = Decimal(1)


def until(checkins: Iterable[CheckIn], today: date) -> tuple[CheckIn, ...]:
    """Give the check-ins that exist today, by date, then by place in the file."""
    return tuple(sorted((c for c in checkins if c.date <= today), key=attrgetter("date")))


class Tally(Struct, frozen=True, dict=True):
    """What a goal's check-ins come to. `checkins` are those of `until`, summed children's included."""

    goal: Goal
    checkins: tuple[CheckIn, ...]
    calendar: Calendar
    today: date

    @cached_property
    def baseline(self) -> Decimal | None:
        """The number at the start: 0 for a total without one; a level's first reading where none is given."""
        given = self.goal.measurable.baseline
        match self.goal.measurable.kind:
            case Kind.TOTAL:
                return given or ZERO
            case Kind.RATE | Kind.YES_NO:
                return ZERO
            case Kind.LEVEL if given is None and self.checkins:
                return self.checkins[0].value
            case _:
                return given

    @cached_property
    def goal_line(self) -> Decimal | None:
        """The number at which the whole goal is reached: a rate's target times its periods."""
        target = self.goal.measurable.target
        match self.goal.measurable.kind:
            case Kind.YES_NO:
                return ONE
            case Kind.RATE:
                return self._rate_in_all()
            case _:
                return target

    @cached_property
    def reached(self) -> Decimal | None:
        """The number that is held against `goal_line`: for a rate the sum so far, else the value."""
        return self.values[-1] if self.values else self.baseline

    @property
    def value(self) -> Decimal | None:
        """The number that a person names: in the present period for a rate, the latest reading for a limit."""
        match self.goal.measurable.kind:
            case Kind.RATE:
                period = self.period()
                return self.sum_in(period) if period else self.reached
            case Kind.LIMIT:
                return self.checkins[-1].value if self.checkins else None
            case _:
                return self.reached

    @cached_property
    def progress(self) -> float | None:
        """(value - baseline) / (target - baseline); may pass 1, may be negative; None when not to be known."""
        if self.goal.measurable.kind is Kind.LIMIT:
            right = [self.is_right(c.value) for c in self.checkins]
            return sum(right) / len(right) if right else None
        return None if self.reached is None else self.progress_at(self.reached)

    def progress_at(self, number: Decimal) -> float | None:
        """Give the progress of a number; 1 or 0 where target and baseline are equal."""
        target, baseline = self.goal_line, self.baseline
        if target is None or baseline is None:
            return None
        if target == baseline:
            return float(self._at_or_past(number, target))
        return float((number - baseline) / (target - baseline))

    @cached_property
    def values(self) -> tuple[Decimal, ...]:
        """The number after each check-in; 1 or 0 for yes-no."""
        numbers = tuple(c.value for c in self.checkins)
        match self.goal.measurable.kind:
            case Kind.TOTAL | Kind.RATE:
                return tuple(accumulate(numbers, initial=self.baseline or ZERO))[1:]
            case Kind.YES_NO:
                return tuple(ONE if number >= ONE else ZERO for number in numbers)
            case _:
                return numbers

    @cached_property
    def judged_on(self) -> date:
        """The last check-in's date until the end of the calendar period after its own; from then on, today."""
        if not self.checkins:
            return self.today
        last = self.checkins[-1].date
        held_until = self.calendar.next_period(self.goal.timebound.cadence.period, last).last
        return last if self.today <= held_until else self.today

    @property
    def reached_on(self) -> date | None:
        """The day since when the target is reached, None while it is not (rows 7, 8)."""
        if self.goal.measurable.kind is Kind.LIMIT:
            return None
        since = None
        for checkin, number in zip(reversed(self.checkins), reversed(self.values), strict=True):
            if (self.progress_at(number) or 0) < 1:
                break
            since = checkin.date
        return since

    def is_right(self, reading: Decimal) -> bool:
        """Whether a limit's reading is on the right side; the line itself is right."""
        target = self.goal.measurable.target
        if target is None:
            return True
        return reading >= target if self.goal.measurable.bound is Bound.MIN else reading <= target

    def period(self) -> Span | None:
        """Give a rate's present period, cut to start and deadline; before and after them, the nearest."""
        start = self.goal.start
        if start is None or self.goal.measurable.per is None:
            return None
        last = max(start, min(self.today, self.goal.deadline or self.today))
        return self._cut(self.calendar.period(self.goal.measurable.per, last))

    def last_complete_period(self) -> Span | None:
        """Give a rate's latest period that is over, None before the first is."""
        start, per = self.goal.start, self.goal.measurable.per
        if start is None or per is None:
            return None
        last = self.calendar.previous_period(per, self.today)
        if self.goal.deadline is not None and self.goal.deadline < self.today:
            last = self.calendar.period(per, self.goal.deadline)
        return self._cut(last) if last.last >= start else None

    def sum_in(self, span: Span) -> Decimal:
        """Add up the check-ins of a span."""
        return sum((c.value for c in self.checkins if span.holds(c.date)), ZERO)

    def target_in(self, span: Span) -> Decimal | None:
        """Give a rate's target for a span of one period: part of a period counts by its share of days."""
        per, target = self.goal.measurable.per, self.goal.measurable.target
        if per is None or target is None:
            return None
        whole = self.calendar.period(per, span.first)
        if whole == span:
            return target
        days = self._days(whole)
        return target * self._days(span) / days if days else ZERO

    def asked_in(self, span: Span) -> Decimal | None:
        """Give what a rate's target comes to in a span, cut to start and deadline; parts of a period by days."""
        target, per = self.goal.measurable.target, self.goal.measurable.per
        if target is None or per is None:
            return None
        first = max(span.first, self.goal.start or span.first)
        last = min(span.last, self.goal.deadline or span.last)
        if last < first:
            return ZERO
        if per is Period.DAY:
            return target * self._days(Span(first, last))
        between = self.calendar.number(per, last) - self.calendar.number(per, first) - 1
        periods = {self.calendar.period(per, day) for day in (first, last)}
        ends = (Span(max(first, p.first), min(last, p.last)) for p in periods)
        return target * max(between, 0) + sum((self.target_in(end) or ZERO for end in ends), ZERO)

    def _at_or_past(self, number: Decimal, target: Decimal) -> bool:
        return number <= target if self.goal.measurable.direction is Direction.DECREASE else number >= target

    def _rate_in_all(self) -> Decimal | None:
        start, deadline = self.goal.start, self.goal.deadline
        if start is None or deadline is None or deadline < start:
            return None
        return self.asked_in(Span(start, deadline))

    def _cut(self, span: Span) -> Span:
        first = max(span.first, self.goal.start or span.first)
        return Span(first, max(first, min(span.last, self.goal.deadline or span.last)))

    def _days(self, span: Span) -> int:
        return self.calendar.elapsed(span.first, span.last) + self.calendar.counts(span.first)
