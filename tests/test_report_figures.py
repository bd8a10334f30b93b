"""What a report counts: movements in a window, costs, owners, what ended. Figures worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from goal_builders import goal
from hypothesis import given
from hypothesis import strategies as st
from report_builders import report, reported, text_of

from smart_tui.goals.calendar import MONDAY_TO_FRIDAY, Calendar, DaysOff, Span
from smart_tui.goals.model import Goal
from smart_tui.goals.owners import OWNER_PERIODS, Degree
from smart_tui.goals.terms import Period, Status
from smart_tui.goals.windows import Ended, previous, window

DAY, WEEK, MONTH = range(len(OWNER_PERIODS))


def daily(first: str, *numbers: int) -> dict[str, int]:
    begin = date.fromisoformat(first)
    return {(begin + timedelta(days=i)).isoformat(): n for i, n in enumerate(numbers)}


def products(**changed: object) -> Goal:
    """100 products a day; the week of Monday 16 November brought 640."""
    given = {
        "kind": "rate",
        "per": "day",
        "metric": "products",
        "target": 100,
        "start": "2026-11-02",
        "deadline": "2026-12-31",
        "owner": "Hà",
        "checkins": daily("2026-11-16", 90, 80, 95, 85, 100, 90, 100),
    }
    return goal("100 products a day", **{**given, **changed})  # type: ignore[arg-type]  # the goal's own words


def test_row_01_money_and_hours_for_each_result() -> None:
    leads = goal(
        "40 leads",
        target=50,
        budget=5_000_000,
        hours=7,
        start="2026-11-01",
        deadline="2026-11-30",
        checkins={"2026-11-06": 22, "2026-11-20": 18},
    )
    made = reported(leads, "2026-11-20", "month")
    assert made.money is not None
    assert made.money.results == 40
    assert made.money.per_result == 125_000
    assert made.money.planned_per_result == 100_000
    assert made.hours is not None
    assert made.hours.given == 20
    assert made.hours.per_result == Decimal("0.5")
    assert made.hours.planned_per_result == Decimal("0.6")
    said = text_of(report([leads], "2026-11-20", "month"), "md")
    assert "budget 5,000,000; 40 so far, 125,000 for each; planned 100,000 for each" in said
    assert "20 hours so far; 40 so far, 0.5 for each; planned 0.6 for each" in said


def test_a_budget_without_a_result_has_no_price_yet() -> None:
    made = reported(goal(target=40, budget=1000, start="2026-11-01", deadline="2026-11-30"), "2026-11-10")
    assert made.money is not None
    assert made.money.per_result is None
    assert made.money.planned_per_result == 25


@pytest.mark.parametrize(
    "of",
    [
        goal(kind="limit", target=40, budget=1000, deadline="2026-11-30", checkins={"2026-11-02": 31}),
        goal(kind="yes-no", budget=1000, deadline="2026-11-30", checkins={"2026-11-02": 1}),
        goal(kind="level", unit="%", baseline=2, target=3, budget=9, deadline="2026-11-30"),
        goal(kind="level", direction="decrease", baseline=42, target=30, budget=9, deadline="2026-11-30"),
        goal(target=40, deadline="2026-11-30"),
    ],
    ids=["limit", "yes-no", "percent", "falling", "no budget"],
)
def test_what_is_no_result_has_no_price(of: Goal) -> None:
    assert reported(of, "2026-11-10").money is None


def test_followers_won_have_a_price_those_that_were_there_have_none() -> None:
    followers = goal(
        kind="level",
        baseline=1000,
        target=1500,
        budget=800,
        deadline="2026-12-31",
        checkins={"2026-11-02": 1400},
    )
    made = reported(followers, "2026-11-10").money
    assert made is not None
    assert made.per_result == 2


def test_hours_stop_when_the_target_is_reached() -> None:
    done = goal(
        target=10,
        hours=7,
        start="2026-11-01",
        deadline="2026-11-30",
        checkins={"2026-11-07": 4, "2026-11-14": 6},
    )
    made = reported(done, "2026-11-25").hours
    assert made is not None
    assert made.given == 14


def test_row_40_the_hours_of_an_owner_are_added_up_over_running_goals() -> None:
    goals = [
        goal("a", owner="Lan", hours=6, target=40, start="2026-11-01", deadline="2026-11-30"),
        goal("b", owner="lan ", hours="4.5", target=9, start="2026-11-01", deadline="2026-12-31"),
        goal("c", owner="Lan", hours=8, target=9, start="2026-12-01", deadline="2026-12-31"),
        goal(
            "d",
            owner="Lan",
            hours=9,
            target=9,
            start="2026-11-01",
            deadline="2026-12-31",
            checkins={"2026-11-02": 9},
        ),
        goal("e", owner="Minh", target=9, start="2026-11-01", deadline="2026-12-31"),
        goal("f", hours=2, target=9, start="2026-11-01", deadline="2026-12-31"),
    ]
    made = report(goals, "2026-11-10")
    assert [(owner.name, owner.hours_per_week) for owner in made.owners] == [
        ("Lan", Decimal("10.5")),
        ("Minh", None),
        (None, Decimal(2)),
    ]
    assert made.hours_per_week == Decimal("12.5")
    assert "Work: 12.5 hours a week." in text_of(made, "md")
    assert "| Lan | a |" in text_of(made, "md")


def test_row_42_an_owners_day_week_and_month_stand_side_by_side() -> None:
    made = report([products()], "2026-11-22", "week")
    [owner] = made.owners
    [work] = owner.works
    assert work.degrees[DAY] == Degree(Decimal(100), Decimal(100))
    assert work.degrees[WEEK] == Degree(Decimal(640), Decimal(700))
    assert work.degrees[MONTH] == Degree(Decimal(640), Decimal(2900))
    row = next(line for line in text_of(made, "md").splitlines() if line.startswith("| Hà"))
    assert "100 of 100 = 100% | 640 of 700 = 91% | 640 of 2,900 = 22%" in row


def test_a_period_shorter_than_the_goals_own_is_not_judged() -> None:
    monthly = goal(
        "40 a month", kind="rate", per="month", target=40, start="2026-11-01", deadline="2027-10-31"
    )
    weekly = goal(
        "92 leads", target=92, start="2026-09-30", deadline="2026-12-31", checkins={"2026-11-20": 7}
    )
    works = [work for owner in report([monthly, weekly], "2026-11-21").owners for work in owner.works]
    by_title = {work.standing.goal.title: work.degrees for work in works}
    assert by_title["40 a month"][:2] == (None, None)
    assert by_title["40 a month"][MONTH] == Degree(Decimal(0), Decimal(40))
    assert by_title["92 leads"][DAY] is None
    week = by_title["92 leads"][WEEK]
    assert week is not None
    assert week.done == 7
    assert week.asked == pytest.approx(7)


def test_days_off_and_weekends_ask_for_nothing() -> None:
    calendar = Calendar(
        workdays=MONDAY_TO_FRIDAY, days_off=(DaysOff(date(2026, 11, 18), date(2026, 11, 18), "holiday"),)
    )
    made = report([products()], "2026-11-22", calendar=calendar)
    assert made.owners[0].works[0].degrees[DAY] is None
    week = made.owners[0].works[0].degrees[WEEK]
    assert week is not None
    assert week.asked == 400


def test_closed_goals_and_those_to_come_are_nobodys_work_today() -> None:
    goals = [
        goal("dropped", owner="Lan", target=9, deadline="2026-12-31", decisions=[("2026-11-01", "drop")]),
        goal("later", owner="Lan", target=9, start="2026-12-01", deadline="2026-12-31"),
    ]
    assert report(goals, "2026-11-10").owners[0].works == ()


def test_row_48_the_quarters_review_compares_and_says_what_was_reached() -> None:
    goals = [
        goal("q4 reached", target=10, start="2026-10-01", deadline="2026-11-30", checkins={"2026-11-13": 12}),
        goal("q4 overdue", target=10, start="2026-10-01", deadline="2026-10-31", checkins={"2026-10-30": 4}),
        goal("q4 goes on", target=10, start="2026-10-01", deadline="2026-12-31", checkins={"2026-10-30": 4}),
        goal(
            "q3 missed",
            target=10,
            start="2026-07-01",
            deadline="2026-08-31",
            checkins={"2026-08-28": 6},
            decisions=[("2026-09-02", "close")],
        ),
        goal(
            "dropped",
            target=10,
            start="2026-10-01",
            deadline="2026-10-31",
            decisions=[("2026-10-05", "drop")],
        ),
    ]
    made = report(goals, "2026-12-20", "quarter")
    assert made.window.span == Span(date(2026, 10, 1), date(2026, 12, 31))
    assert made.before.span == Span(date(2026, 7, 1), date(2026, 9, 30))
    assert (made.ended, made.ended_before) == (Ended(2, 1), Ended(1, 0))
    assert made.statuses[Status.OVERDUE] == 1
    said = text_of(made, "md")
    assert "This quarter: 1 of 2 goals that ended were reached." in said
    assert "Last quarter: 0 of 1 goal that ended was reached." in said
    missed = next(line for line in said.splitlines() if line.startswith("| q3 missed"))
    assert missed.split(" | ")[4:7] == ["–", "–", "+6"]


def test_the_quarter_begins_where_the_files_year_does() -> None:
    calendar = Calendar(year_starts=2)
    quarter = window(Period.QUARTER, date(2026, 11, 21), calendar)
    assert quarter.span == Span(date(2026, 11, 1), date(2027, 1, 31))
    assert previous(quarter, calendar).span == Span(date(2026, 8, 1), date(2026, 10, 31))


@pytest.mark.parametrize("period", ["week", "month", "quarter", "year"])
def test_a_window_holds_today_and_the_one_before_ends_the_day_before_it(period: str) -> None:
    made = report([], "2026-11-21", period)
    assert made.window.span.holds(made.today)
    assert made.before.span.last + timedelta(days=1) == made.window.span.first
    assert made.so_far


def test_a_total_moves_by_what_was_added_and_is_held_against_the_plan() -> None:
    leads = goal(
        target=92,
        start="2026-09-30",
        deadline="2026-12-31",
        checkins={"2026-11-10": 5, "2026-11-13": 4, "2026-11-18": 7, "2026-11-30": 50},
    )
    made = reported(leads, "2026-11-21")
    assert made.now.change == 7
    assert made.now.checkins == 1
    assert made.now.before == 9
    assert made.now.after == 16
    assert made.now.wanted == pytest.approx(7)
    assert made.now.progress == pytest.approx(16 / 92)
    assert made.before.change == 9
    assert made.before.checkins == 2
    assert made.before.progress == pytest.approx(9 / 92)


def test_a_level_moves_by_its_readings_from_the_first_one_where_nothing_was_known() -> None:
    cost = goal(
        kind="level",
        direction="decrease",
        unit="USD",
        target=30,
        start="2026-10-01",
        deadline="2026-12-29",
        checkins={"2026-11-11": 40, "2026-11-13": 38, "2026-11-20": 35},
    )
    made = reported(cost, "2026-11-21")
    assert made.before.before == 40
    assert made.before.change == -2
    assert made.now.before == 38
    assert made.now.after == 35
    assert made.now.change == -3
    row = next(
        line for line in text_of(report([cost], "2026-11-21"), "md").splitlines() if "| 40 contracts" in line
    )
    assert "| $35 (−$3) |" in row


def test_a_window_without_a_number_says_nothing_rather_than_zero() -> None:
    made = reported(goal(target=40, start="2026-11-01", deadline="2026-11-30"), "2026-11-21")
    assert (made.now.change, made.now.checkins) == (None, 0)


def test_yes_no_is_done_or_not() -> None:
    done = goal("site", kind="yes-no", start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-20": 1})
    row = next(line for line in text_of(report([done], "2026-11-21"), "md").splitlines() if "| site" in line)
    assert "| done | – | – |" in row


def test_what_was_noted_and_decided_in_the_window_is_kept_the_latest_first() -> None:
    made = report(
        [
            goal(
                target=40, deadline="2026-12-31", decisions=[("2026-11-17", "extend"), ("2026-11-03", "keep")]
            )
        ],
        "2026-11-21",
    )
    assert [d.date.isoformat() for d in made.goals[0].decided] == ["2026-11-17"]
    assert "- **Tue 17 Nov**: extended" in text_of(made, "md")


def test_for_one_goal_or_one_owner_only() -> None:
    goals = [
        goal("a", owner="Hà", target=1, deadline="2026-12-31"),
        goal("b", target=1, deadline="2026-12-31"),
    ]
    assert [r.standing.goal.title for r in report(goals, "2026-11-21", owner="ha").goals] == ["a"]
    assert [r.standing.goal.title for r in report(goals, "2026-11-21", goal=1).goals] == ["b"]


@given(
    st.sampled_from(Period),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(0, 400),
    st.integers(1, 12),
)
def test_a_rates_targets_add_up_whatever_the_windows(
    per: Period, start: date, length: int, year_starts: int
) -> None:
    """Windows side by side ask together for what the whole goal asks."""
    calendar = Calendar(year_starts=year_starts)
    of = goal(
        kind="rate",
        per=per.value,
        target=120,
        start=start.isoformat(),
        deadline=(start + timedelta(days=length)).isoformat(),
    )
    asked, day = Decimal(0), start
    while day <= start + timedelta(days=length):
        made = reported(of, day.isoformat(), "month", calendar)
        asked += Decimal(made.now.wanted or 0)
        day = calendar.period(Period.MONTH, day).last + timedelta(days=1)
    whole = reported(of, start.isoformat(), "month", calendar)
    assert asked == pytest.approx(whole.standing.goal_line, rel=Decimal("1e-9"))
