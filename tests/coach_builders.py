"""Drafts as a person types them, filled from their sentence, and what the coach makes of them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from smart_tui.coach.answers import Setting
from smart_tui.coach.filling import filled
from smart_tui.coach.findings import Finding
from smart_tui.coach.review import Review, review
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.terms import Dialect

TODAY = date(2026, 11, 21)
THOUSAND = "1000 new leads next month"
"""The seed's example."""


def draft(sentence: str, more: Mapping[Field, str] | None = None, lang: str = "en") -> Draft:
    """Type a sentence and some fields, and let the sentence answer the rest."""
    texts = MappingProxyType({Field.SENTENCE: sentence, **(more or {})})
    return filled(Draft(key="", lang=lang, texts=texts), Setting(GoalFile(), TODAY))


def judged(
    sentence: str,
    more: Mapping[Field, str] | None = None,
    lang: str = "en",
    goals: tuple[Goal, ...] = (),
    dialect: Dialect = Dialect.RELEVANT,
) -> Review:
    return review(draft(sentence, more, lang), GoalFile(goals=goals), TODAY, dialect)


def found(of: Review, code: str) -> Finding:
    return next(finding for finding in of.findings if finding.code == code)
