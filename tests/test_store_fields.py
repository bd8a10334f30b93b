"""Changed fields in hand-written files: the asked lines change, and no other byte does."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from store_examples import FILE, NEW, change, changed, full_goal, goal, refused

from smart_tui.goals.model import (
    Action,
    Clarity,
    Goal,
    History,
    Lead,
    Result,
)
from smart_tui.goals.terms import Kind, Period
from smart_tui.store.operations import (
    AddCheckIn,
    AddGoal,
    ChangeGoal,
    FieldChange,
    changes_between,
)
from smart_tui.store.reader import read


def test_a_changed_field_keeps_the_comment_on_its_line() -> None:
    assert changed(change(FieldChange("measurable.target", Decimal(1000), Decimal("900.50")))) == [
        "-  target = 1_000 # was 800\n",
        "+  target = 900.50 # was 800\n",
    ]


def test_a_new_field_stands_after_the_last_of_its_table() -> None:
    kind = FieldChange("measurable.kind", Kind.TOTAL, Kind.RATE)
    assert changed(
        change(FieldChange("owner", None, "Lan"), FieldChange("measurable.per", None, Period.DAY), kind)
    ) == [
        '+owner = "Lan"\n',
        '+  per = "day"\n',
        '+  kind = "rate"\n',
    ]


def test_a_removed_field_leaves_the_comment_that_stood_on_its_line() -> None:
    assert changed(change(FieldChange("measurable.target", Decimal(1000), None))) == [
        "-  target = 1_000 # was 800\n",
        "+  # was 800\n",
    ]


def test_a_missing_table_comes_in_the_order_of_the_letters() -> None:
    why, what, when = (
        FieldChange("relevant.why", None, "bread"),
        FieldChange("specific.sentence", None, "Get leads"),
        FieldChange("timebound.deadline", None, date(2026, 12, 31)),
    )
    after = change(why, what, when).apply(FILE.encode()).decode()
    headers = [line.strip().split(" ")[0] for line in after.splitlines() if line.strip().startswith("[goal.")]
    assert headers == [
        f"[goal.{name}]" for name in ("specific", "measurable", "relevant", "timebound", "history")
    ]
    assert "  [goal.measurable]  # the measure\n" in after
    assert "# what happened\n[goal.history]" in after


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("measurable.target = 5", 'measurable.target = 5\nmeasurable.unit = "km"'),
        ("measurable = { target = 5 }", 'measurable = { target = 5, unit = "km" }'),
        ("measurable = {}", 'measurable = { unit = "km" }'),
        ("measurable.unit = 'm' # old", 'measurable.unit = "km" # old'),
        ("measurable = { unit = 'm', x = 1 } # old", 'measurable = { unit = "km", x = 1 } # old'),
        ('[goal."measurable"]', '[goal."measurable"]\nunit = "km"'),
    ],
)
def test_a_field_is_found_however_its_table_is_written(written: str, expected: str) -> None:
    text = f'[[goal]]\nid = "leads"\n{written}\n[other]\nx = 1\n'
    before = goal(text).measurable.unit
    after = change(FieldChange("measurable.unit", before, "km")).apply(text.encode()).decode()
    assert after == text.replace(written, expected)


def test_items_of_a_list_change_one_by_one() -> None:
    text = """[[goal]]
