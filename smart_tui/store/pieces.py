"""A goal file cut at its goals: what stands before them, each one's own text, and what stands after it."""

from collections import Counter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.tree import same
from smart_tui.store.layout import Unplaceable, end_of_text, layout_of_file
from smart_tui.store.reader import Reading

Key = tuple[str, int]
"""A goal's id, and which of those of this id it is."""


class Piece(Struct, frozen=True):
    """One goal: its table, its text with the comments directly above it, and what stands before the next goal."""

    table: dict[str, Any]
    text: str
    trail: str
    """Blank lines, and tables that are not ours."""


class Pieces(Struct, frozen=True):
    """A file as the texts that it is joined of."""

    head: str
    goals: dict[Key, Piece]
    others: dict[str, Any]
    """Everything that the file says outside of its goals."""

    @classmethod
    def of(cls, reading: Reading) -> "Pieces":
        """Cut a file that was read; raises Unplaceable."""
        text, raw = reading.document.text, reading.document.raw
        layout = layout_of_file(text)
        leads = [own[0].lead for own in layout.goals]
        tables = raw.get("goal", [])
        if not isinstance(tables, list) or len(leads) != len(tables) or len(leads) != len(reading.places):
            raise Unplaceable
        goals: dict[Key, Piece] = {}
        seen: Counter[str] = Counter()
        for place, (goal, start) in enumerate(zip(reading.file.goals, leads, strict=True)):
            end = end_of_text(text, start, layout.region(place)[1])
            until = leads[place + 1] if place + 1 < len(leads) else len(text)
            goals[same(goal.id), seen[same(goal.id)]] = Piece(tables[place], text[start:end], text[end:until])
            seen[same(goal.id)] += 1
        head = text[: leads[0]] if leads else text
        return cls(head, goals, {key: value for key, value in raw.items() if key != "goal"})

    def put(self, key: Key, piece: Piece, above: str | None = None) -> "Pieces":
        """Give the pieces with this goal in the place of the one of its key, else above another one or at the end."""
        goals = list(self.goals.items())
        if key in self.goals:
            return replace(self, goals=self.goals | {key: piece})
        places = (place for place, (other, _) in enumerate(goals) if other[0] == above)
        goals.insert(next(places, len(goals)), (key, piece))
        return replace(self, goals=dict(goals))

    def without(self, key: Key) -> "Pieces":
        """Give the pieces without a goal; what stood below it belongs to the file, and stays."""
        keys = list(self.goals)
        place, trail = keys.index(key), self.goals[key].trail
        goals = {other: piece for other, piece in self.goals.items() if other != key}
        if place == 0:
            return replace(self, head=self.head + trail if trail.strip() else self.head, goals=goals)
        above = goals[keys[place - 1]]
        if trail.strip():
            trail = above.trail + trail
        elif place + 1 < len(keys) or above.trail.strip():
            trail = above.trail
        return replace(self, goals=goals | {keys[place - 1]: replace(above, trail=trail)})

    def text(self, newline: str) -> str:
        """Put everything together again."""
        return joined(self.head, [(piece.text, piece.trail) for piece in self.goals.values()], newline)


def joined(head: str, blocks: list[tuple[str, str]], newline: str) -> str:
    """Put head and goals with their trails together; where two texts met before, nothing comes between them."""
    text = head
    for block, trail in blocks:
        for part in (block, trail):
            if not part:
                continue
            if text and not text.endswith("\n"):
                text += newline
            if text and part is block and not text.replace("\r", "").endswith("\n\n"):
                text += newline
            text += part
    return text
