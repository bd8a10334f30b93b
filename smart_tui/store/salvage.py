"""What can be shown of a file that cannot be parsed: each goal by itself. Only to be looked at, never to be written."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.model import GoalFile, Problem
from smart_tui.store.codes import Misread
from smart_tui.store.document import BOM, Document, parsed
from smart_tui.store.errors import CannotRead
from smart_tui.store.limits import MOST_GOALS, check_bytes, check_text, problem_at
from smart_tui.store.reader import reading_of
from smart_tui.store.scan import long_texts

MOST_BROKEN = 100
"""A file with more broken goals than this is no goal file that somebody slipped in."""
LARGEST = 4 * 2**20
"""Bytes of a file that is looked through for what can be shown: more would keep the screen waiting."""
MOST_BLOCKS = MOST_GOALS + 1
"""What stands before the first goal, and as many goals as a file may hold."""
STEP = 2**16
"""Characters that are looked through at once for the start of a line."""
AROUND = 1
"""Lines that are shown above and below a mistake."""

_GOAL = re.compile(r"(?m)^[ \t]*\[\[[ \t]*goal[ \t]*\]\]")
_TITLE = re.compile(r"""(?m)^[ \t]*title[ \t]*=[ \t]*["'“]?([^\n"'”#]{1,200})""")
_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |\r?$)")


class Salvage(Struct, frozen=True):
    """What can be shown, every mistake that was found, and the lines around the first one."""

    file: GoalFile
    near: tuple[tuple[int, str], ...] = ()


class _Block(NamedTuple):
    """A part of the text: what stands before the first goal, or one goal."""

    start: int
    text: str


def salvaged(data: bytes, problems: tuple[Problem, ...]) -> Salvage:
    """Give what can be shown of a file that has these problems."""
    text = data.decode(errors="replace").removeprefix(BOM).replace("\r\n", "\n")
    nothing = Salvage(GoalFile(problems=problems), _near(text, problems[0].line))
    if len(data) > LARGEST:
        return nothing
    try:
        check_bytes(data)
        check_text(text)
    except CannotRead:
        return nothing
    ours, conflicts = _our_side(text)
    raw, kept, mistakes = _read(ours)
    found = tuple(sorted((*conflicts, *mistakes), key=lambda problem: problem.line or 0)) or problems
    try:
        file = reading_of(Document(kept, bom=False, raw=raw)).file
    except CannotRead:  # more goals than are read at once, in a list on one line
        return nothing
    return Salvage(replace(file, problems=(*found, *file.problems)), _near(text, found[0].line))


def _read(text: str) -> tuple[dict[str, Any], str, list[Problem]]:
    """Parse each block; what cannot be read is named, and blank in the text that is given back."""
    raw: dict[str, Any] = {}
    goals: list[Any] = []
    kept: list[str] = []
    mistakes: list[Problem] = []
    for block in islice(_blocks(text), MOST_BLOCKS):
        try:
            if len(mistakes) > MOST_BROKEN:
                break
            read = parsed(block.text)
        except CannotRead as error:
            mistakes.append(_placed(text, block, error.problems[0]))
            kept.append("\n" * block.text.count("\n"))
            continue
        kept.append(block.text)
        goals += _goals(read.pop("goal", []))
        raw = read | raw
    return raw | {"goal": goals}, "".join(kept), mistakes


def _goals(read: Any) -> list[Any]:
    return read if isinstance(read, list) else [read]


def _blocks(text: str) -> Iterator[_Block]:
    texts = long_texts(text)
    inside = next(texts, None)
    start = 0
    for heading in _GOAL.finditer(text):
        while inside is not None and inside[1] <= heading.start():
            inside = next(texts, None)
        if inside is not None and inside[0] < heading.start():
            continue
        yield _Block(start, text[start : heading.start()])
        start = heading.start()
    yield _Block(start, text[start:])


def _placed(text: str, block: _Block, problem: Problem) -> Problem:
    """Give the problem of a block its line in the whole file, and the goal's name as well as it can be told."""
    above = text.count("\n", 0, block.start)
    name = _TITLE.search(block.text) if _GOAL.match(block.text) else None
    line = None if problem.line is None else problem.line + above
    return replace(problem, line=line, goal=name[1].strip() if name else None)


def _our_side(text: str) -> tuple[str, list[Problem]]:
    """Leave out what a merge brought from the other side; its lines stay, empty, and so do those of the marks."""
    if not _MARK.search(text):
        return text, []
    lines = text.split("\n")
    complete = sum(line.startswith("<<<<<<<") for line in lines) == sum(
        line.startswith(">>>>>>>") for line in lines
    )
    conflicts: list[Problem] = []
    theirs = False
    at = 0
    for number, line in enumerate(lines):
        mark = _MARK.match(line)
        if mark:
            theirs = complete and mark[1][0] in "|="
            if mark[1][0] == "<":
                conflicts.append(problem_at(text, at, Misread.MERGE_MARKERS))
        if mark or theirs:
            lines[number] = ""
        at += len(line) + 1
    return "\n".join(lines), conflicts


def _near(text: str, line: int | None) -> tuple[tuple[int, str], ...]:
    if line is None:
        return ()
    first = max(line - AROUND, 1)
    start = _start_of(text, first)
    near = []
    for number in range(first, line + AROUND + 1):
        end = text.find("\n", start)
        near.append((number, text[start : end if end >= 0 else len(text)]))
        if end < 0:
            break
        start = end + 1
    return tuple(near)


def _start_of(text: str, line: int) -> int:
    """Give where a line starts; a list of all lines would take many times the memory of the file."""
    start, before = 0, line - 1
    while start < len(text) and (there := text.count("\n", start, start + STEP)) < before:
        before -= there
        start += STEP
    for _ in range(before):
        start = text.find("\n", start) + 1
    return start
