"""What `close`, `extend`, `change`, `drop` and `reopen` have in common: one decision, saved and said."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from gettext import gettext as _
from types import MappingProxyType
from typing import Any, TypeVar

import click

from smart_tui.cli.completion import goal_argument
from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.draft import Field
from smart_tui.goals.model import GoalFile, Result
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Did
from smart_tui.goals.tree import Tree
from smart_tui.store.decisions import Undecided, decided
from smart_tui.store.operations import Operation
from smart_tui.store.pending import Choice, Entry
from smart_tui.words.deciding import decided_text, larger_text, undecided_text

NOTHING_SAID: Mapping[str, str | None] = MappingProxyType({})
Function = TypeVar("Function", bound=Callable[..., Any])


def decision(function: Function) -> Function:
    """Give a command what every decision has: the goal, a reason, `--json`."""
    function = click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))(function)
    function = click.option("--why", metavar="TEXT", help=_("The reason, if you want to keep it."))(function)
    return goal_argument(function)


def looking_back(function: Function) -> Function:
    """Give a command that ends a goal what the goal leaves behind."""
    for name, said in (
        ("--learned", _("What you will do differently.")),
        ("--missed", _("What did not work.")),
        ("--kept", _("What went well and stays.")),
    ):
        function = click.option(name, metavar="TEXT", help=said)(function)
    return function


def decide(
    session: Session,
    did: Did,
    wanted: str,
    *,
    why: str | None,
    as_json: bool,
    to: str | None = None,
    target: str | None = None,
    said: Mapping[str, str | None] = NOTHING_SAID,
) -> None:
    """Save a decision; say what it did, and what the larger goal needs now."""
    session.put_in_late()
    file = session.read()
    everything = standings(file, session.today)
    before = session.find(everything, wanted)
    choice = Choice(
        did=did,
        to=_deadline(session, did, to, file.calendar.year_starts) if to is not None else None,
        target=_target(session, target, before) if target is not None else None,
        why=why or None,
        result=Result(date=session.today, **said) if any(said.values()) else None,
    )
    operation = _operation(session, before, choice)
    with session.keeping(lambda: _waiting(session, before, choice)):
        saved = session.save(operation)
    told = standings(saved, session.today)
    after = told.of(before.goal.id)
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(after))
        return
    tell(session, decided_text(session.language, did, before, after))
    if larger := _larger(session, saved, everything, told, after):
        tell(session, larger)


def _operation(session: Session, standing: Standing, it: Choice) -> Operation:
    try:
        return decided(
            standing.goal, it.did, session.today, to=it.to, target=it.target, why=it.why, result=it.result
        )
    except ValueError as error:
        wrong, remedy = undecided_text(session.language, Undecided(error.args[0]), standing)
        raise Trouble(Exit.WRONG_USAGE, wrong, remedy) from error


def _waiting(session: Session, standing: Standing, choice: Choice) -> Entry:
    return Entry(
        goal=standing.goal.id, typed="", lang=session.language.code, day=session.today, decision=choice
    )


def _deadline(session: Session, did: Did, typed: str, year_starts: int) -> date:
    from smart_tui.coach.dates import Day, read_date

    reading = read_date(
        typed, session.language.code, session.today, year_starts=year_starts, dates=session.language.dates
    )
    if isinstance(reading, Day):
        return reading.date
    from smart_tui.cli.doubts import not_taken

    option = "--to" if did is Did.EXTEND else "--deadline"
    raise not_taken(session.language, Field.DEADLINE, typed, reading, session.today, name=option)


def _target(session: Session, typed: str, standing: Standing) -> Decimal:
    from smart_tui.coach.amount import Amount
    from smart_tui.coach.checkin import has_decimals
    from smart_tui.coach.numbers import read_number
    from smart_tui.coach.reading import Unreadable

    unit = standing.goal.measurable.unit
    reading = read_number(typed, session.language.code, decimals=has_decimals(standing))
    match reading:
        case Amount(sign="+"):
            reading = Unreadable("trailing", "+")
        case Amount(unit=other) if other not in {None, unit}:
            reading = Unreadable("other-unit", str(other))
        case Amount(value=value):
            return value
    from smart_tui.cli.doubts import not_taken

    raise not_taken(session.language, Field.TARGET, typed, reading, session.today, name="--target")


def _larger(
    session: Session,
    file: GoalFile,
    before: Sequence[Standing],
    after: Sequence[Standing],
    decided_on: Standing,
) -> str:
    """Say what the larger goal needs, where it adds this one up."""
    parent = decided_on.parent
    if parent is None or decided_on.place not in Tree.of(file.goals).summed(parent):
        return ""
    goal_id = after[parent].goal.id
    was = next((standing for standing in before if standing.goal.id == goal_id), after[parent])
    return larger_text(session.language, was, after[parent])
