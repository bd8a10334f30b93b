"""`open-file`: the goal file in the person's own editor, checked afterwards."""

import os
import shlex
from gettext import gettext as _
from pathlib import Path, PurePath

import click

from smart_tui.cli.commands.validate import problems_of
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.model import Problem
from smart_tui.words.clean import clean
from smart_tui.words.problems import problem_text

TAKE_A_LINE = frozenset(
    {
        "vi",
        "vim",
        "nvim",
        "view",
        "gvim",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "micro",
        "kak",
        "joe",
        "jed",
        "mg",
    }
)
"""Editors that open a file at a line: `+12 file`."""


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
    editor = _editor()
    if not editor:
        say = session.language.say
        click.echo(
            say("No editor is named (VISUAL or EDITOR). The file is here: {path}", path=clean(str(path)))
        )
        return
    _edit(session, editor, path)
    problems = problems_of(session)
    for problem in problems:
        click.echo(problem_text(session.language, problem))
    if problems:
        ctx.exit(Exit.CANNOT_READ)
    click.echo(session.language.say("The file is fine."))


def _editor() -> list[str]:
    wished = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        return shlex.split(wished, posix=os.name == "posix")
    except ValueError:  # a quotation mark that is never closed
        return [wished]


def _edit(session: Session, editor: list[str], path: Path) -> None:
    import subprocess

    from smart_tui.store.disk import make_folder

    say = session.language.say
    make_folder(path.parent)
    try:
        left = subprocess.run([*editor, *_at_line(editor, problems_of(session)), str(path)], check=False)  # noqa: S603  # the person's own editor
    except OSError as error:
        wrong = say("{editor} could not be started: {reason}", editor=clean(editor[0]), reason=error.strerror)
        remedy = say("Name an editor in VISUAL or EDITOR. The file is here: {path}", path=clean(str(path)))
        raise Trouble(Exit.WRONG_USAGE, wrong, remedy) from error
    if left.returncode:
        click.echo(
            say("{editor} ended with {code}.", editor=clean(editor[0]), code=left.returncode), err=True
        )


def _at_line(editor: list[str], problems: tuple[Problem, ...]) -> list[str]:
    lines = [problem.line for problem in problems if problem.line is not None]
    return [f"+{lines[0]}"] if lines and PurePath(editor[0]).stem in TAKE_A_LINE else []
