"""Which goal serves which, what a large goal sums, and the horizon that follows."""

from datetime import date
from functools import partial

import pytest
from goal_builders import goal, standing, standings_by_title
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smart_tui.goals.calendar import shifted
from smart_tui.goals.model import Goal, GoalFile, horizon_of
from smart_tui.goals.standing import standings
from smart_tui.goals.terms import Flag, Horizon, Status
from smart_tui.goals.tree import Tree, by_urgency, same

to_autumn_2028 = partial(goal, start="2026-10-01", deadline="2028-09-30")
two_years = partial(to_autumn_2028, "1,000 contracts", target=1000)
forty_a_month = partial(to_autumn_2028, kind="rate", per="month", target=40, supports="1,000 contracts")


# Links


def test_children_are_found_by_the_id_that_they_support_wherever_they_stand() -> None:
    tree = Tree.of([goal("b", supports="a"), goal("a"), goal("c", supports="b"), goal("d", supports="a")])
    assert tree.parents == (1, None, 0, 1)
    assert tree.children == ((2,), (0, 3), (), ())
    assert list(tree.below(1)) == [0, 2, 3]


def test_an_id_typed_in_capitals_or_in_another_unicode_form_is_the_same_id() -> None:
    assert same(" Ti\u1ebfng ") == same("TIE\u0302\u0301NG")
    tree = Tree.of([goal("tiếng-anh"), goal("lớp học", supports="TIE\u0302\u0301NG-ANH ")])
    assert tree.parents == (None, 0)


@pytest.mark.parametrize("supports", ["nobody", "", "child"])
def test_a_link_to_nobody_or_to_itself_is_no_link(supports: str) -> None:
    assert Tree.of([goal("child", supports=supports)]).parents == (None,)


def test_goals_that_support_each_other_in_a_circle_have_no_parent_but_may_have_children() -> None:
    circle = [goal("a", supports="c"), goal("b", supports="a"), goal("c", supports="b")]
    tree = Tree.of([*circle, goal("outside", supports="a")])
    assert tree.parents == (None, None, None, 0)


@given(st.lists(st.one_of(st.none(), st.integers(0, 7)), max_size=8))
def test_a_goal_has_its_larger_goal_unless_the_way_up_comes_back_to_it(supports: list[int | None]) -> None:
    goals = [
        goal(str(at), supports=None if to is None else str(to % len(supports)))
        for at, to in enumerate(supports)
    ]
    wished = [None if to is None else to % len(supports) for to in supports]
    for at, parent in enumerate(Tree.of(goals).parents):
        way = [at]
        while (larger := wished[way[-1]]) is not None and larger not in way:
            way.append(larger)
        assert parent == (None if larger == at else wished[at])


def test_goals_hang_at_most_twenty_levels_deep_wherever_they_stand_in_the_file() -> None:
    chain = [goal(str(at), supports=str(at - 1) if at else None) for at in range(50)]
    for goals in (chain, chain[::-1]):
        tree = Tree.of(goals)
        alone = {tree.goals[at].title for at, parent in enumerate(tree.parents) if parent is None}
        assert alone == {"0", "21", "42"}
        assert {tree.goals[at].title for at in tree.cut} == {"21", "42"}


def test_a_circle_of_goals_that_would_sum_each_other_adds_nothing_twice() -> None:
    won = {"2026-11-20": 10}
    circle = [two_years(checkins=won, supports="b"), goal("b", supports="1,000 contracts", checkins=won)]
    where = standings_by_title(circle, "2026-11-21")
    assert where["1,000 contracts"].value == 10
    assert where["b"].value == 10


def test_of_two_goals_with_one_id_both_are_shown_and_the_first_is_the_parent() -> None:
    twin = replace(goal("twin"), id="a")
    tree = Tree.of([goal("a"), twin, goal("child", supports="a")])
    assert tree.parents == (None, None, 0)
    assert len(standings(GoalFile(goals=tree.goals), date(2026, 11, 21))) == 3


def test_a_goal_written_without_an_id_is_nobodys_parent() -> None:
    nameless = replace(goal("nameless"), id="")
    assert Tree.of([nameless, goal("a"), goal("b", supports="")]).parents == (None, None, None)


# Sums


def test_a_thousand_contracts_in_two_years_are_summed_from_forty_a_month() -> None:
    north = forty_a_month("north", checkins={"2026-10-30": 40, "2026-11-20": 35})
    south = forty_a_month("south", checkins={"2026-11-21": 5, "2026-11-22": 100})
    where = standings_by_title([two_years(checkins={"2026-10-02": 20}), north, south], "2026-11-21")
    contracts = where["1,000 contracts"]
    assert contracts.value == 100
    assert contracts.progress == 0.1  # no average of its children's
    assert contracts.last_checkin == date(2026, 11, 21)
    assert contracts.sums_children
    assert not where["north"].sums_children


def test_a_large_goal_is_reached_by_a_check_in_of_its_child() -> None:
    large = two_years(target=70)
    north = forty_a_month("north", checkins={"2026-10-30": 40, "2026-11-20": 35})
    reached = standings_by_title([large, north], "2026-11-21")["1,000 contracts"]
    assert reached.status is Status.ACHIEVED
    assert reached.reached_on == date(2026, 11, 20)


def test_sums_reach_through_every_level() -> None:
    middle = goal("middle", target=500, supports="1,000 contracts", checkins={"2026-11-02": 3})
    deep = goal("deep", target=40, supports="middle", checkins={"2026-11-03": 4})
    where = standings_by_title([deep, middle, two_years()], "2026-11-21")
    assert where["1,000 contracts"].value == where["middle"].value == 7


