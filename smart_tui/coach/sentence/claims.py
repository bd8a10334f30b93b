"""What a sentence claims: from how much to how much, by how much, or how many; of several claims the main one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from smart_tui.coach.sentence.quantities import PERCENT, POINTS, SCORE, Quantity
from smart_tui.coach.sentence.words import Sentence, Tag
from smart_tui.goals.terms import Direction, Period

NEAR = 6
"""Tokens within which a word still belongs to a number."""
ABSOLUTE, RELATIVE = "absolute", "relative"
UP, DOWN = Direction.INCREASE, Direction.DECREASE


@dataclass(frozen=True, slots=True)
class Claim:
    """One number that is to be reached, and the words that say so (tokens from `start` to `end`)."""

    target: Decimal
    unit: str | None
    change: str
    start: int
    end: int
    baseline: Decimal | None = None
    direction: Direction | None = None
    """None where only the verb says it."""
    per: Period | None = None
    rank: int = 0
    marks: tuple[Quantity, ...] = ()
    """The numbers it was made of: the target's first."""
    bound: str = ""
    """`max` or `min` where it is a ceiling or a floor."""


def main_claim(
    sentence: Sentence, found: list[Quantity], timely: frozenset[int] = frozenset()
) -> Claim | None:
    """Give the claim that the sentence is about: the strongest, of equals the first; `timely` tokens are times."""
    claims = [*_pairs(sentence, found), *_singles(sentence, found), *_multiples(sentence, found)]
    ranked = [replace(claim, rank=claim.rank + _standing(sentence, claim)) for claim in claims]
    best = max(ranked, key=lambda claim: (claim.rank, -claim.start), default=None)
    return (
        None if best is None or best.rank <= 0 else replace(best, per=_period(sentence, best, found, timely))
    )


# From-to: both ends are named.


def _pairs(sentence: Sentence, found: list[Quantity]) -> Iterator[Claim]:
    for place, one in enumerate(found):
        for other in found[place + 1 : place + 3]:
            pair = _ends(sentence, one, other)
            if pair is not None:
                yield _from_to(*pair)
                break


def _ends(sentence: Sentence, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """Tell which of two numbers is the beginning and which the end."""
    before_one, before_other = _lead(sentence, one), _lead(sentence, other)
    far = other.start - one.end > 2 * NEAR
    if far or _units_differ(one, other):
        return None
    if "origin" in before_one and "to" in before_other:
        return one, other
    if "to" in before_one and "origin" in before_other:
        return other, one
    arrow = [token.text for token in sentence.tokens[one.end : other.start]]
    if arrow in (["->"], ["→"], [">"]):
        return one, other
    if "from" in before_other and ("to" in before_one or one.unit == other.unit):
        return other, one
    now_one, now_other = _is_present(sentence, one), _is_present(sentence, other)
    if now_one is not now_other and (one.unit == other.unit or None in {one.unit, other.unit}):
        return (one, other) if now_one else (other, one)
    return None


def _is_present(sentence: Sentence, number: Quantity) -> bool:
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


def _units_differ(one: Quantity, other: Quantity) -> bool:
    return one.unit is not None and other.unit is not None and one.unit != other.unit


def _from_to(origin: Quantity, goal: Quantity) -> Claim:
    origin, goal = origin.scaled_like(goal), replace(goal, unit=goal.unit or origin.unit)
    direction = UP if goal.value >= origin.value else DOWN
    start, end = min(origin.start, goal.start), max(origin.end, goal.end)
    unit = PERCENT if goal.unit == POINTS else None if goal.unit == SCORE else goal.unit
    return Claim(
        goal.value, unit, ABSOLUTE, start, end, origin.value, direction, rank=100, marks=(goal, origin)
    )


# One number, and what stands around it.


def _singles(sentence: Sentence, found: list[Quantity]) -> Iterator[Claim]:
    for number in found:
        claim = _fold(sentence, number) or _single(sentence, number)
        yield claim


def _single(sentence: Sentence, number: Quantity) -> Claim:
    lead, after = _lead(sentence, number), _after(sentence, number)
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
            direction=_turn(sentence, number, lead, after),
            rank=80,
            marks=(number,),
        )
    if number.unit == PERCENT:
        change = RELATIVE if _is_relative(sentence, number, lead, after) else ABSOLUTE
        direction = _turn(sentence, number, lead, after) if change == RELATIVE else None
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
    if sentence.lang == "vi" and "origin" in lead and lead & {"up", "down", "more", "less"}:
        return True
    if lead & {"at_most", "at_least"} and not lead & {"by_amount", "up", "down"}:
        return False
    rate = _about_a_rate(sentence, number)
    if "to" in lead:
        raised = sentence.before(_start_of_lead(sentence, number, "to"), "up") or (
            sentence.lang == "vi"
            and sentence.before(number.start, "to") is not None
            and _typed_before(sentence, number) in {"lên", "len"}
        )
        return bool(raised) and sentence.lang == "vi" and not rate
    if lead & {"by_amount", "more", "less", "up", "down"}:
        return True
    if _of_follows(sentence, number):
        return False
    if sentence.lang == "en" and not rate and _stands_alone(sentence, number):
        return True
    verb = sentence.first("up", "down", end=number.start)
    return (
        verb is not None
        and not sentence.first("get", "keep", start=verb.end, end=number.start)
        and (not rate or sentence.lang == "vi")
    )


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
    return number.end < len(sentence.tokens) and sentence.tokens[number.end].text in {"of", "số", "trong"}


