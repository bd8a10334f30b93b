"""What is being typed for a goal: kept as it stands, however the program ends, and offered back in its fields."""

from collections.abc import Sequence

from msgspec import to_builtins

from smart_tui.screens.messages import Task, Typing
from smart_tui.store.drafts import Drafts


class Typed:
    """Keeps it in a folder beside the drafts. All of it runs where the disk is."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = Drafts(drafts.folder / "typed")
        self._lying: dict[str, Typing] = {}
        """What lies on the disk."""
        self._open: set[str] = set()
        """What of it stood in fields at the last look."""

    def load(self) -> tuple[Typing, ...]:
        """Give what an earlier run has left, the latest first."""
        left = {kept.key: typing for kept in self._drafts.all() if (typing := _typing(kept.payload))}
        self._lying |= left
        return tuple(left.values())

    def keep(self, typings: Sequence[Typing]) -> None:
        """Keep what stands in the fields now, and nothing that was deleted there; raises CannotSave."""
        now = {f"{typing.task} {typing.goal_id}": typing for typing in typings}
        for key in self._open - now.keys():
            self._forget(key)
        for key, typing in now.items():
            if self._lying.get(key) != typing:
                self._drafts.keep(key, to_builtins(typing))
                self._lying[key] = typing
        self._open = set(now)

    def done(self, task: Task, goal_id: str | None = None) -> None:
        """Throw away what was typed for a goal, or for all of them; raises CannotSave."""
        for key, typing in [*self._lying.items()]:
            if typing.task is task and goal_id in {None, typing.goal_id}:
                self._forget(key)

    def _forget(self, key: str) -> None:
        self._drafts.forget(key)
        self._lying.pop(key, None)
        self._open.discard(key)


def _typing(payload: dict[str, object]) -> Typing | None:
    match payload:
        case {
            "task": str(task),
            "goal_id": str(goal_id),
            "fields": dict(fields),
            "meant": dict(meant),
        } if task in [*Task]:
            return Typing(Task(task), goal_id, _texts(fields), _texts(meant))
    return None


def _texts(said: dict[object, object]) -> dict[str, str]:
    return {str(name): str(text) for name, text in said.items()}
