"""What a sentence counts: the noun phrase that its number or its verb is about."""

from smart_tui.coach.sentence.claim import RELATIVE, Claim
from smart_tui.coach.sentence.money import is_money
from smart_tui.coach.sentence.words import Sentence, Tag

INCOMES = frozenset({"doanh", "thu", "lợi", "doanh thu"})
"""How names begin that may say from what: "doanh thu từ khách hàng cũ"."""
TIMES = frozenset(
    {"nay", "giờ", "bây", "hôm", "năm", "tháng", "tuần", "quý", "ngày", "mức", "con", "now", "today"}
)
"""Words after "từ" that are no source."""

LONGEST = 9
"""Words in a metric; what is longer has swallowed something."""
VERBS = ("up", "down", "keep", "get")
LINKS = ("to", "origin", "current", "baseline", "from", "past", "have")
"""Words that lead from one number of a claim to the other."""
LEADS = ("at_most", "at_least", "about", "by_amount")
BOUNDS = ("at_most", "at_least", "about", "by_amount", "price_word", "at_most_after", "at_least_after")
PLACEHOLDERS = "nxy"
"""Letters that stand for a number nobody has given yet: "reach N attendees"."""
CLASSIFIERS = frozenset({"lượt", "cái", "chiếc", "con", "người", "bài", "cuộc", "đơn vị", "luot", "times"})
EACH = frozenset({"mỗi", "moi", "each", "every", "per"})
ENDINGS = ("của mình", "của tôi", "của chúng tôi", "của team", "của quán", "cua minh", "cua toi")
"""Whose it is does not belong to its name."""


def metric_of(sentence: Sentence, claim: Claim | None, timely: frozenset[int]) -> tuple[int, int] | None:
    """Give the tokens of the metric, from the first to the one after the last; `timely` are those of times."""
    phrases = _Phrases(sentence, claim, timely)
    found = phrases.vague() if claim is None else phrases.counted(claim)
    return None if found is None else phrases.trimmed(*found)


