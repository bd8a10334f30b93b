"""The weekly update's questions in words: the goal, what its number was, what is typed now."""

from collections.abc import Iterator
from datetime import date

from smart_tui.coach.checkin import present
from smart_tui.coach.reading import Unreadable
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Entry, Kind
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language
from smart_tui.words.standing import THIS_PERIOD_WORDS, measured, status_word, time_text, value_of_target
from smart_tui.words.story import checkin_day, checkin_value
from smart_tui.words.weekly import wants_text

LAST = 3
"""So many earlier numbers are said."""


def asking_text(lang: Language, standing: Standing, place: str, today: date) -> str:
    """Say which goal is asked about: "1 of 3: Win leads: 118 of 1,000, behind, 40 days left, last Fri 13 Nov +25, …"."""
    title = clean_title(standing.goal.title) or lang.say("(no title)")
    said = (
        value_of_target(lang, standing),
        status_word(lang, standing.status),
        time_text(lang, standing),
        _last(lang, standing, today),
        wants_text(lang, standing),
    )
    return lang.say("{place}: {title}: {text}", place=place, title=title, text=", ".join(filter(None, said)))


def expects_text(lang: Language, standing: Standing, entry: Entry) -> str:
    """Ask for the number, naming what it is: "New this week:", "In all:", "Now:"."""
    match standing.goal.measurable.kind:
        case Kind.YES_NO:
            return lang.say("Done, yes or no?")
        case Kind.LEVEL | Kind.LIMIT:
            return lang.say("Now:")
        case _ if entry is Entry.ADDED:
            return lang.say("New {period}:", period=_period(lang, standing, Kind.TOTAL))
        case Kind.RATE:
            return lang.say("In all {period}:", period=_period(lang, standing, Kind.RATE))
        case _:
            return lang.say("In all:")


def explained(lang: Language, standing: Standing, entry: Entry) -> Iterator[str]:
    """Explain what can be typed."""
    kind = standing.goal.measurable.kind
    if kind.adds_up:
        yield lang.say("+25 was added, =120 is the number in all.")
        if entry is Entry.ADDED:
            yield lang.say("A number alone was added. Type = to enter numbers in all for this goal.")
        else:
            yield lang.say(
                "A number alone is the number in all. Type + to enter what was added for this goal."
            )
    elif kind is Kind.YES_NO:
        yield lang.say("yes: it is done. no: not yet.")
    else:
        yield lang.say("The number as it is now; +2 and -2 change the last one.")
    yield lang.say("25; webinar keeps a note. Enter keeps everything as it is, < goes back, q stops.")


def slip_text(lang: Language, standing: Standing, typed: str, slip: Unreadable) -> str:
    """Say why a number is asked about rather than taken."""
    now = measured(lang, standing, present(standing), digits=4)
    if slip.code == "below-present":
        return lang.say("{value} is less than the {now} there are already.", value=typed, now=now)
    return lang.say("{value} is far more than ever before, and there are {now} in all.", value=typed, now=now)


def _last(lang: Language, standing: Standing, today: date) -> str:
    known = sorted((c for c in standing.goal.history.checkins if c.date <= today), key=lambda c: c.date)
    said = (f"{checkin_day(lang, c.date, today)} {checkin_value(lang, standing, c)}" for c in known[-LAST:])
    return lang.say("last {numbers}", numbers="; ".join(said)) if known else lang.say("no number yet")


def _period(lang: Language, standing: Standing, kind: Kind) -> str:
    """Name the stretch of time that a number is for: a rate's period, else the one between two updates."""
    goal = standing.goal
    per = goal.measurable.per if kind is Kind.RATE else None
    return lang.say(THIS_PERIOD_WORDS[per or goal.timebound.cadence.period])
