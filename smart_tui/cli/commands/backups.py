"""`backups`: the copies of the goal file as it was."""

from datetime import UTC, datetime
from gettext import gettext as _

import click

from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.store.backups import Backup
from smart_tui.store.errors import CannotRead
from smart_tui.words.backups import backup_text
from smart_tui.words.clean import clean


@click.command(
    help=_(
        "Show the copies of the goal file as it was: before the first change of a day, and before anything large."
    ),
    epilog=_("Example: smart-tui restore 1"),
)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(session: Session, *, as_json: bool) -> None:
    """List them, numbered from the newest, and say where they lie."""
    memory, lang = session.store.memory, session.language
    assert memory is not None
    backups, folder = memory.backups.all(), memory.backups.folder
    if as_json:
        from smart_tui.cli.as_json import print_json

        listed = [_element(number, backup) for number, backup in enumerate(backups, 1)]
        print_json({"folder": str(folder), "backups": listed})
        return
    width = len(str(len(backups)))
    for number, backup in enumerate(backups, 1):
        said = backup_text(lang, when(backup), backup.why, backup.goals(), _size(backup))
        tell(session, f"{number:>{width}}  {said}")
    if backups:
        click.echo(lang.say("They lie in {folder}", folder=clean(str(folder))))
    else:
        click.echo(lang.say("There is no backup yet: the first is made before the first change of a day."))


def when(backup: Backup) -> datetime:
    """Give the moment of a backup, in the machine's own time."""
    return datetime.fromtimestamp(backup.at, UTC).astimezone()


def _element(number: int, backup: Backup) -> dict[str, object]:
    return {
        "number": number,
        "at": when(backup).isoformat(timespec="seconds"),
        "why": backup.why.value,
        "goals": backup.goals(),
        "bytes": _size(backup),
        "path": str(backup.path),
    }


def _size(backup: Backup) -> int:
    try:
        return len(backup.data())
    except CannotRead:
        return 0
