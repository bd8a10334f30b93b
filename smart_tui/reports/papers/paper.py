"""A paper as a value: pages of blocks, in words already, each of which every writer can set."""

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from smart_tui.reports.told import Fact, Table


class Blank(Struct, frozen=True):
    """A line for a pen, with its label; a short one leaves room for another beside it."""

    label: str
    short: bool = False


class LetterPart(Struct, frozen=True, kw_only=True):
    """One of the five letters: what it asks, and its answers or the lines for them."""

    kind: ClassVar[str] = "letter"
    letter: str
    heading: str
    """Its question, or its word."""
    meaning: str = ""
    good: Fact | None = None
    bad: Fact | None = None
    """Its tail says what is wrong with it."""
    facts: tuple[Fact, ...] = ()
    blanks: tuple[Blank, ...] = ()
    open: str = ""
    """What is still to be answered."""


class Facts(Struct, frozen=True):
    """What matters most: labels and what they say, side by side on a page."""

    kind: ClassVar[str] = "facts"
    facts: tuple[Fact, ...]


class Rows(Struct, frozen=True):
    """A table; where it is told line by line, its headings stand before the cells if these do not explain themselves."""

    kind: ClassVar[str] = "rows"
    heading: str
    table: Table
    named: bool = False
    numbers: tuple[int, ...] = ()
    """The columns that hold numbers."""
    whole: tuple[int, ...] = ()
    """The columns whose cells stay on one line."""


class Items(Struct, frozen=True):
    """A list; with boxes, one to be ticked off."""

    kind: ClassVar[str] = "items"
    heading: str
    items: tuple[Fact, ...]
    """A label is who or what it is about."""
    boxes: bool = False
    nothing: str = ""
    """What to say where there is none."""


class Sentence(Struct, frozen=True):
    """A person's own sentence, which stands out."""

    kind: ClassVar[str] = "sentence"
    text: str


class Blanks(Struct, frozen=True):
    """Lines for a pen."""

    kind: ClassVar[str] = "blanks"
    blanks: tuple[Blank, ...]
    foot: bool = False
    """Whether they stand at the foot of the page."""
    printed: bool = False
    """Whether they mean something on paper only."""


class Round(Struct, frozen=True, kw_only=True):
    """The clarity round on paper: boxes for a pen, and a line for what is open."""

    kind: ClassVar[str] = "round"
    heading: str
    question: str
    clear: str
    unclear: str
    boxes: int
    open: Blank


Block = LetterPart | Facts | Rows | Items | Sentence | Blanks | Round


class Form(StrEnum):
    """How a page is laid out in print."""

    WORKSHEET = "worksheet"
    """Much on one sheet, with room for a pen."""
    SHEET = "sheet"
    """One goal on one sheet."""
    REPORT = "report"
    """As many sheets as it takes."""


class Page(Struct, frozen=True, kw_only=True):
    """One sheet: what it is, whose it is, and what stands on it."""

    heading: str
    above: str = ""
    """A quiet line before the heading."""
    below: str = ""
    """A line after it."""
    blocks: tuple[Block, ...]
    form: Form


class Paper(Struct, frozen=True):
    """Everything that is printed at once."""

    title: str
    pages: tuple[Page, ...]
