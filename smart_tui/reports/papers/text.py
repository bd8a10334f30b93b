"""A paper as plain text: to be pasted into a chat, or, wrapped and with columns, for a terminal."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from msgspec import Struct

from smart_tui.reports.papers.paper import (
    Blank,
    Blanks,
    Block,
    Facts,
    Items,
    LetterPart,
    Page,
    Paper,
    Round,
    Rows,
    Sentence,
)
from smart_tui.reports.told import Fact
from smart_tui.words.report import NOTHING

LINE = "______"
BOX, DOT = "☐", "•"
RULE = "────────"
GAP = "  "


def text(paper: Paper, *, width: int | None = None, columns: bool = False, marks: bool = True) -> str:
    """Write the paper: a line for each thing said, no markup; without marks, words alone."""
    setter = _Setter(width, columns, BOX if marks else "", DOT if marks else "")
    pages = ("\n".join(setter.page(page)).strip("\n") for page in paper.pages)
    return f"\n\n{RULE}\n\n".join(pages) + "\n"


class _Setter(Struct, frozen=True):
    width: int | None
    columns: bool
    box: str
    dot: str

    def page(self, page: Page) -> Iterator[str]:
        for line in (page.above, page.heading, page.below):
            if line:
                yield from self._wrapped(line)
        for block in page.blocks:
            if isinstance(block, Blanks) and block.printed:
                continue
            yield ""
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case LetterPart():
                yield from self._letter(block)
            case Facts():
                yield from self._headed("", map(_fact, block.facts))
            case Rows():
                yield from self._rows(block)
            case Items():
                mark = self.box if block.boxes else self.dot
                lines = [f"{mark} {_fact(item)}".lstrip() for item in block.items] or [block.nothing]
                yield from self._headed(block.heading, lines)
            case Sentence():
                yield from self._wrapped(f"“{block.text}”")
            case Blanks():
                yield from self._headed("", (_blank(blank) for blank in block.blanks if blank.label))
            case Round():
                said = f"{block.clear}: {LINE}", f"{block.unclear}: {LINE}", _blank(block.open)
                yield from self._headed(block.heading, (block.question, *said))

    def _letter(self, block: LetterPart) -> Iterator[str]:
        examples = [_fact(fact) for fact in (block.good, block.bad) if fact]
        answers = [*map(_fact, block.facts), *map(_blank, block.blanks)]
        asked = [f"→ {block.open}"] if block.open else []
        yield from self._headed(
            f"{block.letter}{GAP}{block.heading}", filter(None, (block.meaning, *examples, *answers, *asked))
        )

    def _headed(self, heading: str, lines: Iterable[str]) -> Iterator[str]:
        if heading:
            yield from self._wrapped(heading)
        for line in lines:
            yield from self._wrapped(line)

    def _rows(self, block: Rows) -> Iterator[str]:
        yield from self._wrapped(block.heading)
        if self.columns:
            yield from _aligned(block)
            return
        for name, *cells in block.table.rows:
            if block.named:
                said = zip(block.table.headings[1:], cells, strict=True)
                told = ", ".join(f"{heading}: {cell}" for heading, cell in said)
                yield from self._wrapped(f"{self.dot} {name}, {told}".lstrip())
            else:
                yield from self._wrapped(f"{self.dot} {name}".lstrip())
                yield from self._wrapped(GAP + " · ".join(cell for cell in cells if cell != NOTHING))

    def _wrapped(self, line: str) -> Iterator[str]:
        if self.width is None:
            yield line
            return
        yield from wrap(
            line,
            self.width,
            subsequent_indent=GAP if line[:2] in {f"{BOX} ", f"{DOT} ", GAP} else "",
            break_on_hyphens=False,
        )


def _aligned(block: Rows) -> Iterator[str]:
    """Set a table in columns; its last one is as long as it likes."""
    rows = (block.table.headings, *block.table.rows)
    wide = [max(len(row[place]) for row in rows) for place in range(len(block.table.headings))]
    for row in rows:
        cells = (
            cell.rjust(size) if place in block.numbers else cell.ljust(size)
            for place, (cell, size) in enumerate(zip(row, wide, strict=True))
        )
        yield GAP + GAP.join(cells).rstrip()


def _fact(fact: Fact) -> str:
    label = f"{fact.label}: " if fact.label.strip() else ""
    tail = f" ({fact.tail})" if fact.tail else ""
    return f"{label}{fact.text}{tail}"


def _blank(blank: Blank) -> str:
    return f"{blank.label}: {LINE}"
