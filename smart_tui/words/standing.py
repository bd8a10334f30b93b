"""A goal's standing in words: its status, its number against its target, its time."""

from datetime import date
from decimal import Decimal

from smart_tui.goals.standing import RatePeriod, Standing
from smart_tui.goals.terms import (
    Bound,
    Cadence,
    Dialect,
    Direction,
    Flag,
    Horizon,
    Kind,
    Letter,
    Period,
    Status,
)
from smart_tui.words.dates import short_date, stretch
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import OF, PERCENT, amount, pair, percent, with_unit

STATUS_WORDS = {
    Status.ON_TRACK: msgid("on track"),
    Status.BEHIND: msgid("behind"),
    Status.AT_RISK: msgid("at risk"),
    Status.OVERDUE: msgid("overdue"),
    Status.ACHIEVED: msgid("achieved"),
    Status.MISSED: msgid("missed"),
    Status.DROPPED: msgid("dropped"),
    Status.NOT_STARTED: msgid("not started"),
    Status.DRAFT: msgid("unfinished"),
}
FLAG_WORDS = {
    Flag.OVERDUE_SHORT_TERM: msgid("overdue, short-term"),
    Flag.STALE: msgid("not updated for a while"),
    Flag.DUE: msgid("update due"),
    Flag.PARENT_AT_RISK: msgid("its larger goal is at risk"),
    Flag.NOT_MOVED: msgid("the steps are done, but the number has not moved: keep, change or stop?"),
    Flag.INVALID: msgid("something in the file cannot be read"),
}
GLYPHS = {
    Status.ON_TRACK: "●",
    Status.BEHIND: "▲",
    Status.AT_RISK: "◆",
    Status.OVERDUE: "!",
    Status.ACHIEVED: "✓",
    Status.MISSED: "×",
    Status.DROPPED: "–",
    Status.NOT_STARTED: "○",
    Status.DRAFT: "·",
}
STALE_GLYPH = "?"
LETTER_WORDS = {
    Letter.SPECIFIC: msgid("Specific"),
    Letter.MEASURABLE: msgid("Measurable"),
    Letter.ACHIEVABLE: msgid("Achievable"),
    Letter.RELEVANT: msgid("Relevant"),
    Letter.TIMEBOUND: msgid("Time-bound"),
}
OTHER_WORDS = {
    "attainable": msgid("Attainable"),
    "assignable": msgid("Assignable"),
    "realistic": msgid("Realistic"),
}
"""What A and R stand for to others (row 35)."""
KIND_WORDS = {
    Kind.TOTAL: msgid("adds up"),
    Kind.LEVEL: msgid("latest reading counts"),
    Kind.RATE: msgid("so much each period"),
    Kind.LIMIT: msgid("stays within a limit"),
    Kind.YES_NO: msgid("done or not"),
}
DIRECTION_WORDS = {
    Direction.INCREASE: msgid("increase"),
    Direction.DECREASE: msgid("decrease"),
    Direction.MAINTAIN: msgid("maintain"),
}
PER_WORDS = {
    Period.DAY: msgid("a day"),
    Period.WEEK: msgid("a week"),
    Period.MONTH: msgid("a month"),
    Period.QUARTER: msgid("a quarter"),
    Period.YEAR: msgid("a year"),
}
THIS_PERIOD_WORDS = {
    Period.DAY: msgid("today"),
    Period.WEEK: msgid("this week"),
    Period.MONTH: msgid("this month"),
    Period.QUARTER: msgid("this quarter"),
    Period.YEAR: msgid("this year"),
}
CADENCE_WORDS = {
    Cadence.DAILY: msgid("every day"),
    Cadence.WEEKLY: msgid("every week"),
    Cadence.MONTHLY: msgid("every month"),
}
HORIZON_WORDS = {Horizon.SHORT: msgid("short-term"), Horizon.LONG: msgid("long-term")}


def letter_word(letter: Letter, dialect: Dialect) -> str:
    """Give the msgid of the word that a letter stands for."""
    word = {Letter.ACHIEVABLE: dialect.a, Letter.RELEVANT: dialect.r}.get(letter, "")
    return OTHER_WORDS.get(word, LETTER_WORDS[letter])


