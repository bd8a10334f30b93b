"""`new` as questions: a draft is begun or gone on with, and becomes a goal."""

from smart_tui.cli.prompts.desk import PromptDesk
from smart_tui.cli.prompts.interview import Interview
from smart_tui.cli.session import Session
from smart_tui.cli.talk import StoppedError, Talk, WentBackError, chosen
from smart_tui.cli.trouble import Trouble
from smart_tui.goals.draft import Draft, Field
from smart_tui.words.clean import clean_title
from smart_tui.words.interview import draft_text, opening_lines


def write_goal(session: Session, sentence: str = "") -> None:
    """Ask for a goal, and save it; whatever ends it before keeps the draft."""
    lang, talk = session.language, Talk(session.language, plain=True)
    desk = PromptDesk(session, session.read())
    for line in opening_lines(lang):
        talk.say(line)
    try:
        draft = None if sentence else desk.kept_draft()
        if draft is not None:
            sentence, draft = _chosen_draft(session, talk, draft)
        if draft is None:
            desk.begin(sentence)
        else:
            desk.go_on(draft)
        wanted = Interview(session, talk, desk).run()
    except StoppedError:
        wanted = False
    if wanted:
        _save(session, talk, desk)
    elif desk.leave():
        talk.say(_kept(session, desk))


def _chosen_draft(session: Session, talk: Talk, draft: Draft) -> tuple[str, Draft | None]:
    """Offer to go on with the draft that is kept; whoever types a sentence instead begins with that."""
    say = session.language.say
    talk.say(draft_text(session.language, draft.text(Field.SENTENCE) or draft.text(Field.TITLE)))
    ways = (say("Go on with it"), say("A new goal; the draft stays"))
    talk.offer(ways)
    while True:
        try:
            answer = talk.ask(say("Enter goes on with it:"))
        except WentBackError:
            talk.say(say("This is the first question."))
            continue
        match chosen(answer, ways) if answer else 0:
            case 0:
                return "", draft
            case 1:
                return "", None
            case _:
                return answer, None


def _save(session: Session, talk: Talk, desk: PromptDesk) -> None:
    try:
        goal = desk.save()
    except Trouble:
        talk.say(_kept(session, desk))
        raise
    talk.say(session.language.say("Saved: {title}", title=clean_title(goal.title)))
    talk.say(session.language.say("Its id: {id}", id=clean_title(goal.id)))


def _kept(session: Session, desk: PromptDesk) -> str:
    say = session.language.say
    if desk.kept:
        return say("The draft is kept; smart-tui new --plain goes on with it.")
    return say("the draft could not be kept on disk")
