"""What an operation does, as a code and values: kept with each step, so that undoing can say what it undoes."""

from enum import StrEnum

from msgspec import Struct, field


class Deed(StrEnum):
    """The closed list of what can have been done."""

    GOAL_ADDED = "goal-added"
    GOALS_ADDED = "goals-added"
    """`count` says how many."""
    GOAL_DELETED = "goal-deleted"
    GOAL_CHANGED = "goal-changed"
    """`field` is the path of the one field, or missing."""
    CHECKIN = "checkin"
    """`value` as it is stored, and `date`."""
    CHECKIN_CHANGED = "checkin-changed"
    CHECKIN_DELETED = "checkin-deleted"
    CHECKINS = "checkins"
    """`count` says how many."""
    DECISION = "decision"
    """`did` is a word of the file."""
    LEAD = "lead"
    """`name` and `value`."""
    SEVERAL = "several"
    """`count` says in how many goals."""
    MERGED = "merged"
    UPGRADED = "upgraded"


class Told(Struct, frozen=True):
    """One thing that was done: to which goal (its id, where it is one), and with which values."""

    deed: Deed
    goal: str | None = None
    values: dict[str, str] = field(default_factory=dict)
