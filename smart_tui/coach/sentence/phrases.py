"""The noun phrases of one sentence: where one begins and ends."""

from smart_tui.coach.sentence.claim import Claim
from smart_tui.coach.sentence.words import Sentence

INCOMES = frozenset({"doanh", "thu", "lợi", "doanh thu"})
"""How names begin that may say from what: "doanh thu từ khách hàng cũ"."""
TIMES = frozenset(
    {
        "nay",
        "giờ",
        "bây",
        "hôm",
        "năm",
        "tháng",
        "tuần",
        "quý",
        "ngày",
        "mức",
        "con",
        "now",
        "today",
        "week",
        "month",
        "day",
        "time",
    }
)
"""Words after "từ" that are no source."""
LONGEST = 9
"""Words in a metric; what is longer has swallowed something."""
VERBS = ("up", "down", "keep", "get")
LINKS = ("to", "origin", "current", "baseline", "from", "past", "have")
"""Words that lead from one number of a claim to the other."""
BOUNDS = ("at_most", "at_least", "about", "by_amount", "price_word", "at_most_after", "at_least_after")
PLACEHOLDERS = "nxy"
"""Letters that stand for a number nobody has given yet: "reach N attendees"."""
ENDINGS = ("của mình", "của tôi", "của chúng tôi", "của team", "của quán", "cua minh", "cua toi")
"""Whose it is does not belong to its name."""


