"""The goals, line by line: sections, trees, one line a goal. Drawn from plain data, so a key costs two lines."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from smart_tui.goals.hindrance import Hindrance
from smart_tui.goals.outline import Row, Section
from smart_tui.goals.standing import Standing
from smart_tui.widgets.goal_line import GAP, LEFT, Columns, GoalLine, columns, draw, goal_line, note
from smart_tui.widgets.list_lines import ListLine, Part, found, laid_out, section_name
from smart_tui.widgets.painted import Painted, Pieces
from smart_tui.widgets.plain_text import cut, wrapped
from smart_tui.words.language import Language, msgid

MEASURED_ROWS = 200
"""Columns are as wide as the first so many rows need; a wider value further down is cut."""
INVITATION = (
    msgid("No goals yet. Press n to turn a wish into a goal that you can count and date."),
    msgid("To look around first, leave with q and type: smart-tui demo"),
)


class GoalList(Painted, can_focus=True):
    """A cursor over the rows of the outline; it stays on its goal when the rows change."""

    DEFAULT_CSS = """
    GoalList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "down,j",
            "move(1)",
            msgid("next goal"),
            show=False,
            id="list.down",
            tooltip=msgid("Go to the next goal"),
        ),
        Binding(
            "up,k",
            "move(-1)",
            msgid("previous goal"),
            show=False,
            id="list.up",
            tooltip=msgid("Go to the goal before"),
        ),
        Binding(
            "home,g",
            "first",
            msgid("first goal"),
            show=False,
            id="list.first",
            tooltip=msgid("Go to the first goal"),
        ),
        Binding(
            "end,G",
            "last",
            msgid("last goal"),
            show=False,
            id="list.last",
            tooltip=msgid("Go to the last goal"),
        ),
        Binding(
            "pagedown",
            "page(1)",
            msgid("a page down"),
            show=False,
            id="list.page-down",
            tooltip=msgid("Go down by a page"),
        ),
        Binding(
            "pageup",
            "page(-1)",
            msgid("a page up"),
            show=False,
            id="list.page-up",
            tooltip=msgid("Go up by a page"),
        ),
        Binding(
            "space",
            "screen.fold",
            msgid("fold"),
            show=False,
            id="list.fold",
            tooltip=msgid("Fold the goals under this one away, or show them"),
        ),
        Binding(
            "left",
            "screen.fold(True)",
            msgid("fold"),
            show=False,
            id="list.left",
            tooltip=msgid("Fold; on a goal without smaller ones: to the larger one"),
        ),
        Binding(
            "right",
            "screen.fold(False)",
            msgid("unfold"),
            show=False,
            id="list.right",
            tooltip=msgid("Unfold"),
        ),
        Binding(
            "enter", "choose", msgid("open"), id="list.open", tooltip=msgid("Show everything about the goal")
        ),
    ]

    rows: var[tuple[Row, ...]] = var(())
    """The outline."""
    cursor: var[int] = var(0)
    """Which row is selected."""
    place: var[int | None] = var(None)
    """Place in the file of the selected goal, None where there is none."""
    hindrance: var[Hindrance | None] = var(None)
    """What keeps goals from being decided about."""

    @dataclass
    class Chosen(Message):
        """The goal is to be opened."""

        place: int

    def __init__(self, lang: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang = lang
        self._list_lines: tuple[ListLine, ...] = ()
        self._tops: tuple[int, ...] = ()
        self._said: dict[int, GoalLine] = {}
        self._columns: tuple[int, Columns] | None = None

    @property
    def selected(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def watch_rows(self, before: tuple[Row, ...], after: tuple[Row, ...]) -> None:
        """Lay the new rows out, the cursor on the goal where it was."""
        self._list_lines = laid_out(after)
        self._tops = tuple(y for y, line in enumerate(self._list_lines) if line.part is Part.GOAL)
        self._said, self._columns = {}, None
        was = before[self.cursor] if self.cursor < len(before) else None
        self.set_reactive(GoalList.cursor, found(was, after, self.cursor))
        self.virtual_size = Size(self.content_size.width, len(self._list_lines))
        if len(self._list_lines) > self.app.size.height:
            # Found out only once it is laid out, it would have everything laid out and painted twice.
            self.show_vertical_scrollbar = True
        self.refresh()
        if self.is_mounted:
            self._show_cursor()
        self._follow()

    def watch_cursor(self, before: int, after: int) -> None:
        """Repaint the two lines that look different."""
        if before == after:
            return
        width = self.scrollable_content_region.width
        for row in (before, after):
            if row < len(self._tops):
                self.refresh(Region(0, self._tops[row] - self.scroll_offset.y, width, 1))
        self._show_cursor()
        self._follow()

    def watch_hindrance(self) -> None:
        """Offer decisions, or not."""
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        y += self.scroll_offset.y
        if not self.rows:
            return self._invitation(y)
        if y >= len(self._list_lines):
            return self.paint(())
        line = self._list_lines[y]
        if line.part is Part.GOAL:
            selected = line.row == self.cursor
            pieces = draw(self._line(line.row), self._shares(), selected=selected)
            return self.paint(pieces, ground="selected" if selected else None)
        return self.paint(self._between(line))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._show_cursor()

    def action_move(self, step: int) -> None:
        """Go so many rows down."""
        self.cursor += step

    def action_page(self, pages: int) -> None:
        """Go by what the window holds."""
        if self._tops:
            y = self._tops[self.cursor] + pages * max(self.size.height - 2, 1)
            ahead = [row for row, top in enumerate(self._tops) if (top - y) * pages <= 0]
            self.cursor = (max(ahead) if pages > 0 else min(ahead)) if ahead else self.cursor

    def go_to(self, place: int | None) -> None:
        """Put the cursor on the goal at a place in the file, if it is shown."""
        rows = [row for row, shown in enumerate(self.rows) if shown.standing.place == place]
        if rows:
            self.cursor = rows[-1]

    def action_first(self) -> None:
        """Go to the first goal."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last goal."""
        self.cursor = len(self.rows) - 1

    def action_choose(self) -> None:
        """Open the goal under the cursor."""
        if self.selected is not None:
            self.post_message(self.Chosen(self.selected.standing.place))

    def on_click(self, event: events.Click) -> None:
        """Select what was clicked; twice opens it."""
        y = event.y + self.scroll_offset.y
        if y < len(self._list_lines) and self._list_lines[y].row >= 0:
            self.cursor = self._list_lines[y].row
            if event.chain > 1:
                self.action_choose()

    def _follow(self) -> None:
        self.place = self.selected.standing.place if self.selected else None

    def _show_cursor(self) -> None:
        if self.cursor >= len(self._tops):
            return
        top = self._tops[self.cursor]
        first = 0 if self.cursor == 0 else top - 1 if self._list_lines[top - 1].part is Part.RULE else top
        last = top + 1 if self._list_lines[top + 1 : top + 2] == (ListLine(Part.NOTE, self.cursor),) else top
        at, height = self.scroll_offset.y, self.size.height
        if first < at:
            self.scroll_to(y=first, animate=False)
        elif last >= at + height > 0:
            self.scroll_to(y=last - height + 1, animate=False)

    def _line(self, row: int) -> GoalLine:
        if row not in self._said:
            self._said[row] = goal_line(self._lang, self.rows[row])
        return self._said[row]

    def _shares(self) -> Columns:
        width = self.scrollable_content_region.width
        if self._columns is None or self._columns[0] != width:
            sample = [self._line(row) for row in range(min(len(self.rows), MEASURED_ROWS))]
            self._columns = width, columns(width, sample)
        return self._columns[1]

    def _between(self, line: ListLine) -> Pieces:
        width = self.scrollable_content_region.width
        match line.part:
            case Part.RULE:
                return self._rule(self.rows[line.row], width)
            case Part.NOTE:
                return self._note(self.rows[line.row], width - LEFT - 2)
            case _:
                return ()

    def _note(self, row: Row, room: int) -> Pieces:
        """Say what an overdue goal holds up, and how to decide about it where there is room for that."""
        said, key = note(self._lang, row.standing, self._larger(row)), self._lang.say("Enter to decide")
        indent = ("muted", " " * LEFT)
        if self.hindrance is None and cell_len(said) + GAP + cell_len(key) <= room:
            return (indent, ("muted", said + " " * GAP), ("accent", key))
        return (indent, ("muted", cut(said, room)))

    def _invitation(self, y: int) -> Strip:
        if self.hindrance is not None:
            return self.paint(())
        width = max(self.scrollable_content_region.width - 4, 1)
        said = [wrapped(self._lang.say(text), width) for text in INVITATION]
        lines = [("text", line) for line in said[0]] + [("muted", line) for line in said[1]]
        return self.paint((("text", "  "), lines[y]) if y < len(lines) else ())

    def _rule(self, row: Row, width: int) -> Pieces:
        name = self._lang.say(section_name(self.rows, row))
        style = "alarm" if row.section is Section.OVERDUE else "heading"
        return ((style, f"  {name} "), ("line", "─" * max(width - len(name) - 5, 0)))

    def _larger(self, row: Row) -> Standing | None:
        return next((r.standing for r in self.rows if r.standing.place == row.standing.parent), None)
