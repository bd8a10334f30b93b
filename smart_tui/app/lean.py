"""Colours are written where they change, not anew for every word: over a slow line a key costs half the bytes."""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from textual.driver import Driver

STYLE = re.compile(r"\x1b\[([\d;]*)m")
UNSEEN = re.compile(r"(?:[\r\n]|\x1b\[\d+;\d+H)*")
"""What shows no colour: to go to another line or place."""
BLANK = re.compile("(?:\x1b\\[\\d+;\\d+H)? *")
INVISIBLE = {"1", "2", "3"}
"""Bold, faint and italic do not show on a space."""
OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends an attribute."""
COLOURS = {"2": 3, "5": 1}
"""How many numbers follow: red, green and blue, or one of 256."""


class Ink(NamedTuple):
    """How letters are written: the codes of ECMA-48, section 8.3.117, empty where the terminal decides."""

    attributes: frozenset[str] = frozenset()
    front: str = ""
    back: str = ""


PLAIN = Ink()


def lean(data: str) -> str:
    """Write the same picture with fewer bytes; what comes before and after it is plain."""
    written: list[str] = []
    ink = wanted = PLAIN
    for number, piece in enumerate(STYLE.split(data)):
        if number % 2:
            wanted = _after(wanted, piece)
            continue
        if not UNSEEN.fullmatch(piece):
            needed = _on_blank(ink, wanted) if BLANK.fullmatch(piece) else wanted
            written.append(_change(ink, needed))
            ink = needed
        written.append(piece)
    return "".join((*written, _change(ink, wanted)))


def lean_driver(driver: type[Driver]) -> type[Driver]:
    """Give a driver that writes leanly."""
    return type("LeanDriver", (_Lean, driver), {})


class _Lean(Driver):
    def write(self, data: str) -> None:
        super().write(lean(data))  # type: ignore[safe-super]  # the driver behind this one writes


def _on_blank(ink: Ink, wanted: Ink) -> Ink:
    """Give the ink for spaces: where no line goes through them, only their ground is seen."""
    alike = wanted != PLAIN and ink.attributes | wanted.attributes <= INVISIBLE
    return ink._replace(back=wanted.back) if alike else wanted


@lru_cache(maxsize=1024)
def _after(ink: Ink, codes: str) -> Ink:
    """Read the codes of one style."""
    rest = iter(codes.split(";"))
    for code in rest:
        if code in {"", "0"}:
            ink = PLAIN
        elif code in {"38", "48"}:
            kind = next(rest, "")
            colour = ";".join((code, kind, *islice(rest, COLOURS.get(kind, 0))))
            ink = ink._replace(front=colour) if code == "38" else ink._replace(back=colour)
        elif re.fullmatch("(?:3|9)[0-9]", code):
            ink = ink._replace(front="" if code == "39" else code)
        elif re.fullmatch("(?:4|10)[0-9]", code):
            ink = ink._replace(back="" if code == "49" else code)
        else:
            ink = ink._replace(attributes=ink.attributes | {code})
    return ink


@lru_cache(maxsize=4096)
def _change(old: Ink, new: Ink) -> str:
    """Go from one ink to another by the shorter way: step by step, or from the beginning."""
    if old == new:
        return ""
    if new == PLAIN:
        return "\x1b[0m"
    anew = _style("0", *sorted(new.attributes), new.front, new.back)
    ended = {OFF.get(code, "") for code in old.attributes - new.attributes}
    if "" in ended:
        return anew
    # What ends bold ends faint too.
    begun = {code for code in new.attributes if code not in old.attributes or OFF.get(code) in ended}
    front = (new.front or "39") if new.front != old.front else ""
    back = (new.back or "49") if new.back != old.back else ""
    return min(_style(*sorted(ended), *sorted(begun), front, back), anew, key=len)


def _style(*codes: str) -> str:
    return f"\x1b[{';'.join(filter(None, codes))}m"
