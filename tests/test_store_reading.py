"""What a hand-written file says, and how each mistake in it is named."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.goals.calendar import DaysOff
from smart_tui.goals.model import Action, CheckIn, Clarity, Decision, GoalFile, Past, Problem
from smart_tui.goals.terms import Cadence, Did, Direction, Horizon, Kind
from smart_tui.store.errors import CannotRead
from smart_tui.store.reader import read

FILE = """\
# Anything you write here stays.
version = 1
title = "VMO marketing"
workdays = "mon-sat"
year_starts = 4
days_off = [{ from = 2027-02-05, to = 2027-02-11, name = "Tết" }, { from = 2027-04-30 }]

[[goal]]
id = "leads-7f3a"
title = "1,000 new leads next month"
lang = "en"
owner = "Lan"
horizon = "short"
created = 2026-11-21
mood = "brave"

[goal.specific]
sentence = "Get 1,000 new leads"
clarity = { clear = 5, asked = 6, open = ["which fair?"] }

[goal.measurable]
metric = "new leads"
kind = "total"
baseline = 0
target = 1000

[goal.achievable]
past = [{ period = "2026-09", value = 280 }]

[goal.relevant]
supports = "contracts-11ab"
worth = 0.040
actions = [{ what = "Call the fair", by = 2026-12-02, done = true }]

[goal.timebound]
start = 2026-12-01
deadline = 2026-12-31

[goal.history]
checkins = [
  { date = 2026-12-04, value = 120, note = "webinar" },
]
decisions = [
  { date = 2026-12-28, did = "extend", from = 2026-12-31, to = 2027-01-15, why = "the fair moved" },
]

[[goal]]
id = "contracts-11ab"
title = "40 contracts"
"""


def problems(text: str) -> list[tuple[str, int | None, str | None, str | None]]:
    return [(str(p.code), p.line, p.goal, p.field) for p in read(text.encode()).problems]


def unreadable(data: bytes) -> Problem:
    with pytest.raises(CannotRead) as caught:
        read(data)
    (problem,) = caught.value.problems
    return problem


def test_a_goal_is_read_as_it_is_written() -> None:
    file = read(FILE.encode())
    goal = file.goals[0]
    assert (file.title, file.version, file.problems) == ("VMO marketing", 1, ())
    assert (goal.id, goal.owner, goal.horizon) == ("leads-7f3a", "Lan", Horizon.SHORT)
    assert goal.specific.clarity == Clarity(5, 6, ("which fair?",))
    assert (goal.measurable.kind, goal.measurable.target) == (Kind.TOTAL, Decimal(1000))
    assert goal.achievable.past == (Past(Decimal(280), "2026-09"),)
    assert str(goal.relevant.worth) == "0.040"
    assert goal.relevant.actions == (Action("Call the fair", date(2026, 12, 2), done=True),)
    assert goal.timebound.cadence is Cadence.WEEKLY
    assert goal.history.checkins == (CheckIn(date=date(2026, 12, 4), value=Decimal(120), note="webinar"),)
    assert goal.history.decisions == (
        Decision(
            date=date(2026, 12, 28),
            did=Did.EXTEND,
            before=date(2026, 12, 31),
            after=date(2027, 1, 15),
            why="the fair moved",
        ),
    )


def test_the_files_calendar_is_read() -> None:
    calendar = read(FILE.encode()).calendar
    assert calendar.workdays == frozenset(range(6))
    assert calendar.year_starts == 4
    assert calendar.days_off == (
        DaysOff(date(2027, 2, 5), date(2027, 2, 11), "Tết"),
        DaysOff(date(2027, 4, 30), date(2027, 4, 30)),
    )


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ('"mon-fri"', {0, 1, 2, 3, 4}),
        ('"mon,wed"', {0, 2}),
        ('["sat", "sun-mon"]', {5, 6, 0}),
        ('"Mon - Tue"', {0, 1}),
    ],
)
def test_workdays_may_be_ranges_and_lists(written: str, days: set[int]) -> None:
    assert read(f"workdays = {written}".encode()).calendar.workdays == days


@pytest.mark.parametrize("data", [b"", b"\n", b"# nothing yet\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_goals(data: bytes) -> None:
    assert read(data) == GoalFile()


def test_bom_and_windows_line_ends_change_nothing() -> None:
    windows = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    assert read(windows) == read(FILE.encode())


@pytest.mark.parametrize(
    ("measure", "kind", "direction"),
    [
        ("", Kind.TOTAL, Direction.INCREASE),
        ("baseline = 35\ntarget = 30", Kind.TOTAL, Direction.DECREASE),
        ('kind = "limit"\nbaseline = 50\ntarget = 40', Kind.LIMIT, Direction.MAINTAIN),
        ('per = "day"\ntarget = 100', Kind.RATE, Direction.INCREASE),
        ('baseline = 35\ntarget = 30\ndirection = "maintain"', Kind.TOTAL, Direction.MAINTAIN),
    ],
)
def test_what_a_measure_leaves_out_has_a_default(measure: str, kind: Kind, direction: Direction) -> None:
    goal = read(f"[[goal]]\n[goal.measurable]\n{measure}\n".encode()).goals[0]
    assert (goal.measurable.kind, goal.measurable.direction) == (kind, direction)


def test_a_rate_without_a_period_is_named() -> None:
    text = '[[goal]]\nid = "a"\n[goal.measurable]\nkind = "rate"\n'
    assert problems(text) == [("missing", 3, "a", "measurable.per")]


def test_yes_no_check_ins_may_be_words_or_numbers() -> None:
    text = """[[goal]]
