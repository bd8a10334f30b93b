"""A workshop: its agenda, its clock, who sits in the room, what was put aside. Time comes in as seconds."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from math import ceil
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from smart_tui.goals.names import plain
from smart_tui.goals.terms import Letter

MINUTE = 60
SHORTEST, LONGEST = 1, 90
"""Minutes that a part may take."""
LAST_SECONDS = 30
"""From here on the clock says plainly that time runs out."""
REHEARSAL = 10
"""How many times as fast the clock of a rehearsal goes."""
ROOM = 60
"""People whom a workshop holds; the method is for six to twenty."""


class Part(StrEnum):
    """The parts of a workshop, in their order."""

    OPENING = "opening"
    MAIN_GOAL = "main goal"
    SPECIFIC = "S"
    MEASURABLE = "M"
    ACHIEVABLE = "A"
    RELEVANT = "R"
    TIMEBOUND = "T"
    CLARITY = "clarity"
    CLOSE = "close"

    @property
    def letter(self) -> Letter | None:
        """The letter that is worked on."""
        return Letter(self.value) if self.value in set(Letter) else None


PARTS = tuple(Part)


class Agenda(Struct, frozen=True):
    """How many minutes each part takes."""

    minutes: tuple[int, ...]
    """In the order of the parts."""

    @property
    def total(self) -> int:
        """Minutes in all."""
        return sum(self.minutes)

    def of(self, part: Part) -> int:
        """Give a part's minutes."""
        return self.minutes[PARTS.index(part)]

    def starts(self, part: Part) -> int:
        """Give the minutes from the beginning to a part."""
        return sum(self.minutes[: PARTS.index(part)])

    def changed(self, part: Part, minutes: int) -> "Agenda":
        """Give a part other minutes; what follows begins earlier or later."""
        place = PARTS.index(part)
        kept = min(max(minutes, SHORTEST), LONGEST)
        return Agenda((*self.minutes[:place], kept, *self.minutes[place + 1 :]))

    def fitted(self, total: int, fixed: Collection[Part] = ()) -> "Agenda":
        """Stretch or shrink the parts that are not fixed, each by its share, so that all take `total` minutes.

        Where the fixed ones leave less than a minute for each of the others, these take the minute.
        """
        free = [place for place, part in enumerate(PARTS) if part not in fixed]
        left = total - sum(minutes for place, minutes in enumerate(self.minutes) if place not in free)
        shares = _shares([self.minutes[place] for place in free], left)
        given = dict(zip(free, shares, strict=True))
        return Agenda(tuple(given.get(place, minutes) for place, minutes in enumerate(self.minutes)))


AGENDAS: Mapping[int, Agenda] = MappingProxyType(
    {75: Agenda((5, 10, 10, 10, 10, 5, 5, 15, 5)), 60: Agenda((5, 8, 8, 8, 8, 4, 4, 11, 4))}
)
"""The agendas that are offered, by their minutes."""


def agenda_of(total: int) -> Agenda:
    """Give an agenda of so many minutes."""
    nearest = min(AGENDAS, key=lambda minutes: abs(minutes - total))
    return AGENDAS.get(total) or AGENDAS[nearest].fitted(total)


class Clock(Struct, frozen=True):
    """Counts a part's time down. Zero stays at zero, and stops nothing."""

    seconds: int
    """What the part has, added minutes included."""
    ran: float = 0
    """Seconds that it had run when it was last stopped."""
    since: float | None = None
    """When it was last started, None while it stands."""
    speed: int = 1

    @property
    def runs(self) -> bool:
        """Whether it goes."""
        return self.since is not None

    @property
    def offered(self) -> bool:
        """Whether it was not started yet."""
        return self.since is None and not self.ran

    def spent(self, now: float) -> float:
        """Give the seconds that have run, also past zero; a machine's clock that was set back takes none away."""
        return self.ran + (max(0.0, now - self.since) * self.speed if self.since is not None else 0)

    def left(self, now: float) -> int:
        """Give the whole seconds that are left, never below zero."""
        return max(0, ceil(self.seconds - self.spent(now)))

    def started(self, now: float) -> "Clock":
        """Let it go on."""
        return self if self.runs else replace(self, since=now)

    def paused(self, now: float) -> "Clock":
        """Stop it."""
        return replace(self, ran=self.spent(now), since=None)

    def plus(self, seconds: int, now: float) -> "Clock":
        """Give more time; at zero, from now on."""
        spent = self.spent(now)
        return replace(self, seconds=max(self.seconds, int(spent)) + seconds)


class Person(Struct, frozen=True, kw_only=True):
    """Somebody in the room."""

    key: str
    name: str
    """Empty for one who is only counted."""
    guest: bool = False
    """Whether they write in their own browser."""
    ready: frozenset[Part] = frozenset()
    goal: str | None = None
    """The id of their goal."""


def names_in(typed: str) -> tuple[str, ...]:
    """Give the names that were typed with commas between them, or as many empty ones as a number says."""
    typed = typed.strip()
    if typed.isdecimal():
        return ("",) * (min(int(typed), ROOM) if len(typed) <= len(str(ROOM)) else ROOM)
    return tuple(name for each in typed.split(",") if (name := " ".join(each.split())))


