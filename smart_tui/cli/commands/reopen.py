"""`reopen`: a closed goal goes on."""

from gettext import gettext as _

import click

from smart_tui.cli.deciding import decide, decision
from smart_tui.cli.session import Session
from smart_tui.goals.terms import Did


@click.command(
    help=_("Open a goal again that was closed or dropped."), epilog=_("Example: smart-tui reopen leads")
)
@decision
@click.pass_obj
def command(session: Session, *, goal: str, why: str | None, as_json: bool) -> None:
    """Open the goal again."""
    decide(session, Did.REOPEN, goal, why=why, as_json=as_json)
