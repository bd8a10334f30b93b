"""`show`: one goal, whole."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _

import click

from smart_tui.cli.session import Session
from smart_tui.goals.standing import Standing, standings
from smart_tui.words.language import Language
from smart_tui.words.story import Line, Story

BAR = 40
GAP = "  "


@click.command(help=_("Show one goal: where it stands, its five letters, its history."))
@click.argument("goal")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(session: Session, *, goal: str, as_json: bool) -> None:
    """Print the goal."""
    file = session.read()
    standing = session.find(file, goal)
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(standing))
        return
    from smart_tui.words.story import story

    everything = standings(file, session.today)
    told = story(session.language, standing, everything, session.today)
    lines = _plain if session.plain else _laid_out
    for line in lines(session.language, told, standing, everything):
        click.echo(line)


def _plain(
    lang: Language, told: Story, standing: Standing, everything: Sequence[Standing]
) -> Iterator[str]:
    """Say the status first, then everything else a line each: no glyphs, bars or columns."""
    from smart_tui.cli.as_text import plain_line

    yield plain_line(lang, standing, everything)
    yield told.status[0].text
    yield from (_said(line) for block in (told.numbers, told.letters) for line in block)
    done = (lang.say("done") if action.done else lang.say("not yet") for action in standing.goal.relevant.actions)


