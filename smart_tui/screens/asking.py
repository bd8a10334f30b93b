"""What can be asked of the goals on the dashboard: every key, and the message that it posts."""

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.reactive import var

from smart_tui.goals.hindrance import Hindrance
from smart_tui.goals.model import GoalFile
from smart_tui.screens import messages
from smart_tui.screens.arranged import ArrangedScreen
from smart_tui.screens.outcome import needs_decision
from smart_tui.widgets.goal_list import GoalList
from smart_tui.widgets.hindered import Hindered
from smart_tui.words.language import msgid

WRITING = frozenset({"new", "check_in", "update", "decide", "edit", "actions", "main", "open_draft"})
"""Actions that would end in a change of the file."""


class AskingScreen(ArrangedScreen):
    """Knows what can be done now with which goal; how it is all shown is left to a subclass."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "close",
            msgid("back"),
            id="goal.close",
            tooltip=msgid("Back to the list, there to all goals"),
        ),
        Binding("n", "new", msgid("new"), id="goal.new", tooltip=msgid("Turn a wish into a goal")),
        Binding(
            "c",
            "check_in",
            msgid("check in"),
            id="goal.check-in",
            tooltip=msgid("Enter a new number for the goal"),
        ),
        Binding(
            "w,ư",
            "update",
            msgid("update"),
            id="goal.update",
            tooltip=msgid("Go through every goal that is due"),
        ),
        Binding(
            "d,đ",
            "decide",
            msgid("decide"),
            id="goal.decide",
            tooltip=msgid("Close, extend, change or drop the goal"),
        ),
        Binding(
            "o,ô", "open", msgid("open"), show=False, id="goal.open", tooltip=msgid("Open the goal's story")
        ),
        Binding(
            "e,ê",
            "open_file",
            msgid("open the file"),
            id="file.open",
            tooltip=msgid("Open the goal file in your editor, where the mistake is"),
        ),
        Binding(
            "a,â",
            "actions",
            msgid("actions"),
            show=False,
            id="goal.actions",
            tooltip=msgid("The goal's steps: mark them done, add others"),
        ),
        Binding("e,ê", "edit", msgid("edit"), id="goal.edit", tooltip=msgid("Change the goal")),
        Binding(
            "asterisk",
            "main",
            msgid("main goal"),
            show=False,
            id="goal.main",
            tooltip=msgid("Make it the main goal, or one like any other"),
        ),
        Binding("r", "report", msgid("report"), id="report", tooltip=msgid("Write a report to a file")),
        Binding(
            "u",
            "undo(False)",
            msgid("undo"),
            show=False,
            id="undo",
            tooltip=msgid("Take the last change back; once more: the one before it"),
        ),
        Binding(
            "U",
            "undo(True)",
            msgid("redo"),
            show=False,
            id="redo",
            tooltip=msgid("Do again what was taken back"),
        ),
        Binding(
            "m",
            "merge",
            msgid("merge"),
            show=False,
            id="merge",
            tooltip=msgid("Look at the other version of the file that lies beside it"),
        ),
        Binding(
            "v",
            "open_draft",
            msgid("go on with the draft"),
            id="draft.open",
            tooltip=msgid("Finish the goal that was kept"),
        ),
        Binding(
            "x",
            "discard_draft",
            msgid("discard it"),
            id="draft.discard",
            tooltip=msgid("Throw the kept draft away"),
        ),
        Binding(
            "comma",
            "settings",
            msgid("settings"),
            show=False,
            id="settings",
            tooltip=msgid("Language, colours, dates, keys"),
        ),
        Binding("q", "app.quit", msgid("quit"), id="quit", tooltip=msgid("Leave; everything is saved")),
        Binding("question_mark", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    file: var[GoalFile] = var(GoalFile)
    """The goals as they are in the file."""
    today: var[date] = var(date.min)
    """The day."""
    draft_kept: var[bool] = var(False, bindings=True)
    """Whether a draft lies on disk."""
    hindrance: var[Hindrance | None] = var(None, bindings=True)
    """What keeps the file from being written."""
    copy_lies: var[bool] = var(False, bindings=True)
    """Whether another version of the file lies beside it."""
    unfinished: var[tuple[messages.Typing, ...]] = var(())
    """What was being typed when an earlier run ended."""
    place: var[int | None] = var(None)
    """Place of the selected goal in the file."""
    opened: var[bool] = var(False, bindings=True, toggle_class="-open")
    """Whether the story has the screen to itself."""

    @on(GoalList.Chosen)
    def _chosen(self, event: GoalList.Chosen) -> None:
        """Decide about a goal that waits for it; open any other."""
        if needs_decision(self.standings[event.place]) and self.hindrance is None:
            self.action_decide()
        else:
            self.opened = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's
        """Offer only what can be done now."""
        if action in WRITING and self.hindrance is not None:
            return None
        match action:
            case "open_file":
                return self.hindrance is not None and self.hindrance.openable
            case "check_in" | "edit" | "decide" | "open" | "actions" | "main":
                return self.place is not None
            case "open_draft" | "discard_draft":
                return self.draft_kept
            case "merge":
                return self.copy_lies
            case "close":
                return self.opened or self.is_arranged
            case _:
                return True

    def on_key(self, event: events.Key) -> None:
        """Say why a key does nothing that would change the file."""
        if self.hindrance is not None and event.key in WRITING_KEYS:
            self.post_message(messages.WritingRefused())

    @on(Hindered.Clicked)
    def action_open_file(self) -> None:
        """Ask for the editor."""
        self.post_message(messages.OpenFileAsked())

    def action_new(self) -> None:
        """Ask for an empty wizard."""
        self.post_message(messages.NewGoalAsked())

    def action_update(self) -> None:
        """Ask for the weekly update."""
        self.post_message(messages.WeeklyUpdateAsked())

    def action_report(self) -> None:
        """Ask which report, then for it."""
        from smart_tui.screens.report import ReportScreen

        def chosen(asked: messages.ReportAsked | None) -> None:
            if asked is not None:
                self.post_message(asked)

        self.app.push_screen(ReportScreen(self._lang), chosen)

    def action_edit(self) -> None:
        """Ask for the wizard on the selected goal."""
        if self.place is not None:
            self.post_message(messages.EditGoalAsked(self.place))

    def action_undo(self, again: bool) -> None:  # noqa: FBT001  # the binding's own argument
        """Ask for the last change to be taken back, or done again."""
        self.post_message(messages.UndoAsked(again))

    def action_merge(self) -> None:
        """Ask for a look at the other version of the file."""
        self.post_message(messages.MergeAsked())

    def action_open_draft(self) -> None:
        """Ask for the wizard on the kept draft."""
        self.post_message(messages.DraftAsked())

    def action_discard_draft(self) -> None:
        """Ask for the kept draft to be thrown away."""
        self.post_message(messages.DraftDiscarded())

    def action_close(self) -> None:
        """Go back to the list, there to all goals."""
        if self.opened:
            self.opened = False
        else:
            self.action_show_all()

    def action_help(self) -> None:
        """Show all keys."""
        from smart_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._lang, self))

    def action_settings(self) -> None:
        """Ask for what can be set."""
        self.post_message(messages.SettingsAsked())

    def action_open(self) -> None:
        """Tell the goal's whole story."""
        self.opened = True

    def action_decide(self) -> None:
        """Decide about the selected goal."""
        if self.place is None or self.place >= len(self.standings):
            return
        from smart_tui.screens.decide import Decided, DecideScreen

        goal_id = self.standings[self.place].goal.id

        def decided(result: Decided | None) -> None:
            if result is not None:
                self.post_message(result)
            self.post_message(messages.TypingDone(messages.Task.DECISION, goal_id))

        left = self._left(messages.Task.DECISION, goal_id)
        self.app.push_screen(DecideScreen(self._lang, self.file, self.place, self.today, left), decided)

    def action_check_in(self) -> None:
        """Take a number for the selected goal."""
        if self.place is None or self.place >= len(self.standings):
            return
        from smart_tui.screens.check_in import CheckInResult, CheckInScreen

        goal_id = self.standings[self.place].goal.id

        def made(result: CheckInResult | None) -> None:
            if result is not None:
                self.post_message(messages.CheckInMade(goal_id, result.checkin, result.becomes))
            self.post_message(messages.TypingDone(messages.Task.CHECK_IN, goal_id))

        left = self._left(messages.Task.CHECK_IN, goal_id).fields
        self.app.push_screen(CheckInScreen(self._lang, self.file, self.place, self.today, left), made)

    def _left(self, task: messages.Task, goal_id: str) -> messages.Typing:
        """Give what an earlier run has left in the fields."""
        left = (it for it in self.unfinished if (it.task, it.goal_id) == (task, goal_id))
        return next(left, messages.Typing(task, goal_id, {}))

    def action_main(self) -> None:
        """Ask for the selected goal to be the main one."""
        if self.place is not None:
            self.post_message(messages.MainGoalChosen(self.place))

    def action_actions(self) -> None:
        """Ask for the selected goal's steps."""
        if self.place is not None:
            self.post_message(messages.ActionsAsked(self.place))


WRITING_KEYS = frozenset(
    key
    for binding in AskingScreen.BINDINGS
    if isinstance(binding, Binding) and binding.action in WRITING
    for key in binding.key.split(",")
)
