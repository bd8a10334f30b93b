"""The source documents' own goals, with a plausible history up to today whose sums are right."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from smart_tui.goals.model import (
    Achievable,
    Action,
    CheckIn,
    Goal,
    History,
    Measurable,
    Past,
    Relevant,
    Specific,
    TimeBound,
)
from smart_tui.goals.terms import Cadence, Horizon, Kind, Period
from smart_tui.words.language import Language

FRIDAY = 4
ONE_DAY = timedelta(days=1)
MILLION_MONTHS = 10
MONTHLY_REVENUE = (87000, 86500, 88200, 86800, 87400)
SIGNED_BEFORE = (26, 29)
"""Contracts in the two months before the monthly goal began."""
SIGNED_SINCE = (40, 42, 41)
LEADS_BEFORE = (640, 790)
SALES = (98, 104, 96, 101, 107, 92, 100, 103, 99, 105, 97, 102, 94, 100)


def demo_goals(lang: Language, today: date) -> tuple[Goal, ...]:
    """Give six goals: one behind, one overdue, one achieved, the others on track (rows 22, 25, 19, 5, 37, 41)."""
    return (
        _million(lang, today),
        _contracts(lang, today),
        _monthly_contracts(lang, today),
        _leads(lang, today),
        _online_leads(lang, today),
        _products(lang, today),
    )


def _million(lang: Language, today: date) -> Goal:
    start = _month(today, -MILLION_MONTHS)
    ends = [_month(start, i + 1) - ONE_DAY for i in range(MILLION_MONTHS)]
    checkins = tuple(
        CheckIn(date=end, value=Decimal(MONTHLY_REVENUE[i % len(MONTHLY_REVENUE)]))
        for i, end in enumerate(ends)
    )
    return Goal(
        id="million-5a01",
        title=lang.say("$1M a year for five years"),
        lang=lang.code,
        horizon=Horizon.LONG,
        created=start,
        main=True,
        specific=Specific(sentence=lang.say("Earn 1 million dollars a year for the next 5 years")),
        measurable=Measurable(
            metric=lang.say("revenue"),
            unit="USD",
            kind=Kind.RATE,
            per=Period.YEAR,
            target=Decimal(1_000_000),
            source=lang.say("accounts, end of month"),
        ),
        timebound=TimeBound(start=start, deadline=_month(start, 60) - ONE_DAY, cadence=Cadence.MONTHLY),
        history=History(checkins=checkins),
    )


def _contracts(lang: Language, today: date) -> Goal:
    start = _month(today, -5)
    checkins = tuple(
        CheckIn(date=_month(start, i + 1) - ONE_DAY, value=Decimal(signed))
        for i, signed in enumerate(SIGNED_BEFORE)
    )
    return Goal(
        id="contracts-11ab",
        title=lang.say("1,000 contracts in two years"),
        lang=lang.code,
        horizon=Horizon.LONG,
        created=start,
        specific=Specific(sentence=lang.say("Win 1,000 contracts for the company in the next 2 years")),
        measurable=Measurable(metric=lang.say("contracts"), target=Decimal(1000), source=lang.say("CRM")),
        relevant=Relevant(
            supports="million-5a01", why=lang.say("more contracts raise revenue"), worth=Decimal(2083)
        ),
        timebound=TimeBound(start=start, deadline=_month(start, 24) - ONE_DAY),
        history=History(checkins=checkins),
    )


def _monthly_contracts(lang: Language, today: date) -> Goal:
    start = _month(today, -3)
    return Goal(
        id="monthly-40c7",
        title=lang.say("40 contracts a month"),
        lang=lang.code,
        owner="Lan",
        horizon=Horizon.LONG,
        created=start,
        specific=Specific(sentence=lang.say("Sign 40 new contracts a month to raise revenue")),
        measurable=Measurable(
            metric=lang.say("contracts"),
            kind=Kind.RATE,
            per=Period.MONTH,
            target=Decimal(40),
            source=lang.say("CRM"),
        ),
        achievable=Achievable(
            past=_past(start, SIGNED_BEFORE),
            obstacle=lang.say("a trade fair is cancelled"),
            if_then=lang.say("If a fair is cancelled, then we hold a webinar that same week"),
        ),
        relevant=Relevant(
            supports="contracts-11ab",
            why=lang.say("more contracts raise revenue"),
            actions=(
                Action(lang.say("call the customers of the last fair"), done=True),
                Action(lang.say("two trade fairs before Tết")),
            ),
        ),
        timebound=TimeBound(start=start, deadline=_month(start, 21) - ONE_DAY),
        history=History(checkins=tuple(_signed(start, today))),
    )


def _signed(start: date, today: date) -> Iterator[CheckIn]:
    """Sign whole months in full on their Fridays, the present one ten a week."""
    for i, whole in enumerate(SIGNED_SINCE):
        first = _month(start, i)
        days = list(_fridays(first, _month(first, 1) - ONE_DAY))
        for place, day in enumerate(days):
            share = whole // len(days) + (place < whole % len(days))
            yield CheckIn(date=day, value=Decimal(share))
    for day in _fridays(_month(today, 0), today):
        yield CheckIn(date=day, value=Decimal(10))


def _leads(lang: Language, today: date) -> Goal:
    start = _month(today, -1)
    days = list(_fridays(start, _month(today, 0) - ONE_DAY))
    shares = _split(870, len(days))
    return Goal(
        id="leads-7f3a",
        title=lang.say("1,000 new leads next month"),
        lang=lang.code,
        owner="Minh",
        horizon=Horizon.SHORT,
        created=start - timedelta(days=9),
        specific=Specific(sentence=lang.say("Get 1,000 new leads next month")),
        measurable=Measurable(
            metric=lang.say("new leads"), target=Decimal(1000), source=lang.say("CRM, weekly report")
        ),
        achievable=Achievable(past=_past(start, LEADS_BEFORE)),
        relevant=Relevant(
            supports="contracts-11ab", worth=Decimal("0.04"), why=lang.say("4 leads of 100 sign a contract")
        ),
        timebound=TimeBound(start=start, deadline=_month(today, 0) - ONE_DAY),
        history=History(
            checkins=tuple(CheckIn(date=d, value=Decimal(n)) for d, n in zip(days, shares, strict=True))
        ),
    )


def _online_leads(lang: Language, today: date) -> Goal:
    start = _month(today, -1)
    days = list(_fridays(start, _month(today, 0) - ONE_DAY))
    shares = _split(43, len(days))
    last = len(days) - 1
    return Goal(
        id="online-leads-2e5d",
        title=lang.say("40 leads through our online channels"),
        lang=lang.code,
        owner="Lan",
        horizon=Horizon.SHORT,
        created=start,
        specific=Specific(
            sentence=lang.say("Win 40 new leads through our online channels"),
            audience=lang.say("parents of three-year-olds"),
            channel=lang.say("online"),
        ),
        measurable=Measurable(
            metric=lang.say("online leads"), target=Decimal(40), source=lang.say("web form")
        ),
        relevant=Relevant(supports="contracts-11ab", why=lang.say("4 leads of 100 sign a contract")),
        timebound=TimeBound(start=start, deadline=_month(today, 1) - ONE_DAY),
        history=History(
            checkins=tuple(
                CheckIn(date=d, value=Decimal(n), note=lang.say("webinar") if i == last else None)
                for i, (d, n) in enumerate(zip(days, shares, strict=True))
            )
        ),
    )


def _products(lang: Language, today: date) -> Goal:
    days = [today - timedelta(days=len(SALES) - 1 - i) for i in range(len(SALES))]
    return Goal(
        id="products-a-day-9d20",
        title=lang.say("100 products a day for each content writer"),
        lang=lang.code,
        owner="Hà",
        horizon=Horizon.SHORT,
        created=days[0],
        specific=Specific(
            sentence=lang.say("Each content writer sells 100 milk products for three-year-olds a day"),
            audience=lang.say("parents of three-year-olds"),
            product_line=lang.say("milk for three-year-olds"),
        ),
        measurable=Measurable(
            metric=lang.say("products sold"),
            kind=Kind.RATE,
            per=Period.DAY,
            target=Decimal(100),
            source=lang.say("shop, evening report"),
        ),
        timebound=TimeBound(start=days[0], deadline=days[0] + timedelta(days=59), cadence=Cadence.DAILY),
        history=History(
            checkins=tuple(CheckIn(date=d, value=Decimal(n)) for d, n in zip(days, SALES, strict=True))
        ),
    )


def _split(whole: int, parts: int) -> list[int]:
    """Share a number out so that the sum is right, a little more each time."""
    weights = [10 + i for i in range(parts)]
    shares = [whole * weight // sum(weights) for weight in weights]
    shares[-1] += whole - sum(shares)
    return shares


def _past(start: date, results: tuple[int, ...]) -> tuple[Past, ...]:
    """Name the results of the months before."""
    months = [_month(start, i - len(results)) for i in range(len(results))]
    return tuple(
        Past(Decimal(result), f"{month:%Y-%m}") for month, result in zip(months, results, strict=True)
    )


def _month(day: date, by: int) -> date:
    """Give the first day of the month so many months on."""
    index = day.year * 12 + day.month - 1 + by
    return date(index // 12, index % 12 + 1, 1)


def _fridays(first: date, last: date) -> Iterator[date]:
    day = first + timedelta(days=(FRIDAY - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(days=7)
