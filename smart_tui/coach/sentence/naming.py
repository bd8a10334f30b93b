"""A metric's name: the noun phrase of the sentence with where it comes from, or what its verb or unit implies."""

from smart_tui.coach.lexicon import phrasing
from smart_tui.coach.sentence.claim import Claim
from smart_tui.coach.sentence.money import is_money
from smart_tui.coach.sentence.phrases import TIMES
from smart_tui.coach.sentence.words import Sentence, Tag

FOR = frozenset({"for", "cho"})
PLACING = frozenset({"on", "with", "among"})
"""Words that say of what is not counted where it is."""
LONGEST_SOURCE = 4
Span = tuple[int, int]


def named(
    sentence: Sentence, claim: Claim | None, phrase: Span | None, times: frozenset[int]
) -> tuple[str | None, Span | None]:
    """Give the metric's name, and the tokens that it comes from."""
    if phrase is None:
        return _implied(sentence, claim, times)
    if implied := _of_a_unit(sentence, claim, phrase):
        return implied, phrase
    words = sentence.words(*phrase)
    if (
        claim is not None
        and claim.end <= phrase[0]
        and (source := _source(sentence, phrase[1], claim, times))
    ):
        link, (start, end) = source
        return f"{words} {link} {sentence.words(start, end)}", (phrase[0], end)
    if claim is None and (feeling := sentence.at(phrase[1], "feeling")):
        return str(feeling.value).format(
            words.removesuffix("s") if sentence.grammar == "en" else words
        ), phrase
    if claim is None and (place := _place(sentence, phrase[1], times)):
        return f"{words} {sentence.words(phrase[1], place[1])}", (phrase[0], place[1])
    return words, phrase


def _of_a_unit(sentence: Sentence, claim: Claim | None, phrase: Span) -> str | None:
    """Name what a unit of weight measures."""
    tag = sentence.at(phrase[0], "weight")
    if claim is None or phrase[0] != claim.end or tag is None:
        return None
    if tag.end < phrase[1] and sentence.tokens[tag.end].text == "of":
        return sentence.words(tag.end + 1, phrase[1])
    return phrasing(sentence.lang).weight


def _source(sentence: Sentence, place: int, claim: Claim, times: frozenset[int]) -> tuple[str, Span] | None:
    """Give the noun phrase after "from", "through our": where what is counted comes from."""
    if place >= len(sentence.tokens) or place in times:
        return None
    link = next(
        (
            word
            for word in phrasing(sentence.lang).sources
            if sentence.words(place, place + len(word.split())).lower() == word
        ),
        None,
    )
    if link is None:
        return None
    noun = _noun(sentence, place + len(link.split()), times, claim)
    return None if noun is None else (phrasing(sentence.lang).sources[link], noun)


def _place(sentence: Sentence, place: int, times: frozenset[int]) -> Span | None:
    """Give "on social media", "with our partners" after a phrase without a number."""
    if (
        sentence.grammar != "en"
        or place >= len(sentence.tokens)
        or sentence.tokens[place].text not in PLACING
    ):
        return None
    return _noun(sentence, place + 1, times, None)


def _noun(sentence: Sentence, start: int, times: frozenset[int], claim: Claim | None) -> Span | None:
    while (tag := sentence.at(start, "article")) and sentence.words(start, tag.end).lower() != "the":
        start = tag.end
    end = start
    while (
        end < len(sentence.tokens)
        and end - start < LONGEST_SOURCE
        and end not in times
        and sentence.tokens[end].text[0].isalpha()
        and (end in sentence.joined or sentence.at(end, "stop", "means", "period", "ordinal_sign") is None)
    ):
        end += 1
    if end == start or sentence.tokens[start].text.endswith("ing") or sentence.tokens[start].text in TIMES:
        return None
    return None if claim is not None and start <= claim.start < end else (start, end)


def _implied(
    sentence: Sentence, claim: Claim | None, times: frozenset[int]
) -> tuple[str | None, Span | None]:
    """Name what a verb counts of which the sentence says no more: "raise $5,000", "post on LinkedIn"."""
    if claim is not None and sentence.at(claim.end, "weight"):
        return phrasing(sentence.lang).weight, (claim.end, claim.end + 1)
    if claim is None and (known := sentence.first("known")):
        return _known(sentence, known, times)
    money = claim is not None and (claim.unit or is_money(sentence, claim))
    for place in range(len(sentence.tokens)):
        for tag in sentence.starting.get(place, ()):
            if claim is not None and money and tag.kind == "money_of_verb":
                return _of_money(sentence, tag, _source(sentence, claim.end, claim, times))
            if claim is None and tag.kind == "noun_of_verb":
                return _of_doing(sentence, tag, times)
    return None, None


def _of_money(sentence: Sentence, tag: Tag, source: tuple[str, Span] | None) -> tuple[str, Span]:
    """Name what a verb does with money: "raise $5 for the new roof"."""
    if source is None:
        return str(tag.value), (tag.start, tag.end)
    link, where = source
    words = sentence.words(*where)
    if link == "in":  # "$500 in tips" are tips
        return words, where
    if link in FOR or str(tag.value).endswith("raised"):
        return f"{tag.value} {link} {words}", where
    return (f"{words} {tag.value}" if sentence.grammar == "en" else f"{tag.value} {words}"), where


def _of_doing(sentence: Sentence, tag: Tag, times: frozenset[int]) -> tuple[str, Span]:
    """Name what a verb makes: "post on LinkedIn"."""
    where = _on(sentence, tag.end, times)
    if where is None:
        return str(tag.value), (tag.start, tag.end)
    words = sentence.words(*where)
    return (f"{words} {tag.value}" if sentence.grammar == "en" else f"{tag.value} {words}"), where


def _known(sentence: Sentence, known: Tag, times: frozenset[int]) -> tuple[str, Span]:
    """Name what grows where somebody is to be "better known among HR managers"."""
    among = sentence.first("among", start=known.end)
    where = None if among is None else _noun(sentence, among.end, times, None)
    if among is None or where is None:
        return str(known.value), (known.start, known.end)
    return f"{known.value} {sentence.words(among.start, where[1])}", (among.start, where[1])


def _on(sentence: Sentence, place: int, times: frozenset[int]) -> Span | None:
    """Give the noun phrase after "on", a vague word passed over."""
    for at in range(place, min(place + 3, len(sentence.tokens))):
        if sentence.tokens[at].text in {"on", "trên"}:
            return _noun(sentence, at + 1, times, None)
    return None
