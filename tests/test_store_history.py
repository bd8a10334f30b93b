"""Check-ins and decisions in hand-written files: the asked lines change, and no other byte does."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from store_examples import FILE, NEW, ROW, changed, goal, refused

from smart_tui.goals.model import (
    CheckIn,
    Decision,
    Goal,
    Lead,
)
from smart_tui.goals.terms import Did
from smart_tui.store.operations import (
    AddCheckIn,
    AddDecision,
    AddGoal,
    AddLead,
    DeleteCheckIn,
    EditCheckIn,
)


def test_a_check_in_is_one_new_line_after_the_others() -> None:
    assert changed(AddCheckIn("leads", NEW)) == [f"+    {ROW},\n"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("checkins = []", f"checkins = [\n  {ROW},\n]"),
        ("checkins = [\n]", f"checkins = [\n  {ROW},\n]"),
        ("checkins = [\n  # soon\n]", f"checkins = [\n  # soon\n  {ROW},\n]"),
        (
            "checkins = [{ date = 2026-10-05, value = 5 }]",
            f"checkins = [{{ date = 2026-10-05, value = 5 }}, {ROW}]",
        ),
        (
            "checkins = [{ date = 2026-10-05, value = 5 },]",
            f"checkins = [{{ date = 2026-10-05, value = 5 }}, {ROW},]",
        ),
        (
            "checkins = [\n\t{ date = 2026-10-05, value = 5 } # no comma\n]",
            f"checkins = [\n\t{{ date = 2026-10-05, value = 5 }}, # no comma\n\t{ROW},\n]",
        ),
        (
            "checkins = [\n  { date = 2026-10-05, value = 5 }]",
            f"checkins = [\n  {{ date = 2026-10-05, value = 5 }},\n  {ROW}]",
        ),
        ("# none yet", f"checkins = [\n  {ROW},\n]\n# none yet"),
        ("decisions = [] # none", f"decisions = [] # none\ncheckins = [\n  {ROW},\n]"),
    ],
)
def test_a_check_in_follows_the_style_of_the_list(written: str, expected: str) -> None:
    text = f'[[goal]]\nid = "leads"\n[goal.history]\n{written}\n\n[other]\n'
    after = AddCheckIn("leads", NEW).apply(text.encode()).decode()
    assert after == text.replace(written, expected)


def test_a_history_that_is_missing_comes_last_in_the_goal() -> None:
    after = AddCheckIn("walk", NEW).apply(FILE.encode()).decode()
    lines = f'title = "Walk"\n\n[goal.history]\ncheckins = [\n  {ROW},\n]\n'
    assert after == FILE.replace('title = "Walk"\n', lines)


def test_a_check_in_joins_hand_written_nested_tables() -> None:
    text = """[[goal]]
id = "leads"

  [[goal.history.checkins]] # first
  date = 2026-10-05
  value = 5
  # slow

[other]
"""
    assert changed(AddCheckIn("leads", replace(NEW, note=None)), text) == [
        "+\n",
        "+  [[goal.history.checkins]]\n",
        "+  date = 2026-11-02\n",
        "+  value = 7.0\n",
    ]


def test_a_file_without_last_line_end_is_continued_on_a_new_line() -> None:
    text = '[[goal]]\nid = "leads" # mine'
    after = AddCheckIn("leads", NEW).apply(text.encode()).decode()
    assert after == f"{text}\n\n[goal.history]\ncheckins = [\n  {ROW},\n]"


def test_windows_line_ends_and_bom_stay() -> None:
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    assert changed(AddCheckIn("leads", NEW), text) == [f"+    {ROW},\r\n"]
    after = AddGoal(Goal(id="x", title="X")).apply(text.encode())
    assert after.startswith(text.encode())
    assert after.count(b"\n") == after.count(b"\r\n")


def test_an_edited_check_in_keeps_its_unknown_keys_and_comments() -> None:
    before = goal().history.checkins[0]
    after = replace(before, value=Decimal(8), note="typo", confidence=7)
    assert changed(EditCheckIn("leads", before, after)) == [
        '-    { date = 2026-10-05, value = 5, weather = "rain" }, # first\n',
        '+    { date = 2026-10-05, value = 8, weather = "rain", note = "typo", confidence = 7 }, # first\n',
    ]


def test_a_note_that_is_emptied_goes() -> None:
    text = FILE.replace("value = 6.50", 'value = 6.50, note = "x", mood = 1')
    before = goal(text).history.checkins[1]
    assert changed(EditCheckIn("leads", before, replace(before, note=None)), text) == [
        '-    { date = 2026-10-12, value = 6.50, note = "x", mood = 1 }, # second\n',
        "+    { date = 2026-10-12, value = 6.50, mood = 1 }, # second\n",
    ]


def test_an_edited_check_in_of_nested_tables_is_changed_in_place() -> None:
    text = '[[goal]]\nid = "leads"\n[[goal.history.checkins]]\ndate = 2026-10-05\nvalue = 5 # counted\n'
    before = goal(text).history.checkins[0]
    assert changed(EditCheckIn("leads", before, replace(before, value=Decimal(6))), text) == [
        "-value = 5 # counted\n",
        "+value = 6 # counted\n",
    ]


def test_a_deleted_check_in_takes_only_its_line() -> None:
    assert changed(DeleteCheckIn("leads", goal().history.checkins[1])) == [
        "-    { date = 2026-10-12, value = 6.50 }, # second\n"
    ]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_deleted_check_in_leaves_a_tidy_line(place: int) -> None:
    rows = [f"{{ date = 2026-10-0{day}, value = {day} }}" for day in (1, 2, 3)]
    text = f'[[goal]]\nid = "leads"\nhistory.checkins = [{", ".join(rows)}]\n'
    after = DeleteCheckIn("leads", goal(text).history.checkins[place]).apply(text.encode()).decode()
    assert after == text.replace(", ".join(rows), ", ".join(row for row in rows if row != rows[place]))


def test_a_deleted_check_in_of_nested_tables_goes_with_its_header() -> None:
    text = """[[goal]]
