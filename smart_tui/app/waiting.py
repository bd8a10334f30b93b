"""The numbers of one run that the file has not taken yet. All of it runs where the disk is, beside the app."""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.app.changes import Change, goal_with_id
from smart_tui.app.late import Late, correction_entry, may_wait, maybe_saved, noted, put_in, striking_out
from smart_tui.app.scribe import outcome
from smart_tui.goals.model import CheckIn, GoalFile
from smart_tui.screens.messages import (
    CheckInChanged,
    CheckInMade,
    DraftFinished,
    GoalDecided,
    NumberEntered,
    NumbersEntered,
)
from smart_tui.store.errors import StoreError
from smart_tui.store.operation import Operation
from smart_tui.store.pending import Choice, Entry, Pending
from smart_tui.store.store import Snapshot, Store


class Written(Struct, frozen=True):
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

    def __init__(self, store: Store, lang: str, today: Callable[[], date]) -> None:
        self._store, self._lang, self._today = store, lang, today
        self._own: dict[str, tuple[str, NumberEntered]] = {}
        """Of each goal the number of the weekly update that was refused, and its key in the journal."""
        self._ended = False

    def put_in(self, leaving: Collection[str] = ()) -> Late | None:
        """Put in what waits, if anything does and the file takes it; but for entries of some keys."""
        memory = self._store.memory
        if memory is None or not memory.waits:
            return None
        own = {*leaving, *(key for key, _ in self._own.values())}
        late = outcome(lambda: put_in(self._store, memory.pending, own))
        return None if isinstance(late, StoreError) else late

    def write(self, change: Change, file: GoalFile, operation: Callable[[Change], Operation]) -> Written:
        """Put in what waits, then do this; a number or a decision that is refused waits from then on."""
        if isinstance(change, GoalDecided):
            return self._decide(change, file, operation)
        return self._write(change, file, operation, self.put_in())

    def _decide(
        self, change: GoalDecided, file: GoalFile, operation: Callable[[Change], Operation]
    ) -> Written:
        """Decide instead of what was decided about the goal before, and waits."""
        memory = self._store.memory
        if memory is None or not memory.waits:
            return self._write(change, file, operation, None)
        waiting = outcome(memory.pending.entries)
        entries = () if isinstance(waiting, StoreError) else waiting
        before = {entry.key for entry in entries if entry.decision and entry.goal == change.goal_id}
        written = self._write(change, file, operation, self.put_in(before))
        if before and (written.kept or not isinstance(written.result, StoreError)):
            outcome(lambda: memory.pending.drop(before))
        return written

    def _write(
        self, change: Change, file: GoalFile, operation: Callable[[Change], Operation], late: Late | None
    ) -> Written:
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
        entries = [each for it in changes if not self._is_tried_again(it) for each in self._entries(it, file)]
        noted = maybe_saved(file, entries)
        if noted:
            memory = self._store.memory
            outcome(lambda: memory.pending.keep(*noted))

    def _keep(self, change: Change, file: GoalFile) -> bool | None:
        entries = self._entries(change, file)
        if self._store.memory is None or not entries or self._ended:
            return None
        pending = self._store.memory.pending
        keys = outcome(lambda: pending.keep(*entries))
        if isinstance(keys, StoreError):
            return False
        if isinstance(change, NumbersEntered):
            kept = {entry.goal: key for entry, key in zip(entries, keys, strict=True)}
            self._own |= {it.goal_id: (kept[it.goal_id], it) for it in change.entries if it.goal_id in kept}
        return True

    def _entries(self, change: Change, file: GoalFile) -> list[Entry]:
        """Give what a change is in the journal: numbers that it adds, corrects or takes back, and decisions."""
        if isinstance(change, GoalDecided):
            return [self._decision(change)]
        found = ((goal_with_id(file, goal_id), before, after) for goal_id, before, after in _numbers(change))
        return [
            correction_entry(goal, before, after, self._lang)
            for goal, before, after in found
            if goal is not None and before != after
        ]

    def _decision(self, change: GoalDecided) -> Entry:
        choice = Choice(
            did=change.did,
            to=change.to,
            target=change.target,
            why=change.why,
            final=change.final,
            result=change.result,
        )
        return Entry(goal=change.goal_id, typed="", lang=self._lang, day=self._today(), decision=choice)

    def _is_tried_again(self, change: Change) -> bool:
        return isinstance(change, NumbersEntered) and any(map(self._is_again, change.entries))

    def _is_again(self, entry: NumberEntered) -> bool:
        own = self._own.get(entry.goal_id)
        return own is not None and own[1].before == entry.before

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
            change = dataclasses.replace(
                change, entries=tuple(self._as_in_file(e, waiting) for e in change.entries)
            )
            tried = list(self._renewed(change.entries, file, waiting))
            journal.write(tuple(waiting.values()))
            now = self._store.read().file
            with striking_out(journal, [noted(now, each) for each in tried]):
                result = self._store.apply(operation(change))
        for goal_id in goals:
            self._own.pop(goal_id, None)
        return result

    def _as_in_file(self, entry: NumberEntered, waiting: dict[str, Entry]) -> NumberEntered:
        """Give a number with what another program has put in of it."""
        if not self._is_again(entry) or self._own[entry.goal_id][0] in waiting:
            return entry
        return replace(entry, before=self._own[entry.goal_id][1].after)

    def _renewed(
        self, entries: Iterable[NumberEntered], file: GoalFile, waiting: dict[str, Entry]
    ) -> Iterable[Entry]:
        """Have the journal say what is wanted now."""
        for entry in filter(self._is_again, entries):
            key, _ = self._own[entry.goal_id]
            goal = goal_with_id(file, entry.goal_id)
            if entry.after == entry.before or goal is None:
                del waiting[key]
                del self._own[entry.goal_id]
                continue
            waiting[key] = replace(correction_entry(goal, entry.before, entry.after, self._lang), key=key)
            self._own[entry.goal_id] = key, entry
            yield waiting[key]


def _numbers(change: Change) -> list[tuple[str, CheckIn | None, CheckIn | None]]:
    """Give the numbers that a change adds, corrects or takes back: each as it was, and as it is wanted."""
    if isinstance(change, CheckInMade):
        return [(change.goal_id, None, change.checkin)]
    if isinstance(change, CheckInChanged):
        return [(change.goal_id, change.before, change.after)]
    if isinstance(change, NumbersEntered):
        return [(entry.goal_id, entry.before, entry.after) for entry in change.entries]
    return []
