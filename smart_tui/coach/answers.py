"""What a draft's answers say, field by field: values, doubts to be asked, and what is still missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from smart_tui.coach.dates import Day, read_date
from smart_tui.coach.numbers import Amount, read_number
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.calendar import Calendar
from smart_tui.goals.draft import MAIN_FIELDS, Draft, Field, letter_of
from smart_tui.goals.model import Goal, GoalFile, Milestone, Past, horizon_of
from smart_tui.goals.names import plain
from smart_tui.goals.terms import Cadence, Direction, Horizon, Kind, Letter, Period
from smart_tui.goals.tree import Tree

PERCENT = "%"
Value = str | Decimal | date | StrEnum | tuple[Past, ...] | tuple[Milestone, ...]
Doubt = Unreadable | Ambiguous[Amount] | Ambiguous[Day] | Ambiguous[Goal]
Choice = TypeVar("Choice", bound=StrEnum)

CHOICES: Mapping[Field, type[StrEnum]] = {
    Field.KIND: Kind,
    Field.PER: Period,
    Field.DIRECTION: Direction,
    Field.CADENCE: Cadence,
    Field.HORIZON: Horizon,
}
NUMBERS = frozenset({Field.TARGET, Field.BASELINE, Field.WORTH, Field.WEEKLY})
OPTIONAL = frozenset({Field.START, Field.WEEKLY})
"""Main fields that nobody misses: the start is today, the weekly amount follows from the rest."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What answers are read against: the other goals, the calendar and the day."""

    file: GoalFile
    today: date

    @property
    def calendar(self) -> Calendar:
        """The file's calendar."""
        return self.file.calendar


@dataclass(frozen=True, slots=True)
class Answers:
    """A draft, read."""

    draft: Draft
    setting: Setting
    values: Mapping[Field, Value]
    doubts: Mapping[Field, Doubt]
    """What was typed and cannot be read, or can be read two ways."""

    def text(self, asked: Field) -> str | None:
        """Give an answer in words."""
        value = self.values.get(asked)
        return value if isinstance(value, str) and not isinstance(value, StrEnum) else None

    def number(self, asked: Field) -> Decimal | None:
        """Give an answer in numbers."""
        value = self.values.get(asked)
        return value if isinstance(value, Decimal) else None

    def day(self, asked: Field) -> date | None:
        """Give an answer that is a date."""
        value = self.values.get(asked)
        return value if isinstance(value, date) else None

    def chosen(self, asked: Field, choices: type[Choice]) -> Choice | None:
        """Give an answer that is one of a few."""
        value = self.values.get(asked)
        return value if isinstance(value, choices) else None

    @property
    def kind(self) -> Kind:
        """The kind that was chosen, else the one that the numbers speak for."""
        chosen = self.chosen(Field.KIND, Kind)
        if chosen is not None:
            return chosen
        if self.chosen(Field.PER, Period) is not None:
            return Kind.RATE
        baseline, target = self.number(Field.BASELINE), self.number(Field.TARGET)
        if self.unit == PERCENT or (baseline is not None and target is not None and target < baseline):
            return Kind.LEVEL
        return Kind.TOTAL

    @property
    def direction(self) -> Direction:
        """The direction that was chosen, else where the numbers point."""
        baseline, target = self.number(Field.BASELINE), self.number(Field.TARGET)
        falls = baseline is not None and target is not None and target < baseline
        derived = Direction.DECREASE if falls else Direction.INCREASE
        if self.kind is Kind.LIMIT:
            derived = Direction.MAINTAIN
        return self.chosen(Field.DIRECTION, Direction) or derived

    @property
    def unit(self) -> str | None:
        """The unit that was named, else the one that stood beside a number."""
        return self.text(Field.UNIT)

    @property
    def start(self) -> date:
        """The start, today when none is given."""
        return self.day(Field.START) or self.setting.today

    @property
    def cadence(self) -> Cadence:
        """How often a check-in is expected: weekly when nothing is said."""
        return self.chosen(Field.CADENCE, Cadence) or Cadence.WEEKLY

    @property
    def horizon(self) -> Horizon:
        """The horizon that was chosen, else the one that follows from the dates and the larger goal."""
        deadline = self.day(Field.DEADLINE)
        days = (deadline - self.start).days if deadline else None
        return self.chosen(Field.HORIZON, Horizon) or horizon_of(
            days, self.larger.days if self.larger else None
        )

    @property
    def larger(self) -> Goal | None:
        """The goal that this one supports."""
        wanted = self.text(Field.SUPPORTS)
        return next((goal for goal in self.setting.file.goals if goal.id == wanted), None)

    def missing(self, letter: Letter) -> tuple[Field, ...]:
        """Name the fields that keep a letter from being strong: not answered, or not to be read."""
        wanted = [asked for asked in MAIN_FIELDS[letter] if asked not in OPTIONAL]
        if letter is Letter.MEASURABLE and self.kind is Kind.RATE:
            wanted.insert(2, Field.PER)
        if letter is Letter.MEASURABLE and self.kind is Kind.YES_NO:
            wanted.remove(Field.TARGET)
        doubted = [asked for asked in self.doubts if asked not in wanted and letter_of(asked) is letter]
        return tuple(asked for asked in wanted if asked not in self.values) + tuple(doubted)

    @property
    def blocking(self) -> tuple[Field, ...]:
        """Name the fields without which this is no goal yet: what, how much, until when; and every doubt."""
        needed = [] if self.title else [Field.SENTENCE]
        if self.kind is not Kind.YES_NO:
            needed.append(Field.TARGET)
        if self.kind is Kind.RATE:
            needed.append(Field.PER)
        needed.append(Field.DEADLINE)
        doubted = [asked for asked in Field if asked in self.doubts and asked not in needed]
        return (*(asked for asked in needed if asked not in self.values), *doubted)

    @property
    def title(self) -> str | None:
        """The title that was given, else the sentence, else what is counted."""
        return self.text(Field.TITLE) or self.text(Field.SENTENCE) or self.text(Field.METRIC)


