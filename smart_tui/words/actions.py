"""The steps of a goal's plan, in words."""

from collections.abc import Sequence

from smart_tui.goals.model import Action
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language

DONE, OPEN = "☑", "□"


def action_line(lang: Language, action: Action) -> tuple[str, str, str]:
    """Give a step as its box, its words, and until when."""
    by = f"   {short_date(lang, action.by)}" if action.by else ""
    return DONE if action.done else OPEN, clean_title(action.what), by


def done_text(lang: Language, actions: Sequence[Action]) -> str:
    """Say how many steps are done."""
    done = sum(action.done for action in actions)
    if not actions:
        return lang.say("No step yet: what is the first one?")
    return lang.count("{done} of {n} step done", "{done} of {n} steps done", len(actions), done=done)
