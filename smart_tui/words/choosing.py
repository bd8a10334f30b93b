"""What can be decided about a goal, in words: the questions, the choices, what each would come to."""

from collections.abc import Mapping

from smart_tui.goals.standing import RatePeriod, Standing
from smart_tui.goals.terms import Did, Kind
from smart_tui.words.dates import day_and_month
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import measured, status_word, value_of_target

CHOICES: Mapping[Did, str] = {
    Did.CLOSE: msgid("Close ({status}, {value})"),
    Did.EXTEND: msgid("Extend: a later deadline"),
    Did.CHANGE: msgid("Change: another number"),
    Did.DROP: msgid("Drop: no longer wanted"),
    Did.CARRY: msgid("Carry over: the missing {missing} come on top of what is next"),
    Did.KEEP: msgid("Let go: everything stays as it is"),
    Did.REOPEN: msgid("Open it again"),
}
KEEP_ON = msgid("Keep: the number needs more time")
"""Where all steps are done and the number has not moved."""


def choice_line(lang: Language, did: Did, closed: Standing) -> str:
    """Offer a decision; `closed` is the goal as closing it would leave it."""
    short = closed.short_period
    return lang.say(
        KEEP_ON if did is Did.KEEP and short is None else CHOICES[did],
        status=status_word(lang, closed.status),
        value=value_of_target(lang, closed),
        missing=measured(lang, closed, short.target - short.value) if short is not None else "",
    )


def final_label(lang: Language, standing: Standing) -> str:
    """Ask for the last number: "Final number on Mon 30 Nov"."""
    short = standing.short_period
    if short is not None and standing.status.running:
        return lang.say("Final number for the period to {day}", day=day_and_month(lang, short.span.last))
    deadline = standing.goal.deadline
    assert deadline is not None
    if standing.goal.measurable.kind is Kind.YES_NO:
        return lang.say("Done by {day}?", day=day_and_month(lang, deadline))
    return lang.say("Final number on {day}", day=day_and_month(lang, deadline))


def period_line(lang: Language, standing: Standing, short: RatePeriod) -> str:
    """Say how a period ended: "31 of 40 in the period to Sat 31 Oct"."""
    return lang.say(
        "{value} of {target} in the period to {day}",
        value=measured(lang, standing, short.value),
        target=measured(lang, standing, short.target),
        day=day_and_month(lang, short.span.last),
    )
