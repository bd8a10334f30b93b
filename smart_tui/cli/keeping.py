"""What could not be saved: kept on the way out, put in by the next command. Loaded only when there is any."""

from collections.abc import Callable

import click

from smart_tui.app.late import may_wait, put_in
from smart_tui.app.notices import late_texts
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Trouble
from smart_tui.goals.terms import Did
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import StoreError
from smart_tui.store.pending import Entry, Pending
from smart_tui.words.pending import entry_words, forgotten_text, kept_text, not_kept_text

TRY_AGAIN = frozenset(
    {Refusal.LOCKED, Refusal.DISK_FULL, Refusal.DISK, Refusal.CHANGED, Refusal.VERIFY_FAILED}
)
"""Their remedy is to do it once more: a number that is kept would be in twice."""


def kept(session: Session, trouble: Trouble, entry: Callable[[], Entry]) -> Trouble:
    """Keep what could not be saved, and say so; other troubles stay what they are."""
    if not isinstance(trouble.__cause__, StoreError) or not may_wait(trouble.__cause__):
        return trouble
    given = entry()
    decision = given.decision is not None
    try:
        _keep(session.memory.pending, given)
    except StoreError:
        return Trouble(trouble.code, str(trouble), not_kept_text(session.language, decision=decision))
    remedy = "" if trouble.__cause__.code in TRY_AGAIN else trouble.remedy
    said = kept_text(session.language, decision=decision)
    return Trouble(trouble.code, str(trouble), f"{said} {remedy}".rstrip())


def _keep(pending: Pending, given: Entry) -> None:
    """Keep it; a decision takes the place of the same one that waits already."""
    waiting = pending.entries() if given.decision else ()
    pending.keep(given)
    if again := {it.key for it in waiting if _decides(it) == _decides(given)}:
        pending.drop(again)


def _decides(entry: Entry) -> tuple[str, Did | None]:
    return entry.goal, entry.decision.did if entry.decision else None


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