def read_answers(draft: Draft, setting: Setting) -> Answers:
    """Read everything that a draft holds. Codes of doubts: those of numbers and dates, and of each reader below."""
    values: dict[Field, Value] = {}
    doubts: dict[Field, Doubt] = {}
    for asked in Field:
        typed = draft.text(asked).strip()
        if not typed:
            continue
        match _READERS.get(asked, _read_text)(typed, asked, draft, setting):
            case Unreadable() | Ambiguous() as doubt:
                doubts[asked] = doubt
            case Amount(value=value, unit=unit):
                values[asked] = value
                if unit is not None and asked in {Field.TARGET, Field.BASELINE}:
                    values.setdefault(Field.UNIT, unit)
            case Day(date=day):
                values[asked] = day
            case Goal(id=wanted):
                values[asked] = wanted
            case value:
                values[asked] = value
    if draft.text(Field.UNIT).strip():
        values[Field.UNIT] = draft.text(Field.UNIT).strip()
    answers = Answers(draft, setting, values, doubts)
    deadline = answers.day(Field.DEADLINE)
    if deadline is not None and deadline < answers.start:
        doubts[Field.DEADLINE] = Unreadable("before-start", draft.text(Field.DEADLINE))
        del values[Field.DEADLINE]
    return answers


_Read = Value | Amount | Day | Goal | Doubt
_Reader = Callable[[str, Field, Draft, Setting], _Read]


def _read_text(typed: str, asked: Field, draft: Draft, setting: Setting) -> _Read:  # noqa: ARG001  # a reader
    return typed


def _read_choice(typed: str, asked: Field, draft: Draft, setting: Setting) -> _Read:  # noqa: ARG001  # a reader
    known = {choice.value: choice for choice in CHOICES[asked]}
    return known.get(typed) or Unreadable("not-a-choice", typed)


