"""The workshop as the guests' page knows it: the app is one, a test may be another."""

from typing import Protocol

from msgspec import Struct

from smart_tui.coach.answers import Setting
from smart_tui.goals.draft import Draft
from smart_tui.goals.terms import Letter
from smart_tui.goals.workshop import Workshop
from smart_tui.store.errors import StoreError


class Submitted(Struct, frozen=True):
    """What became of what a guest sent."""

    draft: Draft
    """As it is kept now."""
    error: StoreError | None = None
    """Why it is not in the goal file; the draft is kept all the same."""


class Host(Protocol):
    """Keeps the guests' goals, in the order in which they come."""

    @property
    def workshop(self) -> Workshop:
        """How things stand: who is in the room, and which part is on."""

    def setting(self) -> Setting:
        """Give what answers are read against."""

    def draft(self, key: str) -> Draft | None:
        """Give a guest's draft as it was kept last."""

    async def welcome(self, key: str, name: str) -> None:
        """Let a guest in, or give them another name; when it returns, they are known after a kill too."""

    async def submit(self, key: str, letter: Letter, draft: Draft) -> Submitted:
        """Keep a draft, put the goal into the file, and count the guest as done with a letter."""
