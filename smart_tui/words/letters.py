"""A goal's five letters in words: what each says, and under its name whatever else was answered to it."""

from collections.abc import Iterator

from msgspec.structs import replace

from smart_tui.goals.model import Goal
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Direction, Kind, Letter
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language, msgid
from smart_tui.words.line import Line
from smart_tui.words.numbers import amount, with_unit
from smart_tui.words.standing import PER_WORDS, time_text, value_of_target


def letter_lines(lang: Language, standing: Standing, parent: Standing | None) -> Iterator[Line]:
    """Tell the letters, those left out to which nothing was answered."""
    goal = standing.goal
    said = {
        Letter.SPECIFIC: joined(
            goal.specific.sentence,
            goal.specific.audience,
            goal.specific.product_line,
            goal.specific.channel,
            goal.owner,
        ),
        Letter.MEASURABLE: _measure(lang, standing),
        Letter.ACHIEVABLE: joined(_best(lang, standing), goal.achievable.obstacle, goal.achievable.if_then),
        Letter.RELEVANT: "" if goal.relevant.why else supports_text(lang, parent),
        Letter.TIMEBOUND: joined(_span(lang, standing), goal.timebound.timing),
    }
    left = "" if standing.status.closed else time_text(lang, standing)
    for letter, text in said.items():
        lines = [Line(text, tail=left if letter is Letter.TIMEBOUND else "")] if text else []
        lines += _named(lang, goal, letter)
        if lines:
            yield replace(lines[0], label=letter.value, label_style="accent")
        yield from lines[1:]


def _named(lang: Language, goal: Goal, letter: Letter) -> Iterator[Line]:
    """Tell what else was answered to a letter, each answer under its own name (row 43)."""
    able, relevant = goal.achievable, goal.relevant
    answered: dict[Letter, dict[str, str | None]] = {
        Letter.ACHIEVABLE: {
            msgid("Strengths"): able.strengths,
            msgid("Weaknesses"): able.weaknesses,
            msgid("Resources"): able.resources,
            msgid("Evidence"): able.evidence,
        },
        Letter.RELEVANT: {
            msgid("Why"): relevant.why,
            msgid("Realistic"): relevant.realistic,
            msgid("Plan"): relevant.plan,
        },
    }
    for name, text in answered.get(letter, {}).items():
        if text:
            yield Line(clean(" ".join(text.split())), name=lang.say(name))


def _measure(lang: Language, standing: Standing) -> str:
    measure = standing.goal.measurable
    metric = clean(measure.metric or "")
    counted = f"{_amounts(lang, standing)} {metric}".strip()
    if measure.kind is Kind.RATE and measure.per is not None and measure.target is not None:
        counted = lang.say("{counted} {per}", counted=counted, per=lang.say(PER_WORDS[measure.per]))
    source = lang.say("from {source}", source=clean(measure.source)) if measure.source else None
    return ", ".join(part for part in (counted, source) if part)


def _amounts(lang: Language, standing: Standing) -> str:
    measure = standing.goal.measurable
    if measure.kind is Kind.YES_NO:
        return lang.say("done or not")
    if measure.target is None:
        return ""
    target = amount(lang, measure.target, measure.unit)
    match measure.kind:
        case Kind.LIMIT:
            return value_of_target(lang, standing)
        case Kind.TOTAL | Kind.LEVEL if standing.baseline is not None:
            return f"{amount(lang, standing.baseline, measure.unit)} → {target}"
        case _:
            return target


def _best(lang: Language, standing: Standing) -> str | None:
    past = standing.goal.achievable.past
    if not past:
        return None
    falling = standing.goal.measurable.direction is Direction.DECREASE
    best = (min if falling else max)(past, key=lambda p: p.value)
    value = with_unit(lang, amount(lang, best.value, None), standing.goal.measurable.unit)
    if not best.period:
        return lang.say("best so far {value}", value=value)
    return lang.say("best so far {value} ({period})", value=value, period=clean(best.period))


def _span(lang: Language, standing: Standing) -> str:
    start, deadline = standing.goal.start, standing.goal.deadline
    if start is not None and deadline is not None:
        return f"{short_date(lang, start)} – {short_date(lang, deadline)}"
    if deadline is not None:
        return lang.say("until {day}", day=short_date(lang, deadline))
    return lang.say("from {day}", day=short_date(lang, start)) if start is not None else ""


def supports_text(lang: Language, parent: Standing | None) -> str:
    """Name the goal that one supports."""
    return lang.say("supports {goal}", goal=clean_title(parent.goal.title)) if parent is not None else ""


def joined(*parts: str | None) -> str:
    """Put what was said side by side."""
    return " · ".join(clean(part) for part in parts if part)
