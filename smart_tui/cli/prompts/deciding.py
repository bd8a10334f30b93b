"""Closing, extending, changing, dropping a goal, question by question."""

import click

from smart_tui.cli.deciding import decide
from smart_tui.cli.session import Session
from smart_tui.cli.talk import Talk
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Did
from smart_tui.words.dates import short_date
from smart_tui.words.language import msgid
from smart_tui.words.numbers import amount

WAYS = {
    Did.CLOSE: msgid("Close: it is over"),
    Did.EXTEND: msgid("Extend: a later deadline"),
    Did.CHANGE: msgid("Change: another target or deadline"),
    Did.DROP: msgid("Drop: it is given up"),
}
AGAIN = {Did.REOPEN: msgid("Open it again")}
OPTIONS = ("--to: ", "--deadline: ", "--target: ")
"""How the commands call what is asked here by name."""


def decide_about(session: Session, talk: Talk, standing: Standing) -> None:
    """Ask what is decided, and decide it; what cannot be is said, and asked again."""
    say = session.language.say
    ways = AGAIN if standing.status.closed else WAYS
    place = talk.choose([say(way) for way in ways.values()], say("A number, Enter goes back:"))
    if place is None:
        return
    did = list(ways)[place]
    while True:
        to, target = _asked(session, talk, did, standing)
        if did in {Did.EXTEND, Did.CHANGE} and not (to or target):
            return
        why = talk.ask(say("Why? Enter gives no reason."))
        try:
            name = standing.goal.id or standing.goal.title
            decide(session, did, name, why=why, as_json=False, to=to or None, target=target or None)
        except Trouble as trouble:
            if trouble.code is not Exit.WRONG_USAGE or not (to or target):
                raise
            talk.say(_unnamed(trouble))
        else:
            return


def _asked(session: Session, talk: Talk, did: Did, standing: Standing) -> tuple[str, str]:
    """Ask for a deadline and a target, where the decision has any."""
    lang, goal = session.language, standing.goal
    due = short_date(lang, goal.deadline) if goal.deadline else ""
    if did is Did.EXTEND:
        return talk.ask(_question(session, lang.say("New deadline"), due)), ""
    if did is not Did.CHANGE:
        return "", ""
    target = goal.measurable.target
    was = amount(lang, target, goal.measurable.unit) if target is not None else ""
    changed = talk.ask(_question(session, lang.say("New target"), was)) if was else ""
    return talk.ask(_question(session, lang.say("New deadline"), due)), changed


def _question(session: Session, label: str, held: str) -> str:
    say = session.language.say
    if held:
        return say("{label}? Enter keeps: {value}.", label=label, value=held)
    return say("{label}?", label=label)


def _unnamed(error: click.ClickException) -> str:
    said = error.format_message()
    for option in OPTIONS:
        said = said.removeprefix(option)
    return said
