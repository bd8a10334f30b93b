"""`log`: a check-in from the shell."""

from datetime import date
from gettext import gettext as _

import click

from smart_tui.cli.main import Day
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.checkin import Entered, present, read_checkin
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.model import CheckIn, GoalFile
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Kind
from smart_tui.store.operations import AddCheckIn
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount, number
from smart_tui.words.readings import unreadable_text


@click.command(
    help=_(
        "Check in: +25 and -5 are added, =120 is the new reading, a bare number is what it must be; yes or no."
    ),
    context_settings={"ignore_unknown_options": True},
    epilog=_("Example: smart-tui log leads +25 --note webinar"),
)
@click.argument("goal")
@click.argument("value")
@click.option("--on", type=Day(), help=_("The day of the number; else today."))
@click.option("--note", help=_("What was behind it."))
@click.option("--confidence", type=click.IntRange(0, 10), help=_("How sure you are to make it, 0 to 10."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(
    session: Session,
    *,
    goal: str,
    value: str,
    on: date | None,
    note: str | None,
    confidence: int | None,
    as_json: bool,
) -> None:
    """Save a check-in and say what the number is now."""
    file = session.read(quiet=True)
    standing = session.find(file, goal)
    day = on or session.today
    if day > session.today:
        raise Trouble(
            Exit.WRONG_USAGE, session.language.say("{date} is still to come.", date=day.isoformat())
        )
    then = _standing_on(file, standing, day)
    entered = _read(session.language, value, then)
    checkin = CheckIn(date=day, value=entered.stored, note=note or None, confidence=confidence)
    after = session.save(AddCheckIn(standing.goal.id, checkin))
    now = next(s for s in standings(after, session.today) if s.goal.id == standing.goal.id)
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(now))
    else:
        click.echo(_said(session.language, then, entered))


def _standing_on(file: GoalFile, standing: Standing, day: date) -> Standing:
    return standings(file, day)[standing.place]


def _read(lang: Language, value: str, standing: Standing) -> Entered:
    match read_checkin(value, standing, lang.code):
        case Entered() as entered:
            return entered
        case Ambiguous(options=options):
            ways = ", ".join(number(lang, option.becomes) for option in options)
            raise Trouble(
                Exit.WRONG_USAGE,
                lang.say("“{text}” can be read two ways: {ways}.", text=value, ways=ways),
                lang.say("Write it without a mark for thousands."),
            )
        case Unreadable(code="below-present"):
            now = amount(lang, present(standing), standing.goal.measurable.unit)
            raise Trouble(
                Exit.WRONG_USAGE,
                lang.say("{value} is less than the {now} there are already.", value=value, now=now),
                lang.say("Write +{value} to add it, or ={value} if that is the number now.", value=value),
            )
        case Unreadable() as unreadable:
            raise Trouble(
                Exit.WRONG_USAGE,
                unreadable_text(lang, unreadable),
                lang.say("Write +25 to add, =120 for the new number."),
            )


def _said(lang: Language, before: Standing, entered: Entered) -> str:
    measure, title = before.goal.measurable, before.goal.title
    if measure.kind is Kind.YES_NO:
        return (
            lang.say("{title}: done", title=title)
            if entered.stored
            else lang.say("{title}: not yet", title=title)
        )
    now = amount(lang, entered.becomes, measure.unit)
    if not measure.kind.adds_up:
        return lang.say("{title}: now {now}", title=title, now=now)
    sign = "+" if entered.stored >= 0 else ""
    added = sign + amount(lang, entered.stored, measure.unit)
    return lang.say("{title}: {added}, now {now}", title=title, added=added, now=now)
