"""A good and a weak example for each letter: beside the page where there is room, else on two lines below it."""

from textual.content import Content
from textual.widgets import Static

from smart_tui.screens.wizard.view import View
from smart_tui.words.asking import letter_texts


class ExamplePanel(Static):
    """The examples in a column of their own."""

    DEFAULT_CSS = """
    ExamplePanel { height: auto; }
    """

    def show(self, view: View) -> None:
        """Show a letter's examples."""
        lang, texts = view.lang, letter_texts(view.draft.letter, view.dialect)
        self.update(
            Content.assemble(
                (lang.say("Good"), "bold $good"),
                f"\n{lang.say(texts.good)}\n\n",
                (lang.say("Weak"), "bold $at-risk"),
                f"\n{lang.say(texts.bad)}\n",
                (lang.say(texts.why_bad), "$muted"),
            )
        )


class ExampleLines(Static):
    """The examples in as little room as they need: a line each, the end of a long one left out."""

    DEFAULT_CSS = """
    ExampleLines {
        height: auto;
        padding: 0 2;
        color: $muted;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def show(self, view: View) -> None:
        """Show a letter's examples."""
        lang, texts = view.lang, letter_texts(view.draft.letter, view.dialect)
        self.update(
            Content.assemble(
                (lang.say("Good: "), "$good"),
                f"{lang.say(texts.good)}\n",
                (lang.say("Weak: "), "$at-risk"),
                f"{lang.say(texts.bad)}. {lang.say(texts.why_bad)}",
            )
        )
