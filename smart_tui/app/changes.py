"""What each message does to the goal file; imported when the first one comes, not before the first picture."""

from collections.abc import Callable, Collection
from dataclasses import replace

from smart_tui.goals.model import Goal, GoalFile
from smart_tui.screens.messages import CheckInChanged, CheckInMade, DraftFinished, GoalDeleted
from smart_tui.store.operations import (
    AddCheckIn,
    AddGoal,
    ChangeGoal,
    DeleteCheckIn,
    DeleteGoal,
    EditCheckIn,
    Operation,
    changes_between,
)

Change = DraftFinished | CheckInMade | CheckInChanged | GoalDeleted


def operation_of(change: Change, file: GoalFile, new_id: Callable[[str, Collection[str]], str]) -> Operation:
    """Turn a message into one operation; a new goal gets its id, an edited one only what was changed."""
    match change:
        case CheckInMade(goal_id=goal_id, checkin=checkin):
            return AddCheckIn(goal_id, checkin)
        case CheckInChanged(goal_id=goal_id, before=before, after=after):
            return DeleteCheckIn(goal_id, before) if after is None else EditCheckIn(goal_id, before, after)
        case GoalDeleted(goal_id=goal_id):
            return DeleteGoal(goal_id)
        case DraftFinished(draft=draft, goal=goal):
            base = goal_with_id(file, draft.editing)
            if base is not None:
                return ChangeGoal(base.id, changes_between(base, goal))
            return AddGoal(replace(goal, id=new_id(goal.title, frozenset(each.id for each in file.goals))))


def goal_with_id(file: GoalFile, goal_id: str | None) -> Goal | None:
    """Find a goal."""
    return next((goal for goal in file.goals if goal.id == goal_id), None)
