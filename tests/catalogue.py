"""Collects the texts of the program and brings every catalogue up to date: `python tests/catalogue.py`."""

from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "smart_tui"
LOCALE = PACKAGE / "words" / "locale"
SPEAKING = ("words", "widgets", "screens", "app", "cli")
"""The layers that say something."""
KEYWORDS = {"_": None, "gettext": None, "msgid": None, "say": None, "count": (1, 2)}
CLICK = Path(click.__file__).parent
CLICK_SPEAKING = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
"""What a person sees of the command line's own library: help, and what was wrong with an argument."""
CLICK_KEYWORDS = {"_": None, "ngettext": (1, 2)}


def collected() -> Catalog:
    """Give every text that the code says, with the files that say it."""
    catalogue = Catalog(domain="smart_tui", charset="utf-8")
    for layer in SPEAKING:
        for filename, _line, text, _comments, context in extract_from_dir(
            str(PACKAGE / layer), [("**.py", "python")], keywords=KEYWORDS
        ):
            catalogue.add(text, locations=[(f"{layer}/{filename}", 0)], context=context)
    for module in CLICK_SPEAKING:
        for _line, text, _comments, context in extract_from_file(
            "python", CLICK / f"{module}.py", keywords=CLICK_KEYWORDS
        ):
            catalogue.add(text, locations=[("click", 0)], context=context)
    return catalogue


def catalogues() -> list[Path]:
    """Give every catalogue there is."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/smart_tui.po"))


def load(path: Path) -> Catalog:
    """Read one."""
    with path.open("rb") as stream:
        return read_po(stream)


def update(path: Path) -> None:
    """Add the texts that are new, drop those that are gone, compile."""
    catalogue, template = load(path), collected()
    template.creation_date = catalogue.creation_date  # a new one would be a change without news
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    with path.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, catalogue)


if __name__ == "__main__":
    for path in catalogues():
        update(path)
