"""What the small words around a number say of it."""

from functools import lru_cache

from smart_tui.coach.sentence.quantities import Quantity
from smart_tui.coach.sentence.words import Sentence, Tag

JOINTS = frozenset({"and", "but", "while", "so", "và", "nhưng", "mà", "va", ")", "("})
"""Words that join clauses."""
NAMELESS = (
    "stop",
    "article",
    "than",
    "to",
    "by_amount",
    "at_least",
    "at_most",
    "about",
    "period",
    "more",
    "less",
    "means",
    "past",
)
"""Kinds of words that name nothing."""
KEPT = 32
"""Numbers of which is remembered what was found out: one is asked about for every claim that it may be a part of."""


@lru_cache(KEPT)
def lead_of(sentence: Sentence, number: Quantity) -> frozenset[str]:
    """Give the kinds of small words directly before a number, one after the other."""
    kinds: set[str] = set()
    place = number.start
    for _ in range(3):
        tag = sentence.before(
            place,
            "to",
            "origin",
            "at_most",
            "at_least",
            "by_amount",
            "about",
            "up",
            "down",
            "more",
            "less",
            "keep",
            "from",
        )
        if tag is None:
            break
        kinds |= {it.kind for it in sentence.ending[place] if it.start == tag.start}
        place = tag.start
        if kinds & {"to", "up", "down", "from"} - {"from"} or (
            kinds & {"origin", "from"} and not is_growing(sentence, place)
        ):
            break
    if _is_a_time_limit(sentence, number) or _bounded_after(sentence, number, "at_most_after"):
        kinds.add("at_most")
    if _bounded_after(sentence, number, "at_least_after"):
        kinds.add("at_least")
    if sentence.grammar == "en" and place and sentence.tokens[place - 1].text == "by":
        kinds.add("by_amount")
    return frozenset(kinds)


def _bounded_after(sentence: Sentence, number: Quantity, kind: str) -> bool:
    """Whether "at most", "trở lên" follows, a noun between them or not."""
    return any(sentence.at(place, kind) for place in (number.end, number.end + 1)) and not sentence.breaks(
        number.end, min(number.end + 1, len(sentence.tokens))
    )


def _is_a_time_limit(sentence: Sentence, number: Quantity) -> bool:
    """Whether a number says how soon something is done each time: "reply within 2 hours", "trong vòng 5 phút"."""
    if sentence.before(number.start, "soon_as") is None or sentence.at(number.end, "short_time") is None:
        return False
    surely = sentence.tokens[number.start - 1].text in {"within", "under", "vòng", "vong"}
    return surely or sentence.first("respond", end=number.start) is not None


def is_growing(sentence: Sentence, place: int) -> bool:
    """Whether a verb of change stands directly before "từ": "tăng trưởng từ 15 – 20%"."""
    return sentence.grammar == "vi" and sentence.before(place, "up", "down") is not None


def more_or_less(sentence: Sentence, number: Quantity) -> frozenset[str]:
    """Give whether "more" or "less" follows directly."""
    kinds: set[str] = set()
    if tag := sentence.at(number.end, "more", "less"):
        kinds = {it.kind for it in sentence.starting[number.end] if it.end == tag.end}
        if kinds >= {"more", "less"} or (
            sentence.grammar == "vi"
            and sentence.tokens[number.end].text not in {"hơn", "nhiều", "ít", "nữa", "cao", "thấp"}
        ):
            kinds = set()
    return frozenset(kinds)


