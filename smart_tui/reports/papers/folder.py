"""The folder that a workshop leaves behind: every paper in every form, as names and bytes."""

from collections.abc import Iterator

from msgspec.structs import replace

from smart_tui.goals.slugs import slug
from smart_tui.goals.terms import Period
from smart_tui.goals.windows import window
from smart_tui.goals.workshop import Part
from smart_tui.reports.formats import Format, written
from smart_tui.reports.papers.goal_sheet import all_sheets, pages_of, sheets
from smart_tui.reports.papers.harvest import Harvest
from smart_tui.reports.papers.html import html
from smart_tui.reports.papers.markdown import markdown
from smart_tui.reports.papers.paper import Paper
from smart_tui.reports.papers.text import text
from smart_tui.reports.papers.worksheet import worksheet
from smart_tui.reports.papers.workshop_report import workshop_report
from smart_tui.reports.report import report_of
from smart_tui.words.language import Language
from smart_tui.words.workshop import part_name

SHEETS = "sheets"
NO_FILE = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names that Windows keeps for its devices, with any ending."""

File = tuple[str, bytes]
"""A name with `/` between folders, and what the file holds."""


def folder_files(harvest: Harvest, lang: Language) -> tuple[File, ...]:
    """Give every file of the end of a workshop."""
    return (
        *paper_files("worksheet", worksheet(lang, harvest.dialect), lang),
        *_sheets(harvest, lang),
        *paper_files("report", workshop_report(harvest, lang), lang),
        *_goals(harvest, lang),
    )


def folder_name(harvest: Harvest) -> str:
    """Give the folder a name: its title and the day."""
    return f"{slug(harvest.file.title or '', 'workshop')}-{harvest.day.isoformat()}"


def paper_files(name: str, paper: Paper, lang: Language) -> tuple[File, ...]:
    """Give a paper in each of its forms."""
    return (
        (f"{name}.md", markdown(paper).encode()),
        (f"{name}.txt", text(paper).encode()),
        (f"{name}.html", html(paper, lang).encode()),
    )


def _sheets(harvest: Harvest, lang: Language) -> Iterator[File]:
    taken, pages = set(NO_FILE), pages_of(harvest, lang)
    if harvest.main is not None:
        name = part_name(lang, Part.MAIN_GOAL)
        paper = Paper(name, (pages[harvest.main.place],))
        yield from paper_files(f"{SHEETS}/{_free(name, taken)}", paper, lang)
    for seat in harvest.seats:
        if seat.goals:
            name = _free(seat.name, taken)
            yield from paper_files(f"{SHEETS}/{name}", sheets(seat, pages, lang), lang)
    if pages:
        yield "all-sheets.html", html(all_sheets(harvest, pages, lang), lang).encode()


def _free(name: str, taken: set[str]) -> str:
    """Give a name that no other file has; two people with one name are told apart by a number."""
    wanted = slug(name, "person")
    number = 1
    while (free := wanted if number == 1 else f"{wanted}-{number}") in taken:
        number += 1
    taken.add(free)
    return free


def _goals(harvest: Harvest, lang: Language) -> Iterator[File]:
    """Give the goals of the day for a spreadsheet and a calendar."""
    days = window(Period.DAY, harvest.day, harvest.file.calendar)
    places = {standing.place for standing in harvest.goals} | {harvest.main.place if harvest.main else -1}
    everything = report_of(harvest.file, harvest.day, days)
    report = replace(everything, goals=tuple(it for it in everything.goals if it.standing.place in places))
    if report.goals:
        yield f"goals.{Format.CSV}", written(report, lang, Format.CSV)
        yield f"goals.{Format.CALENDAR}", written(report, lang, Format.CALENDAR)
