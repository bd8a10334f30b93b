"""What comes next, in words."""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from smart_tui.goals.ahead import NextSum
from smart_tui.goals.standing import Standing
from smart_tui.words.dates import WEEKDAYS, short_date
from smart_tui.words.language import Language
from smart_tui.words.standing import measured

NEAR_DAYS = 6
"""Days up to here are named by their weekday."""
WRITTEN_WHOLE = 100
EXACT = 9
"""Places of a float that mean something."""


def next_text(lang: Language, standing: Standing, coming: NextSum, today: date) -> str:
    """Say "+105 by Friday"; of a level the reading to be at: "3.2% by Friday"."""
    day = by_day(lang, coming.day, today)
    if standing.goal.measurable.kind.adds_up:
        sign = "+" if coming.change > 0 else ""
        amount = sign + measured(lang, standing, _outwards(standing, coming.change))
        return lang.say("{amount} by {day}", amount=amount, day=day)
    digits = 0 if abs(coming.number) >= WRITTEN_WHOLE else 2
    return lang.say(
        "{amount} by {day}", amount=measured(lang, standing, coming.number, digits=digits), day=day
    )


def by_day(lang: Language, day: date, today: date) -> str:
    """Name the day by which something is to be done: "tonight", "Friday", "31 Dec 2026"."""
    ahead = (day - today).days
    if ahead == 0:
        return lang.say("tonight")
    if 0 < ahead <= NEAR_DAYS:
        return lang.say(WEEKDAYS[day.weekday()][0])
    return short_date(lang, day)


def _outwards(standing: Standing, change: float) -> Decimal:
    """Round what is missing of counted things away from done: 13.2 contracts are 14."""
    exact = Decimal(str(round(change, EXACT)))
    if standing.goal.measurable.unit is None or abs(exact) >= WRITTEN_WHOLE:
        return exact.to_integral_value(ROUND_CEILING if exact > 0 else ROUND_FLOOR)
    return exact
