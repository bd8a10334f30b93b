"""How the goals are laid out, in words."""

from smart_tui.goals.arranging import Arrangement, Order
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import HORIZON_WORDS, status_word

ORDERS = {
    Order.URGENCY: "",
    Order.DEADLINE: msgid("by deadline"),
    Order.PACE: msgid("by pace, the slowest first"),
    Order.NAME: msgid("by name"),
}


def order_text(lang: Language, order: Order) -> str:
    """Say what the goals are sorted by; nothing for the usual order."""
    return lang.say(ORDERS[order])


def arrangement_text(lang: Language, arrangement: Arrangement, shown: int, in_all: int) -> str:
    """Say which goals are shown, and how many of all."""
    said = []
    if arrangement.status is not None:
        said.append(status_word(lang, arrangement.status))
    if arrangement.horizon is not None:
        said.append(lang.say(HORIZON_WORDS[arrangement.horizon]))
    if arrangement.owner is not None:
        said.append(clean_title(arrangement.owner) or lang.say("nobody responsible"))
    if arrangement.wanted.strip():
        said.append(f"“{clean_title(arrangement.wanted.strip())}”")
    said.append(lang.say("{shown} of {all}", shown=shown, all=in_all))
    return " · ".join(said)
