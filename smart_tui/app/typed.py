"""What was being typed for a goal when the program was told to end: kept as it stands, and offered back in its fields."""

from smart_tui.goals.model import GoalFile
from smart_tui.screens.messages import Typing
from smart_tui.store.drafts import Drafts


class Typed:
    """Keeps it in a folder beside the drafts. All of it runs where the disk is."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = Drafts(drafts.folder / "typed")

    def keep(self, typing: Typing) -> None:
        """Keep it; raises CannotSave."""
        self._drafts.keep(typing.goal_id, typing.fields)

    def latest(self, file: GoalFile) -> Typing | None:
        """Give what was kept last, if its goal is still there."""
        kept = self._drafts.latest()
        if kept is None or all(goal.id != kept.key for goal in file.goals):
            return None
        return Typing(kept.key, {name: str(text) for name, text in kept.payload.items()})

    def forget(self, goal_id: str) -> None:
        """Throw it away; raises CannotSave."""
        self._drafts.forget(goal_id)
