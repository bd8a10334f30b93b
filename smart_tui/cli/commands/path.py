"""`path`: where the goal file is."""

import os
import sys
from gettext import gettext as _

import click

from smart_tui.cli.session import Session, is_terminal
from smart_tui.words.clean import clean


@click.command(
    help=_("Print where the goal file is, whether it exists or not."),
    epilog=_('Example: cp "$(smart-tui path)" backup.toml'),
)
@click.pass_obj
def command(session: Session) -> None:
    """Print the path: to a program as it is, to a terminal so that it cannot move the cursor."""
    path = session.store.path.absolute()
    click.echo(clean(str(path)) if is_terminal(sys.stdout) else os.fsencode(path))
