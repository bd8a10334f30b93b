"""The draft that is being written: read after every answer, and kept on the disk before the next question."""

import os
from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from smart_tui.cli.session import Session, fresh_id
from smart_tui.coach.answers import Doubt, Setting
from smart_tui.coach.drafting import goal_of, rebased, with_base
from smart_tui.coach.filling import filled
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.store.drafts import Drafts
from smart_tui.store.errors import StoreError
from smart_tui.store.locations import drafts_folder
from smart_tui.store.operations import AddGoal, ChangeGoal, changes_between


class PromptDesk:
    """Holds one draft, as the wizard would; either can go on with what the other kept."""

    def __init__(self, session: Session, file: GoalFile) -> None:
        self._session, self._file = session, file
        self._drafts = Drafts(drafts_folder(os.environ, session.store.path))
        self.view = self._read(self._empty())
        self.kept = True
        """Whether the disk holds the draft as it is."""

    def kept_draft(self) -> Draft | None:
        """Give the draft that was kept last."""
        kept = self._drafts.latest()
        return None if kept is None else Draft.from_payload(kept.key, kept.payload, kept.base)

    def begin(self, sentence: str = "") -> None:
        """Begin with an empty draft, or with a sentence."""
        self.view = self._read(self._empty())
        if sentence:
            self.answer({Field.SENTENCE: sentence})

    def go_on(self, draft: Draft) -> None:
        """Go on with a draft; where the goal that it changes was changed meanwhile, with what became of it."""
        if draft.editing is not None:
            draft = rebased(draft, Setting(self._file, self._session.today).goal(draft.editing))
        self.view = self._read(draft)

    def answer(self, texts: Mapping[Field, str]) -> Mapping[Field, Doubt]:
        """Take answers, and give the doubts that they bring about other fields."""
        before, draft = self.view.answers.doubts, self.view.draft
        for asked, text in texts.items():
            draft = draft.answered(asked, text)
        self.view = self._read(draft)
        self._keep(self.view.draft)
        now = self.view.answers.doubts
        return {asked: doubt for asked, doubt in now.items() if asked not in texts and asked not in before}

    def turn(self, letter: Letter) -> None:
        """Note the letter where the person is."""
        self.view = replace(self.view, draft=self.view.draft.at(letter))

    def put_aside(self, offer: Offer) -> None:
        """Keep the sentence of a second goal for later; the draft that is being written stays before it."""
        draft = self._empty().answered(Field.SENTENCE, offer.then)
        if offer.worth:
            draft = draft.answered(Field.SUPPORTS, self.view.answers.title or "")
            draft = draft.answered(Field.WORTH, offer.worth)
        self._keep(draft)
        self._keep(self.view.draft)

    def leave(self) -> bool:
        """Keep the draft where it is, and say whether there is one: an untouched one leaves nothing."""
        if self.view.draft.untouched:
            return False
        self._keep(self.view.draft)
        return True

    def save(self) -> Goal:
        """Make the draft a goal of the file.

        Raises:
            Trouble: nothing was saved; the draft stays where it is.

        """
        draft, base = self.view.draft, self.view.draft.base
        goal = goal_of(self.view.answers, draft.editing or "", base)
        if base is None:
            taken = frozenset(each.id for each in self._session.read().goals)
            goal = replace(goal, id=fresh_id(goal.title, taken))
            self._session.save(AddGoal(goal))
        else:
            self._session.save(ChangeGoal(base.id, changes_between(base, goal)))
        with self._session.saying():
            self._drafts.forget(draft.key)
        return goal

    def _empty(self) -> Draft:
        import secrets

        lang = self._session.language.code
        return Draft(key=secrets.token_hex(8), lang=lang, texts=MappingProxyType({}))

    def _read(self, draft: Draft) -> View:
        session, lang = self._session, self._session.language
        file = with_base(self._file, draft.base)
        setting = Setting(file, session.today, session.dialect, lang.dates)
        return View.of(lang, filled(draft, setting), setting)

    def _keep(self, draft: Draft) -> None:
        try:
            self._drafts.keep(draft.key, draft.as_payload(), draft.base)
        except StoreError:
            self.kept = False
        else:
            self.kept = True
