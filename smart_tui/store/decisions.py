"""What a decision about a goal does to its file: the fields that change, and the record that they did."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec.structs import replace

from smart_tui.goals.model import CheckIn, Decision, Goal, Result
from smart_tui.goals.status import closing
from smart_tui.goals.terms import Did, Kind
from smart_tui.store.operations import (
    AddCheckIn,
    AddDecision,
    ChangeGoal,
    FieldChange,
    Operation,
    Together,
)

TARGET, DEADLINE, RESULT = "measurable.target", "timebound.deadline", "history.result"


class Undecided(StrEnum):
    """Why a decision makes no sense for a goal: the codes of `decided`."""

    CLOSED = "closed"
    """It was closed or dropped: only `reopen` is left."""
    NOT_CLOSED = "not-closed"
    NO_DATE = "no-date"
    NOT_LATER = "not-later"
    """An extension to the deadline that there is, or to an earlier day."""
    PAST = "past"
    """An extension to a day that is over leaves the goal overdue."""
    BEFORE_START = "before-start"
    NO_TARGET = "no-target"
    """A yes-no goal has none to change."""
    NOTHING_CHANGES = "nothing-changes"


def decided(
    goal: Goal,
    did: Did,
    today: date,
    *,
    to: date | None = None,
    target: Decimal | None = None,
    why: str | None = None,
    final: CheckIn | None = None,
    result: Result | None = None,
) -> Operation:
    """Turn a decision into one write: fields, a record for each, and the last number, dated the deadline.

    `to` is the deadline of `extend` and `change`, `target` the number of `change`, `result` what a goal that is
    over leaves behind.

    Raises:
        ValueError: it makes no sense for this goal; its only argument is a code of `Undecided`.

    """
    if (code := _undecided(goal, did, today, to, target)) is not None:
        raise ValueError(code)
    changes = tuple(_changes(goal, did, to, target))
    records = tuple(_records(did, today, why, changes))
    return Together(
        (
            *((AddCheckIn(goal.id, _on_deadline(goal, today, final)),) if final else ()),
            *((ChangeGoal(goal.id, changes),) if changes else ()),
            *(AddDecision(goal.id, record) for record in records),
            *((ChangeGoal(goal.id, (FieldChange(RESULT, goal.history.result, result),)),) if result else ()),
        )
    )


def _undecided(
    goal: Goal, did: Did, today: date, to: date | None, target: Decimal | None
) -> Undecided | None:
    is_closed = closing(goal, today) is not None
    if is_closed is not (did is Did.REOPEN):
        return Undecided.CLOSED if is_closed else Undecided.NOT_CLOSED
    if did is Did.EXTEND and (code := _no_extension(goal, today, to)) is not None:
        return code
    if to is not None and goal.start is not None and to < goal.start:
        return Undecided.BEFORE_START
    if target is not None and goal.measurable.kind is Kind.YES_NO:
        return Undecided.NO_TARGET
    if did is Did.CHANGE and not any(_changes(goal, did, to, target)):
        return Undecided.NOTHING_CHANGES
    return None


def _no_extension(goal: Goal, today: date, to: date | None) -> Undecided | None:
    if to is None:
        return Undecided.NO_DATE
    if goal.deadline is not None and to <= goal.deadline:
        return Undecided.NOT_LATER
    return Undecided.PAST if to < today else None


def _changes(goal: Goal, did: Did, to: date | None, target: Decimal | None) -> Iterator[FieldChange]:
    if did is Did.CHANGE and target not in {None, goal.measurable.target}:
        yield FieldChange(TARGET, goal.measurable.target, target)
    if did in {Did.CHANGE, Did.EXTEND} and to not in {None, goal.deadline}:
        yield FieldChange(DEADLINE, goal.deadline, to)


def _records(did: Did, today: date, why: str | None, changes: tuple[FieldChange, ...]) -> Iterator[Decision]:
    if not changes:
        yield Decision(date=today, did=did, why=why)
    for change in changes:
        field = change.path if did is Did.CHANGE else None
        yield Decision(date=today, did=did, field=field, before=change.before, after=change.after, why=why)


def _on_deadline(goal: Goal, today: date, final: CheckIn) -> CheckIn:
    return replace(final, date=min(final.date, goal.deadline or final.date, today))
