"""The numbers of one run that the file has not taken yet. All of it runs where the disk is, beside the app."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from smart_tui.app.changes import Change, goal_with_id
from smart_tui.app.late import Late, entry_of, may_wait, maybe_saved, noted, put_in, striking_out
from smart_tui.app.scribe import outcome
from smart_tui.goals.model import CheckIn, GoalFile
from smart_tui.screens.messages import CheckInMade, DraftFinished, NumberEntered, NumbersEntered
from smart_tui.store.errors import StoreError
from smart_tui.store.operation import Operation
from smart_tui.store.pending import Entry, Pending
from smart_tui.store.store import Snapshot, Store


@dataclass(frozen=True, slots=True)
class Written:
    """What has become of a change."""

    result: Snapshot | StoreError
    late: Late | None = None
    """Numbers from earlier that went in first."""
    kept: bool | None = None
    """Whether a number that was refused is kept; None where there is none to keep."""


class Waiting:
    """Keeps numbers that are refused, and puts them in when the file takes them.

    A number of the weekly update that was refused stays on the screen too, to be tried again from there: this
    run leaves it to the screen. Other programs do not; where one of them was first, ours changes theirs.
    """

    def __init__(self, store: Store, lang: str) -> None:
        self._store, self._lang = store, lang
        self._own: dict[str, tuple[str, CheckIn]] = {}
        """Of each goal the number of the weekly update that was refused, and its key in the journal."""
        self._ended = False

    def put_in(self) -> Late | None:
        """Put in what waits, if anything does and the file takes it."""
        memory = self._store.memory
        if memory is None or not memory.waits:
            return None
        own = {key for key, _ in self._own.values()}
        late = outcome(lambda: put_in(self._store, memory.pending, own))
        return None if isinstance(late, StoreError) else late

    def write(self, change: Change, file: GoalFile, operation: Callable[[Change], Operation]) -> Written:
        """Put in what waits, then do this; a number that is refused waits from then on."""
        late = self.put_in()
        again = self._is_tried_again(change)
        try:
            if isinstance(change, NumbersEntered) and again and self._store.memory is not None:
                return Written(self._again(change, file, operation, self._store.memory.pending), late)
            yielding = isinstance(change, DraftFinished)
            return Written(self._store.apply(operation(change), yielding=yielding), late)
        except StoreError as error:
            kept = (True if again else self._keep(change, file)) if may_wait(error) else None
            return Written(error, late, kept)

    def let_go(self) -> Late | None:
        """Put in also what was left to a screen, which is gone."""
        self._own.clear()
        return self.put_in()

    def keep_unsaved(self, changes: Sequence[Change], file: GoalFile) -> None:
        """Keep numbers that may or may not be in the file when the program ends: that is found out later."""
        self._ended = True
        if self._store.memory is None:
            return
        added = [each for change in changes if not self._is_tried_again(change) for each in _added(change)]
        entries = maybe_saved(file, added, self._lang)
        if entries:
            memory = self._store.memory
            outcome(lambda: memory.pending.keep(*entries))

    def _keep(self, change: Change, file: GoalFile) -> bool | None:
        added = [
            (goal, checkin) for goal_id, checkin in _added(change) if (goal := goal_with_id(file, goal_id))
        ]
        if self._store.memory is None or not added or self._ended:
            return None
        pending = self._store.memory.pending
        entries = [entry_of(goal, checkin, self._lang) for goal, checkin in added]
        keys = outcome(lambda: pending.keep(*entries))
        if isinstance(keys, StoreError):
            return False
        if isinstance(change, NumbersEntered):
            self._own |= {goal.id: (key, checkin) for (goal, checkin), key in zip(added, keys, strict=True)}
        return True

    def _is_tried_again(self, change: Change) -> bool:
        return isinstance(change, NumbersEntered) and any(map(self._is_again, change.entries))

    def _is_again(self, entry: NumberEntered) -> bool:
        return entry.before is None and entry.goal_id in self._own

    def _again(
        self,
        change: NumbersEntered,
        file: GoalFile,
        operation: Callable[[Change], Operation],
        pending: Pending,
    ) -> Snapshot:
        """Try numbers again that were refused, as they are wanted now."""
        goals = [entry.goal_id for entry in change.entries if self._is_again(entry)]
        with pending.held() as journal:
            waiting = {entry.key: entry for entry in journal.entries}
            change = replace(change, entries=tuple(self._as_in_file(e, waiting) for e in change.entries))
            tried = list(self._renewed(change.entries, file, waiting))
            journal.write(tuple(waiting.values()))
            now = self._store.read().file
            with striking_out(journal, (noted(now, *each) for each in tried)):
                result = self._store.apply(operation(change))
        for goal_id in goals:
            self._own.pop(goal_id, None)
        return result

    def _as_in_file(self, entry: NumberEntered, waiting: dict[str, Entry]) -> NumberEntered:
        """Give a number with what another program has put in of it."""
        if not self._is_again(entry) or self._own[entry.goal_id][0] in waiting:
            return entry
        return replace(entry, before=self._own[entry.goal_id][1])

    def _renewed(
        self, entries: Iterable[NumberEntered], file: GoalFile, waiting: dict[str, Entry]
    ) -> Iterable[tuple[Entry, str, CheckIn]]:
        """Have the journal say what is wanted now."""
        for entry in filter(self._is_again, entries):
            key, _ = self._own[entry.goal_id]
            goal = goal_with_id(file, entry.goal_id)
            if entry.after is None or goal is None:
                del waiting[key]
                del self._own[entry.goal_id]
                continue
            waiting[key] = replace(entry_of(goal, entry.after, self._lang), key=key)
            self._own[entry.goal_id] = key, entry.after
            yield waiting[key], entry.goal_id, entry.after


def _added(change: Change) -> list[tuple[str, CheckIn]]:
    """Give the numbers that a change adds."""
    if isinstance(change, CheckInMade):
        return [(change.goal_id, change.checkin)]
    if isinstance(change, NumbersEntered):
        return [(e.goal_id, e.after) for e in change.entries if e.before is None and e.after is not None]
    return []
