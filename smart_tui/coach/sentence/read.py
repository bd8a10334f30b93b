"""`read`: what a sentence says about a goal, with the words that it was read from."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from smart_tui.coach.sentence.around import noun_after
from smart_tui.coach.sentence.claim import RELATIVE, Claim
from smart_tui.coach.sentence.claims import main_claim
from smart_tui.coach.sentence.metric import metric_of
from smart_tui.coach.sentence.naming import named
from smart_tui.coach.sentence.phrases import VERBS
from smart_tui.coach.sentence.quantities import Quantity, quantities
from smart_tui.coach.sentence.roles import Role
from smart_tui.coach.sentence.whens import When, whens
from smart_tui.coach.sentence.words import Sentence, Tag, sentence_of
from smart_tui.goals.terms import DateStyle, Direction, Period

Span = tuple[int, int]
OCCASION = 6
"""Words after "by" in which one like "opening", "festival" makes it a limit without a date."""
NO_EVENT = frozenset({"đó", "đây", "kia", "tiên", "do", "day", "long", "đến", "den"})
"""Words after "trước" that make it no limit."""
MILLION = 1_000_000
MONEY_FROM = 1000
"""Vietnamese money is never a smaller number."""


class SentenceReading(Struct, frozen=True, kw_only=True):
    """A goal sentence, read: what it says, and nothing that it does not say."""

    text: str
    lang: str
    metric: str | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    unit: str | None = None
    change: str | None = None
    """`absolute`, or `relative` to a baseline (in percent)."""
    direction: Direction = Direction.INCREASE
    per: Period | None = None
    start: date | None = None
    deadline: date | None = None
    vague: bool = True
    missing: tuple[str, ...] = ()
    """`measure`, `deadline`."""
    bound: str = ""
    """`max` or `min`: the target is a ceiling or a floor."""
    channel: str | None = None
    """Where it is to happen: online, LinkedIn (row 37)."""
    spans: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    """The characters of `text` that each field came from."""
    doubts: tuple[str, ...] = ()
    """Fields whose words can be read another way: `target`, `baseline`, `deadline`."""


KEPT = 64
"""Readings that are remembered: a draft is read again for its fields, its review and every key that is typed elsewhere."""


@lru_cache(KEPT)
def read(
    text: str,
    today: date,
    *,
    lang: str | None = None,
    year_starts: int = 1,
    dates: DateStyle = DateStyle.LANGUAGE,
) -> SentenceReading:
    """Read a sentence in English or Vietnamese; without `lang` it is found out which."""
    sentence = sentence_of(text, lang)
    if not sentence.tokens:
        return SentenceReading(text=sentence.text, lang=sentence.lang, missing=("measure", "deadline"))
    times = whens(sentence, today, year_starts, dates)
    taken = [(when.start, when.end) for when in times]
    found = quantities(sentence, taken)
    timely = _timely(sentence, taken)
    claim = main_claim(sentence, found, timely)
    until, since = _limit(times, today), next((when for when in times if when.role is Role.START), None)
    spans = dict(_claim_spans(sentence, claim))
    if until is not None:
        spans["deadline"] = (until.start, until.end)
    if since is not None:
        spans["start"] = (since.start, since.end)
    metric, counted = named(sentence, claim, metric_of(sentence, claim, timely), timely)
    if counted is not None:
        spans["metric"] = sentence.span(*counted)
    channel = sentence.first("channel")
    if channel is not None:
        spans["channel"] = sentence.span(channel.start, channel.end)
    limited = (
        until is not None
        or any(when.role is Role.EVENT for when in times)
        or _names_an_event(sentence, timely)
    )
    doubts = [name for name, mark in _marks(claim) if mark.several]
    if claim is not None and claim.rivals and "target" not in doubts:
        doubts.append("target")
    doubts += ["deadline"] if until is not None and until.several else []
    return SentenceReading(
        text=sentence.text,
        lang=sentence.lang,
        metric=metric,
        direction=_direction(sentence, claim),
        start=(since and since.day) or (until and until.begins) or None,
        deadline=until.day if until is not None else None,
        vague=claim is None,
        missing=(*(("measure",) if claim is None else ()), *(() if limited else ("deadline",))),
        channel=str(channel.value) if channel else None,
        spans=MappingProxyType(spans),
        doubts=tuple(doubts),
        **_claimed(sentence, claim),
    )


def _claimed(sentence: Sentence, claim: Claim | None) -> dict[str, Any]:
    if claim is None:
        return {}
    return {
        "baseline": claim.baseline,
        "target": claim.target,
        "unit": claim.unit or _money(sentence, claim),
        "change": claim.change,
        "per": claim.per,
        "bound": claim.bound,
    }


def _timely(sentence: Sentence, taken: list[Span]) -> frozenset[int]:
    """Give the tokens that belong to times."""
    return frozenset(
        place
        for place, token in enumerate(sentence.tokens)
        if any(token.start < end and start < token.end for start, end in taken)
    )


def _limit(times: tuple[When, ...], today: date) -> When | None:
    """Give the time until which: the first that a word like "by" leads to, else the first."""
    limits = [when for when in times if when.role is Role.DEADLINE and when.day is not None]
    return min(
        limits, key=lambda when: (-when.strength, when.day is not None and when.day < today), default=None
    )


def _names_an_event(sentence: Sentence, timely: frozenset[int]) -> bool:
    events = (sentence.at(place, "event") for place in range(len(sentence.tokens)))
    # What begins with it ("từ năm học tới") does not end with it.
    if any(tag is not None and sentence.before(tag.start, "starting") is None for tag in events):
        return True
    aim = sentence.first("aim_noun")
    if (
        aim is not None
        and sentence.words(aim.end, aim.end + 1) == "for"
        and sentence.at(aim.end + 1, "season")
    ):
        return True
    if any(_is_a_limit(sentence, place, timely) for place in range(len(sentence.tokens) - 1)):
        return True
    return any(
        sentence.first("occasion", start=place + 2, end=min(place + OCCASION, len(sentence.tokens)))
        for place, token in enumerate(sentence.tokens)
        if token.text in {"by", "before", "until", "for"}
    )


def _is_a_limit(sentence: Sentence, place: int, timely: frozenset[int]) -> bool:
    """Whether "before" leads to something that is no date: "before the trade fair", "trước hội chợ"."""
    after = sentence.tokens[place + 1]
    return (
        sentence.tokens[place].text in {"before", "until", "trước", "truoc"}
        and place not in timely
        and place + 1 not in timely
        and after.text.isalpha()
        and after.text not in NO_EVENT
    )


def _marks(claim: Claim | None) -> list[tuple[str, Quantity]]:
    return [] if claim is None else list(zip(("target", "baseline"), claim.marks, strict=False))


def _claim_spans(sentence: Sentence, claim: Claim | None) -> list[tuple[str, Span]]:
    if claim is None:
        return []
    marks = _marks(claim)
    if not marks:
        return [("target", sentence.span(claim.start, claim.end))]
    return [(name, sentence.span(mark.start, mark.end)) for name, mark in marks]


def _money(sentence: Sentence, claim: Claim) -> str | None:
    """Give the currency that nobody names in Vietnamese: a sum of "doanh thu" or "chi phí" is in đồng."""
    if sentence.grammar != "vi" or claim.change == RELATIVE or claim.target < MONEY_FROM:
        return None
    spoken = sentence.first("money") is not None or _is_a_bare_sum(sentence, claim)
    counted = _counted_thing(sentence, claim) or _attracts_many(sentence, claim)
    return "VND" if spoken and not counted else None


def _is_a_bare_sum(sentence: Sentence, claim: Claim) -> bool:
    """Whether millions of nothing else are meant: "đạt 3.200 tỷ"."""
    goal = claim.marks[0] if claim.marks else None
    return (
        goal is not None
        and goal.scale >= MILLION
        and noun_after(sentence, goal) is None
        and sentence.first("thing", end=goal.start) is None
    )


def _attracts_many(sentence: Sentence, claim: Claim) -> bool:
    """Whether "thu" is only a part of "thu hút", which is done with people and never with money."""
    verb = sentence.before(claim.start, "get")
    return verb is not None and sentence.words(verb.start, verb.end).lower().startswith("thu hút")


def _counted_thing(sentence: Sentence, claim: Claim) -> bool:
    """Whether a word that counts things follows the number: "500 triệu lượt xem"."""
    return any(
        sentence.at(place, "thing") for place in range(claim.end, min(claim.end + 2, len(sentence.tokens)))
    )


def _holds_events(sentence: Sentence, verb: Tag, claim: Claim | None) -> bool:
    """Whether "hold" is what one does with meetings: "hold 10 demos"."""
    counts = claim is not None and claim.unit is None and not claim.bound and claim.start == verb.end
    return counts and sentence.at(verb.start, "get") is not None


def _direction(sentence: Sentence, claim: Claim | None) -> Direction:
    end = claim.start if claim else len(sentence.tokens)
    verb = sentence.first(*VERBS, end=max(end, 1))
    if (
        verb is not None
        and verb.kind == "keep"
        and (claim is None or claim.baseline is None)
        and (claim is None or claim.bound or claim.change == "absolute")
        and not _holds_events(sentence, verb, claim)
    ):
        return Direction.MAINTAIN
    if claim is not None and claim.direction is not None:
        return claim.direction
    if claim is not None and claim.target == 0:
        return Direction.DECREASE
    verb = next(
        (tag for place in range(max(end, 1)) if (tag := sentence.at(place, "up", "down", "get"))), verb
    )
    if verb is not None and verb.kind == "down":
        return Direction.DECREASE
    less = sentence.first("less")
    if claim is None and verb is None and less is not None and sentence.at(less.start, "more") is None:
        return Direction.DECREASE
    return Direction.INCREASE
