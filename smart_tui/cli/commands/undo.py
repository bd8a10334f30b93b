"""`undo`: takes the last change back, or does it again."""

from datetime import UTC, datetime
from gettext import gettext as _

import click

from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.model import GoalFile
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.step import Step
from smart_tui.words.dates import date_and_time
from smart_tui.words.undoing import step_text, undone_text


@click.command(
    help=_("Take the last change back that smart-tui made; once more: the one before it."),
    epilog=_("Example: smart-tui undo --list"),
)
@click.option("--redo", is_flag=True, help=_("Do again what was taken back last."))
@click.option("--list", "listing", is_flag=True, help=_("Only show what can be taken back, newest first."))
@click.pass_obj
def command(session: Session, *, redo: bool, listing: bool) -> None:
    """Undo one step, and say which."""
    if listing:
        _list(session, redo=redo)
        return
    step = _next(session, redo=redo)
    before = session.read()
    with session.saying():
        try:
            done = session.store.redo() if redo else session.store.undo()
        except CannotSave as error:
            raise _refused(session, error, step, before) from error
    tell(session, undone_text(session.language, done.step or step, done.file, before, again=redo))


def _next(session: Session, *, redo: bool) -> Step:
    memory, say = session.store.memory, session.language.say
    step = memory.undo.next(again=redo) if memory is not None else None
    if step is not None:
        return step
    if redo:
        raise Trouble(
            Exit.WRONG_USAGE,
            say("There is nothing to do again."),
            say("Only what smart-tui undo took back, and nothing was saved since, can be done again."),
        )
    raise Trouble(
        Exit.WRONG_USAGE,
        say("There is nothing to take back."),
        say("Only what smart-tui itself changed in this file can be; smart-tui backups has older states."),
    )


def _refused(session: Session, error: CannotSave, step: Step, file: GoalFile) -> CannotSave | Trouble:
    if error.code != Refusal.CHANGED:
        return error
    say = session.language.say
    return Trouble(
        Exit.CANNOT_SAVE,
        say(
            "Nothing was taken back: this was changed since: {what}",
            what=step_text(session.language, step, file),
        ),
        say("Look at it with smart-tui show and change it as you want; smart-tui backups has older states."),
    )


def _list(session: Session, *, redo: bool) -> None:
    memory = session.store.memory
    steps = memory.undo.steps()[1 if redo else 0] if memory is not None else []
    file = session.read()
    for step in reversed(steps):
        at = datetime.fromtimestamp(step.at, UTC).astimezone()
        tell(session, f"{date_and_time(session.language, at)}  {step_text(session.language, step, file)}")
    if not steps:
        click.echo(session.language.say("There is nothing to take back."))
