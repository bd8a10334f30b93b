"""Finding a goal by what a person types: id, title, alias or a part of it, accents and case ignored."""

import unicodedata
from collections.abc import Iterable

from smart_tui.goals.standing import Standing

_DSTROKE = str.maketrans("đĐ", "dD")


def plain(text: str) -> str:
    """Fold text for search: no accents, no case, single spaces ("Hợp  đồng" -> "hop dong")."""
    split = unicodedata.normalize("NFD", text.translate(_DSTROKE))
    bare = "".join(c for c in split if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def matches(standings: Iterable[Standing], wanted: str) -> tuple[Standing, ...]:
    """Give the goals that a name may mean, the surest kind of match only; open goals before closed ones."""
    standings = tuple(standings)
    exact = unicodedata.normalize("NFC", wanted).strip()
    by_id = tuple(s for s in standings if unicodedata.normalize("NFC", s.goal.id) == exact)
    if by_id:
        return by_id
    folded = plain(wanted)
    if not folded:
        return ()
    whole = tuple(s for s in standings if folded in {plain(s.goal.title), plain(s.goal.alias or "")})
    part = tuple(
        s for s in standings if folded in plain(f"{s.goal.title}\n{s.goal.alias or ''}\n{s.goal.id}")
    )
    return _open_first(whole) or _open_first(part)


def _open_first(standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    still_open = tuple(s for s in standings if not s.status.closed)
    return still_open or standings
