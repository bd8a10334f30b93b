"""Writing a report beside the goal file; imported when the first one is asked for."""

from datetime import date
from pathlib import Path

from smart_tui.goals.model import GoalFile
from smart_tui.goals.slugs import slug
from smart_tui.goals.windows import window
from smart_tui.reports.formats import written
from smart_tui.reports.papers.folder import folder_files, folder_name
from smart_tui.reports.papers.harvest import Harvest
from smart_tui.reports.report import report_of
from smart_tui.screens.messages import ReportAsked
from smart_tui.store.exports import write_folder, write_numbered
from smart_tui.words.clean import clean
from smart_tui.words.language import Language
from smart_tui.words.system import system_reason

FOLDER = "reports"


def write_report(asked: ReportAsked, file: GoalFile, today: date, lang: Language, goals: Path) -> Path:
    """Write a report into the folder `reports` beside the goal file, never over another; raises OSError."""
    report = report_of(file, today, window(asked.period, today, file.calendar))
    stem = f"{slug(file.title or 'goals')}-{today.isoformat()}-{asked.period.value}"
    return write_numbered(goals.parent / FOLDER, stem, asked.form.value, written(report, lang, asked.form))


def write_papers(harvest: Harvest, lang: Language, goals: Path) -> Path:
    """Write a workshop's sheets and its report into a folder of their own beside the goal file; raises OSError."""
    return write_folder(goals.parent / FOLDER, folder_name(harvest), folder_files(harvest, lang))


def outcome_text(lang: Language, outcome: Path | OSError) -> str:
    """Say where the report is, or why it is not."""
    if isinstance(outcome, OSError):
        reason = system_reason(lang, outcome.strerror)
        return lang.say("The report could not be written: {reason}", reason=reason)
    # Its name first: the foot may have no room for the folder.
    return lang.say("{file} is now in {folder}", file=outcome.name, folder=clean(str(outcome.parent)))
