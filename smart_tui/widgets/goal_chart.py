"""The chart of one goal: its curve, its plan, in the person's own words."""

from smart_tui.goals.curve import Curve, curve
from smart_tui.goals.forecast import Forecast
from smart_tui.goals.standing import Standing
from smart_tui.widgets.chart import Band, Labels, chart
from smart_tui.widgets.painted import Pieces
from smart_tui.widgets.theme import STATUS_STYLES
from smart_tui.words.dates import day_and_month, month_and_year
from smart_tui.words.language import Language
from smart_tui.words.numbers import amount

SHORT_DAYS = 100
"""Up to so many days the ends are named by their days."""


def goal_chart(
    lang: Language, standing: Standing, forecast: Forecast | None, size: tuple[int, int]
) -> tuple[Pieces, ...]:
    """Draw a goal's history, its plan and what is likely; as many empty lines where nothing can be drawn."""
    drawn = curve(standing.tally)
    lines = _drawn(lang, standing, drawn, forecast, size) if drawn else ()
    return lines or ((),) * size[1]


def _drawn(
    lang: Language, standing: Standing, drawn: Curve, forecast: Forecast | None, size: tuple[int, int]
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
    return chart(drawn, bands, labels, size, STATUS_STYLES[standing.status])
