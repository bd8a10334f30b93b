"""What the room reads, laid out for 60 columns and 18 lines, so that the font can be huge."""

from collections.abc import Iterator

from msgspec import Struct
from rich.cells import cell_len

from smart_tui.goals.terms import Dialect, Letter
from smart_tui.goals.workshop import LAST_SECONDS, PARTS, Clock, Part, Workshop
from smart_tui.widgets.painted import Painted, Pieces, width_of
from smart_tui.widgets.plain_text import wrapped
from smart_tui.words.language import Language
from smart_tui.words.numbers import number
from smart_tui.words.workshop import (
    clock_text,
    minutes_text,
    part_example,
    part_name,
    part_question,
    ready_text,
)

WIDTH, HEIGHT = 60, 18
"""Cells for which the view is made."""
WIDEST = 100
EDGE = 2
APART = 8
"""Of so many lines one may stand empty between two blocks: more would tear the page apart."""
OURS = 3
"""Lines for the group's goal where there is no more room."""
RUNS, STANDS, OFFERED = "▶", "‖", "○"


class Ours(Struct, frozen=True):
    """The group's main goal so far, and how guests come in."""

    sentence: str = ""
    clauses: tuple[str, ...] = ()
    invite: str = ""
    """Where guests go and the code they type; empty where there is no page for them."""

    @property
    def told(self) -> str:
        """The goal clause by clause, else as it was said."""
        return " · ".join(self.clauses) or self.sentence


