"""A draft: a goal that is still being written. It keeps every answer as it was typed, readable or not."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from smart_tui.goals.model import Goal
from smart_tui.goals.terms import Dialect, Letter


class Field(StrEnum):
    """What a draft asks for. Values are the paths of the goal file; `weekly` and `average` are asked, never stored."""

    SENTENCE = "specific.sentence"
    AUDIENCE = "specific.audience"
    OWNER = "owner"
    CHANNEL = "specific.channel"
    PRODUCT_LINE = "specific.product_line"
    DETAILS = "specific.details"
    TITLE = "title"
    METRIC = "measurable.metric"
    TARGET = "measurable.target"
    SOURCE = "measurable.source"
    KIND = "measurable.kind"
    PER = "measurable.per"
    UNIT = "measurable.unit"
    BASELINE = "measurable.baseline"
    DIRECTION = "measurable.direction"
    PAST = "achievable.past"
    OBSTACLE = "achievable.obstacle"
    IF_THEN = "achievable.if_then"
    STRENGTHS = "achievable.strengths"
    WEAKNESSES = "achievable.weaknesses"
    RESOURCES = "achievable.resources"
    EVIDENCE = "achievable.evidence"
    SUPPORTS = "relevant.supports"
    ACTION = "relevant.actions"
    WORTH = "relevant.worth"
    WHY = "relevant.why"
    REALISTIC = "relevant.realistic"
    PLAN = "relevant.plan"
    DEADLINE = "timebound.deadline"
    START = "timebound.start"
    WEEKLY = "weekly"
    AVERAGE = "average"
    CADENCE = "timebound.cadence"
    TIMING = "timebound.timing"
    MILESTONES = "timebound.milestones"
    HORIZON = "horizon"


_MAIN: Mapping[Letter, tuple[Field, ...]] = MappingProxyType(
    {
        Letter.SPECIFIC: (Field.SENTENCE, Field.AUDIENCE, Field.OWNER),
        Letter.MEASURABLE: (Field.METRIC, Field.TARGET, Field.SOURCE),
        Letter.ACHIEVABLE: (Field.PAST, Field.OBSTACLE),
        Letter.RELEVANT: (Field.SUPPORTS, Field.ACTION),
        Letter.TIMEBOUND: (Field.DEADLINE, Field.START, Field.WEEKLY),
    }
)
_REALISTIC: Mapping[Letter, tuple[Field, ...]] = MappingProxyType(
    {
        Letter.ACHIEVABLE: (Field.PAST, Field.STRENGTHS, Field.WEAKNESSES),
        Letter.RELEVANT: (Field.REALISTIC, Field.PLAN, Field.ACTION),
    }
)
"""The same where R is Realistic."""
_ASSIGNABLE: Mapping[Letter, tuple[Field, ...]] = MappingProxyType(
    {
        Letter.SPECIFIC: (Field.SENTENCE, Field.AUDIENCE),
        Letter.ACHIEVABLE: (Field.OWNER, Field.PAST, Field.OBSTACLE),
    }
)
"""The same where A is Assignable: who does it is asked there, and first."""
_ASSIGNABLE_REALISTIC: Mapping[Letter, tuple[Field, ...]] = MappingProxyType(
    {**_REALISTIC, **_ASSIGNABLE, Letter.ACHIEVABLE: (Field.OWNER, Field.STRENGTHS, Field.WEAKNESSES)}
)
"""Who does it, and whether they can; the past is asked behind "more"."""

_MORE: Mapping[Letter, tuple[Field, ...]] = MappingProxyType(
    {
        Letter.SPECIFIC: (Field.CHANNEL, Field.PRODUCT_LINE, Field.DETAILS, Field.TITLE),
        Letter.MEASURABLE: (Field.KIND, Field.PER, Field.UNIT, Field.BASELINE, Field.DIRECTION),
        Letter.ACHIEVABLE: (
            Field.STRENGTHS,
            Field.WEAKNESSES,
            Field.RESOURCES,
            Field.EVIDENCE,
            Field.IF_THEN,
        ),
        Letter.RELEVANT: (Field.WHY, Field.WORTH, Field.REALISTIC, Field.PLAN, Field.AVERAGE),
        Letter.TIMEBOUND: (Field.CADENCE, Field.TIMING, Field.MILESTONES, Field.HORIZON),
    }
)


NEVER_STORED = frozenset({Field.WEEKLY, Field.AVERAGE})
"""What only helps to find other answers."""


def main_fields(letter: Letter, dialect: Dialect = Dialect.RELEVANT) -> tuple[Field, ...]:
    """Name the fields without which a letter cannot be strong."""
    if dialect.assignable:
        own = _ASSIGNABLE_REALISTIC if dialect.realistic else _ASSIGNABLE
    else:
        own = _REALISTIC if dialect.realistic else _MAIN
    return own.get(letter, _MAIN[letter])


def more_fields(letter: Letter, dialect: Dialect = Dialect.RELEVANT) -> tuple[Field, ...]:
    """Name the rest of a letter's fields, asked for behind "more": what is a main one elsewhere comes first."""
    main = {asked for each in Letter for asked in main_fields(each, dialect)}
    return tuple(asked for asked in _MAIN[letter] + _MORE[letter] if asked not in main)


