"""A goal's whole story in words: where it stands and why, its five letters, its history. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from smart_tui.goals.ahead import days_of_safety, next_sum
from smart_tui.goals.leads import lead_measures
from smart_tui.goals.model import CheckIn
from smart_tui.goals.rates import past_periods
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Flag, Kind, Status
from smart_tui.goals.weekly import wanted_by
from smart_tui.words.ahead import next_text
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.dates import day_and_month, from_today, short_date
from smart_tui.words.decisions import record_text
from smart_tui.words.language import Language, msgid
from smart_tui.words.leads import this_week_text, usual_text
from smart_tui.words.letters import joined, letter_lines, supports_text
from smart_tui.words.line import Line
from smart_tui.words.pace import pace_text
from smart_tui.words.standing import (
    FLAG_WORDS,
    glyph,
    measured,
    period_text,
    status_word,
    time_text,
    value_of_target,
)
from smart_tui.words.sums import sums_lines

DIGITS_BELOW = 100
"""Numbers below it are said with one decimal."""
LAST_CHECKINS, LAST_DECISIONS = 8, 5
SAID_FLAGS = {
    Flag.STALE: "behind",
    Flag.DUE: "muted",
    Flag.PARENT_AT_RISK: "at-risk",
    Flag.NOT_MOVED: "behind",
    Flag.INVALID: "overdue",
}


class Story(Struct, frozen=True, kw_only=True):
    """What there is to say about a goal; blocks without anything known are empty."""

    heading: tuple[Line, ...]
    status: tuple[Line, ...]
    numbers: tuple[Line, ...]
    leads: tuple[Line, ...]
    letters: tuple[Line, ...]
    plan: tuple[Line, ...]
    sums: tuple[Line, ...]
    result: tuple[Line, ...]
    decisions: tuple[Line, ...]
    checkins: tuple[Line, ...]


def story(lang: Language, standing: Standing, all_standings: Sequence[Standing], today: date) -> Story:
    """Tell a goal's story."""
    parent = None if standing.parent is None else all_standings[standing.parent]
    return Story(
        heading=tuple(_heading(lang, standing, parent)),
        status=tuple(_status(lang, standing)),
        numbers=tuple(_numbers(lang, standing, today)),
        leads=tuple(_leads(lang, standing, today)),
        letters=tuple(letter_lines(lang, standing, parent)),
        plan=tuple(_plan(lang, standing)),
        sums=tuple(_sums(lang, standing, all_standings)),
        result=tuple(_result(lang, standing)),
        decisions=tuple(_decisions(lang, standing, today)),
        checkins=tuple(_checkins(lang, standing, today)),
    )


def reason(lang: Language, standing: Standing) -> str:
    """Say why a goal has its status: "450; even pace wants 565"."""
    match standing.status:
        case Status.OVERDUE | Status.MISSED | Status.DROPPED:
            return joined(value_of_target(lang, standing), time_text(lang, standing))
        case Status.ACHIEVED:
            return joined(value_of_target(lang, standing), _when_reached(lang, standing))
        case Status.NOT_STARTED if standing.goal.start is not None:
            return lang.say("starts on {day}", day=short_date(lang, standing.goal.start))
        case Status.DRAFT:
            return _what_is_missing(lang, standing)
        case _:
            return _against_plan(lang, standing)


def checkin_value(lang: Language, standing: Standing, checkin: CheckIn) -> str:
    """Write a check-in as it counts: what was added, or the reading."""
    kind = standing.goal.measurable.kind
    if kind is Kind.YES_NO:
        return lang.say("yes") if checkin.value else lang.say("no")
    said = measured(lang, standing, checkin.value, digits=4)
    return f"+{said}" if kind.adds_up and checkin.value >= 0 else said


def checkin_day(lang: Language, day: date, today: date) -> str:
    """Write a check-in's day, with its year only where it is another one."""
    return day_and_month(lang, day) if day.year == today.year else short_date(lang, day)


def _heading(lang: Language, standing: Standing, parent: Standing | None) -> Iterator[Line]:
    yield Line(clean(standing.goal.title) or lang.say("(no title)"), "strong")
    if parent is not None:
        yield Line(supports_text(lang, parent), "muted")


def _status(lang: Language, standing: Standing) -> Iterator[Line]:
    label = f"{glyph(standing)} {status_word(lang, standing.status)}"
    yield Line(reason(lang, standing), label=label, label_style="status")
    for flag, style in SAID_FLAGS.items():
        if flag in standing.flags:
            yield Line(lang.say(FLAG_WORDS[flag]), style)


def _numbers(lang: Language, standing: Standing, today: date) -> Iterator[Line]:
    if standing.period is not None and standing.status.running:
        yield Line(period_text(lang, standing.period, standing), label=lang.say("Now"))
    if standing.measured_per_week is not None and not standing.status.closed:
        yield Line(
            pace_text(lang, standing, standing.measured_per_week),
            label=lang.say("You do"),
        )
    if standing.needed_per_week is not None:
        yield Line(
            pace_text(lang, standing, standing.needed_per_week),
            label=lang.say("You need"),
        )
    if standing.status.running:
        yield from _ahead(lang, standing, today)
    if standing.last_checkin is not None:
        yield Line(
            checkin_day(lang, standing.last_checkin, today),
            label=lang.say("Last update"),
            tail=from_today(lang, standing.last_checkin, today),
        )


