"""What was entered for one goal in this update: as typed, as it is to be stored, as the disk has it. Pure."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.calendar import Calendar
from smart_tui.goals.model import CheckIn, Goal, GoalFile
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Entry
from smart_tui.screens.messages import NumberEntered, Task, Typing

FIELDS = ("number", "note", "confidence")


class Answer(Struct, frozen=True, kw_only=True):
    """One goal's turn."""

    goal: Goal
    """As it was last seen in the file."""
    mode: Entry | None
    """What a bare number is; None for a goal that does not add up."""
    number: str = ""
    note: str = ""
    confidence: str = ""
    passed: bool = False
    """Whether Enter was pressed on it."""
    taken: tuple[str, ...] = ("", "", "")
    """What was typed when Enter was pressed on it."""
    wanted: CheckIn | None = None
    """What is to be stored."""
    kept: CheckIn | None = None
    """What this update has stored."""
    kept_mode: Entry | None = None
    """What the file says about the mode."""
    waiting: bool = False
    """Whether the disk has not answered yet."""
    failed: bool = False
    """Whether the disk refused."""

    @classmethod
    def first(cls, goal: Goal) -> "Answer":
        """Begin a goal's turn."""
        kept = goal.measurable.entry
        mode = kept or Entry.ADDED if goal.measurable.kind.adds_up else None
        return cls(goal=goal, mode=mode, kept_mode=kept)

    @property
    def typed(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(text.strip() for text in (self.number, self.note, self.confidence))

    @property
    def left_open(self) -> bool:
        """Whether something is typed that nobody has taken."""
        return self.typed != self.taken

    @property
    def typing(self) -> Typing | None:
        """What is typed that nobody has taken, for another run to go on with."""
        fields = dict(zip(FIELDS, self.typed, strict=True))
        if not self.left_open or not any(fields.values()):
            return None
        meant = {"mode": str(self.mode)} if self.mode is not None else {}
        if self.kept is not None:
            meant["instead"] = _mark(self.kept)
        return Typing(Task.UPDATE, self.goal.id, {name: text for name, text in fields.items() if text}, meant)

    def resumed(self, fields: Mapping[str, str], meant: Mapping[str, str]) -> "Answer":
        """Give the answer as an earlier run has left it."""
        mode = next((mode for mode in Entry if str(mode) == meant.get("mode")), None)
        stored = (it for it in self.goal.history.checkins if _mark(it) == meant.get("instead"))
        kept = next(stored, None)
        typed = (fields.get(name, "") for name in FIELDS)
        number, note, confidence = typed
        return replace(
            self,
            mode=mode if self.mode is not None and mode is not None else self.mode,
            number=number,
            note=note,
            confidence=confidence,
            kept=kept,
            wanted=kept,
        )

    @property
    def change(self) -> NumberEntered | None:
        """What has to be saved now: nothing while the disk is busy with this goal."""
        mode = self.kept_mode if self.mode in {None, Entry.ADDED} and self.kept_mode is None else self.mode
        # What was refused may be kept elsewhere: taking it back has to be said too.
        if self.waiting or (not self.failed and self.wanted == self.kept and mode == self.kept_mode):
            return None
        return NumberEntered(self.goal.id, self.kept, self.wanted, self.kept_mode, mode)

    def saved(self, change: NumberEntered) -> "Answer":
        """Give the answer after the disk has taken a change."""
        return replace(self, waiting=False, failed=False, kept=change.after, kept_mode=change.entry)

    def refused(self) -> "Answer":
        """Give the answer after the disk has refused."""
        return replace(self, waiting=False, failed=True)

    def seen_in(self, file: GoalFile) -> "Answer":
        """Give the answer with its goal as the file has it now."""
        found = next((goal for goal in file.goals if goal.id == self.goal.id), self.goal)
        return replace(self, goal=found)

    def standing(self, calendar: Calendar, day: date) -> Standing:
        """Say where the goal stands on a day without what this update has stored."""
        goal = _without(self.goal, self.kept)
        return standings(GoalFile(calendar=calendar, goals=(goal,)), day)[0]


def _mark(checkin: CheckIn) -> str:
    return f"{checkin.date} {checkin.value} {checkin.note or ''}"


def _without(goal: Goal, checkin: CheckIn | None) -> Goal:
    """Give a goal without the last check-in like this one."""
    checkins = list(goal.history.checkins)
    if checkin not in checkins:
        return goal
    place = max(i for i, each in enumerate(checkins) if each == checkin)
    del checkins[place]
    return replace(goal, history=replace(goal.history, checkins=tuple(checkins)))
