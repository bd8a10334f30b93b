"""From bytes that were read to bytes that say one thing more: splice, read again, compare, or refuse."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from typing import Any

from smart_tui.goals.model import Goal
from smart_tui.store import kit
from smart_tui.store.block import table_of, text_of
from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.document import Document
from smart_tui.store.edits import Edit, without
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.layout import Unplaceable, layout_of_file
from smart_tui.store.reader import VERSION_WE_WRITE, Reading, read_again
from smart_tui.store.regions import Regions
from smart_tui.store.values import newline_of, render_entry

Table = dict[str, Any]

TOO_MUCH = {Misread.TOO_LARGE, Misread.TOO_MANY, Misread.LONG_LINE}
"""Why a file that says what was asked could not be read again: nothing is written that this program will not read."""
NEW_FILE: Table = {"version": VERSION_WE_WRITE}
"""What a file says that held nothing yet."""


def change_goal(reading: Reading, place: int, edits: Sequence[Edit]) -> Reading:
    """Edit one goal; raises CannotSave when no way of editing says exactly what was asked."""
    at = reading.places[place]
    tables = list(reading.document.raw["goal"])
    tables[at] = deepcopy(tables[at])
    try:
        for edit in edits:
            edit.alter(tables[at])
        start, end = Regions(reading.document).region(at)
    except (Unplaceable, LookupError, TypeError, AttributeError):
        raise CannotSave(Refusal.VERIFY_FAILED) from None
    text = reading.document.text
    for block in edited_blocks(text[start:end], edits):
        if new := _verified(reading, text[:start] + block + text[end:], tables, (at,)):
            return new
    raise CannotSave(Refusal.VERIFY_FAILED)


def edited_blocks(block: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield a goal's edited text, in each way of editing that knows the shape it is written in."""
    for way in (_spliced, kit.edited):
        with suppress(Unplaceable):
            yield way(block, edits)


def add_goals(reading: Reading, *goals: Goal) -> Reading:
    """Append goals to the file, each after one blank line."""
    text = reading.document.text
    newline = newline_of(text)
    start = text if text.strip() else render_entry("version", VERSION_WE_WRITE, newline) + newline
    start += "" if start.endswith("\n") else newline
    start += "" if start.replace("\r", "").endswith("\n\n") else newline
    there = reading.document.raw.get("goal", [])
    if not isinstance(there, list):  # `goal = 1`: there is no list to append to
        raise CannotSave(Refusal.VERIFY_FAILED)
    tables = list(there)
    added = range(len(tables), len(tables) + len(goals))
    tables += map(table_of, goals)
    text = start + newline.join(text_of(goal, newline) for goal in goals)
    return _insisted(_verified(reading, text, tables, added))


def delete_goal(reading: Reading, place: int) -> Reading:
    """Remove a goal with the comments directly above it."""
    at = reading.places[place]
    tables = list(reading.document.raw["goal"])
    del tables[at]
    try:
        sections = layout_of_file(reading.document.text).goals[at]
    except (Unplaceable, IndexError):
        raise CannotSave(Refusal.VERIFY_FAILED) from None
    return _insisted(_verified(reading, without(reading.document.text, sections), tables, ()))


def _spliced(block: str, edits: Sequence[Edit]) -> str:
    for edit in edits:
        block = edit.splice(block)
    return block


def _insisted(reading: Reading | None) -> Reading:
    if reading is None:
        raise CannotSave(Refusal.VERIFY_FAILED)
    return reading


def _verified(old: Reading, text: str, tables: list[Table], touched: Collection[int]) -> Reading | None:
    """Read the new text; None unless it holds these goals and all else that the old one held."""
    try:
        new = read_again(Document.of(old.document.data(text), old.document), old, touched)
    except CannotRead as error:
        if error.problems[0].code in TOO_MUCH:
            raise CannotSave(Refusal.TOO_LARGE) from None
        return None
    written = new.document.raw.get("goal", [])
    if len(written) != len(tables) or _others(new) != _others(old) | (
        {} if old.document.text.strip() else NEW_FILE
    ):
        return None
    for place, (ours, asked) in enumerate(zip(written, tables, strict=True)):
        if _exact(ours) != _exact(asked) if place in touched else ours != asked:
            return None
    return new


def _others(reading: Reading) -> Table:
    return {key: value for key, value in reading.document.raw.items() if key != "goal"}


def _exact(value: Any) -> Any:
    """Make a value comparable with its type, for 1 == true; an empty table is as good as none."""
    if isinstance(value, dict):
        inner = {key: _exact(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item not in ({}, [])}
    if isinstance(value, list):
        return [_exact(item) for item in value]
    return type(value).__name__, str(value)
