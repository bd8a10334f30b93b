"""A paper as one HTML file that prints well: a sheet of A4 for each page."""

from smart_tui.reports.pages import set_page
from smart_tui.reports.papers.paper import Paper
from smart_tui.words.language import Language


def html(paper: Paper, lang: Language) -> str:
    """Write the paper; every text in it is escaped by the template."""
    return set_page("paper", paper=paper, lang=lang.code)
