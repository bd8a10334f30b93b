"""The goal file as values: what is right is taken, what is wrong is named with its goal, field and line."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.calendar import ALL_WEEK, Calendar
from smart_tui.goals.model import Goal, GoalFile, Measurable, Problem
from smart_tui.goals.terms import Kind
from smart_tui.goals.tree import Tree, same
from smart_tui.store.codecs import Each, Field, Finding, Record, read_at, shown
from smart_tui.store.codes import Misread
from smart_tui.store.document import Document
from smart_tui.store.errors import DuplicateId, NoSuchGoal
from smart_tui.store.fields import DAYS_OFF, LETTERS, TOP, history_of
from smart_tui.store.ids import derived_id
from smart_tui.store.limits import MOST_GOALS, refuse
from smart_tui.store.merge_signs import signs_left
from smart_tui.store.scalars import MONTH, TEXT, VERSION, WORKDAYS
from smart_tui.store.scan import Path

if TYPE_CHECKING:
    from smart_tui.store.layout import Position

VERSION_WE_WRITE = 1
MOST_LINES = 500
"""So many problems are given their lines: nobody mends more of them before looking again."""

Known = tuple[dict[str, Any], Goal]
"""A goal's table, and the goal that was read from it."""
NOTHING: Mapping[int, Known] = MappingProxyType({})

_CALENDAR = Record(
    Calendar,
    (
        Field("year_starts", MONTH),
        Field("workdays", WORKDAYS, default=ALL_WEEK),
        Field("days_off", Each(DAYS_OFF)),
    ),
)
_FILE = Record(GoalFile, (Field("title", TEXT), Field("version", VERSION)))
_TOP = Record(Goal, TOP)


class Reading(Struct, frozen=True):
    """A file as it was read; `places` says where in the file's own list each goal stands."""

    document: Document
    file: GoalFile
    places: tuple[int, ...]

    @classmethod
    def of(cls, data: bytes) -> "Reading":
        """Read the bytes; raises CannotRead."""
        return reading_of(Document.of(data))

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.document.data(self.document.text)

    def find(self, goal_id: str) -> int:
        """Give the goal's place among the file's goals; raises NoSuchGoal, DuplicateId."""
        found = [place for place, goal in enumerate(self.file.goals) if same(goal.id) == same(goal_id)]
        if not found:
            raise NoSuchGoal(goal_id)
        if len(found) > 1:
            raise DuplicateId(goal_id)
        return found[0]

    def raw(self, place: int) -> dict[str, Any]:
        """Give a goal's own table as it is written."""
        table: dict[str, Any] = self.document.raw["goal"][self.places[place]]
        return table


def read(data: bytes) -> GoalFile:
    """Read a goal file; raises CannotRead."""
    return Reading.of(data).file


def read_again(document: Document, earlier: Reading, changed: Collection[int]) -> Reading:
    """Read what a document says that differs from an earlier one in the tables at these places, and in new ones."""
    return reading_of(document, {at: it for at, it in _known(earlier).items() if at not in changed})


def reading_of(document: Document, known: Mapping[int, Known] = NOTHING) -> Reading:
    """Read what a document says; a goal whose table is one that is known at its place is not read again."""
    found: list[Finding] = []
    top = _FILE.values(document.raw, found)
    calendar = _CALENDAR.read(document.raw, found)
    if top.get("version", 1) > VERSION_WE_WRITE:
        found.append(Finding(("version",), Misread.NEWER_VERSION, str(top["version"])))
    tables = dict(_tables(document.raw, found))
    places = tuple(tables)
    values = [_known_or_read(known.get(place), place, table, found) for place, table in tables.items()]
    goals = _identified(values)
    found += _links(goals, places)
    problems = _problems(
        document.text, found, {place: goal.id for place, goal in zip(places, goals, strict=True)}
    )
    if problems:
        own: dict[int | None, list[Problem]] = {}
        for at, problem in problems:
            own.setdefault(at, []).append(problem)
        goals = tuple(
            replace(goal, problems=tuple(own[at])) if at in own else goal
            for at, goal in zip(places, goals, strict=True)
        )
    merged = [Problem(Misread.TWO_VERSIONS, line, detail=said) for line, said in signs_left(document.text)]
    everything = sorted((*merged, *(p for _, p in problems)), key=lambda it: (it.line is None, it.line or 0))
    file = GoalFile(**top, calendar=calendar, goals=goals, problems=tuple(everything))
    return Reading(document, file, places)


