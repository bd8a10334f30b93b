"""The times that a sentence names: until when, from when, and those that are no deadline at all."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from msgspec import Struct

from smart_tui.coach import spans
from smart_tui.coach.grammar import Parse
from smart_tui.coach.ranges import Between
from smart_tui.coach.sentence.parts import (
    FEASTS,
    describes,
    goes_on_as_no_date,
    in_one_piece,
    inside_a_numeral,
    is_apart,
    is_grouped,
    is_letter_unit,
    names_a_part,
    names_a_thing,
)
from smart_tui.coach.sentence.roles import COMPARED, Role, Roles, names_past
from smart_tui.coach.sentence.timing import TIMES, as_typed
from smart_tui.coach.sentence.words import Sentence
from smart_tui.coach.spans import Frame, Problem, Stretch, Yearly, last, picked
from smart_tui.coach.tokens import tokenise
from smart_tui.goals.calendar import Calendar, Span
from smart_tui.goals.terms import DateStyle


class When(Struct, frozen=True):
    """One time in a sentence; characters from `start` to `end`."""

    role: Role
    day: date | None
    start: int
    end: int
    begins: date | None = None
    """The first day, where a stretch of time was named."""
    several: bool = False
    """Whether the words can mean another day as well."""
    strength: int = 0
    """How clearly the words before it make it a limit: 2 for by, until, trước; 1 for in, vào; 0 for none."""


NEEDS_LEAD = frozenset({"month_name", "weekday_name", "holiday", "thanksgiving"})
"""Kinds of words that by themselves are no limit: "Christmas sales", "may"."""
SCALES = frozenset(
    {"%", "k", "tr", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "million", "percent", "điểm", "points"}
)
"""What makes figures before it an amount."""
LEADING = frozenset(
    {"for", "goal for", "target for", "since", "fy", "fiscal year", "financial year", "starting"}
    | {"từ", "kể từ", "từ nay", "hết"}
)
"""Words before a time beside those that the lexicon knows."""
BETWEEN = frozenset({"to", "until", "till", "through", "and", "đến", "tới", "den", "toi", "-"})
EVERY = frozenset({"moi", "mot", "hang"})
"""Before "ngày" they speak of any day: "mỗi ngày 20 đơn"."""
YEAR_DIGITS = 4
STRONG = 2
OUT_OF = frozenset({"5", "10", "100"})
SCORING = (
    "đạt",
    "lên",
    "dat",
    "len",
    " to",
    "score",
    "score of",
    "at least",
    "ít nhất",
    "điểm",
    "diem",
    "reach",
    "hit",
    "above",
    "trên",
)
SIGNS_OF_A_DATE = 2
"""Between day, month and year."""


def whens(
    sentence: Sentence, today: date, year_starts: int = 1, dates: DateStyle = DateStyle.LANGUAGE
) -> tuple[When, ...]:
    """Find every time, from left to right."""
    return tuple(_Search(sentence, today, year_starts, dates).found())


class _Search:
    """One sentence, searched with the grammar of dates at every word."""

    def __init__(self, sentence: Sentence, today: date, year_starts: int, dates: DateStyle) -> None:
        self.sentence = sentence
        self.plain = sentence.plain
        self.tokens = tokenise(self.plain, "dates")
        calendar = Calendar(year_starts)
        self.frame = Frame(lang=sentence.lang, today=today, start=today, calendar=calendar, dates=dates)
        self.phrases = as_typed(self.tokens, sentence.lang)
        self.parse = Parse(self.tokens, self.phrases, TIMES, self.frame)
        self.passed = 0
        """Where the last time of a comparison ends; its words lead to no other: "so với năm trước, trong năm 2027"."""
        self.roles = Roles(self.plain, self.tokens, today)

    def found(self) -> Iterator[When]:
        place = 0
        while place < len(self.tokens):
            best = self._best(place)
            if best is None:
                place += 1
                continue
            value, end, name = best
            yield self._when(place, end, value, name)
            if self.roles.before(place).endswith(COMPARED):
                self.passed = end
            place = end

    def _best(self, place: int) -> tuple[object, int, str] | None:
        """Give the longest time that starts at a word and may be one here."""
        if self._only_counts(place):
            return None
        found = ((value, end, name) for (value, name), end in self.parse.at("time", place))
        options = [it for it in found if self._plausible(place, it[1], it[0], it[2])]
        if not options:
            return None
        longest = max(end for _, end, _ in options)
        options = [it for it in options if it[1] == longest]
        return next((it for it in options if self._names_a_day(it[0], it[2])), options[0])

    def _only_counts(self, place: int) -> bool:
        """Whether figures stand before a word that no time has: the 40 of "40 leads"."""
        text, after = self.tokens[place].text, place + 1
        if not text.isdecimal() or len(text) == YEAR_DIGITS:
            return False
        return after == len(self.tokens) or (self.tokens[after].text.isalpha() and not self.phrases[after])

    def _names_a_day(self, value: object, name: str) -> bool:
        return self._day(value, name, before=False)[0] is not None

    def _plausible(self, place: int, end: int, value: object, name: str) -> bool:
        tokens = self.tokens[place:end]
        texts = [token.text for token in tokens]
        if not in_one_piece(self.plain, tokens) or self._is_a_part(place):
            return False
        if is_grouped(self.plain, tokens) or self._describes(place, end, texts):
            return False
        if name in {"ahead", "new_year"}:
            return not is_letter_unit(texts) and not names_a_part(self.parse, place, end)
        if name == "range":
            return "/" in texts or any(text.isalpha() for text in texts[1:] if text not in BETWEEN)
        if isinstance(value, Span) and value.last < self.frame.today and names_past(texts):
            return True
        if texts == ["24", "/", "7"] or (texts[0] == "tu" and self.sentence.grammar == "vi"):
            return False
        if all(text.isdecimal() or text in {"/", "-", "."} for text in texts):
            return self._digits(place, end, texts)
        if len(texts) == 1:
            return self._one_word(place, texts[0])
        if texts[0] == "t" and len(texts) == len(("t", "8")):
            return self._led(place)
        return True

    def _is_a_part(self, place: int) -> bool:
        """Whether what starts here belongs to a larger number, or to "mỗi ngày"."""
        every = place > 0 and self.tokens[place - 1].bare in EVERY and self.tokens[place].bare == "ngay"
        return every or inside_a_numeral(self.plain, self.tokens[place])

    def _digits(self, place: int, end: int, texts: list[str]) -> bool:
        """Whether bare figures are a date: never a range, a decimal or a share."""
        if len(texts) == 1:
            return len(texts[0]) == YEAR_DIGITS and (self._led(place) or self._introduces(place, end))
        after = self._text_after(end)
        if after in SCALES:
            return False
        if len(texts) == len("9/10") - 1 and texts[-1] in OUT_OF and self._scored(place):
            return False
        whole = any(texts.count(sign) == SIGNS_OF_A_DATE for sign in "/-.")
        long = any(len(text) == YEAR_DIGITS for text in texts)
        if whole or (("/" in texts or long) and is_apart(self.tokens, place)):
            return True
        return "-" in texts and long and self._led(place)

    def _scored(self, place: int) -> bool:
        """Whether "9/10" is how good something is: "đạt 9/10", "a score of 9/10"."""
        return not self._led(place) and self.roles.before(place).endswith(SCORING)

    def _describes(self, place: int, end: int, texts: list[str]) -> bool:
        if describes(self.sentence, self.tokens, place, end):
            return True
        feast = any(entry.kind in FEASTS and last == end for entry, last in self.phrases[place])
        thing = feast and names_a_thing(self.sentence, self.tokens, place, end)
        return (thing or goes_on_as_no_date(texts)) and not self._led(place)

    def _one_word(self, place: int, text: str) -> bool:
        kinds = {entry.kind for entry, _ in self.phrases[place]}
        if kinds & NEEDS_LEAD and not self._led(place):
            return False
        return text not in {"mai", "mot"} or self._led(place)

    def _led(self, place: int) -> bool:
        """Whether a word before it leads to a time."""
        return self._lead(place) is not None

    def _lead(self, place: int) -> tuple[int, str] | None:
        """Give where the words that lead to a time start, and their kind."""
        found: tuple[int, str] | None = None
        at = place
        for _ in range(3):
            step = self._one_lead(at)
            if step is None:
                break
            at, kind = step
            found = (at, "before" if "before" in {kind, found[1] if found else ""} else kind)
        return found

    def _strength(self, lead: tuple[int, str] | None) -> int:
        if lead is None:
            return 0
        word = self.tokens[lead[0]].text
        return (
            1
            if word in {"in", "on", "at", "for", "during", "over", "of", "the", "vào", "trong", "dịp", "vao"}
            else STRONG
        )

    def _one_lead(self, place: int) -> tuple[int, str] | None:
        for length in range(min(4, place - self.passed), 0, -1):
            for entry, end in self.phrases[place - length]:
                if end == place and entry.kind in {"by", "before", "the", "of", "within", "end"}:
                    return place - length, entry.kind
            text = " ".join(token.text for token in self.tokens[place - length : place])
            if text in LEADING:
                return place - length, "by"
        return None

    def _introduces(self, place: int, end: int) -> bool:
        """Whether a year stands alone at the start: "2027: 500 leads"."""
        after = self._text_after(end)
        return place == 0 and after in {":", ","}

    def _text_after(self, end: int) -> str:
        rest = self.plain[self.tokens[end - 1].end :].strip()
        match = rest.split()
        return "" if not match else (rest[0] if not rest[0].isalnum() else match[0].casefold())

    def _when(self, place: int, end: int, value: object, name: str) -> When:
        lead = self._lead(place)
        start_at = self.tokens[place].start
        span = (start_at, self.tokens[end - 1].end)
        before = (lead is not None and lead[1] == "before") or self._before_word(place)
        day, begins = self._day(value, name, before=before)
        role = self.roles.role(place, end, name, lead[0] if lead else place, day)
        if role is Role.DEADLINE and day is None:
            role = Role.EVENT if isinstance(value, Problem) else Role.NONE
        strength = max(self._strength(lead), int(name == "ahead"))
        if role is Role.START:
            day = begins or day
        return When(
            role,
            day,
            *span,
            begins if name == "range" or strength < STRONG else None,
            several=len(self._days(place, end, before=before)) > 1,
            strength=strength,
        )

    def _days(self, place: int, end: int, *, before: bool) -> set[date | None]:
        """Give every day that the words can mean."""
        found = (it for it, last_at in self.parse.at("time", place) if last_at == end)
        return {self._day(value, name, before=before)[0] for value, name in found} - {None}

    def _before_word(self, place: int) -> bool:
        text = self.roles.before(place)
        return text.endswith(("before", "before the", "trước", "trước ngày", "trước tháng", "truoc"))

    def _day(self, value: object, name: str, *, before: bool) -> tuple[date | None, date | None]:
        if isinstance(value, date):
            return value, None
        if isinstance(value, Between):
            return value.last, value.first if value.first > self.frame.today else None
        if isinstance(value, Problem):
            return None, None
        if name == "new_year":
            eve = spans.day_of_year(self.frame, 12, 31) if before else spans.day_of_year(self.frame, 1, 1)
            found = picked(eve, last, self.frame)
            return (found if isinstance(found, date) else None), None
        stretch = cast("Stretch", value)  # `stretch` and `edge` give nothing else
        found = picked(stretch, spans.before if before else last, self.frame)
        if not isinstance(found, date):
            return None, None
        return found, None if before else self._first_day(stretch, found)

    def _first_day(self, stretch: Stretch, end: date) -> date | None:
        """Give the day on which a stretch of time begins, where it is still to come."""
        first = picked(stretch, spans.first, self.frame)
        if not isinstance(first, date) or (isinstance(stretch, Yearly) and first > end):
            return None
        return first if first != end and first >= self.frame.today else None
