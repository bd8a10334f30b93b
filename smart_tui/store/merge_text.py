"""The words of a merged file: both sides' lines where they fit together, else ours with what is new in theirs."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from smart_tui.store.document import table_of_block
from smart_tui.store.layout import Unplaceable
from smart_tui.store.rewrite import edited_blocks
from smart_tui.store.scan import comments
from smart_tui.store.tables import edits_between
from smart_tui.store.values import newline_of
from smart_tui.store.weave import GONE, alignable, same, woven


def merged_heads(ours: str, theirs: str, base: str | None) -> Iterator[str]:
    """Yield what may stand before the goals, best first; what it says is set right afterwards."""
    newline = newline_of(ours)
    if base is not None and theirs in {base, ours}:
        yield ours
    elif base is not None and (lines := _woven_lines(base, ours, theirs, newline)) is not None:
        yield lines
    yield ours + _comments_lost(ours, theirs, base or "", newline)


def merged_block(
    ours: str, theirs: str, base: str | None, our_table: dict[str, Any], table: dict[str, Any]
) -> str:
    """Give the text of a goal that both sides wrote and that says `table`; raises Unplaceable."""
    newline = newline_of(ours)
    for text in _ways(ours, theirs, base, our_table, table):
        if same(table_of_block(text), table):
            return text + _comments_lost(text, theirs, base or "", newline)
    raise Unplaceable


def _ways(
    ours: str, theirs: str, base: str | None, our_table: dict[str, Any], table: dict[str, Any]
) -> Iterator[str]:
    if base is not None and (lines := _woven_lines(base, ours, theirs, newline_of(ours))) is not None:
        yield lines
    yield from edited_blocks(ours, list(edits_between(our_table, table)))


def _woven_lines(base: str, ours: str, theirs: str, newline: str) -> str | None:
    """Merge line by line; of a line that both sides changed, both stand there. None for texts that are too long."""
    old, mine, yours = (text.replace("\r\n", "\n").split("\n") for text in (base, ours, theirs))
    if not (alignable(old, mine) and alignable(old, yours)):
        return None
    return newline.join(woven(old, mine, yours, lambda *_: GONE, twice=False, paired=False))


def _comments_lost(text: str, theirs: str, base: str, newline: str) -> str:
    """Give the comments that the other side wrote and the text lacks, as lines of their own."""
    old = Counter(comments(base))
    left = (Counter(comments(theirs)) - old) - (Counter(comments(text)) - old)
    if not left:
        return ""
    lines = "".join(f"{comment}{newline}" for comment in left.elements())
    return lines if text.endswith("\n") or not text else newline + lines
