"""Changing what stands outside the goals: values of the file itself, and tables that are not ours."""

from collections.abc import Iterator
from typing import Any

from smart_tui.store.document import Document
from smart_tui.store.edits import Edit, Put, Take
from smart_tui.store.tables import edits_between
from smart_tui.store.weave import same


def top_edited(text: str, wanted: dict[str, Any]) -> str:
    """Give the text of a file that says all this outside its goals; raises Unplaceable, CannotRead."""
    raw = Document.of(text.encode()).raw
    now = {key: value for key, value in raw.items() if key != "goal"}
    for edit in _edits(now, wanted):
        text = edit.splice(text, ())
    return text


def _edits(now: dict[str, Any], wanted: dict[str, Any]) -> Iterator[Edit]:
    for key, value in now.items():
        if key not in wanted:
            yield Take((key,))
        elif isinstance(value, dict) and isinstance(wanted[key], dict):
            yield from edits_between(value, wanted[key], (key,))
        elif not same(value, wanted[key]):
            yield Put((key,), wanted[key])
    yield from (Put((key,), value) for key, value in wanted.items() if key not in now)
