"""`validate`: what in the goal file cannot be read, by line."""

from gettext import gettext as _

import click

from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit
from smart_tui.goals.model import Problem
from smart_tui.store.errors import CannotRead
from smart_tui.words.problems import problem_text, what_is_wrong


@click.command(
    help=_("Check the goal file; problems are named with goal, field and line. Exits 4 when there are any.")
)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Print every problem."""
    session: Session = ctx.obj
    problems = problems_of(session)
    if as_json:
        _print_json(session, problems)
    else:
        for problem in problems:
            click.echo(problem_text(session.language, problem))
        if not problems:
            click.echo(session.language.say("The file is fine."))
    if problems:
        ctx.exit(Exit.CANNOT_READ)


def problems_of(session: Session) -> tuple[Problem, ...]:
    """Give what is wrong with the file, whether it can be read in part or not at all."""
    try:
        return session.store.read().file.problems
    except CannotRead as error:
        return error.problems


def _print_json(session: Session, problems: tuple[Problem, ...]) -> None:
    from smart_tui.cli.as_json import print_json

    listed = [
        {"line": p.line, "goal": p.goal, "field": p.field, "message": what_is_wrong(session.language, p)}
        for p in problems
    ]
    print_json({"ok": not problems, "problems": listed})
