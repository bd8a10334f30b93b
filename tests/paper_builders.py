"""Workshops in one line, and their papers as text."""

from collections.abc import Iterable
from datetime import date

from goal_builders import goal
from msgspec.structs import replace

from smart_tui.goals.model import Action, Clarity, Goal, GoalFile, Relevant, Specific
from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import Part, Person, Workshop
from smart_tui.reports.papers.harvest import Harvest, harvest_of

DAY = "2026-11-21"
USED = {Part.OPENING: 290.0, Part.CLARITY: 18 * 60.0}

MAIN = replace(
    goal("480 contracts a year", target=480, start="2026-01-01", deadline="2026-12-31", main=True),
    id="year",
    owner="Mai",
)
LEADS = replace(
    goal(
        "40 contracts in December",
        baseline=0,
        target=40,
        start="2026-11-21",
        created=DAY,
        deadline="2026-12-31",
        owner="Lan",
    ),
    specific=Specific(
        sentence="Win 40 contracts at our schools",
        audience="parents",
        clarity=Clarity(5, 6, ("Do renewals count?",)),
    ),
    relevant=Relevant(supports="year", actions=(Action("call the schools", by=date(2026, 11, 27)),)),
)
POSTS = goal("12 posts", metric="posts", target=12, created=DAY, deadline="2026-12-31", owner="Minh")


def person(name: str, has: str | None = None, key: str = "") -> Person:
    """Seat somebody."""
    return Person(key=key or name, name=name, goal=has)


def harvest(
    *people: Person,
    goals: Iterable[Goal] = (MAIN, LEADS, POSTS),
    parked: tuple[str, ...] = ("Who pays?",),
    title: str | None = "VMO marketing",
    dialect: Dialect = Dialect.RELEVANT,
) -> Harvest:
    """Hold a workshop in which a few goals were made."""
    file = GoalFile(title=title, goals=tuple(goals))
    workshop = Workshop(people=people, parked=parked, used=USED)
    return harvest_of(workshop, file, date.fromisoformat(DAY), dialect)


ROOM = (person("Lan", LEADS.id), person("Minh"), person("Hà"), person("", key="counted"))
