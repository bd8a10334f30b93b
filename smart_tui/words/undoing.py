"""What was done to the goal file, as a thing that can be taken back: "+25 on 20 Nov 2026 for “1,000 new leads”"."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation

from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.tree import same
from smart_tui.store.step import Step
from smart_tui.store.told import Deed, Told
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.merging import field_name, quoted
from smart_tui.words.numbers import amount, number

DECIDED: Mapping[str, str] = {
    "close": msgid("closing of {goal}"),
    "extend": msgid("extension of {goal}"),
    "change": msgid("change of {goal}"),
    "drop": msgid("dropping of {goal}"),
    "reopen": msgid("reopening of {goal}"),
    "keep": msgid("decision to leave {goal} as it is"),
    "carry": msgid("carrying over in {goal}"),
}


def undone_text(lang: Language, step: Step, *files: GoalFile, again: bool = False) -> str:
    """Say that a step was taken back, or done again."""
    what = step_text(lang, step, *files)
    return lang.say("Done again: {what}", what=what) if again else lang.say("Undone: {what}", what=what)


def step_text(lang: Language, step: Step, *files: GoalFile) -> str:
    """Name what a step did; its goal, in the first of the files that has it, says how its numbers are written."""
    wanted = same(step.told.goal or "")
    found = (goal for file in files for goal in file.goals if same(goal.id) == wanted)
    touched = sorted(step.goals, key=lambda goal: same(goal.goal) != wanted)
    title = next((goal.title for goal in touched), step.told.goal or "")
    return told_text(lang, step.told, title, next(found, None))


def told_text(lang: Language, told: Told, title: str, goal: Goal | None) -> str:
    """Name what was done; the goal, where it is still there, says how its numbers are written."""
    named = quoted(lang, title)
    return _TEXTS[told.deed](lang, told.values, named, goal)


def _plain(text: str) -> "Teller":
    return lambda lang, _values, named, _goal: lang.say(text, goal=named)


def _checkin(yes_no: str, text: str) -> "Teller":
    def tell(lang: Language, values: Mapping[str, str], named: str, goal: Goal | None) -> str:
        day, value = _day(lang, values.get("date", "")), _value(lang, values.get("value", ""), goal)
        return lang.say(text if value else yes_no, value=value, day=day, goal=named)

    return tell


def _value(lang: Language, written: str, goal: Goal | None) -> str:
    """Write the number of a check-in: what was added with its sign, a reading without."""
    try:
        value = Decimal(written)
    except InvalidOperation:
        return clean_title(written)
    if goal is None:
        return number(lang, value)
    measure = goal.measurable
    if measure.kind == "yes-no":
        return ""
    sign = "+" if measure.kind.adds_up and value >= 0 else ""
    return sign + amount(lang, value, measure.unit)


def _day(lang: Language, written: str) -> str:
    with suppress(ValueError):
        return short_date(lang, date.fromisoformat(written))
    return clean_title(written)


def _changed(lang: Language, values: Mapping[str, str], named: str, _goal: Goal | None) -> str:
    if field := values.get("field"):
        name = field_name(lang, tuple(field.split(".")))
        return lang.say("change of {goal}: {field}", goal=named, field=name)
    return lang.say("change of {goal}", goal=named)


def _decision(lang: Language, values: Mapping[str, str], named: str, _goal: Goal | None) -> str:
    return lang.say(DECIDED.get(values.get("did", ""), msgid("decision about {goal}")), goal=named)


def _lead(lang: Language, values: Mapping[str, str], named: str, _goal: Goal | None) -> str:
    value = _value(lang, values.get("value", ""), None)
    return lang.say(
        "{value} {name} for {goal}", value=value, name=clean_title(values.get("name", "")), goal=named
    )


def _goals(lang: Language, values: Mapping[str, str], _named: str, _goal: Goal | None) -> str:
    return lang.count("{n} new goal", "{n} new goals", _number_of(values))


def _checkins(lang: Language, values: Mapping[str, str], named: str, goal: Goal | None) -> str:
    count = _number_of(values)
    if goal is None:
        return lang.count("{n} number", "{n} numbers", count)
    return lang.count("{n} number for {goal}", "{n} numbers for {goal}", count, goal=named)


def _several(lang: Language, values: Mapping[str, str], _named: str, _goal: Goal | None) -> str:
    return lang.count("changes in {n} goal", "changes in {n} goals", _number_of(values))


def _number_of(values: Mapping[str, str]) -> int:
    count = values.get("count", "")
    return int(count) if count.isdecimal() else 0


Teller = Callable[[Language, Mapping[str, str], str, Goal | None], str]
_TEXTS: Mapping[Deed, Teller] = {
    Deed.GOAL_ADDED: _plain(msgid("new goal {goal}")),
    Deed.GOALS_ADDED: _goals,
    Deed.GOAL_DELETED: _plain(msgid("deletion of {goal}")),
    Deed.GOAL_CHANGED: _changed,
    Deed.CHECKIN: _checkin(msgid("answer of {day} for {goal}"), msgid("{value} on {day} for {goal}")),
    Deed.CHECKIN_CHANGED: _checkin(
        msgid("correction of the answer of {day} for {goal}"),
        msgid("correction to {value} on {day} for {goal}"),
    ),
    Deed.CHECKIN_DELETED: _checkin(
        msgid("deletion of the answer of {day} for {goal}"), msgid("deletion of {value} on {day} for {goal}")
    ),
    Deed.CHECKINS: _checkins,
    Deed.DECISION: _decision,
    Deed.LEAD: _lead,
    Deed.SEVERAL: _several,
    Deed.MERGED: _plain(msgid("merge with another version of the file")),
    Deed.UPGRADED: _plain(msgid("upgrade of the file")),
}