class Phrases:
    """The noun phrases of one sentence; `timely` tokens are times."""

    def __init__(self, sentence: Sentence, claim: Claim | None, timely: frozenset[int]) -> None:
        self.sentence = sentence
        self.claim = claim
        self.timely = timely

    def from_(self, place: int) -> tuple[int, int] | None:
        """Give the phrase that starts at a token, its small words passed over."""
        sentence = self.sentence
        while place < len(sentence.tokens):
            token = sentence.tokens[place]
            tag = sentence.at(
                place,
                "more",
                "less",
                "article",
                "period",
                "fold",
                "about",
                "at_most",
                "at_most_after",
                "at_least_after",
            )
            if tag and tag.kind == "period" and self.names_a_period(place):
                break
            if token.text == "first":  # "25 first meetings"
                break
            if token.text in {"of", "in", "net", "the", "as", "many", "much", "-"} or (
                tag and token.text != "net"
            ):
                place = tag.end if tag and token.text not in {"of", "in", "as"} else place + 1
                continue
            break
        return self.stretch(place)

    def names_a_period(self, place: int) -> bool:
        """Whether "monthly" begins a name: "120 monthly donors"."""
        tag = self.sentence.at(place, "period_name")
        return tag is not None and tag.end < len(self.sentence.tokens) and self.stretch(tag.end) is not None

    def stretch(self, start: int, until: int | None = None) -> tuple[int, int] | None:
        """Give the words from a token up to one that ends a phrase."""
        sentence, end = self.sentence, start
        last = len(sentence.tokens) if until is None else until
        while end < last and end - start < LONGEST and not self.ends(end, start):
            end += 1
        return (start, end) if end > start else None

    def ends(self, place: int, start: int) -> bool:
        """Whether a phrase that starts at one token ends before another."""
        sentence, token = self.sentence, self.sentence.tokens[place]
        if place > start and (place in sentence.joined or place in sentence.asides):
            return False
        if place in self.timely or not (token.text[0].isalnum() or token.text in {"-", "&", "'"}):
            return True
        if self.counted_at(place):
            return True
        if token.text[0].isdigit() and sentence.at(place, "currency") is None and not self.named(place):
            return not (
                place > start
                and (sentence.before(place, "ordinal_sign") or sentence.at(place + 1, "not_ours"))
            )
        if (
            place > start
            and sentence.at(place, "means", "than", "budget", "purpose", "baseline", *BOUNDS)
            and self.sentence.tokens[place].text != "with"
        ):
            return True
        if place > start and (rank := sentence.at(place, "ordinal_sign")) and self.digit(rank.end):
            return True
        if sentence.at(place, "period") and sentence.tokens[place].text != "ngày":
            named = place == start or (sentence.before(place, "article") and self.names_a_period(place))
            return not (named and sentence.at(place, "period_name"))
        return sentence.at(place, "stop") is not None and not self.within_a_name(place, start)

    def digit(self, place: int) -> bool:
        """Whether a figure stands at a place."""
        return place < len(self.sentence.tokens) and self.sentence.tokens[place].text.isdecimal()

    def counted_at(self, place: int) -> bool:
        """Whether a token belongs to a number of the claim; what stands between its two numbers does not."""
        claim = self.claim
        if claim is None or not claim.start <= place < claim.end:
            return False
        within = any(mark.start <= place < mark.end for mark in claim.marks)
        return within or not claim.marks or self.sentence.at(place, *LINKS) is not None

    def named(self, place: int) -> bool:
        """Whether a figure hangs on the word before it: the 2 of "B2B"."""
        before = self.sentence.tokens[place - 1] if place else None
        return (
            before is not None and before.end == self.sentence.tokens[place].start and before.text.isalpha()
        )

    def within_a_name(self, place: int, start: int) -> bool:
        """Whether a small word belongs to a name: "cost per lead", "tỷ lệ khách hàng quay lại"."""
        text = self.sentence.tokens[place].text
        if place == start:
            return False
        if text == "per":
            return self.sentence.tokens[start].text in {
                "cost",
                "revenue",
                "price",
                "leads",
                "income",
                "spend",
                "visits",
                "sales",
                "clicks",
                "average",
                "profit",
            }
        if text in {
            "of",
            "moi",
        }:  # without accents it is "mới" unless a period follows, which ends a phrase before
            return True
        if text == "được":  # "đơn hàng được giao đúng hẹn"
            acts = self.sentence.at(place + 1, "get", "respond", "doing") is not None
            return acts and self.claim is not None and start >= self.claim.end
        if text == "từ":
            tokens = self.sentence.tokens[place + 1 : place + 2]
            return (
                tokens != ()
                and tokens[0].text.isalpha()
                and self.sentence.tokens[start].text in INCOMES
                and (tokens[0].text not in TIMES and not self.sentence.at(place, "period"))
            )
        if text in {"mỗi", "một", "về"}:
            return (
                self.sentence.tokens[start].text in {"chi", "giá", "doanh"}
                and self.sentence.at(place, "period") is None
            )
        return False

    def skipped(self, place: int) -> int:
        """Give the first token from a place on that is no small word."""
        while (
            place < len(self.sentence.tokens)
            and (tag := self.sentence.at(place, "article", "more", "less", "by_amount"))
            and not self.sentence.at(place, "rate_word")
        ):
            place = tag.end
        return place

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Leave out small words at both ends."""
        sentence = self.sentence
        while (
            start < end
            and (tag := sentence.at(start, "article", "subject", "lead_in", "get", "current"))
            and tag.end <= end
            and not (tag.kind in {"get", "lead_in"} and self.claim is not None and start == self.claim.end)
            and not sentence.at(start, "rate_word", "noun", "compound")
        ):
            start = tag.end
        if (
            end - start > 1
            and len(sentence.tokens[start].text) == 1
            and sentence.tokens[start].text in PLACEHOLDERS
        ):
            start += 1
        while start < end and (shorter := self.shorter(start, end)) < end:
            end = shorter
        words = sentence.words(start, end).lower()
        owner = next((it for it in ENDINGS if words.endswith(f" {it}")), "")
        return (start, end - len(owner.split())) if start < end else None

    def shorter(self, start: int, end: int) -> int:
        """Give the end without a last sign, small word, or "at least"."""
        sentence = self.sentence
        if end - 1 in sentence.asides:
            return end
        bound = sentence.before(end, "at_least", "at_most", "about")
        if bound is not None and bound.start >= start and not sentence.before(end, "noun", "compound"):
            return bound.start
        return end - 1 if not sentence.tokens[end - 1].text[0].isalnum() or self.small(end) else end

    def small(self, end: int) -> bool:
        """Whether the last word before a place is a small one."""
        tag = self.sentence.before(
            end,
            "more",
            "less",
            "about",
            "at_least",
            "by_amount",
            "lead_in",
            "to",
            "stop",
            "article",
            "price_word",
        )
        new = self.sentence.tokens[end - 1].text == "moi"  # as in `within_a_name`
        return (
            tag is not None
            and tag.end - tag.start == 1
            and not new
            and not self.sentence.before(end, "noun", "compound")
        )
