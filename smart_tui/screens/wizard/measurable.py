"""M: what is counted, the target, where the number comes from."""

from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.question import Question
from smart_tui.screens.wizard.view import View


class MeasurablePage(Page):
    """Asks for the number. A rate asks for its period; a yes-no for no number at all."""

    letter = Letter.MEASURABLE

    def show(self, view: View) -> None:
        """Paint the page, leaving out what the kind has no use for."""
        super().show(view)
        for question in self.query(Question):
            question.display = view.asks(question.asked)