id = "leads"
[goal.relevant]
actions = [
  { what = "call", mood = 1 }, # Mon
  { what = "write" }, # Tue
]
"""
    steps = (Action("call", done=True), Action("write"), Action("meet", date(2026, 12, 1)))
    assert changed(change(FieldChange("relevant.actions", goal(text).relevant.actions, steps)), text) == [
        '-  { what = "call", mood = 1 }, # Mon\n',
        '+  { what = "call", mood = 1, done = true }, # Mon\n',
        '+  { what = "meet", by = 2026-12-01 },\n',
    ]
    fewer = change(FieldChange("relevant.actions", goal(text).relevant.actions, (Action("write"),)))
    assert changed(fewer, text) == ['-  { what = "call", mood = 1 }, # Mon\n']


def test_a_record_changes_key_by_key() -> None:
    text = '[[goal]]\nid = "leads"\nspecific.clarity = { clear = 4, asked = 6, room = "B" } # Monday\n'
    asked = change(FieldChange("specific.clarity", Clarity(4, 6), Clarity(5, 6, ("who?",))))
    assert changed(asked, text)[1:] == [
        '+specific.clarity = { clear = 5, asked = 6, room = "B", open = ["who?"] } # Monday\n'
    ]


def test_a_shape_that_splicing_does_not_know_is_edited_as_one_block() -> None:
    text = '[[goal]]\nid = "leads" # mine\nspecific.clarity.clear = 4\nspecific.clarity.asked = 6\nspecific.channel = "x"\n'
    assert changed(change(FieldChange("specific.clarity", Clarity(4, 6), None)), text) == [
        "-specific.clarity.clear = 4\n",
        "-specific.clarity.asked = 6\n",
    ]


def test_a_file_that_cannot_be_edited_safely_is_refused() -> None:
    assert refused(AddCheckIn("leads", NEW), 'goal = [{ id = "leads" }]').code == "verify-failed"
    assert refused(AddGoal(Goal(id="x", title="X")), 'goal = [{ id = "leads" }]').code == "verify-failed"


def test_all_fields_between_two_states_of_a_goal_are_written() -> None:
    rich = full_goal()
    plain = Goal(id="full-0001", title="Plain")
    text = AddGoal(plain).apply(b"")
    there = ChangeGoal(plain.id, changes_between(plain, rich)).apply(text)
    assert read(there).goals[0] == replace(rich, history=History())
    back = ChangeGoal(plain.id, changes_between(read(there).goals[0], plain)).apply(there)
    assert read(back).goals == (plain,)


def test_a_field_that_somebody_else_changed_is_not_overwritten() -> None:
    error = refused(change(FieldChange("measurable.target", Decimal(800), Decimal(900))))
    assert (error.code, error.values) == ("changed", {"field": "measurable.target"})


def test_a_change_that_is_already_there_writes_nothing() -> None:
    same = change(FieldChange("measurable.target", Decimal(800), Decimal(1000)))
    assert same.apply(FILE.encode()) == FILE.encode()


def test_a_wrong_value_can_be_put_right() -> None:
    text = FILE.replace("1_000", '"many"')
    assert (
        changed(change(FieldChange("measurable.target", None, Decimal(5))), text)[1]
        == "+  target = 5 # was 800\n"
    )


def test_a_field_of_a_goal_with_a_stranger_among_its_tables_is_changed() -> None:
    text = '[[goal]]\nid = "leads"\n\n[settings]\nx = 1\n\n[goal.specific]\nchannel = "y"\n'
    assert changed(change(FieldChange("specific.channel", "y", "z")), text) == [
        '-channel = "y"\n',
        '+channel = "z"\n',
    ]


def test_characters_that_would_be_unseen_are_written_as_escapes() -> None:
    sneaky = FieldChange("owner", None, "a\u202eb\u200bc\ud800d\x1be")
    assert changed(change(sneaky)) == ['+owner = "a\\u202eb\\u200bc�d␛e"\n']


def test_how_a_goal_ended_is_written_into_its_history() -> None:
    ended = Result(date=date(2026, 12, 31), learned="start early")
    calls = (Lead(date(2026, 12, 4), "calls", Decimal(12)),)
    asked = change(FieldChange("history.result", None, ended), FieldChange("history.leads", (), calls))
    assert changed(asked) == [
        '+result = { date = 2026-12-31, learned = "start early" }\n',
        "+leads = [\n",
        '+  { date = 2026-12-04, name = "calls", value = 12 },\n',
        "+]\n",
    ]


def test_neither_the_id_nor_the_history_counts_as_a_changed_field() -> None:
    before = full_goal()
    after = replace(
        before, id="other", history=History(), owner="Minh", measurable=replace(before.measurable, unit="x")
    )
    assert changes_between(before, after) == (
        FieldChange("owner", before.owner, "Minh"),
        FieldChange("measurable.unit", before.measurable.unit, "x"),
    )


def test_a_change_holds_when_every_field_says_what_was_asked() -> None:
    before = full_goal()
    asked = ChangeGoal(
        before.id, (FieldChange("owner", before.owner, "Minh"), FieldChange("title", before.title, "T"))
    )
    assert asked.holds(before, replace(before, owner="Minh", title="T"))
    assert not asked.holds(before, replace(before, owner="Minh"))
    assert not asked.holds(before, replace(before, title="T"))
    removed = ChangeGoal(before.id, (FieldChange("measurable.unit", "x", None),))
    assert removed.holds(before, before), "a default may stand where nothing was written"
