"""The report as JSON: the elements of `list --json`, each with what happened in the window."""

from typing import Any

from smart_tui.goals.costs import Cost
from smart_tui.goals.model import CheckIn
from smart_tui.goals.owners import OWNER_PERIODS, Degree, Owner
from smart_tui.goals.windows import Ended, Movement, Window
from smart_tui.reports.element import SCHEMA, element, json_text
from smart_tui.reports.report import Report, Reported


def json_report(report: Report) -> str:
    """Write the report; the same in every language."""
    return json_text(_document(report), indent=1) + "\n"


def _document(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "title": report.title,
        "today": report.today,
        "window": _window(report.window),
        "before": _window(report.before),
        "statuses": {status.value: count for status, count in report.statuses.items()},
        "ended": _ended(report.ended),
        "ended_before": _ended(report.ended_before),
        "hours_per_week": report.hours_per_week,
        "goals": [_goal(reported) for reported in report.goals],
        "owners": [_owner(owner) for owner in report.owners],
    }


def _goal(reported: Reported) -> dict[str, Any]:
    history = reported.standing.goal.history
    return {
        **element(reported.standing),
        "now": _movement(reported.now),
        "before": _movement(reported.before),
        "money": _cost(reported.money) if reported.money else None,
        "hours": _cost(reported.hours) if reported.hours else None,
        "checkins": [_checkin(checkin) for checkin in history.checkins],
        "leads": [{"date": each.date, "name": each.name, "value": each.value} for each in history.leads],
        "decisions": [{"date": d.date, "did": d.did.value, "why": d.why} for d in history.decisions],
    }


def _window(window: Window) -> dict[str, Any]:
    return {"period": window.period.value, "start": window.span.first, "end": window.span.last}


def _ended(ended: Ended) -> dict[str, int]:
    return {"goals": ended.goals, "reached": ended.reached}


def _movement(movement: Movement) -> dict[str, Any]:
    return {
        "checkins": movement.checkins,
        "from": movement.before,
        "to": movement.after,
        "change": movement.change,
        "wanted": movement.wanted,
        "progress": movement.progress,
    }


def _cost(cost: Cost) -> dict[str, Any]:
    return {
        "given": cost.given,
        "results": cost.results,
        "per_result": cost.per_result,
        "planned": cost.planned,
        "planned_per_result": cost.planned_per_result,
    }


def _checkin(checkin: CheckIn) -> dict[str, Any]:
    return {
        "date": checkin.date,
        "value": checkin.value,
        "note": checkin.note,
        "confidence": checkin.confidence,
    }


def _owner(owner: Owner) -> dict[str, Any]:
    return {
        "owner": owner.name,
        "hours_per_week": owner.hours_per_week,
        "goals": [
            {
                "id": work.standing.goal.id,
                **{p.value: _degree(d) for p, d in zip(OWNER_PERIODS, work.degrees, strict=True)},
            }
            for work in owner.works
        ],
    }


def _degree(degree: Degree | None) -> dict[str, Any] | None:
    if degree is None:
        return None
    return {"done": degree.done, "asked": degree.asked, "ratio": degree.ratio}
