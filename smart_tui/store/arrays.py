"""Cutting items into and out of an array or inline table where it stands; its comments and its style stay."""

import re
from collections.abc import Sequence
from typing import Any

from smart_tui.store.layout import Spot
from smart_tui.store.scan import Part, parts
from smart_tui.store.values import dotted, newline_of, render, render_lines

_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\n]*|\r)?(?:\n|\Z)")


def insert_item(text: str, spot: Spot, index: int, value: Any, *, in_lines: bool) -> str:
    """Put an item into the array; into one that stands on many lines, on a line of its own."""
    items = parts(text, spot.value, spot.end)
    opening, closing = spot.value + 1, spot.end - 1
    if not items:
        return _into_empty(text, spot, value, in_lines=in_lines)
    if index < len(items):
        return _before(text, items, index, value)
    last = items[-1]
    if _starts_line(text, closing) and "\n" in text[opening:closing]:
        at = _line_start(text, closing)
        row = f"{_indent(text, last.start)}{render(value)},{newline_of(text)}"
        text = text[:at] + row + text[at:]
        return text if last.comma else text[: last.end] + "," + text[last.end :]
    if last.comma:
        return f"{text[: last.comma]} {render(value)},{text[last.comma :]}"
    if _starts_line(text, last.start):
        row = f",{newline_of(text)}{_indent(text, last.start)}{render(value)}"
    else:
        row = f", {render(value)}"
    return text[: last.end] + row + text[last.end :]


def append_lines(text: str, spot: Spot, values: Sequence[Any]) -> str | None:
    """Put items at the end of an array whose last item stands on a line of its own; None for any other."""
    items = parts(text, spot.value, spot.end)
    closing = spot.end - 1
    if not (
        items and items[-1].comma and _starts_line(text, closing) and _starts_line(text, items[-1].start)
    ):
        return None
    at, indent, newline = _line_start(text, closing), _indent(text, items[-1].start), newline_of(text)
    return text[:at] + "".join(f"{indent}{render(value)},{newline}" for value in values) + text[at:]


def _into_empty(text: str, spot: Spot, value: Any, *, in_lines: bool) -> str:
    inside = text[spot.value + 1 : spot.end - 1]
    indent = _indent(text, spot.start)
    if "\n" in inside:
        at = _line_start(text, spot.end - 1)
        return f"{text[:at]}{indent}  {render(value)},{newline_of(text)}{text[at:]}"
    array = render_lines([value], newline_of(text), indent) if in_lines else f"[{render(value)}]"
    return text[: spot.value] + array + text[spot.end :]


def _before(text: str, items: list[Part], index: int, value: Any) -> str:
    item = items[index]
    if not _starts_line(text, item.start):
        return f"{text[: item.start]}{render(value)}, {text[item.start :]}"
    # After the item above, so that the comments over this one stay its own.
    rest = None if index == 0 else _REST_OF_LINE.match(text, items[index - 1].comma or 0)
    at = rest.end() if rest else _line_start(text, item.start)
    return f"{text[:at]}{_indent(text, item.start)}{render(value)},{newline_of(text)}{text[at:]}"


def take_item(text: str, spot: Spot, index: int) -> str:
    """Take an item out of the array, with the comment on its line."""
    items = parts(text, spot.value, spot.end)
    item = items[index]
    end = item.comma or item.end
    rest = _REST_OF_LINE.match(text, end)
    if rest and rest.end() > end and _starts_line(text, item.start):
        return text[: _line_start(text, item.start)] + text[rest.end() :]
    return _cut(text, items, index)


def put_in_table(text: str, spot: Spot, path: tuple[str | int, ...], value: Any) -> str:
    """Add a key to an inline table."""
    entry = f"{dotted(path)} = {render(value)}"
    entries = parts(text, spot.value, spot.end)
    if not entries:
        return f"{text[: spot.value]}{{ {entry} }}{text[spot.end :]}"
    end = entries[-1].end
    return f"{text[:end]}, {entry}{text[end:]}"


def take_from_table(text: str, spot: Spot, path: tuple[str | int, ...]) -> str | None:
    """Take a key out of an inline table; None when it is not there."""
    entries = parts(text, spot.value, spot.end)
    index = next((place for place, entry in enumerate(entries) if entry.path == path), None)
    return None if index is None else _cut(text, entries, index)


def _cut(text: str, items: list[Part], index: int) -> str:
    """Take a part out of its line with one of the commas beside it."""
    item = items[index]
    if item.comma and (index + 1 < len(items) or index == 0):
        end = item.comma + len(text[item.comma :]) - len(text[item.comma :].lstrip(" \t"))
        return text[: item.start] + text[end:]
    if index > 0 and text[items[index - 1].end : item.start].strip() == ",":
        return text[: items[index - 1].end] + text[item.end :]
    return text[: item.start] + text[item.end :]


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _starts_line(text: str, offset: int) -> bool:
    return not text[_line_start(text, offset) : offset].strip(" \t")


def _indent(text: str, offset: int) -> str:
    line = text[_line_start(text, offset) : offset]
    return line if not line.strip(" \t") else line[: len(line) - len(line.lstrip(" \t"))]