class Workshop(Struct, frozen=True, kw_only=True):
    """Everything that a workshop has to know to go on where it was."""

    agenda: Agenda = AGENDAS[75]
    at: Part | None = None
    """The part that is on, None before the beginning."""
    over: bool = False
    clock: Clock | None = None
    """Of the part that is on."""
    speed: int = 1
    people: tuple[Person, ...] = ()
    parked: tuple[str, ...] = ()
    used: Mapping[Part, float] = field(default_factory=lambda: MappingProxyType({}))
    """Seconds that each part took."""
    main_draft: str | None = None
    """The key of the draft of the main goal."""

    @property
    def following(self) -> Part | None:
        """The part that comes next."""
        place = -1 if self.at is None else PARTS.index(self.at)
        return PARTS[place + 1] if place + 1 < len(PARTS) and not self.over else None

    def turns(self, by: int, now: float) -> "Workshop":
        """Go to the part after, from the last one to the end; or to the part before."""
        if by > 0:
            following = self.following
            return (
                self if self.over else self.ends(now) if following is None else self.goes_to(following, now)
            )
        if self.over:
            return self.goes_to(PARTS[-1], now)
        place = 0 if self.at is None else PARTS.index(self.at)
        return self.goes_to(PARTS[place - 1], now) if place else self

    def goes_to(self, part: Part, now: float) -> "Workshop":
        """Turn to a part: its clock is offered, the one before is cleared and remembered."""
        left = self.leaves(now)
        return replace(
            left, at=part, over=False, clock=Clock(self.agenda.of(part) * MINUTE, speed=self.speed)
        )

    def ends(self, now: float) -> "Workshop":
        """Come to the end."""
        return replace(self.leaves(now), over=True, clock=None)

    def leaves(self, now: float) -> "Workshop":
        """Remember how long the part took that is on."""
        if self.at is None or self.clock is None:
            return self
        spent = self.used.get(self.at, 0) + self.clock.spent(now)
        return replace(self, used=MappingProxyType({**self.used, self.at: spent}), clock=None)

    def turns_clock(self, now: float) -> "Workshop":
        """Start the clock, or let it stand."""
        if self.clock is None:
            return self
        return replace(self, clock=self.clock.paused(now) if self.clock.runs else self.clock.started(now))

    def lengthens(self, minutes: int, now: float) -> "Workshop":
        """Give the part that is on more minutes."""
        if self.clock is None:
            return self
        return replace(self, clock=self.clock.plus(minutes * MINUTE, now))

    def retimed(self, agenda: Agenda) -> "Workshop":
        """Take another agenda; the clock of the part that is on follows it."""
        clock = self.clock
        if clock is not None and self.at is not None:
            more = (agenda.of(self.at) - self.agenda.of(self.at)) * MINUTE
            clock = replace(clock, seconds=max(0, clock.seconds + more))
        return replace(self, agenda=agenda, clock=clock)

    def parks(self, text: str) -> "Workshop":
        """Put a question aside for later."""
        return replace(self, parked=(*self.parked, text))

    def unparks(self, place: int) -> "Workshop":
        """Take a question out of the parking lot."""
        return replace(self, parked=self.parked[:place] + self.parked[place + 1 :])

    def welcomes(self, person: Person) -> "Workshop":
        """Let somebody in, or change what is known of them."""
        if any(other.key == person.key for other in self.people):
            people = tuple(person if other.key == person.key else other for other in self.people)
        else:
            people = (*self.people, person)
        return replace(self, people=people)

    def parts_with(self, key: str) -> "Workshop":
        """Let somebody go."""
        return replace(self, people=tuple(person for person in self.people if person.key != key))

    def marks(self, key: str, part: Part, *, ready: bool) -> "Workshop":
        """Say whether somebody is done with a part."""
        person = self.person(key)
        if person is None:
            return self
        done = person.ready | {part} if ready else person.ready - {part}
        return self.welcomes(replace(person, ready=done))

    def person(self, key: str) -> Person | None:
        """Find somebody by key."""
        return next((person for person in self.people if person.key == key), None)

    def named(self, name: str) -> Person | None:
        """Find somebody by name, accents and case aside."""
        return next((person for person in self.people if plain(person.name) == plain(name)), None)

    def ready(self, part: Part) -> int:
        """Count those who are done with a part."""
        return sum(part in person.ready for person in self.people)

    def times_used(self) -> Agenda:
        """Give the agenda as it really went, in whole minutes; what was never begun is as it was planned."""
        minutes = (
            max(SHORTEST, min(LONGEST, round(self.used[part] / MINUTE)))
            if self.used.get(part, 0)
            else planned
            for part, planned in zip(PARTS, self.agenda.minutes, strict=True)
        )
        return Agenda(tuple(minutes))


def _shares(sizes: list[int], total: int) -> list[int]:
    """Divide whole minutes by size: what rounding leaves goes to those who lost most by it."""
    whole = sum(sizes)
    spread = max(0, total - len(sizes) * SHORTEST)
    exact = [spread * size / whole for size in sizes]
    given = [int(share) for share in exact]
    for place in sorted(range(len(sizes)), key=lambda place: given[place] - exact[place]):
        if sum(given) == spread:
            break
        given[place] += 1
    return [share + SHORTEST for share in given]