id = "leads"

[[goal.history.checkins]]
date = 2026-10-05
value = 5

[[goal.history.checkins]]
date = 2026-10-06
value = 6
"""
    after = DeleteCheckIn("leads", goal(text).history.checkins[0]).apply(text.encode()).decode()
    assert after == text.replace("[[goal.history.checkins]]\ndate = 2026-10-05\nvalue = 5\n\n", "")
    last = DeleteCheckIn("leads", goal(after).history.checkins[0]).apply(after.encode())
    assert goal(last.decode()).history.checkins == ()


def test_of_two_check_ins_alike_the_later_goes() -> None:
    text = FILE.replace("# November", "# November\n    { date = 2026-10-12, value = 6.50 }, # again")
    gone = changed(DeleteCheckIn("leads", goal(text).history.checkins[1]), text)
    assert gone == ["-    { date = 2026-10-12, value = 6.50 }, # again\n"]


def test_a_check_in_that_cannot_be_read_is_passed_over_and_stays() -> None:
    text = FILE.replace("value = 5,", 'value = "five",')
    assert changed(DeleteCheckIn("leads", goal(text).history.checkins[0]), text) == [
        "-    { date = 2026-10-12, value = 6.50 }, # second\n"
    ]


def test_a_check_in_that_is_no_longer_there_is_not_edited() -> None:
    for operation in (EditCheckIn("leads", NEW, replace(NEW, note="x")), DeleteCheckIn("leads", NEW)):
        error = refused(operation)
        assert (error.code, error.values) == ("changed", {"field": "history.checkins"})


def test_check_ins_of_a_yes_no_goal_say_true_or_false() -> None:
    text = '[[goal]]\nid = "leads"\n[goal.measurable]\nkind = "yes-no"\n'
    done = CheckIn(date=date(2026, 11, 2), value=Decimal(1))
    assert "+  { date = 2026-11-02, value = true },\n" in changed(AddCheckIn("leads", done), text)
    row = "{ date = 2026-11-02, value = true }"
    text += f'[goal.history]\ncheckins = [{{ value = "?" }}, {row}]\n'
    assert changed(EditCheckIn("leads", done, replace(done, value=Decimal(0))), text)[1].endswith(
        f"{row.replace('true', 'false')}]\n"
    )
    assert changed(DeleteCheckIn("leads", done), text)[1] == '+checkins = [{ value = "?" }]\n'


def test_a_decision_is_recorded_with_what_changed() -> None:
    decision = Decision(
        date=date(2026, 12, 28),
        did=Did.CHANGE,
        field="measurable.target",
        before=Decimal(1000),
        after=Decimal("900.5"),
        why="too far",
    )
    row = '{ date = 2026-12-28, did = "change", field = "measurable.target", from = 1000, to = 900.5, why = "too far" }'
    assert changed(AddDecision("leads", decision)) == ["+decisions = [\n", f"+  {row},\n", "+]\n"]


def test_decisions_and_leads_stand_in_the_order_in_which_they_came() -> None:
    first, second, third = (Decision(date=date(2026, 11, day), did=Did.CLOSE) for day in (1, 2, 3))
    calls = Lead(date(2026, 11, 2), "calls", Decimal(5)), Lead(date(2026, 11, 1), "visits", Decimal(1))
    data = FILE.encode()
    for operation in (
        *(AddDecision("leads", it) for it in (second, first, third)),
        *(AddLead("leads", it) for it in calls),
    ):
        data = operation.apply(data)
    history = goal(data.decode()).history
    assert history.decisions == (second, first, third)
    assert history.leads == calls


def test_what_was_written_is_looked_at_whether_it_is_what_was_asked() -> None:
    before = goal()
    one, two = before.history.checkins

    def holding(*checkins: CheckIn) -> Goal:
        return replace(before, history=replace(before.history, checkins=checkins))

    add, edit, delete = AddCheckIn("leads", NEW), EditCheckIn("leads", two, NEW), DeleteCheckIn("leads", one)
    assert add.holds(before, holding(one, two, NEW))
    assert edit.holds(before, holding(one, NEW))
    assert delete.holds(before, holding(two))
    for wrong in (holding(one, two, one), holding(two, one, NEW), holding(NEW), holding(one, two, NEW, NEW)):
        assert not add.holds(before, wrong)
    for wrong in (holding(one, NEW, NEW), holding(one, two), holding(NEW, two)):
        assert not edit.holds(before, wrong)
    for wrong in (holding(one, two), holding(one), holding()):
        assert not delete.holds(before, wrong)
