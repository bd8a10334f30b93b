"""The goals of an invented marketing team on Saturday 21 November 2026: one of every kind and status."""

from datetime import date, timedelta
from decimal import Decimal

from smart_tui.goals.model import (
    Achievable,
    Action,
    CheckIn,
    Goal,
    GoalFile,
    Measurable,
    Past,
    Relevant,
    Specific,
    TimeBound,
)
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Direction, Horizon, Kind, Period

TODAY = date(2026, 11, 21)


def goal(
    goal_id: str,
    title: str,
    target: float | str | None,
    start: date,
    deadline: date | None,
    *values: tuple[date, float | str] | tuple[date, float | str, str],
    supports: str | None = None,
    horizon: Horizon | None = None,
    **measure: object,
) -> Goal:
    checkins = tuple(
        CheckIn(date=v[0], value=Decimal(str(v[1])), note=v[2] if len(v) > 2 else None) for v in values
    )
    base = Goal(id=goal_id, title=title)
    return Goal(
        id=goal_id,
        title=title,
        horizon=horizon,
        specific=Specific(sentence=title),
        measurable=Measurable(
            target=None if target is None else Decimal(str(target)),
            **measure,  # type: ignore[arg-type]  # the example's own words
        ),
        relevant=Relevant(supports=supports),
        timebound=TimeBound(start=start, deadline=deadline),
        history=type(base.history)(checkins=checkins),
    )


def weekly(first: date, *values: float | str) -> tuple[tuple[date, float | str], ...]:
    return tuple((first + timedelta(weeks=i), value) for i, value in enumerate(values))


REVENUE = goal(
    "revenue",
    "$1M a year for five years",
    5_000_000,
    date(2026, 2, 1),
    date(2031, 1, 31),
    (date(2026, 4, 30), 240_000, "first quarter"),
    (date(2026, 7, 31), 310_000),
    (date(2026, 11, 13), 400_000),
    unit="USD",
    metric="revenue",
)
CONTRACTS = Goal(
    id="contracts",
    title="1,000 contracts in two years",
    specific=Specific(sentence="Sign 1,000 new contracts in two years", channel="all channels"),
    measurable=Measurable(metric="contracts", target=Decimal(1000), source="the CRM"),
    achievable=Achievable(past=(Past(Decimal(38), "2026-08"), Past(Decimal(43), "2026-09"))),
    relevant=Relevant(
        supports="revenue",
        why="each contract brings about $5,000 a year",
        actions=(Action("two trade fairs before Tết"), Action("call October's signers", done=True)),
    ),
    timebound=TimeBound(start=date(2026, 7, 31), deadline=date(2028, 7, 31)),
    history=type(REVENUE.history)(
        checkins=(
            CheckIn(date=date(2026, 9, 4), value=Decimal(38)),
            CheckIn(date=date(2026, 11, 13), value=Decimal(19), note="after the fair"),
        )
    ),
)
OCTOBER = goal(
    "october",
    "40 contracts in October",
    40,
    date(2026, 10, 1),
    date(2026, 10, 31),
    *weekly(date(2026, 10, 9), 12, 9, 6, 4),
    supports="contracts",
    metric="contracts",
)
NOVEMBER = goal(
    "november",
    "40 contracts in November",
    40,
    date(2026, 11, 1),
    date(2026, 11, 30),
    *weekly(date(2026, 11, 6), 11, 8, 11),
    supports="contracts",
    metric="contracts",
)
LEADS = goal(
    "leads",
    "1,000 new leads by New Year",
    1000,
    date(2026, 9, 30),
    date(2026, 12, 31),
    *weekly(date(2026, 10, 9), 60, 55, 62, 70, 58, 71, 74),
    supports="contracts",
    metric="new leads",
)
ONLINE = goal(
    "online",
    "40 leads through online channels",
    40,
    date(2026, 11, 1),
    date(2026, 12, 10),
    *weekly(date(2026, 11, 6), 2, 3, 2),
    supports="contracts",
    metric="leads",
)
PRODUCTS = goal(
    "products",
    "100 products a day, each writer",
    100,
    date(2026, 11, 2),
    date(2026, 12, 31),
    *[(date(2026, 11, 2) + timedelta(days=i), 100) for i in range(19)],
    (TODAY, 85),
    kind=Kind.RATE,
    per=Period.DAY,
    metric="products",
)
COST = goal(
    "cost",
    "Cost per lead from $42 to $30",
    30,
    date(2026, 10, 1),
    date(2026, 12, 29),
    (date(2026, 10, 16), 40),
    (date(2026, 11, 20), 35, "new landing page"),
    kind=Kind.LEVEL,
    direction=Direction.DECREASE,
    baseline=Decimal(42),
    unit="USD",
    metric="cost per lead",
)
TET = goal("tet", "Tết campaign: 500 registrations", 500, date(2026, 12, 1), date(2027, 2, 5))
POSTS = goal(
    "posts",
    "24 blog posts by 31 October",
    24,
    date(2026, 8, 1),
    date(2026, 10, 31),
    *weekly(date(2026, 9, 4), 6, 6, 6, 4, 4),
    metric="posts",
)

FILE = GoalFile(
    title="VMO marketing",
    goals=(REVENUE, CONTRACTS, OCTOBER, NOVEMBER, LEADS, ONLINE, PRODUCTS, COST, TET, POSTS),
)

HOSTILE_TITLES = (
    "Goal [/] done",
    "[x] oops [/x]",
    "Save [$100]",
    "[@click=app.quit]free money[/]",
    "red \x1b[31malert\x1b[0m \x07",
    "a" + "\u0301" * 5000,
    "中" * 150,
    "tab\tand\nnew line",
    "\u202egnp.exe",
)


def everything(file: GoalFile = FILE, today: date = TODAY) -> tuple[Standing, ...]:
    return tuple(standings(file, today))


def one(wanted: Goal, today: date = TODAY) -> Standing:
    return standings(GoalFile(goals=(wanted,)), today)[0]
