"""What each message does to the goal file; imported when the first one comes, not before the first picture."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from msgspec.structs import replace

from smart_tui.goals.model import Goal, GoalFile
from smart_tui.screens.messages import (
    ActionsChanged,
    CheckInChanged,
    CheckInMade,
    ClarityHeard,
    DraftFinished,
    GoalDecided,
    GoalDeleted,
    MainGoalChosen,
    NumberEntered,
    NumbersEntered,
)
from smart_tui.store.codes import Refusal
from smart_tui.store.decisions import decided
from smart_tui.store.errors import CannotSave, NoSuchGoal
from smart_tui.store.operations import (
    AddCheckIn,
    AddGoal,
    ChangeGoal,
    DeleteCheckIn,
    DeleteGoal,
    EditCheckIn,
    FieldChange,
    Operation,
    Together,
    changes_between,
)

Change = (
    DraftFinished
    | CheckInMade
    | CheckInChanged
    | NumbersEntered
    | GoalDecided
    | GoalDeleted
    | ActionsChanged
    | MainGoalChosen
    | ClarityHeard
)


def operation_of(
    change: Change, file: GoalFile, today: date, new_id: Callable[[str, Collection[str]], str]
) -> Operation:
    """Turn a message into one operation; a new goal gets its id, an edited one only what was changed.

    Raises:
        StoreError: a decision about a goal that is no longer what it was.

    """
    match change:
        case CheckInMade(goal_id=goal_id, checkin=checkin):
            return AddCheckIn(goal_id, checkin)
        case CheckInChanged(goal_id=goal_id, before=before, after=after):
            return DeleteCheckIn(goal_id, before) if after is None else EditCheckIn(goal_id, before, after)
        case NumbersEntered(entries=entries):
            return Together(tuple(step for entry in entries for step in _entered(entry)))
        case GoalDecided():
            return _decided(change, file, today)
        case MainGoalChosen(place=place):
            return _main(file, place)
        case ActionsChanged() | ClarityHeard():
            path = "relevant.actions" if isinstance(change, ActionsChanged) else "specific.clarity"
            return ChangeGoal(change.goal_id, (FieldChange(path, change.before, change.after),))
        case GoalDeleted(goal_id=goal_id):
            return DeleteGoal(goal_id)
        case DraftFinished(goal=goal, base=Goal() as base):
            return ChangeGoal(base.id, changes_between(base, goal))
        case DraftFinished(goal=goal):
            return AddGoal(replace(goal, id=new_id(goal.title, frozenset(each.id for each in file.goals))))


def _main(file: GoalFile, place: int) -> Operation:
    """Make one goal the main one and no other; chosen again, it is one like any other."""
    chosen = file.goals[place]
    changed = [goal for goal in file.goals if goal.main is not (goal is chosen and not chosen.main)]
    return Together(
        tuple(ChangeGoal(goal.id, (FieldChange("main", goal.main, not goal.main),)) for goal in changed)
    )


def goal_with_id(file: GoalFile, goal_id: str | None) -> Goal | None:
    """Find a goal."""
    return next((goal for goal in file.goals if goal.id == goal_id), None)


def _entered(entry: NumberEntered) -> Iterator[Operation]:
    if entry.before is None and entry.after is not None:
        yield AddCheckIn(entry.goal_id, entry.after)
    elif entry.before is not None and entry.after is None:
        yield DeleteCheckIn(entry.goal_id, entry.before)
    elif entry.before is not None and entry.after is not None and entry.before != entry.after:
        yield EditCheckIn(entry.goal_id, entry.before, entry.after)
    if entry.entry is not entry.entry_before:
        yield ChangeGoal(entry.goal_id, (FieldChange("measurable.entry", entry.entry_before, entry.entry),))


def _decided(decision: GoalDecided, file: GoalFile, today: date) -> Operation:
    goal = goal_with_id(file, decision.goal_id)
    if goal is None:
        raise NoSuchGoal(decision.goal_id)
    try:
        return decided(
            goal,
            decision.did,
            today,
            to=decision.to,
            target=decision.target,
            why=decision.why,
            final=decision.final,
            result=decision.result,
        )
    except ValueError as error:  # the screen asked for what could be decided then
        raise CannotSave(Refusal.CHANGED) from error
