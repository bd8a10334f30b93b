"""What a sentence answers of the five screens: filled in as a person would have typed it, and still theirs to change."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec.structs import replace

from smart_tui.coach.amount import Amount
from smart_tui.coach.answers import Setting
from smart_tui.coach.measures import known_measure
from smart_tui.coach.numbers import read_number
from smart_tui.coach.sentence.claim import RELATIVE
from smart_tui.coach.sentence.read import SentenceReading, read
from smart_tui.coach.writing import write_number
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.terms import Direction, Kind

HUNDRED = 100
FIELDS = (
    Field.METRIC,
    Field.BASELINE,
    Field.TARGET,
    Field.KIND,
    Field.PER,
    Field.DIRECTION,
    Field.CHANNEL,
    Field.START,
    Field.DEADLINE,
)


def reading_of(draft: Draft, setting: Setting) -> SentenceReading:
    """Read a draft's sentence."""
    return read(
        draft.text(Field.SENTENCE),
        setting.today,
        year_starts=setting.calendar.year_starts,
        dates=setting.dates,
    )


def filled(draft: Draft, setting: Setting) -> Draft:
    """Answer the fields that the sentence answers.

    One that holds nothing, or still what the sentence said before, follows the sentence; whatever a person
    typed stays. A draft that edits a goal is left alone.
    """
    if draft.editing is not None:
        return draft
    proposed = {name: text for name, text in _texts(draft, reading_of(draft, setting)).items() if text}
    texts = dict(draft.texts)
    for asked in FIELDS:
        if draft.text(asked) == draft.filled.get(asked, ""):
            texts[asked] = proposed.get(asked, "")
    return replace(draft, texts=MappingProxyType(texts), filled=MappingProxyType(proposed))


def _texts(draft: Draft, reading: SentenceReading) -> Mapping[Field, str]:
    """Give what the sentence says to each field; a relative change needs a baseline to be a number at all."""
    own_deadline = draft.text(Field.DEADLINE) != draft.filled.get(Field.DEADLINE, "")
    # The first day of "next month" belongs to its last: with another deadline it says nothing.
    start = None if own_deadline and "start" not in reading.spans else reading.start
    baseline = reading.baseline if reading.baseline is not None else _typed_baseline(draft)
    target, unit = reading.target, reading.unit
    if reading.change == RELATIVE:
        target = None if baseline is None or target is None else _moved(baseline, target, reading)
        unit = None
    return {
        Field.METRIC: reading.metric or "",
        Field.BASELINE: _amount(reading.baseline, reading.unit, draft.lang),
        Field.TARGET: _amount(target, unit, draft.lang),
        Field.KIND: _kind(reading) or "",
        Field.PER: reading.per or "",
        Field.DIRECTION: Direction.DECREASE if _falls_unsaid(reading) else "",
        Field.CHANNEL: reading.channel or "",
        Field.START: start.isoformat() if start else "",
        Field.DEADLINE: reading.deadline.isoformat() if reading.deadline else "",
    }


def _typed_baseline(draft: Draft) -> Decimal | None:
    read_as = read_number(draft.text(Field.BASELINE), draft.lang)
    return read_as.value if isinstance(read_as, Amount) else None


def _moved(baseline: Decimal, percent: Decimal, reading: SentenceReading) -> Decimal:
    sign = -1 if reading.direction is Direction.DECREASE else 1
    moved = baseline * (HUNDRED + sign * percent) / HUNDRED
    return Decimal(int(moved)) if moved == moved.to_integral_value() else moved.normalize()


def _amount(value: Decimal | None, unit: str | None, lang: str) -> str:
    if value is None:
        return ""
    behind = "" if unit is None else unit if unit == "%" else f" {unit}"
    return write_number(value, lang) + behind


def _kind(reading: SentenceReading) -> Kind | None:
    """Give the kind that the words speak for; None where the numbers alone decide."""
    if reading.vague or reading.per is not None:
        return None
    if reading.direction is Direction.MAINTAIN and reading.bound:
        return Kind.LIMIT
    if reading.change == RELATIVE or reading.baseline is not None or reading.unit == "%":
        return Kind.LEVEL
    known = known_measure(reading.metric or "")
    return Kind.LEVEL if known is not None and known.kind is Kind.LEVEL else None


def _falls_unsaid(reading: SentenceReading) -> bool:
    """Whether the number is to fall though no baseline shows it."""
    return reading.direction is Direction.DECREASE and reading.baseline is None and not reading.vague
