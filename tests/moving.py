"""Takes the moving picture of the README from the real app: `python tests/moving.py [en|vi]`; none: both.

A wish is typed, five screens fill in, the goal is saved, a number is entered, its bar moves. Lines that stay the same
are drawn once, and CSS shows and hides them: no script, nothing from elsewhere, whatever shows an SVG shows this one.
"""

import asyncio
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pictures import FOLDER
from scenes import Scene, keys, told
from user import User

SIZE = (96, 28)
CELL, LINE, TOP, EDGE = 12.2, 24.4, 40, 14
STEP = 4
"""Letters that are typed from one frame to the next."""
WISHES = {
    "en": "Win 1,000 new leads online next month",
    "vi": "Có 1.000 khách hàng tiềm năng mới trong tháng tới",
}
NAMES = {"en": "moving", "vi": "moving-vi"}
STILL = 20
"""Looks until a screen surely stands still."""
Line = tuple[int, str]
"""A line's place, and how it is drawn."""


@dataclass
class Camera:
    """What was to be seen, how long, and in which inks."""

    frames: list[tuple[frozenset[Line], int]] = field(default_factory=list)
    inks: dict[str, str] = field(default_factory=dict)

    async def take(self, user: User, hundredths: int) -> None:
        """Show what is on the screen for so long, once it stands still."""
        seen = user.picture()
        for _ in range(STILL):
            await user.settles()
            before, seen = seen, user.picture()
            if _drawing(before) == _drawing(seen):
                break
        drawn = enumerate(self._lines(seen))
        self.frames.append((frozenset((place, line) for place, line in drawn if line), hundredths))

    def _lines(self, svg: str) -> Iterator[str]:
        styles = dict(re.findall(r"\.terminal-\d+-(r\d+) \{ (.*?) \}", svg))
        grounds: dict[int, list[str]] = defaultdict(list)
        texts: dict[int, list[str]] = defaultdict(list)
        for fill, x, y, width in re.findall(r'<rect fill="(#\w+)" x="(.*?)" y="(.*?)" width="(.*?)"', svg):
            grounds[_line_at(y)].append(
                f'<path class="{self._ink(f"fill:{fill}")}" d="M{x} 0h{width}v24.9h-{width}z"/>'
            )
        for style, x, y, length, text in re.findall(
            r'<text class="terminal-\d+-(r\d+)" x="(.*?)" y="(.*?)" textLength="(.*?)".*?>(.*?)</text>', svg
        ):
            if text.replace("&#160;", " ").strip():
                ink = self._ink(re.sub(r"\s", "", styles[style]))
                texts[_line_at(y)].append(_written(ink, float(x), float(length), text))
        for line in range(SIZE[1]):
            yield "".join(_merged(grounds[line]) + texts[line])

    def _ink(self, style: str) -> str:
        return self.inks.setdefault(style, f"i{len(self.inks)}")


