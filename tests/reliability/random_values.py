"""Random values of every field, each as the program holds it and, said independently, as the file must say it."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from reliability.random_documents import day, text
from reliability.random_fields import Shape
from smart_tui.goals.model import Action, CheckIn, Clarity, Decision, Lead, Milestone, Past, Result
from smart_tui.goals.terms import Did, Kind

Both = tuple[Any, Any]
"""A value of the model, and the same as TOML data."""


def value(chance: Random, shape: Shape) -> Both:
    """Give a value."""
    if not isinstance(shape, str):
        word = chance.choice(list(shape))
        return word, str(word)
    return _SHAPES[shape](chance)


def checkin(chance: Random, kind: Kind) -> tuple[CheckIn, dict[str, Any]]:
    """Give a check-in of a goal of this kind."""
    when, number = day(chance), _number(chance)
    if kind is Kind.YES_NO:
        done = chance.random() < 0.5
        number = Decimal(done), done
    note = text(chance) if chance.random() < 0.5 else None
    sure = chance.randint(0, 10) if chance.random() < 0.3 else None
    keys = {"date": when, "value": number[1], "note": note, "confidence": sure}
    raw = {key: it for key, it in keys.items() if it is not None}
    return CheckIn(date=when, value=number[0], note=note, confidence=sure), raw


def decision(chance: Random) -> tuple[Decision, dict[str, Any]]:
    """Give a decision."""
    when, did, why = day(chance), chance.choice(list(Did)), text(chance)
    before, after = (value(chance, chance.choice(["number", "day", "text"])) for _ in range(2))
    made = Decision(date=when, did=did, field="owner", before=before[0], after=after[0], why=why)
    raw = {"date": when, "did": str(did), "field": "owner", "from": before[1], "to": after[1], "why": why}
    return made, raw


def lead(chance: Random) -> tuple[Lead, dict[str, Any]]:
    """Give what was done."""
    when, name, number = day(chance), text(chance), _number(chance)
    return Lead(when, name, number[0]), {"date": when, "name": name, "value": number[1]}


def _number(chance: Random) -> tuple[Decimal, int | Decimal]:
    if chance.random() < 0.5:
        whole = chance.randint(-(10**9), 10**9)
        return Decimal(whole), whole
    number = Decimal(chance.randint(-(10**9), 10**9)).scaleb(-chance.randint(1, 6))
    return number, number


def _text(chance: Random) -> Both:
    said = text(chance)
    return said, said


def _clarity(chance: Random) -> Both:
    clear, asked, words = chance.randint(0, 9), chance.randint(0, 9), text(chance)
    return Clarity(clear, asked, (words,)), {"clear": clear, "asked": asked, "open": [words]}


def _result(chance: Random) -> Both:
    when, kept, missed = day(chance), text(chance), text(chance)
    return Result(date=when, kept=kept, missed=missed), {"date": when, "kept": kept, "missed": missed}


def _past(chance: Random) -> Both:
    number, period = _number(chance), text(chance)
    return Past(number[0], period), {"value": number[1], "period": period}


def _action(chance: Random) -> Both:
    what, by, done = text(chance), day(chance), chance.random() < 0.5
    return Action(what, by, done), {"what": what, "by": by, "done": done}


def _milestone(chance: Random) -> Both:
    when, number = day(chance), _number(chance)
    return Milestone(when, number[0]), {"date": when, "value": number[1]}


def _plain(give: Callable[[Random], Any]) -> Callable[[Random], Both]:
    def both(chance: Random) -> Both:
        given = give(chance)
        return given, given

    return both


def _list(item: Callable[[Random], Both]) -> Callable[[Random], Both]:
    def both(chance: Random) -> Both:
        items = [item(chance) for _ in range(chance.randint(1, 3))]
        return tuple(model for model, _ in items), [raw for _, raw in items]

    return both


_SHAPES: dict[str, Callable[[Random], Both]] = {
    "text": _text,
    "texts": _list(_text),
    "number": _number,
    "day": _plain(day),
    "truth": _plain(lambda chance: chance.random() < 0.5),
    "confidence": _plain(lambda chance: chance.randint(0, 10)),
    "clarity": _clarity,
    "result": _result,
    "past": _list(_past),
    "actions": _list(_action),
    "milestones": _list(_milestone),
}
