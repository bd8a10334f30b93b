"""`new`: the wizard; its questions alone where nothing is drawn."""

from gettext import gettext as _
from types import MappingProxyType

import click
from msgspec.structs import replace

from smart_tui.cli.commands.dashboard import open_dashboard
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.draft import Draft, Field


@click.command(
    help=_("Write a goal on five screens: S, M, A, R, T."),
    epilog=_('Example: smart-tui new "1,000 new leads next month"'),
)
@click.argument("sentence", required=False)
@click.option("--plain", is_flag=True, help=_("As questions, a line each: for screen readers and pipes."))
@click.pass_obj
def command(session: Session, *, sentence: str | None, plain: bool) -> None:
    """Open the wizard, or ask its questions one by one, the sentence filled in."""
    if plain or session.plain or (session.in_terminal and not session.on_screen):
        from smart_tui.cli.prompts.new_goal import write_goal

        write_goal(replace(session, plain=True), sentence or "")
        return
    if not session.on_screen:
        say = session.language.say
        raise Trouble(
            Exit.WRONG_USAGE,
            say("No terminal to draw on."),
            say("smart-tui new --plain asks line by line; smart-tui add asks nothing."),
        )
    import secrets

    texts = MappingProxyType({Field.SENTENCE: sentence} if sentence else {})
    draft = Draft(key=secrets.token_hex(8), lang=session.language.code, texts=texts)
    open_dashboard(session, start_with=draft)