class RoomView(Painted):
    """The question is what is read first; nothing here names anybody."""

    DEFAULT_CSS = """
    RoomView { height: 1fr; background: $wall; color: $bright; }
    """

    def __init__(self, lang: Language, dialect: Dialect) -> None:
        super().__init__()
        self._lang, self._dialect = lang, dialect

    def tell(self, workshop: Workshop, now: float, ours: Ours) -> None:
        """Show how things stand."""
        width, height = self.content_size.width, self.content_size.height
        if not width:
            return
        inner = min(width - 2 * EDGE, WIDEST)
        top = list(self._top(workshop, now, inner))
        blocks = [top, *self._body(workshop, inner, ours)]
        foot = list(self._foot(workshop, inner, ours.invite))
        ruler: list[Pieces] = [(("muted", _ruler(self._lang, width)),)] if width > WIDTH + 2 * EDGE else []
        left = " " * ((width - inner) // 2)
        lines = _spread(blocks, [(), *foot], height - len(ruler))
        self.show(tuple(((("text", left), *line) if line else ()) for line in lines) + tuple(ruler))

    def _top(self, workshop: Workshop, now: float, width: int) -> Iterator[Pieces]:
        part, clock = workshop.at, workshop.clock
        letters: list[tuple[str, str]] = []
        for letter in Letter:
            on = part is not None and part.letter is letter
            letters.append(("strong", f"[{letter.value}]") if on else ("muted", f" {letter.value} "))
        said = self._clock(clock, now) if clock is not None else ()
        gap = width - width_of(tuple(letters)) - width_of(said)
        yield (*letters, ("text", " " * max(1, gap)), *said)
        yield (("line", "─" * width),) if clock is None else _bar(clock, now, width)

    def _clock(self, clock: Clock, now: float) -> Pieces:
        left = clock.left(now)
        mark = RUNS if clock.runs else OFFERED if clock.offered else STANDS
        text = clock_text(left)
        if clock.offered:
            return (("muted", f"{mark} "), ("strong", text))
        if not left:
            return (("strong", f"▐█ {self._lang.say('time is up')} █▌ {text}"),)
        if left <= LAST_SECONDS:
            return (("strong", f"▐█ {text} █▌"),)
        return (("text", f"{mark} "), ("strong", text))

    def _body(self, workshop: Workshop, width: int, ours: Ours) -> Iterator[list[Pieces]]:
        part, say = workshop.at, self._lang.say
        if workshop.over:
            yield [_line("strong", say("Thank you. Your goal sheet goes with you."))]
        elif part is None:
            yield [_line("heading", spaced(say("Workshop")))]
            yield _lines("strong", say("From a wish to a goal: five letters, one sheet each."), width)
        else:
            yield [_line("heading", spaced(part_name(self._lang, part, self._dialect)))]
            yield _lines("strong", part_question(self._lang, part, self._dialect), width)
            yield list(self._examples(part, width))
        if ours.told:
            rule = say("Our goal")
            yield [
                (("heading", f"{rule} "), ("line", "─" * (width - cell_len(rule) - 1))),
                *_lines("text", ours.told, width)[:OURS],
            ]

    def _examples(self, part: Part, width: int) -> Iterator[Pieces]:
        texts = part_example(part, self._dialect)
        if texts is None:
            return
        rows = (
            ("good-bold", "✓ " + self._lang.say("Good"), texts.good),
            ("at-risk-bold", "✗ " + self._lang.say("Weak"), texts.bad),
        )
        room = max(cell_len(label) for _, label, _ in rows) + 2
        for style, label, text in rows:
            for place, line in enumerate(wrapped(self._lang.say(text), width - room)):
                head = label if not place else ""
                yield (style, head + " " * (room - cell_len(head))), ("text", line)

    def _foot(self, workshop: Workshop, width: int, invite: str) -> Iterator[Pieces]:
        part = workshop.at
        ready = ready_text(self._lang, workshop, part) if part is not None and part.letter else ""
        place = ""
        if part is not None and not workshop.over:
            place = self._lang.say("{n} of {count}", n=PARTS.index(part) + 1, count=len(PARTS))
        left = ready or (invite if part in {None, Part.OPENING, Part.MAIN_GOAL} else "")
        if ready and invite and cell_len(ready) + cell_len(invite) + cell_len(place) + 6 <= width:
            left = f"{ready}   {invite}"
        gap = width - cell_len(left) - cell_len(place)
        yield ("strong", left), ("muted", " " * max(1, gap) + place)


def spaced(text: str) -> str:
    """Set a heading wide, in capitals."""
    return " ".join(text.upper()) if cell_len(text) * 2 < WIDTH - 2 * EDGE else text.upper()


def next_text(lang: Language, workshop: Workshop, dialect: Dialect) -> str:
    """Say what comes next, and how long it takes."""
    following = workshop.following
    if following is None:
        return lang.say("the end")
    minutes = minutes_text(lang, workshop.agenda.of(following))
    return f"{part_name(lang, following, dialect)}, {minutes}"


def _bar(clock: Clock, now: float, width: int) -> Pieces:
    left = clock.left(now) / clock.seconds if clock.seconds else 0
    full = round(min(1.0, left) * width)
    return ("strong", "━" * full), ("line", "─" * (width - full))


def _ruler(lang: Language, width: int) -> str:
    """Give a line of 60 cells that says how far the font can be enlarged."""
    times = number(lang, width / WIDTH, digits=1)
    said = f" {lang.say('enlarge the font {times} times: this line then fills the wall', times=times)} "
    arms = WIDTH - 2 - cell_len(said)
    line = f"├{'─' * (arms // 2)}{said}{'─' * (arms - arms // 2)}┤"
    return " " * ((width - WIDTH) // 2) + line


def _spread(blocks: list[list[Pieces]], foot: list[Pieces], height: int) -> list[Pieces]:
    """Put blocks below each other with as much room between them as there is, the foot at the end."""
    blocks = [block for block in blocks if block]
    used = sum(map(len, blocks)) + len(foot)
    gaps = max(0, height - used)
    each, more = divmod(gaps, len(blocks)) if blocks else (0, 0)
    if each >= height // APART:
        each, more = height // APART, 0
    lines: list[Pieces] = [()] if gaps > len(blocks) else []
    for place, block in enumerate(blocks):
        lines += [*block, *[()] * (each + (place < more))]
    return [*lines[: height - len(foot)], *[()] * (height - len(foot) - len(lines)), *foot]


def _line(style: str, text: str) -> Pieces:
    return ((style, text),)


def _lines(style: str, text: str, width: int) -> list[Pieces]:
    return [_line(style, line) for line in wrapped(text, width)]
