"""From answers to a goal and back: a goal that exists is changed on the same five screens."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from types import MappingProxyType

from smart_tui.coach.answers import Answers
from smart_tui.coach.writing import write_number
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import (
    Achievable,
    Action,
    Goal,
    Measurable,
    Milestone,
    Past,
    Relevant,
    Specific,
    TimeBound,
)
from smart_tui.goals.terms import Cadence, Horizon, Kind, Period

LONGEST_TITLE = 60
"""A longer sentence is cut at a word for the title."""
WEEK = 7


def goal_of(answers: Answers, goal_id: str, base: Goal | None = None) -> Goal:
    """Make the goal that the answers describe; of `base`, everything that is not asked is kept."""
    base = base or Goal(id=goal_id, title="", lang=answers.draft.lang, created=answers.setting.today)
    goal = replace(
        base,
        title=_title(answers, base),
        owner=answers.text(Field.OWNER),
        specific=_specific(answers, base),
        measurable=_measurable(answers, base),
        achievable=_achievable(answers, base),
        relevant=_relevant(answers, base),
        timebound=_timebound(answers, base),
    )
    written = base.horizon if base.title else answers.horizon
    return replace(goal, horizon=answers.chosen(Field.HORIZON, Horizon) or written)


def draft_of(goal: Goal, key: str, lang: str) -> Draft:
    """Open a goal again: its values as a person would have typed them."""
    lang = goal.lang or lang
    stored = [asked for asked in Field if asked is not Field.WEEKLY]
    answered: dict[Field, str] = {asked: text for asked in stored if (text := _typed(goal, asked, lang))}
    return Draft(key=key, lang=lang, editing=goal.id, texts=MappingProxyType(answered))


def third(answers: Answers) -> tuple[Field, Decimal | date] | None:
    """Give what follows from two of date, amount and weekly rate (Beeminder): the field and its value."""
    if answers.kind not in {Kind.TOTAL, Kind.LEVEL}:
        return None
    weekly, target, deadline = (
        answers.number(Field.WEEKLY),
        answers.number(Field.TARGET),
        answers.day(Field.DEADLINE),
    )
    baseline = answers.number(Field.BASELINE) or Decimal(0)
    days = (deadline - answers.start).days if deadline else None
    if target is not None and days:
        return Field.WEEKLY, (target - baseline) * WEEK / days
    if target is not None and weekly is not None and deadline is None and (target - baseline) / weekly > 0:
        needed = ((target - baseline) * WEEK / weekly).to_integral_value(ROUND_CEILING)
        latest = (date(2200, 12, 31) - answers.start).days
        return (Field.DEADLINE, answers.start + timedelta(days=int(needed))) if needed <= latest else None
    if target is None and weekly is not None and days:
        return Field.TARGET, baseline + (weekly * days / WEEK).to_integral_value()
    return None


def _title(answers: Answers, base: Goal) -> str:
    given = answers.text(Field.TITLE)
    if given:
        return given
    if base.title and answers.text(Field.SENTENCE) == base.specific.sentence:
        return base.title
    words = " ".join((answers.title or base.title).split())
    if len(words) <= LONGEST_TITLE:
        return words
    return words[: LONGEST_TITLE - 1].rpartition(" ")[0].rstrip(",;:") + "…"


def _specific(answers: Answers, base: Goal) -> Specific:
    return replace(
        base.specific,
        sentence=answers.text(Field.SENTENCE),
        audience=answers.text(Field.AUDIENCE),
        channel=answers.text(Field.CHANNEL),
        product_line=answers.text(Field.PRODUCT_LINE),
        details=answers.text(Field.DETAILS),
    )


def _measurable(answers: Answers, base: Goal) -> Measurable:
    return replace(
        base.measurable,
        metric=answers.text(Field.METRIC),
        unit=answers.unit,
        kind=answers.kind,
        direction=answers.direction,
        per=answers.chosen(Field.PER, Period) if answers.kind is Kind.RATE else None,
        baseline=answers.number(Field.BASELINE),
        target=answers.number(Field.TARGET),
        source=answers.text(Field.SOURCE),
    )


def _achievable(answers: Answers, base: Goal) -> Achievable:
    past = answers.values.get(Field.PAST)
    return replace(
        base.achievable,
        past=tuple(p for p in past if isinstance(p, Past)) if isinstance(past, tuple) else (),
        obstacle=answers.text(Field.OBSTACLE),
        if_then=answers.text(Field.IF_THEN),
        strengths=answers.text(Field.STRENGTHS),
        weaknesses=answers.text(Field.WEAKNESSES),
        resources=answers.text(Field.RESOURCES),
    )


def _relevant(answers: Answers, base: Goal) -> Relevant:
    what, known = answers.text(Field.ACTION), base.relevant.actions
    first = () if what is None else (replace(known[0], what=what) if known else Action(what),)
    return replace(
        base.relevant,
        supports=answers.text(Field.SUPPORTS),
        worth=answers.number(Field.WORTH),
        why=answers.text(Field.WHY),
        realistic=answers.text(Field.REALISTIC),
        plan=answers.text(Field.PLAN),
        actions=(*first, *known[1:]),
    )


def _timebound(answers: Answers, base: Goal) -> TimeBound:
    steps = answers.values.get(Field.MILESTONES)
    return replace(
        base.timebound,
        start=None if base.title and answers.start == base.created else answers.start,
        deadline=answers.day(Field.DEADLINE),
        cadence=answers.chosen(Field.CADENCE, Cadence)
        or (base.timebound.cadence if base.title else Cadence.WEEKLY),
        timing=answers.text(Field.TIMING),
        milestones=tuple(m for m in steps if isinstance(m, Milestone)) if isinstance(steps, tuple) else (),
    )


def _typed(goal: Goal, asked: Field, lang: str) -> str:
    match asked:
        case Field.TITLE:
            return "" if goal.title == goal.specific.sentence else goal.title
        case Field.PAST:
            return "; ".join(_labelled(p.period, write_number(p.value, lang)) for p in goal.achievable.past)
        case Field.MILESTONES:
            return "; ".join(
                _labelled(f"{m.date}", write_number(m.value, lang)) for m in goal.timebound.milestones
            )
        case Field.START:
            return str(goal.start or "")
        case Field.ACTION:
            return goal.relevant.actions[0].what if goal.relevant.actions else ""
    value: object = goal
    for name in asked.value.split("."):
        value = getattr(value, name)
    return "" if value is None else write_number(value, lang) if isinstance(value, Decimal) else str(value)


def _labelled(label: str, number: str) -> str:
    return f"{label}: {number}" if label else number
