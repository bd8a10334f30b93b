"""A pace in words: by the week, of long goals by the month."""

from smart_tui.goals.standing import Standing
from smart_tui.goals.sums import natural_period, per_period
from smart_tui.goals.terms import Period
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount

WRITTEN_WHOLE = 100
"""Numbers from here on are said without decimals."""


def pace_text(lang: Language, standing: Standing, per_week: float) -> str:
    """Say so much a week, or so much a month (row 29: 43.5 a month)."""
    said = pace_amount(lang, standing, per_week)
    if natural_period(standing) is Period.MONTH:
        return lang.say("{amount} a month", amount=said)
    return lang.say("{amount} a week", amount=said)


def pace_amount(lang: Language, standing: Standing, per_week: float) -> str:
    """Say just the amount of a pace."""
    number = per_period(per_week, natural_period(standing))
    digits = 0 if abs(number) >= WRITTEN_WHOLE else 1
    return amount(lang, number, standing.goal.measurable.unit, digits=digits)
