"""Goals that come and go, and the files in which nothing may be changed."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from store_examples import FILE, NEW, change, full_goal, goal, refused

from smart_tui.goals.model import (
    Decision,
    Goal,
    Measurable,
    TimeBound,
)
from smart_tui.goals.terms import Did
from smart_tui.store.errors import DuplicateId, NoSuchGoal
from smart_tui.store.limits import MOST_GOALS
from smart_tui.store.operations import (
    AddCheckIn,
    AddDecision,
    AddGoal,
    ChangeGoal,
    DeleteCheckIn,
    DeleteGoal,
    FieldChange,
    Together,
)
from smart_tui.store.reader import read


def test_a_deleted_goal_takes_the_comment_above_it_and_nothing_else() -> None:
    after = DeleteGoal("leads").apply(FILE.encode()).decode()
    start, end = FILE.index("# Asked for"), FILE.index("# Not a goal.")
    assert after == FILE[:start] + FILE[end:]
    last = DeleteGoal("walk").apply(after.encode()).decode()
    assert last == '# My goals\n\n# Not a goal.\n[settings]\ntheme = "dark"\n\n# About the file\'s end.\n'


def test_a_deleted_goal_leaves_a_table_that_stands_among_its_own() -> None:
    text = '[[goal]]\nid = "leads"\n\n[settings]\nx = 1\n\n[goal.specific]\nchannel = "y"\n\n[more]\n'
    assert DeleteGoal("leads").apply(text.encode()) == b"[settings]\nx = 1\n\n[more]\n"


def test_a_new_goal_reads_back_whole() -> None:
    for start in (b"", FILE.encode(), FILE.strip().encode()):
        after = AddGoal(full_goal()).apply(start)
        tomllib.loads(after.decode())
        assert after.startswith(start)
        assert read(after).goals[-1] == full_goal()


def test_a_new_goal_shows_only_what_it_has() -> None:
    small = Goal(
        id="walk-0001",
        title="Walk",
        measurable=Measurable(metric="km", target=Decimal(40)),
        timebound=TimeBound(deadline=date(2026, 12, 31)),
    )
    assert (
        AddGoal(small).apply(b"").decode()
        == """\
version = 1

[[goal]]
id = "walk-0001"
title = "Walk"

[goal.measurable]
metric = "km"
kind = "total"
target = 40

[goal.timebound]
deadline = 2026-12-31
cadence = "weekly"
"""
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("ends", "between"), [(0, 2), (1, 1), (2, 0), (3, 0)])
def test_a_new_goal_follows_after_one_blank_line(newline: str, ends: int, between: int) -> None:
    start = f'version = 1{newline}[[goal]]{newline}id = "a" # c{newline * ends}'
    after = AddGoal(Goal(id="x", title="X")).apply(start.encode()).decode()
    assert after.startswith(
        f'{start}{newline * between}[[goal]]{newline}id = "x"{newline}title = "X"{newline}'
    )


def test_an_id_is_given_once() -> None:
    with pytest.raises(DuplicateId) as caught:
        AddGoal(Goal(id="LEADS", title="X")).apply(FILE.encode())
    assert caught.value.values == {"goal": "LEADS"}


def test_goals_that_share_an_id_are_not_changed() -> None:
    text = FILE.replace('"walk"', '"leads"')
    for operation in (AddCheckIn("leads", NEW), DeleteGoal("leads"), change(FieldChange("owner", None, "x"))):
        with pytest.raises(DuplicateId):
            operation.apply(text.encode())


def test_a_goal_that_is_not_there_is_not_changed() -> None:
    with pytest.raises(NoSuchGoal):
        AddCheckIn("run", NEW).apply(FILE.encode())


def test_a_goal_without_id_gets_the_id_it_was_shown_with() -> None:
    text = "[[goal]] # mine\ntitle = 'Walk'\n\n[[goal]]\ntitle = 'Walk'\n"
    second = goal(text, 1).id
    after = ChangeGoal(second, (FieldChange("title", "Walk", "Run"),)).apply(text.encode()).decode()
    assert [it.id for it in read(after.encode()).goals] == [goal(text).id, second]
    assert after.endswith(f'[[goal]]\nid = "{second}"\ntitle = "Run"\n')


def test_a_newer_file_is_not_written() -> None:
    error = refused(AddGoal(Goal(id="x", title="X")), "version = 2\n" + FILE)
    assert (error.code, error.values) == ("newer-version", {"version": 2})


def test_together_is_all_or_nothing() -> None:
    extend = change(FieldChange("timebound.deadline", None, date(2027, 1, 15)))
    record = AddDecision("leads", Decision(date=date(2026, 12, 28), did=Did.EXTEND, after=date(2027, 1, 15)))
    both = goal(Together((extend, record)).apply(FILE.encode()).decode())
    assert both.deadline == date(2027, 1, 15)
    assert len(both.history.decisions) == 1
    assert refused(Together((extend, DeleteCheckIn("leads", NEW)))).code == "changed"


def test_an_id_that_is_written_down_leaves_the_namesakes_theirs() -> None:
    text = '[[goal]]\ntitle = "Run"\n\n[[goal]]\ntitle = "Run"\n\n[[goal]]\ntitle = "Run"\n'
    before = [goal.id for goal in read(text.encode()).goals]
    assert len(set(before)) == 3
    for goal_id in before:
        text = AddCheckIn(goal_id, NEW).apply(text.encode()).decode()
        assert [goal.id for goal in read(text.encode()).goals] == before


@pytest.mark.parametrize("goals", ["goal = 1\n", 'goal = "x"\n', "goal = {}\n", "[goal]\ntitle = 'x'\n"])
def test_where_goals_are_no_list_none_can_be_added(goals: str) -> None:
    assert refused(AddGoal(full_goal()), goals).code == "verify-failed"


def test_a_goal_more_than_can_be_read_is_not_added() -> None:
    assert refused(AddGoal(full_goal()), "[[goal]]\n" * MOST_GOALS).code == "too-large"
