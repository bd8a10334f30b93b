"""The numbers of a sentence, each with its unit, its period, and the small words that say what it is."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.coach.grammar import Grammar, Parse, rule
from smart_tui.coach.magnitudes import MAGNITUDES, Habits, Scaled, Values, written_in_vietnamese
from smart_tui.coach.sentence.words import ACTIONS, Sentence

PERCENT = "%"
POINTS = "points"
"""Of a percentage."""
SCORE = "score"
"""Points of a score, or of a percentage where one is spoken of."""
AFTER_MONEY = ("stop", "period", "each", "money", "article", "more", "now_after", "past", "at_least_after")
"""What may follow a sum of money that is named without its currency."""
ORDINAL_ENDINGS = frozenset({"th", "st", "nd", "rd"})
SHORT = 2
"""Letters that may hang on a figure as a part of a name: "3D"."""
ALIKE = 20
"""So many times larger a number beside a scaled one may be to share its scale: "900 to 5 thousand" is 900."""


class Quantity(Struct, frozen=True):
    """A number where it stands, from its first token to the one after its unit."""

    value: Decimal
    unit: str | None
    """`%`, `points` (of a percentage), an ISO currency code, or None."""
    start: int
    end: int
    numeral: Decimal
    """The number before its scale: 1.5 of "1,5 tỷ"."""
    several: bool = False
    """Whether the digits can mean another number as well."""

    @property
    def scale(self) -> Decimal:
        """By how much its words multiply it."""
        return self.value / self.numeral if self.numeral else Decimal(1)

    def scaled_like(self, other: "Quantity") -> "Quantity":
        """Give it the scale and unit of a number beside it, which serve for both: "3 to 5 million"."""
        value = self.value
        if self.scale == 1 and other.scale > 1 and self.value <= ALIKE * other.numeral:
            value = self.value * other.scale
        return replace(self, value=value, unit=self.unit or other.unit)


def quantities(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """Find every number that is not part of a time (`taken`, in characters), a rank or a name."""
    vietnamese = written_in_vietnamese(sentence.phrases)
    habits = Habits(lang=sentence.lang, decimals=True, vietnamese=vietnamese)
    parse = Parse(sentence.tokens, sentence.phrases, GRAMMAR, habits)
    return list(_merged(sentence, list(_found(sentence, parse, taken))))


def _found(sentence: Sentence, parse: Parse, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    place = 0
    while place < len(sentence.tokens):
        options = [
            (value, end) for value, end in parse.at("quantity", place) if _free(sentence, place, end, taken)
        ]
        options = [it for it in options if not _is_a_place(sentence, it[0][1], it[1])] or options[:0]
        if not options or not _counts(sentence, place, max(end for _, end in options)):
            place += 1
            continue
        (values, unit), end = max(options, key=lambda option: option[1])
        numeral = next((v[0] for v, last in parse.at("count", place) if last <= end), values[0])
        numeral = (
            next((v[0] for v, last in parse.at("count", place + 1) if last <= end), numeral)
            if unit and sentence.at(place, "currency")
            else numeral
        )
        place, start = end + _ordinal(sentence, end) + _out_of(sentence, end), place
        yield Quantity(values[0], unit, start, place, numeral, several=len(values) > 1)


def _free(sentence: Sentence, start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    first, last = sentence.span(start, end)
    if any(first < until and since < last for since, until in taken):
        return False
    return not (
        _cut_short(sentence, end) or _unsaid(sentence, start, end) or _is_a_bulb(sentence, start, end)
    )


def _is_a_bulb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "củ", "chai", a million to those who speak of money, are the roots and bottles that they also are."""
    slang = sentence.first("slang_scale", start=start, end=end)
    if slang is None:
        return False
    after = sentence.tokens[end] if end < len(sentence.tokens) else None
    named = after is not None and after.text.isalpha() and not sentence.at(end, *AFTER_MONEY)
    verb = sentence.before(start, "get")
    sold = verb is not None and not sentence.before(start, "slang_money", "money_of_verb")
    return named or sold or sentence.first("slang_money", end=start) is None


