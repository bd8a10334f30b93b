"""Goals as lines of text: with bars and columns for a terminal, or one plain sentence for each goal."""

from collections.abc import Iterable, Sequence

import click

from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Flag
from smart_tui.widgets.bar import bar
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language
from smart_tui.words.standing import FLAG_WORDS, glyph, status_word, time_text, value_of_target

BAR = 16
WIDE = 48
"""Longer titles push their own line's columns aside; nothing is cut."""
SAID_FLAGS = (Flag.OVERDUE_SHORT_TERM, Flag.STALE, Flag.INVALID)


def print_lines(lang: Language, standings: Sequence[Standing], *, plain: bool) -> None:
    """Print one line for each goal, in the order given."""
    if not standings:
        click.echo(
            lang.say("No goals yet. smart-tui new writes the first one; smart-tui demo shows an example.")
        )
        return
    lines = (_plain_lines if plain else _columns)(lang, standings)
    for line in lines:
        click.echo(line)


def plain_line(lang: Language, standing: Standing) -> str:
    """Say a goal on one line, its status first."""
    said = [
        f"{status_word(lang, standing.status)}: {clean_title(standing.goal.title)}",
        value_of_target(lang, standing),
        time_text(lang, standing),
        *(lang.say(FLAG_WORDS[flag]) for flag in SAID_FLAGS if flag in standing.flags),
    ]
    return ", ".join(part for part in said if part)


def _plain_lines(lang: Language, standings: Iterable[Standing]) -> list[str]:
    return [plain_line(lang, standing) for standing in standings]


def _columns(lang: Language, standings: Sequence[Standing]) -> list[str]:
    from rich.cells import cell_len

    rows = [
        (
            glyph(s),
            status_word(lang, s.status),
            clean_title(s.goal.title),
            "".join(text for _, text in bar(BAR, s.progress, s.expected, "")),
            value_of_target(lang, s),
            time_text(lang, s),
        )
        for s in standings
    ]
    status, title, value, time = (max(cell_len(row[i]) for row in rows) for i in (1, 2, 4, 5))
    title = min(title, WIDE)

    def padded(text: str, cells: int) -> str:
        return text + " " * (cells - cell_len(text))

    def right(text: str, cells: int) -> str:
        return " " * (cells - cell_len(text)) + text

    return [
        f"{row[0]} {padded(row[1], status)}  {padded(row[2], title)}  {row[3]}  "
        f"{right(row[4], value)}  {right(row[5], time)}".rstrip()
        for row in rows
    ]
