"""The closed vocabularies of a goal. Their values are what the file, JSON and --status say, in every language."""

from enum import StrEnum


class Letter(StrEnum):
    """The five parts of a goal, in the order in which they are asked."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ACHIEVABLE = "A"
    RELEVANT = "R"
    TIMEBOUND = "T"


class Dialect(StrEnum):
    """Which words A and R stand for: the two schools of SMART (row 35)."""

    RELEVANT = "relevant"
    """A: looking at past results. R: relevant, it serves a larger goal."""
    REALISTIC = "realistic"
    """A: by one's own ability. R: realistic, with a plan."""


class Kind(StrEnum):
    """How check-ins count."""

    TOTAL = "total"
    """Check-ins add up (leads won)."""
    LEVEL = "level"
    """The latest reading counts (followers, conversion rate)."""
    RATE = "rate"
    """A target for each day, week, month, quarter or year."""
    LIMIT = "limit"
    """Stay on one side of a line until the deadline."""
    YES_NO = "yes-no"
    """Done or not."""

    @property
    def adds_up(self) -> bool:
        """Whether a check-in stores what was added rather than a reading."""
        return self in {Kind.TOTAL, Kind.RATE}


class Direction(StrEnum):
    """Where the number should go."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Bound(StrEnum):
    """Which side of a limit is right."""

    MAX = "max"
    MIN = "min"


class Period(StrEnum):
    """A calendar period: what a rate is counted by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Cadence(StrEnum):
    """How often a check-in is expected."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"

    @property
    def period(self) -> Period:
        """The calendar period in which one check-in is expected."""
        return {Cadence.DAILY: Period.DAY, Cadence.WEEKLY: Period.WEEK, Cadence.MONTHLY: Period.MONTH}[self]


class Horizon(StrEnum):
    """Whether a goal is a stepping stone or a long way."""

    SHORT = "short"
    LONG = "long"


class Entry(StrEnum):
    """What a person types for a total or a rate: what was added, or the sum so far."""

    ADDED = "added"
    IN_ALL = "in all"


class Did(StrEnum):
    """What was decided about a goal."""

    CLOSE = "close"
    EXTEND = "extend"
    CHANGE = "change"
    DROP = "drop"
    REOPEN = "reopen"
    KEEP = "keep"
    CARRY = "carry"


class Status(StrEnum):
    """Where a goal stands; the first rule that fits (see `standing`)."""

    DROPPED = "dropped"
    MISSED = "missed"
    ACHIEVED = "achieved"
    OVERDUE = "overdue"
    NOT_STARTED = "not started"
    DRAFT = "draft"
    ON_TRACK = "on track"
    BEHIND = "behind"
    AT_RISK = "at risk"

    @property
    def closed(self) -> bool:
        """Whether nothing more is asked of the goal."""
        return self in {Status.DROPPED, Status.MISSED, Status.ACHIEVED}

    @property
    def running(self) -> bool:
        """Whether the goal is between its start and its deadline, with a plan to hold it against."""
        return self in {Status.ON_TRACK, Status.BEHIND, Status.AT_RISK}


class Flag(StrEnum):
    """What needs attention, beside the status."""

    OVERDUE_SHORT_TERM = "overdue short-term"
    STALE = "stale"
    DUE = "due"
    PARENT_AT_RISK = "parent at risk"
    NOT_MOVED = "steps done, not moved"
    """Everything under it is done, and its own number lags behind (row 32)."""
    INVALID = "invalid"
