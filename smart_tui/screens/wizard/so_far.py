"""What the draft has come to: the person's sentence, and its clauses."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.goals.draft import Field
from smart_tui.screens.wizard.view import View
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.rule import Rule
from smart_tui.words.clauses import clauses
from smart_tui.words.language import Language


class SoFar(Vertical):
    """Stands under every page."""

    DEFAULT_CSS = """
    SoFar {
        height: auto;
        padding: 0 2;
        #sentence { height: auto; max-height: 2; text-style: bold; }
        #clauses { height: auto; max-height: 3; }
    }
    """

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang

    def compose(self) -> ComposeResult:
        """Lay out the goal so far."""
        yield Rule(self._lang.say("Your goal so far"))
        yield Static(id="sentence")
        yield Static(id="clauses")

    def show(self, view: View) -> None:
        """Paint the draft."""
        said, sentence = content(" · ".join(clauses(view.goal_lang, view.answers))), _sentence(view)
        self.query_one("#sentence", Static).update(sentence)
        self.query_one("#clauses", Static).update(said or Content.styled("–", "$muted"))
        self.query_one("#sentence").display = bool(sentence)
        self.query_one("#clauses").display = bool(said) or not sentence

    def keep(self, said: str) -> None:
        """Say that the draft is safe, or that it is not."""
        self.query_one(Rule).tail = said


def _sentence(view: View) -> Content:
    said = view.draft.text(Field.SENTENCE).strip() or view.draft.text(Field.TITLE)
    return content(" ".join(said.split()))
