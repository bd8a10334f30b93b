"""The forecast in words: how likely, from how many weeks, and by when."""

from smart_tui.goals.forecast import Forecast
from smart_tui.words.dates import short_date
from smart_tui.words.language import Language
from smart_tui.words.line import Line
from smart_tui.words.numbers import percent

LEAST_SAID, MOST_SAID = 0.05, 0.95
"""Beyond these the runs are too few for a number, and the coming weeks too strange."""
LATE = 0.85
"""The chance of the later date."""


def chance_lines(lang: Language, forecast: Forecast) -> tuple[Line, ...]:
    """Give the lines that a story says of the chance."""
    likely, *dates = forecast_lines(lang, forecast)
    return (Line(likely, label=lang.say("Chance")), *(Line(text, label=lang.say("When")) for text in dates))


def forecast_lines(lang: Language, forecast: Forecast) -> list[str]:
    """Say how likely the goal is to be made, from how many weeks, and in a second line by when."""
    likely = lang.say(
        "{chance} likely, if the coming weeks are like the last {weeks}",
        chance=chance_text(lang, forecast.chance),
        weeks=forecast.weeks,
    )
    dates = dates_text(lang, forecast)
    return [likely, dates] if dates else [likely]


def chance_text(lang: Language, chance: float) -> str:
    """Write a chance: "71%", "less than 5%", "more than 95%"."""
    if chance < LEAST_SAID:
        return lang.say("less than {percent}", percent=percent(lang, LEAST_SAID))
    if chance > MOST_SAID:
        return lang.say("more than {percent}", percent=percent(lang, MOST_SAID))
    return percent(lang, chance)


def dates_text(lang: Language, forecast: Forecast) -> str:
    """Say by when half the runs are there, and when it is fairly sure; empty where both are too far away."""
    if forecast.date is None:
        return ""
    half = short_date(lang, forecast.date)
    if forecast.late is None:
        return lang.say("half the chances by {half}", half=half)
    return lang.say(
        "half the chances by {half}, {percent} by {late}",
        half=half,
        percent=percent(lang, LATE),
        late=short_date(lang, forecast.late),
    )
