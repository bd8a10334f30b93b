"""Bringing a file of an older version up to the one that this program writes: asked first, copied first."""

from collections.abc import Callable, Mapping

from msgspec import field

from smart_tui.store.codes import Refusal, Why
from smart_tui.store.errors import CannotSave
from smart_tui.store.operation import Operation
from smart_tui.store.reader import VERSION_WE_WRITE, Reading
from smart_tui.store.told import Deed, Told

STEPS: Mapping[int, Callable[[str], str]] = {}
"""For each older version, what makes its text one of the next version, its own `version` line included.

There is none yet: version 1 is the first. An older file is read as ever and refuses to be written until it is
upgraded.
"""


class Upgrade(Operation, frozen=True):
    """Turn the file into one of our version, step by step."""

    steps: Mapping[int, Callable[[str], str]] = field(default_factory=lambda: STEPS)
    goal_version: int = field(default_factory=lambda: VERSION_WE_WRITE)

    @property
    def told(self) -> Told:
        """Tell it."""
        return Told(Deed.UPGRADED)

    @property
    def why(self) -> Why:
        """An upgrade is worth a copy of its own."""
        return Why.UPGRADE

    def run(self, reading: Reading) -> Reading:
        """Do it, whatever the version; raises CannotSave where there is no way from it."""
        return self._done(reading)

    def _done(self, reading: Reading) -> Reading:
        text, version = reading.document.text, reading.file.version
        while version < self.goal_version:
            if version not in self.steps:
                raise CannotSave(Refusal.VERIFY_FAILED)
            text = self.steps[version](text)
            version += 1
        after = Reading.of(reading.document.data(text))
        if after.file.version != self.goal_version or _kept(after) != _kept(reading):
            raise CannotSave(Refusal.VERIFY_FAILED)
        return after


def _kept(reading: Reading) -> list[str]:
    return [goal.id for goal in reading.file.goals]
