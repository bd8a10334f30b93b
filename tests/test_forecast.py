"""The chance of making the date, from the goal's own weeks: calibrated, the same every time, silent when unsure."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from goal_builders import goal, standing
from histories import Share, shares
from hypothesis import example, given, settings
from hypothesis import strategies as st
from limit_histories import limit_shares, pooled
from msgspec.structs import replace
from shell import Shell
from shell import goal as shell_goal

from smart_tui.goals.ahead import days_of_safety
from smart_tui.goals.calendar import MONDAY_TO_FRIDAY, PLAIN_CALENDAR, Calendar, DaysOff
from smart_tui.goals.forecast import Forecast, forecast_of
from smart_tui.goals.model import Goal
from smart_tui.goals.tally import Tally
from smart_tui.words.forecast import chance_lines, forecast_lines
from smart_tui.words.language import language

MONDAY = date(2026, 9, 7)
"""The first day of the histories below."""
UNEVEN = (12, 7, 15, 9, 11, 6, 14, 8, 10, 13)
Number = int | str | Decimal


def history(numbers: Sequence[Number], **more: Any) -> Goal:
    """Build a goal with a number each Friday, one week after the other."""
    fridays = [(MONDAY + timedelta(weeks=week, days=4)).isoformat() for week in range(len(numbers))]
    return goal(
        **{
            "start": MONDAY.isoformat(),
            "deadline": (MONDAY + timedelta(weeks=len(numbers) + 10, days=-1)).isoformat(),
            "checkins": dict(zip(fridays, numbers, strict=True)),
            **more,
        }
    )


def forecast(of: Goal, calendar: Calendar = PLAIN_CALENDAR, *, today: date | None = None) -> Forecast | None:
    """Forecast on the Monday after the last number."""
    last = max((c.date for c in of.history.checkins), default=MONDAY + timedelta(weeks=10))
    return forecast_of(tally_of(of, today or last + timedelta(days=3), calendar))


def tally_of(of: Goal, today: date, calendar: Calendar = PLAIN_CALENDAR) -> Tally:
    return standing(of, today.isoformat(), calendar).tally


def surely(of: Goal, calendar: Calendar = PLAIN_CALENDAR, *, today: date | None = None) -> Forecast:
    said = forecast(of, calendar, today=today)
    assert said is not None
    return said


# What it says


def test_row_25_a_thousand_in_two_years_is_a_range_with_a_chance_never_one_date() -> None:
    # 1000 in 24 months are 41.7 a month, 9.6 a week. These weeks bring 9.5.
    weeks = (9, 12, 5, 14, 8, 11, 7, 10, 6, 13)
    contracts = history(weeks, target=1000, deadline=(MONDAY + timedelta(days=729)).isoformat())
    said = surely(contracts)
    assert 0.25 < said.chance < 0.65
    assert said.weeks == 10
    assert said.date is not None
    assert said.late is not None
    assert said.date < said.late
    assert said.bands[-1].date == contracts.deadline
    assert said.bands[-1].low < 1000 < said.bands[-1].high
    assert "%" in forecast_lines(language("en"), said)[0]


def test_even_weeks_leave_no_doubt() -> None:
    enough, short = surely(history([10] * 8, target=180)), surely(history([10] * 8, target=190))
    assert (enough.chance, short.chance) == (1.0, 0.0)
    assert enough.date == enough.late == date(2027, 1, 10)
    assert [band.middle for band in enough.bands] == [80 + 10 * week for week in range(1, 11)]
    assert short.date == short.late == date(2027, 1, 17)


def test_the_date_lies_before_the_deadline_when_more_than_half_the_runs_make_it() -> None:
    likely, unlikely = surely(history(UNEVEN, target=190)), surely(history(UNEVEN, target=225))
    assert likely.chance > 0.5
    assert unlikely.chance < 0.5
    deadline = date(2027, 1, 24)
    assert likely.date is not None
    assert likely.date <= deadline
    assert unlikely.date is not None
    assert unlikely.date > deadline


def test_the_bands_open_week_by_week_until_the_deadline() -> None:
    said = surely(history(UNEVEN, target=200))
    assert [band.date for band in said.bands] == [
        date(2026, 11, 22) + timedelta(weeks=week) for week in range(10)
    ]
    assert all(band.low <= band.middle <= band.high for band in said.bands)
    widths = [band.high - band.low for band in said.bands]
    assert widths[-1] > 2 * widths[0]


def test_a_long_way_has_few_bands() -> None:
    said = surely(history(UNEVEN, target=10**9, deadline="9999-12-31"))
    assert len(said.bands) <= 60
    assert said.bands[-1].date == date(9999, 12, 31)


@pytest.mark.parametrize(("target", "baseline"), [(3900, 3000), (2100, 3000)])
def test_a_level_goes_on_by_its_changes_from_week_to_week(target: int, baseline: int) -> None:
    step = 1 if target > baseline else -1
    readings = [baseline + step * 50 * week for week in range(1, 9)]
    level = partial(history, readings, kind="level", baseline=baseline)
    assert surely(level(target=target)).chance == 1.0
    assert surely(level(target=target + step)).chance == 0.0
    assert surely(level(target=target)).bands[-1].middle == target


def test_a_week_without_a_reading_carries_the_last_one_over() -> None:
    gaps = {"2026-09-11": 100, "2026-10-02": 160, "2026-10-23": 160}
    level = goal(
        kind="level", baseline=100, target=400, start="2026-09-07", deadline="2027-01-31", checkins=gaps
    )
    said = surely(level, today=date(2026, 10, 26))
    assert said.weeks == 7
    assert 0 < said.chance < 1


def test_a_limit_is_likely_to_end_on_its_right_side_when_it_hardly_moves() -> None:
    readings = (31, 33, 30, 32, 34, 31, 33, 32)
    kept, close = (surely(history(readings, kind="limit", target=line)) for line in (60, 33))
    assert kept.chance == 1.0
    assert 0.2 < close.chance < 0.9
    assert kept.date is kept.late is None
    least = surely(history(readings, kind="limit", bound="min", target=33))
    assert least.chance == pytest.approx(1 - close.chance, abs=0.25)


def limit(readings: Sequence[Number], target: Number, weeks_left: int) -> Forecast:
    """Forecast a ceiling."""
    deadline = MONDAY + timedelta(weeks=len(readings) + weeks_left, days=-1)
    return surely(history(readings, kind="limit", target=target, deadline=deadline.isoformat()))


WANDERING = (31, 35, 29, 33, 36, 30, 34, 28, 32, 35, 31, 33)
WALKING = (31, 33, 36, 38, 37, 40, 43, 42, 40, 37, 35, 33, 32, 30, 27, 28, 31, 33)


def test_a_limit_that_was_always_well_below_its_bound_is_likely_to_stay_there_however_long() -> None:
    assert all(limit(WANDERING, 45, weeks).chance > 0.95 for weeks in (6, 52))


@pytest.mark.parametrize("last", [27, 37])
def test_a_limit_that_wanders_around_its_bound_is_a_toss_up_whatever_its_last_reading(last: int) -> None:
    assert 0.35 < limit((*WANDERING, last), 32, 20).chance < 0.65


def test_what_wanders_around_a_mean_strays_no_further_in_a_year_and_what_walks_does() -> None:
    def widths(readings: Sequence[Number]) -> list[float]:
        return [band.high - band.low for band in limit(readings, 60, 52).bands]

    wandering, walking = widths(WANDERING), widths(WALKING)
    assert wandering[-1] < 1.5 * wandering[1]
    assert walking[-1] > 2.5 * walking[1]


def test_a_limit_that_has_gone_up_every_week_is_likely_to_pass_its_bound() -> None:
    assert limit(range(30, 42), 45, 20).chance < 0.1


def test_a_limit_that_never_moved_stays_where_it_is() -> None:
    kept, passed = (limit([31] * 8, line, 20) for line in (31, 30))
    assert (kept.chance, passed.chance) == (1.0, 0.0)
    assert {(band.low, band.high) for band in kept.bands} == {(31, 31)}


def test_a_rate_is_held_against_all_its_periods() -> None:
    posts = history(UNEVEN, kind="rate", per="week", target=10)
    assert 0.3 < surely(posts).chance < 0.95
    assert surely(history(UNEVEN, kind="rate", per="week", target=20)).chance == 0.0


def test_a_week_half_of_whose_working_days_are_off_brings_half() -> None:
    tet = DaysOff(date(2026, 12, 28), date(2027, 1, 1), "Tết")
    half = DaysOff(date(2027, 1, 4), date(2027, 1, 5))
    calendar = Calendar(workdays=frozenset(range(4)), days_off=(tet, half))
    said = surely(history([10] * 8, target=400), calendar)
    middles = [80.0, *(band.middle for band in said.bands)]
    brought = [after - before for before, after in pairwise(middles)]
    assert brought == pytest.approx([10.0] * 8 + [0.0, 5.0])


def test_a_known_week_off_is_no_week_without_success() -> None:
    numbers = [10, 10, 10, 0, 10, 10, 10, 10]
    calendar = Calendar(workdays=MONDAY_TO_FRIDAY, days_off=(DaysOff(date(2026, 9, 28), date(2026, 10, 2)),))
    said = surely(history(numbers, target=170), calendar)
    assert (said.weeks, said.chance) == (7, 1.0)


def test_the_present_week_is_not_counted_twice() -> None:
    # Its number came on Friday, as always: nothing more comes until Sunday.
    numbers = [10] * 8
    friday = MONDAY + timedelta(weeks=7, days=4)
    said = surely(history(numbers, target=180), today=friday)
    assert said.weeks == 7
    assert said.bands[0].middle == 80
    assert said.bands[1].middle == 90


def test_weeks_without_a_number_count_as_nothing() -> None:
    quiet = history([10, 0, 10, 0, 10, 0, 10, 0], target=100)
    gaps = replace(
        quiet,
        history=replace(quiet.history, checkins=tuple(c for c in quiet.history.checkins if c.value)),
    )
    today = MONDAY + timedelta(weeks=8)
    assert forecast(gaps, today=today) == forecast(quiet, today=today)


def test_the_weeks_since_a_monthly_number_are_not_empty_before_the_next_is_due() -> None:
    months = {"2026-07-31": 40, "2026-08-31": 42, "2026-09-30": 41, "2026-10-31": 43}
    monthly = goal(target=300, start="2026-07-01", deadline="2027-02-28", cadence="monthly", checkins=months)
    on_time, late = (surely(monthly, today=day) for day in (date(2026, 11, 26), date(2026, 12, 1)))
    assert on_time.weeks == 18
    assert on_time.bands[0].date == date(2026, 11, 29)
    assert on_time.bands[0].high > 200
    assert late.weeks == 22
    assert late.chance < on_time.chance


# What it does not say


@pytest.mark.parametrize(("weeks", "said"), [(5, False), (6, True)])
def test_nothing_is_said_below_six_whole_weeks(weeks: int, said: bool) -> None:
    assert (forecast(history(UNEVEN[:weeks], target=500)) is not None) is said
    on_sunday = MONDAY + timedelta(weeks=weeks, days=-1)
    assert forecast(history(UNEVEN[:weeks], target=500), today=on_sunday) is None


def test_a_week_that_began_before_the_goal_is_no_whole_one() -> None:
    since_wednesday = partial(history, UNEVEN[:7], target=500, start="2026-09-09")
    assert forecast(since_wednesday(), today=date(2026, 10, 19)) is None
    assert surely(since_wednesday(), today=date(2026, 10, 26)).weeks == 7


@pytest.mark.parametrize(
    "more",
    [
        {"target": None},
        {"target": 500, "deadline": None},
        {"target": 500, "deadline": "2026-11-15"},
        {"target": 100},
        {"target": 1, "kind": "yes-no"},
        {"target": 500, "decisions": [("2026-11-14", "drop")]},
        {"target": 500, "decisions": [("2026-11-14", "close")]},
        {"target": 500, "checkins": ()},
    ],
    ids=["no target", "no deadline", "overdue", "reached", "yes-no", "dropped", "closed", "no number"],
)
def test_nothing_is_said_of_a_goal_that_has_no_way_before_it(more: dict[str, Any]) -> None:
    assert forecast(history(UNEVEN, **more), today=date(2026, 11, 16)) is None


@pytest.mark.parametrize("numbers", [[1, 0, 0, 0, 0, 0, 0, 0], [0] * 7 + [1]])
def test_a_date_more_than_ten_years_away_is_not_told(numbers: list[int]) -> None:
    said = surely(history(numbers, target=100_000))
    assert said.date is said.late is None
    assert len(forecast_lines(language("en"), said)) == 1


def test_a_date_before_a_deadline_that_far_away_is_not_told_either() -> None:
    said = surely(history(UNEVEN, target=10_000, deadline="9999-12-31"))
    assert (said.chance, said.date, said.late) == (1.0, None, None)


def test_a_goal_that_goes_backwards_has_no_date() -> None:
    said = surely(history([3000 - 10 * week for week in range(8)], kind="level", baseline=3010, target=5000))
    assert (said.chance, said.date, said.late) == (0.0, None, None)


@pytest.mark.parametrize("huge", ["1e150", "-1e150", "1e400", "-1e400"])
def test_numbers_that_leave_the_floats_are_not_forecast(huge: str) -> None:
    assert forecast(history([huge, *UNEVEN], target=500)) is None
    assert forecast(history(UNEVEN, target="1e400")) is None


NUMBERS = st.one_of(
    st.integers(-50, 50).map(Decimal),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**6),
    st.sampled_from([Decimal("1e90"), Decimal("-1e90"), Decimal("1e-90"), Decimal("9e99")]),
)


@settings(max_examples=60, deadline=None)
@example([Decimal(0)] * 4 + [Decimal("1e-90"), Decimal("-1e90")], Decimal(0), "total", 0)
@given(
    st.lists(NUMBERS, min_size=6, max_size=12),
    NUMBERS,
    st.sampled_from(["total", "level", "rate", "limit"]),
    st.integers(-3, 3000),
)
def test_whatever_the_numbers_the_forecast_is_in_order(
    numbers: list[Decimal], target: Decimal, kind: str, days: int
) -> None:
    deadline = (MONDAY + timedelta(weeks=len(numbers), days=days)).isoformat()
    said = forecast(history(numbers, target=target, kind=kind, per="week", deadline=deadline))
    if said is None:
        return
    assert 0 <= said.chance <= 1
    assert all(band.low <= band.middle <= band.high for band in said.bands)
    assert [band.date for band in said.bands] == sorted({band.date for band in said.bands})
    if said.late is not None:
        assert said.date is not None
        assert said.date <= said.late
    if kind != "limit" and said.date is not None:
        assert (said.chance >= 0.5) is (said.date.isoformat() <= deadline)
        assert said.date.year < 2038


# Laws


def test_the_same_data_give_the_same_forecast() -> None:
    assert forecast(history(UNEVEN, target=200)) == forecast(history(UNEVEN, target=200))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 30), min_size=6, max_size=12),
    st.integers(100, 900),
    st.data(),
    st.integers(1, 40),
)
def test_who_reached_more_has_no_smaller_chance(
    numbers: list[int], target: int, data: st.DataObject, more: int
) -> None:
    week = data.draw(st.integers(0, len(numbers) - 1))
    better = [number + more * (at == week) for at, number in enumerate(numbers)]
    before, after = (forecast(history(reached, target=target)) for reached in (numbers, better))
    if before is not None and after is not None:
        assert after.chance >= before.chance
        assert all(b.middle >= a.middle for a, b in zip(before.bands, after.bands, strict=True))


def test_what_is_said_to_be_70_to_80_percent_likely_is_reached_so_often() -> None:
    # `python tests/bench/calibration.py` tells it cell by cell, of many more.
    pooled = Share()
    for _, share in shares(12):
        pooled.said += share.said
        pooled.reached += share.reached
    assert pooled.said > 40
    assert 0.7 <= pooled.ratio <= 0.8


def test_so_are_the_readings_of_limits_that_return_to_a_mean_wander_or_walk() -> None:
    coin, likely, sure = pooled(limit_shares(16))
    assert likely.said > 50
    assert 0.4 <= coin.ratio <= 0.6
    assert 0.7 <= likely.ratio <= 0.8
    assert 0.8 < sure.ratio < 0.96


# In words


SAID = Forecast(0.713, date(2027, 1, 12), date(2027, 2, 3), 9, ())


def test_the_words_say_how_many_weeks_they_are_from() -> None:
    assert forecast_lines(language("en"), SAID) == [
        "71% likely, if the coming weeks are like the last 9",
        "half the chances by 12 Jan 2027, 85% by 3 Feb 2027",
    ]
    assert forecast_lines(language("vi"), SAID) == [
        "71% khả năng đạt kịp hạn, nếu các tuần tới cũng như 9 tuần vừa qua",
        "đến 12/1/2027 có một nửa khả năng đạt, đến 3/2/2027 là 85%",
    ]


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.0, "less than 5%"),
        (0.049, "less than 5%"),
        (0.05, "5%"),
        (0.95, "95%"),
        (0.96, "more than 95%"),
        (1.0, "more than 95%"),
    ],
)
def test_a_chance_near_the_ends_is_not_told_to_the_percent(chance: float, said: str) -> None:
    assert forecast_lines(language("en"), replace(SAID, chance=chance))[0].startswith(f"{said} likely")


def test_a_later_date_that_is_too_far_away_is_left_out() -> None:
    assert forecast_lines(language("en"), replace(SAID, late=None))[1] == "half the chances by 12 Jan 2027"
    assert len(forecast_lines(language("en"), replace(SAID, date=None, late=None))) == 1


def test_a_story_asks_for_its_lines() -> None:
    lines = chance_lines(language("en"), SAID)
    assert [line.label for line in lines] == ["Chance", "When"]


LEADS = shell_goal(
    "leads",
    "1,000 new leads",
    ("2026-10-16", 120),
    ("2026-11-06", 180),
    ("2026-11-20", 150),
    measure="target = 1000",
    time="start = 2026-09-30\ndeadline = 2026-12-31",
)


@pytest.mark.parametrize("arguments", [("list", "--json"), ("show", "leads", "--json")])
def test_the_json_says_date_chance_and_weeks(shell: Shell, arguments: tuple[str, ...]) -> None:
    shell.write(LEADS)
    document = shell(*arguments).json
    said = document["goals"][0]["forecast"] if "goals" in document else document["forecast"]
    assert set(said) == {"date", "chance", "weeks"}
    assert said["weeks"] == 7
    assert 0 < said["chance"] < 0.25
    assert "2027-01-15" < said["date"] < "2027-04-15"


@pytest.mark.parametrize("arguments", [("list",), ("show", "leads")])
def test_without_json_no_forecast_is_computed(
    shell: Shell, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("smart_tui.goals.forecast.status_of", refuse)
    shell.write(LEADS)
    assert shell(*arguments).code == 0


# Days of safety

sixty = partial(goal, target=60, start="2026-11-01", deadline="2026-12-31")
"""One for each day."""


@pytest.mark.parametrize(
    ("reached", "days"), [(29, 9), (20, 0), (19, -1), (12, -8), (0, -20), (-5, -21)], ids=str
)
def test_days_of_safety_are_those_until_the_plan_wants_more(reached: int, days: int) -> None:
    assert days_of_safety(tally_of(sixty(checkins={"2026-11-21": reached}), date(2026, 11, 21))) == days


def test_a_weekly_number_that_was_enough_keeps_until_it_is_judged_anew() -> None:
    number = sixty(checkins={"2026-11-21": 20})
    assert days_of_safety(tally_of(number, date(2026, 11, 28))) == 0
    assert days_of_safety(tally_of(number, date(2026, 11, 30))) == -9


def test_days_of_safety_run_along_the_milestones() -> None:
    late = sixty(checkins={"2026-11-21": 10}, milestones={"2026-12-01": 10})
    assert days_of_safety(tally_of(late, date(2026, 11, 21))) == 10


def test_days_off_are_safe() -> None:
    # Of 60 days after the first, ten are off: after 20 days the plan wants 24.
    calendar = Calendar(days_off=(DaysOff(date(2026, 11, 22), date(2026, 12, 1), "Tết"),))
    enough = sixty(checkins={"2026-11-21": 24})
    assert days_of_safety(tally_of(enough, date(2026, 11, 21), calendar)) == 10
    assert days_of_safety(tally_of(enough, date(2026, 11, 21))) == 4


def test_the_days_of_a_falling_number_count_as_well() -> None:
    cost = sixty(kind="level", direction="decrease", baseline=100, target=40, checkins={"2026-11-21": 75})
    assert days_of_safety(tally_of(cost, date(2026, 11, 21))) == 5


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "limit"},
        {"kind": "yes-no"},
        {"deadline": None},
        {"target": 20},
        {"deadline": "2026-11-20"},
        {"start": "2026-12-01"},
        {"decisions": [("2026-11-20", "drop")]},
    ],
    ids=str,
)
def test_there_are_no_days_of_safety_without_a_plan_that_runs(more: dict[str, Any]) -> None:
    of = sixty(**{"checkins": {"2026-11-15": 20}, **more})
    assert days_of_safety(tally_of(of, date(2026, 11, 21))) is None
