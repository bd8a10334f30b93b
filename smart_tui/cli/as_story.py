"""A goal's whole story as lines of text: set in columns for a terminal, or one plain sentence after the other."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len

from smart_tui.cli.as_text import bar_text, plain_line
from smart_tui.goals.standing import Standing
from smart_tui.widgets.bar import bar_of
from smart_tui.words.clean import clean
from smart_tui.words.language import Language
from smart_tui.words.line import Line
from smart_tui.words.numbers import percent
from smart_tui.words.spoken import spoken
from smart_tui.words.story import Story, story

BAR = 40
GAP = "  "


def story_lines(
    lang: Language, standing: Standing, everything: Sequence[Standing], today: date, *, plain: bool
) -> Iterator[str]:
    """Tell a goal's story; `everything` is the whole file's goals."""
    told = story(lang, standing, everything, today)
    if plain:
        first = plain_line(lang, standing, everything)
        yield first
        # Why a goal that is over has its status was said with it.
        said = (spoken(lang, line) for line in _sentences(lang, told, standing))
        yield from (line for line in said if not first.endswith(line))
    else:
        yield from _page(lang, told, standing)


def _sentences(lang: Language, told: Story, standing: Standing) -> Iterator[str]:
    yield told.status[0].text
    yield from (_sentence(line.label, line) for line in (*told.numbers, *told.leads[1:], *told.letters))
    for line, action in zip(told.plan[1:], standing.goal.relevant.actions, strict=True):
        yield _sentence(lang.say("done") if action.done else lang.say("not yet"), line)
    yield from (
        _sentence(line.label, line)
        for line in (*told.sums[1:], *told.result[1:], *told.decisions[1:], *told.checkins[1:])
    )


def _sentence(label: str, line: Line) -> str:
    said = f"{label}: {line.said}" if label else line.said
    return f"{said}, {line.tail}" if line.tail else said


def _page(lang: Language, told: Story, standing: Standing) -> Iterator[str]:
    title, *below = told.heading
    yield f"{title.text}{GAP}({clean(standing.goal.id)})"
    yield from _block(below)
    yield ""
    yield from _block(told.status)
    progress, _ = bar_of(standing)
    if progress is not None:
        yield f"{bar_text(standing, BAR)}{GAP}{percent(lang, progress)}"
    for block in (
        told.numbers,
        told.leads,
        told.letters,
        told.plan,
        told.sums,
        told.result,
        told.decisions,
        told.checkins,
    ):
        if block:
            yield ""
            yield from _block(block)


def _block(lines: Sequence[Line]) -> Iterator[str]:
    """Set a block: its labels in one column."""
    labels = max((cell_len(line.label) for line in lines), default=0)
    for line in lines:
        label = line.label + " " * (labels - cell_len(line.label)) + GAP if line.label or line.name else ""
        yield f"{label}{line.said}{GAP}{line.tail}".rstrip()
