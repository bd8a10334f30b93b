"""One row for each event: counts per day become check-ins, and a day never counts twice (row 26)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from msgspec import Struct

from smart_tui.coach.answers import Doubt
from smart_tui.coach.checkin import Entered, has_decimals, read_checkin
from smart_tui.coach.dates import DateReading, Day
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.coach.table.cells import read_amount, read_days
from smart_tui.coach.table.rows import MOST_WRONG, Column, Row, Table, Wrong
from smart_tui.goals.model import CheckIn, Goal
from smart_tui.goals.names import matches
from smart_tui.goals.standing import Standing, Standings
from smart_tui.goals.tally import ONE, ZERO
from smart_tui.goals.terms import Kind


@dataclass(slots=True)
class Counted:
    """What a file says of one goal: a number for each day, and what the goal has there already."""

    standing: Standing
    rows: int = 0
    days: dict[date, Decimal] = field(default_factory=dict)
    notes: dict[date, list[str]] = field(default_factory=dict)

    @property
    def goal(self) -> Goal:
        """The goal as it is."""
        return self.standing.goal

    def add(self, day: date, number: Decimal, note: str) -> None:
        """Count one row: sums add up, of readings the last of a day counts."""
        before = self.days.get(day, ZERO) if self.goal.measurable.kind.adds_up else ZERO
        self.rows += 1
        self.days[day] = before + number
        self.notes.setdefault(day, []).append(note)

    @property
    def there(self) -> dict[date, Decimal]:
        """What the goal says already of the same days."""
        found: dict[date, Decimal] = {}
        for checkin in self.goal.history.checkins:
            if checkin.date in self.days:
                before = found.get(checkin.date, ZERO) if self.goal.measurable.kind.adds_up else ZERO
                found[checkin.date] = before + checkin.value
        return found

    @property
    def checkins(self) -> tuple[CheckIn, ...]:
        """What is new, by date: a day that is there already gets what it is short of a sum, and no second reading."""
        there, new = self.there, []
        for day, number in sorted(self.days.items()):
            missing = number - there.get(day, ZERO)
            if day not in there or (self.goal.measurable.kind.adds_up and missing > 0):
                new.append(CheckIn(date=day, value=missing, note=self._note(day)))
        return tuple(new)

    @property
    def again(self) -> tuple[date, ...]:
        """The days of which the goal says the same number already."""
        return tuple(day for day, number in sorted(self.there.items()) if number == self.days[day])

    @property
    def differing(self) -> tuple[date, ...]:
        """The days of which the goal says another number already."""
        return tuple(day for day, number in sorted(self.there.items()) if number != self.days[day])

    def _note(self, day: date) -> str | None:
        """Keep the note of a day that has one row only."""
        notes = self.notes[day]
        return notes[0] or None if len(notes) == 1 else None


class Events(Struct, frozen=True):
    """A file of events, read: what it says of each goal, in the order in which they appear; and what is wrong."""

    counted: tuple[Counted, ...]
    wrong: tuple[Wrong, ...]


def read_events(
    table: Table,
    standings: Standings,
    lang: str,
    today: date,
    *,
    goal: Standing | None = None,
    year_starts: int = 1,
) -> Events:
    """Count the rows of each goal; `goal` is that of every row, else a column names it."""
    texts = (table.cell(row, Column.DATE) for row in table.rows)
    days = read_days(texts, lang, today, year_starts=year_starts)
    reader = _Reader(table=table, lang=lang, standings=standings, only=goal, days=days)
    wrong = table.overlong()
    for row in table.rows if not wrong else ():
        if len(wrong) == MOST_WRONG:
            break
        if (found := reader.count(row)) is not None:
            wrong.append(found)
    return Events(tuple(reader.counted.values()), tuple(wrong))


@dataclass(slots=True, kw_only=True)
class _Reader:
    table: Table
    lang: str
    standings: Standings
    only: Standing | None
    days: Mapping[str, DateReading]
    goals: dict[str, Standing | Doubt] = field(default_factory=dict)
    numbers: dict[tuple[int, str], Decimal | Doubt] = field(default_factory=dict)
    counted: dict[int, Counted] = field(default_factory=dict)

    def count(self, row: Row) -> Wrong | None:
        """Count a row, or say what is wrong with it."""
        day = self.days[self.table.cell(row, Column.DATE)]
        if not isinstance(day, Day):
            return self.table.wrong(row, Column.DATE, day)
        standing = self.only or self._goal(self.table.cell(row, Column.GOAL))
        if not isinstance(standing, Standing):
            return self.table.wrong(row, Column.GOAL, standing)
        number = self._number(standing, self.table.cell(row, Column.VALUE))
        if not isinstance(number, Decimal):
            return self.table.wrong(row, Column.VALUE, number)
        counted = self.counted.setdefault(standing.place, Counted(standing))
        counted.add(day.date, number, self.table.cell(row, Column.NOTE))
        return None

    def _goal(self, name: str) -> Standing | Doubt:
        if name not in self.goals:
            self.goals[name] = _found(self.standings, name)
        return self.goals[name]

    def _number(self, standing: Standing, typed: str) -> Decimal | Doubt:
        key = standing.place, typed
        if key not in self.numbers:
            self.numbers[key] = self._read(standing, typed)
        return self.numbers[key]

    def _read(self, standing: Standing, typed: str) -> Decimal | Doubt:
        measure = standing.goal.measurable
        if Column.VALUE not in self.table.places:
            return (
                ONE if measure.kind.adds_up or measure.kind is Kind.YES_NO else Unreadable("needs-value", "")
            )
        return read_value(typed, standing, self.lang)


def read_value(typed: str, standing: Standing, lang: str) -> Decimal | Doubt:
    """Read a number of a goal as a table writes it: what was added, or the reading."""
    measure = standing.goal.measurable
    if measure.kind is Kind.YES_NO:
        said = read_checkin(typed, standing, lang)
        return said.stored if isinstance(said, Entered) else Unreadable("not-yes-or-no", typed)
    reading = read_amount(typed, lang, decimals=has_decimals(standing))
    if isinstance(reading, (Unreadable, Ambiguous)):
        return reading
    if reading.sign == "=":
        return Unreadable("not-a-number", typed)
    if reading.unit is not None and reading.unit != measure.unit:
        return Unreadable("other-unit", reading.unit)
    return reading.value


def _found(standings: Standings, name: str) -> Standing | Doubt:
    if not name:
        return Unreadable("empty", "")
    found = matches(standings, name)
    if len(found) == 1:
        return found[0]
    return Ambiguous(tuple(s.goal for s in found)) if found else Unreadable("no-such-goal", name)
