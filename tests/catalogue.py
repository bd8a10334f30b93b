"""Collects the texts of the program and brings every catalogue up to date: `python tests/catalogue.py`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "smart_tui"
LOCALE = PACKAGE / "words" / "locale"
SPEAKING = ("words", "reports", "widgets", "screens", "app", "cli", "web")
"""The layers that say something."""
CLICK = Path(click.__file__).parent
CLICK_SPEAKING = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
"""What a person sees of the command line's own library: help, and what was wrong with an argument."""
KEYWORDS = {"_": 1, "gettext": 1, "msgid": 1, "say": 1, "count": 2, "ngettext": 2}
"""Functions that take a text, and how many forms of it."""


def collected() -> Catalog:
    """Give every text that the program or click says, with the files that say it."""
    catalogue = Catalog(domain="smart_tui", charset="utf-8")
    for source in sorted(path for layer in SPEAKING for path in (PACKAGE / layer).rglob("*.py")):
        for text in _texts(source):
            catalogue.add(text, locations=[(source.relative_to(PACKAGE).as_posix(), 0)])
    for module in CLICK_SPEAKING:
        for text in _texts(CLICK / f"{module}.py"):
            catalogue.add(text, locations=[("click", 0)])
    return catalogue


def catalogues() -> list[Path]:
    """Give every catalogue there is."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/smart_tui.po"))


def load(path: Path) -> Catalog:
    """Read one."""
    with path.open("rb") as stream:
        return read_po(stream)


def forms(message: Message) -> tuple[str, ...]:
    """Give a text's translations, one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def texts(message: Message) -> tuple[str, ...]:
    """Give a text's English forms."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def told(catalogue: Catalog) -> Iterator[Message]:
    """Give all messages but the header."""
    return (message for message in catalogue if message.id)


def update(path: Path) -> None:
    """Add the texts that are new, drop those that are gone, compile."""
    catalogue, template = load(path), collected()
    template.creation_date = catalogue.creation_date  # a new one would be a change without news
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    write(path, catalogue)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue, and the form of it that gettext reads."""
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    with path.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, catalogue)


def _texts(source: Path) -> Iterator[str | tuple[str, ...]]:
    """Find the texts of one file, also those inside another call (Babel's own extractor skips them)."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        forms = KEYWORDS.get(name, 0)
        given = [arg.value for arg in node.args[:forms] if isinstance(arg, ast.Constant)]
        said = tuple(text for text in given if isinstance(text, str) and text)
        if said and len(said) == forms:
            yield said[0] if forms == 1 else said


if __name__ == "__main__":
    for path in catalogues():
        update(path)
