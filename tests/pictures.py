"""Takes the pictures in screenshots/ from the real app: `python tests/pictures.py`. They are the snapshots too."""

import asyncio
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"

from scenes import scene

FOLDER = Path(__file__).parent.parent / "screenshots"


@dataclass(frozen=True)
class Picture:
    """One picture: which scene, and who sees it how large."""

    name: str
    scene: str
    lang: str
    size: tuple[int, int]

    async def take(self, theme: str = "") -> str:
        """Drive the app and give the picture as SVG."""
        async with scene(self.scene).at(self.lang, self.size, theme) as user:
            return self_contained(user.picture())


def self_contained(svg: str) -> str:
    """Drop what would be fetched from elsewhere, and the empty lines that this leaves."""
    svg = re.sub(r"@font-face \{.*?\}\n", "", svg, flags=re.DOTALL)
    svg = svg.replace(
        "font-family: Fira Code, monospace", "font-family: ui-monospace, Menlo, Consolas, monospace"
    )
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def cells(svg: str) -> list[str]:
    """Give what a picture shows, without what a new version of the exporter may write differently."""
    styles = dict(re.findall(r"\.terminal-\d+-(r\d+) \{ (.*?) \}", svg))

    def shown() -> Iterator[str]:
        for style, x, y, text in re.findall(
            r'<text class="terminal-\d+-(r\d+)" x="(.*?)" y="(.*?)".*?>(.*?)</text>', svg
        ):
            yield f"{y} {x} {text} {styles[style]}"
        for fill, x, y in re.findall(r'<rect fill="(#\w+)" x="(.*?)" y="(.*?)"', svg):
            yield f"{y} {x} {fill}"

    return sorted(shown())


PICTURES = (
    Picture("dashboard-120x40", "dashboard-contracts", "en", (120, 40)),
    Picture("dashboard-80x24-vi", "dashboard", "vi", (80, 24)),
    Picture("wizard-2-measurable-120x40", "wizard-2", "en", (120, 40)),
    Picture("wizard-3-achievable-80x24-vi", "wizard-3", "vi", (80, 24)),
    Picture("wizard-5-timebound-120x40", "wizard-5", "en", (120, 40)),
    Picture("weekly-120x40", "weekly", "en", (120, 40)),
    Picture("decide-80x24-vi", "decide", "vi", (80, 24)),
    Picture("read-only-120x40-vi", "read-only", "vi", (120, 40)),
    Picture("workshop-room-60x18", "workshop-room", "en", (60, 18)),
    Picture("workshop-facilitator-100x30-vi", "workshop-facilitator", "vi", (100, 30)),
)


def main(names: list[str]) -> None:
    """Take the pictures that are named, else all."""
    for picture in PICTURES:
        if not names or picture.name in names:
            (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(picture.take()), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
