"""What the facilitator reads of the part that is on: the clock, what to do, what to ask, what comes next."""

from collections.abc import Iterator

from rich.cells import cell_len

from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import LAST_SECONDS, MINUTE, Workshop
from smart_tui.widgets.painted import Painted, Pieces, width_of
from smart_tui.widgets.plain_text import wrapped
from smart_tui.widgets.room import OFFERED, RUNS, STANDS, Ours, next_text
from smart_tui.words.language import Language, msgid
from smart_tui.words.workshop import (
    PART_TEXTS,
    clock_text,
    lettered,
    minutes_text,
    part_question,
    ready_text,
)

EDGE = 1
APART = 3
BEFORE = (
    msgid("Before it begins: agenda (a), people (p), guests in their browsers (i), the room's view (v)."),
    msgid("Enter begins with the opening. The clock of a part is offered; Space starts it."),
)


class LeadingLines(Painted):
    """The facilitator's own page."""

    DEFAULT_CSS = """
    LeadingLines { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(self, lang: Language, dialect: Dialect, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang, self._dialect = lang, dialect

    def tell(self, workshop: Workshop, now: float, ours: Ours) -> None:
        """Show how things stand."""
        if self.content_size.width:
            self.show(tuple(self._lines(workshop, now, ours, self.content_size.width - EDGE)))

    def _lines(self, workshop: Workshop, now: float, ours: Ours, width: int) -> Iterator[Pieces]:
        say, part = self._lang.say, workshop.at
        if workshop.over:
            yield (("strong", say("The workshop is over.")),)
            yield ()
            yield from self._list(
                (
                    say("t types in the sentences of the sheets; s writes the folder of sheets."),
                    say("The times used are offered next time. a, then n, begins anew."),
                ),
                width,
            )
        elif part is None:
            yield (("strong", say("Ready to begin?")),)
            yield ()
            yield from self._list(map(say, BEFORE), width)
        else:
            texts = PART_TEXTS[part]
            yield (("strong", lettered(self._lang, part, self._dialect)),)
            yield from self._clock(workshop, now, width)
            yield ()
            yield from self._wrapped("strong", part_question(self._lang, part, self._dialect), width)
            yield from self._list(map(say, texts.notes), width)
            yield from self._list(map(say, texts.asks), width, mark="?")
        if ours.told:
            yield ()
            yield (("heading", say("Our goal")),)
            yield from self._wrapped("text", ours.told, width)
        if not workshop.over:
            yield ()
            following = next_text(self._lang, workshop, self._dialect)
            yield ("muted", say("Next: ")), ("text", following)

    def _clock(self, workshop: Workshop, now: float, width: int) -> Iterator[Pieces]:
        clock, part = workshop.clock, workshop.at
        if clock is None or part is None:
            return
        left = clock.left(now)
        says = clock_text(left)
        of = self._lang.say("of {minutes}", minutes=minutes_text(self._lang, round(clock.seconds / MINUTE)))
        if clock.offered:
            state = self._lang.say("Space starts the clock")
        elif not left:
            state = self._lang.say("time is up · + 1 min")
        elif not clock.runs:
            state = self._lang.say("paused")
        else:
            state = self._lang.say("the last seconds") if left <= LAST_SECONDS else ""
        mark = RUNS if clock.runs else OFFERED if clock.offered else STANDS
        style = "behind-bold" if left <= LAST_SECONDS else "strong"
        ready = ready_text(self._lang, workshop, part) if part.letter else ""
        line: Pieces = (("accent", f"{mark} "), (style, says), ("muted", f"  {of}"))
        for ink, said in (("accent", state), ("text", ready)):
            if said and width_of(line) + APART + cell_len(said) > width:
                yield line
                line = ((ink, said),)
            elif said:
                line = (*line, (ink, " " * APART + said))
        yield line

    def _list(
        self, texts: Iterator[str] | tuple[str, ...], width: int, *, mark: str = "·"
    ) -> Iterator[Pieces]:
        for text in texts:
            for number, line in enumerate(wrapped(text, width - 2)):
                yield ("accent", "  " if number else f"{mark} "), ("text", line)

    def _wrapped(self, style: str, text: str, width: int) -> Iterator[Pieces]:
        yield from (((style, line),) for line in wrapped(text, width))
