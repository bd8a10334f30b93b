"""The answers of one update, goal after goal: whose turn it is, the day of the numbers, what is still open. Pure."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date

from msgspec.structs import replace

from smart_tui.goals.model import CheckIn, GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.goals.weekly import to_update
from smart_tui.screens.messages import Task, Typing
from smart_tui.screens.weekly.answer import Answer

DATE = "date"
"""The field of the day, which is one for all goals."""


class Answers:
    """A list with a place in it."""

    def __init__(self, answers: Iterable[Answer], day: date) -> None:
        self.all = list(answers)
        self.at = 0
        self.day = day
        """The day of all numbers."""
        self.day_typed = ""
        """Another day, as an earlier run has left it in its field."""

    @property
    def now(self) -> Answer:
        """The answer for the goal whose turn it is."""
        return self.all[self.at]

    @now.setter
    def now(self, answer: Answer) -> None:
        self.all[self.at] = answer

    @property
    def failed(self) -> list[int]:
        """Places of those that could not be saved."""
        return [place for place, answer in enumerate(self.all) if answer.failed]

    @property
    def left_open(self) -> int | None:
        """Place of the first for which something is typed that nobody has taken."""
        return next((place for place, answer in enumerate(self.all) if answer.left_open), None)

    def take(self, answer: Answer, wanted: CheckIn | None) -> None:
        """Take what is typed for the goal whose turn it is."""
        self.now = replace(answer, passed=True, taken=answer.typed, wanted=wanted)

    def see(self, file: GoalFile) -> None:
        """Have the goals as the file has them now."""
        self.all = [answer.seen_in(file) for answer in self.all]

    def redate(self, day: date, read: Callable[[Answer], CheckIn | None]) -> None:
        """Date all numbers anew; `read` says what a number that was taken comes to on the new day."""
        self.day = day
        self.all = [
            answer if answer.wanted is None else replace(answer, wanted=read(answer)) for answer in self.all
        ]

    def typings(self, today: date, day_typed: str) -> tuple[Typing, ...]:
        """Give what is typed and not taken, for another run to go on with."""
        dated = {} if self.day == today else {"day": self.day.isoformat()}
        found = {it.goal_id: replace(it, meant={**it.meant, **dated}) for a in self.all if (it := a.typing)}
        if day_typed.strip():
            goal_id = self.now.goal.id
            present = found.get(goal_id, Typing(Task.UPDATE, goal_id, {}, dated))
            found[goal_id] = replace(present, fields={**present.fields, DATE: day_typed})
        return tuple(found.values())


def asked(standings: Sequence[Standing], today: date, left: Sequence[Typing]) -> Answers:
    """Begin with the goals that are due, and with what an earlier run has left."""
    typed = {typing.goal_id: typing for typing in left}
    due = to_update(standings)
    there = {standing.goal.id for standing in due}
    more = (it for it in standings if it.goal.id in typed and it.goal.id not in there)
    answers = Answers((Answer.first(standing.goal) for standing in (*due, *more)), today)
    for place, answer in reversed([*enumerate(answers.all)]):
        if (typing := typed.get(answer.goal.id)) is not None:
            answers.all[place] = answer.resumed(typing.fields, typing.meant)
            answers.at = place
            answers.day_typed = typing.fields.get(DATE, answers.day_typed)
            with suppress(ValueError):
                answers.day = min(today, date.fromisoformat(typing.meant.get("day", "")))
    return answers
