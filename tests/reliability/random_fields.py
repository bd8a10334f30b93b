"""Every field of a goal and what it holds, written down a second time: a test compares it with the program's own."""

from enum import StrEnum

from smart_tui.goals.terms import Bound, Cadence, Direction, Entry, Horizon, Kind, Period

Shape = str | type[StrEnum]
"""What a field holds: a word, or a closed list of words."""

FIELDS: dict[str, Shape] = {
    "id": "text",
    "title": "text",
    "lang": "text",
    "owner": "text",
    "alias": "text",
    "main": "truth",
    "helpers": "texts",
    "horizon": Horizon,
    "created": "day",
    "specific.sentence": "text",
    "specific.audience": "text",
    "specific.channel": "text",
    "specific.product_line": "text",
    "specific.details": "text",
    "specific.clarity": "clarity",
    "measurable.metric": "text",
    "measurable.unit": "text",
    "measurable.kind": Kind,
    "measurable.direction": Direction,
    "measurable.per": Period,
    "measurable.bound": Bound,
    "measurable.baseline": "number",
    "measurable.target": "number",
    "measurable.stretch": "number",
    "measurable.source": "text",
    "measurable.budget": "number",
    "measurable.hours": "number",
    "measurable.entry": Entry,
    "achievable.past": "past",
    "achievable.strengths": "text",
    "achievable.weaknesses": "text",
    "achievable.resources": "text",
    "achievable.evidence": "text",
    "achievable.confidence": "confidence",
    "achievable.obstacle": "text",
    "achievable.if_then": "text",
    "relevant.supports": "text",
    "relevant.worth": "number",
    "relevant.why": "text",
    "relevant.realistic": "text",
    "relevant.plan": "text",
    "relevant.actions": "actions",
    "timebound.start": "day",
    "timebound.deadline": "day",
    "timebound.cadence": Cadence,
    "timebound.timing": "text",
    "timebound.milestones": "milestones",
    "history.result": "result",
}
LISTS = ("texts", "past", "actions", "milestones")
LETTERS = ("specific", "measurable", "achievable", "relevant", "timebound")
