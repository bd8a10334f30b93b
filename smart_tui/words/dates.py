"""Dates, weekdays and stretches of days as a language writes them."""

from datetime import date, datetime
from types import MappingProxyType

from msgspec import Struct

from smart_tui.goals.terms import DateStyle
from smart_tui.words.language import Language, msgid

DAYS_WRITTEN_OUT = 99
"""Longer stretches are said in months, then in years and months."""
MONTH_DAYS = 30.44
YEAR_MONTHS = 12
MONTHS_WRITTEN_OUT = 23
WEEKDAYS = (
    (msgid("Monday"), msgid("Mon")),
    (msgid("Tuesday"), msgid("Tue")),
    (msgid("Wednesday"), msgid("Wed")),
    (msgid("Thursday"), msgid("Thu")),
    (msgid("Friday"), msgid("Fri")),
    (msgid("Saturday"), msgid("Sat")),
    (msgid("Sunday"), msgid("Sun")),
)
"""As they stand inside a sentence ("hết thứ Năm") and in a table ("T5"); CLDR's open a line ("Thứ Năm")."""
MONTHS = (
    (msgid("January"), msgid("Jan")),
    (msgid("February"), msgid("Feb")),
    (msgid("March"), msgid("Mar")),
    (msgid("April"), msgid("Apr")),
    (msgid("May"), msgid("May")),
    (msgid("June"), msgid("Jun")),
    (msgid("July"), msgid("Jul")),
    (msgid("August"), msgid("Aug")),
    (msgid("September"), msgid("Sep")),
    (msgid("October"), msgid("Oct")),
    (msgid("November"), msgid("Nov")),
    (msgid("December"), msgid("Dec")),
)
"""Those of CLDR, which takes a tenth of the start to load."""


class Numeric(Struct, frozen=True):
    """How a style that is no language's writes dates: whole, without the year, without the day."""

    day: str
    in_year: str
    month: str


NUMERIC = MappingProxyType(
    {
        DateStyle.DAY_FIRST: Numeric("{0:%d/%m/%Y}", "{0:%d/%m}", "{0:%m/%Y}"),
        DateStyle.MONTH_FIRST: Numeric("{0:%m/%d/%Y}", "{0:%m/%d}", "{0:%m/%Y}"),
        DateStyle.ISO: Numeric("{0:%Y-%m-%d}", "{0:%m-%d}", "{0:%Y-%m}"),
    }
)


def short_date(lang: Language, day: date) -> str:
    """Write "31 Dec 2026", "31/12/2026"."""
    if style := NUMERIC.get(lang.dates):
        return style.day.format(day)
    return lang.say("{day} {month_short} {year}", **_parts(lang, day))


def long_date(lang: Language, day: date) -> str:
    """Write "Thursday 31 December 2026", "thứ Năm 31/12/2026"."""
    if style := NUMERIC.get(lang.dates):
        return f"{lang.say(WEEKDAYS[day.weekday()][0])} {style.day.format(day)}"
    return lang.say("{weekday} {day} {month} {year}", **_parts(lang, day))


def day_and_month(lang: Language, day: date) -> str:
    """Write "Fri 20 Nov", "T6 20/11"."""
    if style := NUMERIC.get(lang.dates):
        return f"{lang.say(WEEKDAYS[day.weekday()][1])} {style.in_year.format(day)}"
    return lang.say("{weekday_short} {day} {month_short}", **_parts(lang, day))


def month_and_year(lang: Language, day: date) -> str:
    """Write "Nov 2026", "11/2026"."""
    if style := NUMERIC.get(lang.dates):
        return style.month.format(day)
    return lang.say("{month_short} {year}", **_parts(lang, day))


def heading_date(lang: Language, day: date) -> str:
    """Write "Sat 21 Nov 2026 · week 47"."""
    week = day.isocalendar().week
    if style := NUMERIC.get(lang.dates):
        weekday = lang.say(WEEKDAYS[day.weekday()][1])
        return lang.say(
            "{weekday} {date} · week {week}", weekday=weekday, date=style.day.format(day), week=week
        )
    return lang.say(
        "{weekday_short} {day} {month_short} {year} · week {week}", week=week, **_parts(lang, day)
    )


def date_and_time(lang: Language, moment: datetime) -> str:
    """Write "21 Nov 2026, 10:05", "21/11/2026 10:05"."""
    clock = f"{moment.hour:02}:{moment.minute:02}"
    return lang.say("{date}, {time}", date=short_date(lang, moment.date()), time=clock)


def stretch(lang: Language, days: int) -> str:
    """Write a number of days, 0 and up: "9 days", "20 months", "4 y 2 mo"."""
    if days <= DAYS_WRITTEN_OUT:
        return lang.count("{n} day", "{n} days", days)
    months = round(days / MONTH_DAYS)
    if months <= MONTHS_WRITTEN_OUT:
        return lang.count("{n} month", "{n} months", months)
    years, rest = divmod(months, YEAR_MONTHS)
    if not rest:
        return lang.count("{n} year", "{n} years", years)
    return lang.say("{years} y {months} mo", years=years, months=rest)


def from_today(lang: Language, day: date, today: date) -> str:
    """Write where a day lies: "today", "tomorrow", "in 9 days", "21 days ago"."""
    match (day - today).days:
        case 0:
            return lang.say("today")
        case 1:
            return lang.say("tomorrow")
        case -1:
            return lang.say("yesterday")
        case days if days > 0:
            return lang.say("in {stretch}", stretch=stretch(lang, days))
        case days:
            return lang.say("{stretch} ago", stretch=stretch(lang, -days))


def _parts(lang: Language, day: date) -> dict[str, object]:
    weekday, weekday_short = WEEKDAYS[day.weekday()]
    month, month_short = MONTHS[day.month - 1]
    return {
        "day": day.day,
        "month": lang.say(month),
        "month_short": lang.say(month_short),
        "month_number": day.month,
        "year": day.year,
        "weekday": lang.say(weekday),
        "weekday_short": lang.say(weekday_short),
    }
