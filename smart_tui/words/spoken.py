"""A line as a screen reader says it well: signs that it skips, or calls by their shape, become words."""

import re

from smart_tui.words.language import Language, msgid

_AMOUNT = r"(?=[\d$€£¥₫])"
SIGNS = (
    (r"(?<!\S)→ (?=\S)", msgid("to")),
    (r"(?<=\d )– (?=\w)", msgid("to")),
    (rf"(?<=\w )/ {_AMOUNT}", msgid("of")),
    (rf"(?<!\S)< {_AMOUNT}", msgid("below")),
    (rf"(?<!\S)> {_AMOUNT}", msgid("above")),
    (rf"−{_AMOUNT}", msgid("minus")),
)
"""Where a sign stands for a word, and the word."""
PAUSE = r" · "
POINTING = r" ↓$"
NOTHING = r"(?:(?<=^)|(?<=[:,] ))–(?=$|, )"


def spoken(lang: Language, text: str) -> str:
    """Say a line without signs and indents."""
    text = text.strip()
    if text.isascii() and "< " not in text and "> " not in text and " / " not in text:
        return text
    text = re.sub(POINTING, "", re.sub(PAUSE, ", ", text))
    for sign, word in SIGNS:
        text = re.sub(sign, f"{lang.say(word)} ", text)
    return re.sub(NOTHING, lang.say("nothing yet"), text)
