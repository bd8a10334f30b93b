"""Finding a goal by its name, and the order in which the dashboard lays the goals out."""

import unicodedata
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from goal_builders import goal, standings_by_title
from goal_strategies import GOALS
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.names import matches, named, plain
from smart_tui.goals.outline import Row, Section, in_order, outline
from smart_tui.goals.standing import standings

TODAY = "2026-11-22"


def found(wanted: str, *goals: Goal) -> list[str]:
    return [
        s.goal.title for s in matches(standings(GoalFile(goals=goals), date.fromisoformat(TODAY)), wanted)
    ]


def rows(*goals: Goal) -> tuple[Row, ...]:
    return outline(standings_by_title(goals, TODAY).values())


def laid_out(*goals: Goal) -> list[tuple[str, str, int, bool]]:
    return [(row.section.value, row.standing.goal.title, row.depth, row.echo) for row in rows(*goals)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hợp  đồng", "hop dong"),
        ("ĐÀ NẴNG", "da nang"),
        (" 1,000\nleads ", "1,000 leads"),
        ("Straße", "strasse"),
        ("\u0301", ""),
    ],
)
def test_accents_case_and_spaces_do_not_matter_to_a_search(text: str, folded: str) -> None:
    assert plain(text) == folded
    assert plain(unicodedata.normalize("NFD", text)) == folded
    assert plain(folded) == folded


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ("Bán sữa", ["Bán sữa"]),
        ("bán sữa", ["Bán sữa"]),
        (unicodedata.normalize("NFD", "Bán sữa"), ["Bán sữa"]),
        ("Bàn sửa", ["Bàn sửa"]),
        ("ban sua", ["Bán sữa", "Bàn sửa"]),
        ("bán", ["Bán sữa", "Bán sữa chua"]),
        ("ban", ["Bán sữa", "Bàn sửa", "Bán sữa chua"]),
        ("chua", ["Bán sữa chua"]),
        ("", []),
        ("  ", []),
        ("sữa bán", []),
        ("sua ban", []),
    ],
)
def test_the_surest_kind_of_match_wins(wanted: str, titles: list[str]) -> None:
    goals = (goal("Bán sữa"), goal("Bàn sửa"), goal("Bán sữa chua"))
    assert found(wanted, *goals) == titles
    assert [g.title for g in named(goals, wanted)] == titles


def test_an_exact_id_wins_over_a_title_and_an_alias_counts_as_one() -> None:
    one, other = Goal(id="leads", title="First"), Goal(id="x", title="leads")
    third = Goal(id="y", title="Third", alias="ld")
    assert named((one, other, third), "leads") == (one,)
    assert named((one, other, third), "ld") == (third,)


def test_a_goal_without_an_id_is_not_what_nothing_means() -> None:
    assert named((Goal(id="", title="Leads"),), " ") == ()


def test_a_part_is_looked_for_within_a_title_not_across_title_and_alias() -> None:
    assert named((Goal(id="a", title="More leads", alias="more"),), "leads more") == ()


def test_open_goals_come_before_closed_ones() -> None:
    closed = goal("Leads in May", target=1, decisions=[("2026-06-01", "drop")])
    assert found("leads", closed, goal("Leads in June", target=1)) == ["Leads in June"]
    assert found("leads in may", closed, goal("Leads in June", target=1)) == ["Leads in May"]
    assert found("may", closed) == ["Leads in May"]


LARGE = goal("large", target=1000, start="2026-01-01", deadline="2028-01-01")
LATE = {"target": 40, "start": "2026-10-01", "deadline": "2026-10-31"}


def test_an_overdue_child_stands_at_the_top_and_dim_in_its_tree() -> None:
    child = goal("late", supports="large", **LATE)  # type: ignore[arg-type]  # the example's own words
    assert laid_out(LARGE, child) == [
        ("overdue", "late", 0, False),
        ("long", "large", 0, False),
        ("long", "late", 1, True),
    ]


def test_an_overdue_goal_alone_is_not_repeated() -> None:
    assert laid_out(goal("late", **LATE)) == [("overdue", "late", 0, False)]  # type: ignore[arg-type]  # the example's own words


def test_an_overdue_goal_with_goals_under_it_heads_its_tree_as_a_dim_line() -> None:
    late = goal("late", **LATE)  # type: ignore[arg-type]  # the example's own words
    child = goal("child", target=5, start="2026-11-01", deadline="2026-11-30", supports="late")
    assert laid_out(late, child) == [
        ("overdue", "late", 0, False),
        ("short", "late", 0, True),
        ("short", "child", 1, False),
    ]


def test_the_main_goal_then_the_nearest_deadline_then_what_is_closed() -> None:
    goals = (
        goal("done", target=1, deadline="2026-11-25", checkins={"2026-11-06": 1}, supports="large"),
        goal("later", target=1, deadline="2026-12-31", supports="large"),
        goal("sooner", target=1, deadline="2026-11-30", supports="large"),
        goal("main", target=1, start="2026-01-01", deadline="2030-01-01", main=True),
        LARGE,
    )
    assert [row.standing.goal.title for row in rows(*goals)] == ["main", "large", "sooner", "later", "done"]


def test_goals_in_a_circle_all_stand_there() -> None:
    circle = (goal("a", target=1, supports="b"), goal("b", target=1, supports="a"), goal("c", supports="c"))
    assert sorted(row.standing.goal.title for row in rows(*circle)) == ["a", "b", "c"]


@given(st.data(), st.lists(GOALS, max_size=6))
def test_whatever_the_links_each_goal_stands_there_and_only_overdue_ones_twice(
    data: st.DataObject, drawn: list[Goal]
) -> None:
    ids = st.sampled_from([*(str(i) for i in range(len(drawn))), "nobody"])
    goals = [
        replace(g, id=str(i), relevant=replace(g.relevant, supports=data.draw(st.none() | ids)))
        for i, g in enumerate(drawn)
    ]
    everything = standings(GoalFile(goals=tuple(goals)), date(2026, 11, 22))
    laid = outline(everything)
    times = Counter(row.standing.place for row in laid)
    bright = Counter(row.standing.place for row in laid if not row.echo)
    assert set(times) == set(range(len(goals)))
    assert set(bright.values()) <= {1}
    assert all(everything[place].attention for place, count in times.items() if count > 1)
    assert all(count <= 2 for count in times.values())
    assert {s.place for s in in_order(everything)} == set(times)
    assert len(in_order(everything)) == len(goals)


@given(st.lists(GOALS, max_size=6))
def test_sections_come_in_order_and_a_line_hangs_at_most_one_deeper(goals: list[Goal]) -> None:
    numbered = tuple(replace(g, id=str(i)) for i, g in enumerate(goals))
    linked = tuple(
        replace(g, relevant=replace(g.relevant, supports=str(i // 2))) for i, g in enumerate(numbered)
    )
    laid = outline(standings(GoalFile(goals=linked), date(2026, 11, 22)))
    order = list(Section)
    assert all(order.index(a.section) <= order.index(b.section) for a, b in pairwise(laid))
    assert all(b.depth <= a.depth + 1 for a, b in pairwise(laid))
