"""Numbers that could not be saved when they were typed: kept, and put into the file as soon as it takes them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal

from smart_tui.coach.checkin import Entered, read_checkin
from smart_tui.coach.lead import read_lead
from smart_tui.coach.writing import write_checkin
from smart_tui.goals.calendar import PLAIN_CALENDAR
from smart_tui.goals.leads import lead_measure
from smart_tui.goals.model import CheckIn, Goal, GoalFile, Lead
from smart_tui.goals.names import matches
from smart_tui.goals.standing import standings
from smart_tui.goals.terms import Period
from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.errors import CannotRead, CannotSave, StoreError
from smart_tui.store.operations import AddCheckIn, AddLead, Operation, Together
from smart_tui.store.pending import Entry, Held, Pending, Tried
from smart_tui.store.store import Snapshot, Store

Put = tuple[Goal, Entry]
OWN_FAULT = frozenset({Refusal.VERIFY_FAILED, Refusal.CHANGED, Misread.NO_SUCH_GOAL, Misread.DUPLICATE_ID})
"""Refusals that concern one number, not the file: the others may go in without it."""


@dataclass(frozen=True, slots=True)
class Late:
    """What has become of the numbers that waited."""

    put: tuple[Put, ...] = ()
    """Now in the file."""
    stuck: tuple[Entry, ...] = ()
    """Of a goal that is not to be found, or not to be read as its number."""
    after: Snapshot | None = None
    """What the file says now."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A number that was understood."""

    entry: Entry
    goal: Goal
    item: CheckIn | Lead

    @property
    def operation(self) -> Operation:
        """What puts it into the file."""
        if isinstance(self.item, Lead):
            return AddLead(self.goal.id, self.item)
        return AddCheckIn(self.goal.id, self.item)


def entry_of(goal: Goal, checkin: CheckIn, lang: str) -> Entry:
    """Give the words of a check-in that was understood."""
    typed = write_checkin(goal.measurable.kind, checkin.value, lang)
    return Entry(
        goal=goal.id,
        typed=typed,
        lang=lang,
        day=checkin.date,
        note=checkin.note,
        confidence=checkin.confidence,
    )


def maybe_saved(file: GoalFile, added: Sequence[tuple[str, CheckIn]], lang: str) -> tuple[Entry, ...]:
    """Give the words of numbers of which nobody knows yet whether they are in the file."""
    goals = {goal.id: goal for goal in file.goals}
    known = [(goals[goal_id], checkin) for goal_id, checkin in added if goal_id in goals]
    placed = [_Placed(entry_of(goal, checkin, lang), goal, checkin) for goal, checkin in known]
    return tuple(_noted(file, placed))


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
            if len(placed) == 1 or error.code not in OWN_FAULT:
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


def noted(file: GoalFile, entry: Entry, goal_id: str, checkin: CheckIn) -> Entry:
    """Note of one number how many like it there are before it is saved."""
    return replace(entry, tried=Tried(goal_id, checkin.value, _alike(file, goal_id, checkin)))


def _noted(file: GoalFile, placed: Sequence[_Placed]) -> Iterator[Entry]:
    """Note how many like each number there are before it: in the file, and among those that go in before it."""
    before: Counter[tuple[object, ...]] = Counter()
    for each in placed:
        marks = (each.goal.id, *_marks(each.item))
        alike = _alike(file, each.goal.id, each.item) + before[marks]
        before[marks] += 1
        yield replace(each.entry, tried=Tried(each.goal.id, each.item.value, alike))


def _strike_out_what_was_saved(file: GoalFile, journal: Held) -> tuple[Put, ...]:
    """Find what is in the file, and only a power cut kept from being struck out."""
    goals = {goal.id: goal for goal in file.goals}
    saved = tuple(
        (goals[tried.goal_id], entry)
        for entry in journal.entries
        if (tried := entry.tried) and _alike(file, tried.goal_id, _item(entry, tried)) > tried.alike
    )
    if saved:
        journal.drop({entry.key for _, entry in saved})
    return saved


def _item(entry: Entry, tried: Tried) -> CheckIn | Lead:
    if entry.lead is not None:
        return Lead(entry.day, entry.lead, tried.value)
    return CheckIn(date=entry.day, value=tried.value, note=entry.note, confidence=entry.confidence)


def _alike(file: GoalFile, goal_id: str, item: CheckIn | Lead) -> int:
    known = [
        each
        for goal in file.goals
        if goal.id == goal_id
        for each in (goal.history.leads if isinstance(item, Lead) else goal.history.checkins)
    ]
    return sum(_marks(each) == _marks(item) for each in known)


def _marks(item: CheckIn | Lead) -> tuple[object, ...]:
    """Give what makes two entries the same; a text as the file can hold it."""
    text = (item.name if isinstance(item, Lead) else item.note) or ""
    words = text.encode("utf-8", "replace").replace(b"\xef\xbf\xbd", b"?").split()
    return item.date, item.value, tuple(words), None if isinstance(item, Lead) else item.confidence


def _place(file: GoalFile, entries: Sequence[Entry]) -> tuple[tuple[_Placed, ...], tuple[Entry, ...]]:
    """Read each number against what those before it have made of its goal."""
    placed: list[_Placed] = []
    stuck: list[Entry] = []
    for entry in entries:
        found = _placed(file, entry)
        if found is None:
            stuck.append(entry)
            continue
        placed.append(found)
        file = replace(file, goals=tuple(_with(goal, found) for goal in file.goals))
    return tuple(placed), tuple(stuck)


def _placed(file: GoalFile, entry: Entry) -> _Placed | None:
    found = matches(standings(file, entry.day), entry.goal)
    if len(found) != 1:
        return None
    standing = found[0]
    if entry.lead is not None:
        last = PLAIN_CALENDAR.period(Period.WEEK, entry.day).last
        known = lead_measure(standing.goal.history.leads, entry.lead.strip(), last)
        added = read_lead(entry.typed, known.this_week, entry.lang)
        if not isinstance(added, Decimal) or not known.name:
            return None
        return _Placed(entry, standing.goal, Lead(entry.day, known.name, added))
    read = read_checkin(entry.typed, standing, entry.lang)
    if not isinstance(read, Entered):
        return None
    checkin = CheckIn(date=entry.day, value=read.stored, note=entry.note, confidence=entry.confidence)
    return _Placed(entry, standing.goal, checkin)


def _with(goal: Goal, placed: _Placed) -> Goal:
    if goal.id != placed.goal.id:
        return goal
    history, item = goal.history, placed.item
    if isinstance(item, Lead):
        return replace(goal, history=replace(history, leads=(*history.leads, item)))
    return replace(goal, history=replace(history, checkins=(*history.checkins, item)))