def _read_amount(typed: str, asked: Field, draft: Draft, setting: Setting) -> _Read:  # noqa: ARG001  # a reader
    reading = read_number(typed, draft.lang)
    if isinstance(reading, Amount) and asked is Field.WEEKLY and reading.value == 0:
        return Unreadable("not-a-number", typed)
    return reading


def _read_day(typed: str, asked: Field, draft: Draft, setting: Setting) -> _Read:
    start = None
    if asked is Field.DEADLINE and draft.text(Field.START).strip():
        read = read_date(draft.text(Field.START), draft.lang, setting.today)
        start = read.date if isinstance(read, Day) else None
    starts = setting.calendar.year_starts
    return read_date(typed, draft.lang, setting.today, start=start, year_starts=starts)


def _read_larger(typed: str, asked: Field, draft: Draft, setting: Setting) -> _Read:  # noqa: ARG001  # a reader
    goals = candidates(draft, setting)
    exact = [goal for goal in goals if typed in {goal.id, goal.title}]
    found = exact or [goal for goal in goals if plain(typed) in plain(f"{goal.title} {goal.alias or ''}")]
    if not found:
        return Unreadable("no-such-goal", typed)
    return found[0] if len(found) == 1 else Ambiguous(tuple(found))


def candidates(draft: Draft, setting: Setting) -> tuple[Goal, ...]:
    """Give the goals that this one may serve: all but itself and those that serve it."""
    if draft.editing is None:
        return setting.file.goals
    tree = Tree.of(setting.file.goals)
    place = next((i for i, goal in enumerate(setting.file.goals) if goal.id == draft.editing), None)
    if place is None:
        return setting.file.goals
    barred = {place, *tree.below(place)}
    return tuple(goal for i, goal in enumerate(setting.file.goals) if i not in barred)


def _read_past(typed: str, asked: Field, draft: Draft, setting: Setting) -> _Read:  # noqa: ARG001  # a reader
    """Read "310", "250; 280; 310" or "2026-09: 280; 2026-10: 310"."""
    results: list[Past] = []
    for item in _items(typed):
        period, _, number = item.rpartition(":")
        reading = read_number(number, draft.lang)
        if not isinstance(reading, Amount):
            return reading if isinstance(reading, Unreadable) else Unreadable("two-ways", number.strip())
        results.append(Past(reading.value, period.strip()))
    return tuple(results)


def _read_milestones(typed: str, asked: Field, draft: Draft, setting: Setting) -> _Read:  # noqa: ARG001  # a reader
    """Read "15/12: 250; 31/12: 500": a date and the number that the plan wants by then."""
    steps: list[Milestone] = []
    for item in _items(typed):
        when, colon, number = item.rpartition(":")
        day, reading = read_date(when, draft.lang, setting.today), read_number(number, draft.lang)
        if not colon:
            return Unreadable("no-colon", item)
        if not isinstance(day, Day):
            return day if isinstance(day, Unreadable) else Unreadable("two-ways", when.strip())
        if not isinstance(reading, Amount):
            return reading if isinstance(reading, Unreadable) else Unreadable("two-ways", number.strip())
        steps.append(Milestone(day.date, reading.value))
    return tuple(sorted(steps, key=lambda step: step.date))


def _items(typed: str) -> list[str]:
    """Cut a list at ";" or line ends, or where there are none at commas followed by a space."""
    separator = ";" if ";" in typed else ", "
    return [item.strip() for item in typed.replace("\n", separator).split(separator) if item.strip()]


_READERS: Mapping[Field, _Reader] = {
    **dict.fromkeys(CHOICES, _read_choice),
    **dict.fromkeys(NUMBERS, _read_amount),
    Field.DEADLINE: _read_day,
    Field.START: _read_day,
    Field.SUPPORTS: _read_larger,
    Field.PAST: _read_past,
    Field.MILESTONES: _read_milestones,
}
