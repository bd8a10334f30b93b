"""How much a claim counts among the others of its sentence, and the period that it is meant for."""

from smart_tui.coach.sentence.around import is_growing, is_present, lead_of
from smart_tui.coach.sentence.claim import ABSOLUTE, NEAR, RELATIVE, Claim
from smart_tui.coach.sentence.quantities import ORDINAL_ENDINGS, PERCENT, Quantity
from smart_tui.coach.sentence.words import Sentence, Tag
from smart_tui.goals.terms import Period

SMALL = (
    *("get", "up", "down", "keep", "doing", "lead_in", "subject", "article"),
    *("to", "about", "at_least", "at_most", "by_amount"),
)
"""What may stand between a day and how much is done in it."""


def standing_of(sentence: Sentence, claim: Claim) -> int:
    """Give how much more or less a claim counts for where it stands."""
    rank = _led_up_to(sentence, claim) + lessened(sentence, claim)
    if any(
        sentence.at(place, "period") for place in range(claim.end, min(claim.end + 3, len(sentence.tokens)))
    ):
        rank += 10
    rank += 5 if sentence.first("get", "up", "down", "keep", end=claim.start) else 0
    if claim.baseline is not None:
        return max(rank, 0)
    return rank - _clauses_before(sentence, claim) * 8


def _led_up_to(sentence: Sentence, claim: Claim) -> int:
    """Weigh the words anywhere before a claim: means count less, a purpose and a total more."""
    rank = 0
    before = [tag for place in range(claim.start + 1) for tag in sentence.ending.get(place, ())]
    # "by" that leads to the number itself names no means.
    means = max((tag.end for tag in before if tag.kind == "means" and tag.end != claim.start), default=0)
    purpose = max((tag.end for tag in before if tag.kind == "purpose"), default=0)
    if means > purpose and not _is_over(sentence, means, claim) and not sentence.before(claim.start, "fall"):
        rank -= 35
    if purpose and claim.start - purpose <= NEAR:
        rank += 15
    if any(tag.kind == "budget" and _leads(sentence, tag, claim) for tag in before):
        rank -= 60
    if any(tag.kind == "part" and _leads(sentence, tag, claim) for tag in before):
        rank -= 60
    if any(tag.kind == "total" and tag.end == claim.start for tag in before):
        rank += 30
    return rank


def _is_over(sentence: Sentence, means: int, claim: Claim) -> bool:
    """Whether means that open the sentence are named in a clause before the claim's: "Với 5 nhân viên, chốt 90 đơn"."""
    opened = not any(token.text[0].isdigit() for token in sentence.tokens[:means])
    return opened and sentence.breaks(means, claim.start)


def _leads(sentence: Sentence, tag: Tag, claim: Claim) -> bool:
    """Whether words lead to a claim with no comma and few words between."""
    between = sentence.tokens[tag.end : claim.start]
    return (
        len(between) <= NEAR
        and not sentence.breaks(tag.end, claim.start)
        and not any(token.text[0].isdigit() for token in between)
    )


def lessened(sentence: Sentence, claim: Claim) -> int:
    """Weigh what makes a number none that is to be reached: an aside, a comparison, what there is already."""
    rank = 0
    if (
        sentence.at(claim.end, "not_ours")
        and not claim.bound
        and not sentence.before(claim.start, "founding")
    ):
        rank -= 30
    if claim.start and sentence.tokens[claim.start - 1].text == "(":
        rank -= 30
    if sentence.before(claim.start, "than"):
        rank -= 40
    if sentence.at(claim.end, "part"):
        rank -= 60
    if _is_a_price(sentence, claim):
        rank -= 60
    if _is_a_beginning(sentence, claim):
        rank -= 70
    if _is_ours(sentence, claim):
        rank -= 60
    return rank


def _is_a_beginning(sentence: Sentence, claim: Claim) -> bool:
    if claim.baseline is not None or not claim.marks:
        return False
    return is_present(sentence, claim.marks[0]) or _without_an_end(sentence, claim)


def _without_an_end(sentence: Sentence, claim: Claim) -> bool:
    """Whether only the beginning is named: "up from £900", "từ mức 120 triệu hiện nay"."""
    lead = lead_of(sentence, claim.marks[0])
    return (
        "origin" in lead
        and not lead & {"to", "by_amount"}
        and claim.change == ABSOLUTE
        and not is_growing(sentence, claim.start - 1)
    )


def _is_a_price(sentence: Sentence, claim: Claim) -> bool:
    """Whether a sum is what one of them costs: "at $9,000 per hire", "giá 150k một vé"."""
    if claim.baseline is not None or claim.change == RELATIVE or not claim.marks:
        return False
    lead = _price_before(sentence, claim)
    if sentence.grammar == "vi":
        return lead is not None and _counts_before(sentence, claim)
    money = claim.unit is not None and claim.unit != PERCENT
    each = sentence.at(claim.end, "each") is not None
    return money and (each or lead is not None) and _counts_before(sentence, claim)


