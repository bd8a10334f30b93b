"""What small goals come to for the large one, in words."""

from collections.abc import Iterator, Sequence

from smart_tui.goals.model import is_currency
from smart_tui.goals.standing import Standing
from smart_tui.goals.sums import Brought, Link, Sums, links_of, orphans, sums_of
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount, percent
from smart_tui.words.standing import PER_WORDS

FEW = 3
"""With fewer goals nobody needs a main one."""
ENOUGH = 0.005
"""Of what is asked: nearer than that is the same."""
WHOLE_FROM = 100


def sums_lines(lang: Language, standings: Sequence[Standing], place: int) -> Iterator[tuple[str, str, str]]:
    """Say how a goal and those that serve it add up: style, text, and a quieter end."""
    sums = sums_of(standings, place)
    if sums is not None:
        yield _sum_style(sums), sum_text(lang, sums), ""
        if sums.own:
            unit = sums.larger.goal.measurable.unit
            share = percent(lang, sums.own / sums.asked)
            yield "text", lang.say("Its own numbers"), f"{_number(lang, sums.own, unit)} · {share}"
        for part in sums.brought:
            yield "text", clean_title(part.standing.goal.title), _part_text(lang, sums, part)
    for link in links_of(standings, place):
        yield "text", link_text(lang, link), ""


def tree_hint(lang: Language, standings: Sequence[Standing]) -> str:
    """Say what a dashboard lacks: goals that serve nothing (row 14) have a larger one to serve, or a main goal (row 23)."""
    still_open = [standing for standing in standings if not standing.status.closed]
    if len(still_open) < FEW:
        return ""
    alone = orphans(standings)
    if not alone:
        if any(standing.goal.main for standing in still_open):
            return ""
        return lang.say("No main goal yet: what is all this for? * makes the selected goal the main one.")
    first = clean_title(alone[0].goal.title)
    return lang.count(
        "{n} goal serves no larger one: {titles}",
        "{n} goals serve no larger one: {titles}",
        len(alone),
        titles=f"{first} …" if alone[1:] else first,
    )


def sum_text(lang: Language, sums: Sums) -> str:
    """Say "40 a month × 24 = 960; the goal says 1,000: 40 short; 41.7 a month would do"."""
    unit = sums.larger.goal.measurable.unit
    whole = _number(lang, sums.asked, unit)
    total = _number(lang, sums.total, unit)
    said = _how(lang, sums, total)
    if abs(sums.short) <= ENOUGH * sums.asked:
        return lang.say("{sum}: just what the goal asks for", sum=said)
    if sums.short < 0:
        more = _number(lang, -sums.short, unit)
        return lang.say("{sum}; the goal says {goal}: {more} more", sum=said, goal=whole, more=more)
    short = _number(lang, sums.short, unit)
    text = lang.say("{sum}; the goal says {goal}: {short} short", sum=said, goal=whole, short=short)
    if (rate := sums.only_rate) is None:
        return text
    part, _, would_do = rate
    measure = part.standing.goal.measurable
    per = lang.say(PER_WORDS[measure.per]) if measure.per else ""
    enough = f"{_number(lang, would_do, measure.unit)} {per}".strip()
    return lang.say("{text}; {amount} would do", text=text, amount=enough)


def link_text(lang: Language, link: Link) -> str:
    """Say what each unit has to bring: "4% of the leads have to become contracts"."""
    smaller, larger = link.smaller.goal.measurable, link.larger.goal.measurable
    what, into = (
        clean(smaller.metric or link.smaller.goal.title),
        clean(larger.metric or link.larger.goal.title),
    )
    if is_currency(larger.unit):
        each = amount(lang, link.each, larger.unit, digits=0)
        return lang.say("each of the {what} has to bring {amount}", what=what, amount=each)
    if link.each <= 1:
        return lang.say(
            "{percent} of the {what} have to become {into}",
            percent=percent(lang, link.each),
            what=what,
            into=into,
        )
    each = amount(lang, link.each, larger.unit, digits=1)
    return lang.say("each of the {what} has to bring {amount} {into}", what=what, amount=each, into=into)


def _how(lang: Language, sums: Sums, total: str) -> str:
    rate = sums.only_rate
    if sums.own:
        return lang.say("Together with its own numbers {total}", total=total)
    if rate is None:
        return lang.say("All goals under it together {total}", total=total)
    part, periods, _ = rate
    measure = part.standing.goal.measurable
    if measure.per is None or measure.target is None:
        return total
    each = f"{amount(lang, measure.target, measure.unit)} {lang.say(PER_WORDS[measure.per])}"
    number = amount(lang, periods, None, digits=0 if abs(periods - round(periods)) < ENOUGH else 1)
    equals = "≈" if part.estimated else "="
    return f"{each} × {number} {equals} {total}"


def _part_text(lang: Language, sums: Sums, part: Brought) -> str:
    said = _number(lang, part.amount, sums.larger.goal.measurable.unit)
    said = f"≈ {said}" if part.estimated else said
    if part.share is not None:
        said = f"{said} · {percent(lang, part.share)}"
    if part.estimated and sums.left_out:
        said = lang.say("{text} · not added", text=said)
    return lang.say("{text} · ends after the larger goal", text=said) if part.late else said


def _sum_style(sums: Sums) -> str:
    return "behind" if sums.short > ENOUGH * sums.asked else "text"


def _number(lang: Language, value: float, unit: str | None) -> str:
    whole = abs(value - round(value)) < ENOUGH or abs(value) >= WHOLE_FROM
    return amount(lang, value, unit, digits=0 if whole else 1)
