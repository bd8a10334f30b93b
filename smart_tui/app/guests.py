"""The guests of a workshop, as its app receives them: one after the other, on the disk before they are answered."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.app.inviting import Wished
from smart_tui.app.room import INVITE
from smart_tui.app.scribe import Scribe, outcome
from smart_tui.coach.answers import Answers, Setting, read_answers
from smart_tui.coach.guests import guest_goal, guest_setting
from smart_tui.goals.draft import Draft
from smart_tui.goals.model import Goal
from smart_tui.goals.terms import Letter
from smart_tui.goals.workshop import Part, Person, Workshop
from smart_tui.screens.workshop.guests import GuestsScreen
from smart_tui.store.drafts import Drafts
from smart_tui.store.errors import StoreError
from smart_tui.store.operations import AddGoal, ChangeGoal, Operation, changes_between
from smart_tui.store.store import Snapshot, Store
from smart_tui.web.door import Door
from smart_tui.web.guest_server import LOOPBACK, CannotServe, GuestServer
from smart_tui.web.host import Submitted
from smart_tui.web.qr import qr_lines
from smart_tui.words.language import Language

Answer = TypeVar("Answer")
LINK, CODE, ADDRESS, PORT = "link", "code", "address", "port"


class Reception(Struct, frozen=True):
    """What the app lends to those who receive guests."""

    workshop: Callable[[], Workshop]
    setting: Callable[[], Setting]
    put: Callable[[Workshop], None]
    keep: Callable[[Workshop], None]
    """Keeps how things stand, in the scribe's thread."""
    saved: Callable[[Snapshot], None]
    new_id: Callable[[str, Collection[str]], str]


class GuestDesk:
    """The host of the guests' page."""

    def __init__(self, store: Store, drafts: Drafts, scribe: Scribe, reception: Reception) -> None:
        self._store, self._scribe, self._reception = store, scribe, reception
        self._drafts = Drafts(drafts.folder / "guests")
        self._turn = asyncio.Lock()

    @property
    def workshop(self) -> Workshop:
        """How things stand."""
        return self._reception.workshop()

    def setting(self) -> Setting:
        """Give what answers are read against."""
        return self._reception.setting()

    def draft(self, key: str) -> Draft | None:
        """Give a guest's draft as it was kept last."""
        payload = self._drafts.load(key)
        return None if payload is None else Draft.from_payload(key, payload)

    async def welcome(self, key: str, name: str) -> None:
        """Let a guest in, or give them another name."""
        async with self._turn:
            known = self.workshop.person(key) or Person(key=key, name=name, guest=True)
            await self._put(self.workshop.welcomes(replace(known, name=name)))

    async def submit(self, key: str, letter: Letter, draft: Draft) -> Submitted:
        """Keep a draft, put the goal into the file, and count the guest as done with a letter."""
        async with self._turn:
            kept = await self._asked(lambda: outcome(lambda: self._drafts.keep(key, draft.as_payload())))
            person = self.workshop.person(key)
            if isinstance(kept, StoreError):
                raise kept
            if person is None:
                return Submitted(draft)
            goal_id, error = await self._into_the_file(person, draft)
            if error is not None:
                return Submitted(draft, error)
            # Others may have changed how things stand meanwhile.
            workshop = self.workshop.marks(key, Part(letter.value), ready=True)
            if (now := workshop.person(key)) is not None:
                workshop = workshop.welcomes(replace(now, goal=goal_id))
            await self._put(workshop)
            return Submitted(draft)

    async def _into_the_file(self, person: Person, draft: Draft) -> tuple[str | None, StoreError | None]:
        setting = self.setting()
        answers = read_answers(draft, guest_setting(setting, person.goal))
        base = setting.goal(person.goal)
        if base is None and answers.title is None:
            return None, None
        goal, operation = self._operation(answers, base, {each.id for each in setting.file.goals})
        done = await self._asked(lambda: outcome(lambda: self._store.apply(operation)))
        if isinstance(done, StoreError):
            return None, done
        self._reception.saved(done)
        return goal.id, None

    def _operation(self, answers: Answers, base: Goal | None, taken: set[str]) -> tuple[Goal, Operation]:
        if base is not None:
            goal = guest_goal(answers, base.id, base)
            return goal, ChangeGoal(base.id, changes_between(base, goal))
        goal = guest_goal(answers, "")
        goal = replace(goal, id=self._reception.new_id(goal.title, taken))
        return goal, AddGoal(goal)

    async def _put(self, workshop: Workshop) -> None:
        self._reception.put(workshop)
        kept = await self._asked(lambda: outcome(lambda: self._reception.keep(workshop)))
        if isinstance(kept, StoreError):
            raise kept

    async def _asked(self, job: Callable[[], Answer]) -> Answer:
        """Do a job in the order of everything that touches the disk, and wait for it."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def told(done: Any) -> None:
            if not answer.done():
                answer.set_result(done)

        self._scribe.ask(job, told)
        return await answer


class Invitation:
    """The open door: the server, where it listens, and what is kept so that it opens again after a kill."""

    def __init__(self, desk: GuestDesk, lang: Language, wished: Wished, kept: Mapping[str, str]) -> None:
        door = Door(kept[LINK], kept[CODE]) if kept.get(LINK) and kept.get(CODE) else None
        self.capacity = wished.capacity
        self._server = GuestServer(desk, lang=lang.code, door=door, capacity=wished.capacity)
        self._lang = lang
        self._address = wished.address or kept.get(ADDRESS) or LOOPBACK
        self._wished, self._before = wished.port, int(port) if (port := kept.get(PORT, "")).isdecimal() else 0

    async def open(self) -> None:
        """Let guests in; where the port of before is taken by now, at another one. Raises CannotServe."""
        try:
            await self._server.start(self._address, self._before if self._wished is None else self._wished)
        except CannotServe:
            if self._wished is not None or not self._before:
                raise
            await self._server.start(self._address)

    async def close(self) -> None:
        """Let nobody in any more."""
        await self._server.stop()

    @property
    def only_here(self) -> bool:
        """Whether no other machine reaches it."""
        return self._address in {LOOPBACK, "localhost", "::1"}

    @property
    def said(self) -> str:
        """What the room reads."""
        return f"{self._server.address} · {self._lang.say('code')} {self._server.door.code}"

    def as_payload(self) -> Mapping[str, str]:
        """Give what opens the same door again."""
        port = str(urlsplit(self._server.address).port or 0)
        door = self._server.door
        return {LINK: door.link, CODE: door.code, ADDRESS: self._address, PORT: port, INVITE: self.said}

    def screen(self) -> GuestsScreen:
        """Show how guests come in."""
        (link, *_), door = self._server.links, self._server.door
        return GuestsScreen(
            self._lang,
            address=self._server.address,
            code=door.code,
            link=link,
            qr=qr_lines(link),
            capacity=self.capacity,
            only_here=self.only_here,
        )
