"""What holds for any goal, whatever its numbers and however it was written by hand."""

from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest
from goal_builders import goal, standing
from hypothesis import assume, given
from hypothesis import strategies as st

from smart_tui.goals.calendar import MONDAY_TO_FRIDAY, PLAIN_CALENDAR, Calendar, DaysOff, shifted
from smart_tui.goals.model import (
    CheckIn,
    Decision,
    Goal,
    GoalFile,
    History,
    Measurable,
    Milestone,
    Relevant,
    TimeBound,
)
from smart_tui.goals.standing import standings
from smart_tui.goals.terms import Bound, Cadence, Did, Direction, Flag, Horizon, Kind, Period, Status

TET = DaysOff(date(2027, 2, 4), date(2027, 2, 10), "Tết")
WITH_REST = Calendar(workdays=MONDAY_TO_FRIDAY, days_off=(TET,))

amounts = st.decimals(-10_000, 10_000, places=2)
gains = st.decimals(0, 10_000, places=2)
november_days = st.integers(1, 30).map("2026-11-{:02}".format)

november = partial(goal, start="2026-11-01", deadline="2026-11-30")


@given(gains, st.lists(st.tuples(november_days, gains), max_size=8), st.tuples(november_days, gains))
def test_one_more_gain_never_lowers_the_progress_of_a_total(
    baseline: Decimal, checkins: list[tuple[str, Decimal]], added: tuple[str, Decimal]
) -> None:
    before = november(baseline=baseline, target=20_000, checkins=checkins)
    after = november(baseline=baseline, target=20_000, checkins=[*checkins, added])
    lower, higher = standing(before, "2026-11-30").progress, standing(after, "2026-11-30").progress
    assert lower is not None
    assert higher is not None
    assert lower <= higher


@given(
    st.sampled_from(["total", "level"]),
    amounts,
    amounts,
    st.lists(st.tuples(november_days, amounts), min_size=1, max_size=8),
    st.sampled_from([Decimal("0.01"), Decimal("0.5"), Decimal(7), Decimal(1000)]),
)
def test_counting_in_another_unit_leaves_progress_as_it_was(
    kind: str, baseline: Decimal, target: Decimal, checkins: list[tuple[str, Decimal]], factor: Decimal
) -> None:
    scaled = [(day, value * factor) for day, value in checkins]
    one = november(kind=kind, baseline=baseline, target=target, checkins=checkins)
    other = november(kind=kind, baseline=baseline * factor, target=target * factor, checkins=scaled)
    assert standing(one, "2026-11-30").progress == pytest.approx(standing(other, "2026-11-30").progress)


@given(st.data(), st.lists(st.tuples(november_days, amounts), max_size=8))
def test_the_order_of_check_ins_in_the_file_does_not_change_a_total(
    data: st.DataObject, checkins: list[tuple[str, Decimal]]
) -> None:
    shuffled = data.draw(st.permutations(checkins))
    one, other = november(target=40, checkins=checkins), november(target=40, checkins=shuffled)
    assert standing(one, "2026-11-21").value == standing(other, "2026-11-21").value


@given(st.data(), st.dictionaries(november_days, amounts, max_size=8))
def test_a_level_reads_the_same_in_whatever_order_its_dates_stand(
    data: st.DataObject, readings: dict[str, Decimal]
) -> None:
    shuffled = data.draw(st.permutations(list(readings.items())))
    one, other = (
        november(kind="level", target=40, checkins=readings),
        november(kind="level", target=40, checkins=shuffled),
    )
    assert standing(one, "2026-11-21").value == standing(other, "2026-11-21").value
    assert standing(one, "2026-11-21").progress == standing(other, "2026-11-21").progress


@given(st.lists(st.tuples(november_days, amounts), max_size=6), st.lists(amounts, min_size=1, max_size=4))
def test_what_is_dated_tomorrow_changes_nothing_today(
    checkins: list[tuple[str, Decimal]], later: list[Decimal]
) -> None:
    early = [(day, value) for day, value in checkins if day <= "2026-11-21"]
    one = november(kind="level", baseline=1, target=40, checkins=early)
    other = november(
        kind="level", baseline=1, target=40, checkins=[*(("2026-11-22", n) for n in later), *early]
    )
    assert standing(one, "2026-11-21").progress == standing(other, "2026-11-21").progress
    assert standing(one, "2026-11-21").status is standing(other, "2026-11-21").status


# A goal that keeps to its plan


