"""One rewrite for a finding: a sentence with blanks for what nobody gave, or answers that a key takes over."""

from msgspec import Struct

from smart_tui.coach.lexicon import LANGUAGES, phrasing
from smart_tui.coach.measures import known_measure
from smart_tui.coach.sentence.read import SentenceReading
from smart_tui.coach.sentence.words import sentence_of
from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Direction


class Rewrite(Struct, frozen=True):
    """One way to mend what was found: a new sentence, answers to fields, or a field to think about."""

    way: str
    """`measure`, `deadline`, `one-goal`: a sentence. `source`, `lower`, `later`, `split`, `step`: answers. `means`: a field."""
    sentence: str = ""
    then: str = ""
    """A second goal that the old sentence held."""
    fills: tuple[tuple[Field, str], ...] = ()
    goes_to: Field | None = None
    """Where the person goes on."""


def blanks_of(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the blanks of a rewritten sentence stand that nobody has filled yet, in their order."""
    blanks = [blank for lang in LANGUAGES for blank in phrasing(lang).blanks.values()]
    found = ((text.find(blank), len(blank)) for blank in blanks if blank in text)
    return tuple(sorted((start, start + length) for start, length in found))


def rewrite(reading: SentenceReading, way: str) -> Rewrite | None:
    """Rewrite a sentence: `measure` asks how much, `deadline` until when."""
    if not reading.text.strip():
        return None
    if way == "measure":
        return Rewrite(way, _measured(reading))
    return Rewrite(way, f"{reading.text.rstrip(' .!')} {phrasing(reading.lang).blanks['date']}")


def one_goal(reading: SentenceReading, first: str, second: str) -> Rewrite:
    """Keep the first of two goals, with the time that was said for both; the second is a goal of its own."""
    until = _time(reading)
    return Rewrite("one-goal", first if until in first else f"{first} {until}", then=second)


def _measured(reading: SentenceReading) -> str:
    """Put a blank for the number into what the sentence is about; its time stays as it was said."""
    said = phrasing(reading.lang)
    blanks = said.blanks
    metric = reading.metric or blanks["what"]
    known = known_measure(metric)
    is_level = known is not None and known.unit == "%"
    much = blanks["much"] + ("%" if is_level else "")
    rises = is_level and reading.direction is Direction.INCREASE
    frame = said.frames["level" if rises else reading.direction.value]
    return f"{frame.format(much=much, metric=metric)} {_time(reading) or blanks['date']}"


def _time(reading: SentenceReading) -> str:
    """Give the words of the deadline with the small word before them: "by June", "trong tháng tới"."""
    if "deadline" not in reading.spans:
        return ""
    start, end = reading.spans["deadline"]
    sentence = sentence_of(reading.text, reading.lang)
    place = next((at for at, token in enumerate(sentence.tokens) if token.start >= start), 0)
    before = sentence.tokens[place - 1] if place else None
    if before is not None and sentence.before(place, "stop") and before.end <= start:
        start = before.start
    return reading.text[start:end]
