"""A goal as stable JSON: fields are always there (null when unknown), may be added, are never removed or renamed."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from smart_tui.goals.ahead import next_sum
from smart_tui.goals.forecast import forecast_of
from smart_tui.goals.standing import RatePeriod, Standing
from smart_tui.words.clean import clean_json

SCHEMA = 1


def json_text(document: dict[str, Any], *, indent: int | None = None) -> str:
    """Write a document of elements, decimals and dates; nothing in it moves a terminal's cursor."""
    return clean_json(
        json.dumps(document, ensure_ascii=False, default=_plain, allow_nan=False, indent=indent)
    )


def element(standing: Standing) -> dict[str, Any]:
    """Give one goal; numbers are numbers, ratios unrounded, dates ISO."""
    goal, measure = standing.goal, standing.goal.measurable
    return {
        "id": goal.id,
        "title": goal.title,
        "status": standing.status.value,
        "flags": [flag.value for flag in standing.flags],
        "horizon": standing.horizon.value,
        "supports": goal.relevant.supports,
        "owner": goal.owner,
        "metric": measure.metric,
        "unit": measure.unit,
        "kind": measure.kind.value,
        "direction": measure.direction.value,
        "per": measure.per.value if measure.per else None,
        "baseline": measure.baseline,
        "target": measure.target,
        "value": standing.value,
        "progress": standing.progress,
        "expected": standing.expected,
        "pace": standing.pace,
        "start": goal.start,
        "deadline": goal.deadline,
        "days_left": standing.days_left,
        "late_by": standing.late_by,
        "reached_on": standing.reached_on,
        "last_checkin": standing.last_checkin,
        "needed_per_week": standing.needed_per_week,
        "measured_per_week": standing.measured_per_week,
        "period": _period(standing.period) if standing.period else None,
        "forecast": _forecast(standing),
        "next": _next(standing),
        "audience": goal.specific.audience,
        "channel": goal.specific.channel,
        "product_line": goal.specific.product_line,
    }


def _period(period: RatePeriod) -> dict[str, Any]:
    return {
        "start": period.span.first,
        "end": period.span.last,
        "value": period.value,
        "target": period.target,
        "progress": period.progress,
    }


def _forecast(standing: Standing) -> dict[str, Any] | None:
    forecast = forecast_of(standing.tally, bands=False)
    if forecast is None:
        return None
    return {"date": forecast.date, "chance": forecast.chance, "weeks": forecast.weeks}


def _next(standing: Standing) -> dict[str, Any] | None:
    coming = next_sum(standing.tally) if standing.status.running else None
    return {"date": coming.day, "value": coming.number, "change": coming.change} if coming else None


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
    raise TypeError(type(value))
