"""The drafts of one run: what was typed goes to the disk soon, and leaves it only when it is a goal."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from smart_tui.app.scribe import Scribe, beside, outcome
from smart_tui.goals.draft import Draft
from smart_tui.store.drafts import Drafts
from smart_tui.store.errors import StoreError


class Desk:
    """Keeps the draft that is being written, and knows whether one lies on the disk."""

    def __init__(
        self,
        drafts: Drafts,
        scribe: Scribe,
        *,
        kept: Callable[[StoreError | None], None],
        lies: Callable[[bool], None],
    ) -> None:
        """`kept` hears what kept the last draft from the disk, if anything; `lies`, whether there is one to go on with."""
        self._drafts, self._scribe, self._kept, self._lies = drafts, scribe, kept, lies
        self._typed: Draft | None = None
        self.put_by: str | None = None
        """The key of a draft that waits for the one that is being written."""
        self._unkept: Draft | None = None
        """Asked of the disk, which has not taken it yet."""

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be kept."""
        return self._typed is None

    def lay(self, draft: Draft) -> None:
        """Take a draft that was typed; `keep` writes it."""
        self._typed = draft

    def keep(self) -> None:
        """Write what was typed, if anything was."""
        draft, self._typed = self._typed, None
        if draft is None:
            return
        self._unkept = draft

        def done(error: StoreError | None) -> None:
            if error is None and self._unkept is draft:
                self._unkept = None
            self._kept(error)
            self.look()

        self._scribe.ask(lambda: outcome(lambda: self._write(draft)), done)

    def put_aside(self, draft: Draft) -> None:
        """Write a draft for later; the one that is being written stays before it."""
        self.put_by = draft.key
        self._scribe.ask(lambda: outcome(lambda: self._write(draft)), lambda _: self.look())

    async def keep_at_once(self, within: float) -> None:
        """Write what is still not on the disk, past everything that waits there, or give up."""
        draft = self._typed or self._unkept
        if draft is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(beside(lambda: outcome(lambda: self._write(draft))), within)

    def latest(self) -> Draft | None:
        """Give the draft that was kept last."""
        kept = self._drafts.latest()
        return None if kept is None else Draft.from_payload(kept.key, kept.payload, kept.base)

    def forget(self, key: str) -> None:
        """Throw a draft away."""
        if self.put_by == key:
            self.put_by = None
        if self._typed is not None and self._typed.key == key:
            self._typed = None
        if self._unkept is not None and self._unkept.key == key:
            self._unkept = None
        self._scribe.ask(lambda: outcome(lambda: self._drafts.forget(key)), lambda _: self.look())

    def look(self) -> None:
        """Find out whether a draft lies on the disk."""
        self._scribe.ask(self._drafts.latest, lambda kept: self._lies(kept is not None))

    def _write(self, draft: Draft) -> None:
        self._drafts.keep(draft.key, draft.as_payload(), draft.base)