def _ahead(lang: Language, standing: Standing, today: date) -> Iterator[Line]:
    """Say what comes next, how long the goal could stand still, and how many periods of a rate were made."""
    coming = next_sum(standing.tally)
    if coming is not None:
        yield Line(next_text(lang, standing, coming, today), label=lang.say("Next"))
    safe = days_of_safety(standing.tally)
    if safe is not None and safe > 0:
        yield Line(
            lang.count("{n} day ahead of the plan", "{n} days ahead of the plan", safe),
            label=lang.say("Safe"),
        )
    periods = past_periods(standing.tally)
    if periods.past:
        said = lang.say("{made} of {all} periods", made=periods.made, all=len(periods.past))
        yield Line(said, label=lang.say("Made"))


def _leads(lang: Language, standing: Standing, today: date) -> Iterator[Line]:
    measures = lead_measures(standing.goal.history.leads, today)
    if measures:
        yield Line(lang.say("What you do"), "heading")
    for measure in measures:
        label = clean_title(measure.name)
        yield Line(this_week_text(lang, measure), label=label, tail=usual_text(lang, measure))


def _plan(lang: Language, standing: Standing) -> Iterator[Line]:
    actions = standing.goal.relevant.actions
    if actions:
        yield Line(lang.say("Plan"), "heading")
    for action in actions:
        by = short_date(lang, action.by) if action.by else ""
        style = "muted" if action.done else "text"
        yield Line(clean(action.what), style, label="☑" if action.done else "□", label_style=style, tail=by)


def _sums(lang: Language, standing: Standing, all_standings: Sequence[Standing]) -> Iterator[Line]:
    """Say what carries the goal, and whether that is enough."""
    said = list(sums_lines(lang, all_standings, standing.place))
    if said:
        yield Line(lang.say("What carries it"), "heading")
    yield from (Line(text, style, tail=tail) for style, text, tail in said)


def _result(lang: Language, standing: Standing) -> Iterator[Line]:
    """Say what a goal that is over leaves behind."""
    result = standing.goal.history.result
    if result is None:
        return
    yield Line(lang.say("Looking back"), "heading", tail=short_date(lang, result.date))
    for label, text in (
        (lang.say("Kept"), result.kept),
        (lang.say("Missed"), result.missed),
        (lang.say("Learned"), result.learned),
    ):
        if text:
            yield Line(clean(text), label=label)


def _decisions(lang: Language, standing: Standing, today: date) -> Iterator[Line]:
    known = [decision for decision in standing.goal.history.decisions if decision.date <= today]
    if known:
        yield Line(lang.say("Decisions"), "heading")
    for decision in reversed(known[-LAST_DECISIONS:]):
        said = record_text(lang, decision, standing.goal.measurable.unit)
        yield Line(said, label=checkin_day(lang, decision.date, today), tail=clean(decision.why or ""))


def _checkins(lang: Language, standing: Standing, today: date) -> Iterator[Line]:
    known = [c for c in standing.goal.history.checkins if c.date <= today]
    latest = sorted(known, key=lambda c: c.date)[-LAST_CHECKINS:]
    if latest:
        yield Line(lang.say("Updates"), "heading")
    for checkin in reversed(latest):
        yield Line(
            checkin_value(lang, standing, checkin),
            label=checkin_day(lang, checkin.date, today),
            tail=clean(checkin.note or ""),
        )


def _against_plan(lang: Language, standing: Standing) -> str:
    kind = standing.goal.measurable.kind
    if kind in {Kind.LIMIT, Kind.YES_NO}:
        return value_of_target(lang, standing)
    if standing.last_checkin is None or standing.reached is None:
        return lang.say("no number yet")
    value, wanted = _weekly(lang, standing, standing.reached), wanted_by(standing)
    if wanted is None:
        return value
    said = (
        msgid("{value}; the milestones want {wanted}")
        if standing.goal.timebound.milestones
        else msgid("{value}; even pace wants {wanted}")
    )
    return lang.say(said, value=value, wanted=_weekly(lang, standing, wanted))


def _when_reached(lang: Language, standing: Standing) -> str:
    day = time_text(lang, standing)
    if standing.late_by is None:
        return day
    return joined(day, lang.count("{n} day late", "{n} days late", standing.late_by))


def _what_is_missing(lang: Language, standing: Standing) -> str:
    goal = standing.goal
    no_target = goal.measurable.target is None and goal.measurable.kind is not Kind.YES_NO
    return joined(
        lang.say("no target yet") if no_target else None,
        lang.say("no deadline yet") if goal.deadline is None else None,
    )


def _weekly(lang: Language, standing: Standing, value: Decimal | float) -> str:
    return measured(lang, standing, value, digits=0 if abs(float(value)) >= DIGITS_BELOW else 1)