def _about_a_rate(sentence: Sentence, number: Quantity) -> bool:
    return sentence.first("rate_word", end=number.start) is not None


def _turn(
    sentence: Sentence, number: Quantity, lead: frozenset[str], after: frozenset[str]
) -> Direction | None:
    """Give the direction that the words beside a change say."""
    if "less" in after or "down" in lead or ("less" in lead and "more" not in lead):
        return DOWN
    if "more" in after or "up" in lead:
        return UP
    return None


# "double", "gấp đôi", "10x", "halve".


def _multiples(sentence: Sentence, found: list[Quantity]) -> Iterator[Claim]:
    for place in range(len(sentence.tokens)):
        if tag := sentence.at(place, "times"):
            yield Claim(Decimal(tag.value), PERCENT, RELATIVE, place, tag.end, direction=UP, rank=70)
        elif (tag := sentence.at(place, "halve")) and _halves(sentence, tag):
            yield Claim(Decimal(50), PERCENT, RELATIVE, place, tag.end, direction=DOWN, rank=70)
        elif (tag := sentence.at(place, "share")) and (claim := _share(sentence, tag)):
            yield claim


def _share(sentence: Sentence, tag: Tag) -> Claim | None:
    """Read "by a quarter" as a change, and "half of our members", "một nửa số hội viên" as a level."""
    rest = sentence.tokens[tag.end].text if tag.end < len(sentence.tokens) else ""
    before = sentence.tokens[tag.start - 1].text if tag.start else ""
    number = Decimal(tag.value)
    if before == "by" or (before in {"down", "giảm"} and rest not in {"of", "số"}):
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
    return sentence.lang == "en" or sentence.first("down", end=tag.end) is not None


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
    rest = {token.text for token in sentence.tokens[end : end + 3]}
    return bool(rest & {"as", "more", "the", "what", "hơn"})


# What the words around a number are.


def _lead(sentence: Sentence, number: Quantity) -> frozenset[str]:
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
            kinds & {"origin", "from"} and not _growing(sentence, place)
        ):
            break
    if sentence.lang == "en" and place and sentence.tokens[place - 1].text == "by":
        kinds.add("by_amount")
    return frozenset(kinds)


def _growing(sentence: Sentence, place: int) -> bool:
    """Whether a verb of change stands directly before "từ": "tăng trưởng từ 15 – 20%"."""
    return sentence.lang == "vi" and sentence.before(place, "up", "down") is not None


def _after(sentence: Sentence, number: Quantity) -> frozenset[str]:
    """Give whether "more" or "less" follows directly."""
    kinds: set[str] = set()
    if tag := sentence.at(number.end, "more", "less"):
        kinds = {it.kind for it in sentence.starting[number.end] if it.end == tag.end}
        if (
            kinds >= {"more", "less"}
            or sentence.lang == "vi"
            and sentence.tokens[number.end].text not in {"hơn", "nhiều", "ít", "nữa", "cao", "thấp"}
        ):
            kinds = set()
    return frozenset(kinds)


def _period(sentence: Sentence, claim: Claim, found: list[Quantity], timely: frozenset[int]) -> Period | None:
    """Give the period for which the target is meant: "40 leads a month", "mỗi ngày bán 100 sản phẩm"."""
    if claim.change == RELATIVE or not claim.marks:
        return None
    goal = claim.marks[0]
    until = min(
        (it.start for it in found if it.start >= goal.end and not sentence.at(it.end, "not_ours")),
        default=len(sentence.tokens),
    )
    for place in range(goal.end, min(until, goal.end + NEAR + 3)):
        if sentence.breaks(place, place + 1) or sentence.at(place, "means", "purpose"):
            break
        if (
            place > goal.end
            and sentence.tokens[place].text.isdigit()
            and not sentence.at(place + 1, "not_ours")
        ):
            break
        tag = sentence.at(place, "period")
        if tag and tag.start not in timely and not _inside_a_name(sentence, tag, claim):
            # A ceiling of a price or a share is kept in every month; it is not so much a month.
            every = sentence.tokens[tag.start].text in {"every", "each", "mỗi", "moi", "hằng", "hàng"}
            return None if claim.bound == "max" and claim.unit and every else Period(tag.value)
    opening = sentence.at(0, "period")
    if opening and claim.baseline is None and 0 not in timely and claim.start - opening.end <= 2 * NEAR:
        return Period(opening.value)
    return None


