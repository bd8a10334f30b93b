"""A hand-written goal file with everything that people write beside the goals, and ways to look at a change of it."""

import tomllib
from datetime import date
from decimal import Decimal
from difflib import ndiff

import pytest

from smart_tui.goals.model import (
    Achievable,
    Action,
    CheckIn,
    Clarity,
    Goal,
    History,
    Measurable,
    Milestone,
    Past,
    Relevant,
    Result,
    Specific,
    TimeBound,
)
from smart_tui.goals.terms import Bound, Cadence, Direction, Horizon, Kind, Period
from smart_tui.store.errors import CannotSave
from smart_tui.store.operation import Operation
from smart_tui.store.operations import (
    ChangeGoal,
    FieldChange,
)
from smart_tui.store.reader import read

FILE = """\
# My goals

# Asked for by Lan,
# in spring.
[[goal]]
id = "leads"   # never change
title = "Leads"
mood = "brave"

  [goal.measurable]  # the measure
  target = 1_000 # was 800
  "unit" = 'pieces'

# what happened
[goal.history]
checkins = [
    # October
    { date = 2026-10-05, value = 5, weather = "rain" }, # first
    { date = 2026-10-12, value = 6.50 }, # second
    # November
]

# Not a goal.
[settings]
theme = "dark"

# The small one.
[[goal]]
id = "walk"
title = "Walk"

# About the file's end.
"""

NEW = CheckIn(date=date(2026, 11, 2), value=Decimal("7.0"), note='said "yes"')
ROW = '{ date = 2026-11-02, value = 7.0, note = "said \\"yes\\"" }'


def changed(operation: Operation, text: str = FILE) -> list[str]:
    """Give the lines that went and came, marked - and +, after looking at the text with another reader too."""
    data = operation.apply(text.encode())
    tomllib.loads(data.decode().removeprefix("\ufeff"))
    lines = ndiff(text.splitlines(keepends=True), data.decode().splitlines(keepends=True))
    return [line[0] + line[2:] for line in lines if line[0] in "+-"]


def goal(text: str = FILE, place: int = 0) -> Goal:
    return read(text.encode()).goals[place]


def change(*changes: FieldChange) -> ChangeGoal:
    return ChangeGoal("leads", changes)


def refused(operation: Operation, text: str = FILE) -> CannotSave:
    with pytest.raises(CannotSave) as caught:
        operation.apply(text.encode())
    return caught.value


def full_goal() -> Goal:
    return Goal(
        id="full-0001",
        title="Mục tiêu “đầy đủ” \\ \n\t",
        lang="vi",
        owner="Lan",
        horizon=Horizon.SHORT,
        created=date(2026, 11, 21),
        alias="full",
        main=True,
        helpers=("An", "Bình"),
        specific=Specific(
            sentence="Get",
            audience="a",
            channel="b",
            product_line="c",
            details="d",
            clarity=Clarity(1, 2, ("?",)),
        ),
        measurable=Measurable(
            metric="leads",
            unit="%",
            kind=Kind.LIMIT,
            direction=Direction.DECREASE,
            per=Period.WEEK,
            bound=Bound.MIN,
            baseline=Decimal("-0.50"),
            target=Decimal(1000),
            stretch=Decimal("1E+3"),
            source="CRM",
            budget=Decimal(5_000_000),
            hours=Decimal("1.5"),
        ),
        achievable=Achievable(
            past=(Past(Decimal(280), "2026-09"),), confidence=0, obstacle="o", if_then="If …"
        ),
        relevant=Relevant(
            worth=Decimal("0.04"),
            why="w",
            actions=(Action("call"), Action("go", date(2026, 1, 1), done=True)),
        ),
        timebound=TimeBound(
            start=date(2026, 12, 1),
            deadline=date(2026, 12, 31),
            cadence=Cadence.DAILY,
            milestones=(Milestone(date(2026, 12, 10), Decimal(3)),),
        ),
        history=History(checkins=(NEW,), result=Result(date=date(2026, 12, 31), learned="much")),
    )
