"""What a workshop brought: who sat there, and the goals that each of them has now."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from smart_tui.goals.model import GoalFile
from smart_tui.goals.names import plain
from smart_tui.goals.standing import Standing, standings
from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import Workshop


class Seat(Struct, frozen=True):
    """One person, and the goals they leave with."""

    name: str
    """Empty where nobody told it."""
    goals: tuple[Standing, ...] = ()


class Harvest(Struct, frozen=True, kw_only=True):
    """A workshop and its goals, on the day."""

    day: date
    workshop: Workshop
    file: GoalFile
    dialect: Dialect
    everything: tuple[Standing, ...]
    """The whole file's standings."""
    main: Standing | None
    seats: tuple[Seat, ...]

    @property
    def goals(self) -> tuple[Standing, ...]:
        """The goals that people leave with, seat by seat."""
        return tuple(standing for seat in self.seats for standing in seat.goals)


def harvest_of(workshop: Workshop, file: GoalFile, day: date, dialect: Dialect = Dialect.RELEVANT) -> Harvest:
    """Find everybody's goals: the one written down for them, and those made on the day that name them as owner.

    Whoever owns a goal of the day without sitting on the list is somebody, too. The main goal is everybody's.
    """
    everything = tuple(standings(file, day))
    mains = [standing for standing in everything if standing.goal.main]
    main = next((standing for standing in mains if not standing.status.closed), next(iter(mains), None))
    return Harvest(
        day=day,
        workshop=workshop,
        file=file,
        dialect=dialect,
        everything=everything,
        main=main,
        seats=tuple(_seats(workshop, everything, main, day)),
    )


def _seats(
    workshop: Workshop, everything: tuple[Standing, ...], main: Standing | None, day: date
) -> Iterator[Seat]:
    own = {person.goal for person in workshop.people if person.goal}
    made = [it for it in everything if it.goal.created == day and it.goal.id not in own and it is not main]
    for person in workshop.people:
        theirs = [it for it in everything if person.goal and it.goal.id == person.goal]
        theirs += [it for it in made if plain(person.name) and _owner(it) == plain(person.name)]
        made = [it for it in made if it not in theirs]
        yield Seat(person.name or next((it.goal.owner for it in theirs if it.goal.owner), ""), tuple(theirs))
    for owner in dict.fromkeys(map(_owner, made)):
        theirs = [it for it in made if _owner(it) == owner]
        yield Seat(theirs[0].goal.owner or "", tuple(theirs))


def _owner(standing: Standing) -> str:
    return plain(standing.goal.owner or "")
