"""What a draft's answers say, field by field: values, doubts to be asked, and what is still missing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.coach.amount import Amount
from smart_tui.coach.dates import Day, read_date
from smart_tui.coach.fields import Given, read_choice, read_field, unit_named
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.coach.writing import Value, held, implied_direction, write_field
from smart_tui.goals.calendar import Calendar
from smart_tui.goals.draft import Draft, Field, letter_of, main_fields
from smart_tui.goals.model import Goal, GoalFile, TimeBound, horizon_of
from smart_tui.goals.terms import Bound, Cadence, DateStyle, Dialect, Direction, Horizon, Kind, Letter, Period
from smart_tui.goals.tree import Tree, same

PERCENT = "%"
Doubt = Unreadable | Ambiguous[Amount] | Ambiguous[Day] | Ambiguous[Goal]
Choice = TypeVar("Choice", bound=StrEnum)

CHOICES: Mapping[Field, type[StrEnum]] = {
    Field.KIND: Kind,
    Field.PER: Period,
    Field.DIRECTION: Direction,
    Field.CADENCE: Cadence,
    Field.HORIZON: Horizon,
}
FIELDS = tuple(Field)
OPTIONAL = frozenset({Field.START, Field.WEEKLY})
"""Main fields that nobody misses: the start is today, the weekly amount follows from the rest."""


class Setting(Struct, frozen=True):
    """What answers are read against: the other goals, the calendar and the day, and which SMART is meant."""

    file: GoalFile
    today: date
    dialect: Dialect = Dialect.RELEVANT
    dates: DateStyle = DateStyle.LANGUAGE

    @property
    def calendar(self) -> Calendar:
        """The file's calendar."""
        return self.file.calendar

    def goal(self, goal_id: str | None) -> Goal | None:
        """Find a goal by its id."""
        return next((goal for goal in self.file.goals if goal.id == goal_id), None)


class Answers(Struct, frozen=True):
    """A draft, read."""

    draft: Draft
    setting: Setting
    values: Mapping[Field, Value]
    doubts: Mapping[Field, Doubt]
    """What was typed and cannot be read, or can be read two ways."""
    base: Goal | None = None
    """The goal that is edited."""
    kept: frozenset[Field] = frozenset()
    """Fields that still hold what the edited goal was opened with."""

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
        return self.chosen(Field.DIRECTION, Direction) or implied_direction(self.kind, baseline, target)

    @property
    def bound(self) -> Bound:
        """The right side of a limit: below it, unless the edited goal says otherwise."""
        return self.base.measurable.bound if self.base else Bound.MAX

    @property
    def unit(self) -> str | None:
        """The unit that was named, else the one that stood beside a number."""
        return self.text(Field.UNIT)

    @property
    def start(self) -> date:
        """The start: where none is given, what the edited goal's history implies, else today."""
        implied = replace(self.base, timebound=TimeBound()).start if self.base else None
        return self.day(Field.START) or implied or self.setting.today

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
        named = self.text(Field.SUPPORTS)
        if not named:
            return None
        wanted = same(named)
        return next((goal for goal in self.setting.file.goals if wanted and same(goal.id) == wanted), None)

    def missing(self, letter: Letter) -> tuple[Field, ...]:
        """Name the fields that keep a letter from being strong: not answered, or not to be read."""
        wanted = [asked for asked in main_fields(letter, self.setting.dialect) if asked not in OPTIONAL]
        if letter is Letter.RELEVANT and self.setting.dialect.realistic:
            # The first step is a plan, too.
            wanted.remove(Field.PLAN if Field.ACTION in self.values else Field.ACTION)
        if letter is Letter.MEASURABLE and self.kind is Kind.RATE:
            wanted.insert(2, Field.PER)
        if letter is Letter.MEASURABLE and self.kind is Kind.YES_NO:
            wanted.remove(Field.TARGET)
        doubted = [
            asked
            for asked in self.doubts
            if asked not in wanted and letter_of(asked, self.setting.dialect) is letter
        ]
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
    """Read everything that a draft holds; what stands there as an edited goal has it is not read again.

    Codes of doubts: those of `read_field` and `read_choice`, `other-unit`, `before-start`, `other-kind`.
    """
    base = setting.goal(draft.editing)
    kept = _kept(draft, base)
    given = _given(draft, setting)
    values: dict[Field, Value] = {}
    units: dict[Field, str] = {}
    doubts: dict[Field, Doubt] = {}
    for asked in FIELDS:
        typed = draft.text(asked).strip()
        if base is not None and asked in kept:
            if (value := held(base, asked)) is not None:
                values[asked] = value
        elif typed:
            chosen = read_choice(typed, CHOICES[asked]) if asked in CHOICES else None
            match chosen or read_field(asked, typed, given):
                case Unreadable() | Ambiguous() as doubt:
                    doubts[asked] = doubt
                case Amount(value=number, unit=unit):
                    values[asked] = number
                    units |= {asked: unit} if unit else {}
                case read:
                    values[asked] = read
    beside = next((units[asked] for asked in (Field.TARGET, Field.BASELINE) if asked in units), None)
    if beside is not None:
        values.setdefault(Field.UNIT, beside)
    return _without(Answers(draft, setting, values, doubts, base, kept), units)


