"""`change`: another number, another deadline."""

from gettext import gettext as _

import click

from smart_tui.cli.deciding import decide, decision
from smart_tui.cli.session import Session
from smart_tui.goals.terms import Did


@click.command(
    help=_("Change a goal's target, its deadline or both; what they were stays on record."),
    epilog=_('Example: smart-tui change leads --target 900 --deadline "end of Q1"'),
)
@click.option("--target", metavar="NUMBER", help=_("The new number."))
@click.option("--deadline", metavar="DATE", help=_("The new deadline."))
@decision
@click.pass_obj
def command(
    session: Session, *, goal: str, target: str | None, deadline: str | None, why: str | None, as_json: bool
) -> None:
    """Change what the goal asks for."""
    decide(session, Did.CHANGE, goal, target=target, to=deadline, why=why, as_json=as_json)