def status_word(lang: Language, status: Status) -> str:
    """Name a status."""
    return lang.say(STATUS_WORDS[status])


def glyph(standing: Standing) -> str:
    """Give the sign that stands for a status without colour; a stale goal's is a question mark."""
    return STALE_GLYPH if Flag.STALE in standing.flags else GLYPHS[standing.status]


def value_of_target(lang: Language, standing: Standing) -> str:
    """Write the number beside its target, short enough for a list."""
    measure = standing.goal.measurable
    match measure.kind:
        case Kind.YES_NO:
            return lang.say("done") if standing.value else lang.say("not yet")
        case Kind.RATE if standing.period is not None and standing.status.running:
            return _of(lang, standing.period.value, standing.period.target, measure.unit)
        case Kind.RATE | Kind.TOTAL:
            return _of(lang, standing.reached, standing.goal_line, measure.unit)
        case Kind.LEVEL:
            return _level(lang, standing)
        case Kind.LIMIT:
            return _limit(lang, standing)


def time_text(lang: Language, standing: Standing) -> str:
    """Write a goal's time, short enough for a list: "9 days", "21 days late", "in 10 days"."""
    goal = standing.goal
    if standing.status.closed:
        day = standing.reached_on or _closed_on(standing)
        return short_date(lang, day) if day else ""
    if standing.days_left is None:
        return lang.say("no deadline")
    if standing.status is Status.NOT_STARTED and goal.start is not None and goal.deadline is not None:
        return lang.say(
            "in {stretch}", stretch=stretch(lang, standing.days_left - (goal.deadline - goal.start).days)
        )
    if standing.days_left < 0:
        return lang.say("{stretch} late", stretch=stretch(lang, -standing.days_left))
    if standing.days_left == 0:
        return lang.say("last day")
    return lang.say("{stretch} left", stretch=stretch(lang, standing.days_left))


def period_text(lang: Language, period: RatePeriod, standing: Standing) -> str:
    """Write a rate's period: "85 of 100 = 85% today"."""
    measure = standing.goal.measurable
    return lang.say(
        "{value} {period} ({percent})",
        value=_of(lang, period.value, period.target, measure.unit),
        period=lang.say(THIS_PERIOD_WORDS[measure.per or Period.WEEK]),
        percent=percent(lang, period.progress),
    )


def measured(lang: Language, standing: Standing, value: Decimal | float, *, digits: int = 1) -> str:
    """Write a number in the goal's own unit."""
    return amount(lang, value, standing.goal.measurable.unit, digits=digits)


def _of(lang: Language, value: Decimal | None, target: Decimal | None, unit: str | None) -> str:
    if target is None:
        return "–" if value is None else amount(lang, value, unit, digits=4)
    both = pair(lang, value or Decimal(0), target)
    if unit == PERCENT:
        return lang.say(OF, value=both.value + PERCENT, target=both.target + PERCENT)
    return with_unit(lang, lang.say(both.of, value=both.value, target=both.target), unit)


def _level(lang: Language, standing: Standing) -> str:
    measure = standing.goal.measurable
    if measure.target is None or standing.value is None:
        known = measure.target if standing.value is None else standing.value
        return "–" if known is None else "→ " * (standing.value is None) + amount(lang, known, measure.unit)
    falling = measure.direction is Direction.DECREASE
    both = pair(lang, standing.value, measure.target, falling=falling)
    target = with_unit(lang, lang.say(both.scaled, number=both.target), measure.unit)
    if measure.unit != PERCENT and target.startswith(both.target):
        return f"{both.value} → {target}"  # what stands behind the numbers is said once
    value = with_unit(lang, lang.say(both.scaled, number=both.value), measure.unit)
    return f"{value} → {target}"


def _limit(lang: Language, standing: Standing) -> str:
    measure = standing.goal.measurable
    if measure.target is None:
        return "–"
    line = ("> " if measure.bound is Bound.MIN else "< ") + amount(lang, measure.target, measure.unit)
    return line if standing.value is None else f"{line}: {amount(lang, standing.value, measure.unit)}"


def _closed_on(standing: Standing) -> date | None:
    decided = [d.date for d in standing.goal.history.decisions]
    return decided[-1] if decided else standing.goal.deadline
