"""G4: random documents, random operations; what comes out is held against an oracle that knows only plain data."""

import os
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache, partial
from random import Random
from typing import Any

from reliability import random_documents as documents
from reliability import random_values as values
from reliability.ground import PEEK, Pipe, Row, dice, ended, kill, parsed, spawn
from reliability.random_documents import FIELDS, LISTS, Written
from smart_tui.goals.model import Goal
from smart_tui.store import operations as o
from smart_tui.store.bulk import AddCheckIns, AddGoals
from smart_tui.store.errors import StoreError
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading

Data = dict[str, Any]
PAIRS = 200_000
OPERATIONS_A_DOCUMENT = 10
PROCESSES = 2
STAYS = (
    "id",
    "title",
    "main",
    "measurable.kind",
    "measurable.direction",
    "measurable.bound",
    "timebound.cadence",
)
"""Fields that are never taken away: where they are missing they have another value than none."""


@dataclass(frozen=True)
class Plan:
    """An operation, and what must come of it."""

    operation: Operation
    expect: Callable[[Data], None]
    """Does it to the plain data."""
    touched: tuple[int, ...] = ()
    """The goals whose text may change."""
    vanishing: str = "$^"
    """What the comments look like that may go."""
    appends: bool = False

    def look_for(self, gone: Counter[str]) -> None:
        """See that only such comments are gone as may be."""
        assert all(re.match(self.vanishing, comment) for comment in gone), f"comments gone: {gone}"


class Planner:
    """Plans random operations for one document."""

    def __init__(self, written: Written) -> None:
        self.written, self.data = written, parsed(written.data)
        self.reading = Reading.of(written.data)
        self.goals = self.reading.file.goals
        self.chance = Random()

    def plan(self, chance: Random) -> Plan:
        """Plan one."""
        self.chance = chance
        kinds = (
            self.add_checkin,
            self.edit_checkin,
            self.delete_checkin,
            self.change_goal,
            self.change_goal,
            self.add_record,
            self.add_checkins,
            self.delete_goal,
            self.add_goals,
            self.together,
        )
        while (made := self.chance.choice(kinds)(self._place())) is None:
            pass
        return made

    def add_checkin(self, at: int) -> Plan:
        """Append a check-in."""
        checkin, raw = values.checkin(self.chance, self.goals[at].measurable.kind)
        return self._goal(at, o.AddCheckIn(self.goals[at].id, checkin), _appending("checkins", [raw]))

    def edit_checkin(self, at: int) -> Plan | None:
        """Change a check-in: keys that nobody knows stay."""
        place = self._some_checkin(at)
        if place is None:
            return None
        goal = self.goals[at]
        after, raw = values.checkin(self.chance, goal.measurable.kind)

        def expect(table: Data) -> None:
            row = table["history"]["checkins"][place]
            for key in ("note", "confidence"):
                row.pop(key, None)
            row.update(raw)

        return self._goal(at, o.EditCheckIn(goal.id, goal.history.checkins[place], after), expect)

    def delete_checkin(self, at: int) -> Plan | None:
        """Remove a check-in, and the comments beside it."""
        place = self._some_checkin(at)
        if place is None:
            return None

        def expect(table: Data) -> None:
            del table["history"]["checkins"][place]

        goal = self.goals[at]
        operation = o.DeleteCheckIn(goal.id, goal.history.checkins[place])
        return self._goal(at, operation, expect, vanishing=rf"#: (under )?row{place} ?$")

    def change_goal(self, at: int) -> Plan:
        """Change up to three fields."""
        chosen = self.chance.sample(sorted(FIELDS), self.chance.randint(1, 3))
        if "measurable.kind" in chosen:
            chosen = ["measurable.kind"]
        changes, raws = [], {}
        for path in chosen:
            after, raw = values.value(self.chance, FIELDS[path])
            if path not in STAYS and self.chance.random() < 0.3:
                after, raw = () if FIELDS[path] in LISTS else None, None
            before = o.value_at(self.goals[at], path)
            if before != after:
                changes.append(o.FieldChange(path, before, after))
                raws[path] = raw

        def expect(table: Data) -> None:
            for path, raw in raws.items():
                _set(table, path.split("."), raw, FIELDS[path])

        lists = "|".join(path.rpartition(".")[2] for path in chosen if FIELDS[path] in LISTS)
        operation = o.ChangeGoal(self.goals[at].id, tuple(changes))
        return self._goal(at, operation, expect, vanishing=rf"#: (list|open)-({lists})$" if lists else "$^")

    def add_record(self, at: int) -> Plan:
        """Record a decision or what was done."""
        goal_id = self.goals[at].id
        if self.chance.random() < 0.5:
            decision, raw = values.decision(self.chance)
            return self._goal(at, o.AddDecision(goal_id, decision), _appending("decisions", [raw]))
        lead, raw = values.lead(self.chance)
        return self._goal(at, o.AddLead(goal_id, lead), _appending("leads", [raw]))

    def add_checkins(self, at: int) -> Plan:
        """Append several check-ins at once."""
        goal = self.goals[at]
        made = [values.checkin(self.chance, goal.measurable.kind) for _ in range(self.chance.randint(1, 4))]
        operation = AddCheckIns(goal.id, goal.history.checkins, tuple(model for model, _ in made))
        return self._goal(at, operation, _appending("checkins", [raw for _, raw in made]))

    def delete_goal(self, at: int) -> Plan:
        """Remove a goal with all its comments."""

        def expect(data: Data) -> None:
            del data["goal"][at]

        own = "|".join(map(re.escape, comments_of(self.written.pieces[self.written.goals[at]])))
        return Plan(o.DeleteGoal(self.goals[at].id), expect, (at,), vanishing=rf"({own})$")

    def add_goals(self, _: int) -> Plan:
        """Append one goal or two."""
        made = [self._new_goal(f"new-{number}") for number in range(self.chance.randint(1, 2))]
        goals = tuple(goal for goal, _ in made)

        def expect(data: Data) -> None:
            data.setdefault("goal", []).extend(deepcopy(raw) for _, raw in made)

        one = self.chance.random() < 0.5
        if one:
            del made[1:]
        return Plan(o.AddGoal(goals[0]) if one else AddGoals(goals), expect, appends=True)

    def together(self, at: int) -> Plan:
        """Do two things to two goals, or a thing and a new goal, in one write."""
        # An id that is not written follows from the titles before it, which the first change may change.
        others = [place for place, it in enumerate(self.data["goal"]) if place != at and "id" in it]
        first = self.change_goal(at)
        second = self.add_checkin(self.chance.choice(others)) if others else self.add_goals(at)

        def expect(data: Data) -> None:
            first.expect(data)
            second.expect(data)

        touched = (*first.touched, *second.touched)
        operation = o.Together((first.operation, second.operation))
        return Plan(operation, expect, touched, first.vanishing, appends=second.appends)

    def _new_goal(self, goal_id: str) -> tuple[Goal, Data]:
        given: dict[str, Data] = {}
        raw: Data = {}
        for path, shape in FIELDS.items():
            if path == "id" or (self.chance.random() < 0.6 and path not in STAYS):
                continue
            model, data = values.value(self.chance, shape)
            table, _, name = path.rpartition(".")
            given.setdefault(table, {})[name] = model
            if data is not False and data != "max":
                (raw.setdefault(table, {}) if table else raw)[name] = data
        measure = raw["measurable"]
        if measure["direction"] == _derived(measure):
            del measure["direction"]
        empty = Goal(id=goal_id, title="")
        parts = {name: type(getattr(empty, name))(**part) for name, part in given.items() if name}
        return Goal(id=goal_id, **given[""], **parts), raw | {"id": goal_id}

    def _goal(self, at: int, operation: Operation, do: Callable[[Data], None], vanishing: str = "$^") -> Plan:
        def expect(data: Data) -> None:
            table = data["goal"][at]
            before = deepcopy(table)
            do(table)
            # The first change of a goal without an id writes it down.
            if table != before:
                table.setdefault("id", self.goals[at].id)

        return Plan(operation, expect, (at,), vanishing)

    def _place(self) -> int:
        return self.chance.randrange(len(self.goals))

    def _some_checkin(self, at: int) -> int | None:
        checkins = self.goals[at].history.checkins
        places = [place for place, it in enumerate(checkins) if checkins.count(it) == 1]
        return self.chance.choice(places) if places else None


