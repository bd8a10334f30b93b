"""What every page of the wizard is a function of, and what it offers."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from smart_tui.coach.amount import Amount
from smart_tui.coach.answers import Answers, Setting, candidates, read_answers
from smart_tui.coach.dates import Day
from smart_tui.coach.findings import Finding, Level
from smart_tui.coach.reading import Ambiguous
from smart_tui.coach.review import Review, review_answers
from smart_tui.coach.rewriting import blanks_of
from smart_tui.coach.writing import write_number
from smart_tui.goals.draft import Draft, Field, asked_on, letter_of
from smart_tui.goals.model import Goal, is_currency
from smart_tui.goals.status import closing
from smart_tui.goals.terms import Dialect, Kind, Letter
from smart_tui.words.coaching import offer_text, read_as
from smart_tui.words.language import Language, best_of, language
from smart_tui.words.readings import option_text

if TYPE_CHECKING:
    from smart_tui.widgets.step_bar import Mark

OFFERS = 4
"""At most so many lines are offered under a field."""


class Offer(Struct, frozen=True):
    """A line under a field: what it says, and what becomes of the draft when it is taken."""

    says: str
    fills: tuple[tuple[Field, str], ...] = ()
    goes_to: Field | None = None
    """Where the person goes on; else where they are."""
    then: str = ""
    """The sentence of a second goal, to be written after this one."""
    worth: str = ""
    """What one unit of that goal brings to this one; then it serves it."""
    saves: bool = False


class View(Struct, frozen=True):
    """A draft, read, in the person's language."""

    lang: Language
    draft: Draft
    answers: Answers
    review: Review

    @classmethod
    def of(cls, lang: Language, draft: Draft, setting: Setting) -> "View":
        """Read a draft and judge it."""
        answers = read_answers(draft, setting)
        return cls(lang, draft, answers, review_answers(answers))

    @property
    def goal_lang(self) -> Language:
        """The goal's own language."""
        return language(best_of([self.draft.lang]))

    @property
    def today(self) -> date:
        """The day on which the draft is read."""
        return self.answers.setting.today

    @property
    def dialect(self) -> Dialect:
        """Which SMART the pages ask for."""
        return self.answers.setting.dialect

    def mark(self, letter: Letter) -> "Mark":
        """Say how strong a letter is: whole, begun, or not."""
        from smart_tui.widgets.step_bar import Mark  # the prompts, which draw nothing, need no Textual

        if self.review.verdicts[letter].level is Level.STRONG and not self.answers.missing(letter):
            return Mark.STRONG
        begun = any(self.draft.text(asked).strip() for asked in asked_on(letter, self.dialect))
        return Mark.ASK if begun else Mark.MISSING

    def marks(self, asked: Field) -> tuple[tuple[int, int, str], ...]:
        """Say which words of the sentence were read as what: where they stand, and the style that tells."""
        from smart_tui.widgets.entry import OPEN, READ

        reading = self.review.reading
        if asked is not Field.SENTENCE or reading.text != self.draft.text(asked):
            return ()
        read = [(start, end, READ) for start, end in reading.spans.values()]
        vague = () if reading.target is not None else self.review.flaws.vague_spans
        return (*read, *((start, end, OPEN) for start, end in (*vague, *blanks_of(reading.text))))

    def read_back(self, asked: Field) -> str:
        """Say what the sentence was read as."""
        return " · ".join(read_as(self.lang, self.review.reading)) if asked is Field.SENTENCE else ""

    def is_own(self, asked: Field) -> bool:
        """Whether a person answered this, and not the sentence."""
        text = self.draft.text(asked)
        return bool(text) and text != self.draft.filled.get(asked)

    def asks(self, asked: Field) -> bool:
        """Whether the kind of measure has any use for a field; what is answered is shown in any case."""
        kind = self.answers.kind
        unused = {
            Field.PER: kind is not Kind.RATE,
            Field.TARGET: kind is Kind.YES_NO,
            Field.BASELINE: kind in {Kind.RATE, Kind.YES_NO},
        }
        return bool(self.draft.text(asked)) or not unused.get(asked, False)

    def gaps(self, letter: Letter) -> tuple[Field, ...]:
        """Name the fields of a letter's page that something is to be said about, in the order of the page.

        Whoever changes a goal looks for what to change: then every field counts.
        """
        if self.draft.editing is not None:
            return asked_on(letter, self.dialect)
        findings = self.review.verdicts[letter].findings
        asked = {finding.field for finding in findings if finding.level is not Level.STRONG}
        asked |= {*self.answers.missing(letter)}
        return tuple(field for field in asked_on(letter, self.dialect) if field in asked)

    def coached(self, letter: Letter, asked: Field) -> tuple[Offer, ...]:
        """Offer what would mend a letter, under the field that it concerns, else under the page's first one."""
        findings = self.review.verdicts[letter].findings
        return tuple(it for found in findings if self._place_of(found) is asked for it in self.offered(found))

    def offered(self, finding: Finding) -> tuple[Offer, ...]:
        """Offer what would mend one thing that was found."""
        return tuple(
            Offer(
                offer_text(self.lang, way, finding),
                way.fills or (((Field.SENTENCE, way.sentence),) if way.sentence else ()),
                way.goes_to,
                way.then,
            )
            for way in finding.suggestions
        )

    def _place_of(self, finding: Finding) -> Field:
        here = finding.field is not None and letter_of(finding.field, self.dialect) is finding.letter
        return finding.field if here and finding.field else asked_on(finding.letter, self.dialect)[0]

    def readings(self, asked: Field) -> tuple[Offer, ...]:
        """Offer each way to read what was typed."""
        doubt = self.answers.doubts.get(asked)
        if not isinstance(doubt, Ambiguous):
            return ()
        marked = any(isinstance(o, Amount) and o.value != o.value.to_integral_value() for o in doubt.options)
        said = partial(option_text, self.lang, today=self.today, marked=marked)
        return tuple(Offer(said(o), ((asked, self.typed(o)),)) for o in doubt.options[:OFFERS])

    def larger_goals(self) -> tuple[Offer, ...]:
        """Offer the goals that this one could serve: those still open, the main one first, then the longest."""
        if self.draft.text(Field.SUPPORTS).strip():
            return ()
        goals = [goal for goal in candidates(self.draft, self.answers.setting) if self._open(goal)]
        goals.sort(key=lambda goal: (not goal.main, -(goal.days or 0)))
        return tuple(
            Offer(option_text(self.lang, goal, self.today), ((Field.SUPPORTS, goal.id),))
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
