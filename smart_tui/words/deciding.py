"""Decisions in words: what was decided, what the larger goal needs now, and why a decision makes no sense."""

from collections.abc import Iterator, Mapping
from datetime import date

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Did
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import amount
from smart_tui.words.pace import pace_amount, pace_text
from smart_tui.words.standing import status_word, value_of_target

UNDECIDED: Mapping[str, tuple[str, str]] = {
    "closed": (
        msgid("This goal is closed."),
        msgid("Open it again first: smart-tui reopen {goal}"),
    ),
    "not-closed": (
        msgid("This goal is open."),
        msgid("Only a goal that was closed or dropped can be opened again."),
    ),
    "no-date": (
        msgid("An extension needs a day."),
        msgid("For example: smart-tui extend {goal} --to +14d"),
    ),
    "not-later": (
        msgid("The deadline is {deadline} already; an extension is later."),
        msgid("An earlier day is a change: smart-tui change {goal} --deadline …"),
    ),
    "past": (
        msgid("This day is over; the goal would stay overdue."),
        msgid("Choose a day from today on."),
    ),
    "before-start": (
        msgid("The deadline lies before the start."),
        msgid("Choose a day from {start} on."),
    ),
    "no-target": (
        msgid("This goal is done or not; it has no number to change."),
        msgid("Its deadline can be changed: smart-tui change {goal} --deadline …"),
    ),
    "nothing-changes": (
        msgid("Nothing would change."),
        msgid("Say what changes: --target, --deadline or both."),
    ),
}


def undecided_text(lang: Language, code: str, standing: Standing) -> tuple[str, str]:
    """Say why a decision makes no sense for a goal, and what would."""
    goal = standing.goal
    values = {
        "goal": clean_title(goal.id),
        "deadline": _day(lang, goal.deadline),
        "start": _day(lang, goal.start),
    }
    wrong, remedy = UNDECIDED[code]
    return lang.say(wrong, **values), lang.say(remedy, **values)


def decided_text(lang: Language, did: Did, before: Standing, after: Standing) -> str:
    """Say what was decided: "40 contracts: the deadline is now 12 Dec 2026 (was 30 Nov 2026)"."""
    title = clean_title(after.goal.title) or lang.say("(no title)")
    return lang.say("{title}: {text}", title=title, text=", ".join(_done(lang, did, before, after)))


def larger_text(lang: Language, before: Standing, after: Standing) -> str:
    """Say what the larger goal needs from now on, beside what it needed before or was planned to (row 29).

    Empty where it needs nothing, or nobody can tell.
    """
    if after.needed_per_week is None:
        return ""
    now = pace_text(lang, after, after.needed_per_week)
    values = {"goal": clean_title(after.goal.title), "pace": now}
    if before.needed_per_week is not None:
        was = pace_amount(lang, before, before.needed_per_week)
        if was != pace_amount(lang, after, after.needed_per_week):
            return lang.say("“{goal}” now needs {pace}; it was {before}.", before=was, **values)
    planned = planned_per_week(after)
    if planned is not None and (plan := pace_amount(lang, after, planned)) != pace_amount(
        lang, after, after.needed_per_week
    ):
        return lang.say("“{goal}” now needs {pace}; its plan was {plan}.", plan=plan, **values)
    return lang.say("“{goal}” needs {pace}.", **values)


def planned_per_week(standing: Standing) -> float | None:
    """Give what an even pace from start to deadline brings a week."""
    days = standing.goal.days
    if standing.goal_line is None or standing.baseline is None or not days:
        return None
    return float(standing.goal_line - standing.baseline) * 7 / days


def _done(lang: Language, did: Did, before: Standing, after: Standing) -> Iterator[str]:
    match did:
        case Did.CLOSE | Did.DROP:
            yield status_word(lang, after.status)
            yield value_of_target(lang, after)
        case Did.REOPEN:
            yield lang.say("open again")
            yield status_word(lang, after.status)
        case Did.CHANGE | Did.EXTEND:
            yield from _changed(lang, before, after)
        case Did.KEEP:
            yield lang.say("stays as it is")
        case Did.CARRY:
            yield lang.say("what is missing is carried over")


def _changed(lang: Language, before: Standing, after: Standing) -> Iterator[str]:
    was, now = before.goal.measurable.target, after.goal.measurable.target
    unit = after.goal.measurable.unit
    if now is not None and now != was:
        written = amount(lang, now, unit)
        yield (
            lang.say(
                "the target is now {target} (was {before})", target=written, before=amount(lang, was, unit)
            )
            if was is not None
            else lang.say("the target is now {target}", target=written)
        )
    due, moved = before.goal.deadline, after.goal.deadline
    if moved is not None and moved != due:
        day = short_date(lang, moved)
        yield (
            lang.say("the deadline is now {day} (was {before})", day=day, before=short_date(lang, due))
            if due is not None
            else lang.say("the deadline is now {day}", day=day)
        )


def _day(lang: Language, day: date | None) -> str:
    return short_date(lang, day) if day else ""
