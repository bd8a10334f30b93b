"""An import in words: what a file would add, what is there already, what cannot be taken and on which line."""

from collections.abc import Iterator
from datetime import date

from smart_tui.coach.reading import Ambiguous
from smart_tui.coach.table.events import Counted
from smart_tui.coach.table.rows import Table, Wrong
from smart_tui.goals.draft import Field
from smart_tui.goals.standing import Standing
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import amount
from smart_tui.words.readings import option_text, unreadable_text
from smart_tui.words.standing import value_of_target

INDENT = "  "
MOST_NAMED = 8
"""So many wrong lines, differing days and unused columns are named; the rest is counted."""
WRONG = {
    "empty": msgid("nothing stands here"),
    "missing": msgid("is missing"),
    "too-many-cells": msgid("more cells than columns: “{text}” (a comma inside a number?)"),
    "too-many-goals": msgid("more goals than a goal file takes"),
    "circle": msgid("goals support one another in a circle"),
    "after-today": msgid("this day is still to come: {text}"),
    "needs-value": msgid("counting rows is not enough for this goal; a column “value” is needed, or --value"),
}


def place_text(lang: Language, table: Table, line: int) -> str:
    """Say where a row stands: "line 7"; in JSON, which goal of the list it is."""
    return lang.say("goal {n}", n=line) if table.listed else lang.say("line {line}", line=line)


def wrong_text(lang: Language, table: Table, wrong: Wrong, today: date) -> str:
    """Say what is wrong with a cell: "line 7, target: no number to be read in “abc”"."""
    where = place_text(lang, table, wrong.line)
    heading = clean_title(wrong.heading)
    if not heading and isinstance(wrong.holds, Field):
        heading = lang.say(FIELD_TEXTS[wrong.holds].label)
    place = ", ".join(part for part in (where, heading) if part)
    return f"{place}: {_why(lang, wrong, today)}"


def preview(lang: Language, counted: Counted, then: Standing) -> Iterator[str]:
    """Say what the rows of a goal come to, and what of it is there already; `then` is the goal afterwards."""
    yield lang.say(
        "{goal}: {rows} on {days}",
        goal=clean_title(counted.goal.title),
        rows=lang.count("{n} row", "{n} rows", counted.rows),
        days=lang.count("{n} day", "{n} days", len(counted.days)),
    )
    if counted.checkins:
        yield INDENT + _new(lang, counted, then)
    if counted.again:
        yield INDENT + lang.count(
            "{n} day is there already with the same number: left out",
            "{n} days are there already with the same number: left out",
            len(counted.again),
        )
    for day in counted.differing[:MOST_NAMED]:
        yield INDENT + _differing(lang, counted, day)
    if len(counted.differing) > MOST_NAMED:
        more = len(counted.differing) - MOST_NAMED
        yield INDENT + lang.count("… and {n} more day like this", "… and {n} more days like this", more)


def unused_text(lang: Language, table: Table) -> str:
    """Say which columns nothing is read from."""
    unused = [f"“{clean_title(heading)}”" for heading in table.unused]
    named = unused[:MOST_NAMED] + ["…"] * (len(unused) > MOST_NAMED)
    return lang.say("Columns that are not read: {columns}", columns=", ".join(named)) if unused else ""


def _new(lang: Language, counted: Counted, then: Standing) -> str:
    """Say "31 new check-ins, 1 Oct 2026 – 20 Nov 2026: +412, then 430 of 1,000"."""
    new, measure = counted.checkins, counted.goal.measurable
    total = sum(checkin.value for checkin in new)
    added = ("+" if total >= 0 else "") + amount(lang, total, measure.unit) if measure.kind.adds_up else ""
    after = lang.say("then {value}", value=value_of_target(lang, then))
    return lang.say(
        "{checkins}, {first} – {last}: {sums}",
        checkins=lang.count("{n} new check-in", "{n} new check-ins", len(new)),
        first=short_date(lang, new[0].date),
        last=short_date(lang, new[-1].date),
        sums=", ".join(part for part in (added, after) if part),
    )


def _differing(lang: Language, counted: Counted, day: date) -> str:
    """Say "20 Nov 2026: 5 there already, 9 in the file: 4 more"."""
    unit = counted.goal.measurable.unit
    taken = next((checkin.value for checkin in counted.checkins if checkin.date == day), None)
    more = "" if taken is None else lang.say("{number} more", number=amount(lang, taken, unit))
    return lang.say(
        "{day}: {there} there already, {number} in the file: {said}",
        day=short_date(lang, day),
        there=amount(lang, counted.there[day], unit),
        number=amount(lang, counted.days[day], unit),
        said=more or lang.say("left out"),
    )


def _why(lang: Language, wrong: Wrong, today: date) -> str:
    doubt = wrong.doubt
    if isinstance(doubt, Ambiguous):
        ways = ", ".join(option_text(lang, option, today) for option in doubt.options)
        return lang.say("“{text}” can be read two ways: {ways}.", text=clean_title(wrong.typed), ways=ways)
    if doubt.code in WRONG:
        return lang.say(WRONG[doubt.code], text=clean_title(doubt.text))
    return unreadable_text(lang, doubt)
