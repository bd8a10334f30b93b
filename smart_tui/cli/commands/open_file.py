"""`open-file`: the goal file in the person's own editor, checked afterwards."""

import os
from gettext import gettext as _
from pathlib import Path

import click

from smart_tui.cli.commands.validate import print_problem, problems_of
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.store.editor import command as opening
from smart_tui.store.editor import editor, run
from smart_tui.words.clean import clean
from smart_tui.words.system import system_reason


@click.command(
    "open-file",
    help=_(
        "Open the goal file in your editor (VISUAL, else EDITOR), at the first problem; check it afterwards."
    ),
    epilog=_("Example: EDITOR=nano smart-tui open-file"),
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Open the file, then say what is wrong with it."""
    session: Session = ctx.obj
    path = session.store.path.absolute()
    # One that was not asked for needs a person who can leave it.
    chosen = editor(os.environ, any_present=session.in_terminal)
    if not chosen:
        say = session.language.say
        click.echo(
            say("No editor is named (VISUAL or EDITOR). The file is here: {path}", path=clean(str(path)))
        )
        return
    _edit(session, chosen, path)
    problems = problems_of(session)
    for problem in problems:
        print_problem(session, problem)
    if problems:
        ctx.exit(Exit.CANNOT_READ)
    click.echo(session.language.say("The file is fine."))


def _edit(session: Session, chosen: list[str], path: Path) -> None:
    from smart_tui.store.disk import make_folder

    say = session.language.say
    make_folder(path.parent)
    first = next((problem for problem in problems_of(session) if problem.line is not None), None)
    line, column = (first.line, first.column) if first else (None, None)
    try:
        left = run(opening(chosen, path, line, column))
    except OSError as error:
        reason = system_reason(session.language, error.strerror)
        wrong = say("{editor} could not be started: {reason}", editor=clean(chosen[0]), reason=reason)
        remedy = say("Name an editor in VISUAL or EDITOR. The file is here: {path}", path=clean(str(path)))
        raise Trouble(Exit.WRONG_USAGE, wrong, remedy) from error
    if left:
        click.echo(say("{editor} ended with {code}.", editor=clean(chosen[0]), code=left), err=True)
