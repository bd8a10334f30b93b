"""`drop`: a goal is given up."""

from gettext import gettext as _

import click

from smart_tui.cli.deciding import decide, decision, looking_back
from smart_tui.cli.session import Session
from smart_tui.goals.terms import Did


@click.command(
    help=_("Drop a goal that is not wanted any more; its numbers stay."),
    epilog=_('Example: smart-tui drop "summer newsletter" --why "nobody reads it"'),
)
@decision
@looking_back
@click.pass_obj
def command(session: Session, /, *, goal: str, why: str | None, as_json: bool, **said: str | None) -> None:
    """Drop the goal."""
    decide(session, Did.DROP, goal, why=why, as_json=as_json, said=said)
