"""From answers to a goal and back: a goal that exists is changed on the same five screens."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from types import MappingProxyType

from msgspec.structs import replace

from smart_tui.coach.answers import Answers
from smart_tui.coach.spans import LAST_YEAR
from smart_tui.coach.writing import short_title, write_field
from smart_tui.goals.draft import NEVER_STORED, Draft, Field
from smart_tui.goals.model import (
    Achievable,
    Action,
    Goal,
    GoalFile,
    Measurable,
    Milestone,
    Past,
    Relevant,
    Specific,
    TimeBound,
)
from smart_tui.goals.terms import Direction, Horizon, Kind, Period

WEEK = 7
LATEST = date(LAST_YEAR, 12, 31)
PLACES = 2
"""Decimals of an amount that follows from a weekly one; counted things have none."""


def goal_of(answers: Answers, goal_id: str, base: Goal | None = None) -> Goal:
    """Make the goal that the answers describe; of `base`, everything that is not asked is kept."""
    horizon = answers.chosen(Field.HORIZON, Horizon) or (base.horizon if base else answers.horizon)
    base = base or Goal(id=goal_id, title="", lang=answers.draft.lang, created=answers.setting.today)
    return replace(
        base,
        title=_title(answers, base),
        owner=answers.text(Field.OWNER),
        horizon=horizon,
        specific=_specific(answers, base),
        measurable=_measurable(answers, base),
        achievable=_achievable(answers, base),
        relevant=_relevant(answers, base),
        timebound=_timebound(answers, base),
    )


def draft_of(goal: Goal, key: str, lang: str) -> Draft:
    """Open a goal again: its values as a person would have typed them."""
    lang = goal.lang or lang
    answered = {asked: text for asked in Field if (text := write_field(goal, asked, lang))}
    return Draft(key=key, lang=lang, editing=goal.id, base=goal, texts=MappingProxyType(answered))


def with_base(file: GoalFile, base: Goal | None) -> GoalFile:
    """Give the goals among which a goal is changed: the others as they are, itself as the change began."""
    if base is None:
        return file
    return replace(file, goals=tuple(base if goal.id == base.id else goal for goal in file.goals))


def rebased(draft: Draft, now: Goal | None) -> Draft:
    """Go on with a change of a goal that others may have changed meanwhile.

    What the person did not touch is as the goal has it now. What they touched stays, on top of what they saw: where
    others changed the same, the two are seen to disagree. A goal that is gone is written anew.
    """
    base = draft.base
    if now is None:
        return replace(draft, editing=None, base=None)
    if base is None:
        return replace(draft, base=now)
    touched = [asked for asked in Field if draft.text(asked) != write_field(base, asked, draft.lang)]
    texts = {
        asked: draft.text(asked) if asked in touched else write_field(now, asked, draft.lang)
        for asked in Field
    }
    for asked in touched:
        now = _as_in(base, now, asked)
    answered = {asked: text for asked, text in texts.items() if text}
    return replace(draft, base=now, texts=MappingProxyType(answered))


def third(answers: Answers) -> tuple[Field, Decimal | date] | None:
    """Give what follows from two of date, amount and weekly rate (Beeminder): the field and its value."""
    baseline = answers.number(Field.BASELINE)
    if answers.kind is Kind.TOTAL:
        baseline = baseline or Decimal(0)
    if baseline is None or answers.kind not in {Kind.TOTAL, Kind.LEVEL}:
        return None
    weekly, target = answers.number(Field.WEEKLY), answers.number(Field.TARGET)
    deadline = answers.day(Field.DEADLINE)
    days = (deadline - answers.start).days if deadline else 0
    if target is not None and days:
        return Field.WEEKLY, (target - baseline) * WEEK / days
    if target is not None and weekly is not None and deadline is None and target != baseline:
        needed = abs((target - baseline) * WEEK / weekly).to_integral_value(ROUND_CEILING)
        latest = (LATEST - answers.start).days
        return (Field.DEADLINE, answers.start + timedelta(days=int(needed))) if needed <= latest else None
    if target is None and weekly is not None and days:
        falls = answers.chosen(Field.DIRECTION, Direction) is Direction.DECREASE
        change = round(abs(weekly) * days / WEEK, PLACES if answers.unit else 0)
        return Field.TARGET, baseline - change if falls or weekly < 0 else baseline + change
    return None


def _as_in(base: Goal, goal: Goal, asked: Field) -> Goal:
    """Give a goal with one field as another state of it has it."""
    letter, _, name = asked.value.rpartition(".")
    if letter:
        part = replace(getattr(goal, letter), **{name: getattr(getattr(base, letter), name)})
        return replace(goal, **{letter: part})
    return goal if asked in NEVER_STORED else replace(goal, **{name: getattr(base, name)})


def _title(answers: Answers, base: Goal) -> str:
    if answers.kept.issuperset({Field.TITLE, Field.SENTENCE}):
        return base.title
    return answers.text(Field.TITLE) or short_title(answers.title or base.title)


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
    has_period = answers.kind is Kind.RATE or Field.KIND in answers.kept
    return replace(
        base.measurable,
        metric=answers.text(Field.METRIC),
        unit=answers.unit,
        kind=answers.kind,
        direction=answers.direction,
        per=answers.chosen(Field.PER, Period) if has_period else None,
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
        evidence=answers.text(Field.EVIDENCE),
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
    start = answers.day(Field.START) if answers.base else answers.start
    return replace(
        base.timebound,
        start=base.timebound.start if Field.START in answers.kept else start,
        deadline=answers.day(Field.DEADLINE),
        cadence=answers.cadence,
        timing=answers.text(Field.TIMING),
        milestones=tuple(m for m in steps if isinstance(m, Milestone)) if isinstance(steps, tuple) else (),
    )
