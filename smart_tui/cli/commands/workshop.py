"""`workshop`: lead a room through the five letters."""

import os
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from smart_tui.app.inviting import Wished
from smart_tui.cli.commands.dashboard import fresh_key
from smart_tui.cli.own_settings import draws_plainly
from smart_tui.cli.session import Session, fresh_id
from smart_tui.goals.workshop import AGENDAS, REHEARSAL, ROOM, Agenda, Workshop, agenda_of
from smart_tui.widgets.glyphs import plain_wanted
from smart_tui.words.clean import clean

if TYPE_CHECKING:
    from smart_tui.store.drafts import Drafts
    from smart_tui.store.workshops import Workshops

SHORTEST, LONGEST = 20, 240


@click.command(
    help=_(
        "Lead a workshop: agenda, timer, the room's view, sheets. FILE holds its goals; else one for today."
    )
)
@click.argument("file", required=False, type=click.Path(dir_okay=False))
@click.option("--room", is_flag=True, help=_("The room's view, for a second terminal on the projector."))
@click.option("--plan", is_flag=True, help=_("Print the workshop at a glance."))
@click.option(
    "--minutes",
    type=click.IntRange(SHORTEST, LONGEST),
    help=_("How long it takes: 75, 60, or what you have."),
)
@click.option(
    "--worksheet",
    is_flag=True,
    help=_("Write a blank worksheet and the plan here, to print and to paste; leads nothing."),
)
@click.option("--guests", type=click.IntRange(1, ROOM), help=_("Let so many guests in from the beginning."))
@click.option("--host", metavar="ADDRESS", help=_("Where guests reach the page: 0.0.0.0 is every network."))
@click.option(
    "--port", type=click.IntRange(0, 65535), help=_("The port of the guests' page; else any that is free.")
)
@click.option(
    "--rehearsal", is_flag=True, help=_("Try it: the clock runs ten times as fast, nothing is kept.")
)
@click.pass_obj
def command(
    session: Session,
    file: str | None,
    *,
    room: bool,
    plan: bool,
    minutes: int | None,
    worksheet: bool,
    rehearsal: bool,
    guests: int | None,
    host: str | None,
    port: int | None,
) -> None:
    """Open the facilitator's view, the room's, or print the plan."""
    if worksheet:
        _write_worksheet(session, minutes)
        return
    if plan or not session.on_screen:
        _print_plan(session, minutes)
        return
    session = replace(session, file=str(_file(session, file, rehearsal=rehearsal)))
    if rehearsal:
        session = replace(session, past=Path(session.file or "").with_name("past"))
    drafts, workshops = _kept(session)
    if room:
        _show_room(session, drafts, workshops)
        return
    workshop = _workshop(workshops, minutes, speed=REHEARSAL if rehearsal else 1)
    wished = Wished(bool(guests or host), guests or Wished().capacity, host, port)
    _lead(session, drafts, workshops, workshop, wished)


def _file(session: Session, file: str | None, *, rehearsal: bool) -> Path:
    """Give the workshop's goal file: the one that was named, else one for today."""
    from smart_tui.store.locations import workshop_file

    if rehearsal:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="smart-tui-rehearsal-"), "workshop.toml")
    named = file or session.file
    return Path(named) if named else workshop_file(os.environ, session.today)


def _kept(session: Session) -> "tuple[Drafts, Workshops]":
    from smart_tui.store.drafts import Drafts
    from smart_tui.store.locations import drafts_folder, memory_folder, state_folder
    from smart_tui.store.workshops import Workshops

    path = session.store.path
    past = session.past or memory_folder(os.environ, path)
    drafts = session.past.with_name("drafts") if session.past else drafts_folder(os.environ, path)
    return Drafts(drafts), Workshops(past / "workshop", state_folder(os.environ) / "workshops")


def _show_room(session: Session, drafts: "Drafts", workshops: "Workshops") -> None:
    import time

    from smart_tui.app.room import RoomApp

    RoomApp(
        session.store,
        drafts,
        workshops,
        lang=session.language,
        dialect=session.dialect,
        clock=session.clock,
        now=time.time,
        plain_glyphs=draws_plainly(),
    ).run()


def _workshop(workshops: "Workshops", minutes: int | None, *, speed: int) -> Workshop:
    """Give the workshop as it was left, else a new one."""
    workshop = workshops.load()
    if workshop is None:
        return Workshop(agenda=_agenda(workshops, minutes), speed=speed)
    if minutes is not None and workshop.at is None:
        return replace(workshop, agenda=agenda_of(minutes))
    return workshop


def _lead(
    session: Session, drafts: "Drafts", workshops: "Workshops", workshop: Workshop, wished: Wished
) -> None:
    import time

    from smart_tui.app.ending import SIGNAL
    from smart_tui.app.workshop_app import WorkshopApp

    app = WorkshopApp(
        session.store,
        drafts,
        session.settings,
        lang=session.language.code,
        clock=session.clock,
        new_id=fresh_id,
        new_key=fresh_key,
        workshops=workshops,
        workshop=workshop,
        now=time.time,
        of_day=lambda now: time.strftime("%H:%M", time.localtime(now)),
        guests=wished,
        plain_glyphs=plain_wanted(os.environ),
    )
    app.run()
    if app.return_code and app.return_code > SIGNAL:
        raise click.exceptions.Exit(app.return_code)
    click.echo(
        session.language.say("The workshop's goals are in {path}", path=clean(str(session.store.path)))
    )


def _agenda(workshops: "Workshops", minutes: int | None) -> Agenda:
    """Give the agenda that was asked for, else the times used last, else the long one."""
    if minutes is not None:
        return agenda_of(minutes)
    return workshops.times() or AGENDAS[max(AGENDAS)]


def _print_plan(session: Session, minutes: int | None) -> None:
    from smart_tui.reports.papers.plan import plan_text

    _, workshops = _kept(session)
    text = plan_text(session.language, _agenda(workshops, minutes), session.dialect, plain=session.plain)
    click.echo(text, nl=False)


def _write_worksheet(session: Session, minutes: int | None) -> None:
    from smart_tui.reports.papers.folder import paper_files
    from smart_tui.reports.papers.plan import plan
    from smart_tui.reports.papers.worksheet import worksheet
    from smart_tui.store.exports import write_folder

    lang, (_, workshops) = session.language, _kept(session)
    papers = {
        "worksheet": worksheet(lang, session.dialect),
        "plan": plan(lang, _agenda(workshops, minutes), session.dialect),
    }
    files = [file for name, paper in papers.items() for file in paper_files(name, paper, lang)]
    folder = write_folder(Path.cwd(), "worksheet", files)
    click.echo(session.language.say("The worksheet is in {path}", path=clean(str(folder))))
