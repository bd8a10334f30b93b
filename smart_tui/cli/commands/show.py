"""`show`: one goal, whole."""

from gettext import gettext as _

import click

from smart_tui.cli.session import Session


@click.command(help=_("Show one goal: where it stands, its five letters, its history."))
@click.argument("goal")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(session: Session, *, goal: str, as_json: bool) -> None:
    """Print the goal."""
    file = session.read()
    standing = session.find(file, goal)
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(standing))
        return
    from smart_tui.cli.as_text import plain_line
    from smart_tui.words.story import story_text

    click.echo(plain_line(session.language, standing))
    for line in story_text(session.language, standing, file, session.today):
        click.echo(line)
