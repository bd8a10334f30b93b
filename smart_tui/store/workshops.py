"""What a workshop needs to go on where it was, and the times that the last one used: small JSON files."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from smart_tui.goals.workshop import PARTS, Agenda, Clock, Part, Person, Workshop
from smart_tui.store.drafts import Drafts

WORKSHOP, TIMES, GUESTS = "workshop", "times", "guests"


class Workshops:
    """The workshop of one goal file, and the agenda of the last one of any."""

    def __init__(self, folder: Path, shared: Path) -> None:
        """`folder` belongs to the goal file, `shared` to the person."""
        self._own, self._shared = Drafts(folder), Drafts(shared)

    def keep(self, workshop: Workshop) -> None:
        """Keep how things stand; raises CannotSave."""
        self._own.keep(WORKSHOP, _payload(workshop))

    def load(self) -> Workshop | None:
        """Give the workshop as it was, None where there is none that can be read."""
        payload = self._own.load(WORKSHOP)
        try:
            return None if payload is None else _workshop(payload)
        except (TypeError, ValueError, KeyError, AttributeError, OverflowError):
            return None

    def forget(self) -> None:
        """Begin anew; raises CannotSave."""
        self._own.forget(WORKSHOP)

    def keep_guests(self, door: Mapping[str, str]) -> None:
        """Keep how guests come in, so that their links hold after a restart; raises CannotSave."""
        self._own.keep(GUESTS, door)

    def guests(self) -> Mapping[str, str]:
        """Give how guests come in; empty where no page is open for them."""
        return {name: str(said) for name, said in (self._own.load(GUESTS) or {}).items()}

    def keep_times(self, agenda: Agenda) -> None:
        """Remember how long the parts took, to be offered next time; raises CannotSave."""
        self._shared.keep(TIMES, {"minutes": list(agenda.minutes)})

    def times(self) -> Agenda | None:
        """Give the times used last."""
        payload = self._shared.load(TIMES)
        try:
            return None if payload is None else _agenda(payload["minutes"])
        except (TypeError, ValueError, KeyError):
            return None


def _payload(workshop: Workshop) -> Mapping[str, Any]:
    clock = workshop.clock
    return {
        "minutes": list(workshop.agenda.minutes),
        "at": workshop.at,
        "over": workshop.over,
        "clock": clock
        and {"seconds": clock.seconds, "ran": clock.ran, "since": clock.since, "speed": clock.speed},
        "speed": workshop.speed,
        "people": [
            {
                "key": person.key,
                "name": person.name,
                "guest": person.guest,
                "ready": sorted(person.ready),
                "goal": person.goal,
            }
            for person in workshop.people
        ],
        "parked": list(workshop.parked),
        "used": {part.value: seconds for part, seconds in workshop.used.items()},
        "main_draft": workshop.main_draft,
    }


def _workshop(said: Mapping[str, Any]) -> Workshop:
    return Workshop(
        agenda=_agenda(said["minutes"]),
        at=None if said["at"] is None else Part(said["at"]),
        over=bool(said["over"]),
        clock=None if said["clock"] is None else _clock(said["clock"]),
        speed=int(said["speed"]),
        people=tuple(map(_person, said["people"])),
        parked=tuple(map(str, said["parked"])),
        used=MappingProxyType({Part(part): float(seconds) for part, seconds in said["used"].items()}),
        main_draft=said["main_draft"],
    )


def _agenda(minutes: Any) -> Agenda:
    kept = tuple(int(each) for each in minutes)
    if len(kept) != len(PARTS) or min(kept) < 1:
        raise ValueError(minutes)
    return Agenda(kept)


def _clock(said: Mapping[str, Any]) -> Clock:
    since = said["since"]
    return Clock(
        int(said["seconds"]), float(said["ran"]), None if since is None else float(since), int(said["speed"])
    )


def _person(said: Mapping[str, Any]) -> Person:
    return Person(
        key=str(said["key"]),
        name=str(said["name"]),
        guest=bool(said["guest"]),
        ready=frozenset(map(Part, said["ready"])),
        goal=said["goal"],
    )