@given(
    start=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    length=st.integers(1, 800),
    today=st.integers(0, 800),
    weekday=st.integers(0, 6),
    a_day=st.sampled_from([Decimal("0.1"), Decimal(1), Decimal(7), Decimal(-3)]),
    kind=st.sampled_from(["total", "level"]),
    unit=st.sampled_from([None, "km"]),
    calendar=st.sampled_from([PLAIN_CALENDAR, WITH_REST]),
)
def test_a_weekly_goal_exactly_on_plan_is_on_track_on_every_day_of_its_run(
    *,
    start: date,
    length: int,
    today: int,
    weekday: int,
    a_day: Decimal,
    kind: str,
    unit: str | None,
    calendar: Calendar,
) -> None:
    days = [shifted(start, gone) for gone in range(length + 1)]
    assume(calendar.elapsed(start, days[-1]) > 0)
    plan = {day.isoformat(): a_day * calendar.elapsed(start, day) for day in days if day.weekday() == weekday}
    run = goal(
        kind=kind,
        unit=unit,
        baseline=0,
        target=a_day * calendar.elapsed(start, days[-1]),
        start=start.isoformat(),
        deadline=days[-1].isoformat(),
        checkins=_differences(plan) if kind == "total" else plan,
    )
    status = standing(run, days[today % len(days)].isoformat(), calendar).status
    assert status in {Status.ON_TRACK, Status.ACHIEVED}


@given(st.integers(1, 60), st.integers(0, 6), st.integers(0, 419))
def test_a_rate_kept_every_week_is_on_track_on_every_day_and_never_short(
    weeks: int, weekday: int, today: int
) -> None:
    monday = date(2026, 11, 2)
    leads = goal(
        kind="rate",
        per="week",
        target=70,
        start=monday.isoformat(),
        deadline=shifted(monday, 7 * weeks - 1).isoformat(),
        checkins={shifted(monday, 7 * week + weekday).isoformat(): 70 for week in range(weeks)},
    )
    where = standing(leads, shifted(monday, today % (7 * weeks)).isoformat())
    assert where.status in {Status.ON_TRACK, Status.ACHIEVED}
    assert where.short_period is None


def _differences(sums: dict[str, Decimal]) -> dict[str, Decimal]:
    steps = pairwise([Decimal(0), *sums.values()])
    return {day: after - before for day, (before, after) in zip(sums, steps, strict=True)}


# A file that anybody may have edited


any_day = st.dates(date(2026, 1, 1), date(2028, 12, 31)) | st.dates() | st.just(date.max)
any_number = st.decimals(-(10**12), 10**12) | st.sampled_from(
    [Decimal(0), Decimal("1e300"), Decimal("-1e-300")]
)
any_id = st.sampled_from(["a", "A", "b", "c", "đ", "", " "])
any_goal = st.builds(
    Goal,
    id=any_id,
    title=any_id,
    created=st.none() | any_day,
    horizon=st.none() | st.sampled_from(Horizon),
    measurable=st.builds(
        Measurable,
        metric=st.sampled_from([None, "", "leads"]),
        unit=st.sampled_from([None, "USD"]),
        kind=st.sampled_from(Kind),
        direction=st.sampled_from(Direction),
        per=st.none() | st.sampled_from(Period),
        bound=st.sampled_from(Bound),
        baseline=st.none() | any_number,
        target=st.none() | any_number,
    ),
    relevant=st.builds(Relevant, supports=st.none() | any_id),
    timebound=st.builds(
        TimeBound,
        start=st.none() | any_day,
        deadline=st.none() | any_day,
        cadence=st.sampled_from(Cadence),
        milestones=st.lists(st.builds(Milestone, any_day, any_number), max_size=3).map(tuple),
    ),
    history=st.builds(
        History,
        checkins=st.lists(st.builds(CheckIn, date=any_day, value=any_number), max_size=4).map(tuple),
        decisions=st.lists(st.builds(Decision, date=any_day, did=st.sampled_from(Did)), max_size=3).map(
            tuple
        ),
    ),
)
any_calendar = st.builds(
    Calendar,
    st.integers(1, 12),
    st.frozensets(st.integers(0, 6)),
    st.sampled_from([(), (TET,), (DaysOff(TET.last, TET.first),)]),
)


@given(st.lists(any_goal, max_size=6).map(tuple), any_calendar, any_day)
def test_every_goal_stands_somewhere_whatever_was_written(
    goals: tuple[Goal, ...], calendar: Calendar, today: date
) -> None:
    where = standings(GoalFile(goals=goals, calendar=calendar), today)
    assert [each.goal for each in where] == list(goals)
    for each in where:
        assert each.expected is None or 0 <= each.expected <= 1
        assert each.status.running or Flag.STALE not in each.flags
        assert each.late_by is None or each.late_by > 0
        assert each.parent != each.place


@given(st.lists(any_goal, max_size=6).map(tuple), any_day)
def test_no_goal_is_its_own_ancestor(goals: tuple[Goal, ...], today: date) -> None:
    where = standings(GoalFile(goals=goals), today)
    for each in where:
        seen = {each.place}
        at = each.parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = where[at].parent
