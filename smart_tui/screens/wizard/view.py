"""What every page of the wizard is a function of, and what it offers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from smart_tui.coach.amount import Amount
from smart_tui.coach.answers import Answers, Setting, candidates, read_answers
from smart_tui.coach.dates import Day
from smart_tui.coach.reading import Ambiguous
from smart_tui.coach.writing import write_number
from smart_tui.goals.draft import Draft, Field, asked_on
from smart_tui.goals.model import Goal
from smart_tui.goals.standing import closing
from smart_tui.goals.terms import Letter
from smart_tui.widgets.step_bar import Mark
from smart_tui.words.language import Language, best_of, language
from smart_tui.words.numbers import is_currency
from smart_tui.words.readings import option_text

OFFERS = 3
"""At most so many lines are offered under a field."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line under a field: what it says, and what a field holds when it is taken."""

    says: str
    becomes: str
    fills: Field


@dataclass(frozen=True, slots=True)
class View:
    """A draft, read, in the person's language."""

    lang: Language
    draft: Draft
    answers: Answers

    @classmethod
    def of(cls, lang: Language, draft: Draft, setting: Setting) -> "View":
        """Read a draft."""
        return cls(lang, draft, read_answers(draft, setting))

    @property
    def goal_lang(self) -> Language:
        """The goal's own language."""
        return language(best_of([self.draft.lang]))

    @property
    def today(self) -> date:
        """The day on which the draft is read."""
        return self.answers.setting.today

    def mark(self, letter: Letter) -> Mark:
        """Say how strong a letter is: whole, begun, or not."""
        missing = self.answers.missing(letter)
        if not missing:
            return Mark.STRONG
        begun = any(self.draft.text(asked).strip() for asked in asked_on(letter))
        return Mark.ASK if begun else Mark.MISSING

    def readings(self, asked: Field) -> tuple[Offer, ...]:
        """Offer each way to read what was typed."""
        doubt = self.answers.doubts.get(asked)
        if not isinstance(doubt, Ambiguous):
            return ()
        marked = any(isinstance(o, Amount) and o.value != o.value.to_integral_value() for o in doubt.options)
        said = partial(option_text, self.lang, today=self.today, marked=marked)
        return tuple(Offer(said(o), self.typed(o), asked) for o in doubt.options[:OFFERS])

    def larger_goals(self) -> tuple[Offer, ...]:
        """Offer the goals that this one could serve: those still open, the main one first, then the longest."""
        if self.draft.text(Field.SUPPORTS).strip():
            return ()
        goals = [goal for goal in candidates(self.draft, self.answers.setting) if self._open(goal)]
        goals.sort(key=lambda goal: (not goal.main, -(goal.days or 0)))
        return tuple(
            Offer(option_text(self.lang, goal, self.today), goal.id, Field.SUPPORTS)
            for goal in goals[:OFFERS]
        )

    def _open(self, goal: Goal) -> bool:
        over = goal.deadline is not None and goal.deadline < self.today
        return bool(goal.id) and not over and closing(goal, self.today) is None

    def typed(self, value: Amount | Day | Goal | Decimal | date) -> str:
        """Write a value so that it is read in one way only."""
        match value:
            case Amount(value=number, unit=unit):
                behind = f" {unit}" if is_currency(unit) else unit or ""
                return write_number(number, self.draft.lang) + behind
            case Day(date=day):
                return day.isoformat()
            case Goal(id=goal_id):
                return goal_id
            case Decimal():
                return write_number(value, self.draft.lang)
            case date():
                return value.isoformat()
