"""What was decided about a goal, as its history tells it."""

from datetime import date
from decimal import Decimal

from smart_tui.goals.model import Decision, Written
from smart_tui.goals.terms import Did
from smart_tui.words.clean import clean
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import amount

DONE = {
    Did.CLOSE: msgid("closed"),
    Did.EXTEND: msgid("extended"),
    Did.CHANGE: msgid("changed"),
    Did.DROP: msgid("dropped"),
    Did.REOPEN: msgid("opened again"),
    Did.KEEP: msgid("kept as it is"),
    Did.CARRY: msgid("carried over"),
}


def record_text(lang: Language, decision: Decision, unit: str | None) -> str:
    """Say what was decided: "extended: 30 Nov 2026 → 12 Dec 2026"."""
    did = lang.say(DONE[decision.did])
    if decision.before is None and decision.after is None:
        return did
    return f"{did}: {_value(lang, decision.before, unit)} → {_value(lang, decision.after, unit)}"


def _value(lang: Language, value: Written | None, unit: str | None) -> str:
    match value:
        case None:
            return "–"
        case date():
            return short_date(lang, value)
        case Decimal():
            return amount(lang, value, unit)
        case _:
            return clean(str(value))
