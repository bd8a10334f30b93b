"""Which other number of a sentence may be meant as well, so that a person is asked instead of told."""

from collections.abc import Sequence

from smart_tui.coach.sentence.around import changes_anew, noun_after
from smart_tui.coach.sentence.claim import ABSOLUTE, NEAR, RELATIVE, Claim
from smart_tui.coach.sentence.quantities import PERCENT
from smart_tui.coach.sentence.standing import lessened
from smart_tui.coach.sentence.words import Sentence

RIVALRY = 30
"""How much less a claim may count than the best and still be meant."""
WEAK = 40
"""What counts less is no sure target beside another number of things."""
OF_A_LEVEL = 40
BESIDE = frozenset(
    {
        "in",
        "across",
        "at",
        "for",
        "with",
        "from",
        "over",
        "on",
        "per",
        "of",
        "among",
        "aged",
        "age",
        "out",
        "/",
    }
    | {"ở", "tại", "trên", "cho", "với", "từ", "trong", "của", "qua", "lớp", "x"}
)
"""Words before a number that says where, with whom, of what: "in 9 provinces", "of 10 minutes"."""
YEARS = range(1990, 2100)
COMPARED = frozenset({"last", "previous", "the", "this"})
"""Words after "up 12% on" that begin a time."""
JOINTS = frozenset({"and", "và", "va"})
ACTING = ("up", "down", "get", "keep")
NO_OUTCOMES = ("means", "budget", "part", "current", "past")
"""Words before what is no outcome of its own."""


def rivals_of(sentence: Sentence, best: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give the claims that may be meant where the best one is not sure."""
    if best.baseline is not None or not best.marks or sentence.before(best.start, "total"):
        return ()
    return tuple(claim for claim in claims if _rivals(sentence, best, claim))


def makes_a_level(sentence: Sentence, claim: Claim, claims: Sequence[Claim]) -> int:
    """Give how much less a growth counts where the level stands beside it: "đạt 3.200 tỷ, tăng 14%"."""
    if claim.change != RELATIVE or not claim.marks:
        return 0
    return OF_A_LEVEL if any(_is_its_level(sentence, claim, other) for other in claims) else 0


def follows_another(sentence: Sentence, claim: Claim, claims: Sequence[Claim]) -> int:
    """Give how much less a claim counts whose verb joins it to an outcome named before: "open 25 stores and take sales past £180m"."""
    before = (other.rank for other in claims if _is_named_first(sentence, other, claim))
    first = max(before, default=None)
    return 0 if first is None else max(claim.rank - first + 1, 0)


def _is_named_first(sentence: Sentence, first: Claim, claim: Claim) -> bool:
    if first.end > claim.start or first.rank <= 0 or not first.marks or lessened(sentence, first) < 0:
        return False
    verb = sentence.before(first.start, *ACTING)
    if verb is None or sentence.at(verb.start, "doing") or sentence.first(*NO_OUTCOMES, end=verb.start):
        return False
    return any(
        (sentence.tokens[place].text in JOINTS and sentence.at(place + 1, *ACTING))
        or (sentence.tokens[place].text == "," and changes_anew(sentence, place))
        for place in range(first.end, claim.start)
    )


def _is_its_level(sentence: Sentence, growth: Claim, level: Claim) -> bool:
    if level.change != ABSOLUTE or level.unit == PERCENT or not level.marks or level.rank <= 0:
        return False
    money = level.unit is not None or sentence.at(level.end, "money") is not None
    if _is_a_remark(sentence, growth) and growth.start >= level.end:
        return level.baseline is None and growth.start - level.end <= 2 * NEAR
    if level.baseline is not None or (not money and noun_after(sentence, level.marks[0]) is not None):
        return False
    near = max(growth.start - level.end, level.start - growth.end) <= 2 * NEAR
    return near and sentence.before(level.start, "to") is not None


def _is_a_remark(sentence: Sentence, growth: Claim) -> bool:
    """Whether a growth only says, after a comma, what the level means: ", tăng 11% so với năm 2026", ", up 12%"."""
    verb = sentence.before(growth.start, "up", "down", "more", "less")
    if verb is None or not verb.start or sentence.tokens[verb.start - 1].text not in {",", "(", "-"}:
        return False
    if growth.end >= len(sentence.tokens) or sentence.breaks(growth.end, growth.end + 1):
        return True
    if sentence.at(growth.end, "than") is not None or sentence.tokens[growth.end].text == ")":
        return True
    after = [token.text for token in sentence.tokens[growth.end : growth.end + 2]]
    return after[0] in {"on", "over", "from"} and (after[-1] in COMPARED or after[-1].isdecimal())


def _rivals(sentence: Sentence, best: Claim, other: Claim) -> bool:
    weak = lessened(sentence, best) < 0 and best.rank < WEAK
    if weak and not _overlap(best, other) and other.marks:
        return noun_after(sentence, other.marks[0]) is not None and not sentence.at(other.end, "not_ours")
    if other.rank <= 0 or best.rank - other.rank > RIVALRY or _overlap(best, other) or not other.marks:
        return False
    if other.change == RELATIVE and other.start >= best.end and _is_its_level(sentence, other, best):
        return False
    if best.change == ABSOLUTE and other.change == RELATIVE and not noun_after(sentence, best.marks[0]):
        return False
    return lessened(sentence, best) < 0 or not (
        lessened(sentence, other) < 0
        or _is_aside(sentence, other)
        or _leads_to_it(sentence, best, other)
        or _is_a_part(sentence, best, other)
    )


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _is_aside(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number says where or of what, or is a year or a part of "24/7"."""
    before = sentence.tokens[claim.start - 1].text if claim.start else ""
    after = sentence.tokens[claim.end].text if claim.end < len(sentence.tokens) else ""
    typed = sentence.tokens[claim.start].text
    year = typed.isdecimal() and int(typed) in YEARS and claim.unit is None
    return before in BESIDE or after == "/" or year


def _leads_to_it(sentence: Sentence, best: Claim, other: Claim) -> bool:
    """Whether a number only says what is done, or who does it, for the best one: "30 triệu ads mang về 400 đơn"."""
    if other.start > best.start:
        return False
    between = range(other.end, best.start)
    if any(tag.kind in {"purpose", "means"} for place in between for tag in sentence.starting.get(place, ())):
        return True
    acts = sentence.first(*ACTING, start=other.end, end=best.start) is not None
    return (
        acts
        and sentence.first(*ACTING, end=other.start) is None
        and not sentence.breaks(other.end, best.start)
    )


def _is_a_part(sentence: Sentence, best: Claim, other: Claim) -> bool:
    """Whether a smaller number of the same kind is a part of the best one: "500 khách, tối thiểu 100 khách mới"."""
    same = (
        noun_after(sentence, best.marks[0]) == noun_after(sentence, other.marks[0])
        and best.unit == other.unit
    )
    return same and bool(other.bound) and other.target < best.target
