"""A stretch of the calendar to look back on, and what happened to a goal's number in it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.calendar import Calendar, Span, shifted
from smart_tui.goals.model import Goal
from smart_tui.goals.plan import expected
from smart_tui.goals.status import status_of
from smart_tui.goals.tally import Tally, until
from smart_tui.goals.terms import Kind, Period, Status


class Window(Struct, frozen=True):
    """One calendar period."""

    period: Period
    span: Span


class Movement(Struct, frozen=True, kw_only=True):
    """What happened to a goal's number in a window, as far as it is over."""

    checkins: int
    """How many numbers were entered."""
    before: Decimal | None
    """The number when the window began."""
    after: Decimal | None
    """The number at its end, or today."""
    wanted: Decimal | float | None
    """What the plan wants in the whole window; None where no plan says."""
    progress: float | None
    """The progress at its end, or today."""

    @property
    def change(self) -> Decimal | None:
        """What was added, or how far the reading moved; None when no number was entered."""
        if not self.checkins or self.before is None or self.after is None:
            return None
        return self.after - self.before


class Ended(Struct, frozen=True):
    """How many goals came to their end in a window, and how many of them were reached (row 48)."""

    goals: int
    reached: int


def window(kind: Period, today: date, calendar: Calendar) -> Window:
    """Give the window of that kind that holds today."""
    return Window(kind, calendar.period(kind, today))


def previous(window: Window, calendar: Calendar) -> Window:
    """Give the window before."""
    return Window(window.period, calendar.previous_period(window.period, window.span.first))


def movement(tally: Tally, span: Span) -> Movement:
    """Say what happened in a span; the tally is today's."""
    end = _as_of(tally, min(span.last, tally.today))
    begin = _as_of(tally, shifted(span.first, -1))
    return Movement(
        checkins=sum(span.holds(c.date) for c in end.checkins),
        before=end.baseline if begin.reached is None else begin.reached,
        after=end.reached,
        wanted=wanted_in(tally, span),
        progress=end.progress,
    )


def wanted_in(tally: Tally, span: Span) -> Decimal | float | None:
    """Give what the plan wants in a span: a rate's targets added up, else the plan's own change."""
    if tally.goal.measurable.kind is Kind.RATE:
        return tally.asked_in(span)
    begin, end = expected(tally, shifted(span.first, -1)), expected(tally, span.last)
    if begin is None or end is None or tally.goal_line is None or tally.baseline is None:
        return None
    return (end - begin) * float(tally.goal_line - tally.baseline)


def ended_in(tallies: Iterable[Tally], span: Span) -> Ended:
    """Count the goals that were reached in a span, or whose deadline passed in it, as they stood at its end."""
    came = [status for tally in tallies if (status := _ended(tally, span)) is not None]
    return Ended(len(came), came.count(Status.ACHIEVED))


def runs_in(goal: Goal, span: Span) -> bool:
    """Whether a goal's time and a span have a day in common."""
    return (goal.start is None or goal.start <= span.last) and (
        goal.deadline is None or goal.deadline >= span.first
    )


def _as_of(tally: Tally, day: date) -> Tally:
    return tally if day == tally.today else Tally(tally.goal, until(tally.checkins, day), tally.calendar, day)


def _ended(tally: Tally, span: Span) -> Status | None:
    """Give how a goal ended in a span, by its deadline or with a number; None where it did not."""
    deadline = tally.goal.deadline
    due = deadline is not None and span.holds(deadline)
    if not due and not any(span.holds(checkin.date) for checkin in tally.checkins):
        return None
    then = _as_of(tally, min(span.last, tally.today))
    status, end = status_of(then), deadline
    if status is Status.ACHIEVED:
        end = then.reached_on or deadline
    elif status not in {Status.OVERDUE, Status.MISSED}:
        return None
    return status if end is not None and span.holds(end) else None
