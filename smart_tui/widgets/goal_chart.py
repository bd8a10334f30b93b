"""The chart of one goal: its curve, its plan, in the person's own words."""

from smart_tui.goals.curve import Curve, curve
from smart_tui.goals.forecast import Forecast
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Kind
from smart_tui.widgets.chart import Band, Labels, chart
from smart_tui.widgets.painted import Pieces
from smart_tui.widgets.theme import STATUS_STYLES
from smart_tui.words.dates import day_and_month, month_and_year
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount

CHART_HEIGHT = 11
SHORT_DAYS = 100
"""Up to so many days the ends are named by their days."""


def has_chart(standing: Standing) -> bool:
    """Whether there is something to draw."""
    goal = standing.goal
    dated = goal.start is not None and goal.deadline is not None and goal.deadline >= goal.start
    counts = goal.measurable.kind is not Kind.YES_NO and standing.goal_line is not None
    return dated and counts and standing.last_checkin is not None


def goal_chart(
    lang: Language, standing: Standing, forecast: Forecast | None, width: int
) -> tuple[Pieces, ...]:
    """Draw a goal's history, its plan and what is likely; as many empty lines where nothing can be drawn."""
    drawn = curve(standing.tally)
    lines = _drawn(lang, standing, drawn, forecast, width) if drawn else ()
    return lines or ((),) * CHART_HEIGHT


def _drawn(
    lang: Language, standing: Standing, drawn: Curve, forecast: Forecast | None, width: int
) -> tuple[Pieces, ...]:
    goal = standing.goal
    days = [point.date for point in (*drawn.history, *drawn.plan)]
    first, last = min(days), max(days)
    said = day_and_month if (last - first).days <= SHORT_DAYS else month_and_year
    labels = Labels(
        top=amount(lang, drawn.goal_line, goal.measurable.unit),
        plan=lang.say("milestones") if goal.timebound.milestones else lang.say("even pace"),
        first=said(lang, first),
        last=said(lang, last),
    )
    bands = [Band(it.date, it.low, it.middle, it.high) for it in forecast.bands] if forecast else []
    return chart(drawn, bands, labels, (width, CHART_HEIGHT), STATUS_STYLES[standing.status])
