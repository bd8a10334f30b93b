"""`restore`: puts a backup in the place of the goal file."""

from gettext import gettext as _

import click

from smart_tui.cli.agreeing import agreed
from smart_tui.cli.commands.backups import when
from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.comparing import compare
from smart_tui.goals.model import GoalFile
from smart_tui.store import disk
from smart_tui.store.backups import Backup
from smart_tui.store.codes import Why
from smart_tui.store.errors import CannotRead
from smart_tui.store.reader import read
from smart_tui.words.clean import clean
from smart_tui.words.dates import date_and_time
from smart_tui.words.merging import restored_lines
from smart_tui.words.problems import problem_text


@click.command(
    help=_(
        "Put a backup in the place of the goal file. Shows what would change, asks, and copies the present file first."
    ),
    epilog=_("Example: smart-tui restore 1"),
)
@click.argument("number", type=click.IntRange(min=1), metavar="N")
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def command(session: Session, *, number: int, yes: bool) -> None:
    """Show what would change, ask, do it."""
    lang, store = session.language, session.store
    backup = _backup(session, number)
    with session.saying():
        data = backup.data()
    then = _readable(session, backup, data)
    present = _present(session)
    if present == data:
        click.echo(lang.say("The file is the same as this backup."))
        return
    click.echo(lang.say("The file as it was on {moment}:", moment=date_and_time(lang, when(backup))))
    for line in _changes(session, present, then):
        tell(session, f"  {line}")
    if not yes and not agreed(session, lang.say("Put this backup in the place of the file? (yes or no)")):
        click.echo(lang.say("Nothing was changed."))
        return
    with session.saying():
        store.put(data, Why.RESTORE, instead_of=present)
    click.echo(lang.count("Restored: {n} goal.", "Restored: {n} goals.", len(then.goals)))
    if present.strip():
        click.echo(lang.say("The file as it was until now is a backup too: smart-tui backups"))


def _backup(session: Session, number: int) -> Backup:
    memory, say = session.store.memory, session.language.say
    backups = memory.backups.all() if memory is not None else []
    if number <= len(backups):
        return backups[number - 1]
    wrong = say("There is no backup {number}.", number=number)
    raise Trouble(Exit.WRONG_USAGE, wrong, say("smart-tui backups shows those that there are."))


def _readable(session: Session, backup: Backup, data: bytes) -> GoalFile:
    try:
        return read(data)
    except CannotRead as error:
        said = problem_text(session.language, error.problems[0])
        wrong = session.language.say("This backup cannot be read: {problem}", problem=said)
        remedy = session.language.say("It lies here: {path}", path=clean(str(backup.path)))
        raise Trouble(Exit.CANNOT_READ, wrong, remedy) from error


def _present(session: Session) -> bytes:
    """Give the file's bytes; they need not be those of a goal file, but there must be a way to replace them."""
    with session.saying():
        return disk.look(session.store.path).data or b""


def _changes(session: Session, present: bytes, then: GoalFile) -> list[str]:
    lang = session.language
    try:
        now = read(present)
    except CannotRead as error:
        said = problem_text(lang, error.problems[0])
        lines = [lang.say("the file cannot be read now: {problem}", problem=said)]
        return lines + list(restored_lines(lang, compare((), then.goals)))
    lines = list(restored_lines(lang, compare(now.goals, then.goals)))
    return lines or [lang.say("the same goals; only what stands around them differs")]
