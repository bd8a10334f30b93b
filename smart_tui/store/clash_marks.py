"""What stays in a merged file where both sides had changed the same thing: a comment that keeps the other value."""

from collections.abc import Sequence

from msgspec import Struct

from smart_tui.store.layout import Layout
from smart_tui.store.merge_signs import SIGN
from smart_tui.store.scan import Path
from smart_tui.store.tables import Clash
from smart_tui.store.values import dotted, newline_of, render
from smart_tui.store.weave import GONE


class GoalClash(Struct, frozen=True):
    """A clash in a goal, or in the file itself (`goal` is empty)."""

    goal: str
    """The goal's id, folded for comparison."""
    clash: Clash
    decided: bool
    """Whether a person has said which side counts."""


def marked(text: str, clashes: Sequence[GoalClash]) -> str:
    """Put a comment for each clash directly above what it is about."""
    for clash in clashes:
        line = f"{SIGN} {_said(clash.clash)}"
        if line not in text:
            text = _put(text, _place(text, clash), line)
    return text


def _said(clash: Clash) -> str:
    # Data rather than a sentence: it is read by people of either language, beside the field itself.
    name, theirs = dotted(clash.path) or "goal", clash.theirs
    if theirs is GONE:
        return f"{name} = (deleted)"
    return f"{name} = {render(theirs)}" if clash.path else f"{name} = (changed)"


def _place(text: str, clash: GoalClash) -> int:
    """Give the start of the line above which the comment goes: of the value itself, or of the table around it."""
    layout = Layout.of(text)
    base: Path = ("goal", 0) if clash.goal else ()
    path = base + clash.clash.path
    for length in range(len(path), len(base), -1):
        if entry := layout.entry(path[:length]):
            return entry.start
        if (section := layout.section(path[:length])) and section.path:
            return section.start
    return layout.goals[0][0].start if clash.goal else 0


def _put(text: str, at: int, line: str) -> str:
    written = text[at:]
    indent = written[: len(written) - len(written.lstrip(" \t"))]
    return f"{text[:at]}{indent}{line}{newline_of(text)}{text[at:]}"
