"""What the small goals come to for the large one: amounts, shares, what is short, what one must make of another."""

from collections.abc import Iterator, Sequence
from math import inf

from msgspec import Struct

from smart_tui.goals.calendar import Span
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Horizon, Kind, Period, Status
from smart_tui.goals.tree import counts_the_same

MONTH_DAYS = 365.25 / 12
LONG_DAYS = 183
"""A goal that takes longer is spoken of by the month."""
CLOSE = 1e-9


class Brought(Struct, frozen=True):
    """What one small goal brings to the large one, in the large one's own measure."""

    standing: Standing
    amount: float
    """As planned; of a goal that is over, what it came to."""
    estimated: bool
    """Whether it was converted by `worth`."""
    share: float | None
    """Of what the large goal asks for, 0-1 and beyond (row 20)."""
    late: bool
    """Whether it ends after the large goal."""


class Sums(Struct, frozen=True):
    """A large goal beside the goals that serve it (rows 14, 19, 20, 25, 49)."""

    larger: Standing
    brought: tuple[Brought, ...]
    own: float
    """What was entered for the large goal itself."""
    asked: float
    """What the large goal asks for, from its baseline to its goal line."""

    @property
    def total(self) -> float:
        """What adds up: estimates only where nothing is counted in the large goal's own measure, so nothing twice."""
        counted = [part.amount for part in self.brought if not part.estimated]
        return self.own + sum(counted or [part.amount for part in self.brought])

    @property
    def left_out(self) -> bool:
        """Whether estimates stand beside what is counted, and are not added to it."""
        return len({part.estimated for part in self.brought}) > 1

    @property
    def short(self) -> float:
        """What is missing; below 0 where there is more than is asked for."""
        return self.asked - self.total

    @property
    def only_rate(self) -> tuple[Brought, float, float] | None:
        """The one open rate that carries all, how many of its periods there are, and the target that would do."""
        parts = [part for part in self.brought if not part.estimated] or self.brought
        rates = [part for part in parts if _is_rate(part.standing) and not part.standing.status.closed]
        if len(rates) != 1 or len(parts) != 1:
            return None
        part, target = rates[0], rates[0].standing.goal.measurable.target
        if not target or not part.amount:
            return None
        periods = (_promised(part.standing, self.larger) or 0.0) / float(target)
        others = self.total - part.amount
        return part, periods, float(target) * (self.asked - others) / part.amount


class Link(Struct, frozen=True):
    """What each unit of a small goal has to make of the large goal's measure, for both to be reached (row 49)."""

    smaller: Standing
    larger: Standing
    each: float
    """40 contracts a month from 1,000 leads a month: 0.04."""


def sums_of(standings: Sequence[Standing], place: int) -> Sums | None:
    """Hold the goals that serve a goal against it; None where nothing of theirs can be added up."""
    larger = standings[place]
    asked = planned(larger)
    if asked is None or asked <= 0:
        return None
    parts = tuple(_brought(standings, larger, asked))
    if not parts:
        return None
    counted = sum(part.amount for part in parts if not part.estimated and _is_counted(larger, part.standing))
    has_own = larger.reached is not None and larger.baseline is not None and larger.sums_children
    own = float(larger.reached or 0) - float(larger.baseline or 0) if has_own else 0.0
    theirs = sum(_reached(part.standing) for part in parts if _is_counted(larger, part.standing))
    return Sums(larger, parts, max(own - theirs, 0.0) if counted else 0.0, asked)


def links_of(standings: Sequence[Standing], place: int) -> tuple[Link, ...]:
    """Give what the open goals under a goal have to bring with each unit, where nobody has said it yet."""
    larger = standings[place]
    pace = _per_day(larger)
    links = []
    for smaller in _under(standings, larger):
        if not pace or smaller.status.closed:
            continue
        own = _per_day(smaller)
        known = counts_the_same(larger.goal, smaller.goal) or smaller.goal.relevant.worth is not None
        if own and not known:
            links.append(Link(smaller, larger, pace / own))
    return tuple(links)


def orphans(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Give the running goals that serve no other, beside a main one, else beside one that others serve (rows 14, 21).

    Without a main goal nobody says that a long-term goal, or one that is served itself, has to serve another.
    """
    still_open = [it for it in standings if not it.status.closed]
    top = {it.place for it in still_open if it.goal.main}
    if not top:
        parents = {it.parent for it in standings}
        served = {it.place for it in still_open if it.place in parents}
        long = {it.place for it in still_open if it.horizon is Horizon.LONG}
        top = served | long if served else set()
    if not top:
        return ()
    return tuple(it for it in still_open if it.parent is None and it.place not in top and it.status.running)


def planned(standing: Standing) -> float | None:
    """Give what a goal asks for from start to end, in its own measure; None for what does not add up."""
    if not standing.goal.measurable.kind.adds_up or standing.goal_line is None:
        return None
    return float(standing.goal_line) - float(standing.baseline or 0)


def natural_period(standing: Standing) -> Period:
    """Give the period in which people speak of a goal's pace: the month for a long one, else the week."""
    per, days = standing.goal.measurable.per, standing.goal.days
    if standing.goal.measurable.kind is Kind.RATE and per in {Period.WEEK, Period.MONTH}:
        return per
    return Period.MONTH if days is not None and days > LONG_DAYS else Period.WEEK


def per_period(per_week: float, period: Period) -> float:
    """Give a weekly amount for a week or a month."""
    return per_week * MONTH_DAYS / 7 if period is Period.MONTH else per_week


def _under(standings: Sequence[Standing], larger: Standing) -> Iterator[Standing]:
    return (standings[place] for place in larger.children)


def _brought(standings: Sequence[Standing], larger: Standing, asked: float) -> Iterator[Brought]:
    for part in _under(standings, larger):
        if part.status is Status.DRAFT:
            continue
        amount = _reached(part) if part.status.closed else _promised(part, larger)
        if amount is None:
            continue
        estimated = not counts_the_same(larger.goal, part.goal)
        if estimated:
            worth = part.goal.relevant.worth
            if worth is None:
                continue
            amount *= float(worth)
        late = (part.days_left or -inf) > (larger.days_left if larger.days_left is not None else inf)
        share = amount / asked if asked else None
        yield Brought(part, amount, estimated, share, late)


def _promised(part: Standing, larger: Standing) -> float | None:
    """Give what a goal plans to bring: of a rate, only what lies in the larger goal's time."""
    start, deadline = larger.goal.start, larger.goal.deadline
    if planned(part) is None or not _is_rate(part) or start is None or deadline is None or deadline < start:
        return planned(part)
    return float(part.tally.asked_in(Span(start, deadline)) or 0)


def _is_counted(larger: Standing, part: Standing) -> bool:
    return larger.sums_children and counts_the_same(larger.goal, part.goal)


def _reached(standing: Standing) -> float:
    return float(standing.reached or 0) - float(standing.baseline or 0)


def _is_rate(standing: Standing) -> bool:
    return standing.goal.measurable.kind is Kind.RATE


def _per_day(standing: Standing) -> float | None:
    amount, days = planned(standing), standing.goal.days
    return amount / (days + 1) if amount and days else None
