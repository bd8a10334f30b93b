"""`status`: how many goals stand where, and what needs attention."""

from gettext import gettext as _

import click

from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit
from smart_tui.goals.overview import Overview, overview
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Status
from smart_tui.words.overview import counts_text, due_text, short_text


@click.command(
    help=_("Say how many goals stand where, and what needs attention."),
    epilog=_("Example, in a shell's prompt: smart-tui status --short"),
)
@click.option("--short", is_flag=True, help=_("One line, for a prompt or a status bar."))
@click.option("--exit-code", is_flag=True, help=_("Exit with 1 when a short-term goal is overdue."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_context
def command(ctx: click.Context, *, short: bool, exit_code: bool, as_json: bool) -> None:
    """Look over all goals."""
    session: Session = ctx.obj
    everything = tuple(standings(session.read(), session.today))
    seen = overview(everything)
    if as_json:
        _print_json(session, seen)
    elif short:
        tell(session, short_text(session.language, seen, everything, plain=session.plain))
    else:
        _print(session, seen, everything)
    if exit_code and seen.shouting:
        ctx.exit(Exit.OVERDUE)


def _print(session: Session, seen: Overview, everything: tuple[Standing, ...]) -> None:
    from smart_tui.cli.as_text import print_lines

    lang = session.language
    if not everything:
        print_lines(lang, (), everything, plain=session.plain)
        return
    tell(session, counts_text(lang, seen))
    if seen.attention:
        print_lines(lang, seen.attention, everything, plain=session.plain)
    for line in _effects(session, seen, everything):
        tell(session, line)
    if seen.shouting:
        click.echo(lang.say("To decide: smart-tui close, extend, change or drop, and the goal"))
    if seen.due:
        click.echo(due_text(lang, seen.due))


def _effects(session: Session, seen: Overview, everything: tuple[Standing, ...]) -> list[str]:
    """Say what the larger goals need now that a goal which they sum is overdue (row 29)."""
    from smart_tui.goals.tree import Tree
    from smart_tui.words.deciding import larger_text

    tree = Tree.of(standing.goal for standing in everything)
    late = (standing for standing in seen.attention if standing.attention and standing.parent is not None)
    larger = dict.fromkeys(
        s.parent for s in late if s.parent is not None and s.place in tree.summed(s.parent)
    )
    said = (larger_text(session.language, everything[place], everything[place]) for place in larger)
    return [line for line in said if line]


def _print_json(session: Session, seen: Overview) -> None:
    from smart_tui.cli.as_json import SCHEMA, element, print_json

    document = {
        "schema": SCHEMA,
        "today": session.today,
        "counts": {status.value: seen.counts.get(status, 0) for status in Status},
        "due": seen.due,
        "overdue_short_term": seen.shouting,
        "attention": [element(standing) for standing in seen.attention],
    }
    print_json(document)
