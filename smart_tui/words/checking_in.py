"""Checking in, in words: what to type, how it is read, what it makes of the goal's number."""

from decimal import Decimal

from smart_tui.coach.checkin import Entered, present
from smart_tui.coach.reading import Unreadable
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Kind
from smart_tui.words.language import Language, msgid
from smart_tui.words.readings import unreadable_text
from smart_tui.words.standing import THIS_PERIOD_WORDS, measured

HINTS = {
    Kind.TOTAL: msgid("+25 adds, =120 is the new sum"),
    Kind.RATE: msgid("+25 adds, =120 is the new sum"),
    Kind.LEVEL: msgid("the number as it is now"),
    Kind.LIMIT: msgid("the number as it is now"),
    Kind.YES_NO: msgid("yes or no"),
}


def hint(lang: Language, kind: Kind) -> str:
    """Say what can be typed."""
    return lang.say(HINTS[kind])


def entered_text(lang: Language, standing: Standing, entered: Entered) -> str:
    """Say what a check-in makes of the number: "+25, then 143 of 1,000"."""
    match standing.goal.measurable.kind:
        case Kind.YES_NO:
            return lang.say("done") if entered.becomes else lang.say("not yet")
        case Kind.TOTAL | Kind.RATE:
            return lang.say(
                "{added}, then {value}",
                added=signed(lang, standing, entered.stored),
                value=_of_target(lang, standing, entered.becomes),
            )
        case _:
            before, after = (
                measured(lang, standing, n, digits=4) for n in (present(standing), entered.becomes)
            )
            return after if standing.value is None else f"{before} → {after}"


def added_text(lang: Language, standing: Standing, entered: Entered) -> str:
    """Offer the reading of a bare number as what was added."""
    return lang.say(
        "{added} more: then {value}",
        added=signed(lang, standing, entered.stored),
        value=_of_target(lang, standing, entered.becomes),
    )


def corrected_text(lang: Language, standing: Standing, entered: Entered) -> str:
    """Offer the reading of a bare number as the sum that it should have been."""
    if entered.stored >= 0:
        return lang.say(
            "{value} in all: {change} since the last number",
            value=measured(lang, standing, entered.becomes, digits=4),
            change=signed(lang, standing, entered.stored),
        )
    return lang.say(
        "{value} in all: corrects {before} ({change})",
        value=measured(lang, standing, entered.becomes, digits=4),
        before=measured(lang, standing, present(standing), digits=4),
        change=signed(lang, standing, entered.stored),
    )


def refused_text(lang: Language, unreadable: Unreadable) -> str:
    """Say why what was typed cannot be taken."""
    match unreadable.code:
        case "after-today":
            return lang.say("this day is still to come; a check-in has happened")
        case "below-present":
            return lang.say("less than there is already. Which do you mean? ↓")
        case "looks-like-all":
            return lang.say("as much as everything so far. Which do you mean? ↓")
        case _:
            return unreadable_text(lang, unreadable)


def signed(lang: Language, standing: Standing, change: Decimal) -> str:
    """Write a change with its sign, in the goal's unit."""
    said = measured(lang, standing, abs(change), digits=4)
    return f"−{said}" if change < 0 else f"+{said}"


def _of_target(lang: Language, standing: Standing, value: Decimal) -> str:
    measure, period = standing.goal.measurable, standing.period
    said = measured(lang, standing, value, digits=4)
    if period is not None and measure.per is not None:
        return lang.say(
            "{value} of {target} {period}",
            value=said,
            target=measured(lang, standing, period.target),
            period=lang.say(THIS_PERIOD_WORDS[measure.per]),
        )
    if standing.goal_line is None:
        return said
    return lang.say("{value} of {target}", value=said, target=measured(lang, standing, standing.goal_line))
