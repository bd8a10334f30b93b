"""What a sentence without a number is about."""

from smart_tui.coach.sentence.phrases import VERBS, Phrases


class VaguePhrases(Phrases):
    """Those that no number is about."""

    def named_first(self) -> tuple[int, int] | None:
        """Give what a sentence without a number is about."""
        sentence = self.sentence
        for place in range(len(sentence.tokens)):
            if place in self.timely:
                continue
            if sentence.at(place, "being") and not self.ranks():
                return None
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

    def ranks(self) -> bool:
        """Whether there is a place in a ranking, of which what is ranked is the name: "the number 1 agency"."""
        signs = (self.sentence.at(place, "ordinal_sign") for place in range(len(self.sentence.tokens)))
        return any(sign is not None and self.digit(sign.end) for sign in signs)

    def plain_stretch(self, place: int) -> tuple[int, int] | None:
        """Give the phrase that starts here once vague words are passed over."""
        sentence = self.sentence
        while place < len(sentence.tokens):
            tag = sentence.at(
                place, "vague", "article", "more", "less", "lead_in", "subject", "soon", "degree", "wishing"
            )
            word = sentence.tokens[place].text.isalpha() and place not in self.timely
            if not word or sentence.at(place, "stop"):
                place += 1
            elif period := sentence.at(place, "period"):
                place = period.end
            elif (ordinal := sentence.at(place, "ordinal_sign")) and self.digit(ordinal.end):
                place = ordinal.end + 1
            elif tag and not sentence.at(place, "rate_word", "compound", "noun"):
                place = tag.end
            else:
                break
        found = self.stretch(place)
        if found is None:
            return None
        aim = sentence.before(found[1], "aim_noun")
        if aim is not None and aim.start >= place:  # "the library's target was"
            return self.plain_stretch(aim.end)
        end = next(
            (
                at
                for at in range(place + 1, found[1])
                if sentence.at(at, "vague", "soon", "event", "degree") and not sentence.at(at, "noun")
            ),
            found[1],
        )
        return place, end
