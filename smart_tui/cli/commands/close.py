"""`close`: a goal is over, reached or not."""

from gettext import gettext as _

import click

from smart_tui.cli.deciding import decide, decision, looking_back
from smart_tui.cli.session import Session
from smart_tui.goals.terms import Did


@click.command(
    help=_("Close a goal that is over: achieved where the number was reached, else missed."),
    epilog=_('Example: smart-tui close leads --why "the fair was cancelled"'),
)
@decision
@looking_back
@click.pass_obj
def command(session: Session, /, *, goal: str, why: str | None, as_json: bool, **said: str | None) -> None:
    """Close the goal."""
    decide(session, Did.CLOSE, goal, why=why, as_json=as_json, said=said)
