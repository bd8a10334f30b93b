"""Measures how well everything drawn can be read: `python tests/contrast.py [THEME …]` prints each theme's lowest."""

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.color import ColorType
from rich.style import Style
from scenes import SCENES
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES
from user import User

from smart_tui.widgets.readable import contrast
from smart_tui.widgets.theme import THEMES

MEANING = "━╸┃▌"
"""The bar, its mark, and the edge of what has the focus."""
DRAWN = range(0x2500, 0x25A0)
"""Frames and blocks: seen, not read."""
PALETTE = "palette"
"""Once open it keeps its colours: nobody sees the theme change under it."""
SIZE = (100, 36)
DOTS = range(0x2800, 0x2900)


@dataclass(frozen=True)
class Drawn:
    """Some letters next to each other, and what they are drawn with."""

    text: str
    style: Style

    @property
    def contrast(self) -> float:
        """How well it can be told from its ground."""
        return contrast(*self.colours)

    @property
    def colours(self) -> tuple[Color, Color]:
        """Ink and ground."""
        ink, ground = (Color.from_rich_color(it) for it in (self.style.color, self.style.bgcolor))
        return (ground, ink) if self.style.reverse else (ink, ground)

    def __str__(self) -> str:
        ink, ground = self.colours
        return f"{self.contrast:5.1f}  {ink.hex} on {ground.hex}  {self.text.strip()[:40]}"


def drawn(app: App[None]) -> Iterator[Drawn]:
    """Yield what the uppermost screen draws; what shows through from below it is not to be read."""
    screen = app.screen
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            shows_through = screen.is_modal and screen.get_widget_at(x, y)[0] is screen
            if text.strip() and style is not None and not shows_through:
                yield Drawn(text, style)
            x += len(text)


def texts(app: App[None]) -> Iterator[Drawn]:
    """Yield what is to be read."""
    for it in drawn(app):
        if any(_is_read(letter) for letter in it.text):
            yield it


def _is_read(letter: str) -> bool:
    """Whether a letter is text: no frame, no picture that brings its own colours."""
    return (
        not letter.isspace()
        and ord(letter) not in DRAWN
        and ord(letter) not in DOTS
        and cell_len(letter) == 1
    )


def meanings(app: App[None]) -> Iterator[Drawn]:
    """Yield bars, marks and curves."""
    for it in drawn(app):
        if any(letter in MEANING or ord(letter) in DOTS for letter in it.text):
            yield it


def named(app: App[None]) -> bool:
    """Whether every colour that is drawn belongs to the terminal."""
    kinds = {
        colour.type
        for it in drawn(app)
        for colour in (it.style.color, it.style.bgcolor)
        if colour is not None
    }
    return kinds <= {ColorType.DEFAULT, ColorType.STANDARD}


async def wears(user: User, name: str) -> None:
    """Change the theme as a person does."""
    user.app.theme = name
    await user.settles()
    await user.settles()


async def _lowest(names: list[str]) -> dict[str, list[tuple[float, str]]]:
    found: dict[str, list[tuple[float, str]]] = {name: [] for name in names}
    for scene in (it for it in SCENES if not it.twin):
        if scene.name == PALETTE:
            for name in names:
                async with scene.at("en", SIZE, name) as user:
                    found[name] += _measured(user, scene.name)
            continue
        async with scene.at("en", SIZE) as user:
            for name in names:
                await wears(user, name)
                found[name] += _measured(user, scene.name)
    return found


def _measured(user: User, place: str) -> Iterator[tuple[float, str]]:
    for kind, all_of in (("text", texts), ("line", meanings)):
        lowest = min(all_of(user.app), key=lambda it: it.contrast, default=None)
        if lowest:
            yield lowest.contrast, f"{kind}  {lowest}  ({place})"


def main(names: list[str]) -> None:
    """Print each theme's lowest contrast of a text, then of a line that means something, and where it is."""
    names = names or [theme.name for theme in (*THEMES, *BUILTIN_THEMES.values()) if not theme.ansi]
    for name, found in asyncio.run(_lowest(names)).items():
        for kind in ("text", "line"):
            lowest = min(it for it in found if it[1].startswith(kind))
            sys.stdout.write(f"{name:22}{lowest[1]}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
