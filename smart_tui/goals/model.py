"""A goal as an immutable value: five parts, one measure, its history. The attributes bear the file's own names."""

from datetime import date
from decimal import Decimal
from operator import attrgetter

from msgspec import Struct

from smart_tui.goals.calendar import PLAIN_CALENDAR, Calendar
from smart_tui.goals.terms import Bound, Cadence, Did, Direction, Entry, Horizon, Kind, Period

Written = date | Decimal | str
"""A value of the file as a decision remembers it."""

CURRENCY_CODE = 3
"""Letters (ISO 4217)."""
SHORT_DAYS = 92
"""A goal of at most so many days from start to deadline is short."""
SHORT_DAYS_UNDER_A_LARGER = 366
"""So is one of at most so many days that serves a goal at least twice as long."""


class Clarity(Struct, frozen=True):
    """The clarity round: how many of those asked called the goal clear, and what is still open (row 38)."""

    clear: int
    asked: int
    open: tuple[str, ...] = ()


class Specific(Struct, frozen=True, kw_only=True):
    """S: what exactly, for whom, through which channel (rows 4, 37, 39)."""

    sentence: str | None = None
    audience: str | None = None
    channel: str | None = None
    product_line: str | None = None
    details: str | None = None
    clarity: Clarity | None = None


class Measurable(Struct, frozen=True, kw_only=True):
    """M: the measure. `total` and `rate` add check-ins up; `level` and `limit` read the latest."""

    metric: str | None = None
    unit: str | None = None
    """`%`, an ISO currency code, a word, or nothing for counted things."""
    kind: Kind = Kind.TOTAL
    direction: Direction = Direction.INCREASE
    per: Period | None = None
    """For a rate: the period that the target is for."""
    bound: Bound = Bound.MAX
    baseline: Decimal | None = None
    target: Decimal | None = None
    stretch: Decimal | None = None
    source: str | None = None
    budget: Decimal | None = None
    hours: Decimal | None = None
    """Hours a week that the goal takes its owner."""
    entry: Entry | None = None


class Past(Struct, frozen=True):
    """A result of an earlier period, named as the person names it ("2026-09"), or not at all."""

    value: Decimal
    period: str = ""


class Achievable(Struct, frozen=True, kw_only=True):
    """A: what was reached before, what stands in the way (rows 9, 12, 43)."""

    past: tuple[Past, ...] = ()
    strengths: str | None = None
    weaknesses: str | None = None
    resources: str | None = None
    evidence: str | None = None
    confidence: int | None = None
    """0-10."""
    obstacle: str | None = None
    if_then: str | None = None


class Action(Struct, frozen=True):
    """A step that somebody takes (row 17)."""

    what: str
    by: date | None = None
    done: bool = False


class Relevant(Struct, frozen=True, kw_only=True):
    """R: the larger goal that this one serves, and the first action (rows 13, 17)."""

    supports: str | None = None
    worth: Decimal | None = None
    """How much of the larger goal's measure one unit of this one brings."""
    why: str | None = None
    realistic: str | None = None
    plan: str | None = None
    actions: tuple[Action, ...] = ()


class Milestone(Struct, frozen=True):
    """The value that the plan wants on a date."""

    date: date
    value: Decimal


class TimeBound(Struct, frozen=True, kw_only=True):
    """T: from when to when. The deadline day itself still counts."""

    start: date | None = None
    deadline: date | None = None
    cadence: Cadence = Cadence.WEEKLY
    timing: str | None = None
    milestones: tuple[Milestone, ...] = ()


class CheckIn(Struct, frozen=True, kw_only=True):
    """A dated number: what was added (total, rate) or the reading (level, limit); 1 or 0 for yes-no."""

    date: date
    value: Decimal
    note: str | None = None
    confidence: int | None = None
    """0-10."""


