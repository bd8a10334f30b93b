"""The grammar of dates and its words as a sentence needs them."""

from datetime import date

from smart_tui.coach.dates import GRAMMAR
from smart_tui.coach.grammar import Grammar, Rule, rule
from smart_tui.coach.lexicon import Entry, Phrases, lexicon, phrasing
from smart_tui.coach.ranges import between
from smart_tui.coach.spans import one_day
from smart_tui.coach.tokens import Token

SHORT_NAME = 5
"""Letters of a weekday's name that may be a Vietnamese word."""


def _called(name: str) -> Rule:
    return rule(name.upper(), lambda _, value: (value, name))


TIMES = Grammar(
    {
        **GRAMMAR.rules,
        "time": tuple(map(_called, ("edge", "ahead", "stretch", "new_year", "range"))),
        "until": (
            rule("the? STRETCH", lambda _, value: value),
            rule("EDGE", lambda _, value: one_day(value) if isinstance(value, date) else value),
        ),
        "range": (rule("from_day the? STRETCH until_day UNTIL", between),),
    }
)
"""`time` is whatever a sentence may hold, with the name of the rules that found it."""


def as_typed(tokens: tuple[Token, ...], lang: str) -> Phrases:
    """Keep what is spelled with its accents where a Vietnamese sentence has any: "doanh thu" is no "thứ"."""
    phrases = lexicon("dates").phrases(tokens)
    if phrasing(lang).grammar != "vi":
        return phrases
    accents = any(token.accented for token in tokens)
    texts = tuple(token.text for token in tokens)
    return tuple(
        tuple(it for it in found if _is_said(it[0], texts[place : it[1]], accents=accents)) if found else ()
        for place, found in enumerate(phrases)
    )


def _is_said(entry: Entry, texts: tuple[str, ...], *, accents: bool) -> bool:
    """Whether a phrase is meant in a Vietnamese sentence; "thu" and "mon" are no English weekdays there."""
    if entry.lang == "en":
        return entry.kind != "weekday_name" or len(entry.words[0]) > SHORT_NAME
    return not accents or entry.words == texts
