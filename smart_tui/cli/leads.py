"""`log --lead`: what was done for a goal, counted beside its outcome."""

from datetime import date
from decimal import Decimal

from smart_tui.cli.doubts import two_ways
from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.lead import read_lead
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.calendar import PLAIN_CALENDAR
from smart_tui.goals.leads import LeadMeasure, lead_measure
from smart_tui.goals.model import Goal, Lead
from smart_tui.goals.standing import standings
from smart_tui.goals.terms import Period
from smart_tui.store.operations import AddLead
from smart_tui.words.leads import counted_text
from smart_tui.words.readings import unreadable_text

OPTION = "--lead"


def log_lead(session: Session, goal: Goal, name: str, typed: str, day: date, *, as_json: bool) -> None:
    """Save what was done on a day, and say what its week comes to.

    Raises:
        Trouble: it cannot be read, or nothing was saved.

    """
    known = _measure(goal, name.strip(), day, session.today)
    if not known.name:
        raise _refused(session, f"{OPTION}: {unreadable_text(session.language, Unreadable('empty', ''))}")
    added = _added(session, typed, known)
    after = session.save(AddLead(goal.id, Lead(day, known.name, added)))
    now = standings(after, session.today).of(goal.id)
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(now))
        return
    measure = _measure(now.goal, known.name, day, session.today)
    tell(session, counted_text(session.language, measure, added, day, session.today))


def _measure(goal: Goal, name: str, day: date, today: date) -> LeadMeasure:
    """Sum up the whole week in which the day lies, as far as it has come."""
    return lead_measure(goal.history.leads, name, min(PLAIN_CALENDAR.period(Period.WEEK, day).last, today))


def _added(session: Session, typed: str, known: LeadMeasure) -> Decimal:
    match read_lead(typed, known.this_week, session.language.code):
        case Decimal() as added:
            return added
        case Ambiguous() as doubt:
            raise two_ways(session.language, "VALUE", typed, doubt, session.today)
        case Unreadable() as unreadable:
            raise _refused(session, unreadable_text(session.language, unreadable))


def _refused(session: Session, wrong: str) -> Trouble:
    say = session.language.say
    return Trouble(
        Exit.WRONG_USAGE,
        wrong,
        say("For example: {examples}", examples=f"smart-tui log leads +5 {OPTION} calls"),
    )
