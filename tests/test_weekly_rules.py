"""Which goals the weekly update asks for, what the plan wants of them, what the week has come to."""

from datetime import date
from typing import Any

import pytest
from goal_builders import goal, standing, standings_by_title
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.model import Goal
from smart_tui.goals.standing import Standing
from smart_tui.goals.weekly import review, to_update, wanted_by
from smart_tui.words.language import language
from smart_tui.words.weekly import mode_names, review_lines, wants_text, week_paragraph

TODAY = "2026-11-21"
EN, VI = language("en"), language("vi")
LAST_WEEK, THIS_WEEK = "2026-11-13", "2026-11-18"


def leads(title: str = "leads", value: int = 50, *, day: str = LAST_WEEK, **more: Any) -> Goal:
    """A hundred leads from 1 October to 31 December; even pace wants 55.4 on 21 November."""
    filled: dict[str, Any] = {"target": 100, "start": "2026-10-01", "deadline": "2026-12-31"} | more
    return goal(title, checkins={day: value}, **filled)


def titles(*goals: Goal) -> list[str]:
    """Give the titles in the order in which the update asks."""
    return [each.goal.title for each in to_update(standings_by_title(goals, TODAY).values())]


def now(*goals: Goal) -> tuple[Standing, ...]:
    return tuple(standings_by_title(goals, TODAY).values())


# Which goals


def test_a_goal_without_a_number_this_week_is_asked_and_one_with_a_number_is_not() -> None:
    assert titles(leads("asked"), leads("done", day=THIS_WEEK)) == ["asked"]


def test_what_needs_attention_is_asked_first_then_the_nearest_deadline() -> None:
    later, sooner = leads("later"), leads("sooner", deadline="2026-12-20")
    behind, at_risk = leads("behind", 37), leads("at risk", 5)
    stale = leads("stale", 60, day="2026-10-30")
    assert titles(later, sooner, stale, behind, at_risk) == ["at risk", "behind", "stale", "sooner", "later"]


def test_a_rate_whose_month_ended_short_comes_before_what_is_at_risk() -> None:
    short = leads("short", kind="rate", per="month", target=80)
    assert titles(leads("at risk", 5), short) == ["short", "at risk"]


def test_a_goal_that_sums_up_its_children_is_not_asked() -> None:
    year = leads("year", target=400, deadline="2027-09-30")
    assert titles(year, leads("part", supports="year")) == ["part"]


def test_with_nothing_due_every_open_goal_is_offered() -> None:
    overdue = leads("overdue", day="2026-10-30", deadline="2026-10-31")
    closed = goal(
        "closed", target=9, start="2026-10-01", deadline="2026-10-31", decisions=[("2026-11-01", "close")]
    )
    unstarted = goal("unstarted", target=9, start="2026-12-01", deadline="2026-12-31")
    unfinished = goal("unfinished", start="2026-10-01")
    fresh = leads("fresh", day=THIS_WEEK)
    assert titles(fresh, overdue, closed, unstarted, unfinished) == ["overdue", "fresh"]


def test_a_daily_goal_is_asked_every_day_and_a_monthly_one_once_a_month() -> None:
    daily = leads("daily", day="2026-11-20", cadence="daily")
    monthly = leads("monthly", day="2026-11-02", cadence="monthly")
    assert titles(daily, monthly) == ["daily"]


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_the_file_does_not_matter(order: list[str]) -> None:
    deadlines = {"a": "2026-12-01", "b": "2026-12-02", "c": "2026-12-03", "d": "2026-12-04"}
    assert titles(*(leads(title, deadline=deadlines[title]) for title in order)) == ["a", "b", "c", "d"]


# What the plan wants


def test_the_plan_wants_the_share_of_the_target_that_the_time_has_gone() -> None:
    assert wanted_by(standing(leads(), TODAY)) == pytest.approx(100 * 51 / 91)
    assert wants_text(EN, standing(leads(), TODAY)) == "the plan wants 56 by today"


def test_a_falling_measure_is_wanted_lower() -> None:
    cost = leads(kind="level", baseline=42, target=30, unit="USD", direction="decrease")
    assert wants_text(EN, standing(cost, TODAY)) == "the plan wants $35.3 by today"


