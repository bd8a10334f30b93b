"""What an entry of the journal is to the goal file: read from its words, done, and found there when it is in."""

from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.coach.checkin import Entered, read_checkin
from smart_tui.coach.lead import read_lead
from smart_tui.goals.calendar import PLAIN_CALENDAR
from smart_tui.goals.leads import lead_measure
from smart_tui.goals.model import CheckIn, Decision, Goal, GoalFile, Lead
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Period
from smart_tui.store.decisions import decided
from smart_tui.store.operations import AddCheckIn, AddLead, DeleteCheckIn, EditCheckIn, Operation
from smart_tui.store.pending import Choice, Entry


class Correction(Struct, frozen=True):
    """Another number instead of one that is in the file, or none."""

    before: CheckIn
    after: CheckIn | None


class Decided(Struct, frozen=True):
    """A decision of a day."""

    day: date
    choice: Choice


Item = CheckIn | Lead | Correction | Decided


def item_of(entry: Entry, standing: Standing) -> Item | None:
    """Read an entry against where its goal stands; None where it makes no sense there."""
    if entry.decision is not None:
        return _decided(entry, entry.decision, standing.goal)
    if entry.lead is not None:
        return _lead(entry, entry.lead, standing.goal)
    if entry.instead is not None and not entry.typed:
        return Correction(entry.instead, None)
    read = read_checkin(entry.typed, standing, entry.lang)
    if not isinstance(read, Entered):
        return None
    checkin = CheckIn(date=entry.day, value=read.stored, note=entry.note, confidence=entry.confidence)
    return checkin if entry.instead is None else Correction(entry.instead, checkin)


def operation_of_item(goal: Goal, item: Item) -> Operation:
    """Give what puts it into the file; raises ValueError for a decision that makes no sense."""
    match item:
        case Lead():
            return AddLead(goal.id, item)
        case CheckIn():
            return AddCheckIn(goal.id, item)
        case Correction(before=before, after=None):
            return DeleteCheckIn(goal.id, before)
        case Correction(before=before, after=CheckIn() as after):
            return EditCheckIn(goal.id, before, after)
        case Decided(day=day, choice=it):
            return decided(
                goal, it.did, day, to=it.to, target=it.target, why=it.why, final=it.final, result=it.result
            )
    raise AssertionError(item)


def with_item(goal: Goal, item: Item) -> Goal:
    """Give a goal as those see it that go in after this one."""
    history = goal.history
    match item:
        case Lead():
            history = replace(history, leads=(*history.leads, item))
        case CheckIn():
            history = replace(history, checkins=(*history.checkins, item))
        case Correction(before=before, after=after):
            last = max((i for i, each in enumerate(history.checkins) if each == before), default=None)
            if last is not None:
                put = () if after is None else (after,)
                history = replace(
                    history, checkins=(*history.checkins[:last], *put, *history.checkins[last + 1 :])
                )
        case Decided(day=day, choice=choice):
            history = replace(history, decisions=(*history.decisions, Decision(date=day, did=choice.did)))
    return replace(goal, history=history)


def alike(file: GoalFile, goal_id: str, item: Item) -> int:
    """Count what there is like it in the file: one more when it is in. What is taken back counts backwards."""
    goals = [goal for goal in file.goals if goal.id == goal_id]
    wanted = marks(item)
    match item:
        case Lead():
            known = [marks(each) for goal in goals for each in goal.history.leads]
        case Decided():
            known = [_told(each.date, each.did, each.why) for g in goals for each in g.history.decisions]
        case Correction(before=before, after=None):
            return -sum(marks(each) == marks(before) for goal in goals for each in goal.history.checkins)
        case _:
            known = [marks(each) for goal in goals for each in goal.history.checkins]
    return known.count(wanted)


def marks(item: Item) -> tuple[object, ...]:
    """Give what makes two of them the same; a text as the file can hold it."""
    match item:
        case Lead():
            return item.date, item.value, _words(item.name), None
        case Decided(day=day, choice=choice):
            return _told(day, choice.did, choice.why)
        case Correction(before=before, after=after):
            return marks(after or before)
        case CheckIn():
            return item.date, item.value, _words(item.note), item.confidence


def _told(day: date, did: str, why: str | None) -> tuple[object, ...]:
    return day, str(did), _words(why)


def _words(text: str | None) -> tuple[bytes, ...]:
    return tuple((text or "").encode("utf-8", "replace").replace(b"\xef\xbf\xbd", b"?").split())


def _decided(entry: Entry, choice: Choice, goal: Goal) -> Decided | None:
    item = Decided(entry.day, choice)
    try:
        operation_of_item(goal, item)
    except ValueError:
        return None
    return item


def _lead(entry: Entry, name: str, goal: Goal) -> Lead | None:
    last = PLAIN_CALENDAR.period(Period.WEEK, entry.day).last
    known = lead_measure(goal.history.leads, name.strip(), last)
    added = read_lead(entry.typed, known.this_week, entry.lang)
    return Lead(entry.day, known.name, added) if isinstance(added, Decimal) and known.name else None
