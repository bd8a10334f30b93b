"""One rewrite for a finding: a sentence with blanks for what nobody gave, or answers that a key takes over."""

from msgspec import Struct

from smart_tui.coach.measures import known_measure
from smart_tui.coach.sentence.read import SentenceReading
from smart_tui.coach.sentence.words import sentence_of
from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Direction

BLANKS = {
    "en": {"much": "[how many]", "date": "[by when]", "what": "[what]"},
    "vi": {"much": "[bao nhiêu]", "date": "[đến khi nào]", "what": "[điều gì]"},
}
"""What stands where nobody gave anything; in the sentence's language, for it is the sentence."""
FRAMES = {
    "en": {
        Direction.INCREASE: "Get {much} {metric}",
        Direction.DECREASE: "Bring {metric} down to {much}",
        Direction.MAINTAIN: "Keep {metric} at {much}",
    },
    "vi": {
        Direction.INCREASE: "Có được {much} {metric}",
        Direction.DECREASE: "Giảm {metric} xuống còn {much}",
        Direction.MAINTAIN: "Giữ {metric} ở mức {much}",
    },
}
LEVEL_FRAMES = {"en": "Raise {metric} to {much}", "vi": "Nâng {metric} lên {much}"}

FIRST_STEPS = {"en": "list the customers to talk to first", "vi": "lập danh sách khách hàng cần gặp trước"}
"""A step that is always a good first one: to find out (row 45)."""


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
    blanks = [blank for words in BLANKS.values() for blank in words.values()]
    found = ((text.find(blank), len(blank)) for blank in blanks if blank in text)
    return tuple(sorted((start, start + length) for start, length in found))


def rewrite(reading: SentenceReading, way: str) -> Rewrite | None:
    """Rewrite a sentence: `measure` asks how much, `deadline` until when."""
    if not reading.text.strip():
        return None
    if way == "measure":
        return Rewrite(way, _measured(reading))
    return Rewrite(way, f"{reading.text.rstrip(' .!')} {BLANKS[reading.lang]['date']}")


def one_goal(reading: SentenceReading, first: str, second: str) -> Rewrite:
    """Keep the first of two goals, with the time that was said for both; the second is a goal of its own."""
    until = _time(reading)
    return Rewrite("one-goal", first if until in first else f"{first} {until}", then=second)


def _measured(reading: SentenceReading) -> str:
    """Put a blank for the number into what the sentence is about; its time stays as it was said."""
    blanks = BLANKS[reading.lang]
    metric = reading.metric or blanks["what"]
    known = known_measure(metric)
    is_level = known is not None and known.unit == "%"
    much = blanks["much"] + ("%" if is_level else "")
    frame = (
        LEVEL_FRAMES[reading.lang]
        if is_level and reading.direction is Direction.INCREASE
        else FRAMES[reading.lang][reading.direction]
    )
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
