"""What the coach says of the letter that is shown: everything where there is room, else its first line."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from smart_tui.coach.findings import NOTES, Finding, Level, Verdict
from smart_tui.screens.wizard.view import View
from smart_tui.widgets.plain_text import content
from smart_tui.words.coaching import LEVEL_GLYPHS, finding_text, score_text
from smart_tui.words.language import Language

STYLES = {Level.STRONG: "$good", Level.ASK: "$behind", Level.MISSING: "$behind"}
NOTE = "·"
GAP = "   "


class CoachPanel(Static):
    """Every point of the letter, met or open, and the score that they make."""

    DEFAULT_CSS = """
    CoachPanel { height: auto; margin: 0 0 2 0; }
    """

    def show(self, view: View) -> None:
        """Paint the verdict."""
        verdict = view.review.verdicts[view.draft.letter]
        self.update(verdict_content(view.lang, verdict))


class CoachLine(Static):
    """The most pressing point of the letter."""

    DEFAULT_CSS = """
    CoachLine { height: auto; max-height: 2; padding: 0 2; }
    """

    _said, _score = Content(""), ""

    def show(self, view: View) -> None:
        """Paint the verdict's first line."""
        verdict = view.review.verdicts[view.draft.letter]
        self._said, self._score = verdict_line(view.lang, verdict), score_text(view.lang, verdict)
        self.on_resize()

    def on_resize(self) -> None:
        """Break the line before the score rather than within it."""
        width = self.content_size.width
        last = self._said.wrap(width)[-1] if width else self._said
        fits = not width or last.cell_length + len(GAP) + cell_len(self._score) <= width
        before = GAP if fits else "\n"
        self.update(Content.assemble(self._said, (f"{before}{self._score}", "$muted")))


def verdict_content(lang: Language, verdict: Verdict) -> Content:
    """Say everything of a letter: its score, and each point that makes it."""
    return Content.assemble(*_heading(lang, verdict), *_points(lang, verdict))


def verdict_line(lang: Language, verdict: Verdict) -> Content:
    """Say the most pressing point of a letter."""
    return _line(lang, verdict.headline) if verdict.headline else Content("")


def _heading(lang: Language, verdict: Verdict) -> tuple[tuple[str, str], ...]:
    return (lang.say("Coach"), "bold"), (f"{GAP}{score_text(lang, verdict)}\n", "$muted")


def _points(lang: Language, verdict: Verdict) -> tuple[Content, ...]:
    """Give what is open first: it is what there is to do."""
    order = [Level.MISSING, Level.ASK, Level.STRONG]
    findings = sorted(verdict.findings, key=lambda it: (it.code in NOTES, order.index(it.level)))
    return tuple(Content.assemble("\n", _line(lang, finding)) for finding in findings)


def _line(lang: Language, finding: Finding) -> Content:
    note = finding.code in NOTES
    glyph = NOTE if note else LEVEL_GLYPHS[finding.level]
    met = note or finding.level is Level.STRONG
    said = content(finding_text(lang, finding))
    style = "$muted" if met else ""
    return Content.assemble((f"{glyph} ", "$muted" if note else STYLES[finding.level]), (said.plain, style))
