"""The formats of a report; each is loaded only when it is asked for."""

from enum import StrEnum
from typing import TYPE_CHECKING

from smart_tui.words.language import Language

if TYPE_CHECKING:
    from smart_tui.reports.report import Report


class Format(StrEnum):
    """What a report can be written as. Values are the endings of its files."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    JSON = "json"
    CALENDAR = "ics"


def written(report: "Report", lang: Language, form: Format, *, raw: bool = False) -> bytes:
    """Write a report, in UTF-8; `raw` leaves cells of a table as they are (see csv_table)."""
    match form:
        case Format.MARKDOWN:
            from smart_tui.reports.markdown import markdown

            return markdown(report, lang).encode()
        case Format.HTML:
            from smart_tui.reports.html import html

            return html(report, lang).encode()
        case Format.CSV:
            from smart_tui.reports.csv_table import csv_table

            return csv_table(report, lang, raw=raw).encode()
        case Format.JSON:
            from smart_tui.reports.json_report import json_report

            return json_report(report).encode()
        case Format.CALENDAR:
            from smart_tui.reports.calendar import calendar

            return calendar(report, lang)
