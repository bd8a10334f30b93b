"""The weekly update in words: what the plan wants, what the week has come to."""

from collections.abc import Callable, Sequence
from datetime import date

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Bound, Cadence, Entry, Kind, Period
from smart_tui.goals.weekly import Review, wanted_by
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import (
    THIS_PERIOD_WORDS,
    measured,
    status_word,
    time_text,
    value_of_target,
)

WRITTEN_WHOLE = 100
"""Numbers from here on are said without decimals."""
QUIET_WEEK = msgid("A quiet week: nothing won, nothing slipped.")
ADDED_WORDS = {
    Cadence.DAILY: msgid("added today"),
    Cadence.WEEKLY: msgid("this week"),
    Cadence.MONTHLY: msgid("this month"),
}
IN_ALL_WORDS = {
    Period.DAY: msgid("in all today"),
    Period.WEEK: msgid("in all this week"),
    Period.MONTH: msgid("in all this month"),
    Period.QUARTER: msgid("in all this quarter"),
    Period.YEAR: msgid("in all this year"),
}


def mode_names(lang: Language, standing: Standing) -> dict[Entry, str]:
    """Name what a bare number can be for a goal that adds up: "this week", "in all"."""
    measure, cadence = standing.goal.measurable, standing.goal.timebound.cadence
    whole = IN_ALL_WORDS[measure.per] if measure.kind is Kind.RATE and measure.per else msgid("in all")
    added = ADDED_WORDS[cadence]
    if measure.kind is Kind.RATE and measure.per is cadence.period:
        added = msgid("added")
    return {Entry.ADDED: lang.say(added), Entry.IN_ALL: lang.say(whole)}


def wants_text(lang: Language, standing: Standing) -> str:
    """Say what the plan wants by the day: "565 by today", "40 this month"; empty when it wants nothing."""
    measure = standing.goal.measurable
    match measure.kind:
        case Kind.YES_NO:
            return _by_deadline(lang, standing)
        case Kind.LIMIT if measure.target is not None:
            line = measured(lang, standing, measure.target)
            least = measure.bound is Bound.MIN
            return lang.say(
                msgid("the plan wants at least {line}") if least else msgid("the plan wants at most {line}"),
                line=line,
            )
        case Kind.RATE if standing.period is not None and measure.per is not None:
            return lang.say(
                "the plan wants {number} {period}",
                number=_number(lang, standing, float(standing.period.target)),
                period=lang.say(THIS_PERIOD_WORDS[measure.per]),
            )
    wanted = wanted_by(standing)
    if wanted is None:
        return ""
    return lang.say("the plan wants {number} by today", number=_number(lang, standing, wanted))


def review_lines(lang: Language, review: Review) -> list[str]:
    """Say the review line by line: a heading for each part that holds anything, its goals below it."""
    lines = []
    for heading, goals, say in _parts(review):
        if goals:
            lines.append(lang.say(heading))
            lines += (f"  {say(lang, standing)}" for standing in goals)
    return lines or [lang.say(QUIET_WEEK)]


def week_paragraph(lang: Language, review: Review, today: date) -> str:
    """Say the week in one paragraph that can be pasted into a chat."""
    week = lang.say("Week {week} ({day}).", week=today.isocalendar().week, day=short_date(lang, today))
    said = [
        lang.say(
            "{part}: {goals}.",
            part=lang.say(heading),
            goals="; ".join(say(lang, standing) for standing in goals),
        )
        for heading, goals, say in _parts(review)
        if goals
    ]
    return " ".join([week, *(said or [lang.say(QUIET_WEEK)])])


def win_text(lang: Language, standing: Standing) -> str:
    """Say what was won: "40 leads: 43 of 40, achieved"."""
    return f"{_goal_text(lang, standing)}, {status_word(lang, standing.status)}"


def slip_text(lang: Language, standing: Standing) -> str:
    """Say what slipped, and how much time is left: "1,000 leads: 450 of 1,000, behind, 40 days left"."""
    return f"{win_text(lang, standing)}, {time_text(lang, standing)}"


def rethink_text(lang: Language, standing: Standing) -> str:
    """Name what is to be rethought."""
    return clean_title(standing.goal.title) or lang.say("(no title)")


def _parts(
    review: Review,
) -> tuple[tuple[str, Sequence[Standing], Callable[[Language, Standing], str]], ...]:
    return (
        (msgid("Wins"), review.wins, win_text),
        (msgid("Slips"), review.slips, slip_text),
        (msgid("To rethink"), review.rethink, rethink_text),
    )


def _goal_text(lang: Language, standing: Standing) -> str:
    title = clean_title(standing.goal.title) or lang.say("(no title)")
    return f"{title}: {value_of_target(lang, standing)}"


def _by_deadline(lang: Language, standing: Standing) -> str:
    deadline = standing.goal.deadline
    return "" if deadline is None else lang.say("to be done by {day}", day=short_date(lang, deadline))


def _number(lang: Language, standing: Standing, number: float) -> str:
    return measured(lang, standing, number, digits=0 if abs(number) >= WRITTEN_WHOLE else 1)