def _inside_a_name(sentence: Sentence, tag: Tag, claim: Claim) -> bool:
    """Whether the period belongs to the name of what is counted: "annual revenue", "lượt đăng ký hằng tháng, từ"."""
    words = sentence.words(tag.start, tag.end).lower()
    if sentence.lang == "vi":
        if words in {"ngày"}:
            return True
        return words.startswith(("một ", "mot ")) and _counts_on(sentence, tag.end)
    return words in {"daily", "weekly", "monthly", "quarterly", "yearly"} and _noun_follows(sentence, tag.end)


def _counts_on(sentence: Sentence, place: int) -> bool:
    return place < len(sentence.tokens) and sentence.tokens[place].text.isdigit()


def _noun_follows(sentence: Sentence, place: int) -> bool:
    return (
        place < len(sentence.tokens)
        and sentence.tokens[place].text.isalpha()
        and sentence.at(place, "stop") is None
    )


def _standing(sentence: Sentence, claim: Claim) -> int:
    """Give how much more or less a claim counts for where it stands."""
    rank = 0
    before = [tag for place in range(claim.start + 1) for tag in sentence.ending.get(place, ())]
    means = max(
        (tag.end for tag in before if tag.kind == "means" and not _by_amount(sentence, tag, claim)), default=0
    )
    purpose = max((tag.end for tag in before if tag.kind == "purpose"), default=0)
    if means and means > purpose:
        rank -= 35
    if purpose and claim.start - purpose <= NEAR:
        rank += 15
    if any(tag.kind == "budget" and claim.start - tag.end <= 1 for tag in before):
        rank -= 60
    if any(tag.kind == "total" and tag.end == claim.start for tag in before):
        rank += 30
    if sentence.at(claim.end, "not_ours") and not claim.bound:
        rank -= 30
    if sentence.tokens[claim.start - 1].text == "(" if claim.start else False:
        rank -= 30
    if sentence.before(claim.start, "than"):
        rank -= 40
    if (
        claim.baseline is None
        and claim.marks
        and (_is_present(sentence, claim.marks[0]) or _without_an_end(sentence, claim))
    ):
        rank -= 70
    if _is_ours(sentence, claim):
        rank -= 60
    if any(
        sentence.at(place, "period") for place in range(claim.end, min(claim.end + 3, len(sentence.tokens)))
    ):
        rank += 10
    earlier = sentence.first("get", "up", "down", "keep", end=claim.start)
    rank += 5 if earlier else 0
    if claim.baseline is not None:
        return max(rank, 0)
    return rank - _clauses_before(sentence, claim) * 8


def _without_an_end(sentence: Sentence, claim: Claim) -> bool:
    """Whether only the beginning is named: "up from £900", "từ mức 120 triệu hiện nay"."""
    lead = _lead(sentence, claim.marks[0])
    return (
        "origin" in lead
        and not lead & {"to", "by_amount"}
        and claim.change == ABSOLUTE
        and not _growing(sentence, claim.start - 1)
    )


def _is_ours(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number only says how many there are: "our 40 sales reps", "20 nhân viên của chúng tôi"."""
    if claim.unit is not None or claim.baseline is not None:
        return False
    before = sentence.tokens[claim.start - 1].text if claim.start else ""
    if before in {"our", "my", "their", "your"} or sentence.words(
        max(claim.start - 2, 0), claim.start
    ).lower() in {"team of", "staff of"}:
        return True
    after = sentence.words(claim.end, min(claim.end + 6, len(sentence.tokens))).lower()
    return sentence.lang == "vi" and "của chúng tôi" in after


def _by_amount(sentence: Sentence, tag: Tag, claim: Claim) -> bool:
    """Whether "by" leads to the number itself."""
    return tag.end == claim.start


def _clauses_before(sentence: Sentence, claim: Claim) -> int:
    return sum(token.text in {",", ".", ";", "and", "và"} for token in sentence.tokens[: claim.start])
