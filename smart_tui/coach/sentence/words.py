"""A sentence as words, numbers and signs, each with what it may mean here."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from smart_tui.coach.lexicon import LANGUAGES, Entry, Lexicon, Phrases, phrases_of, phrasing
from smart_tui.coach.tokens import Token, fold, tidy, tokenise

NUMBERS = ("numbers",)
OWN = ("spelled", "sentences")
"""Sections of which only the sentence's own language counts: "to" is no Vietnamese word, "do" no English one."""


NAME = frozenset({"noun", "compound"})
BOUNDS = frozenset({"at_most", "at_least"})
"""Kinds of phrases in which a verb is none: "not fall below"."""
KEPT = 64
"""Sentences that are remembered while their reading and its flaws are looked at."""
VERBLIKE = frozenset(
    {
        "up",
        "down",
        "get",
        "keep",
        "times",
        "multiply",
        "halve",
        "more",
        "less",
        "stop",
        "noun_of_verb",
        "money_of_verb",
        "to",
        "lead_in",
        "means",
        "ordinal_sign",
        "about",
        "price",
        "price_word",
        "weight",
        "article",
    }
)
"""Kinds of words that may also be a part of a name: "bằng" of "mặt bằng", "thời" of "thời gian"."""


YEAR_DIGITS = 4
LONGEST_ASIDE = 3
NAMING = frozenset({"noun", "compound", "rate_word", "money", "thing", "channel", "head", "function"})
"""Kinds of words of which a name in brackets may be made."""
STOPS = frozenset(",.;:!?(")
ACTIONS = frozenset({"up", "down", "get", "keep"})
BEFORE_NOUNS = frozenset({"of", "our", "my", "the", "a", "an", "average"})


class Tag(NamedTuple):
    """A phrase of the lexicon where it stands: what kind of phrase, its value, its first token and the one after."""

    kind: str
    value: Any
    start: int
    end: int


class Sentence(Struct, frozen=True, eq=False):
    """One sentence, cut and tagged; offsets count in its NFC form. It is equal to itself alone, so that what is found out about it can be remembered."""

    text: str
    plain: str
    """Tidied: every character at its place."""
    lang: str
    tokens: tuple[Token, ...]
    phrases: Phrases
    """What the lexicon knows to start at each token."""
    starting: Mapping[int, Sequence[Tag]]
    ending: Mapping[int, Sequence[Tag]]
    stops: frozenset[int]
    """Commas, full stops and other signs that end a clause."""
    grammar: str
    """Whose word order it has."""
    joined: frozenset[int]
    """Tokens that a hyphen or an abbreviation joins to the one before: "sign-ups", "TP. Cần Thơ"."""
    asides: frozenset[int]
    """Brackets around another name of what stands before them: "customer acquisition cost (CAC)"."""

    @classmethod
    def of(cls, text: str, plain: str, lang: str) -> "Sentence":
        """Cut a sentence, in NFC and tidied."""
        tokens = tokenise(plain, "sentences")
        phrases = _lexicon(lang).phrases(tokens)
        joined = _joined(plain, tokens)
        texts = tuple(token.text for token in tokens)
        accents = phrasing(lang).grammar == "vi" and any(token.accented for token in tokens)
        tags = [
            Tag(entry.kind, entry.value, place, end)
            for place, found in enumerate(phrases)
            for entry, end in found
            # Who types accents does not mean "tại" by "tai".
            if (not accents or entry.words == texts[place:end] or entry.lang != "vi")
            and place not in joined
            and end not in joined
        ]
        tags = _outside_names(tags, tokens)
        starting: dict[int, list[Tag]] = {}
        ending: dict[int, list[Tag]] = {}
        for tag in sorted(tags, key=lambda tag: tag.start - tag.end):
            starting.setdefault(tag.start, []).append(tag)
            ending.setdefault(tag.end, []).append(tag)
        asides = frozenset(_asides(tokens, starting))
        stops = _stops(tokens) - asides
        grammar = phrasing(lang).grammar
        return cls(text, plain, lang, tokens, phrases, starting, ending, stops, grammar, joined, asides)

    def at(self, place: int, *kinds: str) -> Tag | None:
        """Give the longest phrase of one of these kinds that starts at a token."""
        for tag in self.starting.get(place, ()):
            if tag.kind in kinds:
                return tag
        return None

    def before(self, place: int, *kinds: str) -> Tag | None:
        """Give the longest phrase of one of these kinds that ends before a token."""
        for tag in self.ending.get(place, ()):
            if tag.kind in kinds:
                return tag
        return None

    def first(self, *kinds: str, start: int = 0, end: int | None = None) -> Tag | None:
        """Give the first phrase of these kinds in a stretch, the longest at its place."""
        last = len(self.tokens) if end is None else end
        for place in range(start, last):
            for tag in self.starting.get(place, ()):
                if tag.kind in kinds:
                    return tag
        return None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the characters from a token to the one before another."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def words(self, start: int, end: int) -> str:
        """Give what stands there, as typed; nothing from beyond the end."""
        end = min(end, len(self.tokens))
        if start >= end:
            return ""
        first, last = self.span(start, end)
        return self.text[first:last]

    def breaks(self, start: int, end: int) -> bool:
        """Whether a comma or a full stop stands between two tokens."""
        return not self.stops.isdisjoint(range(start, end))