def _price_before(sentence: Sentence, claim: Claim) -> Tag | None:
    """Give the word that makes a sum a price, right before it or a few words away: "at an average price of $5"."""
    if tag := sentence.before(claim.start, "price"):
        return tag
    words = (sentence.at(place, "price_word") for place in range(max(claim.start - 4, 0), claim.start))
    return next((tag for tag in words if tag and _leads(sentence, tag, claim)), None)


def _counts_before(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number stands before it, whose price it can be."""
    spelled = {"one", "teen", "tens", "digit", "english_small"}
    return any(
        token.text[0].isdigit() or (sentence.grammar == "en" and any(it.kind in spelled for it, _ in found))
        for token, found in zip(sentence.tokens[: claim.start], sentence.phrases, strict=False)
    )


def _is_ours(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number only says how many there are: "our 40 sales reps", "20 nhân viên của chúng tôi"."""
    if claim.unit is not None or claim.baseline is not None:
        return False
    if sentence.tokens[claim.end - 1].text in ORDINAL_ENDINGS:
        return False
    if sentence.at(claim.end, "staff") and sentence.before(claim.start, "means"):
        return True
    before = sentence.tokens[claim.start - 1].text if claim.start else ""
    if sentence.before(claim.start - 1, "emptying"):
        return False  # "sell out our 150 hampers"
    if before in {"our", "my", "their", "your"} or sentence.words(
        max(claim.start - 2, 0), claim.start
    ).lower() in {"team of", "staff of"}:
        return True
    after = sentence.words(claim.end, min(claim.end + 8, len(sentence.tokens))).lower()
    return sentence.grammar == "vi" and "của chúng tôi" in after


def _clauses_before(sentence: Sentence, claim: Claim) -> int:
    return sum(token.text in {",", ".", ";", "and", "và"} for token in sentence.tokens[: claim.start])


def period_of(
    sentence: Sentence, claim: Claim, found: list[Quantity], timely: frozenset[int]
) -> Period | None:
    """Give the period for which the target is meant: "40 leads a month", "mỗi ngày bán 100 sản phẩm"."""
    if claim.change == RELATIVE or not claim.marks:
        return None
    goal = claim.marks[0]
    until = min(
        (it.start for it in found if it.start >= goal.end and not sentence.at(it.end, "not_ours")),
        default=len(sentence.tokens),
    )
    for place in range(goal.end, min(until, goal.end + NEAR + 3)):
        if sentence.breaks(place, place + 1) or _says_how(sentence, place):
            break
        if (
            place > goal.end
            and sentence.tokens[place].text.isdigit()
            and sentence.tokens[place - 1].end != sentence.tokens[place].start  # the 2 of B2B
            and not sentence.at(place + 1, "not_ours")
        ):
            break
        tag = sentence.at(place, "period")
        if tag and tag.start not in timely and not _inside_a_name(sentence, tag):
            # A ceiling of a price or a share is kept in every month; it is not so much a month.
            every = sentence.tokens[tag.start].text in {"every", "each", "mỗi", "moi", "hằng", "hàng"}
            return None if claim.bound == "max" and claim.unit and every else Period(tag.value)
    aim = sentence.first("aim_noun", end=goal.start)
    if aim and (each := sentence.before(aim.start, "period") or sentence.at(aim.end, "period")):
        return Period(each.value)  # "our monthly target is 40 demos"
    people = sentence.at(0, "subject", "article")
    opening = sentence.at(people.end if people else 0, "period")
    named = opening is not None and (
        _inside_a_name(sentence, opening)
        if sentence.grammar == "en"
        else sentence.words(opening.start, opening.end).lower() in {"ngày", "ngay"}
        and not _acts_at_once(sentence, opening.end, claim.start)
    )
    if opening and not named and opening.start not in timely and claim.start - opening.end <= 2 * NEAR:
        return Period(opening.value)
    return None


def _says_how(sentence: Sentence, place: int) -> bool:
    """Whether means or a purpose begin here, and not where it happens: "through the hotel website"."""
    tag = sentence.at(place, "means", "purpose")
    where = tag is not None and sentence.words(place, tag.end).lower() in {"through", "via"}
    return tag is not None and not (where and sentence.first("channel", start=place, end=place + NEAR))


def _acts_at_once(sentence: Sentence, place: int, until: int) -> bool:
    """Whether only a verb and small words lead on to the number: "ngày bán 20 đơn", but "ngày hội sách bán 20 cuốn"."""
    while place < until:
        tag = sentence.at(place, *SMALL)
        if tag is None:
            return False
        place = tag.end
    return True


def _inside_a_name(sentence: Sentence, tag: Tag) -> bool:
    """Whether the period belongs to the name of what is counted: "annual revenue", "lượt đăng ký hằng tháng, từ"."""
    words = sentence.words(tag.start, tag.end).lower()
    if sentence.grammar == "vi":
        if words == "ngày":
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
