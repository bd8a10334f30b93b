"""A table as plain strings, and what each of its columns holds."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice
from types import MappingProxyType

from msgspec import Struct

from smart_tui.coach.answers import Doubt
from smart_tui.coach.lexicon import column_names, folded
from smart_tui.coach.reading import Unreadable
from smart_tui.goals.draft import NEVER_STORED, Field

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Before a text that begins so, exports put an apostrophe that is not the person's."""


MOST_WRONG = 100
"""After so many wrong rows nobody wants to hear of the rest."""


class Column(StrEnum):
    """What a column can hold besides the fields of a goal. Values are those of the lexicon."""

    ID = "id"
    DATE = "date"
    GOAL = "goal"
    VALUE = "value"
    NOTE = "note"
    UPDATED = "updated"


class Shape(StrEnum):
    """What the rows of a table are."""

    GOALS = "goals"
    EVENTS = "events"


Holds = Column | Field
_HOLDS: Mapping[str, Holds] = MappingProxyType(
    {field.name.lower(): field for field in Field} | {column.value: column for column in Column}
)


class Row(Struct, frozen=True):
    """One row and the line on which it starts; of a list, its place."""

    line: int
    cells: tuple[str, ...]
    checkins: tuple[Mapping[str, str], ...] = ()
    """What our own JSON says of a goal's history, still as text."""


class Wrong(Struct, frozen=True):
    """A cell that cannot be taken: which, and why.

    Codes besides those of numbers and dates: `missing`, `too-many-cells`, `too-many-goals`, `no-such-goal`,
    `circle`, `after-today`, `not-yes-or-no`, `other-unit`, `needs-value`.
    """

    line: int
    holds: Holds | None
    """What the cell is for; None where the whole row is meant."""
    heading: str
    typed: str
    doubt: Doubt


class Table(Struct, frozen=True):
    """A table whose headings were understood."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    places: Mapping[Holds, int]
    listed: bool = False
    """Whether the rows are those of a list, not of a text with lines."""

    @classmethod
    def of(
        cls, headings: Iterable[str], rows: Iterable[Row], named: Mapping[Column, str] | None = None
    ) -> "Table":
        """Understand the headings, in either language; `named` says which column holds what in spite of them."""
        headings = tuple(heading.strip() for heading in headings)
        places: dict[Holds, int] = {}
        for place, heading in enumerate(headings):
            if (name := column_names().get(folded(heading))) is not None:
                places.setdefault(_HOLDS[name], place)
        wishes = {folded(heading): column for column, heading in (named or {}).items()}
        for place, heading in enumerate(headings):
            if (column := wishes.pop(folded(heading), None)) is not None:
                places = {holds: at for holds, at in places.items() if at != place} | {column: place}
        return cls(headings, tuple(rows), MappingProxyType(places))

    @property
    def shape(self) -> Shape | None:
        """What the rows are; None when no column tells."""
        has = self.places.keys()
        if Column.DATE in has and not has & {Field.TARGET, Field.DEADLINE}:
            return Shape.EVENTS
        return Shape.GOALS if has & {Field.TITLE, Field.SENTENCE, Field.METRIC, Column.GOAL} else None

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings of columns that nothing is read from."""
        fits = (
            {Column.DATE, Column.GOAL, Column.VALUE, Column.NOTE}
            if self.shape is Shape.EVENTS
            else {*Field, Column.ID, Column.GOAL, Column.VALUE, Column.UPDATED} - NEVER_STORED
        )
        used = {place for holds, place in self.places.items() if holds in fits}
        return tuple(heading for place, heading in enumerate(self.headings) if heading and place not in used)

    def has(self, heading: str) -> bool:
        """Whether a column bears this heading."""
        return folded(heading) in map(folded, self.headings)

    def cell(self, row: Row, holds: Holds) -> str:
        """Give what a row says of something, empty where it says nothing."""
        place = self.places.get(holds)
        if place is None or place >= len(row.cells):
            return ""
        text = row.cells[place].strip()
        return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text

    def heading(self, holds: Holds) -> str:
        """Give the heading of a column as it is written; empty where there is none."""
        place = self.places.get(holds)
        return "" if place is None else self.headings[place]

    def wrong(self, row: Row, holds: Holds, doubt: Doubt) -> Wrong:
        """Name a cell that cannot be taken."""
        return Wrong(row.line, holds, self.heading(holds), self.cell(row, holds), doubt)

    def overlong(self) -> list[Wrong]:
        """Give the rows that say more than there are columns: a comma that is no separator (1,5) does that."""
        width = len(self.headings)
        found = (
            Wrong(row.line, None, "", "", Unreadable("too-many-cells", " ".join(row.cells[width:])))
            for row in self.rows
            if any(cell.strip() for cell in row.cells[width:])
        )
        return list(islice(found, MOST_WRONG))
