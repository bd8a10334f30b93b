"""All goals at a glance, in words: how many stand where, and the one to look at first."""

from collections import Counter
from collections.abc import Iterable, Iterator

from smart_tui.goals.overview import Overview
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Flag, Status
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language
from smart_tui.words.standing import (
    FLAG_WORDS,
    GLYPHS,
    STALE_GLYPH,
    STATUS_WORDS,
    glyph,
    status_word,
    time_text,
)

SIGNS = {
    GLYPHS[Status.OVERDUE]: STATUS_WORDS[Status.OVERDUE],
    GLYPHS[Status.AT_RISK]: STATUS_WORDS[Status.AT_RISK],
    GLYPHS[Status.BEHIND]: STATUS_WORDS[Status.BEHIND],
    STALE_GLYPH: FLAG_WORDS[Flag.STALE],
    GLYPHS[Status.ON_TRACK]: STATUS_WORDS[Status.ON_TRACK],
}
"""What a prompt counts, the worst first: a sign and, where signs are not wanted, its word."""
TITLE = 40
"""Characters that a prompt spares for a title."""


def counts_text(lang: Language, seen: Overview) -> str:
    """Count the goals: "6 goals: 1 overdue, 1 behind, 4 on track"."""
    goals = lang.count("{n} goal", "{n} goals", sum(seen.counts.values()))
    counted = ", ".join(f"{n} {status_word(lang, status)}" for status, n in seen.counts.items())
    return lang.say("{title}: {text}", title=goals, text=counted)


def due_text(lang: Language, due: int) -> str:
    """Say how many goals wait for a number, and what asks for it."""
    return lang.count(
        "{n} goal is due for an update: smart-tui checkin",
        "{n} goals are due for an update: smart-tui checkin",
        due,
    )


def short_text(lang: Language, seen: Overview, standings: Iterable[Standing], *, plain: bool) -> str:
    """Say it all on one short line: "!1 ◆1 ▲1 ●4 · 1,000 new leads 21 days late"."""
    counted = Counter(GLYPHS[Status.OVERDUE] if s.attention else glyph(s) for s in standings)
    counts = list(_counts(lang, counted, plain=plain))
    if not counts:
        return lang.say("no open goals")
    first = _first(lang, seen.attention[0]) if seen.attention else lang.say("all well")
    return f"{', '.join(counts)}; {first}" if plain else f"{' '.join(counts)} · {first}"


def _counts(lang: Language, counted: Counter[str], *, plain: bool) -> Iterator[str]:
    for sign, word in SIGNS.items():
        if counted[sign]:
            yield f"{counted[sign]} {lang.say(word)}" if plain else f"{sign}{counted[sign]}"


def _first(lang: Language, standing: Standing) -> str:
    title = clean_title(standing.goal.title) or lang.say("(no title)")
    title = title if len(title) <= TITLE else title[: TITLE - 1] + "…"
    if standing.status is Status.OVERDUE:
        return lang.say("{title} {time}", title=title, time=time_text(lang, standing))
    return lang.say("{title}: {text}", title=title, text=_why(lang, standing))


def _why(lang: Language, standing: Standing) -> str:
    if standing.short_period is not None:
        return lang.say("the last period ended short")
    said = (flag for flag in (Flag.INVALID, Flag.STALE) if flag in standing.flags)
    flag = next(said, None)
    return lang.say(FLAG_WORDS[flag]) if flag else status_word(lang, standing.status)
