"""What the small words around a number say of it."""

from smart_tui.coach.sentence.quantities import Quantity
from smart_tui.coach.sentence.words import Sentence


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
    if sentence.lang == "en" and place and sentence.tokens[place - 1].text == "by":
        kinds.add("by_amount")
    return frozenset(kinds)


def is_growing(sentence: Sentence, place: int) -> bool:
    """Whether a verb of change stands directly before "từ": "tăng trưởng từ 15 – 20%"."""
    return sentence.lang == "vi" and sentence.before(place, "up", "down") is not None


def more_or_less(sentence: Sentence, number: Quantity) -> frozenset[str]:
    """Give whether "more" or "less" follows directly."""
    kinds: set[str] = set()
    if tag := sentence.at(number.end, "more", "less"):
        kinds = {it.kind for it in sentence.starting[number.end] if it.end == tag.end}
        if kinds >= {"more", "less"} or (
            sentence.lang == "vi"
            and sentence.tokens[number.end].text not in {"hơn", "nhiều", "ít", "nữa", "cao", "thấp"}
        ):
            kinds = set()
    return frozenset(kinds)


def is_present(sentence: Sentence, number: Quantity) -> bool:
    """Whether a number is what there is now, or was: "currently 5%", "hiện có 320", "did 220 last Saturday"."""
    tag = None
    for place in range(number.start, max(number.start - 5, -1), -1):
        if place < number.start and sentence.breaks(place, place + 1):
            break
        tag = tag or sentence.before(place, "current")
        if (
            place < number.start
            and sentence.at(place, "to", "lead_in", "up", "down", "get", "at_most", "at_least")
            and tag is None
        ):
            return False
    if tag is not None:
        return True
    after = sentence.first("past", start=number.end, end=min(number.end + 3, len(sentence.tokens)))
    return after is not None
