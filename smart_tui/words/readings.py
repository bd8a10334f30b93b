"""What was typed, said back at once: its reading, or why there is none."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from smart_tui.coach.amount import Amount
from smart_tui.coach.answers import Answers, Doubt
from smart_tui.coach.dates import Day
from smart_tui.coach.drafting import third
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.coach.sales import sales_of
from smart_tui.coach.writing import Value
from smart_tui.goals.draft import Field
from smart_tui.goals.model import Goal, Milestone, Past
from smart_tui.goals.terms import Cadence, Direction, Horizon, Kind, Period
from smart_tui.words.clauses import target_text
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import from_today, long_date, short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import amount, number
from smart_tui.words.standing import CADENCE_WORDS, DIRECTION_WORDS, HORIZON_WORDS, KIND_WORDS, PER_WORDS

CHOICE_WORDS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Kind: KIND_WORDS,
    Period: PER_WORDS,
    Direction: DIRECTION_WORDS,
    Cadence: CADENCE_WORDS,
    Horizon: HORIZON_WORDS,
}
TEN = 10
UNREADABLE = {
    "empty": msgid("nothing was typed"),
    "not-a-number": msgid("no number to be read in “{text}”"),
    "not-a-date": msgid("no date to be read in “{text}”"),
    "no-such-day": msgid("there is no such day: {text}"),
    "out-of-range": msgid("only dates from 1970 to 2200"),
    "too-large": msgid("this number is too large"),
    "too-long": msgid("this is too long"),
    "trailing": msgid("only the number here, without “{text}”"),
    "vague": msgid("which day exactly is “{text}”?"),
    "wrong-weekday": msgid("“{text}” falls on another weekday"),
    "before-start": msgid("the deadline lies before the start"),
    "no-such-goal": msgid("no goal is called “{text}”"),
    "not-a-choice": msgid("“{text}” is none of the choices"),
    "no-colon": msgid("write a date, a colon, a number: {text}"),
    "two-ways": msgid("“{text}” can be read two ways"),
    "other-unit": msgid("this goal is not counted in {text}"),
    "other-kind": msgid("its check-ins count another way: that takes a new goal"),
    "not-yes-or-no": msgid("yes or no?"),
    "below-present": msgid("less than there is already"),
}


def echo(lang: Language, asked: Field, answers: Answers) -> str:
    """Say how an answer is read; empty where the answer speaks for itself."""
    doubt, value = answers.doubts.get(asked), answers.values.get(asked)
    if doubt is not None:
        return doubt_text(lang, doubt)
    if asked is Field.AVERAGE:
        return _sales_text(lang, answers)
    if asked is Field.WEEKLY:
        return _weekly_text(lang, answers)
    return "" if value is None else _value_text(lang, asked, value, answers)


def doubt_text(lang: Language, doubt: Doubt) -> str:
    """Say why an answer cannot be taken as it is."""
    if isinstance(doubt, Ambiguous):
        return lang.say("which one? ↓")
    return unreadable_text(lang, doubt)


def unreadable_text(lang: Language, unreadable: Unreadable) -> str:
    """Say why a text has no reading."""
    said = UNREADABLE.get(unreadable.code, msgid("cannot be read"))
    return lang.say(said, text=clean_title(unreadable.text))


def option_text(lang: Language, option: Amount | Day | Goal, today: date, *, marked: bool = True) -> str:
    """Say one of several readings; `marked`: what divides those of a number is what a mark in it means."""
    match option:
        case Amount(value=value, unit=unit) if not marked:
            return amount(lang, value, unit)
        case Amount(value=value, unit=unit) if value.same_quantum(Decimal(1)):
            return lang.say("{amount}, if the mark is for thousands", amount=amount(lang, value, unit))
        case Amount(value=value, unit=unit):
            return lang.say("{amount}, if the mark is for decimals", amount=amount(lang, value, unit))
        case Day(date=day):
            return day_text(lang, day, today)
        case Goal(title=title):
            return clean_title(title)


def day_text(lang: Language, day: date, today: date) -> str:
    """Say a date with its weekday and how far away it is."""
    return lang.say("{date} · {distance}", date=long_date(lang, day), distance=from_today(lang, day, today))


def choice_text(lang: Language, choice: StrEnum) -> str:
    """Name one of a few choices."""
    return lang.say(CHOICE_WORDS[type(choice)][choice])


def _value_text(lang: Language, asked: Field, value: Value, answers: Answers) -> str:
    match value:
        case Decimal() if asked is Field.TARGET:
            return target_text(lang, answers, value)
        case Decimal():
            unit = None if asked is Field.WORTH else answers.unit
            return amount(lang, value, unit)
        case date():
            return day_text(lang, value, answers.setting.today)
        case tuple():
            return _list_text(lang, value, answers)
        case str() if asked is Field.SUPPORTS and answers.larger is not None:
            return clean_title(answers.larger.title)
        case _:
            return ""


def _sales_text(lang: Language, answers: Answers) -> str:
    """Say how many sales the sum takes."""
    sales = sales_of(answers)
    if sales is None:
        return ""
    each = number(lang, sales.per_month, digits=0 if sales.per_month >= TEN else 1)
    return lang.say(
        "{count} sales in all, {each} a month", count=number(lang, Decimal(sales.count)), each=each
    )


def _weekly_text(lang: Language, answers: Answers) -> str:
    """Say what a week has to bring, where date and target tell."""
    found = third(answers)
    if found is not None and found[0] is Field.WEEKLY and isinstance(found[1], Decimal):
        return lang.say(
            "date and target want {amount} a week", amount=amount(lang, found[1], answers.unit, digits=1)
        )
    weekly = answers.number(Field.WEEKLY)
    return "" if weekly is None else lang.say("{amount} a week", amount=amount(lang, weekly, answers.unit))


def _list_text(lang: Language, items: tuple[Past, ...] | tuple[Milestone, ...], answers: Answers) -> str:
    if all(isinstance(item, Milestone) for item in items):
        said = [
            f"{short_date(lang, item.date)}: {amount(lang, item.value, answers.unit)}"
            for item in items
            if isinstance(item, Milestone)
        ]
        return " · ".join(said)
    best = max(item.value for item in items)
    if len(items) == 1:
        return amount(lang, best, answers.unit)
    return lang.say("{n} results, the best {best}", n=len(items), best=amount(lang, best, answers.unit))
