"""Every screen on one hostile file, headless: nothing ends it, nothing is done unasked, nothing odd is drawn."""

import asyncio
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reliability.hostile_files import HostileFile

if TYPE_CHECKING:
    from user import User

SHOWN = frozenset({"markup", "orders", "hidden", "names"})
"""Families that are about what is drawn: they go through both sizes and languages, the others through one."""
ODD = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
SIZES = ((80, 24), (120, 40))
STEPS: dict[str, tuple[str, ...]] = {
    "dashboard": (),
    "down": ("down",),
    "end": ("end",),
    "home": ("home",),
    "story": ("o",),
    "story's end": ("G",),
    "list": ("escape",),
    "check-in": ("c",),
    "a number": ("7",),
    "no check-in": ("escape",),
    "update": ("w",),
    "on": ("down",),
    "no update": ("escape", "escape", "escape"),
    "decide": ("d",),
    "extend": ("down", "enter"),
    "no decision": ("escape", "escape"),
    "edit": ("e",),
    "M": ("ctrl+n",),
    "A": ("ctrl+n",),
    "R": ("ctrl+n",),
    "T": ("ctrl+n",),
    "no edit": ("escape", "escape", "escape"),
    "help": ("question_mark",),
    "no help": ("escape",),
    "report": ("r",),
    "no report": ("escape",),
}
CLICKS = ((6, 4), (30, 6), (70, 3), (20, 20))


def run_screens(
    file: HostileFile, home: Path, only: tuple[int, int] | None = None
) -> Iterator[tuple[str, float, list[str]]]:
    """Go through all screens at each size; gives what was done, the seconds it took, what was wrong with it."""
    for size in [only] if only else SIZES if file.family in SHOWN else [SIZES[len(file.name) % 2]]:
        lang = "vi" if size == SIZES[0] else "en"
        yield from asyncio.run(_round(file, home, size, lang))


async def _round(
    file: HostileFile, home: Path, size: tuple[int, int], lang: str
) -> list[tuple[str, float, list[str]]]:
    from user import at_the_screen

    path = home / "goals.toml"
    path.write_bytes(file.data)
    done: list[tuple[str, float, list[str]]] = []
    begun = time.process_time()
    async with at_the_screen(home, size=size, lang=lang) as user:
        for what, keys in STEPS.items():
            await user.presses(*keys)
            done.append((f"{size[0]} columns, {what}", time.process_time() - begun, _odd(user)))
            begun = time.process_time()
        for at in CLICKS:
            await user.clicks(*at)
            done.append((f"{size[0]} columns, click at {at}", time.process_time() - begun, _odd(user)))
            begun = time.process_time()
        if not user.there:
            done.append(("left", 0.0, ["the program ended"]))
    if path.read_bytes() != file.data:
        done.append(("written", 0.0, ["the file was changed"]))
    return done


def _odd(user: "User") -> list[str]:
    odd = {it for it in set(user.screen) - {"\n"} if unicodedata.category(it) in ODD}
    return [f"draws {sorted(odd)}"] if odd else []
