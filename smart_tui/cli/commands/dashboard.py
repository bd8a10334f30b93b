"""The dashboard: what the bare command opens."""

import gc
import os

import click

from smart_tui.cli.session import Session, fresh_id
from smart_tui.goals.draft import Draft
from smart_tui.widgets.glyphs import plain_wanted


def open_dashboard(session: Session, *, start_with: Draft | None = None) -> None:
    """Open the app; in plain lines the menu, and where there is no terminal to draw on the list, which is said."""
    if session.plain and session.in_terminal:
        from smart_tui.cli.prompts.menu import Menu

        Menu(session).run()
        return
    if not session.on_screen:
        _print_instead(session)
        return
    from smart_tui.app.app import SmartApp
    from smart_tui.app.ending import SIGNAL
    from smart_tui.store.drafts import Drafts
    from smart_tui.store.locations import drafts_folder

    app = SmartApp(
        session.store,
        Drafts(drafts_folder(os.environ, session.store.path)),
        session.settings,
        lang=session.language.code,
        clock=session.clock,
        new_id=fresh_id,
        new_key=fresh_key,
        start_with=start_with,
        plain_glyphs=plain_wanted(os.environ),
    )
    gc.freeze()
    gc.enable()
    app.run()
    if app.return_code and app.return_code > SIGNAL:
        raise click.exceptions.Exit(app.return_code)
    if app.farewell:
        click.echo(app.farewell)


def fresh_key() -> str:
    """Give a new draft its key."""
    import secrets

    return secrets.token_hex(8)


def _print_instead(session: Session) -> None:
    from smart_tui.cli.as_text import print_lines
    from smart_tui.goals.outline import in_order
    from smart_tui.goals.standing import standings

    if not session.plain:
        click.echo(session.language.say("No terminal to draw on; this is the list."), err=True)
    everything = standings(session.read(), session.today)
    print_lines(session.language, in_order(everything), everything, plain=session.plain)
