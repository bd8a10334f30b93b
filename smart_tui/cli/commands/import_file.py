"""`import`: goals, or counts for goals, from a file: looked through first, then all of it or nothing."""

from collections.abc import Sequence
from gettext import gettext as _

import click
from msgspec import Struct
from msgspec.structs import replace

from smart_tui.cli.agreeing import agreed
from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session, fresh_id
from smart_tui.cli.tables import read_table, refused
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.table.events import Counted, read_events
from smart_tui.coach.table.goals import read_goals
from smart_tui.coach.table.rows import Column, Shape, Table, Wrong
from smart_tui.goals.model import GoalFile
from smart_tui.goals.standing import standings
from smart_tui.store.bulk import AddCheckIns, AddGoals
from smart_tui.store.operation import Operation
from smart_tui.store.operations import Together
from smart_tui.words.clean import clean_title
from smart_tui.words.importing import MOST_NAMED, place_text, preview, unused_text, wrong_text


class Plan(Struct, frozen=True):
    """What an import would do, and what it says when it is done."""

    operation: Operation
    question: str
    done: str


@click.command(
    "import",
    help=_(
        "Add goals, or counts for goals, from a CSV file or our JSON. Shows what it will add, then asks. "
        "A row for each goal: columns named like the fields of the wizard. "
        "A row for each event (a sale): a date, perhaps a goal and a value; the rows of a day are counted."
    ),
    epilog=_("Example: smart-tui import sales.csv --goal contracts"),
)
@click.argument("path", metavar="FILE")
@click.option("--goal", help=_("The goal that every row counts for."))
@click.option(
    "--date", "dates", metavar="COLUMN", help=_("The column with the dates; else the one named so.")
)
@click.option(
    "--value", "values", metavar="COLUMN", help=_("The column with the numbers; else each row counts 1.")
)
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def command(
    session: Session, *, path: str, goal: str | None, dates: str | None, values: str | None, yes: bool
) -> None:
    """Read the file, show what it comes to, ask, and save it in one write."""
    named = {column: name for column, name in ((Column.DATE, dates), (Column.VALUE, values)) if name}
    table = read_table(session.language, path, named)
    _refuse_unknown(session, table, tuple(named.values()))
    file = session.read()
    plan = (
        _events(session, table, file, goal)
        if table.shape is Shape.EVENTS
        else _goals(session, table, file, goal)
    )
    if unused := unused_text(session.language, table):
        tell(session, unused)
    if plan is None:
        click.echo(session.language.say("There is nothing new in this file."))
    elif yes or agreed(session, plan.question):
        session.save(plan.operation)
        click.echo(plan.done)
    else:
        click.echo(session.language.say("Nothing was changed."))


def _goals(session: Session, table: Table, file: GoalFile, goal: str | None) -> Plan | None:
    lang = session.language
    if goal is not None:
        raise click.UsageError(lang.say("--goal is for files with a date on each row; this one has goals."))
    found = read_goals(table, file, session.today, lang.code, fresh_id)
    _refuse_wrong(session, table, found.wrong)
    if found.again:
        places = [place_text(lang, table, line) for line in found.again[:MOST_NAMED]]
        said = lang.count(
            "{n} goal is there already, left out: {places}",
            "{n} goals are there already, left out: {places}",
            len(found.again),
            places=", ".join(places + ["…"] * (len(found.again) > MOST_NAMED)),
        )
        click.echo(said)
    if not found.new:
        return None
    from smart_tui.cli.as_text import print_lines

    everything = standings(replace(file, goals=file.goals + found.new), session.today)
    print_lines(lang, everything[len(file.goals) :], everything, plain=session.plain)
    count = len(found.new)
    checkins = sum(len(goal.history.checkins) for goal in found.new)
    if checkins:
        click.echo(lang.count("With {n} check-in.", "With {n} check-ins.", checkins))
    return Plan(
        AddGoals(found.new),
        lang.count("Add this goal? (yes or no)", "Add these {n} goals? (yes or no)", count),
        lang.count("{n} goal added.", "{n} goals added.", count),
    )


def _events(session: Session, table: Table, file: GoalFile, goal: str | None) -> Plan | None:
    lang, now = session.language, standings(file, session.today)
    only = None if goal is None else session.find(now, goal)
    if only is None and Column.GOAL not in table.places:
        remedy = lang.say("Say it with --goal, or name a column “goal”.")
        raise Trouble(
            Exit.WRONG_USAGE, lang.say("The file does not say which goal the rows count for."), remedy
        )
    starts = file.calendar.year_starts
    found = read_events(table, now, lang.code, session.today, goal=only, year_starts=starts)
    _refuse_wrong(session, table, found.wrong)
    after = standings(_with(file, found.counted), session.today)
    for counted in found.counted:
        for line in preview(lang, counted, after[counted.standing.place]):
            tell(session, line)
    new = [counted for counted in found.counted if counted.checkins]
    if not new:
        return None
    count = sum(len(counted.checkins) for counted in new)
    added = (AddCheckIns(c.goal.id, c.goal.history.checkins, c.checkins) for c in new)
    return Plan(
        Together(tuple(added)),
        lang.count("Save this check-in? (yes or no)", "Save these {n} check-ins? (yes or no)", count),
        lang.count("{n} check-in saved.", "{n} check-ins saved.", count),
    )


def _with(file: GoalFile, counted: Sequence[Counted]) -> GoalFile:
    """Give the file as it would be."""
    new = {each.standing.place: each.checkins for each in counted}
    goals = (
        replace(goal, history=replace(goal.history, checkins=goal.history.checkins + new.get(place, ())))
        for place, goal in enumerate(file.goals)
    )
    return replace(file, goals=tuple(goals))


def _refuse_unknown(session: Session, table: Table, wished: Sequence[str]) -> None:
    lang = session.language
    for name in wished:
        if not table.has(name):
            raise refused(lang, lang.say("No column is called “{name}”.", name=clean_title(name)))
    if table.shape is None:
        headings = ", ".join(f"“{clean_title(heading)}”" for heading in table.headings[:MOST_NAMED])
        raise refused(
            lang,
            lang.say("These columns are not those of goals, and none is a date: {columns}", columns=headings),
        )


def _refuse_wrong(session: Session, table: Table, wrong: Sequence[Wrong]) -> None:
    """Name the lines that cannot be taken; not even the others are."""
    if not wrong:
        return
    lang = session.language
    for each in wrong[:MOST_NAMED]:
        click.echo(wrong_text(lang, table, each, session.today), err=True)
    if len(wrong) > MOST_NAMED:
        click.echo("…", err=True)
    raise Trouble(
        Exit.WRONG_USAGE,
        lang.say("Nothing was changed: not every line can be taken."),
        lang.say("Correct these lines and import the file again; what was taken before is not taken twice."),
    )
