"""`log`: a check-in from the shell."""

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

from smart_tui.cli.completion import goal_argument
from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.coach.checkin import Entered, read_checkin
from smart_tui.goals.model import CheckIn
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Kind, Status
from smart_tui.store.append import AddCheckIn
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount
from smart_tui.words.standing import status_word

if TYPE_CHECKING:
    from smart_tui.store.pending import Entry


class NegativeNumbers(click.Command):
    """Takes `-5` for a value, not for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Write a number's hyphen as the minus sign that it is, except where it belongs to an option's text."""
        options = (param for param in self.params if isinstance(param, click.Option) and not param.is_flag)
        takes_text = {name for option in options for name in option.opts}
        signed = [
            f"−{arg[1:]}" if _is_negative(arg) and left not in takes_text else arg
            for left, arg in zip(["", *args], args, strict=False)
        ]
        return super().parse_args(ctx, signed)


@click.command(
    cls=NegativeNumbers,
    help=_(
        "Check in: +25 and -5 are added, =120 is the new reading, a bare number is what it must be; yes or no."
    ),
    epilog=_("Example: smart-tui log leads +25 --note webinar"),
)
@goal_argument
@click.argument("value")
@click.option("--on", metavar="DATE", help=_("The day of the number; else today."))
@click.option("--note", help=_("What was behind it."))
@click.option(
    "--confidence",
    type=click.IntRange(0, 10),
    metavar="0-10",
    help=_("How sure you are to make it, 0 to 10."),
)
@click.option(
    "--lead", metavar="NAME", help=_("Something that was done for the goal (calls), beside its number.")
)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.option(
    "--forget",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, _param, asked: _forget(ctx) if asked else None,
    help=_("Drop the numbers that could not be saved and still wait, and say which."),
)
@click.pass_obj
def command(
    session: Session,
    *,
    goal: str,
    value: str,
    on: str | None,
    note: str | None,
    confidence: int | None,
    lead: str | None,
    as_json: bool,
) -> None:
    """Save a check-in and say what the number is now."""
    more = {"note": note or None, "confidence": confidence, "lead": lead, "lang": session.language.code}
    session.put_in_late()
    with session.keeping(lambda: _waiting(goal, value, _day(session, on, 1), more)):
        file = session.read()
    was = session.find(standings(file, session.today), goal)
    day = _day(session, on, file.calendar.year_starts)
    if lead is not None:
        with session.keeping(lambda: _waiting(was.goal.id, value, day, more)):
            _log_lead(session, was, lead, value, day, as_json=as_json, more=note or confidence is not None)
        return
    then = was if day == session.today else standings(file, day)[was.place]
    entered = _entered(session.language, value, then)
    checkin = CheckIn(date=day, value=entered.stored, note=note or None, confidence=confidence)
    with session.keeping(lambda: _waiting(was.goal.id, _spelled_out(value, was), day, more)):
        after = session.save(AddCheckIn(was.goal.id, checkin))
    now = standings(after, session.today).of(was.goal.id)
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(now))
        return
    said = [_said(session.language, entered, now, None if day == session.today else day)]
    if now.status is Status.ACHIEVED and was.status is not Status.ACHIEVED:
        said.append(status_word(session.language, now.status))
    tell(session, " · ".join(said))


def _is_negative(argument: str) -> bool:
    return argument.startswith("-") and argument[1:2].isdigit()


def _forget(ctx: click.Context) -> None:
    from smart_tui.cli.keeping import forget

    forget(ctx.obj)
    ctx.exit()


def _waiting(goal: str, value: str, day: date, more: dict[str, Any]) -> "Entry":
    from smart_tui.store.pending import Entry

    return Entry(goal=goal, typed=value, day=day, **more)


def _spelled_out(value: str, was: Standing) -> str:
    """Write a bare number as the new reading that it was taken for: later it might be less than there is."""
    bare = value.strip()[:1] not in {"+", "-", "−", "="} and was.goal.measurable.kind is not Kind.YES_NO
    return f"={value}" if bare else value


def _day(session: Session, typed: str | None, year_starts: int) -> date:
    if not typed:
        return session.today
    from smart_tui.cli.doubts import checkin_day

    return checkin_day(session.language, typed, session.today, year_starts)


def _log_lead(
    session: Session, was: Standing, name: str, typed: str, day: date, *, as_json: bool, more: object
) -> None:
    from smart_tui.cli.leads import log_lead

    if more:
        raise click.UsageError(session.language.say("--lead takes neither a note nor a confidence."))
    log_lead(session, was.goal, name, typed, day, as_json=as_json)


def _entered(lang: Language, typed: str, then: Standing) -> Entered:
    reading = read_checkin(typed, then, lang.code)
    if isinstance(reading, Entered):
        return reading
    from smart_tui.cli.doubts import refused

    raise refused(lang, typed, reading, then)


def _said(lang: Language, entered: Entered, now: Standing, day: date | None) -> str:
    """Say what the number is now; of an earlier day, what it was then where later ones do not build on it."""
    measure, title = now.goal.measurable, clean_title(now.goal.title)
    if day is not None:
        title = f"{title} ({short_date(lang, day)})"
    if measure.kind is Kind.YES_NO:
        return (
            lang.say("{title}: done", title=title)
            if entered.stored
            else lang.say("{title}: not yet", title=title)
        )
    value = now.value if measure.kind is Kind.TOTAL and now.value is not None else entered.becomes
    shown = amount(lang, value, measure.unit)
    if measure.kind.adds_up:
        sign = "+" if entered.stored >= 0 else ""
        added = sign + amount(lang, entered.stored, measure.unit)
        return lang.say("{title}: {added}, now {now}", title=title, added=added, now=shown)
    return lang.say("{title}: now {now}", title=title, now=shown) if day is None else f"{title}: {shown}"
