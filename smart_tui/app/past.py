"""What was, and what others have: undoing, and merging another version of the file. Imported when first asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from smart_tui.app.scribe import Scribe, outcome
from smart_tui.goals.comparing import Difference, compare
from smart_tui.goals.model import GoalFile
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import StoreError
from smart_tui.store.offers import Offer, accept, choices_of, differences, offers, put_copy_away
from smart_tui.store.store import Snapshot, Store
from smart_tui.words.clean import clean
from smart_tui.words.language import Language
from smart_tui.words.merging import merged_lines
from smart_tui.words.undoing import undone_text


class Voice(Struct, frozen=True):
    """How the app hears of it."""

    show: Callable[[Snapshot], None]
    say: Callable[[str, str], None]
    complain: Callable[[StoreError], None]
    push: Callable[..., object]
    """Opens a screen, and takes what hears its result."""
    merged: Callable[[], None]


class Past:
    """Asks the store by way of the scribe, and tells the app in words."""

    def __init__(self, lang: Language, store: Store, scribe: Scribe, voice: Voice) -> None:
        self._lang, self._store, self._scribe, self._voice = lang, store, scribe, voice

    def undo(self, before: GoalFile, *, again: bool) -> None:
        """Take the last step back, or do it again, and say which it was."""

        def done(result: Snapshot | StoreError) -> None:
            if isinstance(result, StoreError):
                self._refused(result, again=again)
            elif result.step is not None:
                self._voice.show(result)
                self._voice.say(
                    undone_text(self._lang, result.step, result.file, before, again=again), "good"
                )

        job = self._store.redo if again else self._store.undo
        self._scribe.ask(lambda: outcome(job), done)

    def offer(self) -> None:
        """Look for another version of the file, and show what it would bring."""
        from smart_tui.screens.merging import MergingScreen, Sides

        def look_at(offer: Offer) -> None:
            def agreed(sides: Sides | None) -> None:
                if sides is not None:
                    self._merge(offer, sides)

            self._voice.push(MergingScreen(self._lang, *_told(self._lang, offer)), agreed)

        def done(result: list[Offer] | StoreError) -> None:
            if isinstance(result, StoreError):
                self._voice.complain(result)
            elif result:
                look_at(result[0])
            else:
                self._voice.say(self._lang.say("no other version of the file lies beside it"), "")

        self._scribe.ask(lambda: outcome(lambda: offers(self._store)), done)

    def _merge(self, offer: Offer, sides: Sequence[bool | None]) -> None:
        """Merge it, put the copy with the backups."""

        def job() -> Snapshot:
            done = accept(self._store, offer, choices_of(offer.clashes, sides))
            put_copy_away(self._store, offer)
            return done

        def done(result: Snapshot | StoreError) -> None:
            if isinstance(result, StoreError):
                self._voice.complain(result)
                return
            self._voice.show(result)
            kept, say = list(sides).count(None), self._lang.say
            said = self._lang.count(
                "merged, both values kept at {n} place", "merged, both values kept at {n} places", kept
            )
            self._voice.say(said if kept else say("merged · u undoes"), "good")
            self._voice.merged()

        self._scribe.ask(lambda: outcome(job), done)

    def _refused(self, error: StoreError, *, again: bool) -> None:
        say = self._lang.say
        match error.code:
            case Refusal.NOTHING_TO_UNDO:
                self._voice.say(say("nothing to do again") if again else say("nothing to take back"), "")
            case Refusal.CHANGED:
                self._voice.say(say("not taken back: the same thing was changed since"), "warning")
            case _:
                self._voice.complain(error)


def _told(lang: Language, offer: Offer) -> tuple[str, tuple[str, ...], tuple[Difference, ...]]:
    """Say what an offer is, what it would bring, and where both differ: what the screen shows."""
    name = clean(offer.copy.path.name) if offer.copy is not None else ""
    heading = (
        lang.say("Another version: {path}", path=name)
        if name
        else lang.say("Two versions that git could not join")
    )
    lines = tuple(merged_lines(lang, compare(offer.before.goals, offer.after.goals)))
    return heading, lines, differences(offer.clashes, offer.after, offer.theirs)


def parted_notice(lang: Language, conflict: Path) -> str:
    """Say that others had changed the same, and where ours is."""
    return lang.say(
        "others changed it: m merges yours, {file}",
        file=clean(conflict.name),
    )
