"""What was typed and cannot be taken as it is: why, and how to write it so that it can. Quick commands load it only then."""

from collections.abc import Iterable, Iterator
from datetime import date

from smart_tui.cli.session import several_goals
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.amount import Amount
from smart_tui.coach.checkin import Entered, present
from smart_tui.coach.checkin_day import read_checkin_day
from smart_tui.coach.dates import Day
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.coach.writing import write_number
from smart_tui.goals.draft import Field
from smart_tui.goals.model import Goal
from smart_tui.goals.standing import Standing
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.checking_in import hint, refused_text
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount, number
from smart_tui.words.readings import option_text, unreadable_text

Options = Ambiguous[Amount] | Ambiguous[Day] | Ambiguous[Goal]


def two_ways(lang: Language, name: str, typed: str, doubt: Options, today: date) -> Trouble:
    """Say that a field has several readings, and how to write each of them."""
    if goals := [option for option in doubt.options if isinstance(option, Goal)]:
        return several_goals(lang, typed, goals)
    ways = ", ".join(option_text(lang, option, today) for option in doubt.options)
    return Trouble(
        Exit.WRONG_USAGE,
        f"{name}: {lang.say('“{text}” can be read two ways: {ways}.', text=typed, ways=ways)}",
        _one_of(lang, (_unmistakable(lang, option) for option in doubt.options)),
    )


def not_taken(
    lang: Language, asked: Field, typed: str, doubt: Options | Unreadable, today: date, *, name: str
) -> Trouble:
    """Say why an option was not taken, and what would be, as the wizard says it of its field."""
    if isinstance(doubt, Ambiguous):
        return two_ways(lang, name, typed, doubt, today)
    remedy = lang.say("For example: {examples}", examples=lang.say(FIELD_TEXTS[asked].hint))
    return Trouble(Exit.WRONG_USAGE, f"{name}: {unreadable_text(lang, doubt)}", remedy)


def checkin_day(lang: Language, typed: str, today: date, year_starts: int) -> date:
    """Read the day of a check-in.

    Raises:
        Trouble: it is none, or still to come, or can be read two ways.

    """
    match read_checkin_day(typed, lang.code, today, year_starts=year_starts, dates=lang.dates):
        case Day(date=day):
            return day
        case Ambiguous() as doubt:
            raise two_ways(lang, "--on", typed, doubt, today)
        case Unreadable() as unreadable:
            wrong = f"--on: {refused_text(lang, unreadable)}"
            remedy = lang.say("A day is written like {day}.", day=today.isoformat())
            raise Trouble(Exit.WRONG_USAGE, wrong, remedy)


def refused(lang: Language, typed: str, doubt: Ambiguous[Entered] | Unreadable, then: Standing) -> Trouble:
    """Say why a check-in was not taken, and what would be."""
    if isinstance(doubt, Ambiguous):
        ways = ", ".join(number(lang, option.becomes) for option in doubt.options)
        wrong = lang.say("“{text}” can be read two ways: {ways}.", text=typed, ways=ways)
        return Trouble(Exit.WRONG_USAGE, wrong, _one_of(lang, _checkins(lang, typed, doubt.options)))
    measure = then.goal.measurable
    if doubt.code == "below-present":
        now = amount(lang, present(then), measure.unit)
        return Trouble(
            Exit.WRONG_USAGE,
            lang.say("{value} is less than the {now} there are already.", value=typed, now=now),
            lang.say("Write +{value} to add it, or ={value} if that is the number now.", value=typed.strip()),
        )
    remedy = lang.say("It takes: {what}", what=hint(lang, measure.kind))
    return Trouble(Exit.WRONG_USAGE, refused_text(lang, doubt), remedy)


def _one_of(lang: Language, ways: Iterable[str]) -> str:
    return lang.say("Write one of these: {ways}", ways=" · ".join(ways))


def _unmistakable(lang: Language, option: Amount | Day | Goal) -> str:
    match option:
        case Amount(value=value, unit=None):
            return write_number(value, lang.code)
        case Amount(value=value, unit=unit):
            return f"{write_number(value, lang.code)} {unit}"
        case Day(date=day):
            return day.isoformat()
        case Goal(id=goal_id):
            return goal_id


def _checkins(lang: Language, typed: str, options: tuple[Entered, ...]) -> Iterator[str]:
    sign = typed.strip()[:1].replace("−", "-")
    for option in options:
        if sign in {"+", "-"}:
            yield sign + write_number(abs(option.stored), lang.code)
        else:
            yield "=" * (sign == "=") + write_number(option.becomes, lang.code)
