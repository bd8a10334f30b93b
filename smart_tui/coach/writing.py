"""What a goal holds as a person would type it, so that it is read in one way only: the inverse of reading."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from smart_tui.coach.lexicon import phrasing
from smart_tui.goals.draft import Field
from smart_tui.goals.model import Goal, Milestone, Past
from smart_tui.goals.splitting import Step
from smart_tui.goals.terms import Cadence, Direction, Kind

Value = str | Decimal | date | StrEnum | tuple[Past, ...] | tuple[Milestone, ...]
"""What a field may hold."""

GROUP = 3
LONGEST_TITLE = 60
"""A longer sentence is cut at a word for the title."""


def steps_text(steps: Iterable[Step], lang: str) -> str:
    """Write steps as the field for milestones is typed."""
    return "; ".join(f"{step.date.isoformat()}: {write_number(step.number, lang)}" for step in steps)


def write_number(value: Decimal, lang: str) -> str:
    """Write a number for a field; English gets a fourth decimal where three would look like thousands."""
    thousands, point = phrasing(lang).marks
    whole, _, decimals = f"{abs(value):f}".partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) == GROUP and point == ".":
        decimals += "0"
    grouped = f"{int(whole):,}".replace(",", thousands)
    sign = "-" if value < 0 else ""
    return f"{sign}{grouped}{point}{decimals}" if decimals else f"{sign}{grouped}"


def write_checkin(kind: Kind, value: Decimal, lang: str) -> str:
    """Write what a check-in stores as it would be typed, so that it means the same whatever comes before it."""
    if kind is Kind.YES_NO:
        return "yes" if value else "no"
    sign = "=" if not kind.adds_up else "" if value < 0 else "+"
    return sign + write_number(value, lang)


def held(goal: Goal, asked: Field) -> Value | None:
    """Give what a goal answers to a field; None where it says nothing that does not follow from the rest."""
    measure = goal.measurable
    match asked:
        case Field.WEEKLY | Field.AVERAGE:
            return None
        case Field.TITLE:
            sentence = goal.specific.sentence
            follows = sentence is not None and goal.title in {sentence, short_title(sentence)}
            return None if follows else goal.title
        case Field.DIRECTION:
            implied = implied_direction(measure.kind, measure.baseline, measure.target)
            return None if measure.direction is implied else measure.direction
        case Field.CADENCE:
            return None if goal.timebound.cadence is Cadence.WEEKLY else goal.timebound.cadence
        case Field.START:
            return goal.start
        case Field.ACTION:
            return goal.relevant.actions[0].what if goal.relevant.actions else None
    value: Value | None = attrgetter(asked.value)(goal)
    return value


def write_field(goal: Goal, asked: Field, lang: str) -> str:
    """Write what a goal answers to a field, empty where it says nothing."""
    match held(goal, asked):
        case None:
            return ""
        case Decimal() as number:
            return write_number(number, lang)
        case tuple() as items:
            return "; ".join(_written_item(item, lang) for item in items)
        case value:
            return str(value)


def short_title(sentence: str) -> str:
    """Make a title of a sentence: on one line, cut at a word."""
    words = " ".join(sentence.split())
    if len(words) <= LONGEST_TITLE:
        return words
    cut = words[: LONGEST_TITLE - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;: ") + "…"


def implied_direction(kind: Kind, baseline: Decimal | None, target: Decimal | None) -> Direction:
    """Give the direction that follows from the kind and the numbers."""
    if kind is Kind.LIMIT:
        return Direction.MAINTAIN
    falls = baseline is not None and target is not None and target < baseline
    return Direction.DECREASE if falls else Direction.INCREASE


def _written_item(item: Past | Milestone, lang: str) -> str:
    number = write_number(item.value, lang)
    label = f"{item.date}" if isinstance(item, Milestone) else " ".join(item.period.replace(";", ",").split())
    return f"{label}: {number}" if label else number
