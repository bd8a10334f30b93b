"""`report`: the goals as a document, to standard output or into a file."""

from gettext import gettext as _
from pathlib import Path

import click

from smart_tui.cli.completion import complete_goals
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.model import GoalFile
from smart_tui.goals.names import plain
from smart_tui.goals.standing import standings
from smart_tui.goals.terms import Period
from smart_tui.goals.windows import window
from smart_tui.reports.formats import Format, written
from smart_tui.reports.report import report_of
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.system import system_reason

PERIODS = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)


@click.command(
    help=_(
        "Report on the goals: this week, month, quarter or year, compared with the one before. To standard output "
        "without -o."
    ),
    epilog=_("Example: smart-tui report -o november.html --period month --owner Lan"),
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    help=_(
        "Markdown, a web page, a table, data, a calendar; else what the name of FILE ends in, else Markdown."
    ),
)
@click.option("-o", "--output", metavar="FILE", help=_("The file to write."))
@click.option("--force", is_flag=True, help=_("Write over a file that exists."))
@click.option("--goal", metavar="GOAL", shell_complete=complete_goals, help=_("Only this goal."))
@click.option("--owner", metavar="NAME", help=_("Only what this one is responsible for."))
@click.option(
    "--period",
    type=click.Choice([period.value for period in PERIODS]),
    default=Period.WEEK.value,
    help=_("What to look back on; else this week."),
)
@click.option("--raw", is_flag=True, help=_("In csv, no apostrophe before what a spreadsheet would compute."))
@click.pass_obj
def command(
    session: Session,
    *,
    form: str | None,
    output: str | None,
    force: bool,
    goal: str | None,
    owner: str | None,
    period: str,
    raw: bool,
) -> None:
    """Make the report and write it."""
    path = None if output in {None, "-"} else Path(output or "")
    file = session.read()
    place = None if goal is None else session.find(standings(file, session.today), goal).place
    if owner is not None:
        _check_owner(session, file, owner)
    looked_at = window(Period(period), session.today, file.calendar)
    report = report_of(file, session.today, looked_at, goal=place, owner=owner)
    data = written(report, session.language, _format(form, path), raw=raw)
    if path is None:
        click.echo(data, nl=False)
    else:
        _save(session, path, data, force=force)


def _format(form: str | None, path: Path | None) -> Format:
    ending = path.suffix.lower().removeprefix(".") if path else ""
    wished = form or {"htm": "html", "markdown": "md"}.get(ending, ending)
    return Format(wished) if wished in set(Format) else Format.MARKDOWN


def _check_owner(session: Session, file: GoalFile, owner: str) -> None:
    names = {plain(g.owner): clean_title(g.owner) for g in file.goals if g.owner}
    if plain(owner) in names:
        return
    say = session.language.say
    wrong = say("Nobody is called “{name}”.", name=clean_title(owner))
    remedy = say("People responsible: {names}", names=", ".join(names.values())) if names else ""
    raise Trouble(Exit.NO_SUCH_GOAL, wrong, remedy or say("No goal names anybody who is responsible."))


def _save(session: Session, path: Path, data: bytes, *, force: bool) -> None:
    from smart_tui.store.exports import write_export

    say, shown = session.language.say, clean(str(path))
    try:
        _spare_goals(session, path)
        write_export(path, data, overwrite=force)
    except FileExistsError:
        wrong = say("{path} is there already; nothing was written.", path=shown)
        raise Trouble(Exit.WRONG_USAGE, wrong, say("--force writes over it.")) from None
    except (OSError, ValueError) as error:
        reason = system_reason(session.language, getattr(error, "strerror", None) or str(error))
        wrong = say("The report could not be written to {path}: {reason}", path=shown, reason=reason)
        raise Trouble(Exit.CANNOT_SAVE, wrong, say("Choose another place with -o.")) from error
    if session.in_terminal:
        click.echo(say("The report is in {path}", path=shown))


def _spare_goals(session: Session, path: Path) -> None:
    """Refuse to put a report in the place of the goals, whatever is forced."""
    if path.exists() and session.store.path.exists() and path.samefile(session.store.path):
        wrong = session.language.say("{path} is the goal file; nothing was written.", path=clean(str(path)))
        raise Trouble(Exit.WRONG_USAGE, wrong, session.language.say("Choose another place with -o."))
