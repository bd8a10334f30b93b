"""A list of goals that is sorted, sifted, searched and folded as the person likes it."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from smart_tui.goals.arranging import Arrangement, Order, arranged
from smart_tui.goals.outline import Row
from smart_tui.goals.standing import Standing
from smart_tui.widgets.goal_list import GoalList
from smart_tui.widgets.search import SearchEntry
from smart_tui.words.arranging import arrangement_text, order_text
from smart_tui.words.language import Language, msgid

ORDERS = tuple(Order)


class ArrangedScreen(Screen[None]):
    """Holds the arrangement: nothing of it is kept in the file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash",
            "search",
            msgid("search"),
            show=False,
            id="list.search",
            tooltip=msgid("Search while you type, also without accents; Esc shows all again"),
        ),
        Binding(
            "f",
            "filter",
            msgid("filter"),
            show=False,
            id="list.filter",
            tooltip=msgid("Show only some goals: by status, horizon, owner"),
        ),
        Binding(
            "s",
            "sort",
            msgid("sort"),
            show=False,
            id="list.sort",
            tooltip=msgid("Sort by urgency, deadline, pace, name in turn"),
        ),
    ]

    standings: var[tuple[Standing, ...]] = var(())
    """Where each goal stands today."""
    arrangement: var[Arrangement] = var(Arrangement, bindings=True)
    """What of them is shown, in which order."""
    rows: var[tuple[Row, ...]] = var(())
    """The list's lines."""
    sifted: var[str] = var("")
    """What the foot says of the arrangement."""

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang

    def compose_search(self) -> Iterator[Widget]:
        """Add the line to search in, which shows when it is asked for."""
        yield SearchEntry(self._lang)

    def watch_standings(self) -> None:
        """Lay the list out anew."""
        self._arrange()

    def watch_arrangement(self) -> None:
        """Lay the list out anew, and say what is left out of it."""
        self._arrange()

    @property
    def is_arranged(self) -> bool:
        """Whether the list is not as it usually is."""
        return self.arrangement.sifts or self.arrangement.order is not Order.URGENCY

    def action_search(self) -> None:
        """Show the line to search in."""
        line = self.query_one(SearchEntry)
        line.display = True
        line.focus()

    def action_sort(self) -> None:
        """Sort by the next of the orders."""
        place = (ORDERS.index(self.arrangement.order) + 1) % len(ORDERS)
        self.arrangement = replace(self.arrangement, order=ORDERS[place])

    def action_filter(self) -> None:
        """Ask which goals are to be shown."""
        from smart_tui.screens.filter import FilterScreen

        def chosen(arrangement: Arrangement | None) -> None:
            if arrangement is not None:
                self.arrangement = arrangement

        self.app.push_screen(FilterScreen(self._lang, self.standings, self.arrangement), chosen)

    def action_fold(self, fold: bool | None = None) -> None:  # noqa: FBT001  # the binding's own argument
        """Fold the selected goal's smaller ones away, or show them; left of a leaf lies its larger goal."""
        row = self.query_one(GoalList).selected
        if row is None or self.arrangement.order is not Order.URGENCY:
            return
        goal_id, folded = row.standing.goal.id, self.arrangement.folded
        has_smaller = bool(row.standing.children)
        if fold and (not has_smaller or goal_id in folded):
            self.query_one(GoalList).go_to(row.standing.parent)
        elif has_smaller:
            hide = goal_id not in folded if fold is None else fold
            self.arrangement = replace(
                self.arrangement, folded=folded | {goal_id} if hide else folded - {goal_id}
            )

    def action_show_all(self) -> None:
        """Leave nothing out, the most urgent first."""
        line = self.query_one(SearchEntry)
        line.display = False
        with line.prevent(Input.Changed):
            line.value = ""
        self.arrangement = Arrangement(folded=self.arrangement.folded)

    @on(Input.Changed, "SearchEntry")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.arrangement = replace(self.arrangement, wanted=event.value)

    @on(SearchEntry.Left)
    def _leave_search(self, event: SearchEntry.Left) -> None:
        event.stop()
        if not event.keep or not event.search.value.strip():
            event.search.display = False
            event.search.value = ""
        self.set_focus(self.query_one(GoalList))

    def _arrange(self) -> None:
        self.rows = arranged(self.standings, self.arrangement)
        shown = len({row.standing.place for row in self.rows})
        said = [order_text(self._lang, self.arrangement.order)]
        if self.arrangement.sifts:
            said.append(arrangement_text(self._lang, self.arrangement, shown, len(self.standings)))
        told = [text for text in said if text]
        self.sifted = " · ".join([*told, self._lang.say("Esc shows all")]) if told else ""
