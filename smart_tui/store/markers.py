"""A file in which git left both sides of a conflict: each side's whole text, taken out of it again."""

import re

from msgspec import Struct

from smart_tui.store.document import BOM

_MARKER = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_BEGINS = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?<{7}")
_OURS, _BASE, _THEIRS = "<<<<<<<", "|||||||", "======="
_END = ">>>>>>>"
_NEXT = {None: {_OURS}, _OURS: {_BASE, _THEIRS}, _BASE: {_THEIRS}, _THEIRS: {_END}}


class Sides(Struct, frozen=True):
    """What each side says; the base only where git wrote it down everywhere (diff3)."""

    ours: bytes
    theirs: bytes
    base: bytes | None


def sides_of(data: bytes) -> Sides | None:
    """Take the sides apart; None where there are none, or the markers do not go together."""
    if not _BEGINS.search(data):  # taking it apart line by line would take many times its memory
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    bom, text = BOM * text.startswith(BOM), text.removeprefix(BOM)
    said: dict[str, list[str]] = {_OURS: [], _BASE: [], _THEIRS: []}
    hunks = bases = 0
    part: str | None = None
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        found = _MARKER.fullmatch(line.rstrip("\r\n"))
        sign = found[1] if found else None
        if sign is not None and (part is not None or sign == _OURS):
            if sign not in _NEXT[part]:
                return None
            hunks, bases = hunks + (sign == _OURS), bases + (sign == _BASE)
            part = None if sign == _END else sign
        elif part is not None:
            said[part].append(line)
        else:
            for lines in said.values():
                lines.append(line)
    if part is not None or not hunks:
        return None
    ours, base, theirs = (f"{bom}{''.join(lines)}".encode() for lines in said.values())
    return Sides(ours, theirs, base if bases == hunks else None)