def _line_at(y: str) -> int:
    return int(float(y) // LINE)


def _written(ink: str, x: float, length: float, text: str) -> str:
    """Write a text without the blanks around it."""
    text = text.replace("&#160;", " ")
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    x, length = x + before * CELL, length - (before + after) * CELL
    return f'<text class="{ink}" x="{x:g}" y="18.5" textLength="{length:g}">{text.strip()}</text>'


def _drawing(svg: str) -> str:
    """Give a picture without the number that is its own."""
    return re.sub(r"terminal-\d+", "", svg)


def _merged(grounds: list[str]) -> list[str]:
    """Paint neighbours of one colour at once."""
    merged: list[tuple[str, float, float]] = []
    for ground in grounds:
        found = re.fullmatch(r'<path class="(\w+)" d="M([\d.]+) 0h([\d.]+)v.*', ground)
        assert found
        ink, x, width = found[1], float(found[2]), float(found[3])
        if merged and merged[-1][0] == ink and abs(merged[-1][1] + merged[-1][2] - x) < 1:
            x, width = merged[-1][1], merged.pop()[2] + width
        merged.append((ink, x, width))
    return [f'<path class="{ink}" d="M{x:g} 0h{width:g}v24.9H{x:g}z"/>' for ink, x, width in merged]


async def film(lang: str) -> Camera:
    """Drive the app, and take what is to be seen."""
    camera = Camera()
    async with Scene("", keys()).at(lang, SIZE) as user:
        await camera.take(user, 120)
        await user.presses("n")
        await camera.take(user, 70)
        for number, word in enumerate(WISHES[lang].split()):
            if number:
                await user.presses("space")
            for start in range(0, len(word), STEP):
                await user.pastes(word[start : start + STEP])
                await camera.take(user, 12)
        await camera.take(user, 110)
        await _fill(user, camera)
        await user.presses("ctrl+s")
        await camera.take(user, 170)
        await _check_in(user, camera)
    return camera


async def _fill(user: User, camera: Camera) -> None:
    """Answer on each screen what the sentence does not say."""
    for page in told(user).pages:
        for label, text in page.items():
            await user.goes_to(label)
            await user.pastes(text)
            await camera.take(user, 35)
        await camera.take(user, 55)
        if page:
            await user.presses("pagedown")
            await camera.take(user, 45)


async def _check_in(user: User, camera: Camera) -> None:
    """Enter how many contracts were signed since, three times; the bar of the goal moves."""
    await user.presses("g")
    for _ in range(5):
        await user.presses("j")
        await camera.take(user, 25)
    assert user.app._lang.say("40 contracts a month") in _selected(user), user.screen
    for number, wait in (("+3", 50), ("+4", 30), ("+5", 30)):
        await user.presses("c")
        await camera.take(user, wait)
        await user.types(number)
        await camera.take(user, wait)
        await user.presses("enter")
        await camera.take(user, 60)
    await camera.take(user, 120)


def _selected(user: User) -> str:
    return next((line for line in user.screen.splitlines() if line.startswith("▌")), "")


def animated(camera: Camera) -> str:
    """Draw all frames as one picture that moves; where nothing moves, the last one is to be seen."""
    shown: dict[Line, set[int]] = defaultdict(set)
    for number, (lines, _) in enumerate(camera.frames):
        for line in lines:
            shown[line].add(number)
    together: dict[frozenset[int], list[Line]] = defaultdict(list)
    for line, numbers in shown.items():
        together[frozenset(numbers)].append(line)
    groups = sorted(together.items(), key=lambda group: sorted(group[0]))
    times = _times(camera)
    always = frozenset(range(len(camera.frames)))
    css = [f".{name}{{{style}}}" for style, name in camera.inks.items()]
    parts = []
    for number, (when, kept) in enumerate(groups):
        drawn = "".join(
            f'<g transform="translate(0 {place * LINE:g})">{line}</g>' for place, line in sorted(kept)
        )
        if when == always:
            parts.append(drawn)
            continue
        if len(camera.frames) - 1 not in when:
            css.append(f"#g{number}{{visibility:hidden}}")
        css.append(f"@keyframes k{number}{{{_keyframes(when, times)}}}#g{number}{{animation-name:k{number}}}")
        parts.append(f'<g id="g{number}" class="m">{drawn}</g>')
    return _framed("\n".join(css), "\n".join(parts), times[-1])


def _times(camera: Camera) -> list[int]:
    """Give when each frame begins, and when all is over, in hundredths of a second."""
    times = [0]
    for _, long in camera.frames:
        times.append(times[-1] + long)
    return times


def _keyframes(when: frozenset[int], times: Sequence[int]) -> str:
    """Say from when on a group is to be seen, and from when on not."""
    changes = [0, *(n for n in range(1, len(times) - 1) if (n in when) != (n - 1 in when))]
    return "".join(
        f"{100 * times[n] / times[-1]:.2f}%{{visibility:{'visible' if n in when else 'hidden'}}}"
        for n in changes
    )


def _framed(css: str, drawn: str, hundredths: int) -> str:
    width, height = SIZE[0] * CELL + 2 * EDGE, SIZE[1] * LINE + TOP + EDGE
    dots = "".join(
        f'<circle cx="{22 + 22 * n}" cy="20" r="7" fill="{fill}"/>'
        for n, fill in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" xml:space="preserve">
<style>
text{{font:20px ui-monospace,Menlo,Consolas,monospace;white-space:pre}}
.m{{animation:{hundredths / 100:g}s step-end infinite}}
@media (prefers-reduced-motion:reduce){{.m{{animation:none}}}}
{css}
</style>
<rect width="{width:g}" height="{height:g}" rx="8" fill="#12141c"/>{dots}
<g transform="translate({EDGE} {TOP})">
{drawn}
</g>
</svg>
"""


def main(langs: Sequence[str]) -> None:
    """Take the pictures of these languages, else all."""
    for lang in langs or NAMES:
        picture = animated(asyncio.run(film(lang)))
        (FOLDER / f"{NAMES[lang]}.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