@lru_cache(KEPT)
def is_present(sentence: Sentence, number: Quantity) -> bool:
    """Whether a number is what there is now, or was: "currently 5%", "hiện có 320", "did 220 last Saturday"."""
    tag = None
    for place in range(number.start, max(number.start - 5, -1), -1):
        if place < number.start and sentence.breaks(place, place + 1):
            break
        tag = tag or sentence.before(place, "current", "rose")
        if (
            place < number.start
            and sentence.at(place, "to", "lead_in", "up", "down", "get", "at_most", "at_least")
            and tag is None
        ):
            break
    if tag is not None:
        return not _is_an_aim(sentence, tag, clause_of(sentence, number)[0])
    if sentence.first("past", start=number.end, end=min(number.end + 3, len(sentence.tokens))) is not None:
        return True
    start, end = clause_of(sentence, number)
    return sentence.first("past", start=start, end=number.start) is not None and not _wanted(
        sentence, start, end
    )


def _is_an_aim(sentence: Sentence, tag: Tag, start: int) -> bool:
    """Whether "is", "are" speak of what is wanted: "the team's quota is 40", "we are targeting 40"."""
    if sentence.words(tag.start, tag.end).lower() not in {"is", "are"}:
        return False
    wished = sentence.at(tag.end, "wishing") is not None
    return wished or sentence.first("aim_noun", start=start, end=tag.start) is not None


def is_had(sentence: Sentence, number: Quantity, other: Quantity) -> bool:
    """Whether the words say, beside a number that is wanted, that there is one already: "we have 120 and want 300"."""
    start, end = clause_of(sentence, number)
    if _wanted(sentence, start, end):
        return False
    if sentence.first("now_after", start=number.end, end=end) is not None:
        return True
    theirs = clause_of(sentence, other)
    if sentence.first("earlier", start=start, end=end) and sentence.first(
        "later_on", start=theirs[0], end=theirs[1]
    ):
        return True
    wanted = _wanted(sentence, *theirs) or "to" in lead_of(sentence, other)
    return sentence.before(number.start, "have") is not None and wanted


def _wanted(sentence: Sentence, start: int, end: int) -> bool:
    return sentence.first("wanted", start=start, end=end) is not None


def clause_of(sentence: Sentence, number: Quantity) -> tuple[int, int]:
    """Give the first token of the clause in which a number stands, and the one after its last."""
    start, end = number.start, number.end
    while start and not _ends_a_clause(sentence, start - 1):
        start -= 1
    while end < len(sentence.tokens) and not _ends_a_clause(sentence, end):
        end += 1
    return start, end


def _ends_a_clause(sentence: Sentence, place: int) -> bool:
    return sentence.breaks(place, place + 1) or sentence.tokens[place].text in JOINTS


def noun_after(sentence: Sentence, number: Quantity) -> str | None:
    """Give the word that says what a number counts, where it follows."""
    place = number.end
    while place < len(sentence.tokens) and sentence.at(place, "article", "more", "less"):
        place += 1
    if place >= len(sentence.tokens) or not sentence.tokens[place].text.isalpha():
        return None
    tagged = sentence.at(place, "stop", "period", "now_after", "past", "each", "wanted", "purpose", "means")
    return None if tagged else sentence.tokens[place].text


def changes_anew(sentence: Sentence, comma: int) -> bool:
    """Whether after a comma something else is to change by so much: ", giảm 10% chi phí", but not ", tăng 12% so với 2026"."""
    verb = sentence.at(comma + 1, "up", "down")
    if verb is None or not any(token.text[0].isdigit() for token in sentence.tokens[:comma]):
        return False
    rest = sentence.tokens[verb.end :]
    figure = next((place for place, token in enumerate(rest, verb.end) if token.text[0].isdigit()), None)
    if figure is None or sentence.breaks(verb.end, figure):
        return False
    before = [place for place in range(verb.end, figure) if _is_a_noun(sentence, place)]
    after = figure + 1 + (sentence.words(figure + 1, figure + 2) == "%")
    return bool(before) or _is_a_noun(sentence, after)


def _is_a_noun(sentence: Sentence, place: int) -> bool:
    """Whether a word may say what is counted: no small word, none of time or comparison."""
    named = place < len(sentence.tokens) and sentence.tokens[place].text.isalpha()
    return named and sentence.at(place, *NAMELESS) is None
