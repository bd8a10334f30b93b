"""The words of numbers, dates and sentences of each language, read from its own file: en.json, vi.json."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct, convert

from smart_tui.coach.tokens import Token, fold, tidy, tokenise
from smart_tui.goals.names import plain

FIRST = "en"
"""The language whose words count where two have the same, and where one has no file."""
NO_LANGUAGE = "measures"
LANGUAGES = (
    FIRST,
    *sorted({it.stem for it in Path(__file__).parent.glob("*.json")} - {FIRST, NO_LANGUAGE}),
)
"""Every file is a language; nothing else names them."""


class Phrasing(Struct, frozen=True):
    """How a language says what the coach writes into a person's fields, and how it joins words."""

    grammar: str
    """Whose word order it has, as far as sentences are read here: `en` or `vi`."""
    marks: tuple[str, str]
    """Of thousands, and of decimals."""
    months: tuple[str, ...]
    day: str
    blanks: dict[str, str]
    """What stands where nobody gave anything; in the sentence's language, for it is the sentence."""
    frames: dict[str, str]
    """A measure without its number, by its direction, and for a level that rises."""
    first_step: str
    """A step that is always a good first one: to find out (row 45)."""
    sales: str
    weight: str
    joints: tuple[str, ...]
    """Words that join two outcomes."""
    sources: dict[str, str]
    """Words that lead to where something comes from, and how a metric's name says it."""


class Entry(Struct, frozen=True):
    """One phrase of a lexicon: its words, what kind of word it is, and what it stands for."""

    words: tuple[str, ...]
    kind: str
    value: Any
    lang: str


Phrases = tuple[tuple[tuple[Entry, int], ...], ...]
"""For each token of a text the phrases that start there, each with the place after it."""


class Lexicon(Struct, frozen=True):
    """The phrases of one section in both languages, found by their words without accents."""

    entries: Mapping[tuple[str, ...], tuple[Entry, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    """How many words the phrases have that start with a word."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Lexicon":
        """Order phrases by their words without accents."""
        found: dict[tuple[str, ...], list[Entry]] = {}
        for entry in entries:
            found.setdefault(tuple(map(fold, entry.words)), []).append(entry)
        lengths: dict[str, set[int]] = {}
        for words in found:
            lengths.setdefault(words[0], set()).add(len(words))
        return cls(
            MappingProxyType({words: tuple(group) for words, group in found.items()}),
            MappingProxyType({word: tuple(sorted(each)) for word, each in lengths.items()}),
        )

    def phrases(self, tokens: tuple[Token, ...]) -> Phrases:
        """Every phrase of a text, token by token.

        Accents may be left out, never be other ones; where any are typed they decide: "tháng sau" is next month,
        "thang sau" may also be June.
        """
        texts, bares = tuple(token.text for token in tokens), tuple(token.bare for token in tokens)
        accents = texts != bares
        known = self.lengths
        return tuple(
            self._at(texts, bares, place, accents=accents) if bare in known else ()
            for place, bare in enumerate(bares)
        )

    def _at(
        self, texts: tuple[str, ...], bares: tuple[str, ...], place: int, *, accents: bool
    ) -> tuple[tuple[Entry, int], ...]:
        found: list[tuple[Entry, int]] = []
        for length in self.lengths[bares[place]]:
            end = place + length
            bare = bares[place:end]
            likely = self.entries.get(bare)
            if likely is None or end > len(bares):
                continue
            if accents:
                said = texts[place:end]
                likely = tuple(entry for entry in likely if entry.words == said) or tuple(
                    entry for entry in likely if _spelled(entry.words, said, bare)
                )
            found += ((entry, end) for entry in likely)
        return tuple(found)


def _spelled(words: tuple[str, ...], said: tuple[str, ...], bare: tuple[str, ...]) -> bool:
    """Whether a phrase is what was typed, accents left out or right."""
    return all(text in {word, plain_word} for word, text, plain_word in zip(words, said, bare, strict=True))


@cache
def lexicon(section: str) -> Lexicon:
    """Give the lexicon of "numbers" or "dates", each with the words of written-out numbers."""
    return Lexicon.of(
        [entry for lang in LANGUAGES for part in ("spelled", section) for entry in phrases_of(lang, part)]
    )


@cache
def phrases_of(lang: str, section: str) -> tuple[Entry, ...]:
    """Give every phrase of a section in one language."""
    found: list[Entry] = []
    for kind, phrases in _data(lang)[section].items():
        # A list holds words without a value of their own.
        named = phrases if isinstance(phrases, dict) else dict.fromkeys(phrases, True)
        for phrase, value in named.items():
            found.append(Entry(_words(phrase), kind, value, lang))
    return tuple(found)


def _words(phrase: str) -> tuple[str, ...]:
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.casefold().split())
    return tuple(token.text for token in tokenise(tidy(phrase), "sentences"))


@cache
def tet_days() -> Mapping[int, str]:
    """Give the first day of the Vietnamese lunar year by calendar year, as ISO text."""
    return MappingProxyType({int(year): day for year, day in _data("vi")["tet_days"].items()})


@cache
def column_names() -> Mapping[str, str]:
    """Give what a table's column holds ("target", "date") by its heading in any language."""
    named = (
        (phrase, name)
        for lang in LANGUAGES
        for name, phrases in _data(lang)["columns"].items()
        for phrase in phrases
    )
    return MappingProxyType({folded(phrase): name for phrase, name in named})


@cache
def choice_names(section: str) -> Mapping[str, str]:
    """Give the file's word ("month") for what a table's cell of a few choices says in any language."""
    said = ((phrase, word) for lang in LANGUAGES for phrase, word in _data(lang)["choices"][section].items())
    return MappingProxyType({folded(phrase): word for phrase, word in said})


def folded(text: str) -> str:
    """Fold a heading or a choice for comparison: words only, no accents, no case."""
    return " ".join(re.sub(r"[\W_]+", " ", plain(text)).split())


@cache
def phrasing(lang: str) -> Phrasing:
    """Give how a language says what the coach writes."""
    return convert(_data(lang)["phrasing"], Phrasing)


@cache
def _data(lang: str) -> dict[str, Any]:
    known = lang if lang in LANGUAGES else FIRST
    text = Path(__file__).with_name(f"{known}.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
