"""The closed vocabularies of a goal. Their values are what the file, JSON and --status say, in every language."""

from enum import StrEnum


class Letter(StrEnum):
    """The five parts of a goal, in the order in which they are asked."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ACHIEVABLE = "A"
    RELEVANT = "R"
    TIMEBOUND = "T"


A_WORDS = ("achievable", "attainable", "assignable")
"""What A may stand for, the usual word first; R below."""
R_WORDS = ("relevant", "realistic")


class DateStyle(StrEnum):
    """How dates are written, and how `5/6` is read where a person types it."""

    LANGUAGE = "language"
    """As the language writes them."""
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    ISO = "iso"
    """2026-12-31; it says nothing of `5/6`."""


class Dialect(StrEnum):
    """Which words A and R stand for: the schools of SMART (row 35). What is not named is Achievable, and Relevant."""

    RELEVANT = "relevant"
    """A: looking at past results. R: relevant, it serves a larger goal."""
    REALISTIC = "realistic"
    """A: by one's own ability. R: realistic, with a plan."""
    ATTAINABLE = "attainable"
    """A: achievable by another name."""
    ATTAINABLE_REALISTIC = "attainable realistic"
    ASSIGNABLE = "assignable"
    """A: who does it, before all else."""
    ASSIGNABLE_REALISTIC = "assignable realistic"

    @classmethod
    def named(cls, text: str) -> "Dialect | None":
        """Find the dialect that words such as "assignable" or "Realistic, attainable" name; None where they name none."""
        words = text.lower().replace(",", " ").split()
        fitting = (dialect for dialect in cls if words and {*words} <= {dialect.a, dialect.r})
        return next(fitting, None)

    @property
    def a(self) -> str:
        """The word that A stands for."""
        return next((word for word in A_WORDS if word in self), A_WORDS[0])

    @property
    def r(self) -> str:
        """The word that R stands for."""
        return next((word for word in R_WORDS if word in self), R_WORDS[0])

    @property
    def realistic(self) -> bool:
        """Whether one's own ability and a plan are asked for."""
        return self.r == "realistic"

    @property
    def assignable(self) -> bool:
        """Whether A asks who does it."""
        return self.a == "assignable"

    def saying(self, word: str) -> "Dialect":
        """Give the dialect in which A or R stands for another word."""
        a, r = (word, self.r) if word in A_WORDS else (self.a, word)
        return next(dialect for dialect in Dialect if (dialect.a, dialect.r) == (a, r))


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
