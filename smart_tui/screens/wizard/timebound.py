"""T: from when to when. Any two of date, amount and weekly rate give the third; the last page saves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.coach.drafting import third
from smart_tui.goals.draft import Field, letter_of
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.page import Page
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.language import msgid
from smart_tui.words.numbers import amount
from smart_tui.words.readings import day_text

SHOWN = 5
"""At most so many missing answers are listed."""


class TimeBoundPage(Page):
    """Asks for the deadline, then lists what is missing and saves."""

    letter = Letter.TIMEBOUND
    DEFAULT_CSS = """
    TimeBoundPage {
        .missing-title { color: $muted; height: 1; }
        .missing { height: auto; margin: 0 0 1 0; }
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
        """List what is missing, a jump away, and save."""
        yield Suggestion(mark="✓", id="save")
        with Vertical(classes="missing"):
            yield Static(classes="missing-title")
            for _ in range(SHOWN):
                yield Suggestion(classes="gap")

    def show(self, view: View) -> None:
        """Paint the page and what is missing everywhere."""
        super().show(view)
        lang = view.lang
        gaps = _gaps(view)
        for line, asked in zip(
            self.query(".gap").results(Suggestion), [*gaps, *[None] * SHOWN], strict=False
        ):
            line.offer(_gap_text(view, asked) if asked else "")
        title = self.query_one(".missing-title", Static)
        title.display = bool(gaps)
        title.update(content(lang.say("Still missing")))
        blocked = bool(view.answers.blocking)
        save = lang.say("Save the goal") if view.draft.editing is None else lang.say("Save the changes")
        self.query_one("#save", Suggestion).offer("" if blocked else save)

    def offers(self, view: View, asked: Field) -> tuple[Offer, ...]:
        """Offer the date or the amount that follows from the weekly rate."""
        found = third(view.answers)
        if found is None or found[0] is Field.WEEKLY or asked is not Field.WEEKLY:
            return ()
        fills, value = found
        said = (
            day_text(view.lang, value, view.today)
            if isinstance(value, date)
            else amount(view.lang, value, view.answers.unit)
        )
        label = view.lang.say(FIELD_TEXTS[fills].label)
        return (Offer(view.lang.say("{label}: {value}", label=label, value=said), view.typed(value), fills),)

    def finish(self) -> None:
        """Go to the line that saves, or to the first gap that keeps it from being shown."""
        save = self.query_one("#save", Suggestion)
        lines = [save, *self.query(".gap").results(Suggestion)]
        next(line for line in lines if line.display).focus()

    @on(Suggestion.Taken, "#save")
    def _save(self, event: Suggestion.Taken) -> None:
        event.stop()
        self.post_message(self.SaveAsked())

    @on(Suggestion.Taken, ".gap")
    def _jump(self, event: Suggestion.Taken) -> None:
        event.stop()
        place = list(self.query(".gap").results(Suggestion)).index(event.suggestion)
        self.post_message(self.JumpAsked(_gaps(self._view)[place][0]))


def _gaps(view: View) -> list[tuple[Field, ...]]:
    """List what is missing: first what keeps the goal from being saved, then the rest by letter."""
    blocking = view.answers.blocking
    rest = [
        tuple(asked for asked in view.answers.missing(letter) if asked not in blocking) for letter in Letter
    ]
    return [*((asked,) for asked in blocking), *(fields for fields in rest if fields)][:SHOWN]


def _gap_text(view: View, missing: tuple[Field, ...]) -> str:
    label = ", ".join(view.lang.say(FIELD_TEXTS[asked].label) for asked in missing)
    said = msgid("{letter}  {label}")
    if missing[0] in view.answers.blocking:
        said = msgid("{letter}  {label} · needed to save")
    return view.lang.say(said, letter=letter_of(missing[0]).value, label=label)
