"""T: from when to when. Any two of date, amount and weekly rate give the third; the last page looks back and saves."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.goals.draft import Field, asked_on, letter_of
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.coach import verdict_line
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.view import View
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.asking import FIELD_TEXTS


class TimeBoundPage(Page):
    """Asks for the deadline, then looks over all five letters (row 24) and saves."""

    letter = Letter.TIMEBOUND
    DEFAULT_CSS = """
    TimeBoundPage {
        .letters-title { color: $muted; height: 1; margin: 1 0 0 0; }
        .letters { height: auto; margin: 0 0 1 0; }
    }
    """

    @dataclass
    class JumpAsked(Message):
        """Go to the field that is missing."""

        asked: Field

    @dataclass
    class SaveAsked(Message):
        """Make it a goal."""

    def compose_end(self) -> Iterator[Widget]:
        """Save; then what the coach says of each letter, a jump away."""
        yield Suggestion(mark="✓", id="save")
        with Vertical(classes="letters"):
            yield Static(classes="letters-title")
            for letter in Letter:
                yield Suggestion(classes="letter", mark="", id=f"look-{letter.name.lower()}")

    def show(self, view: View) -> None:
        """Paint the page and what is to be said of every letter."""
        super().show(view)
        lang = view.lang
        for letter in Letter:
            self.query_one(f"#look-{letter.name.lower()}", Suggestion).offer(_letter_content(view, letter))
        self.query_one(".letters-title", Static).update(content(lang.say("The five letters")))
        blocked = bool(view.answers.blocking)
        save = lang.say("Save the goal") if view.draft.editing is None else lang.say("Save the changes")
        self.query_one("#save", Suggestion).offer("" if blocked else save)

    def enter(self, asked: Field | None = None) -> None:
        """Put the cursor into a field; where nothing is left to be said about this letter, on the line that saves."""
        view = self._view
        if asked is None and not view.gaps(self.letter) and not view.answers.blocking:
            self.finish()
        else:
            super().enter(asked)

    def finish(self) -> None:
        """Go to the line that saves, or to the letter that keeps it from being shown."""
        blocking = self._view.answers.blocking
        place = f"look-{letter_of(blocking[0], self._view.dialect).name.lower()}" if blocking else "save"
        self.query_one(f"#{place}", Suggestion).focus()
        self.call_after_refresh(self.scroll_end, animate=False)

    @on(Suggestion.Taken, "#save")
    def _save(self, event: Suggestion.Taken) -> None:
        event.stop()
        self.post_message(self.SaveAsked())

    @on(Suggestion.Taken, ".letter")
    def _jump(self, event: Suggestion.Taken) -> None:
        event.stop()
        letter = next(it for it in Letter if event.suggestion.id == f"look-{it.name.lower()}")
        needed = [
            asked for asked in self._view.answers.blocking if letter_of(asked, self._view.dialect) is letter
        ]
        gaps = (*needed, *self._view.gaps(letter), asked_on(letter, self._view.dialect)[0])
        self.post_message(self.JumpAsked(gaps[0]))


def _letter_content(view: View, letter: Letter) -> Content:
    """Say how a letter stands: its points, what presses most, and what keeps the goal from being saved."""
    lang, verdict = view.lang, view.review.verdicts[letter]
    met, points = verdict.score
    needed = [asked for asked in view.answers.blocking if letter_of(asked, view.dialect) is letter]
    names = ", ".join(lang.say(FIELD_TEXTS[asked].label) for asked in needed)
    said = (
        content(lang.say("{fields} · needed to save", fields=names))
        if needed
        else verdict_line(lang, verdict)
    )
    return Content.assemble((f"{letter.value} {met}/{points}  ", "bold"), said)
