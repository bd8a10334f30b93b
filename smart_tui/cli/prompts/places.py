"""Where a person is among the questions of the five letters, and where they go on."""

from collections.abc import Collection

from msgspec import Struct

from smart_tui.goals.draft import Field, asked_on, main_fields
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.screens.wizard.view import View


class Place(Struct, frozen=True):
    """A question: a field of a letter, or what the coach says after its last one."""

    letter: Letter
    asked: Field | None = None


def order(dialect: Dialect) -> tuple[Place, ...]:
    """Give all places, one after the other."""
    return tuple(Place(letter, asked) for letter in Letter for asked in (*asked_on(letter, dialect), None))


def following(place: Place, view: View, unfolded: Collection[Letter]) -> Place | None:
    """Give the next question that this draft has a use for; None after the last one."""
    places = order(view.dialect)
    rest = places[places.index(place) + 1 :]
    return next((it for it in rest if _counts(it, view, unfolded)), None)


def first(letter: Letter, view: View, unfolded: Collection[Letter]) -> Place:
    """Give the first question of a letter."""
    places = (it for it in order(view.dialect) if it.letter is letter)
    return next(it for it in places if _counts(it, view, unfolded))


def _counts(place: Place, view: View, unfolded: Collection[Letter]) -> bool:
    if place.asked is None:
        return True
    folded = place.asked not in main_fields(place.letter, view.dialect) and place.letter not in unfolded
    return not folded and view.asks(place.asked)
