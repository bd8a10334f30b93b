"""A tiny app around one screen: it holds what the real app would bind, and keeps what the screen asks for."""

from collections.abc import Iterable
from datetime import date

from sample_goals import FILE, TODAY, everything
from textual.app import App
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from smart_tui.app.themed import ThemedApp
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.screens import messages
from smart_tui.screens.dashboard import Dashboard
from smart_tui.words.language import language


class Host(ThemedApp):
    file: reactive[GoalFile] = reactive(GoalFile)
    standings: reactive[tuple[Standing, ...]] = reactive(())
    today: reactive[date] = reactive(TODAY)
    notice: reactive[str] = reactive("")
    notice_level: reactive[str] = reactive("")
    draft_kept: reactive[bool] = reactive(False)

    def __init__(self, file: GoalFile = FILE, *, lang: str = "en") -> None:
        super().__init__()
        self.lang = language(lang)
        self.asked: list[Message] = []
        self.set_reactive(Host.file, file)
        self.set_reactive(Host.standings, everything(file))

    def get_default_screen(self) -> Dashboard:
        return Dashboard(self.lang).data_bind(
            Host.file, Host.standings, Host.today, Host.notice, Host.notice_level, Host.draft_kept
        )

    @property
    def dashboard(self) -> Dashboard:
        found = self.screen_stack[0]
        assert isinstance(found, Dashboard)
        return found

    def shows(self, goals: Iterable[Goal]) -> None:
        self.file = GoalFile(goals=tuple(goals))
        self.standings = everything(self.file)

    def on_new_goal_asked(self, message: messages.NewGoalAsked) -> None:
        self.asked.append(message)

    def on_edit_goal_asked(self, message: messages.EditGoalAsked) -> None:
        self.asked.append(message)

    def on_check_in_made(self, message: messages.CheckInMade) -> None:
        self.asked.append(message)

    def on_draft_asked(self, message: messages.DraftAsked) -> None:
        self.asked.append(message)

    def on_draft_discarded(self, message: messages.DraftDiscarded) -> None:
        self.asked.append(message)


def lines(widget: Widget) -> list[str]:
    """Give what a widget shows, line by line."""
    return [_text(widget.render_line(y)) for y in range(widget.size.height)]


def screen_text(app: App[None]) -> str:
    """Give everything that the screen shows."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(_text(strip) for strip in strips)


def _text(strip: Strip) -> str:
    return strip.text.rstrip()
