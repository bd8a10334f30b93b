"""The smallest changes of one goal: what each does to its data, and where it goes in its text."""

from abc import abstractmethod
from functools import reduce
from typing import Any

from msgspec import Struct

from smart_tui.store.abstract import AbstractStruct
from smart_tui.store.arrays import append_lines, insert_item, put_in_table, take_from_table, take_item
from smart_tui.store.layout import Layout, Section, Unplaceable
from smart_tui.store.scan import Path
from smart_tui.store.values import dotted, newline_of, render, render_entry

TABLES = ("specific", "measurable", "achievable", "relevant", "timebound", "history")
"""The order of a goal's tables."""
IN_LINES = frozenset({"checkins", "decisions", "leads"})
"""Arrays that stand one table a line from their first item on."""

GOAL: Path = ("goal", 0)
"""Where a goal lies in its own text; the file itself lies at `()`."""


class Edit(Struct, metaclass=AbstractStruct, frozen=True):
    """A change at a path below a goal."""

    @abstractmethod
    def alter(self, goal: dict[str, Any]) -> None:
        """Do it to the goal's data, in place."""

    @abstractmethod
    def splice(self, block: str, base: Path = GOAL) -> str:
        """Do it to the text in which `base` lies, a goal's by itself; raises Unplaceable."""

    def singly(self) -> "tuple[Edit, ...]":
        """Give the changes of one value each that it consists of."""
        return (self,)


class Put(Edit, frozen=True):
    """Give a key, new or not, or an item of a list this value."""

    path: Path
    value: Any

    def alter(self, goal: dict[str, Any]) -> None:
        """Set it."""
        _reach(goal, self.path[:-1])[self.path[-1]] = self.value

    def splice(self, block: str, base: Path = GOAL) -> str:
        """Replace the value, and nothing else of its line; else add the key where it belongs."""
        layout = Layout.of(block)
        path = base + self.path
        if spot := layout.locate(path):
            return block[: spot.value] + render(self.value) + block[spot.end :]
        if layout.under(path):
            raise Unplaceable
        return _add(layout, path, self.value)


class Take(Edit, frozen=True):
    """Remove a key, or an item of a list."""

    path: Path

    def alter(self, goal: dict[str, Any]) -> None:
        """Remove it."""
        del _reach(goal, self.path[:-1])[self.path[-1]]

    def splice(self, block: str, base: Path = GOAL) -> str:
        """Remove its line but keep a comment that stands on it; of an item, its own lines."""
        layout = Layout.of(block)
        path = base + self.path
        if entry := layout.entry(path):
            comment = block[entry.end : entry.after].lstrip(" \t")
            kept = _indent(block, entry.start) + comment if comment.startswith("#") else ""
            return block[: entry.start] + kept + block[entry.after :]
        if sections := layout.under(path):
            # Blank lines at the foot stand between this goal and what follows it.
            foot = sections[-1].content_end if not block[sections[-1].content_end :].strip() else len(block)
            return without(block[:foot], sections) + block[foot:]
        container, step = layout.locate(path[:-1]), path[-1]
        if container is None:
            raise Unplaceable
        if isinstance(step, int):
            return take_item(block, container, step)
        cut = take_from_table(block, container, (step,))
        if cut is None:
            raise Unplaceable
        return cut


class Insert(Edit, frozen=True):
    """Put an item into a list, which may not be there yet."""

    path: Path
    index: int
    value: Any

    def alter(self, goal: dict[str, Any]) -> None:
        """Insert it."""
        parent = _reach(goal, self.path[:-1])
        parent.setdefault(self.path[-1], []).insert(self.index, self.value)

    def splice(self, block: str, base: Path = GOAL) -> str:
        """Insert it in the style in which the list is written."""
        layout = Layout.of(block)
        path = base + self.path
        in_lines = self.path[-1] in IN_LINES
        if spot := layout.locate(path):
            return insert_item(block, spot, self.index, self.value, in_lines=in_lines)
        if layout.section((*path, 0)):
            return _add_section_of_array(layout, path, self.index, self.value)
        return _add(layout, path, [self.value])