class Decision(Struct, frozen=True, kw_only=True):
    """What was decided on a day; a reason is never required."""

    date: date
    did: Did
    field: str | None = None
    before: Written | None = None
    after: Written | None = None
    why: str | None = None


class Lead(Struct, frozen=True):
    """What was done in a week, counted beside the outcome."""

    date: date
    name: str
    value: Decimal


class Result(Struct, frozen=True, kw_only=True):
    """How the goal ended, and what was learned."""

    date: date
    kept: str | None = None
    missed: str | None = None
    learned: str | None = None


class History(Struct, frozen=True, kw_only=True):
    """What happened: appended, never sorted in."""

    checkins: tuple[CheckIn, ...] = ()
    decisions: tuple[Decision, ...] = ()
    leads: tuple[Lead, ...] = ()
    result: Result | None = None


class Problem(Struct, frozen=True):
    """Something in the file that cannot be read: a code and values; `words` makes the sentence."""

    code: str
    line: int | None = None
    goal: str | None = None
    """Id or title of the goal, None for the file itself."""
    field: str | None = None
    detail: str = ""
    column: int | None = None
    """From 1, in characters."""
    text: str = ""
    """The beginning of the line itself, as it is written."""


class Goal(Struct, frozen=True, kw_only=True, eq=False):
    """One SMART goal. Two are equal that say the same, whatever else is wrong in the file."""

    id: str
    title: str
    lang: str | None = None
    owner: str | None = None
    horizon: Horizon | None = None
    """As written when the goal was made; no extension changes it."""
    created: date | None = None
    alias: str | None = None
    main: bool = False
    helpers: tuple[str, ...] = ()
    specific: Specific = Specific()
    measurable: Measurable = Measurable()
    achievable: Achievable = Achievable()
    relevant: Relevant = Relevant()
    timebound: TimeBound = TimeBound()
    history: History = History()
    problems: tuple[Problem, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Goal) and _SAID(self) == _SAID(other))

    def __hash__(self) -> int:
        return hash(_SAID(self))

    @property
    def start(self) -> date | None:
        """The written start, else the day it was created, else that of the first check-in."""
        written = self.timebound.start or self.created
        return written or min((c.date for c in self.history.checkins), default=None)

    @property
    def deadline(self) -> date | None:
        """The last day that counts."""
        return self.timebound.deadline

    @property
    def days(self) -> int | None:
        """Days from start to the first deadline: what an extension adds makes no goal a longer one."""
        moved = (d.before for d in self.history.decisions if d.did in {Did.EXTEND, Did.CHANGE})
        deadline = next((before for before in moved if isinstance(before, date)), self.deadline)
        return None if self.start is None or deadline is None else (deadline - self.start).days


_SAID = attrgetter(*(name for name in Goal.__struct_fields__ if name != "problems"))
"""What a goal says: all but what is wrong with it in the file."""


class GoalFile(Struct, frozen=True, kw_only=True):
    """Everything that one goal file holds, in the file's order."""

    title: str | None = None
    version: int = 1
    calendar: Calendar = PLAIN_CALENDAR
    goals: tuple[Goal, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Problems of the file itself and of its goals, in the order of their lines."""

    @property
    def main(self) -> Goal | None:
        """The main goal, None where no goal is one (row 21)."""
        return next((goal for goal in self.goals if goal.main), None)


def horizon_of(days: int | None, larger_days: int | None) -> Horizon:
    """Give the horizon of a goal of `days`, serving one of `larger_days` (None: no larger goal; row 28)."""
    if days is None or days <= SHORT_DAYS:
        return Horizon.SHORT
    if larger_days is not None and days <= SHORT_DAYS_UNDER_A_LARGER and larger_days >= 2 * days:
        return Horizon.SHORT
    return Horizon.LONG


def is_currency(unit: str | None) -> bool:
    """Whether a unit is written as an ISO currency code."""
    return unit is not None and len(unit) == CURRENCY_CODE and unit.isascii() and unit.isupper()
