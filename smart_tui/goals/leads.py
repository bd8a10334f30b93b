"""Lead measures: what one does weekly, counted beside the outcome."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.calendar import PLAIN_CALENDAR
from smart_tui.goals.model import Lead
from smart_tui.goals.names import plain
from smart_tui.goals.tally import ZERO
from smart_tui.goals.terms import Period

WEEKS = 8
"""So many whole weeks say what is usual."""


class LeadMeasure(Struct, frozen=True):
    """One of the things that a person does for a goal, week by week."""

    name: str
    """As it was written last."""
    this_week: Decimal
    weeks: tuple[Decimal, ...]
    """The sums of the last whole weeks, at most eight, none before the first entry; the oldest first."""

    @property
    def usual(self) -> Decimal | None:
        """The median of the whole weeks, those without an entry included; None before one is over."""
        if not self.weeks:
            return None
        ranked, middle = sorted(self.weeks), len(self.weeks) // 2
        return (ranked[middle] + ranked[~middle]) / 2


def lead_measures(leads: Iterable[Lead], today: date) -> tuple[LeadMeasure, ...]:
    """Sum up a goal's leads by name, accents and case ignored, in the order of their first entries."""
    named: dict[str, list[Lead]] = {}
    for lead in leads:
        if lead.date <= today:
            named.setdefault(plain(lead.name), []).append(lead)
    return tuple(_measure(entries, today) for entries in named.values())


def lead_measure(leads: Iterable[Lead], name: str, day: date) -> LeadMeasure:
    """Sum up one lead as of a day; one that was never counted stands at nothing."""
    entries = [lead for lead in leads if lead.date <= day and plain(lead.name) == plain(name)]
    return _measure(entries, day) if entries else LeadMeasure(name, ZERO, ())


def _measure(entries: list[Lead], today: date) -> LeadMeasure:
    sums: dict[int, Decimal] = {}
    for entry in entries:
        week = _week(entry.date)
        sums[week] = sums.get(week, ZERO) + entry.value
    this, first = _week(today), min(sums)
    whole = range(max(first, this - WEEKS), this)
    return LeadMeasure(entries[-1].name, sums.get(this, ZERO), tuple(sums.get(week, ZERO) for week in whole))


def _week(day: date) -> int:
    return PLAIN_CALENDAR.number(Period.WEEK, day)
