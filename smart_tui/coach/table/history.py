"""What a row says of a goal's past: the check-ins of our own JSON, or one number so far."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from smart_tui.coach.answers import Doubt
from smart_tui.coach.dates import Day
from smart_tui.coach.table.cells import read_days
from smart_tui.coach.table.events import read_value
from smart_tui.coach.table.rows import Column, Row, Table, Wrong
from smart_tui.goals.model import CheckIn, Goal, GoalFile
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.tally import ZERO
from smart_tui.goals.terms import Kind

MOST_CONFIDENT = 10


def checkins_of(
    table: Table, row: Row, goal: Goal, lang: str, today: date, *, sums: bool
) -> tuple[CheckIn, ...] | Wrong:
    """Give a new goal's check-ins; one that `sums` up its children has none of its own to be made from a number."""
    (standing,) = standings(GoalFile(goals=(goal,)), today)
    if row.checkins:
        return _history(row, standing, lang, today)
    typed = table.cell(row, Column.VALUE)
    if not typed or sums or goal.measurable.kind is Kind.RATE:
        return ()
    return _so_far(table, row, standing, lang, today)


def _history(row: Row, standing: Standing, lang: str, today: date) -> tuple[CheckIn, ...] | Wrong:
    read: list[CheckIn] = []
    for said in row.checkins:
        checkin = _checkin(said, standing, lang, today)
        if not isinstance(checkin, CheckIn):
            return Wrong(row.line, None, "checkins", said.get("date", ""), checkin)
        read.append(checkin)
    return tuple(read)


def _checkin(said: Mapping[str, str], standing: Standing, lang: str, today: date) -> CheckIn | Doubt:
    day, number = _day(said.get("date", ""), lang, today), read_value(said.get("value", ""), standing, lang)
    if not isinstance(day, Day):
        return day
    if not isinstance(number, Decimal):
        return number
    sure = said.get("confidence", "")
    confidence = int(sure) if sure.isdecimal() and int(sure) <= MOST_CONFIDENT else None
    return CheckIn(date=day.date, value=number, note=said.get("note") or None, confidence=confidence)


def _so_far(
    table: Table, row: Row, standing: Standing, lang: str, today: date
) -> tuple[CheckIn, ...] | Wrong:
    """Make one check-in of the number so far, dated its last update."""
    number = read_value(table.cell(row, Column.VALUE), standing, lang)
    if not isinstance(number, Decimal):
        return table.wrong(row, Column.VALUE, number)
    updated = table.cell(row, Column.UPDATED)
    if Column.UPDATED in table.places and not updated:
        return ()
    day = _day(updated, lang, today) if updated else Day(today)
    if not isinstance(day, Day):
        return table.wrong(row, Column.UPDATED, day)
    adds_up = standing.goal.measurable.kind is Kind.TOTAL
    stored = number - (standing.baseline or ZERO) if adds_up else number
    return (CheckIn(date=day.date, value=stored),) if stored or not adds_up else ()


def _day(text: str, lang: str, today: date) -> Day | Doubt:
    return read_days([text], lang, today)[text]
