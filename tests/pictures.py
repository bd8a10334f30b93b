"""Takes the pictures in screenshots/ from the real app: `python tests/pictures.py`. They are the snapshots too."""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"

from user import Hours, User, at_the_screen, at_the_workshop

from smart_tui.words.demo import demo_goals
from smart_tui.words.language import language

FOLDER = Path(__file__).parent.parent / "screenshots"
TODAY = date(2026, 11, 21)
Story = Callable[[User], Awaitable[None]]


@dataclass(frozen=True)
class Picture:
    """One picture: who sees it how large, and what was done before."""

    name: str
    lang: str
    size: tuple[int, int]
    story: Story
    today: date = TODAY

    async def take(self) -> str:
        """Drive the app and give the picture as SVG."""
        goals = demo_goals(language(self.lang), TODAY)
        with tempfile.TemporaryDirectory() as home:
            async with at_the_screen(
                Path(home), size=self.size, lang=self.lang, today=self.today, goals=goals
            ) as user:
                await self.story(user)
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


async def _overdue(user: User) -> None:
    user.sees("▲")


async def _contracts(user: User) -> None:
    await user.presses("j", "j")


@dataclass(frozen=True)
class Told:
    """A goal as a person tells it: the sentence, then page by page what it does not say, by the fields' labels."""

    sentence: str
    pages: tuple[dict[str, str], ...]


ENGLISH = Told(
    "Win 1,000 new leads through our online channels next month",
    (
        {"For whom": "parents of three-year-olds", "Who is": "Lan"},
        {"Where": "CRM, weekly report"},
        {"Best": "2026-08: 240; 2026-09: 280; 2026-10: 310", "What could": "the fair is cancelled"},
        {"Supports": "contracts in two", "The first": "call the customers of the last fair"},
        {},
    ),
)
VIETNAMESE = Told(
    "Có được 1.000 khách hàng tiềm năng mới trong tháng tới",
    (
        {"Dành cho": "cha mẹ có bé 3 tuổi", "Người": "Lan"},
        {"Con số lấy": "báo cáo CRM hằng tuần"},
        {"Kết quả tốt": "240; 280; 310", "Điều gì": "hội chợ bị hủy"},
        {"Hỗ trợ": "1.000 hợp đồng", "Bước": "gọi lại khách của hội chợ trước"},
        {},
    ),
)


def _wizard(told: Told, letter: int) -> Story:
    """Write the sentence, then fill one page after the other; what the sentence says stands there."""

    async def story(user: User) -> None:
        await user.presses("n")
        await user.pastes(told.sentence)
        for number, page in enumerate(told.pages[:letter], 1):
            for label, text in page.items():
                await user.goes_to(label)
                await user.pastes(text)
            if number < letter:
                await user.presses("pagedown")

    return story


async def _vague(user: User) -> None:
    await user.presses("n")
    await user.pastes("Get many new leads")


async def _check_in(user: User) -> None:
    await user.presses("j", "j", "j", "j", "c")
    await user.types("25")


async def _weekly(user: User) -> None:
    await user.presses("w")
    await user.types("104")
    await user.presses("enter")
    await user.types("12")


async def _decide(user: User) -> None:
    await user.presses("d")
    await user.types("912")
    await user.presses("enter")


async def _broken(user: User) -> None:
    """Forget a comma, as happens by hand, and let the program look at its file."""
    path = user.app._store.path
    path.write_text(path.read_text("utf-8").replace("value = 94 },", "value = 94 }"), "utf-8")
    user.app._look_for_changes()
    await user.settles()


@dataclass(frozen=True)
class WorkshopPicture(Picture):
    """A picture of a workshop."""

    async def take(self) -> str:
        """Lead a workshop as far as Measurable, and give what is seen then."""
        with tempfile.TemporaryDirectory() as home:
            async with at_the_workshop(Path(home), size=self.size, lang=self.lang) as (user, hours):
                await _led(user, hours)
                await self.story(user)
                return self_contained(user.picture())


async def _led(user: User, hours: Hours) -> None:
    vi = user.app._lang.code == "vi"
    await user.presses("p")
    await user.pastes("Lan, Minh, Hà, Tuấn, Ngọc, An")
    await user.presses("enter", "enter", "b")
    await user.pastes("Ngân sách năm sau?" if vi else "Next year's budget?")
    await user.presses("enter", "enter", "enter", "enter", "g")
    await user.pastes((VIETNAMESE if vi else ENGLISH).sentence)
    await user.presses("ctrl+s", "enter", "x", "enter", "x", "down", "x", "down", "down", "x", "space")
    hours.go_on(minutes=6, seconds=36)


async def _leads(user: User) -> None:
    await user.waits_for("3:24")


async def _reads(user: User) -> None:
    await user.presses("v")
    await user.waits_for("3:24")


PICTURES = (
    Picture("dashboard-120x40", "en", (120, 40), _contracts),
    Picture("dashboard-80x24-vi", "vi", (80, 24), _overdue),
    Picture("wizard-1-specific-80x24", "en", (80, 24), _vague),
    Picture("wizard-2-measurable-120x40", "en", (120, 40), _wizard(ENGLISH, 2)),
    Picture("wizard-3-achievable-80x24-vi", "vi", (80, 24), _wizard(VIETNAMESE, 3)),
    Picture("wizard-5-timebound-120x40", "en", (120, 40), _wizard(ENGLISH, 5)),
    Picture("check-in-80x24-vi", "vi", (80, 24), _check_in),
    Picture("weekly-120x40", "en", (120, 40), _weekly, today=TODAY + timedelta(days=3)),
    Picture("decide-80x24-vi", "vi", (80, 24), _decide),
    Picture("read-only-120x40-vi", "vi", (120, 40), _broken),
    WorkshopPicture("workshop-room-60x18", "en", (60, 18), _reads),
    WorkshopPicture("workshop-facilitator-100x30-vi", "vi", (100, 30), _leads),
)


def main(names: list[str]) -> None:
    """Take the pictures that are named, else all."""
    for picture in PICTURES:
        if not names or picture.name in names:
            (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(picture.take()), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
