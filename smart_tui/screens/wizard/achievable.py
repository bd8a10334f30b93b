"""A: what was reached before, what could stand in the way."""

from smart_tui.coach.past import known_past, past_text
from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.view import Offer, View


class AchievablePage(Page):
    """Asks to look back before looking up; what the file's goals know of it is a key away."""

    letter = Letter.ACHIEVABLE

    def offers(self, view: View, asked: Field) -> tuple[Offer, ...]:
        """Offer what was counted so far."""
        if asked is not Field.PAST or view.draft.text(Field.PAST).strip():
            return ()
        past = past_text(known_past(view.answers), view.draft.lang)
        said = view.lang.say("From your goals: {results}", results=past)
        return (Offer(said, ((Field.PAST, past),)),) if past else ()
