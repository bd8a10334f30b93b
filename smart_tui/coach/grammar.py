"""A small grammar over tokens that finds every reading, so that two readings are never taken for one.

A rule is a pattern and what to make of it. In a pattern `NAME` is handed to the builder, `name` only has
to be there, `?` marks what may be left out (None for the builder). A name is a kind of word in the lexicon,
`n` (a number in digits), `year` (four digits), `numeral` (digits with separators, as typed), a sign, or
another set of rules.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import Any, NamedTuple

from msgspec import Struct, field

from smart_tui.coach.lexicon import Entry, Phrases
from smart_tui.coach.tokens import Token

Found = tuple[Any, int]
"""A value, and the place of the token after it."""

YEAR_DIGITS = 4
SIGNS = {"/": {"sep", "slash"}, "-": {"sep", "slash"}, ".": {"sep"}, "'": {"apostrophe"}, "+": {"plus"}}
"""Which names a sign answers to."""


class Term(NamedTuple):
    """One element of a pattern."""

    name: str
    captured: bool
    optional: bool


class Rule(Struct, frozen=True):
    """A pattern, and the builder that turns (context, *captured) into a value; None is no reading."""

    terms: tuple[Term, ...]
    build: Callable[..., Any]

    empty: bool
    """Whether it may stand for nothing at all."""


Rules = Mapping[str, tuple[Rule, ...]]


class Part(NamedTuple):
    """One element of a pattern, and what it can begin with."""

    name: str
    captured: bool
    optional: bool
    word: bool
    """Whether it is a kind of word, and no set of rules."""
    heads: frozenset[str] | None
    """Kinds of words of which one must stand at its beginning; None where it may stand for nothing at all."""


class Likely(NamedTuple):
    """A rule that may begin at a place."""

    parts: tuple[Part, ...]
    build: Callable[..., Any]
    needs: tuple[frozenset[str], ...]
    """For each later part that must be there, the kinds of words of which one must stand in the text."""


class Grammar(Struct, frozen=True, eq=False, dict=True):
    """Rules by name; it knows with which kinds of words each can begin, so that hardly a rule is tried in vain."""

    rules: Rules
    _heads: dict[str, frozenset[str]] = field(default_factory=dict)
    _firsts: dict[int, frozenset[str]] = field(default_factory=dict)
    """By the rule's id: it lives as long as the grammar."""
    _tried: dict[int, Likely] = field(default_factory=dict)
    """By the rule's id, too."""
    _likely: dict[tuple[str, frozenset[str]], tuple[Likely, ...]] = field(default_factory=dict)

    def likely(self, name: str, kinds: frozenset[str]) -> tuple[Likely, ...]:
        """Give the rules of a name that can begin with a word of these kinds, or with nothing, and what they need."""
        key = (name, kinds)
        known = self._likely.get(key)
        if known is None:
            known = tuple(
                self._likely_as(each)
                for each in self.rules[name]
                if each.empty or not kinds.isdisjoint(self._of(each))
            )
            self._likely[key] = known
        return known

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every kind of word that any rule knows."""
        names = frozenset(term.name for rules in self.rules.values() for each in rules for term in each.terms)
        return names - self.rules.keys()

    def _likely_as(self, rule: Rule) -> Likely:
        known = self._tried.get(id(rule))
        if known is None:
            known = self._tried[id(rule)] = self._as_tried(rule)
        return known

    def _as_tried(self, rule: Rule) -> Likely:
        parts = tuple(
            Part(*term, term.name not in self.rules, self._begins(term.name)) for term in rule.terms
        )
        needs = tuple(part.heads for part in parts[1:] if part.heads is not None and not part.optional)
        return Likely(parts, rule.build, needs)

    def _begins(self, name: str) -> frozenset[str] | None:
        return None if any(each.empty for each in self.rules.get(name, ())) else self._named(name)

    def _of(self, rule: Rule) -> frozenset[str]:
        known = self._firsts.get(id(rule))
        if known is None:
            known = self._firsts[id(rule)] = self._first_kinds(rule)
        return known

    def _first_kinds(self, rule: Rule) -> frozenset[str]:
        heads: frozenset[str] = frozenset()
        for term in rule.terms:
            heads |= self._named(term.name)
            if not (term.optional or any(each.empty for each in self.rules.get(term.name, ()))):
                break
        return heads

    def _named(self, name: str) -> frozenset[str]:
        if name not in self.rules:
            return frozenset({name})
        if name not in self._heads:
            self._heads[name] = frozenset().union(*map(self._of, self.rules[name]))
        return self._heads[name]


def rule(pattern: str, build: Callable[..., Any]) -> Rule:
    """Make a rule from its pattern, such as `rule("DAY of? MONTH", on_day)`."""
    terms = tuple(
        Term(name=word.rstrip("?").lower(), captured=word.rstrip("?").isupper(), optional=word.endswith("?"))
        for word in pattern.split()
    )
    return Rule(terms, build, empty=all(term.optional for term in terms))


Kinds = Mapping[str, Sequence[Found]]
"""What stands at a place, by kind of word."""


class Parse:
    """One text being read; what was found at a place is found once."""

    def __init__(
        self, tokens: tuple[Token, ...], phrases: Phrases, grammar: Grammar, context: object
    ) -> None:
        """Take a text, what the lexicon knows to start at each of its tokens, and what builders are handed."""
        self.grammar = grammar
        self.context = context
        self.length = len(tokens)
        self._words: list[Kinds] = [
            *map(_words, range(self.length), tokens, phrases, repeat(grammar.kinds)),
            {},
        ]
        self._kinds = [frozenset(words) for words in self._words]
        self._everywhere = frozenset().union(*self._kinds)
        self._found: dict[tuple[str, int], Sequence[Found]] = {}

    def at(self, name: str, place: int) -> Sequence[Found]:
        """Everything that the rules of a name make of what starts at a place, each value and end once."""
        key = (name, place)
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = self._built(self.grammar.likely(name, self._kinds[place]), place)
        return known

    def whole(self, name: str) -> list[Any]:
        """Give the values called `name` that take the whole text."""
        return [value for value, end in self.at(name, 0) if end == self.length]

    def _built(self, rules: tuple[Likely, ...], place: int) -> Sequence[Found]:
        found: list[Found] = []
        for parts, build, needs in rules:
            if needs and any(map(self._everywhere.isdisjoint, needs)):
                continue
            for values, end in self._ways(parts, place):
                value = build(self.context, *values)
                if value is not None and (value, end) not in found:
                    found.append((value, end))
        return found

    def _ways(self, parts: tuple[Part, ...], place: int) -> list[tuple[tuple[Any, ...], int]]:
        """Give what a pattern catches, and where it ends, for every way in which it fits."""
        ways: list[tuple[tuple[Any, ...], int]] = [((), place)]
        for name, captured, optional, word, heads in parts:
            longer: list[tuple[tuple[Any, ...], int]] = []
            for values, end in ways:
                found: Sequence[Found] = ()
                if word:
                    found = self._words[end].get(name, ())
                elif heads is None or not heads.isdisjoint(self._kinds[end]):
                    found = self.at(name, end)
                for value, last in found:
                    longer.append(((*values, value) if captured else values, last))
                if optional:
                    longer.append(((*values, None) if captured else values, end))
            if not longer:
                return longer
            ways = longer
        return ways


def _words(place: int, token: Token, phrases: Sequence[tuple[Entry, int]], kinds: frozenset[str]) -> Kinds:
    found: dict[str, list[Found]] = {}
    signs = () if token.text.isalpha() else _signs(token.text)
    for name, value in signs:
        found[name] = [(value, place + 1)]
    for entry, end in phrases:
        if entry.kind not in kinds:
            continue
        known = found.setdefault(entry.kind, [])
        if (entry.value, end) not in known:
            known.append((entry.value, end))
    return found


def _signs(text: str) -> Iterator[tuple[str, Any]]:
    """Yield what a token is beside a word: a figure, a sign."""
    if text[-1].isdecimal():
        yield "numeral", text
    if text.isdecimal():
        yield "n", int(text)
        if len(text) == YEAR_DIGITS:
            yield "year", int(text)
    for name in SIGNS.get(text, ()):
        yield name, text
