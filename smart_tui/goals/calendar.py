"""Calendar periods, and which days a plan counts. Weeks are ISO weeks (Monday) for everybody."""

from bisect import bisect_right
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from smart_tui.goals.terms import Period

ALL_WEEK = frozenset(range(7))
MONDAY_TO_FRIDAY = frozenset(range(5))
MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}


class Span(Struct, frozen=True):
    """A run of days, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last


class DaysOff(Struct, frozen=True):
    """Days that no plan counts (Tết)."""

    first: date
    last: date
    name: str = ""


class Calendar(Struct, frozen=True, dict=True):
    """What a goal file says about time: when the year starts, which days are worked."""

    year_starts: int = 1
    """The month in which years and quarters start, 1-12."""
    workdays: frozenset[int] = ALL_WEEK
    """Weekdays that plans count, Monday = 0."""
    days_off: tuple[DaysOff, ...] = ()

    def period(self, kind: Period, day: date) -> Span:
        """Give the calendar period of that kind that holds the day."""
        match kind:
            case Period.DAY:
                return Span(day, day)
            case Period.WEEK:
                monday = day - timedelta(days=day.weekday())
                return Span(monday, shifted(monday, 6))
            case _:
                return self._months(kind, day)

    def next_period(self, kind: Period, day: date) -> Span:
        """Give the period after the one that holds the day."""
        return self.period(kind, shifted(self.period(kind, day).last, 1))

    def previous_period(self, kind: Period, day: date) -> Span:
        """Give the period before the one that holds the day."""
        return self.period(kind, shifted(self.period(kind, day).first, -1))

    def number(self, kind: Period, day: date) -> int:
        """Give the day's period its number in the row of all periods of that kind: neighbours differ by one."""
        match kind:
            case Period.DAY:
                return day.toordinal()
            case Period.WEEK:
                return (day.toordinal() - 1) // 7  # the first day that exists is a Monday
            case _:
                return (day.year * 12 + day.month - 1 - self._offset(kind)) // MONTHS[kind]

    def counts(self, day: date) -> bool:
        """Whether plans count the day."""
        return day.weekday() in self.workdays and not self._is_off(day.toordinal())

    def elapsed(self, begin: date, end: date) -> int:
        """Days that plans count after `begin` up to and with `end`; negative when `end` is earlier."""
        if end < begin:
            return -self.elapsed(end, begin)
        if self._counts_every_day:
            return (end - begin).days
        first, last = begin.toordinal(), end.toordinal()
        return self._weekdays_between(first, last) - self._off_until(last) + self._off_until(first)

    def weeks(self, begin: date, end: date) -> float:
        """Weeks of work after `begin` up to and with `end`: the days that plans count, by those of a whole week."""
        return self.elapsed(begin, end) / (len(self.workdays) or 7)

    def working_days(self, begin: date, end: date) -> int:
        """Working days after `begin` up to and with `end`: the file's, Monday to Friday where it names none."""
        if self.workdays != ALL_WEEK:
            return self.elapsed(begin, end)
        return self._monday_to_friday.elapsed(begin, end)

    @cached_property
    def _monday_to_friday(self) -> "Calendar":
        return Calendar(self.year_starts, MONDAY_TO_FRIDAY, self.days_off)

    @cached_property
    def _counts_every_day(self) -> bool:
        return self.workdays == ALL_WEEK and not self.days_off

    @cached_property
    def _off(self) -> tuple[list[int], list[int], list[int]]:
        """Give the days off as ordinals, runs that touch joined: firsts, lasts, workdays lost before each."""
        firsts: list[int] = []
        lasts: list[int] = []
        for first, last in sorted((off.first.toordinal(), off.last.toordinal()) for off in self.days_off):
            if lasts and first <= lasts[-1] + 1:
                lasts[-1] = max(lasts[-1], last)
            elif first <= last:
                firsts.append(first)
                lasts.append(last)
        lost = (self._weekdays_between(first - 1, last) for first, last in zip(firsts, lasts, strict=True))
        return firsts, lasts, list(accumulate(lost, initial=0))

    def _is_off(self, day: int) -> bool:
        firsts, lasts, _ = self._off
        at = bisect_right(firsts, day)
        return at > 0 and day <= lasts[at - 1]

    def _off_until(self, day: int) -> int:
        """Count the workdays that are off up to and with a day."""
        firsts, lasts, lost = self._off
        at = bisect_right(firsts, day)
        if at == 0 or day >= lasts[at - 1]:
            return lost[at]
        return lost[at - 1] + self._weekdays_between(firsts[at - 1] - 1, day)

    def _weekdays_between(self, begin: int, end: int) -> int:
        """Count the workdays after one ordinal up to and with another."""
        weeks, rest = divmod(end - begin, 7)
        days = ((begin + step) % 7 for step in range(rest))  # ordinal 1 is a Monday
        return weeks * len(self.workdays) + sum(day in self.workdays for day in days)

    def _months(self, kind: Period, day: date) -> Span:
        first = self.number(kind, day) * MONTHS[kind] + self._offset(kind)
        return Span(_first_of_month(first), _last_of_month(first + MONTHS[kind] - 1))

    def _offset(self, kind: Period) -> int:
        return 0 if kind is Period.MONTH else self.year_starts - 1


def shifted(day: date, days: int) -> date:
    """Move a day; stays within the first and the last day that a date can name ("until 9999-12-31")."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _first_of_month(index: int) -> date:
    year, month = divmod(index, 12)
    return date(year, month + 1, 1) if year >= MINYEAR else date.min


def _last_of_month(index: int) -> date:
    return shifted(_first_of_month(index + 1), -1) if index < MAXYEAR * 12 + 11 else date.max


PLAIN_CALENDAR = Calendar()
"""Every day counts and the year starts in January."""
