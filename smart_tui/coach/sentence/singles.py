"""Claims of one number: how high, by how much, how many times."""

from collections.abc import Iterator
from decimal import Decimal

from smart_tui.coach.sentence.around import clause_of, lead_of, more_or_less
from smart_tui.coach.sentence.claim import ABSOLUTE, DOWN, RELATIVE, UP, Claim
from smart_tui.coach.sentence.quantities import PERCENT, POINTS, SCORE, Quantity
from smart_tui.coach.sentence.words import Sentence, Tag
from smart_tui.goals.terms import Direction

HALF = 50
"""Percent; "raise half" begins "half a million" more often than it says by how much."""


def singles(sentence: Sentence, found: list[Quantity]) -> Iterator[Claim]:
    """Read each number by itself."""
    for number in found:
        yield _fold(sentence, number) or _single(sentence, number)


def _single(sentence: Sentence, number: Quantity) -> Claim:
    lead, after = lead_of(sentence, number), more_or_less(sentence, number)
    bound = "max" if "at_most" in lead else "min" if "at_least" in lead else ""
    direction, change, rank = None, ABSOLUTE, 50
    if number.unit in {POINTS, SCORE}:
        unit = PERCENT if number.unit == POINTS or _of_percent(sentence, number) else None
        return Claim(
            number.value,
            unit,
            ABSOLUTE,
            number.start,
            number.end,
            direction=_turn(lead, after),
            rank=80,
            marks=(number,),
        )
    if number.unit == PERCENT:
        change = RELATIVE if _is_relative(sentence, number, lead, after) else ABSOLUTE
        direction = _turn(lead, after) if change == RELATIVE else None
        rank = 75
    elif {"more", "less"} & after and not bound:
        direction = DOWN if "less" in after else UP
    if bound == "max" or (change == ABSOLUTE and sentence.before(number.start, "fall")):
        direction = DOWN
    if lead & {"to", "at_most", "by_amount"} or number.unit is not None:
        rank = max(rank, 65)
    elif bound:
        rank = 55
    return Claim(
        number.value,
        number.unit,
        change,
        number.start,
        number.end,
        direction=direction,
        rank=rank,
        marks=(number,),
        bound=bound,
    )


def _of_percent(sentence: Sentence, number: Quantity) -> bool:
    """Whether what is counted is a share, so that its points are those of a percentage."""
    tag = sentence.first("rate_word", end=number.start)
    return tag is not None and sentence.words(tag.start, tag.end).lower() not in {
        "nps",
        "score",
        "chỉ số",
        "điểm",
        "csat",
    }


def _is_relative(sentence: Sentence, number: Quantity, lead: frozenset[str], after: frozenset[str]) -> bool:
    """Whether a percent says how much more or less, and not how high."""
    if {"more", "less"} & after:
        return True
    if sentence.grammar == "vi" and "origin" in lead and lead & {"up", "down", "more", "less"}:
        return True
    if _is_a_growth(sentence, number, lead):
        return True
    if lead & {"at_most", "at_least"} and not lead & {"by_amount", "up", "down"}:
        return False
    rate = _about_a_rate(sentence, number)
    if "to" in lead:
        raised = sentence.before(_start_of_lead(sentence, number, "to"), "up") or (
            sentence.grammar == "vi"
            and sentence.before(number.start, "to") is not None
            and _typed_before(sentence, number) in {"lên", "len"}
        )
        return bool(raised) and sentence.grammar == "vi" and not rate
    if _of_follows(sentence, number) and sentence.before(number.start, "get"):
        return False  # "move 70% of our customers"
    if lead & {"by_amount", "more", "less", "up", "down"}:
        return True
    if _of_follows(sentence, number):
        return False
    if sentence.grammar == "en" and not rate and _stands_alone(sentence, number):
        return True
    verb = sentence.first("up", "down", end=number.start)
    return (
        verb is not None
        and not sentence.first("get", "keep", start=verb.end, end=number.start)
        and (not rate or sentence.grammar == "vi")
    )


def _is_a_growth(sentence: Sentence, number: Quantity, lead: frozenset[str]) -> bool:
    """Whether a percent is how much something is to grow: "sales growth of at least 8%", "tăng trưởng doanh thu trên 8%"."""
    if "to" in lead:
        return False
    start, _ = clause_of(sentence, number)
    if sentence.grammar == "vi":
        return sentence.first("growth", start=start, end=number.start) is not None
    place = number.start
    while (tag := sentence.before(place, "at_least", "at_most", "about", "article")) and tag.start >= start:
        place = tag.start
    return place < number.start and sentence.before(place, "growth") is not None


