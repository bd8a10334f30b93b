"""A small grammar over tokens that finds every reading, so that two readings are never taken for one.

A rule is a pattern and what to make of it. In a pattern `NAME` is handed to the builder, `name` only has
to be there, `?` marks what may be left out (None for the builder). A name is a kind of word in the lexicon,
`n` (a number in digits), `year` (four digits), `numeral` (digits with separators, as typed), a sign, or
another set of rules.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from smart_tui.coach.lexicon import Lexicon
from smart_tui.coach.tokens import Token

Found = tuple[Any, int]
"""A value, and the place of the token after it."""

YEAR_DIGITS = 4
SIGNS = {"/": {"sep", "slash"}, "-": {"sep", "slash"}, ".": {"sep"}, "'": {"apostrophe"}, "+": {"plus"}}
"""Which names a sign answers to."""


@dataclass(frozen=True, slots=True)
class Term:
    """One element of a pattern."""

    name: str
    captured: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and the builder that turns (context, *captured) into a value; None is no reading."""

    terms: tuple[Term, ...]
    build: Callable[..., Any]


Grammar = Mapping[str, tuple[Rule, ...]]


def rule(pattern: str, build: Callable[..., Any]) -> Rule:
    """Make a rule from its pattern, such as `rule("DAY of? MONTH", on_day)`."""
    terms = (
        Term(name=word.rstrip("?").lower(), captured=word.rstrip("?").isupper(), optional=word.endswith("?"))
        for word in pattern.split()
    )
    return Rule(tuple(terms), build)


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """One text being read; what was found at a place is found once."""

    tokens: tuple[Token, ...]
    lexicon: Lexicon
    grammar: Grammar
    context: Any
    _found: dict[tuple[str, int], tuple[Found, ...]] = field(default_factory=dict)
    _phrases: dict[int, dict[str, list[Found]]] = field(default_factory=dict)

    def at(self, name: str, place: int) -> tuple[Found, ...]:
        """Everything called `name` that starts at a place, each value and end once."""
        key = (name, place)
        if key not in self._found:
            rules = self.grammar.get(name)
            found = self._words(name, place) if rules is None else self._built(rules, place)
            unique: list[Found] = []
            for each in found:
                if each not in unique:
                    unique.append(each)
            self._found[key] = tuple(unique)
        return self._found[key]

    def known(self, place: int) -> bool:
        """Whether anything can start at a token: a number, a sign, or a phrase of the lexicon."""
        text = self.tokens[place].text
        return text[-1].isdecimal() or text in SIGNS or bool(self._spoken(place))

    def whole(self, name: str) -> list[Any]:
        """Give the values called `name` that take the whole text."""
        return [value for value, end in self.at(name, 0) if end == len(self.tokens)]

    def _words(self, name: str, place: int) -> Iterator[Found]:
        if place >= len(self.tokens):
            return
        text = self.tokens[place].text
        if name == "numeral" and text[-1].isdecimal():
            yield text, place + 1
        if text.isdecimal() and (name == "n" or (name == "year" and len(text) == YEAR_DIGITS)):
            yield int(text), place + 1
        if name in SIGNS.get(text, ()):
            yield text, place + 1
        yield from self._spoken(place).get(name, ())

    def _spoken(self, place: int) -> dict[str, list[Found]]:
        """Give what the lexicon knows to start at a place, by kind; looked up once."""
        known = self._phrases.get(place)
        if known is None:
            known = {}
            for entry, end in self.lexicon.at(self.tokens, place):
                known.setdefault(entry.kind, []).append((entry.value, end))
            self._phrases[place] = known
        return known

    def _built(self, rules: tuple[Rule, ...], place: int) -> Iterator[Found]:
        for each in rules:
            for values, end in self._sequence(each.terms, place):
                value = each.build(self.context, *values)
                if value is not None:
                    yield value, end

    def _sequence(self, terms: tuple[Term, ...], place: int) -> Iterator[tuple[tuple[Any, ...], int]]:
        if not terms:
            yield (), place
            return
        first, rest = terms[0], terms[1:]
        for value, end in self.at(first.name, place):
            for values, last in self._sequence(rest, end):
                yield ((value, *values) if first.captured else values), last
        if first.optional:
            for values, last in self._sequence(rest, place):
                yield ((None, *values) if first.captured else values), last
