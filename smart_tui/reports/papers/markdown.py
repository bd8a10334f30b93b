"""A paper as Markdown: CommonMark and the tables that every reader of it knows."""

import re
from collections.abc import Iterable, Iterator

from smart_tui.reports.markdown import escaped
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

BEGINS = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
"""What means something in Markdown where a line begins."""
LINE = "____________"
BOX = "☐"


def markdown(paper: Paper) -> str:
    """Write the paper; a rule stands between its pages."""
    pages = ("\n".join(_page(page)).strip("\n") for page in paper.pages)
    return "\n\n---\n\n".join(pages) + "\n"


def _page(page: Page) -> Iterator[str]:
    if page.above:
        yield from (_begun(page.above), "")
    yield from (f"# {escaped(page.heading)}", "")
    if page.below:
        yield from (f"**{escaped(page.below)}**", "")
    for block in page.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case LetterPart():
            yield from _letter(block)
        case Facts():
            yield from _listed(map(_fact, block.facts))
        case Rows():
            yield from _rows(block)
        case Items():
            yield from _items(block)
        case Sentence():
            yield f"> {_begun(block.text)}"
        case Blanks(printed=True):
            return
        case Blanks():
            yield from _listed(map(_blank, block.blanks))
        case Round():
            yield from (f"## {escaped(block.heading)}", "", _begun(block.question), "")
            yield f"{escaped(block.clear)} {_boxes(block)} · {escaped(block.unclear)} {_boxes(block)}"
            yield from ("", f"- {_blank(block.open)}")


def _letter(block: LetterPart) -> Iterator[str]:
    yield from (f"## {block.letter} · {escaped(block.heading)}", "")
    if block.meaning:
        yield from (_begun(block.meaning), "")
    said = [_fact(fact) for fact in (block.good, block.bad) if fact]
    said += [_fact(fact) for fact in block.facts]
    said += [_blank(blank) for blank in block.blanks]
    yield from (f"- {line}" for line in said)
    if block.open:
        yield from ("", f"*{escaped(block.open)}*") if said else (f"*{escaped(block.open)}*",)


def _rows(block: Rows) -> Iterator[str]:
    yield from (f"## {escaped(block.heading)}", "")
    yield _row(map(escaped, block.table.headings))
    yield _row("---:" if place in block.numbers else "---" for place in range(len(block.table.headings)))
    yield from (_row(map(escaped, row)) for row in block.table.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _items(block: Items) -> Iterator[str]:
    yield from (f"## {escaped(block.heading)}", "")
    box = f"{BOX} " if block.boxes else ""
    yield from (f"- {box}{_fact(item) if box else _begun_fact(item)}" for item in block.items)
    if not block.items:
        yield _begun(block.nothing)


def _listed(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"- {line}" for line in lines if line)


def _fact(fact: Fact) -> str:
    label = f"**{escaped(fact.label)}**: " if fact.label.strip() else ""
    tail = f" ({escaped(fact.tail)})" if fact.tail else ""
    return f"{label}{escaped(fact.text)}{tail}"


def _begun_fact(fact: Fact) -> str:
    return _fact(fact) if fact.label.strip() else _begun_text(_fact(fact))


def _blank(blank: Blank) -> str:
    return f"**{escaped(blank.label)}**: {LINE}" if blank.label else ""


def _boxes(block: Round) -> str:
    return " ".join(BOX for _ in range(block.boxes))


def _begun(text: str) -> str:
    """Make a text that begins a line say itself and nothing else."""
    return _begun_text(escaped(text))


def _begun_text(text: str) -> str:
    return BEGINS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)
