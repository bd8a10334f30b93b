"""What can go wrong with the goal file: a code and values; the sentences are made elsewhere."""

from collections.abc import Sequence

from smart_tui.goals.model import Problem
from smart_tui.store.codes import Misread, Refusal


class StoreError(Exception):
    """Something that the store refuses, or cannot do."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class CannotRead(StoreError):  # noqa: N818 - reads as a sentence where it is caught
    """The file cannot be read; it is never written either."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].code)
        self.problems = tuple(problems)


class CannotSave(StoreError):  # noqa: N818 - reads as a sentence where it is caught
    """Nothing was written, and why: `locked` names the `holder`, `changed` the `field`."""

    def __init__(self, refusal: Refusal, **values: object) -> None:
        super().__init__(refusal, **values)


class NoSuchGoal(StoreError):  # noqa: N818 - reads as a sentence where it is caught
    """No goal of the file has this id."""

    def __init__(self, goal_id: str) -> None:
        super().__init__(Misread.NO_SUCH_GOAL, goal=goal_id)


class DuplicateId(StoreError):  # noqa: N818 - reads as a sentence where it is caught
    """More than one goal has this id; none of them is changed until one is renamed."""

    def __init__(self, goal_id: str) -> None:
        super().__init__(Misread.DUPLICATE_ID, goal=goal_id)
