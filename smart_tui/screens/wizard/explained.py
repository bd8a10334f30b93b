"""What help says first in the wizard: what the field is for, and what the letter asks."""

from textual.content import Content

from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.words.asking import FIELD_TEXTS, letter_texts
from smart_tui.words.explaining import EXPLAINED
from smart_tui.words.language import Language


def field_explained(lang: Language, asked: Field) -> Content:
    """Say what a field is for, and how an answer may be written."""
    label, told = lang.say(FIELD_TEXTS[asked].label), lang.say(EXPLAINED[asked])
    return Content.assemble((label, "bold $accent"), f"\n{told}")


def letter_explained(lang: Language, letter: Letter, dialect: Dialect) -> Content:
    """Say what a letter means, with a good and a weak example."""
    texts = letter_texts(letter, dialect)
    return Content.assemble(
        (letter.value, "bold $accent"),
        f"  {lang.say(texts.meaning)}\n",
        (lang.say("Good: "), "$good"),
        f"{lang.say(texts.good)}\n",
        (lang.say("Weak: "), "$at-risk"),
        f"{lang.say(texts.bad)}. {lang.say(texts.why_bad)}",
    )
