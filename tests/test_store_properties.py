"""Any document, any operation: other bytes stay, comments stay, and the data is the old data plus what was asked."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.goals.model import CheckIn, Goal, Measurable, TimeBound
from smart_tui.goals.terms import Kind
from smart_tui.store.layout import Layout
from smart_tui.store.operation import Operation
from smart_tui.store.operations import (
    AddCheckIn,
    AddGoal,
    ChangeGoal,
    DeleteCheckIn,
    DeleteGoal,
    EditCheckIn,
    FieldChange,
)
from smart_tui.store.reader import Reading, read
from smart_tui.store.scan import Path

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=2) | st.integers(-(10**9), 10**9).map(Decimal)
TEXTS = st.text(st.sampled_from('aé "\\#[]{}=,.\n\u202eệ字'), min_size=1, max_size=12).filter(str.strip)
CHECKINS = st.builds(CheckIn, date=DAYS, value=NUMBERS, note=st.none() | TEXTS)


@dataclass(frozen=True)
class Example:
    """A document as its pieces, `at` being the piece that is the goal."""

    pieces: tuple[str, ...]
    at: int
    goal_id: str

    @property
    def data(self) -> bytes:
        return "".join(self.pieces).encode()

    @property
    def place(self) -> int:
        return sum("[[goal]]" in piece for piece in self.pieces[: self.at])


def _applied(operation: Operation, data: bytes) -> bytes:
    """Give the bytes; what was given as read back is what anybody reads in them."""
    after = operation.run(Reading.of(data))
    assert after.file == read(after.data)
    return after.data


def quoted(text: str) -> str:
    return '"' + "".join(c if c.isalnum() else f"\\u{ord(c):04x}" for c in text) + '"'


def row(checkin: CheckIn) -> str:
    note = f", note = {quoted(checkin.note)}" if checkin.note else ""
    return f"date = {checkin.date}, value = {checkin.value:f}{note}"


@st.composite
def histories(draw: st.DrawFn, checkins: list[CheckIn]) -> str:
    rows = [row(checkin) for checkin in checkins]
    match draw(st.sampled_from(["lines", "one line", "nested", "dotted", "ragged"])):
        case "lines":
            inner = "".join(f"  {{ {it} }}, #: r{n}\n  #: under r{n}\n" for n, it in enumerate(rows))
            return f"[goal.history] #: h\ncheckins = [\n{inner}]\nmood = 'x' #: m\n"
        case "one line":
            inner = ", ".join(f"{{{it}}}" for it in rows)
            return f"[goal.history]\ncheckins = [{inner}] #: all\n"
        case "dotted":
            return f"history.checkins = [{', '.join(f'{{{it}}}' for it in rows)}] #: all\n"
        case "ragged":
            inner = ",\n\n".join(f"\t{{{it}}}" for it in rows)
            return f"[goal.history]\n'checkins' = [ #: open\n{inner} #: last\n]\n"
        case _:
            entries = ("".join(f"  {pair}\n" for pair in it.split(", ", 2)) for it in rows)
            return "".join(f"#: n{n}\n[[goal.history.checkins]]\n{it}" for n, it in enumerate(entries))


@st.composite
def goals(draw: st.DrawFn, goal_id: str) -> str:
    history = draw(histories(draw(st.lists(CHECKINS, max_size=3))))
    head = f'#: above {goal_id}\n[[goal]] #: {goal_id}\nid = "{goal_id}"\nfeel = {{ a = 1 }} #: unknown\n'
    extra = draw(st.sampled_from(["", 'title = "T" #: t\n', "measurable.target = 1_0 #: was 9\n"]))
    table = draw(st.sampled_from(["", "[goal.timebound]\ndeadline = 2026-12-31 #: d\n\n"]))
    if history.startswith("history"):
        return head + extra + history + table
    return head + extra + table + history


@st.composite
def examples(draw: st.DrawFn) -> Example:
    strangers = st.sampled_from(
        ["", "\n", "\n#: floating\n\n", "\n[settings.{}]\nx = nan #: s\n\n", "\n[[log.{}]]\ny = 1\n"]
    )
    ids = [f"g{n}" for n in range(draw(st.integers(1, 3)))]
    pieces = [draw(st.sampled_from(["", "version = 1\n\n", '#: top\ntitle = "x"\n\n']))]
    for number, goal_id in enumerate(ids):
        pieces += draw(goals(goal_id)), draw(strangers).format(number)
    chosen = draw(st.integers(0, len(ids) - 1))
    if draw(st.booleans()):
        pieces = [piece.replace("\n", "\r\n") for piece in pieces]
    if draw(st.booleans()):
        pieces[0] = "\ufeff" + pieces[0]
    if draw(st.booleans()):
        pieces[-1] = pieces[-1].rstrip()
    return Example(tuple(pieces), 1 + 2 * chosen, ids[chosen])


def loaded(data: bytes) -> dict[str, Any]:
    text = data.decode().removeprefix("\ufeff")
    return tomllib.loads(
        text, parse_float=lambda it: "nan" if it == "nan" else Decimal(it)
    )  # nan is unequal to itself


def comments(data: bytes) -> Counter[str]:
    """Count the comments, which all start with a mark that no generated text holds."""
    return Counter(re.findall(r"#: [^\r\n]*", data.decode()))


def check(example: Example, operation: Operation, expected: dict[str, Any]) -> bytes:
    after = _applied(operation, example.data)
    before = "".join(example.pieces[: example.at]).encode()
    behind = "".join(example.pieces[example.at + 1 :]).encode()
    assert after.startswith(before)
    assert after.endswith(behind)
    assert without_empty(loaded(after)) == without_empty(expected)
    assert after.count(b"\r\n") in {0, after.count(b"\n")}
    return after


def without_empty(data: Any) -> Any:
    if isinstance(data, list):
        return [without_empty(item) for item in data]
    if isinstance(data, dict):
        cleaned = {key: without_empty(item) for key, item in data.items()}
        return {key: item for key, item in cleaned.items() if item not in ([], {})}
    return data


def plain(checkin: CheckIn) -> dict[str, Any]:
    note = {"note": checkin.note} if checkin.note else {}
    return {"date": checkin.date, "value": checkin.value} | note


@given(examples(), CHECKINS)
@settings(max_examples=60)
def test_an_added_check_in_is_all_that_is_new(example: Example, checkin: CheckIn) -> None:
    expected = deepcopy(loaded(example.data))
    goal = expected["goal"][example.place]
    goal.setdefault("history", {}).setdefault("checkins", []).append(plain(checkin))
    after = check(example, AddCheckIn(example.goal_id, checkin), expected)
    assert not comments(example.data) - comments(after)


@given(examples(), CHECKINS, st.integers(0, 2))
@settings(max_examples=60)
def test_an_edited_check_in_is_all_that_differs(example: Example, checkin: CheckIn, place: int) -> None:
    checkins = read(example.data).goals[example.place].history.checkins
    if place >= len(checkins) or checkins.count(checkins[place]) > 1:
        return
    expected = deepcopy(loaded(example.data))
    expected["goal"][example.place]["history"]["checkins"][place] = plain(checkin)
    after = check(example, EditCheckIn(example.goal_id, checkins[place], checkin), expected)
    assert not comments(example.data) - comments(after)


@given(examples(), st.integers(0, 2))
@settings(max_examples=60)
def test_a_deleted_check_in_is_all_that_goes(example: Example, place: int) -> None:
    checkins = read(example.data).goals[example.place].history.checkins
    if place >= len(checkins) or checkins.count(checkins[place]) > 1:
        return
    expected = deepcopy(loaded(example.data))
    del expected["goal"][example.place]["history"]["checkins"][place]
    check(example, DeleteCheckIn(example.goal_id, checkins[place]), expected)


@given(examples(), TEXTS, NUMBERS, st.none() | DAYS)
@settings(max_examples=60)
def test_changed_fields_are_all_that_differs(
    example: Example, title: str, target: Decimal, deadline: date | None
) -> None:
    goal = read(example.data).goals[example.place]
    operation = ChangeGoal(
        example.goal_id,
        (
            FieldChange("title", goal.title, title),
            FieldChange("measurable.target", goal.measurable.target, target),
            FieldChange("timebound.deadline", goal.deadline, deadline),
        ),
    )
    expected = deepcopy(loaded(example.data))
    table = expected["goal"][example.place]
    if title != goal.title:
        table["title"] = title
    table.setdefault("measurable", {})["target"] = target
    table.setdefault("timebound", {})["deadline"] = deadline
    if deadline is None:
        del table["timebound"]["deadline"]
    after = check(example, operation, expected)
    assert not comments(example.data) - comments(after)


@given(examples())
@settings(max_examples=60)
def test_a_deleted_goal_is_all_that_goes(example: Example) -> None:
    expected = deepcopy(loaded(example.data))
    del expected["goal"][example.place]
    after = _applied(DeleteGoal(example.goal_id), example.data)
    assert without_empty(loaded(after)) == without_empty(expected)
    text = after.decode()
    for place, piece in enumerate(example.pieces):
        assert place == example.at or piece.strip("\r\n") in text


@given(examples(), TEXTS, st.sampled_from(Kind), NUMBERS, DAYS)
@settings(max_examples=60)
def test_an_added_goal_is_all_that_is_new(
    example: Example, title: str, kind: Kind, target: Decimal, deadline: date
) -> None:
    measure = Measurable(kind=kind, target=target)
    goal = Goal(id="new", title=title, measurable=measure, timebound=TimeBound(deadline=deadline))
    after = _applied(AddGoal(goal), example.data)
    assert after.startswith(example.data)
    assert read(after).goals[-1] == goal
    assert {key: it for key, it in loaded(after).items() if key != "goal"} == {
        key: it for key, it in loaded(example.data).items() if key != "goal"
    }
    assert loaded(after)["goal"][:-1] == loaded(example.data)["goal"]


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(data, (dict, list)):
        for step, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(item, (*path, step))
    else:
        yield path, data


@given(examples())
@settings(max_examples=60)
def test_every_value_is_found_where_it_stands(example: Example) -> None:
    text = example.data.decode().removeprefix("\ufeff")
    layout = Layout.of(text)
    for path, value in leaves(loaded(example.data)):
        spot = layout.locate(path)
        assert spot is not None
        assert loaded(f"k = {text[spot.value : spot.end]}".encode()) == {"k": value}
