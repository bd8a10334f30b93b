"""A line as a screen reader says it well: signs that it skips, or calls by their shape, become words."""

import re

from smart_tui.words.language import Language, msgid

_AMOUNT = r"(?=[\d$€£¥₫])"
SIGNS = (
    (re.compile(r"(?<!\S)→ (?=\S)"), msgid("to")),
    (re.compile(r"(?<=\d )– (?=\w)"), msgid("to")),
    (re.compile(rf"(?<=\w )/ {_AMOUNT}"), msgid("of")),
    (re.compile(rf"(?<!\S)< {_AMOUNT}"), msgid("below")),
    (re.compile(rf"(?<!\S)> {_AMOUNT}"), msgid("above")),
    (re.compile(rf"−{_AMOUNT}"), msgid("minus")),
)
"""Where a sign stands for a word, and the word."""
PAUSE = re.compile(r" · ")
POINTING = re.compile(r" ↓$")
NOTHING = re.compile(r"(?:(?<=^)|(?<=[:,] ))–(?=$|, )")


def spoken(lang: Language, text: str) -> str:
    """Say a line without signs and indents."""
    text = text.strip()
    if text.isascii() and "< " not in text and "> " not in text and " / " not in text:
        return text
    text = POINTING.sub("", PAUSE.sub(", ", text))
    for sign, word in SIGNS:
        text = sign.sub(f"{lang.say(word)} ", text)
    return NOTHING.sub(lang.say("nothing yet"), text)
