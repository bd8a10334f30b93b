"""R: the larger goal that this one serves, and the first step."""

from smart_tui.coach.sales import sales_of
from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.view import Offer, View


class RelevantPage(Page):
    """Asks for the larger goal; those of the file are a key away."""

    letter = Letter.RELEVANT

    def offers(self, view: View, asked: Field) -> tuple[Offer, ...]:
        """Offer the goals that there are; under the average of a sale, the goal that all sales together are."""
        if asked is Field.SUPPORTS:
            return view.larger_goals()
        sales = sales_of(view.answers) if asked is Field.AVERAGE else None
        if sales is None:
            return ()
        said = view.lang.say("A goal under this one: {sentence}", sentence=sales.sentence)
        return (Offer(said, then=sales.sentence, worth=view.draft.text(Field.AVERAGE)),)
