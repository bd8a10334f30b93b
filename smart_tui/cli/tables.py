"""Files as tables of strings: CSV as spreadsheets and shops write it, and our own JSON."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import StringIO
from typing import Any

import click
from msgspec.structs import replace

from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.table.rows import Column, Row, Table
from smart_tui.coach.writing import write_number
from smart_tui.words.clean import clean
from smart_tui.words.language import Language
from smart_tui.words.system import system_reason

LARGEST = 64 * 2**20
"""Bytes."""
SEPARATORS = (",", ";", "\t")
MOST_PLACES = 20
"""Longer numbers stay as they were typed: written out, 1e999999999 fills the memory."""
SCHEMA = 1
COMPUTED = {"status", "flags", "progress", "expected", "pace", "days_left", "late_by", "reached_on"}
COMPUTED |= {"needed_per_week", "measured_per_week", "period", "forecast"}
COMPUTED |= {"now", "before", "money", "hours", "decisions"}
"""What our JSON says of a goal that follows from the rest, or belongs to a report's window."""


def read_table(lang: Language, path: str, named: Mapping[Column, str]) -> Table:
    """Read a file, `-` being standard input; `named` says which column holds what in spite of its heading.

    Without headings of ours it comes without rows.

    Raises:
        Trouble: it is too large, not UTF-8, or neither CSV nor our JSON.

    """
    text = _text(lang, _data(lang, path))
    if text.lstrip()[:1] in {"{", "["}:
        return _of_goals(lang, _goals(lang, text), named)
    rows = _csv_rows(lang, text)
    head = next(rows, None) if text.strip() else None
    if head is None:
        raise refused(lang, lang.say("There is nothing in this file."))
    nothing = Table.of(head.cells, (), named)
    # A file that its headings show to be another one is not read to its end.
    return nothing if nothing.shape is None else Table.of(head.cells, list(rows), named)


def refused(lang: Language, wrong: str) -> Trouble:
    """Say that a file is none that can be imported, and which are."""
    can = lang.say("It takes: CSV in UTF-8 whose first line names the columns, or JSON of smart-tui.")
    return Trouble(Exit.WRONG_USAGE, wrong, can)


def _data(lang: Language, path: str) -> bytes:
    try:
        with click.open_file(path, "rb") as file:
            data: bytes = file.read(LARGEST + 1)
    except OSError as error:
        reason = lang.say("The system refused: {reason}", reason=system_reason(lang, error.strerror))
        raise refused(lang, f"{clean(path)}: {reason}") from None
    if len(data) > LARGEST:
        raise refused(lang, lang.say("The file is larger than {n} MB.", n=LARGEST // 2**20))
    return data


def _text(lang: Language, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = lang.say("The file is not saved as UTF-8: line {line}.", line=line)
        remedy = lang.say("In the spreadsheet, save it as “CSV UTF-8”.")
        raise Trouble(Exit.WRONG_USAGE, wrong, remedy) from None
    if "\0" in text:
        raise refused(lang, lang.say("This is not a table."))
    return text


def _csv_rows(lang: Language, text: str) -> Iterator[Row]:
    """Yield the rows that say something, each with the line on which it starts."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error:
        wrong = lang.say(
            "From line {line} on this is no CSV: a quotation mark is left open, or too much in one cell.",
            line=line,
        )
        raise refused(lang, wrong) from None


def _separator(text: str) -> str:
    """Give what stands between the headings, those in quotation marks aside."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    return max(SEPARATORS, key=re.sub(r'"[^"]*"', "", first).count)


def _goals(lang: Language, text: str) -> list[dict[str, Any]]:
    """Give the goals of `list --json`, of one element of it, or of a report."""
    try:
        document = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        raise refused(lang, lang.say("The file looks like JSON and cannot be read as JSON.")) from None
    if isinstance(document, dict):
        if document.get("schema", SCHEMA) != SCHEMA:
            raise refused(lang, lang.say("A newer version of this program wrote the file."))
        document = document.get("goals", [document])
    goals = document if isinstance(document, list) else []
    if not goals or not all(isinstance(goal, dict) and "title" in goal for goal in goals):
        raise refused(lang, lang.say("There are no goals in this file."))
    return goals


def _of_goals(lang: Language, goals: list[dict[str, Any]], named: Mapping[Column, str]) -> Table:
    """Give the goals as a table; their places in the list stand for lines."""
    names = dict.fromkeys(name for goal in goals for name in goal if name not in {*COMPUTED, "checkins"})
    rows = (
        Row(place, tuple(_cell(lang, goal.get(name)) for name in names), _history(lang, goal))
        for place, goal in enumerate(goals, 1)
    )
    return replace(Table.of(names, rows, named), listed=True)


def _history(lang: Language, goal: dict[str, Any]) -> tuple[dict[str, str], ...]:
    said = goal.get("checkins")
    checkins = (each for each in said if isinstance(each, dict)) if isinstance(said, list) else ()
    return tuple({name: _cell(lang, value) for name, value in each.items()} for each in checkins)


def _cell(lang: Language, value: Any) -> str:
    """Write a value as a person would type it."""
    match value:
        case str():
            return value
        case Decimal() if value.is_finite() and abs(value.adjusted()) < MOST_PLACES:
            return write_number(value, lang.code)
        case None | dict() | list():
            return ""
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)
