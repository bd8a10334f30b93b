"""What a sentence counts: the noun phrase that its number or its verb is about."""

from smart_tui.coach.sentence.claim import RELATIVE, Claim
from smart_tui.coach.sentence.money import is_money
from smart_tui.coach.sentence.phrases import VERBS, Phrases
from smart_tui.coach.sentence.quantities import PERCENT
from smart_tui.coach.sentence.vagueness import VaguePhrases
from smart_tui.coach.sentence.words import Sentence, Tag

LEADS = ("at_most", "at_least", "about", "by_amount")
CLASSIFIERS = frozenset({"lượt", "cái", "chiếc", "con", "người", "bài", "cuộc", "đơn vị", "luot", "times"})
LONGEST_HANGING = 7
"""Words in what hangs on a name."""
EACH = frozenset({"mỗi", "moi", "each", "every", "per"})


def metric_of(sentence: Sentence, claim: Claim | None, timely: frozenset[int]) -> tuple[int, int] | None:
    """Give the tokens of the metric, from the first to the one after the last; `timely` are those of times."""
    if claim is None:
        vague = VaguePhrases(sentence, None, timely)
        found = vague.named_first()
        return None if found is None else vague.trimmed(*found)
    phrases = _CountedPhrases(sentence, claim, timely)
    counted = phrases.counted(claim)
    return None if counted is None else phrases.trimmed(*counted)


class _CountedPhrases(Phrases):
    """Those that a number may be about."""

    def counted(self, claim: Claim) -> tuple[int, int] | None:
        between, subject = self.between(claim), self.subject(claim)
        after = self.after(claim)
        if subject and (self.is_a_verb(subject, claim, after=after) or self.says_for_each(subject)):
            subject = None
        if subject and self.gives(claim):
            subject = None
        if between and self.says_for_each(between):
            between = None
        verb = self.verb_before(claim)
        if (
            subject
            and verb
            and verb.kind == "get"
            and self.sentence.at(subject[0], "head")
            and verb.start > subject[0]
        ):
            between = None  # "tỷ lệ học viên hoàn thành khóa học"
        changes = verb is not None and verb.kind in {"up", "down", "keep"}
        counts = claim.unit is None and claim.change != RELATIVE
        settled = claim.baseline is not None or bool(claim.bound) or not changes
        name = between or subject
        level = (
            claim.unit == PERCENT
            and claim.change != RELATIVE
            and subject is not None
            and subject[1] < claim.start
        )
        order = [
            between and self.with_what_hangs(between, claim),
            subject and self.with_what_hangs(subject, claim),
            after,
        ]
        if after and not (name and self.says_no_more(after, name)):
            if not between and subject and self.does_a_share(subject, claim):
                order = [after, subject]
            elif counts and settled:
                order = [after, between, subject]
            elif not level and claim.baseline is None and not between and not claim.bound:
                order = [after, subject, between]
        return next((it for it in order if it and self.trimmed(*it) and not self.is_done(it)), None)

    def with_what_hangs(self, phrase: tuple[int, int], claim: Claim) -> tuple[int, int]:
        """Lengthen a phrase before the number: "turnover [in the warehouse]", "tương tác trung bình [mỗi bài đăng]"."""
        start, end = phrase
        while end < claim.start and (longer := self.hanging(end, claim)):
            end = longer
        return start, end

    def hanging(self, place: int, claim: Claim) -> int | None:
        """Give the end of what hangs on the word before a token, where anything does."""
        link = self.sentence.at(place, "hanging")
        soon = self.sentence.at(place, "soon_as")
        if link is None or link.end >= claim.start or self.sentence.at(place, "period"):
            return None
        if soon is not None and soon.end > link.end:  # "trong vòng"
            return None
        found = self.stretch(self.skipped(link.end), claim.start)
        return None if found is None or found[1] - place > LONGEST_HANGING else found[1]

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
        if unit and self.claim and start == self.claim.end and sentence.before(self.claim.start, "founding"):
            return False  # "open 3 stores"
        if unit is None:
            return sentence.at(start, "weight") is not None and end - start == 1
        of = unit.end < end and sentence.tokens[unit.end].text == "of"
        return unit.end >= end or (not of and sentence.at(start, "short_time", "lasting") is not None)

    def gives(self, claim: Claim) -> bool:
        """Whether a verb stands directly before a sum that nobody but people do with money: "the fund raises $5"."""
        place = claim.start
        while tag := self.sentence.before(place, "article", *LEADS):
            place = tag.start
        return self.sentence.before(place, "giving") is not None and is_money(self.sentence, claim)

    def is_a_verb(self, subject: tuple[int, int], claim: Claim, *, after: tuple[int, int] | None) -> bool:
        """Whether one word directly before a number says what to do, not what is counted: "List 50 flats", "Save $5"."""
        start, end = subject
        if end == claim.start and (verb := self.sentence.at(start, "get")) and verb.end == end:
            return True
        if end - start > 1 or end != claim.start:
            return False
        acts = self.sentence.at(start, "money_of_verb", "noun_of_verb", "doing")
        return acts is not None or (
            after is not None and self.sentence.grammar == "en" and claim.unit is None
        )

    def does_a_share(self, subject: tuple[int, int], claim: Claim) -> bool:
        """Whether people do something with a share of what follows: "our support team will resolve 85% of chats"."""
        people = self.sentence.before(subject[1], "subject", "staff", "person")
        return people is not None and self.sentence.words(claim.end, claim.end + 1).lower() == "of"

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
            tag = self.sentence.at(place, *VERBS, "lead_in")  # "make sure" is no "make"
            if (
                tag
                and tag.kind != "lead_in"
                and tag.end <= claim.start
                and (found is None or self.stretch(self.skipped(found.end), claim.start) is None)
            ):
                found = tag
        return found

    def subject(self, claim: Claim) -> tuple[int, int] | None:
        """Give the phrase at the start: "[our followers] should grow by 700"."""
        return self.subject_from(self.clause_start(claim), claim) or self.subject_from(0, claim)

    def after_an_aim(self, start: int, end: int, claim: Claim) -> int | None:
        """Give where what is wanted begins, where a phrase says who wants it or whose aim it is: "the shop is targeting"."""
        sentence = self.sentence
        for place in range(start, end):
            if tag := sentence.at(place, "wishing"):
                return tag.end
            if aim := sentence.at(place, "aim_noun"):
                return None if self.named_by_an_aim(start, end) else aim.end
        place = end
        while place < claim.start and (tag := sentence.at(place, "current", "subject", "lead_in", "stop")):
            if wish := sentence.at(place, "wishing"):
                return wish.end
            if tag.kind == "lead_in":
                return None
            place = tag.end
        return wish.end if place < claim.start and (wish := sentence.at(place, "wishing")) else None

    def named_by_an_aim(self, start: int, end: int) -> tuple[int, int] | None:
        """Give what stands between an owner and the word for the aim: "the team's [sales] target"."""
        sentence = self.sentence
        aim = sentence.first("aim_noun", start=start, end=end)
        if aim is None:
            return None
        owners = [at + 1 for at in range(start, aim.start) if sentence.words(at - 1, at + 1).lower() == "'s"]
        first = max(owners, default=start)
        return None if first >= aim.start or sentence.at(first, "period_name") else (first, aim.start)

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
            if found and (after := self.after_an_aim(*found, claim)):
                place = after
                continue
            if found and (of_an_aim := self.named_by_an_aim(*found)):
                return of_an_aim
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
