"""The tree's sums: what small goals come to for a large one, with the requirements' own numbers."""

from datetime import date
from pathlib import Path

import pytest
from goal_builders import goal
from hypothesis import given
from hypothesis import strategies as st
from shell import Shell
from user import at_the_screen

from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.standing import Standings, standings
from smart_tui.goals.sums import links_of, natural_period, orphans, per_period, planned, sums_of
from smart_tui.goals.terms import Flag, Period
from smart_tui.words.language import language
from smart_tui.words.sums import sums_lines

TODAY = date(2027, 1, 1)
TWO_YEARS = ("2027-01-01", "2028-12-31")
ONE_YEAR = ("2027-01-01", "2027-12-31")


def big(title: str, target: int, span: tuple[str, str], **more: str) -> Goal:
    start, deadline = span
    return goal(
        title,
        target=target,
        start=start,
        deadline=deadline,
        metric=more.get("metric", "contracts"),
        unit=more.get("unit"),
    )


def rate(
    title: str, target: int, supports: str | None, span: tuple[str, str], metric: str = "contracts"
) -> Goal:
    start, deadline = span
    return goal(
        title,
        kind="rate",
        per="month",
        target=target,
        metric=metric,
        supports=supports,
        start=start,
        deadline=deadline,
    )


def there(*goals: Goal, today: date = TODAY) -> Standings:
    return standings(GoalFile(goals=goals), today)


def said(found: Standings, place: int = 0, lang: str = "en") -> list[str]:
    return [
        " ".join(filter(None, (text, tail))) for _, text, tail in sums_lines(language(lang), found, place)
    ]


def test_row_25_forty_a_month_are_forty_short_of_a_thousand() -> None:
    found = there(
        big("1,000 contracts", 1000, TWO_YEARS), rate("40 a month", 40, "1,000 contracts", TWO_YEARS)
    )
    assert said(found)[0] == "40 a month × 24 = 960; the goal says 1,000: 40 short; 41.7 a month would do"
    assert (
        said(found, lang="vi")[0]
        == "40 mỗi tháng × 24 = 960; mục tiêu cần 1.000: thiếu 40; 41,7 mỗi tháng thì đủ"
    )


def test_row_19_a_million_from_forty_contracts_a_month_are_2083_each() -> None:
    found = there(
        big("$1M", 1_000_000, ONE_YEAR, metric="revenue", unit="USD"), rate("40 a month", 40, "$1M", ONE_YEAR)
    )
    assert "each of the contracts has to bring $2,083" in said(found)


def test_row_20_forty_of_480_a_year_are_a_twelfth() -> None:
    month = goal(
        "January",
        target=40,
        metric="contracts",
        supports="480 a year",
        start="2027-01-01",
        deadline="2027-01-31",
    )
    sums = sums_of(there(big("480 a year", 480, ONE_YEAR), month), 0)
    assert sums is not None
    assert sums.brought[0].share == pytest.approx(1 / 12)


def test_row_49_the_four_numbers_form_one_chain() -> None:
    leads = rate("1,000 leads", 1000, "40 a month", ONE_YEAR, metric="leads")
    found = there(rate("40 a month", 40, None, ONE_YEAR), leads)
    assert said(found) == ["4% of the leads have to become contracts"]
    (link,) = links_of(found, 0)
    assert link.each == pytest.approx(0.04)


def test_row_14_contracts_times_their_value_are_an_estimate_of_revenue() -> None:
    contracts = goal(
        "40 contracts",
        target=40,
        metric="contracts",
        supports="$1M",
        worth=2083,
        start="2027-01-01",
        deadline="2027-01-31",
    )
    found = there(big("$1M", 1_000_000, ONE_YEAR, metric="revenue", unit="USD"), contracts)
    assert any("40 contracts ≈ $83,320 · 8%" in line for line in said(found))


def test_row_22_five_years_of_a_million_are_five_million() -> None:
    million = goal(
        "$1M a year",
        kind="rate",
        per="year",
        target=1_000_000,
        unit="USD",
        start="2027-01-01",
        deadline="2031-12-31",
    )
    assert planned(there(million)[0]) == 5_000_000


def test_row_29_a_missed_month_asks_for_43_5_a_month() -> None:
    after = there(big("1,000 contracts", 1000, TWO_YEARS), today=date(2027, 1, 31))[0]
    assert natural_period(after) is Period.MONTH
    assert after.needed_per_week is not None
    assert round(per_period(after.needed_per_week, Period.MONTH), 1) == 43.5


def test_estimates_are_never_added_to_what_is_counted() -> None:
    leads = goal(
        "leads",
        target=1000,
        metric="leads",
        supports="1,000 contracts",
        worth="0.04",
        start="2027-01-01",
        deadline="2027-12-31",
    )
    found = there(
        big("1,000 contracts", 1000, TWO_YEARS), rate("40 a month", 40, "1,000 contracts", TWO_YEARS), leads
    )
    sums = sums_of(found, 0)
    assert sums is not None
    assert sums.total == 960


def test_a_small_goal_that_ends_too_late_is_named() -> None:
    late = goal(
        "late",
        target=40,
        metric="contracts",
        supports="480 a year",
        start="2027-12-01",
        deadline="2028-01-31",
    )
    assert any(
        "ends after the larger goal" in line for line in said(there(big("480 a year", 480, ONE_YEAR), late))
    )


