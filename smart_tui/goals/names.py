"""Finding a goal by what a person types: id, title, alias or a part of it, accents and case ignored."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from smart_tui.goals.model import Goal
from smart_tui.goals.standing import Standing, Standings
from smart_tui.goals.tree import same

_DSTROKE = str.maketrans("đĐ", "dD")


def plain(text: str) -> str:
    """Fold text for search: no accents, no case, single spaces ("Hợp  đồng" -> "hop dong")."""
    if not text.isascii():
        split = unicodedata.normalize("NFD", text.translate(_DSTROKE))
        text = "".join(c for c in split if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def named(goals: Iterable[Goal], wanted: str) -> tuple[Goal, ...]:
    """Give the goals that a name may mean, the surest kind of match only."""
    goals = tuple(goals)
    found = (tuple(filter(fits, goals)) for fits in _surest_first(wanted))
    return next(filter(None, found), ())


def matches(standings: Standings, wanted: str) -> tuple[Standing, ...]:
    """Give the goals that a name may mean, the surest kind of match only; open goals before closed ones."""
    goals = standings.goals
    found = (tuple(place for place, goal in enumerate(goals) if fits(goal)) for fits in _surest_first(wanted))
    return _open_first(tuple(standings[place] for place in next(filter(None, found), ())))


def _surest_first(wanted: str) -> Iterator[Callable[[Goal], bool]]:
    """Yield ways to match: the id, a whole name with its accents, a whole name, a part with accents, a part."""
    as_typed, exact, folded = unicodedata.normalize("NFC", wanted).strip(), same(wanted), plain(wanted)
    if not folded:
        return
    yield lambda goal: unicodedata.normalize("NFC", goal.id) == as_typed
    yield lambda goal: exact in map(same, _names(goal))
    yield lambda goal: folded in map(plain, _names(goal))
    if exact != folded:
        yield lambda goal: any(exact in same(name) for name in _names(goal))
    yield lambda goal: any(folded in plain(name) for name in (*_names(goal), goal.id))


def _names(goal: Goal) -> tuple[str, ...]:
    return (goal.title, goal.alias) if goal.alias else (goal.title,)


def _open_first(standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    still_open = tuple(s for s in standings if not s.status.closed)
    return still_open or standings
