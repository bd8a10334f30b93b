"""Numbers that could not be saved when they were typed: kept, and put into the file as soon as it takes them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.app.items import Correction, Decided, Item, alike, item_of, marks, operation_of_item, with_item
from smart_tui.coach.writing import write_checkin
from smart_tui.goals.model import CheckIn, Goal, GoalFile, Lead
from smart_tui.goals.names import matches
from smart_tui.goals.standing import standings
from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.errors import CannotRead, CannotSave, StoreError
from smart_tui.store.operations import Operation, Together
from smart_tui.store.pending import Entry, Held, Pending, Tried
from smart_tui.store.store import Snapshot, Store

Put = tuple[Goal, Entry]
OWN_FAULT = frozenset({Refusal.VERIFY_FAILED, Refusal.CHANGED, Misread.NO_SUCH_GOAL, Misread.DUPLICATE_ID})
"""Refusals that concern one number, not the file: the others may go in without it."""


class Late(Struct, frozen=True):
    """What has become of the numbers that waited."""

    put: tuple[Put, ...] = ()
    """Now in the file."""
    stuck: tuple[Entry, ...] = ()
    """Of a goal that is not to be found, or not to be read as its number."""
    after: Snapshot | None = None
    """What the file says now."""


class _Placed(Struct, frozen=True):
    """A number that was understood."""

    entry: Entry
    goal: Goal
    item: Item

    @property
    def operation(self) -> Operation:
        """What puts it into the file."""
        return operation_of_item(self.goal, self.item)

    @property
    def tried(self) -> Tried:
        """What to look for in the file; how many like it there are is not counted yet."""
        item = (self.item.after or self.item.before) if isinstance(self.item, Correction) else self.item
        return Tried(self.goal.id, Decimal(0) if isinstance(item, Decided) else item.value, 0)


def correction_entry(goal: Goal, before: CheckIn | None, after: CheckIn | None, lang: str) -> Entry:
    """Give the words of a check-in, of another one instead of one, or of one that is taken back."""
    kept = after or before
    assert kept is not None
    typed = "" if after is None else write_checkin(goal.measurable.kind, after.value, lang)
    return Entry(
        goal=goal.id,
        typed=typed,
        lang=lang,
        day=kept.date,
        note=kept.note,
        confidence=kept.confidence,
        instead=before,
    )


def maybe_saved(file: GoalFile, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Note of entries of which nobody knows yet whether they are in the file how many like each there are."""
    return tuple(_noted(file, _place(file, entries)[0]))


def may_wait(error: StoreError) -> bool:
    """Whether a number that was refused so goes in later, when the file can be read and written again."""
    if isinstance(error, CannotSave):
        return error.code != Refusal.MAY_NOT_SURVIVE  # it is in already
    return isinstance(error, CannotRead)


def put_in(store: Store, pending: Pending, leaving: Collection[str] = ()) -> Late:
    """Add everything that waits in one operation, but for the entries of some keys.

    Raises StoreError: all of it waits on, and nothing was added.
    """
    with pending.held() as journal:
        if not journal.entries:
            return Late()
        file = store.read().file
        saved = _strike_out_what_was_saved(file, journal)
        placed, stuck = _place(file, [entry for entry in journal.entries if entry.key not in leaving])
        if not placed:
            return Late(saved, stuck)
        try:
            after = _save(store, journal, placed)
        except StoreError as error:
            if error.code not in OWN_FAULT:
                raise
            return _one_by_one(store, journal, [each.entry for each in placed], saved, stuck)
        return Late((*saved, *((each.goal, each.entry) for each in placed)), stuck, after)


def _one_by_one(
    store: Store, journal: Held, waiting: Sequence[Entry], saved: tuple[Put, ...], stuck: tuple[Entry, ...]
) -> Late:
    """Add what can be added where one number keeps the others out."""
    put = list(saved)
    after: Snapshot | None = None
    for entry in waiting:
        placed, left = _place(store.read().file, (entry,))
        try:
            if placed:
                after = _save(store, journal, placed)
        except StoreError as error:
            if error.code not in OWN_FAULT:
                raise
            left = (entry,)
        stuck += left
        put += [(each.goal, each.entry) for each in placed if not left]
    return Late(tuple(put), stuck, after)


def _save(store: Store, journal: Held, placed: Sequence[_Placed]) -> Snapshot:
    """Note what is about to be saved, save it, strike it out: a power cut in between adds nothing twice."""
    operation = Together(tuple(each.operation for each in placed))
    with striking_out(journal, _noted(store.read().file, placed)):
        try:
            return store.apply(operation)
        except CannotSave as error:
            if error.code != Refusal.MAY_NOT_SURVIVE:
                raise
            return store.read()


@contextmanager
def striking_out(journal: Held, tried: Iterable[Entry]) -> Iterator[None]:
    """Note what is about to be saved; when it is, strike it out; when it is refused, it waits as before."""
    untried, noted = journal.entries, {entry.key: entry for entry in tried}
    journal.write([noted.get(entry.key, entry) for entry in untried])
    try:
        yield
    except StoreError as error:
        if may_wait(error):
            journal.write(untried)
            raise
        journal.drop(noted.keys())
        raise
    journal.drop(noted.keys())


def noted(file: GoalFile, entry: Entry) -> Entry:
    """Note of one entry how many like it there are before it is saved."""
    return next(_noted(file, _place(file, (entry,))[0]), entry)


def _noted(file: GoalFile, placed: Sequence[_Placed]) -> Iterator[Entry]:
    """Note how many like each entry there are before it: in the file, and among those that go in before it."""
    before: Counter[tuple[object, ...]] = Counter()
    for each in placed:
        same = (each.goal.id, type(each.item), *marks(each.item))
        there = alike(file, each.goal.id, each.item) + before[same]
        before[same] += 1
        yield replace(each.entry, tried=replace(each.tried, alike=there))


def _strike_out_what_was_saved(file: GoalFile, journal: Held) -> tuple[Put, ...]:
    """Find what is in the file, and only a power cut kept from being struck out."""
    goals = {goal.id: goal for goal in file.goals}
    saved = tuple(
        (goals[tried.goal_id], entry)
        for entry in journal.entries
        if (tried := entry.tried) and alike(file, tried.goal_id, _item(entry, tried)) > tried.alike
    )
    if saved:
        journal.drop({entry.key for _, entry in saved})
    return saved


def _item(entry: Entry, tried: Tried) -> Item:
    if entry.decision is not None:
        return Decided(entry.day, entry.decision)
    if entry.lead is not None:
        return Lead(entry.day, entry.lead, tried.value)
    checkin = CheckIn(date=entry.day, value=tried.value, note=entry.note, confidence=entry.confidence)
    if entry.instead is None:
        return checkin
    return Correction(entry.instead, checkin if entry.typed else None)


def _place(file: GoalFile, entries: Sequence[Entry]) -> tuple[tuple[_Placed, ...], tuple[Entry, ...]]:
    """Read each entry against what those before it have made of its goal."""
    placed: list[_Placed] = []
    stuck: list[Entry] = []
    for entry in entries:
        found = _placed(file, entry)
        if found is None:
            stuck.append(entry)
            continue
        placed.append(found)
        after = with_item(found.goal, found.item)
        file = replace(file, goals=tuple(after if goal is found.goal else goal for goal in file.goals))
    return tuple(placed), tuple(stuck)


def _placed(file: GoalFile, entry: Entry) -> _Placed | None:
    found = matches(standings(file, entry.day), entry.goal)
    if len(found) != 1:
        return None
    item = item_of(entry, found[0])
    return None if item is None else _Placed(entry, found[0].goal, item)
