"""A workshop that keeps its guests' goals in a real store: what the app does, without the app."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from sample_goals import TODAY

from smart_tui.coach.answers import Answers, Setting, read_answers
from smart_tui.coach.guests import guest_goal, guest_setting
from smart_tui.goals.draft import Draft
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.goals.workshop import Part, Person, Workshop
from smart_tui.store.drafts import Drafts
from smart_tui.store.errors import StoreError
from smart_tui.store.ids import new_id
from smart_tui.store.operations import AddGoal, ChangeGoal, Operation, changes_between
from smart_tui.store.store import Store
from smart_tui.store.workshops import Workshops
from smart_tui.web.host import Submitted

Answer = TypeVar("Answer")


class StoreHost:
    """One store operation for each submit, one after the other; everything is on the disk when it is answered."""

    def __init__(self, folder: Path, *, today: date = TODAY, dialect: Dialect = Dialect.RELEVANT) -> None:
        self.store = Store(folder / "goals.toml")
        self._drafts, self._workshops = Drafts(folder / "drafts"), Workshops(folder / "state", folder)
        self._today, self._dialect = today, dialect
        self._file: GoalFile = self.store.read().file
        self._workshop = self._workshops.load() or Workshop()
        self._turn = asyncio.Lock()
        self._ids = 0

    @property
    def workshop(self) -> Workshop:
        return self._workshop

    @workshop.setter
    def workshop(self, workshop: Workshop) -> None:
        self._workshop = workshop

    @property
    def file(self) -> GoalFile:
        return self._file

    def setting(self) -> Setting:
        return Setting(self._file, self._today, self._dialect)

    def draft(self, key: str) -> Draft | None:
        payload = self._drafts.load(key)
        return None if payload is None else Draft.from_payload(key, payload)

    async def welcome(self, key: str, name: str) -> None:
        async with self._turn:
            known = self._workshop.person(key) or Person(key=key, name=name, guest=True)
            self._workshop = self._workshop.welcomes(replace(known, name=name))
            await asyncio.to_thread(self._workshops.keep, self._workshop)

    async def submit(self, key: str, letter: Letter, draft: Draft) -> Submitted:
        async with self._turn:
            person = self._workshop.person(key)
            assert person is not None
            await asyncio.to_thread(self._drafts.keep, key, draft.as_payload())
            try:
                person = await self._into_the_file(person, draft)
            except StoreError as error:
                return Submitted(draft, error)
            self._workshop = self._workshop.welcomes(person).marks(key, Part(letter.value), ready=True)
            await asyncio.to_thread(self._workshops.keep, self._workshop)
            return Submitted(draft)

    async def _into_the_file(self, person: Person, draft: Draft) -> Person:
        answers = read_answers(draft, guest_setting(self.setting(), person.goal))
        base = next((goal for goal in self._file.goals if goal.id == person.goal), None)
        if base is None and answers.title is None:
            return person
        goal, operation = self._operation(answers, base)
        self._file = (await asyncio.to_thread(self.store.apply, operation)).file
        return replace(person, goal=goal.id)

    def _operation(self, answers: Answers, base: Goal | None) -> tuple[Goal, Operation]:
        if base is not None:
            goal = guest_goal(answers, base.id, base)
            return goal, ChangeGoal(base.id, changes_between(base, goal))
        goal = guest_goal(answers, "")
        goal = replace(goal, id=new_id(goal.title, {it.id for it in self._file.goals}, self._hex))
        return goal, AddGoal(goal)

    def _hex(self) -> str:
        self._ids += 1
        return f"{self._ids:04x}"


class RefusingHost(StoreHost):
    """A workshop whose host fails as it is told to."""

    def __init__(self, folder: Path, fails: Callable[[], StoreError | Exception]) -> None:
        super().__init__(folder)
        self._fails = fails

    async def submit(self, key: str, letter: Letter, draft: Draft) -> Submitted:
        failure = self._fails()
        if isinstance(failure, StoreError):
            await asyncio.to_thread(self._drafts.keep, key, draft.as_payload())
            return Submitted(draft, failure)
        raise failure
