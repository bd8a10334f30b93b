"""What the draft has come to: what this letter still lacks, the person's sentence, and its clauses."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.goals.draft import Field
from smart_tui.screens.wizard.view import View
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.rule import Rule
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clauses import clauses
from smart_tui.words.language import Language


class SoFar(Vertical):
    """Stands under every page."""

    DEFAULT_CSS = """
    SoFar {
        height: auto;
        padding: 0 2;
        #missing { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #sentence { height: auto; max-height: 2; text-style: bold; }
        #clauses { height: auto; max-height: 3; }
    }
    """

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang

    def compose(self) -> ComposeResult:
        """Lay out what is missing, and the goal so far."""
        yield Static(id="missing")
        yield Rule(self._lang.say("Your goal so far"))
        yield Static(id="sentence")
        yield Static(id="clauses")

    def show(self, view: View, *, listed: bool) -> None:
        """Paint the draft; what is missing only where the page does not list it itself."""
        missing = self.query_one("#missing", Static)
        missing.display = not listed
        missing.update(_missing(view))
        said, sentence = content(" · ".join(clauses(view.goal_lang, view.answers))), _sentence(view)
        self.query_one("#sentence", Static).update(sentence)
        self.query_one("#clauses", Static).update(said or Content.styled("–", "$muted"))
        self.query_one("#sentence").display = bool(sentence)
        self.query_one("#clauses").display = bool(said) or not sentence

    def keep(self, said: str) -> None:
        """Say that the draft is safe, or that it is not."""
        self.query_one(Rule).tail = said


def _missing(view: View) -> Content:
    missing = view.answers.missing(view.draft.letter)
    if not missing:
        return Content.styled(f"● {view.lang.say('Nothing is missing here.')}", "$good")
    names = ", ".join(view.lang.say(FIELD_TEXTS[asked].label) for asked in missing)
    return Content.styled(f"▲ {view.lang.say('Still missing here: {names}', names=names)}", "$behind")


def _sentence(view: View) -> Content:
    said = view.draft.text(Field.SENTENCE).strip() or view.draft.text(Field.TITLE)
    return content(" ".join(said.split()))
