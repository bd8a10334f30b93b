"""Where the goals lie in a file's text, without looking over more of it than the goal that is asked for."""

from bisect import bisect_right
from itertools import accumulate

from smart_tui.store.document import Document
from smart_tui.store.layout import Layout, Unplaceable, layout_of_file
from smart_tui.store.limits import HEADING
from smart_tui.store.slices import Slice


class Regions:
    """The goals of a document, by their place in the file's own list."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._slices = document.slices if all(it.is_one_goal for it in document.slices[1:]) else ()
        self._starts = (0, *accumulate(len(it.text) for it in self._slices))

    def __len__(self) -> int:
        """Give the number of goals."""
        return len(self._slices) - 1 if self._slices else len(layout_of_file(self._text).goals)

    def region(self, goal: int) -> tuple[int, int]:
        """Give the span from a goal's header to the next one, or the comments above that; raises Unplaceable."""
        if not self._slices:
            return layout_of_file(self._text).region(goal)
        if not 0 <= goal < len(self):
            raise Unplaceable
        return self._starts[goal + 1], self.lead(goal + 1)

    def lead(self, goal: int) -> int:
        """Give where the comments directly above a goal start, or its header; of the one after the last, the end."""
        if not self._slices:
            return layout_of_file(self._text).goals[goal][0].lead
        if goal == len(self):
            return len(self._text)
        return self._starts[goal] + _foot(self._slices[goal])

    def holding(self, offset: int) -> int | None:
        """Give the goal that a place of the text belongs to; None before the first one."""
        if self._slices:
            place = bisect_right(self._starts, offset) - 2
            place += place + 1 < len(self) and offset >= self.lead(place + 1)
        else:
            place = bisect_right([own[0].lead for own in layout_of_file(self._text).goals], offset) - 1
        return place if place >= 0 else None


def _foot(above: Slice) -> int:
    """Give where the comments start that stand at the foot of a slice and belong to the goal below it."""
    return Layout.of(above.text + HEADING).sections[-1].lead