class _Phrases:
    """The noun phrases of one sentence."""

    def __init__(self, sentence: Sentence, claim: Claim | None, timely: frozenset[int]) -> None:
        self.sentence = sentence
        self.claim = claim
        self.timely = timely

    def counted(self, claim: Claim) -> tuple[int, int] | None:
        between, subject = self.between(claim), self.subject(claim)
        after = self.after(claim)
        if subject and (self.is_a_verb(subject, claim, after=after) or self.says_for_each(subject)):
            subject = None
        if between and self.says_for_each(between):
            between = None
        verb = self.verb_before(claim)
        changes = verb is not None and verb.kind in {"up", "down", "keep"}
        counts = claim.unit is None and claim.change != RELATIVE
        settled = claim.baseline is not None or bool(claim.bound) or not changes
        name = between or subject
        order = [between, subject, after]
        if after and not (name and self.says_no_more(after, name)):
            if counts and settled:
                order = [after, between, subject]
            elif claim.baseline is None and not between and not claim.bound:
                order = [after, subject, between]
        return next((it for it in order if it and self.trimmed(*it) and not self.is_done(it)), None)

    def after(self, claim: Claim) -> tuple[int, int] | None:
        """Give the phrase after the number, or after the other number of its claim."""
        ends = [mark.end for mark in claim.marks[:2]] or [claim.end]
        found = next((it for end in ends if (it := self.from_(end)) and not self.is_a_unit(*it)), None)
        if found is None or not is_money(self.sentence, claim):
            return found
        of_money = self.sentence.at(found[0], "money", "noun", "compound")
        earned = self.sentence.first("money_of_verb", end=claim.start)
        return None if earned and of_money is None else found

    def is_a_unit(self, start: int, end: int) -> bool:
        """Whether a phrase only says in what is counted: "days", "phút", but not "hours of overtime", "buổi hội thảo"."""
        sentence = self.sentence
        unit = sentence.at(start, "not_ours")
        if unit is None:
            return False
        of = unit.end < end and sentence.tokens[unit.end].text == "of"
        return unit.end >= end or (not of and sentence.at(start, "short_time", "lasting") is not None)

    def is_a_verb(self, subject: tuple[int, int], claim: Claim, *, after: tuple[int, int] | None) -> bool:
        """Whether one word directly before a number says what to do, not what is counted: "List 50 flats", "Save $5"."""
        start, end = subject
        if end - start > 1 or end != claim.start:
            return False
        acts = self.sentence.at(start, "money_of_verb", "noun_of_verb", "doing")
        return acts is not None or (after is not None and self.sentence.lang == "en" and claim.unit is None)

    def is_done(self, phrase: tuple[int, int]) -> bool:
        """Whether a phrase is nothing but "raised": what was raised is implied."""
        tag = self.sentence.at(phrase[0], "participle")
        return tag is not None and tag.end == phrase[1]

    def says_no_more(self, after: tuple[int, int], name: tuple[int, int]) -> bool:
        """Whether what follows the number only repeats a word of the name, or is a word of counting like "lượt"."""
        words = {token.text for token in self.sentence.tokens[after[0] : after[1]]}
        return words <= CLASSIFIERS or words <= {
            token.text for token in self.sentence.tokens[name[0] : name[1]]
        }

    def says_for_each(self, phrase: tuple[int, int]) -> bool:
        before = self.sentence.tokens[phrase[0] - 1].text if phrase[0] else ""
        return before in EACH or self.sentence.tokens[phrase[0]].text in EACH

    def leads_to_level(self, claim: Claim) -> bool:
        """Whether the number says how high something is to be, so that its name stands before it."""
        before = self.sentence.before(claim.start, "to", "at_most", "at_least", "about")
        return before is not None and before.kind == "to" and self.between(claim) is not None

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
        sentence, token = self.sentence, self.sentence.tokens[place]
        if place > start and place in sentence.joined:
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
            return not (place == start and sentence.at(place, "period_name"))
        return sentence.at(place, "stop") is not None and not self.within_a_name(place, start)

    def digit(self, place: int) -> bool:
        return place < len(self.sentence.tokens) and self.sentence.tokens[place].text.isdecimal()

    def counted_at(self, place: int) -> bool:
        """Whether a token belongs to a number of the claim; what stands between its two numbers does not."""
        claim = self.claim
        if claim is None or not claim.start <= place < claim.end:
            return False
        within = any(mark.start <= place < mark.end for mark in claim.marks)
        return within or not claim.marks or self.sentence.at(place, *LINKS) is not None

    def named(self, place: int) -> bool:
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
        if text == "of":
            return True
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

    def between(self, claim: Claim) -> tuple[int, int] | None:
        """Give the phrase between the verb and the number: "raise [open rate] to 30%"."""
        verb = self.verb_before(claim)
        return None if verb is None else self.stretch(self.skipped(verb.end), claim.start)

    def verb_before(self, claim: Claim) -> Tag | None:
        """Give the first verb of the clause in which the number stands."""
        found = None
        for place in range(claim.start):
            if place in self.timely:
                continue
            if (
                self.sentence.breaks(place, place + 1)
                and found
                and self.stretch(self.skipped(found.end), claim.start) is None
            ):
                found = None
            if (
                self.sentence.breaks(place, place + 1)
                and place + 1 == self.clause_start(claim)
                and self.subject_from(place + 1, claim)
            ):
                found = None
            tag = self.sentence.at(place, *VERBS)
            if (
                tag
                and tag.end <= claim.start
                and (found is None or self.stretch(self.skipped(found.end), claim.start) is None)
            ):
                found = tag
        return found

    def subject(self, claim: Claim) -> tuple[int, int] | None:
        """Give the phrase at the start: "[our followers] should grow by 700"."""
        return self.subject_from(self.clause_start(claim), claim) or self.subject_from(0, claim)

    def clause_start(self, claim: Claim) -> int:
        """Give the token after the last comma before the number, times and asides passed over."""
        breaks = [place + 1 for place in range(claim.start) if self.sentence.breaks(place, place + 1)]
        return max(breaks, default=0)

    def subject_from(self, place: int, claim: Claim) -> tuple[int, int] | None:
        while place < claim.start:
            if place in self.timely or not self.sentence.tokens[place].text[0].isalnum():
                place += 1
                continue
            tag = self.sentence.at(
                place, "lead_in", "subject", "article", "stop", "current", "get", "to", *LEADS
            )
            if tag is not None and not self.sentence.at(place, "noun", "rate_word", "compound"):
                place = tag.end
                continue
            found = self.stretch(place, claim.start)
            if found and not (self.sentence.at(place, "get") and found[1] - place == 1):
                end = next(
                    (
                        at
                        for at in range(place + 1, found[1])
                        if self.sentence.at(at, "up", "down", "lead_in", "keep")
                    ),
                    found[1],
                )
                return place, end
            place += 1
        return None

    def skipped(self, place: int) -> int:
        while (
            place < len(self.sentence.tokens)
            and (tag := self.sentence.at(place, "article", "more", "less", "by_amount"))
            and not self.sentence.at(place, "rate_word")
        ):
            place = tag.end
        return place

    def vague(self) -> tuple[int, int] | None:
        """Give what a sentence without a number is about."""
        sentence = self.sentence
        for place in range(len(sentence.tokens)):
            if place in self.timely:
                continue
            tag = sentence.at(place, *VERBS)
            if tag is not None and (
                tag.kind in {"up", "down"} or sentence.at(place, "lead_in", "subject") is None
            ):
                found = self.plain_stretch(tag.end)
                people = (
                    found is not None
                    and sentence.at(found[0], "person") is not None
                    and found[1] - found[0] == 1
                )
                if found and not (people and sentence.at(place, "noun_of_verb")):
                    return found
                if sentence.at(place, "noun_of_verb"):
                    return None
        return self.plain_stretch(0)

    def plain_stretch(self, place: int) -> tuple[int, int] | None:
        """Give the phrase that starts here once vague words are passed over."""
        sentence = self.sentence
        while place < len(sentence.tokens):
            tag = sentence.at(place, "vague", "article", "more", "less", "lead_in", "subject", "soon")
            word = sentence.tokens[place].text.isalpha() and place not in self.timely
            if not word or sentence.at(place, "stop"):
                place += 1
            elif (ordinal := sentence.at(place, "ordinal_sign")) and self.digit(ordinal.end):
                place = ordinal.end + 1
            elif tag and not sentence.at(place, "rate_word", "compound", "noun"):
                place = tag.end
            else:
                break
        found = self.stretch(place)
        if found is None:
            return None
        end = next(
            (at for at in range(place + 1, found[1]) if sentence.at(at, "vague", "soon", "event")), found[1]
        )
        return place, end

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Leave out small words at both ends."""
        sentence = self.sentence
        while (
            start < end
            and (tag := sentence.at(start, "article", "subject", "lead_in", "get", "current"))
            and tag.end <= end
            and not (tag.kind == "get" and self.claim is not None and start == self.claim.end)
            and not sentence.at(start, "rate_word", "noun", "compound")
        ):
            start = tag.end
        if (
            end - start > 1
            and len(sentence.tokens[start].text) == 1
            and sentence.tokens[start].text in PLACEHOLDERS
        ):
            start += 1
        while start < end and (not sentence.tokens[end - 1].text[0].isalnum() or self.small(end)):
            end -= 1
        words = sentence.words(start, end).lower()
        owner = next((it for it in ENDINGS if words.endswith(f" {it}")), "")
        return (start, end - len(owner.split())) if start < end else None

    def small(self, end: int) -> bool:
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
        return (
            tag is not None and tag.end - tag.start == 1 and not self.sentence.before(end, "noun", "compound")
        )
