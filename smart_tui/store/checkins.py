"""Check-ins changed or removed where they stand."""

from collections.abc import Iterator, Sequence
from typing import Any

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.store.append import alike, list_of, number_told
from smart_tui.store.codes import Refusal
from smart_tui.store.difference import difference
from smart_tui.store.edits import Edit, Take
from smart_tui.store.errors import CannotSave
from smart_tui.store.goal_operation import GoalOperation, at
from smart_tui.store.scan import Path
from smart_tui.store.told import Deed, Told


class EditCheckIn(GoalOperation, frozen=True):
    """Change a check-in where it stands."""

    goal_id: str
    before: CheckIn
    after: CheckIn

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.CHECKIN_CHANGED, self.goal_id, number_told(self.after))

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the edits of the keys that differ."""
        path, written = _find(goal, raw, self.before)
        codec = list_of("checkins", goal.measurable.kind).item
        yield from difference(path, codec, self.before, self.after, written)

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether the last one like it was replaced."""
        checkins = list(before.history.checkins)
        place = _last(checkins, self.before)
        return len(after.history.checkins) == len(checkins) and alike(
            before, after.history.checkins[place], self.after
        )


class DeleteCheckIn(GoalOperation, frozen=True):
    """Remove a check-in."""

    goal_id: str
    checkin: CheckIn

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.CHECKIN_DELETED, self.goal_id, number_told(self.checkin))

    def edits(self, goal: Goal, raw: dict[str, Any]) -> Iterator[Edit]:
        """Yield the one removal."""
        yield Take(_find(goal, raw, self.checkin)[0])

    def holds(self, before: Goal, after: Goal) -> bool:
        """Whether the last one like it is gone."""
        checkins = list(before.history.checkins)
        del checkins[_last(checkins, self.checkin)]
        return after.history.checkins == tuple(checkins)


def _find(goal: Goal, raw: dict[str, Any], checkin: CheckIn) -> tuple[Path, Any]:
    """Give path and table of the last check-in like this one."""
    written = at(raw, ("history", "checkins")) or []
    places = list_of("checkins", goal.measurable.kind).places(written)
    place = places[_last(goal.history.checkins, checkin)]
    return ("history", "checkins", place), written[place]


def _last(checkins: Sequence[CheckIn], checkin: CheckIn) -> int:
    for place in reversed(range(len(checkins))):
        if checkins[place] == checkin:
            return place
    raise CannotSave(Refusal.CHANGED, field="history.checkins")
