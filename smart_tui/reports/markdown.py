"""The report as Markdown: CommonMark, with the tables that every reader of it knows."""

import re
from collections.abc import Iterable, Iterator

from smart_tui.reports.report import Report
from smart_tui.reports.told import Fact, Section, Table, Told, told
from smart_tui.words.language import Language

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#!])")
"""What means something in Markdown inside a line; no line begins with a person's text."""


def markdown(report: Report, lang: Language) -> str:
    """Write the report."""
    return "\n".join(_page(told(report, lang))).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Make a text say itself and nothing else."""
    return SPECIAL.sub(r"\\\1", text.strip())


def _page(page: Told) -> Iterator[str]:
    yield from (f"# {escaped(page.title)}", "", escaped(" · ".join(page.lead)), "")
    if page.counts:
        yield from (escaped("  ".join(text for _, text in page.counts)), "")
    for sentence in page.summary:
        yield from (escaped(sentence), "")
    if page.nothing:
        yield from (escaped(page.nothing), "")
        return
    yield from _table(page.goals_heading, page.goals)
    if page.owners.rows:
        yield from _table(page.owners_heading, page.owners)
    for section in page.sections:
        yield from _section(section, page.notes_heading)


def _table(heading: str, table: Table) -> Iterator[str]:
    yield from (f"## {escaped(heading)}", "")
    yield _row(map(escaped, table.headings))
    yield _row("---" for _ in table.headings)
    yield from (_row(map(escaped, row)) for row in table.rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _section(section: Section, notes_heading: str) -> Iterator[str]:
    yield from (f"## {escaped(section.title)}", "")
    yield from (f"**{escaped(section.stands)}** {escaped(section.reason)}", "")
    if section.supports:
        yield from (escaped(section.supports), "")
    if section.about_chart:
        yield from (escaped(section.about_chart), "")
    yield from _facts(section.facts)
    yield from _facts(section.letters)
    if section.notes:
        yield from (f"### {escaped(notes_heading)}", "")
        yield from _facts(section.notes)


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    said = [f"- {_fact(fact)}" for fact in facts]
    if said:
        yield from (*said, "")


def _fact(fact: Fact) -> str:
    tail = f" ({escaped(fact.tail)})" if fact.tail else ""
    return f"**{escaped(fact.label)}**: {escaped(fact.text)}{tail}"
