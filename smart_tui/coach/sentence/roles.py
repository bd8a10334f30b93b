"""What a time in a sentence is to the goal, by the words around it."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from smart_tui.coach.tokens import Token


class Role(StrEnum):
    """What a time is to the goal."""

    DEADLINE = "deadline"
    START = "start"
    EVENT = "event"
    """A limit without a date: "before the launch", "trước hè"."""
    NONE = "none"
    """What the goal is compared with, or part of how it is done."""


PAST = frozenset({"last", "previous", "past", "ngoái", "trước", "qua", "yesterday"})
STARTING = (
    *("starting", "starting on", "starting from", "starting in", "beginning", "beginning in"),
    *("bắt đầu từ", "bắt đầu", "kể từ", "bat dau tu"),
)
FROM = ("từ", "from", "tu", "between")
COMPARED = (
    *(
        "than",
        "vs",
        "vs.",
        "versus",
        "compared to",
        "compared with",
        "against",
        "since",
        "as of",
        "relative to",
    ),
    *("so với", "so voi", "cùng kỳ", "so cùng kỳ", "tính từ"),
)
COMPARED_LEAD = (
    "than",
    "compared to",
    "compared with",
    "vs",
    "versus",
    "since",
    "from what it was",
    "so với",
)
"""The same before the words that lead to a time: "than in 2024"."""
NO_LATER = ("later than",)
"""Leads to a limit though it ends like a comparison."""
COMPARING = frozenset({"than", "as", "had", "did", "were", "was"})
CLAUSE = 6
"""Words before a year among which a comparison is looked for."""
FROM_NOW = ("from now", "from today")
TO_EVENTS = ("of ", "after ", "before ", "from ", "kể từ khi", "sau khi", "trước khi")
"""After a length of time: "within 3 months of opening"."""
OF_THE_METRIC = ("dưới", "under", "less than", "below", "from", "từ", "lasting")


def names_past(texts: Iterable[str]) -> bool:
    """Whether the words of a time say that it is over."""
    return not PAST.isdisjoint(texts)


class Roles(Struct, frozen=True):
    """Times of one text."""

    plain: str
    tokens: tuple[Token, ...]
    today: date

    def before(self, place: int) -> str:
        """Give the text before a token."""
        return self.plain[: self.tokens[place].start].casefold().rstrip()

    def role(self, place: int, end: int, name: str, lead: int, day: date | None) -> Role:
        """Say what the time of the tokens from `place` to `end` is; the words that lead to it start at `lead`."""
        led, before = self.before(lead), self.before(place)
        if self._compared(led, before, place, end, day):
            return Role.NONE
        if name == "range":
            return Role.DEADLINE
        if name == "stretch" and self.tokens[end - 1].text == "half" and self._after(end).startswith("of "):
            return Role.EVENT
        if name == "ahead" and (role := self._of_a_length(led, end)):
            return role
        if before.endswith(STARTING) or before in FROM or before.endswith((" từ", " tu", "from", "between")):
            return Role.START
        return Role.DEADLINE

    def _after(self, end: int) -> str:
        return self.plain[self.tokens[end - 1].end :].strip().casefold()

    def _of_a_length(self, led: str, end: int) -> Role | None:
        """Say what "3 months" is where an event follows it, or where it is itself what is counted."""
        after = self._after(end)
        if after.startswith("kể từ ") and not after.startswith(("kể từ nay", "kể từ hôm nay")):
            return Role.EVENT
        counted = led.endswith(OF_THE_METRIC)
        if after.startswith(TO_EVENTS):
            return Role.NONE if counted and not after.startswith(FROM_NOW) else Role.EVENT
        return Role.NONE if counted else None

    def _compared(self, led: str, before: str, place: int, end: int, day: date | None) -> bool:
        """Whether the goal is compared with this time: "than last year", "so với 2024"."""
        texts = [token.text for token in self.tokens[place:end]]
        clause = before.rsplit(",", 1)[-1].split()[-CLAUSE:]
        year = len(texts) == 1 and texts[0].isdecimal() and int(texts[0]) <= self.today.year
        if year and not COMPARING.isdisjoint(clause):
            return True
        past = names_past(texts) and not self.plain[self.tokens[place].start :].startswith("past")
        if past and (day is None or day < self.today):
            return True
        if before.endswith(NO_LATER):
            return led.endswith(COMPARED_LEAD)
        return before.endswith(COMPARED) or led.endswith(COMPARED_LEAD)