def _tables(raw: dict[str, Any], found: list[Finding]) -> Iterator[tuple[int, dict[str, Any]]]:
    tables = raw.get("goal", [])
    if not isinstance(tables, list):
        code = Misread.SINGLE_BRACKETS if isinstance(tables, dict) else Misread.NOT_A_LIST
        found.append(Finding(("goal",), code))
        return
    if len(tables) > MOST_GOALS:
        raise refuse(Misread.TOO_MANY)
    for place, table in enumerate(tables):
        if isinstance(table, dict):
            yield place, table
        else:
            found.append(Finding(("goal", place), Misread.NOT_A_TABLE, shown(table)))


def _known(earlier: Reading) -> dict[int, Known]:
    """Give the goals, by place, that follow from their tables alone: nothing in them was amiss or derived."""
    pairs = zip(earlier.places, earlier.file.goals, strict=True)
    tables = ((place, earlier.document.raw["goal"][place], goal) for place, goal in pairs)
    return {
        place: (table, goal)
        for place, table, goal in tables
        if not goal.problems and table.get("id") == goal.id and table.get("title") == goal.title
    }


def _known_or_read(
    known: Known | None, place: int, table: dict[str, Any], found: list[Finding]
) -> dict[str, Any] | Goal:
    return known[1] if known and known[0] == table else _values(place, table, found)


def _values(place: int, table: dict[str, Any], found: list[Finding]) -> dict[str, Any]:
    own: list[Finding] = []
    values = _TOP.values(table, own)
    for letter, record in LETTERS.items():
        if (part := read_at(letter, record, table.get(letter, {}), own)) is not None:
            values[letter] = part
    measure = values.get("measurable", Measurable())
    if measure.kind is Kind.RATE and measure.per is None:
        own.append(Finding(("measurable", "per"), Misread.MISSING))
    history = read_at("history", history_of(measure.kind), table.get("history", {}), own)
    found += (Finding(("goal", place, *path), code, detail) for path, code, detail in own)
    return values if history is None else values | {"history": history}


def _identified(values: list[dict[str, Any] | Goal]) -> tuple[Goal, ...]:
    """Make the goals; one without an id gets the id that our first write to it will write."""
    taken = {
        it.id if isinstance(it, Goal) else it["id"] for it in values if isinstance(it, Goal) or "id" in it
    }
    namesakes: Counter[str] = Counter()
    goals = []
    for it in values:
        if isinstance(it, Goal):
            namesakes[it.title] += 1
            goals.append(it)
            continue
        title = it.get("title") or _sentence(it)
        if "id" not in it:
            it["id"] = derived_id(title, namesakes[title], taken)
            taken.add(it["id"])
        # With an id or without: writing one goal's id must not give the next namesake another one.
        namesakes[title] += 1
        goals.append(Goal(**(it | {"title": title or it["id"]})))
    return tuple(goals)


def _sentence(values: dict[str, Any]) -> str:
    specific, measurable = values.get("specific"), values.get("measurable")
    return (specific and specific.sentence) or (measurable and measurable.metric) or ""


def _links(goals: tuple[Goal, ...], places: tuple[int, ...]) -> Iterator[Finding]:
    counts = Counter(same(goal.id) for goal in goals)
    tree = Tree.of(goals) if any(goal.relevant.supports for goal in goals) else None
    for at, goal in enumerate(goals):
        path: Path = ("goal", places[at])
        if counts[same(goal.id)] > 1:
            yield Finding((*path, "id"), Misread.DUPLICATE_ID, goal.id)
        larger = goal.relevant.supports
        if larger and tree and tree.parents[at] is None:
            here = Misread.TOO_FAR_DOWN if at in tree.cut else Misread.CIRCLE
            code = here if same(larger) in counts else Misread.NO_SUCH_GOAL
            yield Finding((*path, "relevant", "supports"), code, larger)


def _problems(text: str, found: list[Finding], ids: dict[int, str]) -> list[tuple[int | None, Problem]]:
    """Give the problems in the order of their lines, each with its goal's place."""
    if not found:
        return []
    position_of = _finder(text)
    problems: list[tuple[int | None, Problem]] = []
    for number, (path, code, detail) in enumerate(found):
        place = path[1] if path[0] == "goal" and len(path) > 1 and isinstance(path[1], int) else None
        fields = [step for step in path[2 if place is not None else 0 :] if isinstance(step, str)]
        goal = None if place is None else ids.get(place)
        line, column, written = (position_of(path) if number < MOST_LINES else None) or (None, None, "")
        field = ".".join(fields) or None
        problems.append((place, Problem(code, line, goal, field, detail, column, written)))
    return sorted(problems, key=lambda it: (it[1].line is None, it[1].line or 0))


def _finder(text: str) -> "Callable[[Path], Position | None]":
    # Only a file with a problem pays for this.
    from smart_tui.store.layout import Layout, Unplaceable

    try:
        layout = Layout.of(text)
    except Unplaceable:
        return lambda _: None
    return lru_cache(layout.position)
