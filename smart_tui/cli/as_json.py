"""Goals as JSON on standard output."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from smart_tui.cli.plain_output import exactly
from smart_tui.goals.standing import Standing
from smart_tui.reports.element import SCHEMA, element, json_text

__all__ = ["SCHEMA", "element", "print_goals", "print_json"]


def print_goals(standings: Iterable[Standing], today: date) -> None:
    """Print the document of `list --json`; `show`, `log` and `add` give one element of it."""
    print_json({"schema": SCHEMA, "today": today, "goals": [element(standing) for standing in standings]})


def print_json(document: dict[str, Any]) -> None:
    """Print one document."""
    click.echo(json_text(document), file=exactly())
