"""What makes a sentence hard to hold anybody to: vague words, two outcomes, an activity in an outcome's place."""

from collections.abc import Iterator

from msgspec import Struct

from smart_tui.coach.lexicon import phrasing
from smart_tui.coach.sentence.around import changes_anew
from smart_tui.coach.sentence.claim import RELATIVE
from smart_tui.coach.sentence.phrases import VERBS
from smart_tui.coach.sentence.read import SentenceReading
from smart_tui.coach.sentence.words import Sentence, Tag, sentence_of

LEAST = 3
"""Words in an outcome that can stand alone."""


class Flaws(Struct, frozen=True):
    """What was found; nothing of it where the sentence is fine."""

    vague_words: tuple[str, ...] = ()
    """As they were typed, in their order."""
    vague_spans: tuple[tuple[int, int], ...] = ()
    """The characters where they stand."""
    outcomes: tuple[str, str] | None = None
    """The two goals that one sentence holds (row 36)."""
    activity: str | None = None
    """What is to be done rather than reached ("post", "đăng bài")."""


def flaws_of(text: str, reading: SentenceReading) -> Flaws:
    """Look a sentence over."""
    if not text.strip():
        return Flaws()
    sentence = sentence_of(text, reading.lang)
    vague = list(_vague(sentence))
    words = tuple(dict.fromkeys(sentence.words(tag.start, tag.end) for tag in vague))
    spans = tuple(sentence.span(tag.start, tag.end) for tag in vague)
    return Flaws(words, spans, _outcomes(sentence), _activity(sentence, reading))


def _vague(sentence: Sentence) -> Iterator[Tag]:
    place = 0
    while place < len(sentence.tokens):
        tag = sentence.at(place, "vague", "soon")
        if tag is None:
            place += 1
            continue
        yield tag
        place = tag.end


def _outcomes(sentence: Sentence) -> tuple[str, str] | None:
    """Find two clauses, each with a verb or a number of its own, joined by "and"."""
    for place, token in enumerate(sentence.tokens):
        joined = token.text in phrasing(sentence.lang).joints or (
            token.text == "," and changes_anew(sentence, place)
        )
        if not joined or place < LEAST or len(sentence.tokens) - place - 1 < LEAST:
            continue
        second = sentence.at(place + 1, *VERBS)
        first = sentence.first(*VERBS, end=place)
        if second is not None and first is not None and not _leads_elsewhere(sentence, place):
            return sentence.words(0, place).rstrip(" ,"), sentence.words(
                place + 1, len(sentence.tokens)
            ).rstrip(" .")
    return None


def _leads_elsewhere(sentence: Sentence, end: int) -> bool:
    """Whether means or a purpose are named before a place; "by 10%" is none."""
    tags = (tag for place in range(end) for tag in sentence.starting.get(place, ()))
    return any(
        tag.kind in {"means", "purpose"} and not sentence.words(tag.end, tag.end + 1)[:1].isdigit()
        for tag in tags
    )


def _activity(sentence: Sentence, reading: SentenceReading) -> str | None:
    """Give the verb of doing with which the sentence begins, where no outcome follows."""
    for place in range(min(3, len(sentence.tokens))):
        if sentence.at(place, "lead_in", "subject", "article"):
            continue
        tag = sentence.at(place, "doing")
        return sentence.words(tag.start, tag.end) if tag is not None and reading.change != RELATIVE else None
    return None
