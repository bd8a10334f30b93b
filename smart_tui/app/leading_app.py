"""What happens to a workshop as a value: each ask gives a new one, shown at once and kept in order on the disk."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from textual import on
from textual.reactive import reactive

from smart_tui.app.app import SmartApp
from smart_tui.app.scribe import outcome
from smart_tui.goals.workshop import ROOM, Part, Person, Workshop, names_in
from smart_tui.screens.workshop import asks
from smart_tui.store.workshops import Workshops


class LeadingApp(SmartApp):
    """Owns the workshop: agenda, clock, people, parking lot."""

    workshop: reactive[Workshop] = reactive(Workshop, always_update=True)
    """How things stand."""

    def __init__(
        self,
        *arguments: Any,
        workshops: Workshops,
        workshop: Workshop,
        now: Callable[[], float],
        **more: Any,
    ) -> None:
        super().__init__(*arguments, **more)
        self._workshops, self._now = workshops, now
        self.set_reactive(LeadingApp.workshop, workshop)

    @on(asks.PartTurned)
    def _turn(self, event: asks.PartTurned) -> None:
        before, now = self.workshop, self._now()
        workshop = before.turns(event.by, now)
        self._say(self._lang.say("g: first our main goal") if workshop.at is Part.MAIN_GOAL else "")
        if workshop is not before:
            self._put(workshop)
        if workshop.over and not before.over and workshop.speed == 1:
            times = workshop.times_used()
            self._scribe.ask(lambda: outcome(lambda: self._workshops.keep_times(times)), lambda _: None)

    @on(asks.ClockTurned)
    def _turn_clock(self) -> None:
        self._put(self.workshop.turns_clock(self._now()))

    @on(asks.MinutesGiven)
    def _give_minutes(self, event: asks.MinutesGiven) -> None:
        self._put(self.workshop.lengthens(event.minutes, self._now()))

    @on(asks.AgendaChanged)
    def _change_agenda(self, event: asks.AgendaChanged) -> None:
        self._put(self.workshop.retimed(event.agenda))

    @on(asks.PartLengthened)
    def _lengthen(self, event: asks.PartLengthened) -> None:
        agenda = self.workshop.agenda
        minutes = agenda.of(event.part) + event.minutes
        self._put(self.workshop.retimed(agenda.changed(event.part, minutes)))

    @on(asks.BegunAnew)
    def _begin_anew(self) -> None:
        before = self.workshop
        people = tuple(replace(person, ready=frozenset()) for person in before.people)
        self._put(Workshop(agenda=before.agenda, speed=before.speed, people=people, parked=before.parked))

    @on(asks.Parked)
    def _park(self, event: asks.Parked) -> None:
        self._put(self.workshop.parks(event.text))

    @on(asks.Unparked)
    def _unpark(self, event: asks.Unparked) -> None:
        self._put(self.workshop.unparks(event.place))

    @on(asks.PeopleNamed)
    def _name_people(self, event: asks.PeopleNamed) -> None:
        workshop = self.workshop
        for name in names_in(event.typed):
            if len(workshop.people) == ROOM:
                self._say(self._lang.say("The room holds {n} people.", n=ROOM), "warning")
                break
            if not name or workshop.named(name) is None:
                workshop = workshop.welcomes(Person(key=self._new_key(), name=name))
        self._put(workshop)

    @on(asks.PersonLeft)
    def _let_go(self, event: asks.PersonLeft) -> None:
        self._put(self.workshop.parts_with(event.key))

    @on(asks.ReadyTurned)
    def _mark(self, event: asks.ReadyTurned) -> None:
        person, part = self.workshop.person(event.key), self.workshop.at
        if person is not None and part is not None:
            self._put(self.workshop.marks(event.key, part, ready=part not in person.ready))

    def _put(self, workshop: Workshop) -> None:
        """Show how things stand now, and keep it."""
        self.workshop = workshop
        self._scribe.ask(lambda: outcome(lambda: self._workshops.keep(workshop)), self._kept)

    def _kept(self, error: object) -> None:
        if error is not None:
            self._say(self._lang.say("How the workshop stands could not be kept on disk."), "warning")

    def _show_workshop(self, workshop: Workshop) -> None:
        self.workshop = workshop
