"""R: the larger goal that this one serves, and the first step."""

from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.view import Offer, View


class RelevantPage(Page):
    """Asks for the larger goal; those of the file are a key away."""

    letter = Letter.RELEVANT

    def offers(self, view: View, asked: Field) -> tuple[Offer, ...]:
        """Offer the goals that there are."""
        return view.larger_goals() if asked is Field.SUPPORTS else ()
