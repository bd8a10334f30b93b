"""The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from msgspec import Struct

from smart_tui.goals.terms import Status
from smart_tui.reports import chart as drawing
from smart_tui.reports.chart import Bar, Chart, bar_of, chart_of
from smart_tui.reports.pages import set_page
from smart_tui.reports.report import Report
from smart_tui.reports.told import Section, told
from smart_tui.words.language import Language

COLOURS = {
    Status.ON_TRACK: "good",
    Status.ACHIEVED: "accent",
    Status.BEHIND: "behind",
    Status.AT_RISK: "at-risk",
    Status.OVERDUE: "overdue",
}
"""The class of each status; the others are muted. Its word and its glyph stand beside every colour."""


class Drawn(Struct, frozen=True):
    """A goal's section, its line of the table, and what is drawn beside them."""

    section: Section
    row: tuple[str, ...]
    bar: Bar | None
    chart: Chart | None
    colour: str


def html(report: Report, lang: Language) -> str:
    """Write the page; every text in it is escaped by the template."""
    page = told(report, lang)
    drawn = [
        Drawn(
            section,
            row,
            bar_of(reported.standing),
            chart_of(reported.curve, reported.standing, report.today, lang) if reported.curve else None,
            colour_of(section.status),
        )
        for section, row, reported in zip(page.sections, page.goals.rows, report.goals, strict=True)
    ]
    return set_page("report", page=page, lang=lang.code, drawn=drawn, colour_of=colour_of, drawing=drawing)


def colour_of(status: Status) -> str:
    """Give the class of a status."""
    return COLOURS.get(status, "muted")
