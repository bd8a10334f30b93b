"""Shows every screen in every language, size and theme side by side: `python tests/sheets.py FOLDER`.

Options narrow it: `--screens story,help --themes smart-dark --sizes 80x24 --langs vi`. FOLDER/index.html leads to
all sheets; to look at one as PNG, `rsvg-convert` reads it. For the eye of whoever changes how something looks; what
must not change unnoticed is in pictures.py.
"""

import argparse
import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from contrast import PALETTE, wears
from pictures import self_contained
from scenes import SCENES, scene

from smart_tui.widgets.theme import THEMES
from smart_tui.words.language import languages

SIZES = ((60, 20), (80, 24), (120, 40), (200, 50))
GAP, LABEL = 24, 40
Taken = tuple[str, str]
"""What a variant is, and its picture."""


def sheet(rows: Sequence[Sequence[Taken]]) -> str:
    """Put pictures of one size into one, a row for each theme, a column for each language."""
    width, height = _size(rows[0][0][1])
    parts = [
        f'<text x="{x}" y="{y + LABEL * 0.7:g}" font-size="24" fill="#666">{escape(label)}</text>\n'
        + _placed(svg, x, y + LABEL)
        for down, row in enumerate(rows)
        for across, (label, svg) in enumerate(row)
        for x, y in [(GAP + across * (width + GAP), down * (height + LABEL + GAP))]
    ]
    whole = (GAP + len(rows[0]) * (width + GAP), len(rows) * (height + LABEL + GAP))
    ground = '<rect width="100%" height="100%" fill="#ffffff"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole[0]:g} {whole[1]:g}" '
        f'font-family="sans-serif">\n{ground}\n{"".join(parts)}</svg>\n'
    )


def index(names: Sequence[str]) -> str:
    """Lead to every sheet."""
    shown = "".join(
        f'<h2 id="{name}">{name}</h2><a href="{name}.svg"><img src="{name}.svg" width="100%" loading="lazy"></a>\n'
        for name in names
    )
    return f'<!doctype html><meta charset="utf-8"><title>smart-tui</title>\n{shown}'


def _size(svg: str) -> tuple[float, float]:
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found
    return float(found[1]), float(found[2])


def _placed(svg: str, x: float, y: float) -> str:
    width, height = _size(svg)
    # Blanks at the end of a text carry its ground; some renderers drop them unless told.
    svg = svg.replace("<text class=", '<text xml:space="preserve" class=')
    return svg.replace("<svg ", f'<svg x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" ', 1)


async def taken(name: str, lang: str, size: tuple[int, int], themes: Sequence[str]) -> list[Taken]:
    """Drive the app to a scene and give its picture in each theme."""
    if name == PALETTE and len(themes) > 1:  # an open palette keeps the colours it was opened with
        return [one for theme in themes for one in await taken(name, lang, size, [theme])]
    pictures = []
    async with scene(name).at(lang, size, themes[0]) as user:
        for theme in themes:
            await wears(user, theme)
            pictures.append((f"{lang} · {theme}", self_contained(user.picture())))
    return pictures


async def take(name: str, size: tuple[int, int], themes: Sequence[str], langs: Sequence[str]) -> str:
    """Take one sheet."""
    columns = [await taken(name, lang, size, themes) for lang in langs]
    return sheet(list(zip(*columns, strict=True)))


def main() -> None:
    """Take the sheets that were asked for, else all."""
    themes = [theme.name for theme in THEMES]
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--screens", default=",".join(scene.name for scene in SCENES))
    asked.add_argument("--themes", default=",".join(themes))
    asked.add_argument("--sizes", default=",".join(f"{x}x{y}" for x, y in SIZES))
    asked.add_argument("--langs", default=",".join(languages()))
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    names = []
    for screen in given.screens.split(","):
        for size in given.sizes.split(","):
            columns, _, lines = size.partition("x")
            svg = asyncio.run(
                take(screen, (int(columns), int(lines)), given.themes.split(","), given.langs.split(","))
            )
            names.append(f"{screen}-{size}")
            (given.folder / f"{names[-1]}.svg").write_text(svg, "utf-8")
            (given.folder / "index.html").write_text(index(names), "utf-8")


if __name__ == "__main__":
    main()
