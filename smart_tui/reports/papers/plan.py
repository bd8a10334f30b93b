"""The workshop at a glance: how long each part takes, what has to be there, what to say and to ask."""

from collections.abc import Iterator

from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import PARTS, Agenda, Part
from smart_tui.reports.papers.paper import Block, Form, Items, Page, Paper, Rows
from smart_tui.reports.papers.text import text
from smart_tui.reports.told import Fact, Table
from smart_tui.words.language import Language
from smart_tui.words.spoken import spoken
from smart_tui.words.workshop import (
    BEFOREHAND,
    MATERIALS,
    PART_TEXTS,
    lettered,
    minutes_text,
    part_question,
)

COLUMNS = 80


def plan(lang: Language, agenda: Agenda, dialect: Dialect = Dialect.RELEVANT) -> Paper:
    """Give the plan of a workshop."""
    title = lang.say("The workshop at a glance")
    page = Page(
        form=Form.REPORT,
        heading=title,
        below=lang.say("{time} in all", time=minutes_text(lang, agenda.total)),
        blocks=tuple(_blocks(lang, agenda, dialect)),
    )
    return Paper(title, (page,))


def plan_text(lang: Language, agenda: Agenda, dialect: Dialect = Dialect.RELEVANT, *, plain: bool) -> str:
    """Write the plan for a terminal, 80 columns wide; `plain` has words alone, each line whole."""
    paper = plan(lang, agenda, dialect)
    if plain:
        return "\n".join(spoken(lang, line) for line in text(paper, marks=False).split("\n"))
    return text(paper, width=COLUMNS, columns=True)


def _blocks(lang: Language, agenda: Agenda, dialect: Dialect) -> Iterator[Block]:
    say = lang.say
    rows = tuple(
        (
            lettered(lang, part, dialect),
            minutes_text(lang, agenda.starts(part)),
            minutes_text(lang, agenda.of(part)),
        )
        for part in PARTS
    )
    yield Rows(
        say("Agenda"), Table((say("Part"), say("From"), say("Takes")), rows), named=True, numbers=(1, 2)
    )
    yield Items(say("What has to be there"), tuple(Fact("", say(text)) for text in MATERIALS), boxes=True)
    yield Items(say("Beforehand"), tuple(Fact("", say(text)) for text in BEFOREHAND), boxes=True)
    for part in PARTS:
        yield _part(lang, agenda, part, dialect)


def _part(lang: Language, agenda: Agenda, part: Part, dialect: Dialect) -> Items:
    texts = PART_TEXTS[part]
    heading = f"{lettered(lang, part, dialect)} · {minutes_text(lang, agenda.of(part))}"
    question = Fact(lang.say("The room reads"), part_question(lang, part, dialect))
    notes = (Fact("", lang.say(note)) for note in texts.notes)
    asks = (Fact(lang.say("Ask"), lang.say(ask)) for ask in texts.asks)
    return Items(heading, (question, *notes, *asks))
