"""What a decision would come to, before it is made. Pure."""

from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.model import CheckIn, Decision, Goal, GoalFile
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.status import closing
from smart_tui.goals.terms import Did, Flag, Kind, Status
from smart_tui.goals.tree import Tree

FOUR = (Did.CLOSE, Did.EXTEND, Did.CHANGE, Did.DROP)
NOT_MOVED = (Did.KEEP, Did.CHANGE, Did.DROP)
SHORT = (Did.CARRY, Did.KEEP, Did.CHANGE)


class Case(Struct, frozen=True):
    """A goal to decide about, with the larger goal that sums it, apart from the rest of the file."""

    file: GoalFile
    place: int
    larger: int | None
    today: date

    @classmethod
    def of(cls, file: GoalFile, place: int, today: date) -> "Case":
        """Take a goal out of its file, with everything that its larger goal adds up."""
        tree = Tree.of(file.goals)
        parent = tree.parents[place]
        top = parent if parent is not None and place in tree.summed(parent) else None
        kept = [place, *tree.below(place)] if top is None else [top, *tree.below(top)]
        part = replace(file, goals=tuple(file.goals[i] for i in kept), problems=())
        return cls(part, kept.index(place), None if top is None else kept.index(top), today)

    @property
    def goal(self) -> Goal:
        """The goal."""
        return self.file.goals[self.place]

    def standing(self, day: date | None = None) -> Standing:
        """Say where the goal stands, today or on an earlier day."""
        return standings(self.file, day or self.today)[self.place]

    def larger_standing(self) -> Standing | None:
        """Say where the larger goal stands that sums this one."""
        return None if self.larger is None else standings(self.file, self.today)[self.larger]

    def after(
        self,
        did: Did | None,
        *,
        final: CheckIn | None = None,
        to: date | None = None,
        target: Decimal | None = None,
    ) -> "Case":
        """Give the case as a decision would leave it; None decides nothing, and the last number alone counts."""
        goal = self.goal
        history = goal.history
        if final is not None:
            history = replace(history, checkins=(*history.checkins, final))
        if did is not None:
            history = replace(history, decisions=(*history.decisions, Decision(date=self.today, did=did)))
        changed = replace(
            goal,
            history=history,
            measurable=replace(goal.measurable, target=target or goal.measurable.target),
            timebound=replace(goal.timebound, deadline=to or goal.deadline),
        )
        goals = (*self.file.goals[: self.place], changed, *self.file.goals[self.place + 1 :])
        return replace(self, file=replace(self.file, goals=goals))


def choices(standing: Standing, today: date) -> tuple[Did, ...]:
    """Give what can be decided: a period that ended short is answered first; a closed goal can be reopened."""
    if closing(standing.goal, today) is not None:
        return (Did.REOPEN,)
    if standing.short_period is not None and standing.status is not Status.OVERDUE:
        return SHORT
    if Flag.NOT_MOVED in standing.flags and standing.status is not Status.OVERDUE:
        return NOT_MOVED
    if standing.goal.measurable.kind is Kind.YES_NO:
        return tuple(did for did in FOUR if did is not Did.CHANGE)
    return FOUR


def needs_decision(standing: Standing) -> bool:
    """Whether a goal is past its deadline, a period of it ended short, or its steps did not move it."""
    slipped = standing.status is Status.OVERDUE or standing.short_period is not None
    return slipped or Flag.NOT_MOVED in standing.flags


def last_day(standing: Standing) -> date | None:
    """Give the day whose number is still asked for; None where none is: the goal runs, or sums up its children."""
    if standing.sums_children:
        return None
    if standing.status is Status.OVERDUE:
        return standing.goal.deadline
    return standing.short_period.span.last if standing.short_period is not None else None
