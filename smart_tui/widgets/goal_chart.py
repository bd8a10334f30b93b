"""The chart of one goal: its curve, its plan, in the person's own words."""

from datetime import date

from smart_tui.goals.curve import Curve, curve
from smart_tui.goals.model import GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Kind
from smart_tui.goals.tree import Tree
from smart_tui.goals.windows import tally_on
from smart_tui.widgets.chart import Labels, chart
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
    lang: Language, file: GoalFile, standing: Standing, today: date, width: int
) -> tuple[Pieces, ...]:
    """Draw a goal's history and plan; as many empty lines where nothing can be drawn."""
    tally = tally_on(Tree.of(file.goals), standing.place, file.calendar, today)
    drawn = curve(tally)
    lines = _drawn(lang, standing, drawn, width) if drawn else ()
    return lines or ((),) * CHART_HEIGHT


def _drawn(lang: Language, standing: Standing, drawn: Curve, width: int) -> tuple[Pieces, ...]:
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
    return chart(drawn, (), labels, (width, CHART_HEIGHT), STATUS_STYLES[standing.status])
