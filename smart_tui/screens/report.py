"""Which report: its form and its period; Enter writes it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from smart_tui.goals.terms import Period
from smart_tui.reports.formats import Format
from smart_tui.screens.help import HelpScreen
from smart_tui.screens.messages import ReportAsked
from smart_tui.widgets.choice import Choice
from smart_tui.widgets.column import Column
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.plain_text import content
from smart_tui.words.language import Language, msgid
from smart_tui.words.report import THIS

FORMS = {
    Format.HTML: msgid("web page"),
    Format.MARKDOWN: "Markdown",
    Format.CSV: msgid("table (CSV)"),
    Format.JSON: msgid("data (JSON)"),
    Format.CALENDAR: msgid("calendar (iCalendar)"),
}
PERIODS = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)


class WritingChoice(Choice):
    """A choice from which Enter writes the report."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "go_on",
            msgid("write it"),
            id="report.write",
            tooltip=msgid("Write the report to a file"),
        ),
    ]


class ReportScreen(ModalScreen[ReportAsked | None]):
    """Two lines to choose from."""

    DEFAULT_CSS = """
    ReportScreen {
        align: center middle;
        #report { width: 66; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 3; }
        #heading { text-style: bold; }
        Static { height: auto; width: 1fr; }
        .label { color: $muted; margin-top: 1; }
        KeyBar { dock: bottom; }
    }
    """
    AUTO_FOCUS = "#form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "dismiss(None)",
            msgid("leave"),
            id="report.leave",
            tooltip=msgid("Leave without a report"),
        ),
        Binding(
            "down,up",
            "app.focus_next",
            msgid("the other line"),
            id="report.next",
            tooltip=msgid("Choose on the other line"),
            show=False,
        ),
        Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
    ]

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang

    def compose(self) -> ComposeResult:
        """Lay out the two lines, a web page of this week chosen."""
        say = self._lang.say
        with Column(id="report"):
            yield Static(content(say("A report on all goals")), id="heading")
            yield Static(content(say("Form")), classes="label")
            yield WritingChoice([say(name) for name in FORMS.values()], chosen=0, id="form")
            yield Static(content(say("Period")), classes="label")
            yield WritingChoice([say(THIS[period]) for period in PERIODS], chosen=0, id="period")
        yield KeyBar(self._lang)

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen(self._lang, self))

    @on(Choice.Submitted)
    def _write(self) -> None:
        """Ask for the report."""
        form, period = (self.query_one(f"#{line}", Choice).chosen or 0 for line in ("form", "period"))
        self.dismiss(ReportAsked(tuple(FORMS)[form], PERIODS[period]))
