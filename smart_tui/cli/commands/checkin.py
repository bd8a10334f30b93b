"""`checkin`: the weekly update as plain questions, a line each."""

from contextlib import suppress
from gettext import gettext as _

import click

from smart_tui.cli.session import Session
from smart_tui.goals.standing import standings
from smart_tui.goals.weekly import to_update


@click.command(
    help=_(
        "Ask for the number of every goal that is due, a line each: in any terminal, for a screen reader, from a pipe."
    ),
    epilog=_("Example: smart-tui checkin; Enter keeps, < goes back, ? explains, q stops."),
)
@click.pass_obj
def command(session: Session) -> None:
    """Go through the goals; what was entered is saved at once and stays."""
    from smart_tui.cli.talk import StoppedError, Talk
    from smart_tui.cli.update import Update

    session.put_in_late()
    file = session.read()
    before = standings(file, session.today)
    asked = to_update(before)
    if not asked:
        click.echo(session.language.say("No goal asks for a number."))
        return
    update = Update(session, file, before, Talk(session.language, plain=session.plain))
    with suppress(StoppedError):
        update.run([standing.goal.id for standing in asked])
    update.tell()
