"""The report as CSV: a row for each goal, for a spreadsheet or a program.

UTF-8 without a mark, commas, every cell in quotation marks, lines end in CR LF; numbers with a point and dates like
2026-12-31 in every language, so that a program reads them too. Headings are in the report's language.
"""

import csv
import io
from datetime import date
from decimal import Decimal

from smart_tui.goals.costs import Cost
from smart_tui.reports.report import Report, Reported
from smart_tui.reports.told import title_of
from smart_tui.words import report as words
from smart_tui.words.clean import clean
from smart_tui.words.language import Language
from smart_tui.words.standing import status_word

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A spreadsheet computes what begins with one of these."""

Cell = str | Decimal | float | date | None


def csv_table(report: Report, lang: Language, *, raw: bool = False) -> str:
    """Write the report; unless `raw`, a text that a spreadsheet would compute gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_headings(report, lang))
    writer.writerows([_written(cell, raw=raw) for cell in _cells(goal, lang)] for goal in report.goals)
    return out.getvalue()


def _headings(report: Report, lang: Language) -> tuple[str, ...]:
    say = lang.say
    now, before = words.this_window(lang, report.window), words.window_before(lang, report.before)
    return (
        say("Id"),
        say("Goal"),
        say("Status"),
        say("Owner"),
        say("Supports"),
        say("What is counted"),
        say("Unit"),
        say("Start"),
        say("Deadline"),
        say("Baseline"),
        say("Number"),
        say("Target"),
        say("Progress"),
        say("Plan today"),
        now,
        say("{window}, plan", window=now),
        before,
        say("Last update"),
        say("Budget"),
        say("Money for each result"),
        say("Hours a week"),
        say("Hours for each result"),
    )


def _cells(reported: Reported, lang: Language) -> tuple[Cell, ...]:
    standing, goal = reported.standing, reported.standing.goal
    measure = goal.measurable
    return (
        goal.id,
        title_of(lang, goal),
        status_word(lang, standing.status),
        goal.owner,
        goal.relevant.supports,
        measure.metric,
        measure.unit,
        goal.start,
        goal.deadline,
        standing.baseline,
        standing.value,
        measure.target,
        standing.progress,
        standing.expected,
        reported.now.change,
        reported.now.wanted,
        reported.before.change,
        standing.last_checkin,
        measure.budget,
        _each(reported.money),
        measure.hours,
        _each(reported.hours),
    )


def _each(cost: Cost | None) -> Decimal | None:
    return None if cost is None else cost.per_result


def _written(cell: Cell, *, raw: bool) -> str:
    match cell:
        case None:
            return ""
        case str():
            text = clean(cell)
            risky = not raw and cell.lstrip(" \n").startswith(FORMULA)
            return f"'{text}" if risky else text
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}" if cell == cell.to_integral_value() else str(round(float(cell), 6))
        case _:
            return str(round(cell, 6))
