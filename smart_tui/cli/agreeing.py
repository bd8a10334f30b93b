"""A yes or a no, before something large is done."""

from smart_tui.cli.session import Session
from smart_tui.cli.talk import StoppedError, Talk, WentBackError
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.checkin import YES
from smart_tui.goals.names import plain


def agreed(session: Session, question: str) -> bool:
    """Ask; raises Trouble where nobody is here to say yes."""
    if not session.in_terminal:
        say = session.language.say
        raise Trouble(
            Exit.WRONG_USAGE,
            say("Nothing was changed: nobody is here to say yes."),
            say("Add --yes to agree beforehand."),
        )
    return says_yes(session, question)


def says_yes(session: Session, question: str) -> bool:
    """Ask somebody who is here."""
    try:
        return plain(Talk(session.language, plain=session.plain).ask(question)) in YES
    except (StoppedError, WentBackError):
        return False
