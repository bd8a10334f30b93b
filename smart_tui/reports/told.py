"""A report in words, ready to be set as a page: tables, and a section for each goal."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from smart_tui.goals.model import Goal
from smart_tui.goals.owners import OWNER_PERIODS, Owner
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Status
from smart_tui.reports.report import Report, Reported
from smart_tui.words import report as words
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.dates import day_and_month, heading_date
from smart_tui.words.language import Language
from smart_tui.words.line import Line
from smart_tui.words.numbers import number, percent
from smart_tui.words.standing import GLYPHS, glyph, status_word, time_text, value_of_target
from smart_tui.words.story import checkin_value, story


class Table(Struct, frozen=True):
    """Headings, and a row of cells for each line; the first column names the line."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Fact(Struct, frozen=True):
    """A label, what there is to say, and a quieter end."""

    label: str
    text: str
    tail: str = ""


class Section(Struct, frozen=True, kw_only=True):
    """One goal."""

    title: str
    status: Status
    stands: str
    """Glyph and word."""
    reason: str
    supports: str
    facts: tuple[Fact, ...]
    letters: tuple[Fact, ...]
    notes: tuple[Fact, ...]
    """What happened in the window, the latest first."""
    about_chart: str
    """Empty where there is none."""


class Told(Struct, frozen=True, kw_only=True):
    """The whole report."""

    title: str
    lead: tuple[str, ...]
    """The window, what it is compared with, the day of the report."""
    counts: tuple[tuple[Status, str], ...]
    summary: tuple[str, ...]
    nothing: str
    """What to say in the place of tables when no goal is reported."""
    goals_heading: str
    goals: Table
    owners_heading: str
    owners: Table
    sections: tuple[Section, ...]
    notes_heading: str


def told(report: Report, lang: Language) -> Told:
    """Say everything."""
    say = lang.say
    return Told(
        title=clean_title(report.title or "") or say("Goals"),
        lead=(
            words.window_text(lang, report.window, so_far=report.so_far),
            words.compared_text(lang, report.before),
            heading_date(lang, report.today),
        ),
        counts=tuple(
            (status, f"{GLYPHS[status]} {count} {status_word(lang, status)}")
            for status, count in report.statuses.items()
        ),
        summary=tuple(_summary(report, lang)),
        nothing="" if report.goals else say("No goal fits."),
        goals_heading=say("Goals"),
        goals=_goals(report, lang),
        owners_heading=say("Who does what"),
        owners=_owners(report.owners, lang),
        sections=tuple(_section(report, reported, lang) for reported in report.goals),
        notes_heading=words.this_window(lang, report.window),
    )


def title_of(lang: Language, goal: Goal) -> str:
    """Give a goal's title, safe to show."""
    return clean_title(goal.title) or lang.say("(no title)")


def _summary(report: Report, lang: Language) -> Iterator[str]:
    yield from words.ended_texts(lang, report.ended, report.ended_before, report.window)
    if report.hours_per_week is not None:
        yield lang.say("Work: {hours}.", hours=words.hours_text(lang, report.hours_per_week))


def _goals(report: Report, lang: Language) -> Table:
    say = lang.say
    headings = (
        say("Goal"),
        say("Status"),
        say("Number"),
        say("Progress"),
        words.this_window(lang, report.window),
        say("Plan"),
        words.window_before(lang, report.before),
        say("Time"),
    )
    return Table(headings, tuple(_row(reported, lang) for reported in report.goals))


def _row(reported: Reported, lang: Language) -> tuple[str, ...]:
    standing = reported.standing
    return (
        title_of(lang, standing.goal),
        f"{glyph(standing)} {status_word(lang, standing.status)}",
        value_of_target(lang, standing),
        words.NOTHING if standing.progress is None else percent(lang, standing.progress),
        words.change_text(lang, standing, reported.now),
        words.wanted_text(lang, standing, reported.now),
        words.change_text(lang, standing, reported.before),
        time_text(lang, standing),
    )


def _owners(owners: tuple[Owner, ...], lang: Language) -> Table:
    say = lang.say
    named = any(owner.name for owner in owners)
    headings = (say("Owner"), say("Goal"), *(say(words.THIS[p]) for p in OWNER_PERIODS), say("Hours a week"))
    rows = tuple(row for owner in owners for row in _owner(owner, lang)) if named else ()
    if any(owner.hours_per_week is not None for owner in owners):
        return Table(headings, rows)
    return Table(headings[:-1], tuple(row[:-1] for row in rows))


def _owner(owner: Owner, lang: Language) -> Iterator[tuple[str, ...]]:
    """Give a row for each goal; what the goals take together stands in the first."""
    name = clean_title(owner.name or "") or lang.say("nobody yet")
    hours = "" if owner.hours_per_week is None else number(lang, owner.hours_per_week)
    for work in owner.works:
        degrees = (words.degree_text(lang, work.standing, degree) for degree in work.degrees)
        yield name, title_of(lang, work.standing.goal), *degrees, hours
        hours = ""


def _section(report: Report, reported: Reported, lang: Language) -> Section:
    standing = reported.standing
    tale = story(lang, standing, report.everything, report.today)
    first, *flags = tale.status
    return Section(
        title=title_of(lang, standing.goal),
        status=standing.status,
        stands=first.label,
        reason=" · ".join((first.text, *(flag.text for flag in flags))),
        supports=" · ".join(line.text for line in tale.heading[1:]),
        facts=(
            *_facts(tale.numbers),
            *_facts(tale.leads[1:]),
            *_costs(reported, standing, lang),
        ),
        letters=tuple(_facts(tale.letters)),
        notes=tuple(_notes(reported, lang)),
        about_chart=words.curve_text(lang, standing, reported.curve) if reported.curve else "",
    )


def _facts(lines: Iterable[Line]) -> Iterator[Fact]:
    return (
        Fact(line.label, line.said, line.tail) if line.label else Fact(line.name, line.text, line.tail)
        for line in lines
    )


def _costs(reported: Reported, standing: Standing, lang: Language) -> Iterator[Fact]:
    if reported.money is not None:
        yield Fact(lang.say("Money"), words.money_text(lang, standing, reported.money))
    if reported.hours is not None:
        yield Fact(lang.say("Hours"), words.work_text(lang, standing, reported.hours))


def _notes(reported: Reported, lang: Language) -> Iterator[Fact]:
    dated = [
        *(
            (
                c.date,
                Fact(
                    day_and_month(lang, c.date),
                    clean(c.note or ""),
                    checkin_value(lang, reported.standing, c),
                ),
            )
            for c in reported.noted
        ),
        *(
            (d.date, Fact(day_and_month(lang, d.date), words.decision_text(lang, d)))
            for d in reported.decided
        ),
    ]
    for _, fact in sorted(dated, key=lambda each: each[0], reverse=True):
        yield fact
    yield from _result(reported.standing, lang)


def _result(standing: Standing, lang: Language) -> Iterator[Fact]:
    result = standing.goal.history.result
    if result is None:
        return
    for label, text in (
        (lang.say("What worked"), result.kept),
        (lang.say("What did not"), result.missed),
        (lang.say("What we learned"), result.learned),
    ):
        if text:
            yield Fact(label, clean(text))