measurable.kind = "yes-no"
history.checkins = [{ date = 2026-12-01, value = false }, { date = 2026-12-02, value = 1 }]
"""
    (goal,) = read(text.encode()).goals
    assert [c.value for c in goal.history.checkins] == [0, 1]
    assert goal.problems == ()


def test_nested_tables_and_inline_tables_say_the_same() -> None:
    nested = """[[goal]]
id = "a"
[[goal.history.checkins]]
date = 2026-12-01
value = 5
[[goal.history.checkins]]
date = 2026-12-08
value = 6
"""
    inline = 'goal = [{ id = "a", history = { checkins = [{ date = 2026-12-01, value = 5 }, '
    inline += "{ date = 2026-12-08, value = 6 }] } }]"
    assert read(nested.encode()) == read(inline.encode())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("target = 1000", 'target = "many"', ("not-a-number", 25, "leads-7f3a", "measurable.target")),
        ("target = 1000", "target = true", ("not-a-number", 25, "leads-7f3a", "measurable.target")),
        ("target = 1000", "target = nan", ("not-a-number", 25, "leads-7f3a", "measurable.target")),
        ("target = 1000", "target = -inf", ("not-a-number", 25, "leads-7f3a", "measurable.target")),
        ("target = 1000", "target = 1e999", ("out-of-range", 25, "leads-7f3a", "measurable.target")),
        ("target = 1000", "target = 1e-99", ("out-of-range", 25, "leads-7f3a", "measurable.target")),
        (
            "target = 1000",
            "target = 1e99999999999999999999",
            ("not-a-number", 25, "leads-7f3a", "measurable.target"),
        ),
        ("target = 1000", f"target = {10**15}", ("out-of-range", 25, "leads-7f3a", "measurable.target")),
        (
            "target = 1000",
            f"target = 0x{'f' * 2000}",
            ("out-of-range", 25, "leads-7f3a", "measurable.target"),
        ),
        ('kind = "total"', 'kind = "sum"', ("unknown-word", 23, "leads-7f3a", "measurable.kind")),
        ('owner = "Lan"', "owner = 5", ("not-text", 12, "leads-7f3a", "owner")),
        ("start = 2026-12-01", 'start = "soon"', ("not-a-date", 36, "leads-7f3a", "timebound.start")),
        ("start = 2026-12-01", "start = 08:30:00", ("not-a-date", 36, "leads-7f3a", "timebound.start")),
        ("start = 2026-12-01", "start = 9999-12-31", ("out-of-range", 36, "leads-7f3a", "timebound.start")),
        (
            "start = 2026-12-01",
            "start = 2026-12-01T08:00:00Z",
            ("has-time", 36, "leads-7f3a", "timebound.start"),
        ),
        ("value = 120", "value = []", ("not-a-number", 41, "leads-7f3a", "history.checkins.value")),
        ("value = 120, ", "", ("missing", 41, "leads-7f3a", "history.checkins.value")),
        ('did = "extend"', 'did = "move"', ("unknown-word", 44, "leads-7f3a", "history.decisions.did")),
        ("clear = 5", "clear = -5", ("out-of-range", 19, "leads-7f3a", "specific.clarity.clear")),
        (
            'past = [{ period = "2026-09", value = 280 }]',
            "past = 280",
            ("not-a-list", 28, "leads-7f3a", "achievable.past"),
        ),
        (
            'supports = "contracts-11ab"',
            'supports = "revenue"',
            ("no-such-goal", 31, "leads-7f3a", "relevant.supports"),
        ),
        (
            'id = "contracts-11ab"',
            'id = "contracts-11ab"\nhistory = 5',
            ("not-a-table", 49, "contracts-11ab", "history"),
        ),
        ("year_starts = 4", "year_starts = 13", ("out-of-range", 5, None, "year_starts")),
        ('workdays = "mon-sat"', 'workdays = "daily"', ("unknown-word", 4, None, "workdays")),
        ("to = 2027-02-11", 'to = "later"', ("not-a-date", 6, None, "days_off.to")),
        ("version = 1", "version = 2", ("newer-version", 2, None, "version")),
        ("version = 1", 'version = "one"', ("not-a-whole-number", 2, None, "version")),
    ],
)
def test_a_wrong_field_is_named_with_goal_and_line(
    old: str, new: str, problem: tuple[str, int, str | None, str]
) -> None:
    assert problems(FILE.replace(old, new, 1)) == [problem]


def test_a_goal_keeps_what_is_right_beside_a_wrong_field() -> None:
    file = read(
        FILE.replace("target = 1000", 'target = "many"').replace("value = 120", "value = true").encode()
    )
    goal, other = file.goals
    assert (goal.measurable.target, goal.measurable.metric, goal.history.checkins) == (None, "new leads", ())
    assert [p.field for p in goal.problems] == ["measurable.target", "history.checkins.value"]
    assert other.problems == ()


def test_a_date_with_a_time_counts_as_its_day() -> None:
    file = read(FILE.replace("start = 2026-12-01", "start = 2026-12-01 23:30:00").encode())
    assert file.goals[0].start == date(2026, 12, 1)


def test_two_goals_of_one_id_are_both_shown_and_both_named() -> None:
    text = '[[goal]]\nid = "a"\n[[goal]]\nid = "b"\n[[goal]]\nid = "A"\n'
    assert [goal.id for goal in read(text.encode()).goals] == ["a", "b", "A"]
    assert problems(text) == [("duplicate-id", 2, "a", "id"), ("duplicate-id", 6, "A", "id")]


def test_accents_typed_in_two_ways_are_one_id() -> None:
    text = '[[goal]]\nid = "\u1ec7"\n[[goal]]\nid = "e\u0323\u0302"\n'
    assert [p[0] for p in problems(text)] == ["duplicate-id"] * 2


def test_goals_that_serve_each_other_in_a_circle_are_named() -> None:
    goals = (f'[[goal]]\nid = "{a}"\nrelevant.supports = "{b}"\n' for a, b in ("ab", "ba", "ca"))
    assert problems("".join(goals)) == [
        ("circle", 3, "a", "relevant.supports"),
        ("circle", 6, "b", "relevant.supports"),
    ]


def test_a_goal_without_id_has_the_same_one_at_every_reading() -> None:
    text = '[[goal]]\ntitle = "Đi bộ"\n[[goal]]\ntitle = "Đi bộ"\n'
    first, second = (goal.id for goal in read(text.encode()).goals)
    assert first.startswith("di-bo-")
    assert second.startswith("di-bo-")
    assert first != second
    assert [goal.id for goal in read(("# more\n" + text).encode()).goals] == [first, second]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('[[goal]]\nspecific.sentence = "Sell more"\nmeasurable.metric = "sales"', "Sell more"),
        ('[[goal]]\nmeasurable.metric = "sales"', "sales"),
        ('[[goal]]\nid = "x"', "x"),
    ],
)
def test_a_goal_without_title_is_called_by_what_it_has(text: str, title: str) -> None:
    assert read(text.encode()).goals[0].title == title


def test_problems_come_in_the_order_of_their_lines() -> None:
    text = FILE.replace("target = 1000", "target = []").replace("year_starts = 4", "year_starts = 0")
    lines = [line for _, line, _, _ in problems(text.replace("contracts-11ab", "leads-7f3a"))]
    assert lines == sorted(lines, key=lambda line: line or 0)
    assert len(lines) > 3


def test_control_characters_in_a_title_become_pictures() -> None:
    assert read(b'title = "a\\u001b]0;b\\u0007\\u009b"').title == "a␛]0;b␇�"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a = 1\nb = \n", "no-value", 2),
        ("a = 1\ntitle = My goals\n", "bad-value", 2),
        ('a = 1\ntitle = "My goals\nb = 2\n', "open-text", 2),
        ("[[goal]]\n[goal.timebound]\ndeadline = 2026-02-30\n", "no-such-date", 3),
        ("a = 1\n\na = 2\n", "duplicate-key", 3),
        ("[x]\n\n[x]\n", "duplicate-table", 3),
        ("a = 1\nnonsense\n", "remark", 2),
        (
            "c = [\n  { x = 1 },  # one\n  { x = 2 }  # no comma, here\n  # two\n  { x = 3 },\n]\n",
            "missing-comma",
            3,
        ),
        ("c = { x = 1 y = 2 }\n", "missing-comma", 1),
        ("a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> theirs\n", "merge-markers", 2),
        ('a = 1\nb = "\x01"\n', "control-character", 2),
        ("a = 1\rb = 2\n", "control-character", 1),
    ],
)
def test_a_mistake_that_hides_the_whole_file_is_named_with_its_line(text: str, code: str, line: int) -> None:
    problem = unreadable(text.encode())
    assert (problem.code, problem.line) == (code, line)


def test_a_file_in_another_encoding_is_named_with_its_line() -> None:
    problem = unreadable('a = 1\ntitle = "Café"\n'.encode("latin-1"))
    assert (problem.code, problem.line) == ("not-utf8", 2)
