"""R: the larger goal that this one serves, and the first step."""

from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page


class RelevantPage(Page):
    """Asks for the larger goal; those of the file are a key away."""

    letter = Letter.RELEVANT