def asked_on(letter: Letter, dialect: Dialect = Dialect.RELEVANT) -> tuple[Field, ...]:
    """Give all fields of a letter's screen, in the order in which they are asked."""
    return main_fields(letter, dialect) + more_fields(letter, dialect)


def letter_of(asked: Field, dialect: Dialect = Dialect.RELEVANT) -> Letter:
    """Give the screen on which a field is asked."""
    return next(letter for letter in Letter if asked in asked_on(letter, dialect))


class Draft(Struct, frozen=True, kw_only=True):
    """Everything that was typed, and where the person is."""

    key: str
    """Names the draft on disk."""
    lang: str
    """The goal's language: its sentence and its numbers are read in it."""
    editing: str | None = None
    """Id of the goal that is changed, None for a new one."""
    base: Goal | None = None
    """The goal as it was when the change was begun."""
    letter: Letter = Letter.SPECIFIC
    texts: Mapping[Field, str] = field(default_factory=lambda: MappingProxyType({}))
    filled: Mapping[Field, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the sentence answers; a field that holds just this still follows the sentence."""

    def text(self, asked: Field) -> str:
        """Give what was typed, empty when nothing was."""
        return self.texts.get(asked, "")

    def answered(self, asked: Field, text: str) -> "Draft":
        """Give the draft with one answer changed."""
        return replace(self, texts=MappingProxyType({**self.texts, asked: text}))

    def at(self, letter: Letter) -> "Draft":
        """Give the draft with the person at another letter."""
        return replace(self, letter=letter)

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed."""
        return not any(text.strip() for text in self.texts.values())

    def as_payload(self) -> dict[str, str | None]:
        """Give it as plain strings, to be kept on disk; the base, which is a goal, is kept beside them."""
        answers = {f"text.{asked.value}": text for asked, text in self.texts.items()}
        answers |= {f"filled.{asked.value}": text for asked, text in self.filled.items()}
        return {"lang": self.lang, "editing": self.editing, "letter": self.letter.value, **answers}

    @classmethod
    def from_payload(cls, key: str, payload: Mapping[str, str | None], base: Goal | None = None) -> "Draft":
        """Read what `as_payload` gave; whatever is not understood is left out."""
        letter = payload.get("letter")
        return cls(
            key=key,
            lang=payload.get("lang") or "en",
            editing=payload.get("editing"),
            base=base,
            letter=Letter(letter) if letter in set(Letter) else Letter.SPECIFIC,
            texts=_under("text.", payload),
            filled=_under("filled.", payload),
        )


def _under(prefix: str, payload: Mapping[str, str | None]) -> Mapping[Field, str]:
    known = {f"{prefix}{asked.value}": asked for asked in Field}
    return MappingProxyType({known[name]: text for name, text in payload.items() if name in known and text})