def _unsaid(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words without accents are likelier others than a number: "tu van 15" is "tư vấn 15"."""
    first, *rest = sentence.tokens[start:end]
    if sentence.grammar != "vi" or first.accented or not first.text.isalpha():
        return False
    name = sentence.at(start, "compound", "noun")
    return any(token.text[0].isdigit() for token in rest) or (name is not None and name.end >= end)


def _is_a_place(sentence: Sentence, unit: str | None, end: int) -> bool:
    """Whether "điểm" is no point but begins a name: "2 điểm trường"."""
    tag = sentence.at(end - 1, "compound")
    return unit in {POINTS, SCORE} and tag is not None and tag.end > end


def _cut_short(sentence: Sentence, end: int) -> bool:
    """Whether the last letter that was taken for a scale goes on: the B of "25 B2B requests"."""
    if end >= len(sentence.tokens) or not sentence.tokens[end - 1].text.isalpha():
        return False
    return sentence.tokens[end - 1].end == sentence.tokens[end].start and sentence.tokens[end].text.isalnum()


def _counts(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number counts something: no rank, no name with a figure in it, no small word that is also a number."""
    if _is_compound(sentence, end):
        return False
    token, before = sentence.tokens[start], sentence.tokens[start - 1] if start else None
    if before is not None and _is_a_rank(sentence, start) and not _measured(sentence, end):
        return before.text == "số" and sentence.grammar == "vi" and bool(sentence.before(start - 1, "con_so"))
    if (
        before is not None
        and before.end == token.start
        and before.text.isalpha()
        and sentence.at(start, "currency") is None
    ):
        return False  # B2B, Q4, H1
    if token.text[0].isdigit() or sentence.at(start, "currency"):
        return not _glued(sentence, start, end)
    return _spelled(sentence, start, end)


def _is_a_rank(sentence: Sentence, start: int) -> bool:
    """Whether the word before a number makes it a name: "top 10", "lớp 5"; "ky 10" without accents may also be "ký"."""
    sign = sentence.before(start, "ordinal_sign")
    if sign is None:
        return False
    if (
        sentence.tokens[start - 1].text == "thứ"
        and sum(map(str.isdigit, sentence.tokens[start].text)) > SHORT
    ):
        return False  # the thousandth customer is one to be reached, the third rank is not
    return not any(tag.kind in ACTIONS and tag.start == sign.start for tag in sentence.ending[start])


def _is_compound(sentence: Sentence, end: int) -> bool:
    """Whether the number is part of a word: "5-star reviews", "90-day plan"."""
    if end in sentence.joined:
        return True
    if end + 1 >= len(sentence.tokens):
        return False
    number, hyphen, word = sentence.tokens[end - 1 : end + 2]
    joined = hyphen.text == "-" and number.end == hyphen.start and hyphen.end == word.start
    return joined and word.text.isalpha() and word.text != "fold"


def _measured(sentence: Sentence, end: int) -> bool:
    return sentence.tokens[end - 1].text == PERCENT


def _glued(sentence: Sentence, start: int, end: int) -> bool:
    """Whether letters that are no unit hang on the figure: "3D", "4P"."""
    if end >= len(sentence.tokens):
        return False
    last, after = sentence.tokens[end - 1], sentence.tokens[end]
    if last.end != after.start or not after.text.isalpha() or not last.text[-1].isdigit():
        return False
    if after.text in ORDINAL_ENDINGS:
        return sentence.before(start, "article", "get") is None
    return sentence.at(end, "fold", "weight", "not_ours", "points") is None and len(after.text) <= SHORT


def _ordinal(sentence: Sentence, end: int) -> bool:
    """Whether the figure goes on as "1,000th"."""
    return (
        end < len(sentence.tokens)
        and sentence.tokens[end].text in ORDINAL_ENDINGS
        and sentence.tokens[end].start == sentence.tokens[end - 1].end
    )


def _out_of(sentence: Sentence, end: int) -> int:
    """Give how many tokens say out of how much a score is: the "/10" of "9/10"."""
    following = [token.text for token in sentence.tokens[end : end + 2]]
    return 2 if following in (["/", "5"], ["/", "10"], ["/", "100"]) else 0


def _spelled(sentence: Sentence, start: int, end: int) -> bool:
    """Whether written-out words are a number here: "two new stores"; "one of the best" and "năm nay" are none."""
    words = [token.text for token in sentence.tokens[start:end]]
    if len(words) > 1:
        return words != [words[0], "đồng"]
    if sentence.grammar == "vi":
        return (
            words[0] in {"hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"}
            and sentence.before(start, "get", "by_amount", "at_least", "at_most", "about") is not None
        )
    if words[0] == "zero":
        return start == 0 or sentence.before(start, "get", "to", "down", "up") is not None
    if words[0] in {"one", "half"}:
        return (
            words[0] != "half"
            and sentence.before(start, "get", "at_least", "at_most", "to", "down") is not None
            and (end >= len(sentence.tokens) or sentence.tokens[end].text != "of")
        )
    return True


def _merged(sentence: Sentence, found: list[Quantity]) -> Iterator[Quantity]:
    """Take a range for its higher end: "80-90 percent", "from 15 – 20%", "between 5 and 10"."""
    place = 0
    while place < len(found):
        low = found[place]
        if place + 1 < len(found) and _is_range(sentence, low, found[place + 1]):
            high = found[place + 1]
            yield replace(high, start=low.start)
            place += 2
            continue
        yield low
        place += 1


def _is_range(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    between = [token.text for token in sentence.tokens[low.end : high.start]]
    before = sentence.tokens[low.start - 1].text if low.start else ""
    if between == ["-"]:
        return True
    if between in (["and"], ["và"], ["đến"], ["to"], ["tới"]) and before in {
        "between",
        "khoảng",
        "giữa",
        "about",
        "around",
        "by",
    }:
        return True
    return (
        between in (["to"], ["đến"], ["tới"])
        and sentence.before(low.start, "origin", "from", "current") is None
        and low.value < high.value
        and low.unit is None
    )


# Builders of the rules below: each takes the parse's context, then what its pattern caught.


def _plain(_: object, values: Values, unit: str | None) -> tuple[Values, str | None]:
    return values, unit


def _money(_: object, code: str, values: Values, again: str | None) -> tuple[Values, str | None] | None:
    return None if again not in {None, code} else (values, code)


def _slang(_: object, values: Values, scale: int) -> Scaled:
    return Scaled(tuple(value * scale for value in values), scale, vietnamese=True)


GRAMMAR = Grammar(
    {
        **MAGNITUDES,
        "scaled": (*MAGNITUDES["scaled"], rule("COUNT SLANG_SCALE", _slang)),
        "quantity": (rule("AMOUNT UNIT?", _plain), rule("CURRENCY AMOUNT CURRENCY?", _money)),
        "unit": (
            rule("CURRENCY", lambda _, code: code),
            rule("CURRENCY_AFTER", lambda _, code: code),
            rule("percent", lambda _: PERCENT),
            rule("POINTS", lambda _, unit: POINTS if unit else SCORE),
        ),
    }
)
"""`quantity` is a whole magnitude with what it is counted in."""