def check(planner: Planner, plan: Plan) -> bool:
    """Do it; False when it is refused; raises AssertionError when anything else changed than was asked."""
    written = planner.written
    try:
        data = plan.operation.run(planner.reading).data
    except StoreError as error:
        assert written.inline, f"refused as {error.code}"
        assert error.code == "verify-failed", f"refused as {error.code}"
        return False
    check_data(plan, planner.data, data)
    text = data.decode()
    _check_outside(written, plan, text)
    plan.look_for(Counter(comments_of("".join(written.pieces))) - Counter(comments_of(text)))
    assert text.count("\r\n") in {0, text.count("\n")}, "mixed line ends"
    assert text.startswith("\ufeff") == written.pieces[0].startswith("\ufeff"), "the BOM"
    return True


def check_data(plan: Plan, before: Data, data: bytes) -> None:
    """See that the bytes say what was said before, and what was asked."""
    expected = deepcopy(before)
    plan.expect(expected)
    after, wanted = _plain(parsed(data)), _plain(expected)
    assert after == wanted, "other data: " + _first(after, wanted)


def run(first: int, count: int) -> Counter[str]:
    """Try so many pairs, the same for the same numbers; gives how many of each operation, and of those refused."""
    said: Counter[str] = Counter()
    for turn in range(first, first + count):
        planner = _planner(turn // OPERATIONS_A_DOCUMENT)
        plan = planner.plan(dice("operation", turn))
        name = type(plan.operation).__name__
        try:
            done = check(planner, plan)
        except Exception as error:
            text = planner.written.data.decode()
            raise AssertionError(f"pair {turn}: {error}\n{plan.operation}\n{text}") from error
        said[name] += 1
        said[f"{name} refused"] += not done
    return said


@lru_cache(maxsize=1)
def _planner(number: int) -> Planner:
    return Planner(documents.document(dice("document", number)))


def rows(scale: int) -> list[Row]:
    """Give the table's row; 200,000 pairs at scale 100, over two processes."""
    pairs, begun = PAIRS * scale // 100, time.monotonic()
    pipe, said = Pipe(), Counter[str]()
    children = [spawn(partial(_share, n, pairs, pipe)) for n in range(PROCESSES)]
    try:
        while children:
            time.sleep(0.05)
            for count, *words in pipe.lines():
                said[" ".join(words)] += int(count)
            for child in [it for it in children if os.waitid(os.P_PID, it, PEEK)]:
                children.remove(child)
                assert ended(child) == 0, "a pair went wrong, see above"
        for count, *words in pipe.lines():
            said[" ".join(words)] += int(count)
    finally:
        for child in children:
            kill(child)
        pipe.close()
    refused = {name.removesuffix(" refused"): n for name, n in said.items() if name.endswith("refused") and n}
    total = sum(n for name, n in said.items() if not name.endswith("refused"))
    share = 100 * sum(refused.values()) / total
    pace = total / (time.monotonic() - begun)
    named = ", ".join(f"{name} {n}" for name, n in sorted(refused.items())) or "none"
    outcome = (
        f"0 wrong, 0 bytes changed outside, comments kept; refused {share:.2f} %, all where the goals stand "
        f"in one array of inline tables ({named})"
    )
    return [("G4", f"{total} random pairs of document and operation ({pace:.0f} a second)", outcome)]


def _share(process: int, pairs: int, pipe: Pipe) -> None:
    step = 200
    for first in range(process * step, pairs, PROCESSES * step):
        for name, count in run(first, min(step, pairs - first)).items():
            pipe.say(count, name)


def _appending(name: str, raws: list[Data]) -> Callable[[Data], None]:
    def append(table: Data) -> None:
        table.setdefault("history", {}).setdefault(name, []).extend(deepcopy(raws))

    return append


def _set(table: Data, path: Sequence[str], raw: Any, shape: documents.Shape) -> None:
    *tables, key = path
    for name in tables:
        table = table.setdefault(name, {})
    if raw is None:
        table.pop(key, None)
    elif shape in {"clarity", "result"} and isinstance(table.get(key), dict):
        # What nobody knows in it stays; what it no longer says goes.
        table[key] = {k: v for k, v in table[key].items() if k not in {"kept", "missed", "learned"}} | raw
    else:
        table[key] = raw


def _first(one: Any, other: Any, path: str = "") -> str:
    """Name the first place where two data differ."""
    if isinstance(one, dict) and isinstance(other, dict) and set(one) == set(other):
        key = next(key for key in one if one[key] != other[key])
        return _first(one[key], other[key], f"{path}.{key}")
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        at = next(at for at, it in enumerate(one) if it != other[at])
        return _first(one[at], other[at], f"{path}[{at}]")
    return f"{path}: {one!r} instead of {other!r}"


def _derived(measure: Data) -> str:
    """Give the direction that a measure need not name."""
    if measure["kind"] == "limit":
        return "maintain"
    falls = "baseline" in measure and "target" in measure and measure["target"] < measure["baseline"]
    return "decrease" if falls else "increase"


def _check_outside(written: Written, plan: Plan, text: str) -> None:
    """See that all pieces that are not to change stand there, whole, in their order, at both ends too."""
    touched = {written.goals[at] for at in plan.touched}
    chunks = [""]
    for place, piece in enumerate(written.pieces):
        if place in touched:
            chunks.append("")
        else:
            chunks[-1] += piece
    deleted = isinstance(plan.operation, o.DeleteGoal)
    if deleted:
        chunks = [chunk.strip("\r\n") for chunk in chunks]
    assert text.startswith(chunks[0]), "bytes changed before the goal"
    assert deleted or plan.appends or text.endswith(chunks[-1]), "bytes changed behind the goal"
    at = 0
    for chunk in chunks:
        at = text.find(chunk, at)
        assert at >= 0, f"bytes changed outside the goal: {chunk!r}"
        at += len(chunk)


def comments_of(text: str) -> list[str]:
    """Give all comments: the texts of a document hold no such mark."""
    return re.findall(r"#: [^\r\n]*", text)


def _plain(data: Any) -> Any:
    """Make data comparable: an empty table is as good as none, a step not done as one without a word of it."""
    if isinstance(data, list):
        return [_plain(item) for item in data]
    if isinstance(data, dict):
        cleaned = {key: _plain(item) for key, item in data.items()}
        return {
            key: it for key, it in cleaned.items() if it not in ([], {}) and (key, it) != ("done", "false")
        }
    if isinstance(data, bool):
        return str(data).lower()
    return "nan" if data != data else data  # noqa: PLR0124 - that is what is special about it
