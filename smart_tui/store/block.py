"""A new goal's whole text: its five tables and its history, only the fields that have values."""

from typing import Any

from smart_tui.goals.model import Goal
from smart_tui.store.codecs import Record
from smart_tui.store.fields import LETTERS, TOP, derived_direction, history_of
from smart_tui.store.values import render_entry

_TOP = Record(Goal, TOP)


def table_of(goal: Goal) -> dict[str, Any]:
    """Give the goal as the TOML data that its text says."""
    table: dict[str, Any] = _TOP.write(goal)
    measure = goal.measurable
    records = {**LETTERS, "history": history_of(measure.kind)}
    parts = {name: record.write(getattr(goal, name)) for name, record in records.items()}
    if measure.direction is derived_direction(measure.kind, measure.baseline, measure.target):
        del parts["measurable"]["direction"]
    return table | {name: part for name, part in parts.items() if part}


def text_of(goal: Goal, newline: str) -> str:
    """Give the goal's block, from its header to the end of its last line."""
    table = table_of(goal)
    parts = {key: value for key, value in table.items() if isinstance(value, dict)}
    sections = [("[[goal]]", {key: value for key, value in table.items() if key not in parts})]
    sections += ((f"[goal.{name}]", part) for name, part in parts.items())
    return (newline * 2).join(
        newline.join([header, *(render_entry(key, value, newline) for key, value in entries.items())])
        for header, entries in sections
    ) + newline
