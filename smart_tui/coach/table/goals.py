"""One row for each goal: the columns are the wizard's fields, read the same way."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.coach.answers import CHOICES, Setting, read_answers
from smart_tui.coach.drafting import goal_of
from smart_tui.coach.lexicon import choice_names, folded
from smart_tui.coach.reading import Unreadable
from smart_tui.coach.table.history import checkins_of
from smart_tui.coach.table.rows import MOST_WRONG, Column, Row, Table, Wrong
from smart_tui.goals.draft import NEVER_STORED, Draft, Field
from smart_tui.goals.model import Goal, GoalFile, History, horizon_of
from smart_tui.goals.tree import Tree, same

MOST_GOALS = 1_000
"""Nobody has more; a table of as many rows is something else."""

NewId = Callable[[str, Collection[str]], str]
"""Gives a title an id that is not taken."""


class Goals(Struct, frozen=True):
    """A table of goals, read: those that are new, the lines of those that are there already, what is wrong."""

    new: tuple[Goal, ...] = ()
    again: tuple[int, ...] = ()
    wrong: tuple[Wrong, ...] = ()


class _Draft(Struct, frozen=True):
    """A row before it is read: what it says, and the id that its goal gets."""

    row: Row
    id: str
    texts: dict[Field, str]

    @property
    def stub(self) -> Goal:
        """What other rows can name as their larger goal."""
        title = (
            self.texts.get(Field.TITLE)
            or self.texts.get(Field.SENTENCE)
            or self.texts.get(Field.METRIC)
            or ""
        )
        return Goal(id=self.id, title=title)


def read_goals(table: Table, file: GoalFile, today: date, lang: str, new_id: NewId) -> Goals:
    """Read a goal from each row; `supports` may name a goal of the file or of any other row.

    A goal with the id of one that is there, or with its title and its deadline, is there already.
    """
    if len(table.rows) > MOST_GOALS:
        beyond = Unreadable("too-many-goals", "")
        return Goals(wrong=(Wrong(table.rows[MOST_GOALS].line, None, "", "", beyond),))
    drafts = list(_drafts(table, file, new_id))
    rows = _Rows(table, file, today, lang, tuple(_stubs(drafts, file)))
    wrong, again = table.overlong(), []
    read: list[tuple[Row, Goal]] = []
    there = {mark for goal in file.goals for mark in _marks(goal)}
    for draft in drafts if not wrong else ():
        goal = rows.goal(draft)
        if isinstance(goal, Goal) and there.isdisjoint(_marks(goal)):
            there.update(_marks(goal))
            read.append((draft.row, goal))
        elif isinstance(goal, Goal):
            again.append(draft.row.line)
        elif len(wrong := wrong + goal) >= MOST_WRONG:
            break
    if wrong:
        return Goals(wrong=tuple(wrong[:MOST_WRONG]))
    return _linked(rows, read, again)


class _Rows(Struct, frozen=True):
    table: Table
    file: GoalFile
    today: date
    lang: str
    stubs: tuple[Goal, ...]

    def goal(self, draft: _Draft) -> Goal | list[Wrong]:
        """Make a row's goal, or say everything that is wrong with the row."""
        texts = MappingProxyType(draft.texts)
        answers = read_answers(Draft(key="", lang=self.lang, texts=texts), self._setting(draft))
        wrong = [self.table.wrong(draft.row, field, doubt) for field, doubt in answers.doubts.items()]
        wrong += (
            self.table.wrong(draft.row, field, Unreadable("missing", ""))
            for field in answers.blocking
            if field not in answers.doubts
        )
        return wrong or goal_of(answers, draft.id)

    def _setting(self, draft: _Draft) -> Setting:
        if Field.SUPPORTS not in draft.texts:
            return Setting(self.file, self.today)
        others = tuple(stub for stub in self.stubs if stub.id != draft.id)
        return Setting(replace(self.file, goals=self.file.goals + others), self.today)


def _linked(rows: _Rows, read: list[tuple[Row, Goal]], again: list[int]) -> Goals:
    """Give the goals their horizons and their history, which depend on the goals above and below them."""
    goals: list[Goal] = []
    wrong: list[Wrong] = []
    tree = Tree.of((*rows.file.goals, *(goal for _, goal in read)))
    for place, (row, goal) in enumerate(read, len(rows.file.goals)):
        if goal.relevant.supports and tree.parents[place] is None:
            wrong.append(rows.table.wrong(row, Field.SUPPORTS, Unreadable("circle", "")))
            continue
        horizon = goal.horizon if rows.table.cell(row, Field.HORIZON) else None
        horizon = horizon or horizon_of(goal.days, tree.days_of_parent(place))
        history = checkins_of(rows.table, row, goal, rows.lang, rows.today, sums=bool(tree.summed(place)))
        if isinstance(history, Wrong):
            wrong.append(history)
        else:
            goals.append(replace(goal, horizon=horizon, history=History(checkins=history)))
    return Goals(wrong=tuple(wrong)) if wrong else Goals(tuple(goals), tuple(again))


def _drafts(table: Table, file: GoalFile, new_id: NewId) -> Iterator[_Draft]:
    taken = {goal.id for goal in file.goals} | {table.cell(row, Column.ID) for row in table.rows}
    for row in table.rows:
        draft = _Draft(row, table.cell(row, Column.ID), _texts(table, row))
        if not draft.id:
            draft = replace(draft, id=new_id(draft.stub.title, taken))
            taken.add(draft.id)
        yield draft


def _texts(table: Table, row: Row) -> dict[Field, str]:
    asked = (field for field in Field if field not in NEVER_STORED)
    texts: dict[Field, str] = {field: text for field in asked if (text := table.cell(row, field))}
    if Field.SENTENCE not in texts and (goal := table.cell(row, Column.GOAL)):
        texts[Field.SENTENCE] = goal
    for field in CHOICES.keys() & texts.keys():
        known = {folded(choice.value): choice.value for choice in CHOICES[field]}
        said = folded(texts[field])
        texts[field] = known.get(said) or choice_names(field.name.lower()).get(said) or texts[field]
    return texts


def _stubs(drafts: Iterable[_Draft], file: GoalFile) -> Iterator[Goal]:
    """Give the goals that only this table has: those of the file are named as they stand there."""
    known = {same(name) for goal in file.goals for name in (goal.id, goal.title)}
    return (
        stub
        for stub in (draft.stub for draft in drafts)
        if known.isdisjoint(map(same, (stub.id, stub.title)))
    )


def _marks(goal: Goal) -> tuple[object, object]:
    """Give what tells a goal from others."""
    return same(goal.id), (same(goal.title), goal.deadline)