def sentence_of(typed: str, lang: str | None = None) -> Sentence:
    """Cut a sentence; without a language, find out which it is written in."""
    text = unicodedata.normalize("NFC", typed)
    plain = tidy(text)
    return _cut(text, plain, lang or language_of(plain))


@lru_cache(KEPT)
def _cut(text: str, plain: str, lang: str) -> Sentence:
    return Sentence.of(text, plain, lang)


def forget() -> None:
    """Forget the sentences that were cut, so that the next one is cut anew (as a benchmark needs)."""
    _cut.cache_clear()


def language_of(text: str) -> str:
    """Find out whether a sentence is Vietnamese: by its letters, else by the small words that both languages need."""
    if not text.isascii() and any(_vietnamese(letter) for letter in set(text.lower())):
        return "vi"
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", text)]
    scores = {lang: sum(word in _function_words(lang) for word in words) for lang in LANGUAGES}
    return max(LANGUAGES, key=scores.__getitem__)


def _stops(tokens: tuple[Token, ...]) -> frozenset[int]:
    return frozenset(place for place, token in enumerate(tokens) if token.text in STOPS)


def _asides(tokens: tuple[Token, ...], starting: Mapping[int, Sequence[Tag]]) -> Iterator[int]:
    """Find brackets in which a few words stand that say nothing but a name."""
    for place, token in enumerate(tokens):
        if token.text != "(" or not place:
            continue
        end = place + 1
        while end < len(tokens) and tokens[end].text.isalpha() and _is_a_name(starting.get(end, ())):
            end += 1
        if place + 1 < end <= place + 1 + LONGEST_ASIDE and end < len(tokens) and tokens[end].text == ")":
            yield from (place, end)


def _is_a_name(tags: Sequence[Tag]) -> bool:
    return all(tag.kind in NAMING for tag in tags)


def _outside_names(tags: list[Tag], tokens: tuple[Token, ...]) -> list[Tag]:
    """Leave out verbs that are a part of a name: "đăng" in "lượt đăng ký", "open" in "open rate", "stay" in "of stay"."""
    names = [(tag.start, tag.end) for tag in tags if tag.kind in NAME]
    bounds = [(tag.start, tag.end) for tag in tags if tag.kind in BOUNDS]
    heads = {tag.end for tag in tags if tag.kind == "head"}
    return [
        tag
        for tag in tags
        if not (tag.kind in VERBLIKE and (_is_a_noun(tag, tokens) or _is_within(tag, names)))
        and not (tag.kind == "get" and tag.start in heads and not _leads_to_a_number(tag, tokens))
        and not (tag.kind in ACTIONS and _is_within(tag, bounds))
    ]


def _is_a_noun(tag: Tag, tokens: tuple[Token, ...]) -> bool:
    if tag.kind not in ACTIONS or tag.start == 0:
        return False
    before = tokens[tag.start - 1].text
    # A verb never follows what is counted ("2 open houses"), but a year ("in 2027 raise").
    counted = before.isdecimal() and len(before) < YEAR_DIGITS and tokens[tag.start].text.isascii()
    return before in BEFORE_NOUNS or (counted and tag.kind == "get")


def _leads_to_a_number(tag: Tag, tokens: tuple[Token, ...]) -> bool:
    """Whether a verb says how much there is ("thời gian còn 5 phút") and is no part of a name ("thời gian trả lời")."""
    return tag.end >= len(tokens) or tokens[tag.end].text[0].isdigit()


def _is_within(tag: Tag, names: list[tuple[int, int]]) -> bool:
    return any(
        start <= tag.start and tag.end <= end and (tag.start, tag.end) != (start, end) for start, end in names
    )


def _joined(text: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    pairs = ((at, text[tokens[at - 1].end : tokens[at].start]) for at in range(1, len(tokens)))
    return frozenset(at for at, between in pairs if between == "-" or _is_cut_short(tokens[at - 1].text))


def _is_cut_short(text: str) -> bool:
    return len(text) > 1 and text[-1] == "." and text[0].isalpha()


@lru_cache(1024)
def _vietnamese(low: str) -> bool:
    if low in "đăơư":
        return True
    marks = unicodedata.normalize("NFD", low)[1:]
    # A hook above or a dot below, or two marks on one letter, are written in no other language around here.
    return len(marks) > 1 or marks in {"\u0309", "\u0323"} or low in "ẽỹĩũõãìòùýỳ"


@cache
def _function_words(lang: str) -> frozenset[str]:
    return frozenset(
        fold(entry.words[0]) for entry in phrases_of(lang, "sentences") if entry.kind == "function"
    )


@cache
def _lexicon(lang: str) -> Lexicon:
    entries: list[Entry] = [entry for section in OWN for entry in phrases_of(lang, section)]
    entries += (entry for other in LANGUAGES for section in NUMBERS for entry in phrases_of(other, section))
    return Lexicon.of(entries)
