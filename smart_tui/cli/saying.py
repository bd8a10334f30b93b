"""Prints a line; where plain lines are wished for, as a screen reader says it well."""

import re

import click

from smart_tui.cli.session import Session
from smart_tui.words.spoken import spoken

COLUMNS = re.compile(r" {2,}")


def tell(session: Session, text: str) -> None:
    """Print a line: in plain words without signs, indents or columns."""
    if session.plain:
        text = spoken(session.language, COLUMNS.sub(", ", text.strip()))
    click.echo(text)
