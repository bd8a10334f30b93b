"""Many goals and many check-ins in one write."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace
from store_examples import FILE, NEW, ROW, changed, full_goal, goal, refused

from smart_tui.goals.model import CheckIn, Lead
from smart_tui.goals.terms import Kind
from smart_tui.store.bulk import AddCheckIns, AddGoals
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave, DuplicateId
from smart_tui.store.operations import AddCheckIn, AddLead, Together
from smart_tui.store.reader import read
from smart_tui.store.told import Deed, Told

SECOND = CheckIn(date=date(2026, 11, 3), value=Decimal(8))
SEEN = goal().history.checkins
STYLES = {
    "a line each": FILE,
    "one line": '[[goal]]\nid = "leads"\n[goal.history]\ncheckins = [{ date = 2026-10-05, value = 5 }]\n',
    "no comma at the end": '[[goal]]\nid = "leads"\n[goal.history]\ncheckins = [\n  { date = 2026-10-05, value = 5 }\n]\n',
    "empty": '[[goal]]\nid = "leads"\n[goal.history]\ncheckins = []\n',
    "none": '[[goal]]\nid = "leads"\ntitle = "Leads"\n',
    "tables": '[[goal]]\nid = "leads"\n[[goal.history.checkins]]\ndate = 2026-10-05\nvalue = 5\n',
    "dotted": '[[goal]]\nid = "leads"\nhistory.checkins = [{ date = 2026-10-05, value = 5 }]\n',
    "windows": FILE.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("style", STYLES)
def test_many_check_ins_read_as_those_added_one_by_one(style: str) -> None:
    text = STYLES[style]
    more = tuple(replace(SECOND, date=SECOND.date + timedelta(days=i)) for i in range(5))
    at_once = AddCheckIns("leads", goal(text).history.checkins, (NEW, *more)).apply(text.encode())
    one_by_one = text.encode()
    for checkin in (NEW, *more):
        one_by_one = AddCheckIn("leads", checkin).apply(one_by_one)
    assert at_once == one_by_one


def test_many_check_ins_stand_below_the_others_and_comments_stay() -> None:
    assert changed(AddCheckIns("leads", SEEN, (NEW, SECOND))) == [
        f"+    {ROW},\n",
        "+    { date = 2026-11-03, value = 8 },\n",
    ]


def test_numbers_that_came_together_are_told_as_so_many() -> None:
    one, many = AddCheckIn("leads", NEW), AddCheckIns("leads", SEEN, (NEW, SECOND))
    assert Together((one,)).told == one.told
    assert Together((one, many)).told == Told(Deed.CHECKINS, "leads", {"count": "3"})
    assert Together((one, AddCheckIn("walk", NEW))).told == Told(Deed.CHECKINS, None, {"count": "2"})


def test_no_check_ins_change_nothing() -> None:
    assert AddCheckIns("leads", SEEN, ()).apply(FILE.encode()) == FILE.encode()


def test_check_ins_are_refused_when_others_came_meanwhile() -> None:
    later = AddCheckIn("leads", NEW).apply(FILE.encode()).decode()
    error = refused(AddCheckIns("leads", SEEN, (SECOND,)), later)
    assert (error.code, error.values) == (Refusal.CHANGED, {"field": "history.checkins"})


def test_a_history_that_is_no_table_is_left_alone() -> None:
    with pytest.raises(CannotSave):
        AddCheckIns("a", (), (NEW,)).apply(b'[[goal]]\nid = "a"\nhistory = 5\n')


def test_ten_years_of_days_take_one_write() -> None:
    days = tuple(CheckIn(date=date(2016, 1, 1) + timedelta(days=i), value=Decimal(i)) for i in range(3650))
    data = AddCheckIns("leads", SEEN, days).apply(FILE.encode())
    assert read(data).goals[0].history.checkins == SEEN + days


def test_goals_stand_one_blank_line_apart_and_read_back_whole() -> None:
    goals = tuple(replace(full_goal(), id=f"new-{n}") for n in range(3))
    data = AddGoals(goals).apply(FILE.encode())
    assert data.decode().startswith(FILE)
    assert data.decode().count("\n\n[[goal]]\n") == 3
    assert read(data).goals[2:] == goals


def test_a_first_import_writes_the_version() -> None:
    assert AddGoals((full_goal(),)).apply(b"").startswith(b"version = 1\n\n[[goal]]\n")


@pytest.mark.parametrize("ids", [["Walk"], ["new", "NEW"]])
def test_an_id_that_is_taken_stops_all(ids: list[str]) -> None:
    with pytest.raises(DuplicateId):
        AddGoals(tuple(replace(full_goal(), id=taken) for taken in ids)).apply(FILE.encode())


def test_a_lead_gets_a_line_of_its_own() -> None:
    first = changed(AddLead("leads", Lead(date(2026, 11, 2), 'call "them"', Decimal(5))))
    assert first == [
        "+leads = [\n",
        '+  { date = 2026-11-02, name = "call \\"them\\"", value = 5 },\n',
        "+]\n",
    ]
    once = AddLead("leads", Lead(date(2026, 11, 2), "calls", Decimal(5))).apply(FILE.encode())
    twice = AddLead("leads", Lead(date(2026, 11, 3), "calls", Decimal("2.5"))).apply(once)
    assert [lead.value for lead in read(twice).goals[0].history.leads] == [5, Decimal("2.5")]
    assert read(twice).goals[0].measurable.kind is Kind.TOTAL
