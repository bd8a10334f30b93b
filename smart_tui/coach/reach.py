"""A target beside the person's own past: how far it is, a range a little above the best, and what would bring it near."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from msgspec import Struct

from smart_tui.coach.answers import Answers
from smart_tui.coach.writing import steps_text, write_number
from smart_tui.goals.draft import Field
from smart_tui.goals.model import Past
from smart_tui.goals.splitting import steps_by_count
from smart_tui.goals.terms import Direction, Kind, Period

DAYS_OF_MONTH = Decimal("30.4375")
DAYS = {
    Period.DAY: Decimal(1),
    Period.WEEK: Decimal(7),
    Period.MONTH: DAYS_OF_MONTH,
    Period.QUARTER: 3 * DAYS_OF_MONTH,
    Period.YEAR: 12 * DAYS_OF_MONTH,
}
LOW, HIGH, SAFE, STRETCH = Decimal("1.03"), Decimal("1.20"), Decimal("0.97"), Decimal("1.45")
"""Times the best: "a little above" (row 12), what is safe, and what is still in reach (row 11)."""
WEEKS_LEAST, WEEKS_MOST = 2, 12
A_MONTH, WEEKS_OF_A_MONTH = range(26, 32), 4
"""So many days are a month, which has four weeks to everybody."""
YEAR_DIGITS = 4


NEARLY_ONE = Decimal("0.85"), Decimal("1.4")
""""Next month" has 28 to 31 days and, begun today, a few more: it is one month to everybody."""
FAR_DAYS = 365 * 50
"""No plan reaches as far."""


class Steps(Struct, frozen=True):
    """Milestones of equal steps (row 10)."""

    count: int
    each: Decimal
    text: str
    """As the milestones' field is typed."""


class Reach(Struct, frozen=True):
    """How a target compares with the best so far, both for the same length of time."""

    times: float
    """Target divided by best; for what is to fall, best divided by target."""
    best: Decimal
    low: Decimal
    high: Decimal
    safe: Decimal
    stretch: Decimal
    days_needed: int | None
    """How long the target takes at the best pace so far; None for what does not add up."""
    length: Decimal
    """Days that the target is for, in lengths of the past's periods."""

    @property
    def word(self) -> str:
        """`easy`, `hard` (but within reach) or `out-of-reach` (row 44)."""
        if self.times > float(STRETCH):
            return "out-of-reach"
        return "hard" if self.times > 1 else "easy"

    def lower_target(self, answers: Answers) -> str:
        """Give a target a little above the best, as it is typed."""
        return write_number(_rounded((self.low + self.high) / 2 * self.length), answers.draft.lang)

    def later(self, answers: Answers) -> date | None:
        """Give the day by which the target is a little above the best pace."""
        if self.days_needed is None:
            return None
        days = int((self.days_needed / HIGH).to_integral_value(ROUND_CEILING))
        return answers.start + timedelta(days=days) if days < FAR_DAYS else None

    def later_text(self, answers: Answers) -> str | None:
        """Give that day as it is typed."""
        later = self.later(answers)
        return later.isoformat() if later else None

    def steps(self, answers: Answers) -> Steps | None:
        """Give weekly steps for a target that is out of reach at once and has a few weeks."""
        deadline, target = answers.day(Field.DEADLINE), answers.number(Field.TARGET)
        if (
            self.word != "out-of-reach"
            or answers.kind is not Kind.TOTAL
            or deadline is None
            or target is None
            or answers.draft.text(Field.MILESTONES)
        ):
            return None
        days = (deadline - answers.start).days
        weeks = max(round(days / 7), 1)
        if not WEEKS_LEAST <= weeks <= WEEKS_MOST:
            return None
        count = WEEKS_OF_A_MONTH if days in A_MONTH else weeks
        return _steps(answers, target, count, deadline)


def reach_of(answers: Answers) -> Reach | None:
    """Compare the target with the past that was typed; None where one of them is missing."""
    past = answers.values.get(Field.PAST)
    target = answers.number(Field.TARGET)
    results = [it for it in past if isinstance(it, Past)] if isinstance(past, tuple) else []
    if not results or target is None or answers.kind in {Kind.YES_NO, Kind.LIMIT}:
        return None
    falls = answers.direction is Direction.DECREASE
    best = min(it.value for it in results) if falls else max(it.value for it in results)
    if best <= 0 or target <= 0:
        return None
    length = _length(answers, results)
    asked = target / length
    times = float(best / asked if falls else asked / best)
    marks = (_rounded(best / mark if falls else best * mark) for mark in (LOW, HIGH, SAFE, STRETCH))
    low, high, safe, stretch = marks
    needed = None
    if answers.kind is Kind.TOTAL:
        needed = int((target / best * _days_of_past(answers, results)).to_integral_value(ROUND_CEILING))
    return Reach(times, best, low, high, safe, stretch, needed, length)


def _length(answers: Answers, results: list[Past]) -> Decimal:
    """Give how many of the past's periods the target is for: a level is the same at any time."""
    if answers.kind is Kind.LEVEL:
        return Decimal(1)
    own = _days_of_past(answers, results)
    if answers.kind is Kind.RATE:
        per = answers.chosen(Field.PER, Period)
        return DAYS[per] / own if per else Decimal(1)
    deadline = answers.day(Field.DEADLINE)
    if deadline is None:
        return Decimal(1)
    days = max((deadline - answers.start).days + 1, 1)
    ratio = Decimal(days) / own
    return Decimal(1) if NEARLY_ONE[0] <= ratio <= NEARLY_ONE[1] else ratio


def _days_of_past(answers: Answers, results: list[Past]) -> Decimal:
    """Give the length of a period of the past: by its name "2026-09", "2026-Q3", "2025", else a month."""
    name = results[-1].period.strip().upper()
    if "Q" in name:
        return DAYS[Period.QUARTER]
    if "W" in name:
        return DAYS[Period.WEEK]
    if len(name) == YEAR_DIGITS and name.isdigit():
        return DAYS[Period.YEAR]
    per = answers.chosen(Field.PER, Period) if answers.kind is Kind.RATE and not name else None
    return DAYS[per] if per else DAYS[Period.MONTH]


def _steps(answers: Answers, target: Decimal, count: int, deadline: date) -> Steps:
    baseline = answers.number(Field.BASELINE) or Decimal(0)
    steps = steps_by_count(answers.start, deadline, baseline, target, count)
    return Steps(count, (target - baseline) / count, steps_text(steps, answers.draft.lang))


def _rounded(value: Decimal) -> Decimal:
    """Round to two figures, as people name targets: 319.3 is 320."""
    if value == 0:
        return value
    step = Decimal(10) ** (value.adjusted() - 1)
    return (value / step).to_integral_value() * step
