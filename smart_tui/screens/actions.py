"""A goal's action plan: the steps, which of them are done, and one line to add another (row 17)."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from smart_tui.coach.sentence.read import read
from smart_tui.goals.model import Action, Goal, GoalFile
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import ActionsChanged
from smart_tui.widgets.column import Column
from smart_tui.widgets.entry import Entry
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.widgets.suggestion import Suggestion
from smart_tui.words.actions import action_line, done_text
from smart_tui.words.language import Language, msgid


class Step(Suggestion):
    """One step of the plan."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space",
            "take",
            msgid("done, not done"),
            id="action.done",
            tooltip=msgid("Mark it done, or not"),
        ),
        Binding(
            "e,ê", "ask('change')", msgid("change"), id="action.change", tooltip=msgid("Change its words")
        ),
        Binding("x,delete", "ask('remove')", msgid("remove"), id="action.remove", tooltip=msgid("Remove it")),
    ]

    def __init__(self, place: int, asked: Callable[[int, str], None]) -> None:
        super().__init__(mark="")
        self.place, self._asked = place, asked

    def action_ask(self, what: str) -> None:
        """Change it, or remove it."""
        self._asked(self.place, what)


class ActionsScreen(ModalScreen[None]):
    """Every change goes to the file at once; there is nothing to be saved on leaving."""

    DEFAULT_CSS = """
    ActionsScreen {
        align: center middle;
        #actions { width: 72; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        #title { text-style: bold; }
        Static { height: auto; width: 1fr; }
        Step { color: $foreground; height: auto; text-wrap: wrap; }
        #steps { height: auto; margin: 1 0; }
        #count, .label { color: $muted; }
        #refusal { color: $overdue; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", msgid("back"), id="actions.back", tooltip=msgid("Back to the goals")),
        Binding(
            "down", "app.focus_next", msgid("down"), id="actions.down", tooltip=msgid("Down"), show=False
        ),
        Binding("up", "app.focus_previous", msgid("up"), id="actions.up", tooltip=msgid("Up"), show=False),
        Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    def __init__(self, lang: Language, goal: Goal, today: date) -> None:
        super().__init__()
        self._lang, self._goal, self._today = lang, goal, today
        self._actions = goal.relevant.actions
        self._overtaken = False
        """Whether something was refused, and the file is still to be looked at."""
        self._typed = ""
        """Words of a step that may still be refused."""
        self._changing: int | None = None

    file: var[GoalFile] = var(GoalFile)
    """The goals as they are in the file."""
    notice: var[str] = var("")
    notice_level: var[str] = var("")
    """What is said below the list of goals, and how it is meant."""

    def compose(self) -> ComposeResult:
        """Lay out the goal, its steps, and the line for another one."""
        with Column(id="actions"):
            yield Static(content(self._goal.title), id="title")
            yield Static(id="count")
            yield Vertical(id="steps")
            yield Static(id="refusal")
            yield Static(classes="label", id="label")
            yield Entry(
                placeholder=self._lang.say("call the customers of the last fair by Friday"), id="step"
            )
        yield KeyBar(self._lang)

    async def on_mount(self) -> None:
        """Show the steps; the cursor is on the first that is not done, else where one is added."""
        await self._paint()
        left = [step for step in self.query(Step) if not self._actions[step.place].done]
        self.set_focus(left[0] if left else self.query_one(Entry))

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(Suggestion.Taken)
    async def _toggle(self, event: Suggestion.Taken) -> None:
        event.stop()
        if isinstance(step := event.suggestion, Step):
            action = self._actions[step.place]
            await self._put(step.place, replace(action, done=not action.done))

    @on(Input.Submitted)
    async def _write(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip()
        if not text:
            return
        self._typed = text
        by = read(text, self._today, dates=self._lang.dates).deadline
        if self._changing is not None and self._changing < len(self._actions):
            place, self._changing = self._changing, None
            before = self._actions[place]
            await self._put(place, replace(before, what=text, by=by or before.by))
        else:
            await self._put(len(self._actions), Action(text, by))
        self._clear()

    def _asked(self, place: int, what: str) -> None:
        if what == "remove":
            self.call_next(self._put, place, None)
            return
        self._changing = place
        entry = self.query_one(Entry)
        entry.value = self._actions[place].what
        entry.cursor_position = len(entry.value)
        entry.focus()
        self._label()

    async def _put(self, place: int, action: Action | None) -> None:
        """Put a step there, or take it away; the screen shows it, the app saves it."""
        before = self._actions
        after = (*before[:place], *([] if action is None else [action]), *before[place + 1 :])
        self._actions = after
        refused = partial(self._refused, before)
        self.post_message(ActionsChanged(self._goal.id, before, after, refused))
        await self._paint()

    def _refused(self, before: tuple[Action, ...]) -> None:
        """Show the steps as they are in the file; what was typed is back in its field."""
        # Others may have been noticed already; else the file is about to be read again.
        self._overtaken = self._in_file() == before
        if not self._overtaken:
            self._actions = self._in_file()
            self.call_next(self._paint)
        if self._typed and not self.query_one(Entry).value:
            self.query_one(Entry).value = self._typed
        self.query_one("#refusal", Static).update(content(self.notice))

    async def watch_file(self) -> None:
        """Take over what others made of the steps."""
        if self.is_mounted and self._overtaken:
            self._overtaken = False
            self._actions = self._in_file()
            await self._paint()

    def _in_file(self) -> tuple[Action, ...]:
        goals = [goal for goal in self.file.goals if goal.id == self._goal.id]
        return goals[0].relevant.actions if goals else ()

    async def _paint(self) -> None:
        steps, shown = self.query_one("#steps", Vertical), len(self.query(Step))
        focused = self.focused.place if isinstance(self.focused, Step) else None
        if len(self._actions) > shown:
            await steps.mount(*(Step(place, self._asked) for place in range(shown, len(self._actions))))
        lines = list(self.query(Step))
        for line, action in zip(lines, self._actions, strict=False):
            line.offer(_shown(self._lang, action))
        for line in lines[len(self._actions) :]:
            await line.remove()
        if focused is not None and focused >= len(self._actions):
            left = list(self.query(Step))
            self.set_focus(left[-1] if left else self.query_one(Entry))
        self.query_one("#count", Static).update(content(done_text(self._lang, self._actions)))
        self._label()

    def watch_notice(self) -> None:
        """Say why something was not saved, as long as it is so."""
        if self.is_mounted and self.notice_level != "warning":
            self._typed = ""
            self.query_one("#refusal", Static).update("")

    def _clear(self) -> None:
        self.query_one(Entry).value = ""
        self._label()

    def _label(self) -> None:
        said = self._lang.say("Change it") if self._changing is not None else self._lang.say("Another step")
        self.query_one("#label", Static).update(content(said))


def _shown(lang: Language, action: Action) -> Content:
    box, words, by = action_line(lang, action)
    style: Any = "$muted" if action.done else ""
    return Content.assemble(
        (f"{box} ", "$good" if action.done else "$accent"), (words, style), (by, "$muted")
    )
