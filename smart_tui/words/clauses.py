"""The goal so far, clause by clause, in the goal's own language (row 6)."""

from decimal import Decimal

from smart_tui.coach.answers import Answers
from smart_tui.goals.draft import Field
from smart_tui.goals.names import plain
from smart_tui.goals.terms import Bound, Kind, Period
from smart_tui.words.clean import clean
from smart_tui.words.dates import long_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import amount
from smart_tui.words.standing import PER_WORDS


def clauses(lang: Language, answers: Answers) -> tuple[str, ...]:
    """Say who, how much of what, through which channel, for whom, until when, counted where."""
    said = (
        answers.text(Field.OWNER),
        _measure(lang, answers),
        _wrapped(lang, msgid("channel: {channel}"), channel=_channel(answers)),
        _wrapped(lang, msgid("for {audience}"), audience=answers.text(Field.AUDIENCE)),
        _until(lang, answers),
        _wrapped(lang, msgid("counted in {source}"), source=answers.text(Field.SOURCE)),
        _wrapped(lang, msgid("supports {goal}"), goal=answers.larger.title if answers.larger else None),
    )
    return tuple(clean(" ".join(clause.split())) for clause in said if clause)


def _channel(answers: Answers) -> str | None:
    """Give the channel, unless what is counted names it already."""
    channel, metric = answers.text(Field.CHANNEL), answers.text(Field.METRIC)
    return None if channel and f" {plain(channel)} " in f" {plain(metric or '')} " else channel


def target_text(lang: Language, answers: Answers, target: Decimal) -> str:
    """Say a target with what belongs to it: "2% → 3%", "< 40%", "100 a day"."""
    return f"{_target(lang, answers, target)}{_per(lang, answers)}"


def _measure(lang: Language, answers: Answers) -> str | None:
    target, metric = answers.number(Field.TARGET), answers.text(Field.METRIC)
    if target is None or answers.kind is Kind.YES_NO:
        return metric
    said = _target(lang, answers, target)
    counted = lang.say("{amount} {metric}", amount=said, metric=metric) if metric else said
    return f"{counted}{_per(lang, answers)}"


def _per(lang: Language, answers: Answers) -> str:
    per = answers.chosen(Field.PER, Period)
    return f" {lang.say(PER_WORDS[per])}" if per and answers.kind is Kind.RATE else ""


def _target(lang: Language, answers: Answers, target: Decimal) -> str:
    said, baseline = amount(lang, target, answers.unit), answers.number(Field.BASELINE)
    if answers.kind is Kind.LIMIT:
        return ("> " if answers.bound is Bound.MIN else "< ") + said
    if baseline or (baseline is not None and answers.kind is Kind.LEVEL):
        return f"{amount(lang, baseline, answers.unit)} → {said}"
    return said


def _until(lang: Language, answers: Answers) -> str | None:
    deadline = answers.day(Field.DEADLINE)
    return None if deadline is None else lang.say("until the end of {date}", date=long_date(lang, deadline))


def _wrapped(lang: Language, text: str, /, **values: str | None) -> str | None:
    return lang.say(text, **values) if all(values.values()) else None
