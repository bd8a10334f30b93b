"""`demo`: the source documents' own goals, in a temporary file."""

from gettext import gettext as _
from pathlib import Path

import click
from msgspec.structs import replace

from smart_tui.cli.commands.dashboard import open_dashboard
from smart_tui.cli.session import Session


@click.command(help=_("Open an example in a temporary file; your own goals are not touched."))
@click.pass_obj
def command(session: Session) -> None:
    """Write the example, open it, say where it is."""
    import tempfile

    from smart_tui.store.operations import AddGoal, Together
    from smart_tui.store.store import Store
    from smart_tui.words.demo import demo_goals

    path = Path(tempfile.mkdtemp(prefix="smart-tui-demo-"), "goals.toml")
    # Without a past: what nobody did is not offered to be taken back.
    example = Together(tuple(AddGoal(goal) for goal in demo_goals(session.language, session.today)))
    Store(path).apply(example)
    open_dashboard(replace(session, file=str(path), past=path.with_name("past")))
    click.echo(session.language.say("The example is in {path}", path=path), err=not session.on_screen)
