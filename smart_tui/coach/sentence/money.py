"""Whether a number is a sum of money, with or without a word that says so."""

from smart_tui.coach.sentence.claim import RELATIVE, Claim
from smart_tui.coach.sentence.quantities import PERCENT
from smart_tui.coach.sentence.words import Sentence

MILLION = 1_000_000


def is_money(sentence: Sentence, claim: Claim) -> bool:
    """Say so of "$5", and in Vietnamese of millions that no word for a thing follows."""
    if claim.change == RELATIVE or not claim.marks:
        return False
    if claim.unit is not None:
        return claim.unit != PERCENT
    goal = claim.marks[0]
    things = (sentence.at(place, "thing") for place in (goal.end, goal.end + 1))
    return sentence.grammar == "vi" and goal.scale >= MILLION and not any(things)