class Extend(Edit, frozen=True):
    """Put many items at the end of a list, which may not be there yet."""

    path: Path
    index: int
    """The place of the first one."""
    values: tuple[Any, ...]

    def alter(self, goal: dict[str, Any]) -> None:
        """Append them."""
        for insert in self.singly():
            insert.alter(goal)

    def splice(self, block: str, base: Path = GOAL) -> str:
        """Append the first as `Insert` does, and the others below it at once where they stand a line each."""
        first, *others = self.singly()
        block = first.splice(block, base)
        spot = Layout.of(block).locate(base + self.path) if others else None
        rows = append_lines(block, spot, self.values[1:]) if spot else None
        return rows or reduce(lambda text, insert: insert.splice(text, base), others, block)

    def singly(self) -> tuple[Edit, ...]:
        """Give an insertion for each item."""
        return tuple(Insert(self.path, place, value) for place, value in enumerate(self.values, self.index))


def without(text: str, sections: tuple[Section, ...]) -> str:
    """Remove tables with the comments directly above them and the blank lines below."""
    for section in reversed(sections):
        end = section.content_end
        while (line_end := text.find("\n", end)) >= 0 and not text[end:line_end].strip():
            end = line_end + 1
        text = text[: section.lead] + text[end:]
    return text


def _reach(data: Any, path: Path) -> Any:
    for step in path:
        data = data.setdefault(step, {}) if isinstance(data, dict) else data[step]
    return data


def _add(layout: Layout, path: Path, value: Any) -> str:
    """Add a key after the last of its table; a table that is missing comes in the order of the letters."""
    parent, key = path[:-1], str(path[-1])
    text = layout.text
    if spot := layout.locate(parent):
        return put_in_table(text, spot, (key,), value)
    if section := layout.section(parent):
        return _add_entry(text, section, key, value)
    for entry in reversed(list(layout.entries())):
        if entry.path[: len(parent)] == parent:
            table = next(s for s in layout.sections if entry in s.entries)
            line = (
                _indent(text, entry.start) + dotted((*parent[len(table.path) :], key)) + " = " + render(value)
            )
            return _add_line(text, entry.after, line)
    if len(parent) != len(GOAL) + 1 or parent[-1] not in TABLES:
        raise Unplaceable
    return _add_table(layout, str(parent[-1]), key, value)


def _add_entry(text: str, section: Section, key: str, value: Any) -> str:
    # The id comes first, as in every goal that this program writes.
    at = section.after if key == "id" else section.content_end
    indent = _indent(text, section.entries[-1].start if section.entries else section.start)
    return _add_line(text, at, render_entry(key, value, newline_of(text), indent))


def _add_table(layout: Layout, table: str, key: str, value: Any) -> str:
    text, newline = layout.text, newline_of(layout.text)
    before = [s for s in layout.goals[0] if _rank(s) < TABLES.index(table)][-1]
    at = _foot(text, before.content_end)
    indent = _indent(text, before.start)
    lines = f"{newline}{indent}[goal.{table}]{newline}{render_entry(key, value, newline, indent)}"
    return _add_line(text, at, lines)


def _rank(section: Section) -> int:
    if section.path == GOAL:
        return -1
    table = section.path[len(GOAL)]
    return TABLES.index(str(table)) if table in TABLES else len(TABLES)


def _foot(text: str, at: int) -> int:
    """Give the end of the comments that follow directly, unless they belong to a header below them."""
    end = at
    while text[end:].lstrip(" \t").startswith("#"):
        line_end = text.find("\n", end)
        if line_end < 0:
            return len(text)
        end = line_end + 1
    return at if text[end:].lstrip(" \t").startswith("[") else end


def _add_section_of_array(layout: Layout, path: Path, index: int, value: Any) -> str:
    if layout.section((*path, index)) or not isinstance(value, dict):
        raise Unplaceable
    text, newline = layout.text, newline_of(layout.text)
    last = layout.under((*path, index - 1))
    model = last[0]
    indent = _indent(text, model.start)
    inner = _indent(text, model.entries[-1].start) if model.entries else indent
    lines = [indent + model.header, *(f"{inner}{dotted((key,))} = {render(it)}" for key, it in value.items())]
    if text[: model.lead].replace("\r", "").endswith("\n\n"):
        lines.insert(0, "")
    return _add_line(text, last[-1].content_end, newline.join(lines))


def _add_line(text: str, at: int, line: str) -> str:
    newline = newline_of(text)
    if at == 0 or text[at - 1] == "\n":
        return text[:at] + line + newline + text[at:]
    return text[:at] + newline + line + text[at:]


def _indent(text: str, line_start: int) -> str:
    line = text[line_start:]
    return line[: len(line) - len(line.lstrip(" \t"))]
