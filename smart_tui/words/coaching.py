"""What the coach says: each finding as one sentence, and what a sentence was read as."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from smart_tui.coach.findings import Finding, Level, Verdict
from smart_tui.coach.rewriting import Rewrite
from smart_tui.coach.sentence.claim import RELATIVE
from smart_tui.coach.sentence.read import SentenceReading
from smart_tui.goals.terms import Direction
from smart_tui.words.clean import clean
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import amount, number
from smart_tui.words.standing import PER_WORDS

LEVEL_GLYPHS = {Level.STRONG: "●", Level.ASK: "▲", Level.MISSING: "○"}
SEASONS: Mapping[str, str] = {
    "tet": msgid("Tết, the Lunar New Year"),
    "black-friday": msgid("Black Friday"),
    "women": msgid("Women's Day, 8 March"),
    "vietnamese-women": msgid("Vietnamese Women's Day, 20 October"),
    "teachers": msgid("Vietnamese Teachers' Day, 20 November"),
    "christmas": msgid("Christmas"),
}
SAYINGS: Mapping[str, str] = {
    "no-sentence": msgid("Say in one sentence what you want to reach."),
    "vague": msgid("“{words}” is how much? Nobody can tell when it is reached."),
    "clear": msgid("Everybody understands the same."),
    "two-outcomes": msgid("These are two goals: “{first}”, and “{second}”. One goal, one number."),
    "one-outcome": msgid("One outcome."),
    "activity": msgid("“{activity}” is something you do. What is it to bring?"),
    "about": msgid("Where or for whom: {about}."),
    "no-audience": msgid("For whom, or through which channel?"),
    "owner": msgid("{owner} is responsible."),
    "no-owner": msgid("Who is responsible?"),
    "metric": msgid("What is counted: {metric}."),
    "no-metric": msgid("What is to be counted?"),
    "unread-number": msgid("“{text}” cannot be read as one number."),
    "no-baseline": msgid("{percent}% more or less than what? Give the number of today."),
    "no-number": msgid("Which number tells you that you are there?"),
    "two-ways": msgid("{value}, is that right? It can be read another way."),
    "number": msgid("Reached at {value}."),
    "source": msgid("Counted in: {source}."),
    "no-source": msgid("Where does the number come from?"),
    "no-past": msgid("What was your best month so far?"),
    "past": msgid("Your past is on record."),
    "learning": msgid("Nobody knows yet what is normal: the first weeks may serve to find out."),
    "out-of-reach": msgid(
        "{times} times your best ({best}). In reach: {low} to {high}; or later, or with more means."
    ),
    "hard": msgid("Hard, but within reach: {times} times your best ({best})."),
    "easy": msgid("Easy: not more than your best ({best}). Up to {high} would be within reach."),
    "obstacle": msgid("You know what may come, and what you will do then."),
    "no-if-then": msgid("If that happens, then what will you do?"),
    "no-obstacle": msgid("What could stand in the way?"),
    "ability": msgid("You know what you are good at, and what you lack."),
    "no-strengths": msgid("What are you good at that helps here?"),
    "no-weaknesses": msgid("What do you lack for it?"),
    "split": msgid("In {count} steps of {each} it can be seen early whether it works."),
    "larger": msgid("It serves “{title}”."),
    "why": msgid("It stands for itself."),
    "no-larger": msgid("Which larger goal does it serve?"),
    "action": msgid("First step: {action}."),
    "no-action": msgid("What is the first step?"),
    "realistic": msgid("Realistic: {why}."),
    "no-realism": msgid("What speaks for it being realistic?"),
    "plan": msgid("There is a plan."),
    "no-plan": msgid("What is the plan, step by step?"),
    "large-alone": msgid("A long goal needs smaller ones under it: what is to be reached first?"),
    "money-steps": msgid(
        "How many sales at which average value make this sum? That is a goal a team can work on."
    ),
    "unread-date": msgid("“{text}” cannot be read as one day."),
    "no-date": msgid("Until when?"),
    "past-date": msgid("{date} is over."),
    "date": msgid("Until {date} (days left: {days})."),
    "too-long": msgid("{days} days: is that long for this? At your best pace it takes {needed}."),
    "slow": msgid("Less than one a week over {days} days: is that long for this?"),
    "too-short": msgid(
        "At your best pace there is not enough time: it would have to go {times} times as fast."
    ),
    "length": msgid("The time fits the goal."),
    "season": msgid("{season} ({date}) falls into this time: plan for it."),
}

OFFERS: Mapping[str, str] = {
    "lower": msgid("Lower: {value}"),
    "later": msgid("Later: until {date}"),
    "means": msgid("More means: which?"),
    "ability": msgid("You know what you are good at, and what you lack."),
    "no-strengths": msgid("What are you good at that helps here?"),
    "no-weaknesses": msgid("What do you lack for it?"),
    "split": msgid("In {count} steps of {each}"),
    "source": msgid("Counted in: {value}"),
    "step": msgid("First step: {value}"),
    "average": msgid("In sales: what does one bring on average?"),
}


def offer_text(lang: Language, way: Rewrite, finding: Finding) -> str:
    """Say what is offered: a rewritten sentence as it would stand, else what becomes of the answers."""
    if way.sentence:
        return clean(way.sentence)
    value = way.fills[0][1] if way.fills else ""
    values = {
        name: _said(lang, name, finding.values[name]) for name in ("count", "each") if way.way == "split"
    }
    if way.way == "later":
        values["date"] = short_date(lang, date.fromisoformat(value))
    return lang.say(OFFERS[way.way], value=clean(value), **values)


def finding_text(lang: Language, finding: Finding) -> str:
    """Say one finding."""
    return lang.say(
        SAYINGS[finding.code], **{name: _said(lang, name, it) for name, it in finding.values.items()}
    )


def score_text(lang: Language, verdict: Verdict) -> str:
    """Say how many points of a letter are met."""
    met, points = verdict.score
    return lang.count("{met} of {n} point", "{met} of {n} points", points, met=met)


def read_as(lang: Language, reading: SentenceReading) -> Iterator[str]:
    """Say what a sentence was read as, piece by piece."""
    if reading.metric:
        yield clean(reading.metric)
    if reading.target is not None:
        value = amount(lang, reading.target, reading.unit)
        if reading.change == RELATIVE:
            falls = reading.direction is Direction.DECREASE
            yield (
                lang.say("{amount} less", amount=value) if falls else lang.say("{amount} more", amount=value)
            )
        elif reading.baseline is not None:
            yield lang.say(
                "from {low} to {high}", low=amount(lang, reading.baseline, reading.unit), high=value
            )
        else:
            yield value
    if reading.per is not None:
        yield lang.say(PER_WORDS[reading.per])
    if reading.deadline is not None:
        yield lang.say("until {date}", date=short_date(lang, reading.deadline))


def _said(lang: Language, name: str, value: Any) -> str:
    match value:
        case date():
            return short_date(lang, value)
        case Decimal() | int():
            return number(lang, Decimal(value), digits=1 if name == "each" else None)
        case float():
            return number(lang, round(value, 1))
        case tuple():
            return "”, “".join(map(clean, value))
        case None:
            return ""
    return lang.say(SEASONS[value]) if name == "season" else clean(str(value))
