"""What was done can be taken back: to the byte where nothing else happened, else only what it did."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_examples import FILE, NEW

from smart_tui.goals.model import CheckIn, Decision, Goal, Lead, Measurable
from smart_tui.goals.terms import Did
from smart_tui.store.bulk import AddCheckIns, AddGoals
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.memory import Memory
from smart_tui.store.operation import Operation
from smart_tui.store.operations import (
    AddCheckIn,
    AddDecision,
    AddGoal,
    AddLead,
    ChangeGoal,
    DeleteCheckIn,
    DeleteGoal,
    EditCheckIn,
    FieldChange,
    Together,
)
from smart_tui.store.reader import read
from smart_tui.store.step import Step
from smart_tui.store.store import Store
from smart_tui.store.told import Deed, Told
from smart_tui.store.undo import MOST_STEPS, UndoLog

LEADS, WALK = read(FILE.encode()).goals
FIRST, SECOND = LEADS.history.checkins
TITLE = ChangeGoal("leads", (FieldChange("title", "Leads", "More leads"),))
CLOSED = Decision(date=date(2026, 11, 1), did=Did.CLOSE)
OPERATIONS: dict[str, tuple[Operation, Told]] = {
    "check-in": (
        AddCheckIn("leads", NEW),
        Told(Deed.CHECKIN, "leads", {"value": "7.0", "date": "2026-11-02"}),
    ),
    "first check-in": (
        AddCheckIn("walk", NEW),
        Told(Deed.CHECKIN, "walk", {"value": "7.0", "date": "2026-11-02"}),
    ),
    "edited check-in": (
        EditCheckIn("leads", FIRST, NEW),
        Told(Deed.CHECKIN_CHANGED, "leads", {"value": "7.0", "date": "2026-11-02"}),
    ),
    "deleted check-in": (
        DeleteCheckIn("leads", SECOND),
        Told(Deed.CHECKIN_DELETED, "leads", {"value": "6.50", "date": "2026-10-12"}),
    ),
    "changed field": (TITLE, Told(Deed.GOAL_CHANGED, "leads", {"field": "title"})),
    "changed fields": (
        ChangeGoal("leads", (FieldChange("title", "Leads", "L"), FieldChange("owner", None, "Lan"))),
        Told(Deed.GOAL_CHANGED, "leads"),
    ),
    "decision": (AddDecision("walk", CLOSED), Told(Deed.DECISION, "walk", {"did": "close"})),
    "lead": (
        AddLead("walk", Lead(date(2026, 11, 1), "calls", Decimal(5))),
        Told(Deed.LEAD, "walk", {"name": "calls", "value": "5"}),
    ),
    "new goal": (AddGoal(Goal(id="new", title="New")), Told(Deed.GOAL_ADDED, "new")),
    "many goals": (
        AddGoals((Goal(id="x", title="X"), Goal(id="y", title="Y"))),
        Told(Deed.GOALS_ADDED, values={"count": "2"}),
    ),
    "many check-ins": (
        AddCheckIns("leads", LEADS.history.checkins, (NEW, NEW)),
        Told(Deed.CHECKINS, "leads", {"count": "2"}),
    ),
    "first goal deleted": (DeleteGoal("leads"), Told(Deed.GOAL_DELETED, "leads")),
    "last goal deleted": (DeleteGoal("walk"), Told(Deed.GOAL_DELETED, "walk")),
    "numbers of two goals": (
        Together((AddCheckIn("leads", NEW), AddCheckIn("walk", NEW))),
        Told(Deed.CHECKINS, values={"count": "2"}),
    ),
    "numbers of one goal": (
        Together((AddCheckIn("leads", NEW), AddCheckIn("leads", NEW))),
        Told(Deed.CHECKINS, "leads", {"count": "2"}),
    ),
    "a decision with its field": (
        Together((TITLE, AddDecision("leads", CLOSED))),
        Told(Deed.DECISION, "leads", {"did": "close"}),
    ),
    "a number and how it is typed": (
        Together((AddCheckIn("leads", NEW), TITLE)),
        Told(Deed.CHECKIN, "leads", {"value": "7.0", "date": "2026-11-02"}),
    ),
    "this and that": (Together((TITLE, AddCheckIn("walk", NEW))), Told(Deed.SEVERAL, values={"count": "2"})),
}
EACH = pytest.mark.parametrize("name", OPERATIONS)


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Store]:
    def with_text(text: str) -> Store:
        path = tmp_path / "goals.toml"
        path.write_bytes(text.encode())
        return Store(path, memory=Memory(tmp_path / "memory", lambda: 1_000.0))

    return with_text


def text_of(store: Store) -> str:
    return store.path.read_bytes().decode()


def edit(store: Store, old: str, new: str) -> None:
    """Do what an editor does that knows nothing of the program."""
    text = text_of(store)
    assert old in text
    store.path.write_bytes(text.replace(old, new, 1).encode())


@EACH
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["", "BOM"])
def test_undone_at_once_the_file_is_the_same_to_the_byte(
    make: Callable[[str], Store], name: str, newline: str, start: str
) -> None:
    text = start + FILE.replace("\n", newline)
    for whole in (text, text.rstrip()):
        store = make(whole)
        after = store.apply(OPERATIONS[name][0]).file
        assert store.undo().file == read(whole.encode())
        assert text_of(store) == whole
        assert store.redo().file == after


@EACH
def test_undone_after_a_change_elsewhere_only_what_was_done_goes(
    make: Callable[[str], Store], name: str
) -> None:
    store = make(FILE)
    store.apply(OPERATIONS[name][0])
    edit(store, 'theme = "dark"', 'theme = "light"')
    store.undo()
    assert read(text_of(store).encode()).goals == read(FILE.encode()).goals
    assert 'theme = "light"' in text_of(store)
    for comment in (
        "# My goals",
        "# Asked for by Lan,",
        "# was 800",
        "# second",
        "# Not a goal.",
        "# The small",
    ):
        assert text_of(store).count(comment) == 1


@EACH
def test_a_step_says_what_it_was_and_of_which_goals(make: Callable[[str], Store], name: str) -> None:
    operation, told = OPERATIONS[name]
    store = make(FILE)
    store.apply(operation)
    assert store.memory is not None
    step = store.memory.undo.next(again=False)
    assert step is not None
    assert (step.told, step.at) == (told, 1_000.0)
    assert (told.goal is None) or [goal.goal for goal in step.goals] == [told.goal]
    assert step.goals[0].title in {"Leads", "L", "Walk", "More leads", "New", "X"}
    assert Step.from_payload(json.loads(json.dumps(step.as_payload()))) == step


def test_a_check_in_is_undone_though_the_goal_was_changed_elsewhere(make: Callable[[str], Store]) -> None:
    store = make(FILE)
    store.apply(AddCheckIn("leads", NEW))
    edit(store, 'title = "Leads"', 'title = "More leads" # better')
    store.undo()
    goal = read(text_of(store).encode()).goals[0]
    assert goal == replace(LEADS, title="More leads")
    assert "# better" in text_of(store)
    assert "{ date = 2026-10-12, value = 6.50 }, # second" in text_of(store)


def test_one_of_two_equal_check_ins_is_undone(make: Callable[[str], Store]) -> None:
    store = make(FILE)
    store.apply(AddCheckIn("leads", NEW))
    store.apply(AddCheckIn("leads", NEW))
    edit(store, "# My goals", "# Goals")
    store.undo()
    assert read(text_of(store).encode()).goals[0].history.checkins == (FIRST, SECOND, NEW)


def test_a_check_in_that_came_later_from_elsewhere_stays(make: Callable[[str], Store]) -> None:
    store = make(FILE)
    store.apply(AddCheckIn("leads", NEW))
    edit(store, "    # November", "    { date = 2026-11-09, value = 9 },")
    store.undo()
    later = CheckIn(date=date(2026, 11, 9), value=Decimal(9))
    assert read(text_of(store).encode()).goals[0].history.checkins == (FIRST, SECOND, later)


@pytest.mark.parametrize(
    ("operation", "old", "new"),
    [
        (TITLE, 'title = "More leads"', 'title = "Most leads"'),
        (EditCheckIn("leads", FIRST, NEW), "value = 7.0", "value = 8"),
        (AddGoal(Goal(id="new", title="New")), 'title = "New"', 'title = "Newer"'),
        (DeleteGoal("walk"), "# My goals", '[[goal]]\nid = "walk"\n'),
        (AddGoal(Goal(id="new", title="New")), 'id = "new"', 'id = "newer"'),
        (TITLE, 'id = "leads"', 'id = "heads"'),
    ],
)
def test_what_others_have_changed_since_is_not_undone(
    make: Callable[[str], Store], operation: Operation, old: str, new: str
) -> None:
    store = make(FILE)
    store.apply(operation)
    edit(store, old, new)
    text = text_of(store)
    with pytest.raises(CannotSave) as caught:
        store.undo()
    assert caught.value.code is Refusal.CHANGED
    assert text_of(store) == text
    assert store.memory is not None
    assert store.memory.undo.next(again=False) is not None, "it can be tried again"


def test_steps_are_undone_from_the_last_to_the_first_and_done_again(make: Callable[[str], Store]) -> None:
    store = make(FILE)
    texts = [FILE]
    for name in ("check-in", "changed field", "new goal"):
        store.apply(OPERATIONS[name][0])
        texts.append(text_of(store))
    for text in reversed(texts[:-1]):
        store.undo()
        assert text_of(store) == text
    with pytest.raises(CannotSave) as caught:
        store.undo()
    assert caught.value.code is Refusal.NOTHING_TO_UNDO
    for text in texts[1:]:
        store.redo()
        assert text_of(store) == text
    with pytest.raises(CannotSave):
        store.redo()


def test_a_new_step_ends_what_could_be_done_again(make: Callable[[str], Store]) -> None:
    store = make(FILE)
    store.apply(TITLE)
    store.undo()
    store.apply(AddCheckIn("walk", NEW))
    with pytest.raises(CannotSave):
        store.redo()


def test_undoing_the_first_goal_of_a_new_file_leaves_a_file_of_ours(make: Callable[[str], Store]) -> None:
    store = make("")
    store.path.unlink()
    store.apply(AddGoal(Goal(id="new", title="New", measurable=Measurable(target=Decimal(3)))))
    assert store.undo().file.goals == ()
    assert text_of(store).strip() == "version = 1"


def test_a_store_without_a_past_undoes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "goals.toml")
    store.apply(AddGoal(Goal(id="new", title="New")))
    with pytest.raises(CannotSave) as caught:
        store.undo()
    assert caught.value.code is Refusal.NOTHING_TO_UNDO


def test_the_log_reads_past_lines_that_were_cut_short(make: Callable[[str], Store]) -> None:
    store = make(FILE)
    store.apply(TITLE)
    assert store.memory is not None
    log = store.memory.undo.path
    whole = log.read_bytes()
    for broken in (
        whole[:40] + b"\n",
        b"null\n",
        b'{"step": {"told": 1}}\n',
        b"\xff\xfe\n",
        b'{"step": []}\n',
    ):
        log.write_bytes(broken + whole + broken)
        assert len(UndoLog(log).steps()[0]) == 1
    assert log.stat().st_mode & 0o777 == 0o600


def test_only_the_newest_steps_are_kept(
    make: Callable[[str], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make(FILE)
    store.apply(TITLE)
    assert store.memory is not None
    log = store.memory.undo
    step = log.next(again=False)
    assert step is not None
    for number in range(MOST_STEPS + 5):
        log.add(replace(step, at=float(number)))
    done, _ = log.steps()
    assert [it.at for it in done] == [float(number) for number in range(5, MOST_STEPS + 5)]
    monkeypatch.setattr("smart_tui.store.undo.LARGEST", 20_000)
    log.add(replace(step, at=999.0))
    assert log.path.stat().st_size <= 10_000
    done, _ = log.steps()
    assert 1 < len(done) < MOST_STEPS
    assert done[-1].at == 999.0
    assert [it.at for it in done[:-1]] == [
        float(MOST_STEPS + 5 - len(done) + place + 1) for place in range(len(done) - 1)
    ]


def test_a_log_that_cannot_be_written_keeps_nobody_from_saving(
    make: Callable[[str], Store], tmp_path: Path
) -> None:
    (tmp_path / "memory").write_text("in the way")
    store = make(FILE)
    assert store.apply(TITLE).file.goals[0].title == "More leads"
