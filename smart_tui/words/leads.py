"""Lead measures in words: what was done this week, and what is usual."""

from datetime import date
from decimal import Decimal

from smart_tui.goals.calendar import PLAIN_CALENDAR
from smart_tui.goals.leads import LeadMeasure
from smart_tui.goals.terms import Period
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language
from smart_tui.words.numbers import number


def this_week_text(lang: Language, measure: LeadMeasure) -> str:
    """Write "12 this week"."""
    return lang.say("{number} this week", number=number(lang, measure.this_week))


def usual_text(lang: Language, measure: LeadMeasure) -> str:
    """Write "usually 10"; nothing before the first week is over."""
    return "" if measure.usual is None else lang.say("usually {number}", number=number(lang, measure.usual))


def counted_text(lang: Language, measure: LeadMeasure, added: Decimal, day: date, today: date) -> str:
    """Say what an entry makes of its week: "calls: +5, 12 this week"; `measure` stands as of the week's end."""
    week = PLAIN_CALENDAR.period(Period.WEEK, day)
    done = (
        this_week_text(lang, measure)
        if week.holds(today)
        else lang.say(
            "{number} in the week of {day}",
            number=number(lang, measure.this_week),
            day=short_date(lang, week.first),
        )
    )
    sign = "−" if added < 0 else "+"
    return f"{clean_title(measure.name)}: {sign}{number(lang, abs(added))}, {done}"
