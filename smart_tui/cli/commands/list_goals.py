"""`list`: goals in the dashboard's order."""

from gettext import gettext as _

import click

from smart_tui.cli.session import Session
from smart_tui.goals.outline import in_order
from smart_tui.goals.standing import standings
from smart_tui.goals.terms import Horizon, Status


@click.command(
    "list",
    help=_("List the goals, in the dashboard's order."),
    epilog=_("Example: smart-tui list --status behind"),
)
@click.option("--status", type=click.Choice([s.value for s in Status]), help=_("Only goals of this status."))
@click.option(
    "--horizon", type=click.Choice([h.value for h in Horizon]), help=_("Only short- or long-term goals.")
)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(session: Session, *, status: str | None, horizon: str | None, as_json: bool) -> None:
    """Print the goals that fit."""
    everything = standings(session.read(), session.today)
    found = [
        standing
        for standing in in_order(everything)
        if status in {None, standing.status} and horizon in {None, standing.horizon}
    ]
    if as_json:
        from smart_tui.cli.as_json import print_goals

        print_goals(found, session.today)
    else:
        from smart_tui.cli.as_text import print_lines

        print_lines(session.language, found, everything, plain=session.plain)
