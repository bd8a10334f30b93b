"""Which goal is meant: by its number in a list, or by a part of its name."""

from collections.abc import Sequence

from smart_tui.cli.as_text import plain_line
from smart_tui.cli.session import Session
from smart_tui.cli.talk import Talk, chosen
from smart_tui.goals.names import matches
from smart_tui.goals.standing import Standing, Standings
from smart_tui.words.clean import clean_title


def choose_goal(
    session: Session, talk: Talk, everything: Standings, shown: Sequence[Standing], question: str
) -> Standing | None:
    """List goals and ask for one of them, or any other; None: Enter, none of them."""
    talk.offer([plain_line(session.language, standing, everything) for standing in shown])
    return ask_goal(session, talk, everything, shown, question)


def ask_goal(
    session: Session, talk: Talk, everything: Standings, shown: Sequence[Standing], question: str
) -> Standing | None:
    """Ask for one of the goals that were listed, or any other."""
    while wanted := talk.ask(question):
        if (place := chosen(wanted, shown)) is not None:
            return shown[place]
        found = matches(everything, wanted)
        if len(found) == 1:
            return found[0]
        if found:
            return choose_goal(session, talk, everything, found, question)
        talk.say(session.language.say("No goal is called “{name}”.", name=clean_title(wanted)))
    return None
