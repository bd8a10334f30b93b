"""`drop`: a goal is given up."""

from gettext import gettext as _

import click

from smart_tui.cli.deciding import decide, decision
from smart_tui.cli.session import Session
from smart_tui.goals.terms import Did


@click.command(
    help=_("Drop a goal that is not wanted any more; its numbers stay."),
    epilog=_('Example: smart-tui drop "summer newsletter" --why "nobody reads it"'),
)
@decision
@click.pass_obj
def command(session: Session, *, goal: str, why: str | None, as_json: bool) -> None:
    """Drop the goal."""
    decide(session, Did.DROP, goal, why=why, as_json=as_json)