def candidates(draft: Draft, setting: Setting) -> tuple[Goal, ...]:
    """Give the goals that this one may serve: all but itself and those that serve it."""
    goals = setting.file.goals
    place = next((i for i, goal in enumerate(goals) if goal.id == draft.editing), None)
    if place is None:
        return goals
    barred = {place, *Tree.of(goals).below(place)}
    return tuple(goal for i, goal in enumerate(goals) if i not in barred)


def _kept(draft: Draft, base: Goal | None) -> frozenset[Field]:
    if base is None:
        return frozenset()
    return frozenset(asked for asked in Field if draft.text(asked) == write_field(base, asked, draft.lang))


def _given(draft: Draft, setting: Setting) -> Given:
    starts, dates = setting.calendar.year_starts, setting.dates
    start = read_date(draft.text(Field.START), draft.lang, setting.today, year_starts=starts, dates=dates)
    return Given(
        lang=draft.lang,
        today=setting.today,
        year_starts=starts,
        dates=dates,
        start=start.date if isinstance(start, Day) else None,
        goals=candidates(draft, setting) if draft.text(Field.SUPPORTS).strip() else (),
    )


def _without(answers: Answers, units: Mapping[Field, str]) -> Answers:
    """Turn answers that contradict others into doubts."""
    doubts: dict[Field, Doubt] = {}
    unit = unit_named(answers.unit, answers.draft.lang) if answers.unit else None
    for asked, beside in units.items():
        if beside != unit and asked is not Field.WORTH:  # whose unit is the larger goal's
            doubts[asked] = Unreadable("other-unit", beside)
    deadline, base = answers.day(Field.DEADLINE), answers.base
    dated = not answers.kept.issuperset({Field.START, Field.DEADLINE})
    if dated and deadline is not None and deadline < answers.start:
        doubts[Field.DEADLINE] = Unreadable("before-start", answers.draft.text(Field.DEADLINE))
    if base is not None and base.history.checkins and not _counted_alike(base.measurable.kind, answers.kind):
        doubts[Field.KIND] = Unreadable("other-kind", base.measurable.kind)
    values = {asked: value for asked, value in answers.values.items() if asked not in doubts}
    return replace(answers, values=values, doubts={**answers.doubts, **doubts})


def _counted_alike(one: Kind, other: Kind) -> bool:
    """Whether check-ins of one kind mean the same to another: numbers to be added up, or readings."""
    return one is other or (Kind.YES_NO not in {one, other} and one.adds_up is other.adds_up)
