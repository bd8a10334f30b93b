"""What a sentence claims: from how much to how much, by how much, or how many; of several claims the main one."""

from collections.abc import Iterator

from msgspec.structs import replace

from smart_tui.coach.sentence.around import is_had, is_present, lead_of, noun_after
from smart_tui.coach.sentence.claim import ABSOLUTE, DOWN, NEAR, UP, Claim
from smart_tui.coach.sentence.quantities import PERCENT, POINTS, SCORE, Quantity
from smart_tui.coach.sentence.rivals import follows_another, makes_a_level, rivals_of
from smart_tui.coach.sentence.singles import multiples, singles
from smart_tui.coach.sentence.standing import period_of, standing_of
from smart_tui.coach.sentence.words import Sentence


def main_claim(
    sentence: Sentence, found: list[Quantity], timely: frozenset[int] = frozenset()
) -> Claim | None:
    """Give the claim that the sentence is about: the strongest, of equals the first; `timely` tokens are times."""
    claims = [*_pairs(sentence, found), *singles(sentence, found), *multiples(sentence)]
    ranked = [_moved(claim, standing_of(sentence, claim)) for claim in claims]
    ranked = [_moved(claim, -makes_a_level(sentence, claim, ranked)) for claim in ranked]
    ranked = [_moved(claim, -follows_another(sentence, claim, ranked)) for claim in ranked]
    best = max(ranked, key=lambda claim: (claim.rank, -claim.start), default=None)
    if best is None or best.rank <= 0:
        return None
    return replace(
        best,
        per=period_of(sentence, best, found, timely),
        rivals=rivals_of(sentence, best, ranked),
    )


def _moved(claim: Claim, more: int) -> Claim:
    return replace(claim, rank=claim.rank + more) if more else claim


def _pairs(sentence: Sentence, found: list[Quantity]) -> Iterator[Claim]:
    for place, one in enumerate(found):
        for other in found[place + 1 : place + 3]:
            pair = _ends(sentence, one, other, beside=other is found[place + 1])
            if pair is not None:
                yield _from_to(*pair)
                break


def _ends(
    sentence: Sentence, one: Quantity, other: Quantity, *, beside: bool
) -> tuple[Quantity, Quantity] | None:
    """Tell which of two numbers is the beginning and which the end; `beside`: none stands between them."""
    if _units_differ(one, other):
        return None
    if other.start - one.end <= 2 * NEAR:
        named = _named_ends(sentence, one, other, beside=beside)
        if named is not None:
            return named
    if not _alike(sentence, one, other) or (not beside and one.unit is None):
        return None
    now_one, now_other = is_present(sentence, one), is_present(sentence, other)
    if now_one is not now_other:
        return (one, other) if now_one else (other, one)
    if beside and is_had(sentence, one, other) and not now_one:
        return one, other
    if beside and is_had(sentence, other, one) and not now_one:
        return other, one
    return None


def _alike(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be two readings of one measure: levels, and not of different things."""
    if PERCENT in {one.unit, other.unit} and any(_is_a_change(sentence, number) for number in (one, other)):
        return False
    if one.unit != other.unit and not all(it.unit or it.scale > 1 for it in (one, other)):
        return False
    nouns = noun_after(sentence, one), noun_after(sentence, other)
    return None in nouns or nouns[0] == nouns[1]


def _is_a_change(sentence: Sentence, number: Quantity) -> bool:
    changes = {"up", "down", "by_amount"} & lead_of(sentence, number)
    return bool(changes) or sentence.before(number.start, "rose") is not None


def _named_ends(
    sentence: Sentence, one: Quantity, other: Quantity, *, beside: bool
) -> tuple[Quantity, Quantity] | None:
    """Tell it from the small words before the two numbers."""
    before_one, before_other = lead_of(sentence, one), lead_of(sentence, other)
    if beside and sentence.before(other.start, "baseline"):
        return other, one
    if "origin" in before_one and "to" in before_other:
        return one, other
    if "to" in before_one and "origin" in before_other:
        return other, one
    arrow = [token.text for token in sentence.tokens[one.end : other.start]]
    if arrow in (["->"], ["→"], [">"]):
        return one, other
    if beside and "from" in before_other and ("to" in before_one or _alike(sentence, one, other)):
        return other, one
    return None


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
