"""What a report says: its window, what was done in it, what that cost, who did how much. Layout is not its business."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from smart_tui.goals.costs import Cost
from smart_tui.goals.curve import Curve
from smart_tui.goals.model import Decision
from smart_tui.goals.owners import Degree
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Kind, Period
from smart_tui.goals.weekly import wanted_by
from smart_tui.goals.windows import Ended, Movement, Window
from smart_tui.words.clean import clean
from smart_tui.words.dates import month_and_year, short_date
from smart_tui.words.decisions import DONE
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import amount, number, percent
from smart_tui.words.standing import measured

NOTHING = "–"
THIS = {
    Period.DAY: msgid("Today"),
    Period.WEEK: msgid("This week"),
    Period.MONTH: msgid("This month"),
    Period.QUARTER: msgid("This quarter"),
    Period.YEAR: msgid("This year"),
}
BEFORE = {
    Period.DAY: msgid("Yesterday"),
    Period.WEEK: msgid("Last week"),
    Period.MONTH: msgid("Last month"),
    Period.QUARTER: msgid("Last quarter"),
    Period.YEAR: msgid("Last year"),
}
WHOLE_FROM = 100
"""Numbers from here on are said without decimals where a plan or a division made them."""


def this_window(lang: Language, window: Window) -> str:
    """Name a window as the present one: "This week"."""
    return lang.say(THIS[window.period])


def window_before(lang: Language, window: Window) -> str:
    """Name a window as the one before: "Last week"."""
    return lang.say(BEFORE[window.period])


def window_text(lang: Language, window: Window, *, so_far: bool) -> str:
    """Say which days a window has: "This week, 16 Nov 2026 – 22 Nov 2026, so far"."""
    said = f"{this_window(lang, window)}, {_days(lang, window)}"
    return lang.say("{window}, so far", window=said) if so_far else said


def compared_text(lang: Language, before: Window) -> str:
    """Say with what a window is compared."""
    return lang.say("compared with {days}", days=_days(lang, before))


def ended_texts(lang: Language, ended: Ended, before: Ended, window: Window) -> Iterator[str]:
    """Say how many of the goals that came to their end were reached, now and before (row 48)."""
    for name, each in ((this_window(lang, window), ended), (window_before(lang, window), before)):
        if each.goals:
            yield lang.count(
                "{window}: {reached} of {n} goal that ended was reached.",
                "{window}: {reached} of {n} goals that ended were reached.",
                each.goals,
                window=name,
                reached=each.reached,
            )


def change_text(lang: Language, standing: Standing, movement: Movement) -> str:
    """Say what was added, or how the reading moved: "+74", "35% (−2%)", "done"."""
    kind, after, change = standing.goal.measurable.kind, movement.after, movement.change
    if not movement.checkins or after is None:
        return NOTHING
    match kind:
        case Kind.TOTAL | Kind.RATE:
            return _signed(lang, standing, change) if change is not None else NOTHING
        case Kind.LEVEL | Kind.LIMIT:
            reading = measured(lang, standing, after, digits=4)
            return f"{reading} ({_signed(lang, standing, change)})" if change else reading
        case Kind.YES_NO:
            return lang.say("done") if after else lang.say("not yet")
    assert_never(kind)


def wanted_text(lang: Language, standing: Standing, movement: Movement) -> str:
    """Say what the plan wants in the window: "+76"; of a goal that is closed it wants nothing."""
    wanted = None if standing.status.closed else movement.wanted
    return _signed(lang, standing, float(wanted)) if wanted else NOTHING


def degree_text(lang: Language, standing: Standing, degree: Degree | None) -> str:
    """Say what was done of what is asked: "640 of 700 = 91%" (row 42)."""
    if degree is None:
        return NOTHING
    return lang.say(
        "{value} of {target} = {percent}",
        value=_about(lang, standing, degree.done),
        target=_about(lang, standing, float(degree.asked)),
        percent=percent(lang, degree.ratio),
    )


def hours_text(lang: Language, weekly: Decimal | None) -> str:
    """Say how many hours a week the goals take (row 40)."""
    if weekly is None:
        return ""
    return lang.count(
        "{number} hour a week", "{number} hours a week", _plural(weekly), number=number(lang, weekly)
    )


def money_text(lang: Language, standing: Standing, cost: Cost) -> str:
    """Say what a result costs: "budget 5,000,000; 40 so far, 125,000 for each; planned 100,000" (row 1)."""
    budget = lang.say("budget {amount}", amount=number(lang, cost.given))
    return "; ".join((budget, *_per_result(lang, standing, cost)))


def work_text(lang: Language, standing: Standing, cost: Cost) -> str:
    """Say how many hours a result takes: "60 hours so far; 40 so far, 1.5 for each; planned 1.2"."""
    given = lang.count(
        "{number} hour so far",
        "{number} hours so far",
        _plural(cost.given),
        number=number(lang, cost.given, digits=_digits(cost.given)),
    )
    return "; ".join((given, *_per_result(lang, standing, cost)))


def decision_text(lang: Language, decision: Decision) -> str:
    """Say what was decided, and why where a reason was given."""
    did = lang.say(DONE[decision.did])
    return f"{did}: {clean(decision.why)}" if decision.why else did


def curve_text(lang: Language, standing: Standing, curve: Curve) -> str:
    """Say what a chart shows, for those who do not see it."""
    first, last, goal = curve.history[0], curve.history[-1], standing.goal
    said = lang.say(
        "From {first} on {start} to {last} on {day}.",
        first=_about(lang, standing, first.value),
        start=short_date(lang, first.date),
        last=_about(lang, standing, last.value),
        day=short_date(lang, last.date),
    )
    line = _about(lang, standing, curve.goal_line)
    if goal.measurable.kind is Kind.LIMIT or goal.deadline is None:
        return f"{said} {lang.say('The line not to be crossed is {line}.', line=line)}"
    wanted = wanted_by(standing)
    day = short_date(lang, goal.deadline)
    if wanted is None or not standing.status.running:
        return f"{said} {lang.say('The goal is {target} by {deadline}.', target=line, deadline=day)}"
    plan = lang.say(
        "The plan wants {wanted} today and {target} by {deadline}.",
        wanted=_about(lang, standing, wanted),
        target=line,
        deadline=day,
    )
    return f"{said} {plan}"


def _days(lang: Language, window: Window) -> str:
    first, last = window.span.first, window.span.last
    if window.period is Period.MONTH:
        return month_and_year(lang, first)
    return f"{short_date(lang, first)} – {short_date(lang, last)}"


def _per_result(lang: Language, standing: Standing, cost: Cost) -> Iterator[str]:
    counted = measured(lang, standing, cost.results, digits=4)
    each, planned = cost.per_result, cost.planned_per_result
    if each is None:
        yield lang.say("nothing reached yet")
    else:
        yield lang.say(
            "{results} so far, {each} for each",
            results=counted,
            each=_each(lang, each),
        )
    if planned is not None and planned != each:
        yield lang.say("planned {each} for each", each=_each(lang, planned))


def _each(lang: Language, given: Decimal) -> str:
    return number(lang, given, digits=0 if given >= WHOLE_FROM else 2)


def _signed(lang: Language, standing: Standing, change: Decimal | float) -> str:
    said = _about(lang, standing, -change if change < 0 else change)
    return f"−{said}" if change < 0 else f"+{said}"


def _about(lang: Language, standing: Standing, value: Decimal | float) -> str:
    """Write what a person typed as it is, what was worked out with few decimals."""
    digits = 4 if isinstance(value, Decimal) else _digits(value)
    return amount(lang, value, standing.goal.measurable.unit, digits=digits)


def _digits(value: Decimal | float) -> int:
    return 0 if abs(float(value)) >= WHOLE_FROM else 1


def _plural(value: Decimal) -> int:
    """Give the number whose plural form a decimal takes: half an hour, but 1.5 hours."""
    return 1 if value == 1 else 2