def test_the_baseline_of_a_child_is_its_own() -> None:
    child = goal("child", baseline=100, target=140, supports="1,000 contracts", checkins={"2026-11-02": 3})
    where = standings_by_title([two_years(baseline=50), child], "2026-11-21")
    assert where["1,000 contracts"].value == 53
    assert where["child"].value == 103


@pytest.mark.parametrize(
    "child",
    [
        goal("child", metric="leads", worth="0.04", supports="1,000 contracts", checkins={"2026-11-02": 300}),
        goal("child", unit="USD", supports="1,000 contracts", checkins={"2026-11-02": 300}),
        goal("child", metric=None, supports="1,000 contracts", checkins={"2026-11-02": 300}),
        goal("child", kind="level", supports="1,000 contracts", checkins={"2026-11-02": 300}),
        goal("child", kind="yes-no", supports="1,000 contracts", checkins={"2026-11-02": 1}),
    ],
    ids=["another metric", "another unit", "no metric", "a level", "yes-no"],
)
def test_children_that_count_something_else_never_add_up(child: Goal) -> None:
    large = standings_by_title([two_years(), child], "2026-11-21")["1,000 contracts"]
    assert large.value == 0
    assert not large.sums_children


@pytest.mark.parametrize("metric", [None, "", " "])
def test_goals_without_a_metric_do_not_count_the_same_thing(metric: str | None) -> None:
    child = goal("child", metric=metric, supports="1,000 contracts", checkins={"2026-11-02": 300})
    assert standings_by_title([two_years(metric=metric), child], "2026-11-21")["1,000 contracts"].value == 0


def test_a_level_does_not_sum_its_children() -> None:
    large = two_years(kind="level", baseline=10)
    child = goal("child", supports="1,000 contracts", checkins={"2026-11-02": 300})
    assert standings_by_title([large, child], "2026-11-21")["1,000 contracts"].value == 10


def test_the_same_metric_may_be_written_in_another_case() -> None:
    child = goal("child", metric="Contracts ", supports="1,000 contracts", checkins={"2026-11-02": 300})
    assert standings_by_title([two_years(), child], "2026-11-21")["1,000 contracts"].value == 300


def test_a_goal_that_sums_its_children_is_not_asked_for_in_the_weekly_update() -> None:
    where = standings_by_title([two_years(), forty_a_month("north")], "2026-10-05")
    assert Flag.DUE not in where["1,000 contracts"].flags
    assert Flag.DUE in where["north"].flags


# Horizon


@pytest.mark.parametrize(
    ("days", "larger", "horizon"),
    [
        (92, None, Horizon.SHORT),
        (93, None, Horizon.LONG),
        (183, 366, Horizon.SHORT),
        (183, 365, Horizon.LONG),
        (366, 732, Horizon.SHORT),
        (366, 731, Horizon.LONG),
        (367, 5000, Horizon.LONG),
        (92, 30, Horizon.SHORT),
    ],
)
def test_a_goal_is_short_up_to_92_days_or_as_a_stepping_stone_up_to_366(
    days: int, larger: int | None, horizon: Horizon
) -> None:
    assert horizon_of(days, larger) is horizon


@pytest.mark.parametrize(
    ("deadline", "horizon"),
    [("2026-12-31", Horizon.SHORT), ("2028-12-01", Horizon.LONG), ("2031-12-01", Horizon.LONG)],
)
def test_row_28_next_month_is_short_and_two_or_five_years_are_long(deadline: str, horizon: Horizon) -> None:
    assert standing(goal(start="2026-12-01", deadline=deadline), "2026-12-01").horizon is horizon


def test_half_a_year_is_short_only_under_a_goal_twice_as_long() -> None:
    half = partial(goal, "half a year", start="2026-10-01", deadline="2027-03-31")
    assert standing(half(), "2026-11-21").horizon is Horizon.LONG
    where = standings_by_title([half(supports="1,000 contracts"), two_years()], "2026-11-21")
    assert where["half a year"].horizon is Horizon.SHORT
    assert where["1,000 contracts"].horizon is Horizon.LONG


def test_the_written_horizon_stands_however_far_the_deadline_moves() -> None:
    extended = goal(target=40, start="2026-11-01", deadline="2027-06-30", horizon="short")
    assert standing(extended, "2027-07-01").horizon is Horizon.SHORT
    assert standing(extended, "2027-07-01").attention


# Urgency


def test_row_16_goals_sort_by_urgency_overdue_today_this_week_later_and_open_end_last() -> None:
    today = date(2026, 11, 18)
    days_left = {"overdue": -3, "today": 0, "this week": 4, "later": 60}
    dated = [goal(name, deadline=shifted(today, days).isoformat()) for name, days in days_left.items()]
    goals = [goal("open end"), *reversed(dated)]
    assert [each.title for each in sorted(goals, key=by_urgency)] == [*days_left, "open end"]
    where = standings_by_title(goals, today.isoformat())
    assert {name: where[name].days_left for name in days_left} == days_left
    assert where["open end"].days_left is None


def test_the_main_goal_comes_before_more_urgent_ones() -> None:
    main, urgent = goal("main", deadline="2028-09-30", main=True), goal("urgent", deadline="2026-11-22")
    assert sorted([urgent, main], key=by_urgency) == [main, urgent]