def test_row_21_open_goals_that_serve_nothing_are_known_beside_a_main_one() -> None:
    main = goal("main", target=480, metric="contracts", main=True, start="2027-01-01", deadline="2027-12-31")
    alone = goal("alone", target=4, start="2027-01-01", deadline="2027-02-28")
    serving = goal("serving", target=4, supports="main", start="2027-01-01", deadline="2027-02-28")
    assert [it.goal.title for it in orphans(there(main, alone, serving))] == ["alone"]
    assert orphans(there(alone)) == ()


def test_row_14_open_goals_that_serve_nothing_are_known_beside_a_goal_that_others_serve() -> None:
    large = goal("large", target=480, metric="contracts", start="2027-01-01", deadline="2027-12-31")
    long = goal("long", target=90, start="2027-01-01", deadline="2028-12-31")
    alone = goal("alone", target=4, start="2027-01-01", deadline="2027-02-28")
    serving = goal("serving", target=4, supports="large", start="2027-01-01", deadline="2027-02-28")
    assert [it.goal.title for it in orphans(there(large, long, alone, serving))] == ["alone"]
    assert orphans(there(large, long, alone)) == ()


async def test_row_14_the_foot_names_the_first_goal_that_serves_nothing(tmp_path: Path) -> None:
    alone = goal("Podcast", target=4, start="2026-11-01", deadline="2026-12-31")
    serving = goal("Fair 2", target=4, supports="1,000 contracts", start="2026-11-01", deadline="2026-12-31")
    async with at_the_screen(tmp_path, goals=(SLOW, serving, alone)) as user:
        user.sees("1 goal serves no larger one: Podcast")


def test_what_was_entered_for_the_large_goal_itself_stands_among_what_carries_it() -> None:
    large = goal(
        "480 a year",
        target=480,
        metric="contracts",
        start="2027-01-01",
        deadline="2027-12-31",
        checkins={"2027-01-20": 60},
    )
    month = goal(
        "March",
        target=40,
        metric="contracts",
        supports="480 a year",
        start="2027-03-01",
        deadline="2027-03-31",
    )
    leads = goal(
        "leads",
        target=500,
        metric="leads",
        supports="480 a year",
        worth="0.04",
        start="2027-02-01",
        deadline="2027-02-28",
    )
    lines = said(there(large, month, leads, today=date(2027, 2, 10)))
    assert lines[0] == "Together with its own numbers 100; the goal says 480: 380 short"
    assert lines[1:] == ["Its own numbers 60 · 12%", "March 40 · 8%", "leads ≈ 20 · 4% · not added"]


@given(targets=st.lists(st.integers(1, 500), min_size=1, max_size=6), asked=st.integers(1, 2000))
def test_shares_amounts_and_what_is_short_agree(targets: list[int], asked: int) -> None:
    parts = [
        goal(f"p{n}", target=t, metric="contracts", supports="big", start="2027-01-01", deadline="2027-06-30")
        for n, t in enumerate(targets)
    ]
    sums = sums_of(there(big("big", asked, ONE_YEAR), *parts), 0)
    assert sums is not None
    assert sums.total == sum(targets)
    assert sums.short == asked - sum(targets)
    assert sum(part.share or 0 for part in sums.brought) * asked == pytest.approx(sum(targets))


SLOW = goal(
    "1,000 contracts",
    target=1000,
    metric="contracts",
    start="2026-01-01",
    deadline="2027-12-31",
    checkins={"2026-11-15": 50},
)
STEP = goal(
    "Fair",
    kind="yes-no",
    supports="1,000 contracts",
    start="2026-09-01",
    deadline="2026-10-31",
    checkins={"2026-10-30": 1},
)


def test_row_32_steps_that_are_done_and_a_number_that_has_not_moved_are_an_alert() -> None:
    today = date(2026, 11, 22)
    assert Flag.NOT_MOVED in there(SLOW, STEP, today=today)[0].flags
    running = goal("next", target=4, supports="1,000 contracts", start="2026-11-01", deadline="2026-12-31")
    assert Flag.NOT_MOVED not in there(SLOW, STEP, running, today=today)[0].flags
    assert Flag.NOT_MOVED not in there(SLOW, today=today)[0].flags


async def test_row_32_the_alert_asks_to_keep_change_or_stop_and_rests_when_answered(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(SLOW, STEP)) as user:
        user.sees("the steps are done, but the number has not moved")
        await user.presses("enter")
        user.sees("Keep", "Change", "Drop")
        await user.presses("1")
        await user.types("the fair pays off in spring")
        await user.presses("enter")
        user.does_not_see("the steps are done, but the number has not moved")


def test_the_sums_are_told_by_show_as_well(shell: Shell) -> None:
    shell("add", "Win 1,000 contracts in the next two years")
    shell("add", "Sign 40 contracts a month for the next two years", "--supports", "1,000")
    assert "would do" in shell("show", "1,000").out or "together" in shell("show", "1,000").out


def test_a_rate_counts_only_where_it_lies_in_the_larger_goals_time() -> None:
    large = big("1,000 contracts", 1000, TWO_YEARS)
    beyond = rate("40 a month", 40, "1,000 contracts", ("2026-07-01", "2029-12-31"))
    assert said(there(large, beyond))[0] == (
        "40 a month × 24 = 960; the goal says 1,000: 40 short; 41.7 a month would do"
    )
