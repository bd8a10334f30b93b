"""The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from smart_tui.goals.terms import Status
from smart_tui.reports import chart as drawing
from smart_tui.reports.chart import Bar, Chart, bar_of, chart_of
from smart_tui.reports.report import Report
from smart_tui.reports.told import Section, told
from smart_tui.words.language import Language

TEMPLATES = Path(__file__).with_name("templates")
COLOURS = {
    Status.ON_TRACK: "good",
    Status.ACHIEVED: "accent",
    Status.BEHIND: "behind",
    Status.AT_RISK: "at-risk",
    Status.OVERDUE: "overdue",
}
"""The class of each status; the others are muted. Its word and its glyph stand beside every colour."""


@dataclass(frozen=True, slots=True)
class Drawn:
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
    style = (TEMPLATES / "report.css").read_text("utf-8")
    return _template().render(
        page=page,
        lang=lang.code,
        drawn=drawn,
        colour_of=colour_of,
        drawing=drawing,
        style=style,
        # The browser applies this style sheet and nothing that a title might smuggle in.
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


def colour_of(status: Status) -> str:
    """Give the class of a status."""
    return COLOURS.get(status, "muted")


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")
