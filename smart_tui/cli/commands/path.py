"""`path`: where the goal file is."""

from gettext import gettext as _

import click

from smart_tui.cli.session import Session


@click.command(help=_("Print where the goal file is, whether it exists or not."))
@click.pass_obj
def command(session: Session) -> None:
    """Print the path."""
    click.echo(session.store.path)
