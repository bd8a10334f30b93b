"""The dashboard: all goals, the story of the selected one, and the keys. What the keys do: `asking`."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.reactive import var

from smart_tui.goals.arranging import Arrangement
from smart_tui.screens.asking import AskingScreen
from smart_tui.widgets.foot import Foot
from smart_tui.widgets.goal_list import GoalList
from smart_tui.widgets.header import Header
from smart_tui.widgets.hindered import Hindered
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.story import StoryPane

WIDE = 110
"""Columns from which the story stands beside the list."""
TALL = 38
"""Lines from which more than two of the story stand below it."""


class Dashboard(AskingScreen):
    """Shows what it is given and posts what is asked for; everything it shows is bound from outside."""

    DEFAULT_CSS = """
    Dashboard {
        background: $background;
        #body { height: 1fr; layout: vertical; }
        #goals { width: 1fr; height: 1fr; }
        StoryPane { height: 4; padding: 1 2; }
        &.-high Header, &.-tall Header { height: 5; }
        &.-tall StoryPane { height: 14; }
        &.-wide #body, &.-vast #body { layout: horizontal; }
        &.-wide StoryPane { width: 40; height: 1fr; }
        &.-vast StoryPane { width: 60; height: 1fr; padding: 1 3; }
        &.-open #goals { display: none; }
        &.-open StoryPane { width: 1fr; height: 1fr; padding: 1 3; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (WIDE, "-wide"),
        (160, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high"), (TALL, "-tall")]
    AUTO_FOCUS = "GoalList"
    notice: var[str] = var("")
    """One line for the foot."""
    notice_level: var[str] = var("")
    """How it is meant: "", "good" or "warning"."""

    def compose(self) -> ComposeResult:
        """Lay out header, list, story and keys."""
        self._fit_window()
        with Container(id="body"):
            with Vertical(id="goals"):
                yield Header(self._lang).data_bind(
                    Dashboard.file, Dashboard.standings, Dashboard.today, Dashboard.hindrance
                )
                yield Hindered(self._lang).data_bind(Dashboard.hindrance)
                yield GoalList(self._lang).data_bind(Dashboard.rows, Dashboard.hindrance)
                yield from self.compose_search()
                yield Foot(self._lang).data_bind(
                    Dashboard.file,
                    Dashboard.notice,
                    Dashboard.notice_level,
                    Dashboard.draft_kept,
                    Dashboard.hindrance,
                    Dashboard.copy_lies,
                    Dashboard.sifted,
                    Dashboard.standings,
                )
            pane = StoryPane(self._lang).data_bind(Dashboard.standings, Dashboard.today, Dashboard.place)
            pane.display = bool(self.standings)
            yield pane
        yield KeyBar(self._lang)

    async def speak_anew(self) -> None:
        """Say everything in the language as it is now; the person stays where they are."""
        place, opened = self.place, self.opened
        await self.recompose()
        self._follow_list()
        self.query_one(GoalList).go_to(place)
        self.set_reactive(Dashboard.opened, False)
        self.opened = opened
        self._fit_story(self.size.width)
        self.set_focus(self.query_one(StoryPane if opened else GoalList))

    def goes_to(self, place: int) -> None:
        """Put the cursor on a goal, wherever it is hidden, and tell its story."""
        goals = self.query_one(GoalList)
        goals.go_to(place)
        if self.place != place:
            self.arrangement = Arrangement()
            goals.go_to(place)
        self.opened = True

    def watch_standings(self) -> None:
        """Leave the whole room to the invitation while there is no goal to tell of."""
        super().watch_standings()
        if self.is_mounted:  # before, the window is not looked over again for it
            self.query_one(StoryPane).display = bool(self.standings)

    def watch_opened(self, opened: bool) -> None:  # noqa: FBT001  # Textual's signature
        """Give the screen to the story, or back to the list."""
        if self.is_mounted:
            pane = self.query_one(StoryPane)
            pane.can_focus = opened
            self._fit_story(self.size.width)
            self.set_focus(pane if opened else self.query_one(GoalList))

    def on_resize(self, event: events.Resize) -> None:
        """Tell the story in full where there is room."""
        self._fit_story(event.size.width)

    def on_mount(self) -> None:
        """Follow the list's cursor: watched, for while a message is on its way the list alone would be painted."""
        self._follow_list()
        self.query_one(StoryPane).display = bool(self.standings)

    def _follow_list(self) -> None:
        self.watch(self.query_one(GoalList), "place", self._select)

    def _select(self, place: int | None) -> None:
        none_before, self.place = self.place is None, place
        if none_before is not (place is None):
            self.refresh_bindings()

    def _fit_window(self) -> None:
        """Let the first picture be right; by itself a screen learns its size after that."""
        width, height = self.app.size
        breakpoints = ((self.HORIZONTAL_BREAKPOINTS, width), (self.VERTICAL_BREAKPOINTS, height))
        self.add_class(*(max(edge for edge in edges if edge[0] <= cells)[1] for edges, cells in breakpoints))

    def _fit_story(self, width: int) -> None:
        low = self.app.size.height < TALL
        self.query_one(StoryPane).brief = width < WIDE and low and not self.opened
        self.query_one(Hindered).roomy = not self.has_class("-low")
