"""Goals as lines of text: with bars and columns for a terminal, or one plain sentence for each goal."""

import os
from collections.abc import Iterator, Sequence

import click
from rich.cells import cell_len

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Flag, Status
from smart_tui.widgets.bar import bar, bar_of
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language
from smart_tui.words.spoken import spoken
from smart_tui.words.standing import FLAG_WORDS, glyph, status_word, time_text, value_of_target

GAP = "  "
BAR = 16
BAR_LEAST = 6
WIDE = 48
"""Longer titles push their own line's columns aside; nothing is cut."""
GUIDE = "└ "
SAID_FLAGS = (Flag.OVERDUE_SHORT_TERM, Flag.STALE, Flag.INVALID)


def print_lines(
    lang: Language, shown: Sequence[Standing], everything: Sequence[Standing], *, plain: bool
) -> None:
    """Print one line for each goal that is shown, in the order given; `everything` is the whole file's."""
    if not shown:
        nothing = (
            lang.say("No goal fits.")
            if everything
            else lang.say(
                "No goals yet. smart-tui new writes the first one; smart-tui demo shows an example."
            )
        )
        click.echo(nothing)
        return
    lines = (plain_line(lang, s, everything) for s in shown) if plain else _columns(lang, shown)
    for line in lines:
        click.echo(line)


def plain_line(lang: Language, standing: Standing, everything: Sequence[Standing]) -> str:
    """Say a goal on one line, its status first."""
    larger = None if standing.parent is None else everything[standing.parent].goal.title
    said = (
        f"{status_word(lang, standing.status)}: {_title(lang, standing)}",
        value_of_target(lang, standing),
        time_text(lang, standing),
        _flags(lang, standing),
        lang.say("supports {goal}", goal=clean_title(larger)) if larger else "",
    )
    return spoken(lang, ", ".join(part for part in said if part))


def bar_text(standing: Standing, width: int) -> str:
    """Draw a goal's bar in plain characters."""
    return "".join(text for _, text in bar(width, *bar_of(standing), ""))


def _columns(lang: Language, standings: Sequence[Standing]) -> Iterator[str]:
    rows = [_cells(lang, standing, depth) for standing, depth in _with_depths(standings)]
    status, title, value, time = (max(map(cell_len, column)) for column in list(zip(*rows, strict=True))[:4])
    title = min(title, WIDE)
    width = _bar_width(status + title + value + time + 4 * len(GAP))
    for standing, row in zip(standings, rows, strict=True):
        yield GAP.join(
            (
                _left(row[0], status),
                _left(row[1], title),
                *([bar_text(standing, width)] if width else ()),
                _right(row[2], value),
                _right(row[3], time),
                row[4],
            )
        ).rstrip()


def _cells(lang: Language, standing: Standing, depth: int) -> tuple[str, str, str, str, str]:
    """Say status, title, value, time and flags."""
    return (
        f"{glyph(standing)} {status_word(lang, standing.status)}",
        "  " * (depth - 1) + GUIDE * (depth > 0) + _title(lang, standing),
        value_of_target(lang, standing),
        time_text(lang, standing),
        _flags(lang, standing),
    )


def _bar_width(beside: int) -> int:
    """Give the bar what a terminal leaves it; 0 where that would show nothing."""
    try:
        left = os.get_terminal_size(1).columns - beside
    except OSError:
        return BAR
    return min(left, BAR) if left >= BAR_LEAST else 0


def _with_depths(standings: Sequence[Standing]) -> Iterator[tuple[Standing, int]]:
    """Say how deep each goal hangs under those above it; one whose larger goal stands elsewhere hangs nowhere."""
    above: list[int] = []
    for standing in standings:
        while above and above[-1] != standing.parent:
            above.pop()
        yield standing, len(above)
        above.append(standing.place)


def _left(text: str, cells: int) -> str:
    return text + " " * (cells - cell_len(text))


def _right(text: str, cells: int) -> str:
    return " " * (cells - cell_len(text)) + text


def _title(lang: Language, standing: Standing) -> str:
    return clean_title(standing.goal.title) or lang.say("(no title)")


def _flags(lang: Language, standing: Standing) -> str:
    """Say what the status does not say already."""
    flags = (flag for flag in SAID_FLAGS if flag in standing.flags)
    if standing.status is Status.OVERDUE:
        flags = (flag for flag in flags if flag is not Flag.OVERDUE_SHORT_TERM)
    return ", ".join(lang.say(FLAG_WORDS[flag]) for flag in flags)
