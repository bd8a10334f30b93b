"""`validate`: what in the goal file cannot be read, by line."""

import shutil
from gettext import gettext as _

import click

from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit
from smart_tui.goals.model import Problem
from smart_tui.store.errors import CannotRead
from smart_tui.widgets.excerpt import excerpt
from smart_tui.words.problems import problem_text, what_is_wrong

INDENT = "  "
NARROWEST = 20


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
            print_problem(session, problem)
        if not problems:
            click.echo(session.language.say("The file is fine."))
    if problems:
        ctx.exit(Exit.CANNOT_READ)


def problems_of(session: Session) -> tuple[Problem, ...]:
    """Give all that is wrong with the file, whether it can be read in part or not at all."""
    try:
        return session.store.read().file.problems
    except CannotRead as error:
        return session.store.salvage(error)[0].file.problems


def print_problem(session: Session, problem: Problem) -> None:
    """Say what is wrong and, where somebody looks, show the line with a mark under the column."""
    click.echo(problem_text(session.language, problem))
    if session.plain or not problem.text:
        return
    width = max(shutil.get_terminal_size().columns - len(INDENT) - 1, NARROWEST)
    line, before = excerpt(problem.text, problem.column or 1, width)
    click.echo((INDENT + line).rstrip())
    if problem.column is not None:
        click.echo(f"{INDENT}{' ' * before}^")


def _print_json(session: Session, problems: tuple[Problem, ...]) -> None:
    from smart_tui.cli.as_json import print_json

    listed = [
        {
            "line": p.line,
            "column": p.column,
            "goal": p.goal,
            "field": p.field,
            "message": what_is_wrong(session.language, p),
            "text": p.text or None,
        }
        for p in problems
    ]
    print_json({"ok": not problems, "problems": listed})
