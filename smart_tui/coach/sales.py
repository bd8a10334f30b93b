"""A sum of money as so many sales: what nobody can act on becomes what a team can work on (row 19)."""

from datetime import date
from decimal import ROUND_CEILING, Decimal

from msgspec import Struct

from smart_tui.coach.answers import Answers
from smart_tui.coach.lexicon import phrasing
from smart_tui.coach.writing import write_number
from smart_tui.goals.draft import Field
from smart_tui.goals.model import is_currency
from smart_tui.goals.terms import Kind, Period

NEARLY = Decimal("0.999")
"""An average is a rounded number: 2,083 times 480 is a million to everybody."""
DAYS_OF_MONTH = Decimal(365) / 12
YEARS = {Period.DAY: 365, Period.WEEK: 52, Period.MONTH: 12, Period.QUARTER: 4, Period.YEAR: 1}


class Sales(Struct, frozen=True):
    """How many sales at an average value make the sum."""

    count: int
    per_month: Decimal
    sentence: str
    """The goal that they are, in the draft's language."""


def is_money(answers: Answers) -> bool:
    """Whether the target is a sum of money that adds up."""
    return is_currency(answers.unit) and answers.kind in {Kind.TOTAL, Kind.RATE}


def sales_of(answers: Answers) -> Sales | None:
    """Divide the whole sum by the average of one sale; None where one of them, or the deadline, is missing."""
    average, target, deadline = (
        answers.number(Field.AVERAGE),
        answers.number(Field.TARGET),
        answers.day(Field.DEADLINE),
    )
    if not is_money(answers) or not average or average <= 0 or target is None or deadline is None:
        return None
    days = (deadline - answers.start).days + 1
    if days < 1:
        return None
    whole = target - (answers.number(Field.BASELINE) or 0)
    per = answers.chosen(Field.PER, Period)
    if answers.kind is Kind.RATE and per is not None:
        whole = target * YEARS[per] * days / 365
    count = int((whole / average * NEARLY).to_integral_value(ROUND_CEILING))
    if count < 1:
        return None
    months = max(Decimal(days) / DAYS_OF_MONTH, Decimal(1))
    return Sales(count, Decimal(count) / months, _sentence(answers, count, deadline))


def _sentence(answers: Answers, count: int, deadline: date) -> str:
    lang = answers.draft.lang
    said = phrasing(lang)
    day = said.day.format(day=deadline.day, month=said.months[deadline.month - 1], year=deadline.year)
    return said.sales.format(count=write_number(Decimal(count), lang), day=day)
