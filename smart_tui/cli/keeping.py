"""Numbers that could not be saved: kept on the way out, put in by the next command. Loaded only when there are any."""

from collections.abc import Callable

import click

from smart_tui.app.late import may_wait, put_in
from smart_tui.app.notices import late_texts
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Trouble
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import StoreError
from smart_tui.store.pending import Entry
from smart_tui.words.pending import entry_words, forgotten_text, kept_text, not_kept_text

TRY_AGAIN = frozenset(
    {Refusal.LOCKED, Refusal.DISK_FULL, Refusal.DISK, Refusal.CHANGED, Refusal.VERIFY_FAILED}
)
"""Their remedy is to do it once more: a number that is kept would be in twice."""


def kept(session: Session, trouble: Trouble, entry: Callable[[], Entry]) -> Trouble:
    """Keep a number that could not be saved, and say so; other troubles stay what they are."""
    if not isinstance(trouble.__cause__, StoreError) or not may_wait(trouble.__cause__):
        return trouble
    number = entry()
    try:
        session.memory.pending.keep(number)
    except StoreError:
        return Trouble(trouble.code, str(trouble), not_kept_text(session.language))
    remedy = "" if trouble.__cause__.code in TRY_AGAIN else trouble.remedy
    return Trouble(trouble.code, str(trouble), f"{kept_text(session.language)} {remedy}".rstrip())


def put_in_late(session: Session) -> None:
    """Add what waits, and say so; while the file refuses it, whatever is asked for now says why."""
    try:
        late = put_in(session.store, session.memory.pending)
    except StoreError:
        return
    for said in late_texts(session.language, late):
        click.echo(said, err=True)


def forget(session: Session) -> None:
    """Drop what waits, and say what that was."""
    with session.saying():
        dropped = session.memory.pending.forget() if session.memory.waits else ()
    lang = session.language
    click.echo(forgotten_text(lang, [(it.goal, entry_words(lang, it), it.day) for it in dropped]))