def test_a_rate_is_wanted_in_its_period() -> None:
    rate = leads(kind="rate", per="month", target=40)
    assert wants_text(EN, standing(rate, TODAY)) == "the plan wants 40 this month"


def test_a_limit_is_wanted_on_its_side() -> None:
    assert (
        wants_text(EN, standing(leads(kind="limit", target=40, unit="%"), TODAY))
        == "the plan wants at most 40%"
    )
    least = leads(kind="limit", target=40, unit="%", bound="min")
    assert wants_text(EN, standing(least, TODAY)) == "the plan wants at least 40%"


def test_what_is_done_or_not_is_wanted_by_its_day() -> None:
    site = goal("site", kind="yes-no", start="2026-11-01", deadline="2026-12-01")
    assert wants_text(EN, standing(site, TODAY)) == "to be done by 1 Dec 2026"


def test_without_a_plan_nothing_is_wanted() -> None:
    assert wants_text(EN, standing(goal("wish", start="2026-10-01"), TODAY)) == ""


# What a bare number is


def test_a_total_takes_what_was_added_this_week_or_all() -> None:
    assert list(mode_names(EN, standing(leads(), TODAY)).values()) == ["this week", "in all"]


def test_a_rate_takes_what_was_added_or_all_of_its_period() -> None:
    monthly = standing(leads(kind="rate", per="month"), TODAY)
    assert list(mode_names(EN, monthly).values()) == ["this week", "in all this month"]
    daily = standing(leads(kind="rate", per="day", cadence="daily"), TODAY)
    assert list(mode_names(EN, daily).values()) == ["added", "in all today"]


# What the week has come to


def test_a_goal_on_track_with_a_new_number_is_won_and_one_without_is_not() -> None:
    before, after = now(leads("a", 56), leads("b", 56)), now(leads("a", 57), leads("b", 56))
    entered = goal(
        "a", target=100, start="2026-10-01", deadline="2026-12-31", checkins={LAST_WEEK: 56, THIS_WEEK: 1}
    )
    after = now(entered, leads("b", 56))
    assert [s.goal.title for s in review(before, after).wins] == ["a"]


def test_a_goal_that_was_reached_is_won_once() -> None:
    open_, reached = now(leads("a", 56)), now(leads("a", 100))
    assert [s.goal.title for s in review(open_, reached).wins] == ["a"]
    assert review(reached, reached).wins == ()


def test_what_is_behind_slips_and_what_stays_at_risk_is_to_be_rethought() -> None:
    both = now(leads("behind", 37), leads("at risk", 5))
    seen = review(both, both)
    assert [s.goal.title for s in seen.slips] == ["behind", "at risk"]
    assert [s.goal.title for s in seen.rethink] == ["at risk"]


def test_what_has_just_come_to_be_at_risk_is_not_yet_to_be_rethought_unless_its_larger_goal_is() -> None:
    assert review(now(leads("a", 56)), now(leads("a", 5))).rethink == ()
    larger = leads("larger", 5, target=400, metric="contracts")
    before, after = (now(larger, leads("a", n, supports="larger")) for n in (56, 5))
    assert {s.goal.title for s in review(before, after).rethink} == {"larger", "a"}


def test_the_review_names_its_parts_and_leaves_out_those_that_are_empty() -> None:
    lines = review_lines(EN, review(now(leads("a", 56)), now(leads("a", 100))))
    assert lines == ["Wins", "  a: 100 of 100, achieved"]
    assert review_lines(EN, review((), ())) == ["A quiet week: nothing won, nothing slipped."]


def test_the_week_is_one_paragraph_in_each_language() -> None:
    both = now(leads("40 leads", 5))
    said = week_paragraph(EN, review(both, both), date(2026, 11, 21))
    assert said == (
        "Week 47 (21 Nov 2026). Slips: 40 leads: 5 of 100, at risk, 40 days left. To rethink: 40 leads."
    )
    assert "\n" not in week_paragraph(VI, review(both, both), date(2026, 11, 21))


def test_a_hostile_title_stays_on_the_paragraphs_line() -> None:
    both = now(leads("a\nb\x1b[31m\u202e", 5))
    said = week_paragraph(EN, review(both, both), date(2026, 11, 21))
    assert said.isprintable()
