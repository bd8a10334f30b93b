"""Whether what looks like a time is only a part of something larger: of a number, of a name, of a year's part."""

import re
from itertools import pairwise

from smart_tui.coach.grammar import Parse
from smart_tui.coach.sentence.words import Sentence
from smart_tui.coach.tokens import Token

YEAR_DIGITS = 4
GROUPED = re.compile(r"\d[.,]\d{3}(?!\d)")
OWNING = frozenset({"the", "our", "my", "a", "an", "their", "your", "its"})
"""Words before "weekend kitchen", "June fair" that belong to the noun."""
LIMITING = frozenset({"by", "before", "until", "till", "til", "through", "than", "over", "during", "within"})
"""Words before them that make even "the June fair" a limit."""
STILL_TIMES = frozenset(
    {"quarter", "month", "week", "weekend", "holiday", "holidays", "break", "period", "season"}
)
"""Words after a name of days that make it no other thing: "the June quarter"."""
LETTERS = frozenset("dwmqy")
MONEY_SIGNS = frozenset("$€£₫")
DAY_AND_MONTH = 3
"""Tokens in "4.5"."""
FEASTS = frozenset({"tet", "lunar_day", "easter", "holiday", "thanksgiving"})
"""Kinds of days that also say of things what they are for: "quà Tết", "Easter eggs"."""
TOWARDS_A_FEAST = frozenset(
    {
        "mùa",
        "mua",
        "vụ",
        "vu",
        "đợt",
        "cận",
        "can",
        "sát",
        "đón",
        "don",
        "ăn",
        "an",
        "ra",
        "qua",
        "đầu",
        "cuối",
    }
)
"""Words before "Tết" with which it remains a time."""
NO_THINGS = ("stop", "up", "down", "get", "keep", "doing", "subject", "lead_in", "article", "than", "purpose")


def inside_a_numeral(plain: str, token: Token) -> bool:
    """Whether figures go on with those before a comma or a full stop: the 000 of "1,000th"."""
    before = plain[max(token.start - 2, 0) : token.start]
    return (
        token.text.isdecimal() and len(before) == len("1,") and (before[0].isdecimal() and before[1] in ".,")
    )


def is_grouped(plain: str, tokens: tuple[Token, ...]) -> bool:
    """Whether figures stand in groups of three as in no date: the "2.000" of "hết 2.000 hộp"."""
    return GROUPED.search(plain, tokens[0].start, tokens[-1].end) is not None


def goes_on_as_no_date(texts: list[str]) -> bool:
    """Whether words follow figures as after a decimal, not after a day: "4.5 this year"."""
    figures = len(texts) > DAY_AND_MONTH and texts[0].isdecimal() and texts[1] == "."
    return figures and texts[DAY_AND_MONTH].isalpha()


def is_letter_unit(texts: list[str]) -> bool:
    """Whether a letter directly after a figure is all that makes it a length: "3m"."""
    return len(texts) > 1 and texts[-1] in LETTERS and texts[-2].isdecimal()


def is_apart(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether no sign of money stands directly before."""
    return place == 0 or tokens[place - 1].text not in MONEY_SIGNS


def in_one_piece(plain: str, tokens: tuple[Token, ...]) -> bool:
    """Whether no comma stands inside, but for the one before a year: "June 30, 2027"."""
    gaps = ((plain[a.end : b.start], b.text) for a, b in pairwise(tokens))
    return all(
        not set(gap) & set(",;:!?(") or (gap.strip() == "," and len(after) == YEAR_DIGITS)
        for gap, after in gaps
    )


def names_a_part(parse: Parse, place: int, end: int) -> bool:
    """Whether a length is the part of a year that its next words name: "trong 6 tháng đầu năm 2027"."""
    return any(
        last_at > end
        for at in range(place + 1, end)
        if any(parse.at(name, at) for name in ("part", "half_year"))
        for _, last_at in parse.at("stretch", at)
    )


def describes(sentence: Sentence, tokens: tuple[Token, ...], place: int, end: int) -> bool:
    """Whether a name of days only says which thing is meant: "for the weekend kitchen", "in the Monday class"."""
    names = [token.text for token in tokens[place:end] if token.text != "the"]
    if sentence.grammar != "en" or len(names) != 1 or end >= len(tokens) or not names[0].isalpha():
        return False
    lead = [token.text for token in tokens[max(place - 2, 0) : place]]
    if tokens[place].text == "the":
        lead = [*lead[-1:], "the"]
    owned = bool(lead) and (lead[-1] == "for" or (lead[-1] in OWNING and lead[0] not in LIMITING))
    after = tokens[end]
    apart = sentence.plain[tokens[end - 1].end : after.start] != " "
    return owned and not apart and _is_a_thing(sentence, after)


def names_a_thing(sentence: Sentence, tokens: tuple[Token, ...], place: int, end: int) -> bool:
    """Whether a feast only says what kind of thing stands beside its name: "giỏ quà Tết", "Easter eggs"."""
    if sentence.grammar == "en":
        after = tokens[end] if end < len(tokens) else None
        apart = after is None or sentence.plain[tokens[end - 1].end : after.start] != " "
        return not apart and after is not None and _is_a_thing(sentence, after)
    before = tokens[place - 1] if place else None
    return before is not None and before.text not in TOWARDS_A_FEAST and _is_a_thing(sentence, before)


def _is_a_thing(sentence: Sentence, word: Token) -> bool:
    """Whether a word may be the noun that a name stands before: no small word, no verb."""
    at = next((place for place, token in enumerate(sentence.tokens) if token.start == word.start), None)
    named = word.text.isalpha() and word.text not in STILL_TIMES
    return named and at is not None and sentence.at(at, *NO_THINGS) is None
