"""Every key of the goal file, table by table, in the order in which a new goal is written."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from smart_tui.goals.calendar import DaysOff
from smart_tui.goals.model import (
    Achievable,
    Action,
    CheckIn,
    Clarity,
    Decision,
    History,
    Lead,
    Measurable,
    Milestone,
    Past,
    Relevant,
    Result,
    Specific,
    TimeBound,
)
from smart_tui.goals.terms import Bound, Cadence, Did, Direction, Entry, Horizon, Kind, Period
from smart_tui.store.codecs import Each, Field, Plain, Record, UnfitError
from smart_tui.store.scalars import (
    CONFIDENCE,
    COUNT,
    DAY,
    DONE_OR_NUMBER,
    NUMBER,
    TEXT,
    TRUTH,
    WRITTEN,
    one_of,
)


def _measurable(**values: Any) -> Measurable:
    kind = values.setdefault("kind", Kind.RATE if "per" in values else Kind.TOTAL)
    derived = derived_direction(kind, values.get("baseline"), values.get("target"))
    return Measurable(**({"direction": derived} | values))


def derived_direction(kind: Kind, baseline: Any, target: Any) -> Direction:
    """Give the direction of a measure that names none."""
    if kind is Kind.LIMIT:
        return Direction.MAINTAIN
    falls = baseline is not None and target is not None and target < baseline
    return Direction.DECREASE if falls else Direction.INCREASE


def _days_off(first: date, last: date | None = None, name: str = "") -> DaysOff:
    return DaysOff(first, last or first, name)


DAYS_OFF = Record(
    _days_off,
    (Field("from", DAY, "first", needed=True), Field("to", DAY, "last"), Field("name", TEXT)),
)

TOP = (
    Field("id", TEXT),
    Field("title", TEXT),
    Field("lang", TEXT),
    Field("owner", TEXT),
    Field("alias", TEXT),
    Field("main", TRUTH, default=False),
    Field("helpers", Each(TEXT), default=()),
    Field("horizon", one_of(Horizon)),
    Field("created", DAY),
)

_CLARITY = Record(
    Clarity,
    (
        Field("clear", COUNT, needed=True),
        Field("asked", COUNT, needed=True),
        Field("open", Each(TEXT), default=()),
    ),
)
SPECIFIC = Record(
    Specific,
    (
        Field("sentence", TEXT),
        Field("audience", TEXT),
        Field("channel", TEXT),
        Field("product_line", TEXT),
        Field("details", TEXT),
        Field("clarity", _CLARITY),
    ),
)
MEASURABLE = Record(
    _measurable,
    (
        Field("metric", TEXT),
        Field("unit", TEXT),
        Field("kind", one_of(Kind)),
        Field("direction", one_of(Direction)),
        Field("per", one_of(Period)),
        Field("bound", one_of(Bound), default=Bound.MAX),
        Field("baseline", NUMBER),
        Field("target", NUMBER),
        Field("stretch", NUMBER),
        Field("source", TEXT),
        Field("budget", NUMBER),
        Field("hours", NUMBER),
        Field("entry", one_of(Entry)),
    ),
)
_PAST = Record(Past, (Field("period", TEXT), Field("value", NUMBER, needed=True)))
ACHIEVABLE = Record(
    Achievable,
    (
        Field("past", Each(_PAST), default=()),
        Field("strengths", TEXT),
        Field("weaknesses", TEXT),
        Field("resources", TEXT),
        Field("evidence", TEXT),
        Field("confidence", CONFIDENCE),
        Field("obstacle", TEXT),
        Field("if_then", TEXT),
    ),
)
_ACTION = Record(
    Action, (Field("what", TEXT, needed=True), Field("by", DAY), Field("done", TRUTH, default=False))
)
RELEVANT = Record(
    Relevant,
    (
        Field("supports", TEXT),
        Field("worth", NUMBER),
        Field("why", TEXT),
        Field("realistic", TEXT),
        Field("plan", TEXT),
        Field("actions", Each(_ACTION), default=()),
    ),
)
_MILESTONE = Record(Milestone, (Field("date", DAY, needed=True), Field("value", NUMBER, needed=True)))
TIMEBOUND = Record(
    TimeBound,
    (
        Field("start", DAY),
        Field("deadline", DAY),
        Field("cadence", one_of(Cadence)),
        Field("timing", TEXT),
        Field("milestones", Each(_MILESTONE), default=()),
    ),
)


def _history(value: Plain) -> Record:
    def checkins(raw: list[Any]) -> tuple[CheckIn, ...] | None:
        """Read check-ins of which every one fits, as nearly all do: it takes a third of the time, which years feel."""
        day, number, text, confidence = DAY.reading, value.reading, TEXT.reading, CONFIDENCE.reading
        try:
            return tuple(
                CheckIn(
                    date=day(row["date"]),
                    value=number(row["value"]),
                    note=text(row["note"]) if "note" in row else None,
                    confidence=confidence(row["confidence"]) if "confidence" in row else None,
                )
                for row in raw
            )
        except (UnfitError, LookupError, TypeError):
            return None

    checkin = Record(
        CheckIn,
        (
            Field("date", DAY, needed=True),
            Field("value", value, needed=True),
            Field("note", TEXT),
            Field("confidence", CONFIDENCE),
        ),
    )
    return Record(
        History,
        (
            Field("checkins", Each(checkin, checkins), default=()),
            Field("decisions", Each(_DECISION), default=()),
            Field("leads", Each(_LEAD), default=()),
            Field("result", _RESULT),
        ),
    )


_DECISION = Record(
    Decision,
    (
        Field("date", DAY, needed=True),
        Field("did", one_of(Did), needed=True),
        Field("field", TEXT),
        Field("from", WRITTEN, "before"),
        Field("to", WRITTEN, "after"),
        Field("why", TEXT),
    ),
)
_LEAD = Record(
    Lead,
    (
        Field("date", DAY, needed=True),
        Field("name", TEXT, needed=True),
        Field("value", NUMBER, needed=True),
    ),
)
_RESULT = Record(
    Result,
    (Field("date", DAY, needed=True), Field("kept", TEXT), Field("missed", TEXT), Field("learned", TEXT)),
)

_NUMBERED, _DONE_OR_NOT = _history(NUMBER), _history(DONE_OR_NUMBER)
LETTERS: Mapping[str, Record] = MappingProxyType(
    {
        "specific": SPECIFIC,
        "measurable": MEASURABLE,
        "achievable": ACHIEVABLE,
        "relevant": RELEVANT,
        "timebound": TIMEBOUND,
    }
)
"""The five letters' tables; `history` follows them."""


def history_of(kind: Kind) -> Record:
    """Give the table of what happened: the check-ins of a yes-no goal say true or false."""
    return _DONE_OR_NOT if kind is Kind.YES_NO else _NUMBERED


def field_at(path: str, kind: Kind) -> Field:
    """Give the field of a path like `measurable.target` or `owner`."""
    table, _, name = path.rpartition(".")
    if not table:
        return next(field for field in TOP if field.name == name)
    return (history_of(kind) if table == "history" else LETTERS[table]).field(name)
