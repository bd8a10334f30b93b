"""A rate's periods that are over: which were made, which fell short."""

from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.calendar import Span, shifted
from smart_tui.goals.standing import RatePeriod
from smart_tui.goals.tally import Tally
from smart_tui.goals.terms import Kind


class Periods(Struct, frozen=True):
    """The periods of a rate that are over, the oldest first; periods in which no day counts are none."""

    past: tuple[RatePeriod, ...]

    @property
    def made(self) -> int:
        """How many reached their target."""
        return len(self.past) - len(self.missed)

    @property
    def missed(self) -> tuple[RatePeriod, ...]:
        """Those that ended short."""
        return tuple(period for period in self.past if period.value < period.target)


def past_periods(tally: Tally) -> Periods:
    """Give every period of a rate that is over; none for what is no rate."""
    last, per, start = tally.last_complete_period(), tally.goal.measurable.per, tally.goal.start
    if tally.goal.measurable.kind is not Kind.RATE or last is None or per is None or start is None:
        return Periods(())
    sums: dict[Span, Decimal] = {}
    for checkin in tally.checkins:
        if not start <= checkin.date <= last.last:
            continue
        whole = tally.calendar.period(per, checkin.date)
        sums[whole] = sums.get(whole, Decimal(0)) + checkin.value
    past = []
    whole = tally.calendar.period(per, start)
    while whole.first <= last.last:
        span = Span(max(whole.first, start), min(whole.last, last.last))
        target = tally.target_in(span)
        if target and tally.calendar.elapsed(shifted(span.first, -1), span.last):
            past.append(RatePeriod(span=span, value=sums.get(whole, Decimal(0)), target=target))
        whole = tally.calendar.next_period(per, whole.first)
    return Periods(tuple(past))
