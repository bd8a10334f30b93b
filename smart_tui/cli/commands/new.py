"""`new`: the wizard."""

from gettext import gettext as _
from types import MappingProxyType

import click

from smart_tui.cli.commands.dashboard import open_dashboard
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.draft import Draft, Field


@click.command(
    help=_("Write a goal on five screens: S, M, A, R, T."),
    epilog=_('Example: smart-tui new "1,000 new leads next month"'),
)
@click.argument("sentence", required=False)
@click.pass_obj
def command(session: Session, sentence: str | None) -> None:
    """Open the wizard, the sentence filled in."""
    if not session.on_screen:
        say = session.language.say
        raise Trouble(
            Exit.WRONG_USAGE, say("No terminal to draw on."), say("smart-tui add does it without screens.")
        )
    import secrets

    texts = MappingProxyType({Field.SENTENCE: sentence} if sentence else {})
    draft = Draft(key=secrets.token_hex(8), lang=session.language.code, texts=texts)
    open_dashboard(session, start_with=draft)
