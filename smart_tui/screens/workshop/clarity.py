"""The clarity round: how many call a goal clear, and which questions are still open (row 38)."""

import re
from collections.abc import Iterable
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Static

from smart_tui.goals.model import Clarity, Goal, GoalFile
from smart_tui.goals.workshop import Workshop
from smart_tui.screens.messages import ClarityHeard
from smart_tui.screens.workshop.task import TaskScreen
from smart_tui.widgets.entry import PromptEntry
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.language import Language, msgid
from smart_tui.words.workshop import clarity_text

COUNTS = re.compile(r"\s*(\d{1,3})\D+(\d{1,3})\s*$")


class ClarityScreen(TaskScreen):
    """One goal at a time: "5/6", then the open questions, one after the other. An empty line goes to the next goal."""

    DEFAULT_CSS = """
    ClarityScreen {
        align: center middle;
        #sheet { width: 76; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        Static { height: auto; width: 1fr; }
        #place, .label { color: $muted; }
        #title { text-style: bold; margin: 0 0 1 0; }
        #said { margin: 0 0 1 0; }
        #wrong { color: $behind; }
        .label { margin: 1 0 0 0; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "#counts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "pageup,ctrl+b",
            "step(-1)",
            msgid("goal before"),
            id="clarity.up",
            tooltip=msgid("The goal before"),
            priority=True,
        ),
        Binding(
            "pagedown,ctrl+n",
            "step(1)",
            msgid("next goal"),
            id="clarity.down",
            tooltip=msgid("The next goal"),
            priority=True,
        ),
        Binding(
            "down", "app.focus_next", msgid("down"), id="clarity.next", tooltip=msgid("Down"), show=False
        ),
        Binding(
            "up", "app.focus_previous", msgid("up"), id="clarity.previous", tooltip=msgid("Up"), show=False
        ),
        Binding(
            "f8",
            "clear_open",
            msgid("answered"),
            id="clarity.answered",
            tooltip=msgid("The last open question is answered: take it out"),
        ),
        Binding("escape", "leave", msgid("back"), id="clarity.back", tooltip=msgid("Back to the workshop")),
    ]
    file: reactive[GoalFile] = reactive(GoalFile)
    """The goals as they are in the file."""
    notice: reactive[str] = reactive("")
    """What was saved, or was not."""

    def __init__(self, lang: Language, workshop: Workshop) -> None:
        super().__init__()
        self._lang = lang
        self._wanted = [person.goal for person in workshop.people if person.goal]
        self._asked = max(0, len(workshop.people) - 1)
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the goal, what was said, and the two lines."""
        say = self._lang.say
        with Vertical(id="sheet"):
            yield Static(id="place")
            yield Static(id="title")
            yield Static(id="said")
            yield Static(content(say("How many call it clear, of how many asked")), classes="label")
            yield PromptEntry(self._count, placeholder="5/6", id="counts")
            yield Static(id="wrong")
            yield Static(content(say("An open question")), classes="label")
            yield PromptEntry(self._question, placeholder=say("What counts as a lead?"), id="open")
        yield KeyBar(self._lang)

    def on_mount(self) -> None:
        """Show the first goal."""
        self._complain("")
        self._show()

    def watch_file(self) -> None:
        """Show it as it is now."""
        self._show()

    def action_step(self, by: int) -> None:
        """Go to another goal."""
        self._place = max(0, min(self._place + by, len(self._goals) - 1))
        for entry in self.query(PromptEntry):
            entry.value = ""
        self.set_focus(self.query_one("#counts"))
        self._show()

    def action_clear_open(self) -> None:
        """Take the last open question out."""
        if (goal := self._goal) and (clarity := goal.specific.clarity) and clarity.open:
            self._put(goal, replace(clarity, open=clarity.open[:-1]))

    def _count(self) -> None:
        goal, text = self._goal, self.query_one("#counts", PromptEntry).value.strip()
        if goal is None:
            self.action_leave()
            return
        if text:
            counts = self._read(text)
            self._complain(
                "" if counts else self._lang.say("Two numbers, the first not above the second: 5/6")
            )
            if counts is None:
                return
            clear, asked = counts
            self._put(
                goal, Clarity(clear, asked, goal.specific.clarity.open if goal.specific.clarity else ())
            )
        self.set_focus(self.query_one("#open"))

    def _question(self) -> None:
        line = self.query_one("#open", PromptEntry)
        goal, text = self._goal, line.value.strip()
        if goal is None or not text:
            if self._place + 1 < len(self._goals):
                self.action_step(1)
            else:
                self.action_leave()
            return
        clarity = goal.specific.clarity or Clarity(0, 0)
        self._put(goal, replace(clarity, open=(*clarity.open, text)))
        line.value = ""

    def _read(self, text: str) -> tuple[int, int] | None:
        """Read "5/6", "5 of 6", or "5" of all others in the room."""
        if text.isdecimal() and self._asked >= int(text):
            return int(text), self._asked
        match = COUNTS.match(text)
        if match is None:
            return None
        clear, asked = int(match[1]), int(match[2])
        return (clear, asked) if clear <= asked else None

    def _put(self, goal: Goal, after: Clarity) -> None:
        self.post_message(ClarityHeard(goal.id, goal.specific.clarity, after))

    @property
    def _goals(self) -> list[Goal]:
        """The main goal first, then everybody's, in the order of the room."""
        main = [goal for goal in self.file.goals if goal.main]
        theirs = [goal for wanted in self._wanted for goal in self.file.goals if goal.id == wanted]
        return list(_once([*main, *theirs, *self.file.goals]))

    @property
    def _goal(self) -> Goal | None:
        goals = self._goals
        return goals[min(self._place, len(goals) - 1)] if goals else None

    def _complain(self, text: str) -> None:
        wrong = self.query_one("#wrong", Static)
        wrong.display = bool(text)
        wrong.update(content(text))

    def _show(self) -> None:
        if not self.is_mounted:
            return
        say, goal, goals = self._lang.say, self._goal, self._goals
        if goal is None:
            self.query_one("#title", Static).update(content(say("No goal is written yet.")))
            return
        place = say("{n} of {count}", n=self._place + 1, count=len(goals))
        self.query_one("#place", Static).update(
            content(" · ".join(filter(None, (place, clean_title(goal.owner or "")))))
        )
        self.query_one("#title", Static).update(content(clean_title(goal.title)))
        clarity = goal.specific.clarity
        said = [clarity_text(self._lang, clarity)] if clarity and clarity.asked else []
        said += [f"? {clean(text)}" for text in clarity.open] if clarity else []
        self.query_one("#said", Static).update(content("\n".join(said)))


def _once(goals: Iterable[Goal]) -> Iterable[Goal]:
    seen: set[str] = set()
    for goal in goals:
        if goal.id not in seen:
            seen.add(goal.id)
            yield goal
