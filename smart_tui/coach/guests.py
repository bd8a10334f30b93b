"""A workshop's guest among the goals: what their answers are read against, and the goal that they make."""

from msgspec.structs import replace

from smart_tui.coach.answers import Answers, Setting
from smart_tui.coach.drafting import goal_of
from smart_tui.goals.model import Goal


def guest_setting(setting: Setting, own: str | None) -> Setting:
    """Give what a guest's answers are read against: of all goals only those on the wall, which all may see.

    Whatever else the file holds belongs to others; nor does a goal (`own` is its id) serve itself.
    """
    shown = tuple(goal for goal in setting.file.goals if goal.main and goal.id != own)
    return replace(setting, file=replace(setting.file, goals=shown))


def guest_goal(answers: Answers, goal_id: str, base: Goal | None = None) -> Goal:
    """Make the goal of a guest, who is still writing it: unlike one that is changed, its horizon follows its dates."""
    return replace(goal_of(answers, goal_id, base), horizon=answers.horizon)