def _stands_alone(sentence: Sentence, number: Quantity) -> bool:
    """Whether a percent follows a noun and nothing follows it: "traffic 40% by March"."""
    if number.start == 0 or number.end >= len(sentence.tokens):
        return False
    before, after = sentence.tokens[number.start - 1], sentence.tokens[number.end]
    ends = after.text in {"by", "in", "til", "until", "before", "within", "this", "next", "over", "."}
    return (
        before.text.isalpha()
        and sentence.before(number.start, "stop", "get", "keep", "to", "about") is None
        and ends
    )


def _typed_before(sentence: Sentence, number: Quantity) -> str:
    return sentence.tokens[number.start - 1].text if number.start else ""


def _start_of_lead(sentence: Sentence, number: Quantity, kind: str) -> int:
    tag = sentence.before(number.start, kind)
    return tag.start if tag else number.start


def _of_follows(sentence: Sentence, number: Quantity) -> bool:
    return number.end < len(sentence.tokens) and sentence.tokens[number.end].text in {"of", "số"}


def _about_a_rate(sentence: Sentence, number: Quantity) -> bool:
    return sentence.first("rate_word", end=number.start) is not None


def _turn(lead: frozenset[str], after: frozenset[str]) -> Direction | None:
    """Give the direction that the words beside a change say."""
    if "less" in after or "down" in lead or ("less" in lead and "more" not in lead):
        return DOWN
    if "more" in after or "up" in lead:
        return UP
    return None


def multiples(sentence: Sentence) -> Iterator[Claim]:
    """Read "double", "gấp đôi", "halve" and "by a quarter"."""
    for place in sorted(sentence.starting):
        if tag := sentence.at(place, "times"):
            yield Claim(Decimal(tag.value), PERCENT, RELATIVE, place, tag.end, direction=UP, rank=70)
        elif (tag := sentence.at(place, "halve")) and _halves(sentence, tag):
            turn = UP if _grows_by_half(sentence, tag) else DOWN
            yield Claim(Decimal(HALF), PERCENT, RELATIVE, place, tag.end, direction=turn, rank=70)
        elif (tag := sentence.at(place, "share")) and (claim := _share(sentence, tag)):
            yield claim


def _share(sentence: Sentence, tag: Tag) -> Claim | None:
    """Read "by a quarter" as a change, and "half of our members", "một nửa số hội viên" as a level."""
    rest = sentence.tokens[tag.end].text if tag.end < len(sentence.tokens) else ""
    before = sentence.tokens[tag.start - 1].text if tag.start else ""
    number = Decimal(tag.value)
    led = number != HALF and sentence.before(tag.start, "up", "down", "by_amount") is not None
    if before == "by" or ((before in {"down", "giảm"} or led) and rest not in {"of", "số"}):
        return Claim(number, PERCENT, RELATIVE, tag.start, tag.end, rank=70)
    if (
        rest in {"of", "số"}
        and before not in {"đầu", "cuối", "first", "second"}
        and sentence.at(tag.end + 1, "period", "year") is None
    ):
        return Claim(number, PERCENT, ABSOLUTE, tag.start, tag.end, rank=60)
    return None


def _halves(sentence: Sentence, tag: Tag) -> bool:
    """Whether "half" says what is to be done, and is not the half of a year or of the customers."""
    words = sentence.words(tag.start, tag.end).lower()
    if words in {"half", "nửa"}:
        return False
    return sentence.grammar == "en" or sentence.first("down", end=tag.end) is not None


def _grows_by_half(sentence: Sentence, tag: Tag) -> bool:
    """Whether "by half" says how much more: "grow the audience by half"."""
    verb = sentence.first("up", "down", end=tag.start)
    return verb is not None and verb.kind == "up" and sentence.tokens[tag.start].text == "by"


def _fold(sentence: Sentence, number: Quantity) -> Claim | None:
    """Read "10x", "3 times as many", "gấp 3 lần"."""
    if number.unit is not None or number.value <= 1:
        return None
    hyphen = number.end < len(sentence.tokens) and sentence.tokens[number.end].text == "-"
    tag = sentence.at(number.end + hyphen, "fold")
    end = tag.end if tag else number.end
    leading = sentence.before(number.start, "multiply")
    if tag is None and leading is None:
        return None
    said = sentence.words(tag.start, tag.end).lower() if tag else ""
    if leading is None and said not in {"x", "fold"} and not _more_follows(sentence, end):
        return None
    return Claim(
        (number.value - 1) * 100,
        PERCENT,
        RELATIVE,
        leading.start if leading else number.start,
        end,
        direction=UP,
        rank=75,
        marks=(number,),
    )


def _more_follows(sentence: Sentence, end: int) -> bool:
    if sentence.at(end, "period"):  # "3 times a week"
        return False
    rest = {token.text for token in sentence.tokens[end : end + 3]}
    return bool(rest & {"as", "more", "the", "what", "hơn"})
