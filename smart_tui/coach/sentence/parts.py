"""Whether what looks like a time is only a part of something larger: of a number, of a name, of a year's part."""

from itertools import pairwise

from smart_tui.coach.grammar import Parse
from smart_tui.coach.sentence.words import Sentence
from smart_tui.coach.tokens import Token

YEAR_DIGITS = 4
OWNING = frozenset({"the", "our", "my", "a", "an", "their", "your", "its", "for"})
"""Words before "weekend kitchen", "June fair" that lead to the noun and not to the time."""


def inside_a_numeral(plain: str, token: Token) -> bool:
    """Whether figures go on with those before a comma or a full stop: the 000 of "1,000th"."""
    before = plain[max(token.start - 2, 0) : token.start]
    return (
        token.text.isdecimal() and len(before) == len("1,") and (before[0].isdecimal() and before[1] in ".,")
    )


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
    """Whether a day's or a month's name only says which thing is meant: "for the weekend kitchen", "the June fair"."""
    if sentence.lang != "en" or end >= len(tokens) or not place:
        return False
    first = tokens[place].text
    owned = tokens[place - 1].text if first not in OWNING else first
    lead = tokens[place - 2].text if first not in OWNING else tokens[place - 1].text
    if owned not in OWNING or lead in STRONG_LEADS:
        return False
    return _is_a_noun(sentence, tokens[end])
