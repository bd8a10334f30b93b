"""S: what exactly, for whom, who is responsible."""

from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page


class SpecificPage(Page):
    """Asks for the sentence that everything else hangs on."""

    letter = Letter.SPECIFIC
