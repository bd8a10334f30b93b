"""Random operations for a document, each with what must come of it, told in plain data."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from reliability import random_values as values
from reliability.ground import parsed
from reliability.random_documents import Written
from reliability.random_fields import FIELDS, LISTS, Shape
from smart_tui.goals.model import Goal
from smart_tui.goals.terms import Kind
from smart_tui.store import operations as o
from smart_tui.store.bulk import AddCheckIns, AddGoals
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading

Data = dict[str, Any]
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
        goal, written = self.goals[at], self._rows(at)[place]
        after, raw = values.checkin(self.chance, goal.measurable.kind)

        def expect(table: Data) -> None:
            row = table["history"]["checkins"][written]
            for key in ("note", "confidence"):
                row.pop(key, None)
            row.update(raw)

        return self._goal(at, o.EditCheckIn(goal.id, goal.history.checkins[place], after), expect)

    def delete_checkin(self, at: int) -> Plan | None:
        """Remove a check-in, and the comments beside it."""
        place = self._some_checkin(at)
        if place is None:
            return None

        goal, written = self.goals[at], self._rows(at)[place]

        def expect(table: Data) -> None:
            del table["history"]["checkins"][written]

        operation = o.DeleteCheckIn(goal.id, goal.history.checkins[place])
        return self._goal(at, operation, expect, vanishing=rf"#: (under )?row{written} ?$")

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

    def _rows(self, at: int) -> list[int]:
        """Give the places of the check-ins that fit the goal's kind: a number may say done, done is no number."""
        rows = self.data["goal"][at].get("history", {}).get("checkins", [])
        done = self.goals[at].measurable.kind is Kind.YES_NO
        return [place for place, row in enumerate(rows) if done or not isinstance(row["value"], bool)]

    def _some_checkin(self, at: int) -> int | None:
        checkins = self.goals[at].history.checkins
        places = [place for place, it in enumerate(checkins) if checkins.count(it) == 1]
        return self.chance.choice(places) if places else None


def _appending(name: str, raws: list[Data]) -> Callable[[Data], None]:
    def append(table: Data) -> None:
        table.setdefault("history", {}).setdefault(name, []).extend(deepcopy(raws))

    return append


def _set(table: Data, path: Sequence[str], raw: Any, shape: Shape) -> None:
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


def _derived(measure: Data) -> str:
    """Give the direction that a measure need not name."""
    if measure["kind"] == "limit":
        return "maintain"
    falls = "baseline" in measure and "target" in measure and measure["target"] < measure["baseline"]
    return "decrease" if falls else "increase"


def comments_of(text: str) -> list[str]:
    """Give all comments: the texts of a document hold no such mark."""
    return re.findall(r"#: [^\r\n]*", text)
