"""A: what was reached before, what could stand in the way."""

from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page


class AchievablePage(Page):
    """Asks to look back before looking up; what the file's goals know of it is a key away."""

    letter = Letter.ACHIEVABLE
