"""`extend`: a goal gets more time."""

from gettext import gettext as _

import click

from smart_tui.cli.deciding import decide, decision
from smart_tui.cli.metavars import NeededOption
from smart_tui.cli.session import Session
from smart_tui.goals.terms import Did


@click.command(
    help=_("Give a goal more time. Dates as people type them."),
    epilog=_('Example: smart-tui extend leads --to "next Friday" --why "the fair moved"'),
)
@click.option("--to", metavar="DATE", cls=NeededOption, required=True, help=_("The new deadline."))
@decision
@click.pass_obj
def command(session: Session, *, goal: str, to: str, why: str | None, as_json: bool) -> None:
    """Move the deadline to a later day."""
    decide(session, Did.EXTEND, goal, to=to, why=why, as_json=as_json)
