"""Two versions of a goal file in words: what one has more than the other, and where they say different things."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from smart_tui.goals.comparing import ChangedGoal, Comparison, Difference
from smart_tui.goals.draft import Field
from smart_tui.goals.model import Goal
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import number

MOST_NAMED = 12
"""So many goals are named; the rest is counted."""
LISTS: Mapping[str, str] = {
    "history.decisions": msgid("decisions"),
    "history.leads": msgid("what was done for it"),
    "history.result": msgid("result"),
    "alias": msgid("short name"),
}
PARTS: Mapping[str, str] = {
    "value": msgid("number"),
    "note": msgid("note"),
    "confidence": msgid("confidence"),
    "date": msgid("date"),
}
LONGEST = 60
"""Cells of a value that is shown beside another one."""


def restored_lines(lang: Language, comparison: Comparison) -> Iterator[str]:
    """Say what putting an older version back would do."""
    yield from _named(lang, comparison.added, msgid("comes back: {goal}"))
    yield from _named(lang, comparison.gone, msgid("goes: {goal}"))
    yield from _changes(lang, comparison.changed)


def merged_lines(lang: Language, comparison: Comparison) -> Iterator[str]:
    """Say what merging another version in would do."""
    yield from _named(lang, comparison.added, msgid("new: {goal}"))
    yield from _named(lang, comparison.gone, msgid("goes: {goal}"))
    yield from _changes(lang, comparison.changed)


def difference_text(lang: Language, difference: Difference) -> str:
    """Say what differs: "1,000 new leads, Target: here 1,000, there 1,200"."""
    return lang.say(
        "{what}: here {here}, there {there}",
        what=difference_name(lang, difference),
        here=value_text(lang, difference.here),
        there=value_text(lang, difference.there),
    )


def difference_name(lang: Language, difference: Difference) -> str:
    """Name what differs: its goal and the field."""
    names = clean_title(difference.goal), field_name(lang, difference.path) if difference.path else ""
    return ", ".join(name for name in names if name)


def field_name(lang: Language, path: Sequence[str]) -> str:
    """Name a field by its path, as the wizard does where it asks for it."""
    dotted = ".".join(path)
    with suppress(ValueError):
        return lang.say(FIELD_TEXTS[Field(dotted)].label)
    if dotted in LISTS:
        return lang.say(LISTS[dotted])
    if tuple(path[:2]) == ("history", "checkins") and len(path) > 2:  # noqa: PLR2004  # a record of the list
        return _number_name(lang, path[2], path[3:])
    return clean_title(dotted)


def quoted(lang: Language, title: str) -> str:
    """Write a goal's title as a name inside a sentence."""
    return f"“{clean_title(title) or lang.say('(no title)')}”"


def value_text(lang: Language, value: Any) -> str:
    """Write a value of the file for people; what is longer than a line is cut."""
    match value:
        case None:
            return lang.say("nothing")
        case bool():
            return lang.say("yes") if value else lang.say("no")
        case int() | float() | Decimal():
            return number(lang, value if isinstance(value, float) else Decimal(value))
        case date():
            return short_date(lang, value)
        case str():
            return _cut(f"“{clean_title(value)}”")
        case list():
            return _cut(", ".join(value_text(lang, item) for item in value)) or lang.say("nothing")
        case dict() if isinstance(value.get("title"), str):
            return _cut(lang.say("the goal “{title}”", title=clean_title(value["title"])))
        case dict():
            return _cut(" ".join(value_text(lang, item) for item in value.values()))
        case _:
            return _cut(clean_title(str(value)))


def _number_name(lang: Language, day: str, rest: Sequence[str]) -> str:
    with suppress(ValueError):
        day = short_date(lang, date.fromisoformat(day))
    part = lang.say(PARTS[rest[0]]) if rest and rest[0] in PARTS else lang.say("check-in")
    return lang.say("{part} of {day}", part=part, day=clean_title(day))


def _named(lang: Language, goals: Sequence[Goal], text: str) -> Iterator[str]:
    for goal in goals[:MOST_NAMED]:
        said = lang.say(text, goal=quoted(lang, goal.title))
        count = len(goal.history.checkins)
        yield f"{said} ({lang.count('{n} number', '{n} numbers', count)})" if count else said
    yield from _rest(lang, len(goals))


def _changes(lang: Language, changed: Sequence[ChangedGoal]) -> Iterator[str]:
    for each in changed[:MOST_NAMED]:
        said = ", ".join(_parts(lang, each))
        yield f"{quoted(lang, each.goal.title)}: {said}"
    yield from _rest(lang, len(changed))


def _parts(lang: Language, changed: ChangedGoal) -> Iterator[str]:
    if changed.more:
        yield lang.count("{n} more number", "{n} more numbers", len(changed.more))
    if changed.fewer:
        yield lang.count("{n} number less", "{n} numbers less", len(changed.fewer))
    fields = [field_name(lang, path.split(".")) for path in changed.fields]
    if fields:
        yield lang.say("changed: {fields}", fields=", ".join(fields))


def _rest(lang: Language, count: int) -> Iterator[str]:
    if count > MOST_NAMED:
        yield lang.count("… and {n} more goal", "… and {n} more goals", count - MOST_NAMED)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
