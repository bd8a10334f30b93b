"""A goal on a sheet of paper: every answer under its label, its share of the larger goal, what is open."""

from collections.abc import Iterator, Sequence
from datetime import date

from smart_tui.coach.drafting import draft_of
from smart_tui.coach.findings import NOTES, Level
from smart_tui.coach.review import review
from smart_tui.coach.writing import held
from smart_tui.goals.draft import Field, asked_on
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.goals.sums import sums_of
from smart_tui.goals.terms import Dialect, Kind, Letter
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.coaching import finding_text
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language
from smart_tui.words.numbers import PERCENT, amount, number, percent
from smart_tui.words.pace import pace_text
from smart_tui.words.standing import CADENCE_WORDS, PER_WORDS, value_of_target

ELSEWHERE = frozenset(
    {Field.TITLE, Field.SENTENCE, Field.OWNER, Field.TARGET, Field.BASELINE, Field.ACTION}
    | {Field.KIND, Field.PER, Field.UNIT, Field.DIRECTION, Field.WORTH, Field.HORIZON}
    | {Field.WEEKLY, Field.AVERAGE}
)
"""What stands at the head of the sheet, belongs to a number that is written with it, or is no answer."""
LEAST_SHARE, WHOLE_FROM = 0.0005, 0.1
"""Below these a share is not worth a word; it is written with a decimal."""


def answers(
    lang: Language, standing: Standing, everything: Sequence[Standing], letter: Letter, dialect: Dialect
) -> Iterator[tuple[str, str]]:
    """Give what was answered to a letter, label and text, in the order in which it was asked."""
    for asked in asked_on(letter, dialect):
        text = "" if asked in ELSEWHERE else _answer(lang, standing, everything, asked)
        if text:
            yield lang.say(FIELD_TEXTS[asked].label), text


def number_text(lang: Language, standing: Standing) -> str:
    """Write where the number is and where it should be: "0 → 40 new leads", "100 products sold a day"."""
    measure = standing.goal.measurable
    metric = one_line(measure.metric or "")
    if measure.kind is Kind.YES_NO:
        return lang.say("done or not")
    if measure.target is None:
        return metric
    said = amount(lang, measure.target, measure.unit)
    if measure.kind is Kind.LIMIT:
        said = value_of_target(lang, standing).partition(":")[0]
    elif measure.kind is not Kind.RATE and standing.baseline is not None:
        said = f"{amount(lang, standing.baseline, measure.unit)} → {said}"
    counted = lang.say("{amount} {metric}", amount=said, metric=metric) if metric else said
    if measure.kind is Kind.RATE and measure.per is not None:
        return lang.say("{counted} {per}", counted=counted, per=lang.say(PER_WORDS[measure.per]))
    return counted


def needed_text(lang: Language, standing: Standing) -> str:
    """Say which pace the goal needs from here on; empty where none is known, or the number says it already."""
    if standing.needed_per_week is None or standing.goal.measurable.kind is Kind.RATE:
        return ""
    return pace_text(lang, standing, standing.needed_per_week)


def supports_and_share(lang: Language, standing: Standing, everything: Sequence[Standing]) -> str:
    """Name the larger goal, and how much of it this one brings: "1,000 contracts (8% of it)" (row 20)."""
    if standing.parent is None:
        return ""
    title = clean_title(everything[standing.parent].goal.title) or lang.say("(no title)")
    sums = sums_of(everything, standing.parent)
    brought = next((it for it in sums.brought if it.standing.place == standing.place), None) if sums else None
    if brought is None or brought.share is None or brought.share < LEAST_SHARE:
        return title
    return lang.say("{goal} ({percent} of it)", goal=title, percent=_share(lang, brought.share))


def still_open(
    lang: Language, goal: Goal, file: GoalFile, today: date, dialect: Dialect
) -> dict[Letter, str]:
    """Give what the coach would ask first about each letter; nothing for those that are strong."""
    verdicts = review(draft_of(goal, "", lang.code), file, today, dialect).verdicts
    asked = {}
    for letter, verdict in verdicts.items():
        first = verdict.headline
        if first is not None and first.level is not Level.STRONG and first.code not in NOTES:
            asked[letter] = finding_text(lang, first)
    return asked


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """Make a text safe to show, on one line."""
    return clean(" ".join(text.split()))


def _answer(lang: Language, standing: Standing, everything: Sequence[Standing], asked: Field) -> str:
    goal = standing.goal
    match asked:
        case Field.PAST:
            return "; ".join(_past(lang, goal))
        case Field.SUPPORTS:
            return supports_and_share(lang, standing, everything)
        case Field.START | Field.DEADLINE:
            day = goal.start if asked is Field.START else goal.deadline
            return short_date(lang, day) if day else ""
        case Field.MILESTONES:
            return "; ".join(
                f"{short_date(lang, each.date)}: {amount(lang, each.value, goal.measurable.unit)}"
                for each in goal.timebound.milestones
            )
        case Field.CADENCE:
            return lang.say(CADENCE_WORDS[goal.timebound.cadence])
        case _:
            value = held(goal, asked)
            return one_line(value) if isinstance(value, str) else ""


def _share(lang: Language, share: float) -> str:
    """Write a small share with a decimal: 8.3% is not 8%, and 0.4% not nothing."""
    return percent(lang, share) if share >= WHOLE_FROM else number(lang, share * 100, digits=1) + PERCENT


def _past(lang: Language, goal: Goal) -> Iterator[str]:
    for past in goal.achievable.past:
        said = amount(lang, past.value, goal.measurable.unit)
        yield f"{one_line(past.period)}: {said}" if past.period else said
