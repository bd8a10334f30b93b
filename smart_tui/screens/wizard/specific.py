"""S: what exactly, for whom, who is responsible."""

from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.view import Offer, View


class SpecificPage(Page):
    """Asks for the sentence that everything else hangs on; one that says enough can be saved at once."""

    letter = Letter.SPECIFIC

    def offers(self, view: View, asked: Field) -> tuple[Offer, ...]:
        """Offer to be done with it, where what, how much and until when are known."""
        if asked is not Field.SENTENCE or view.draft.editing is not None or view.answers.blocking:
            return ()
        return (Offer(view.lang.say("Save it like this; the other questions can wait"), saves=True),)
