"""`show`: one goal, whole."""

from gettext import gettext as _

import click

from smart_tui.cli.completion import goal_argument
from smart_tui.cli.session import Session
from smart_tui.goals.standing import standings


@click.command(
    help=_("Show one goal: where it stands, its five letters, its history."),
    epilog=_("Example: smart-tui show leads"),
)
@goal_argument
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(session: Session, *, goal: str, as_json: bool) -> None:
    """Print the goal."""
    everything = standings(session.read(), session.today)
    standing = session.find(everything, goal)
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(standing))
        return
    from smart_tui.cli.as_story import story_lines

    for line in story_lines(session.language, standing, everything, session.today, plain=session.plain):
        click.echo(line)
