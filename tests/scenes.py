"""Every screen of the program, and how a person gets there: for the pictures, the contact sheets and the tests."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace
from textual.command import CommandList
from user import Hours, User, at_the_screen, at_the_workshop

from smart_tui.goals.model import Goal
from smart_tui.words.demo import demo_goals
from smart_tui.words.language import Language, language

TODAY = date(2026, 11, 21)
Story = Callable[[User], Awaitable[None]]
Cast = Callable[[Language, date], tuple[Goal, ...]]


@dataclass(frozen=True)
class Scene:
    """One screen: the goals that are there, and what was done before."""

    name: str
    story: Story
    goals: Cast = demo_goals
    today: date = TODAY
    twin: bool = False
    """Whether another scene is made of the same parts: it is not looked at again in every theme and size."""

    @asynccontextmanager
    async def at(self, lang: str, size: tuple[int, int], theme: str = "") -> AsyncIterator[User]:
        """Drive the app as far as this scene."""
        goals = self.goals(language(lang), TODAY)
        with tempfile.TemporaryDirectory() as home:
            async with at_the_screen(Path(home), size=size, lang=lang, today=self.today, goals=goals) as user:
                await dress(user, theme)
                await self.story(user)
                yield user


@dataclass(frozen=True)
class WorkshopScene(Scene):
    """A screen of a workshop that has come as far as Measurable."""

    @asynccontextmanager
    async def at(self, lang: str, size: tuple[int, int], theme: str = "") -> AsyncIterator[User]:
        """Lead a workshop as far as this scene."""
        with tempfile.TemporaryDirectory() as home:
            async with at_the_workshop(Path(home), size=size, lang=lang) as (user, hours):
                await dress(user, theme)
                await _led(user, hours)
                await self.story(user)
                yield user


async def dress(user: User, theme: str) -> None:
    """Change the colours, before anything is to be seen."""
    if theme:
        user.app.theme = theme
        await user.settles()


@dataclass(frozen=True)
class Told:
    """A goal as a person tells it: the sentence, then page by page what it does not say, by the fields' labels."""

    sentence: str
    pages: tuple[dict[str, str], ...]
    vague: str
    parked: str
    wanted: str


TOLD = {
    "en": Told(
        "Win 1,000 new leads through our online channels next month",
        (
            {"For whom": "parents of three-year-olds", "Who is": "Lan"},
            {"Where": "CRM, weekly report"},
            {"Best": "2026-08: 240; 2026-09: 280; 2026-10: 310", "What could": "the fair is cancelled"},
            {"Supports": "contracts in two", "The first": "call the customers of the last fair"},
            {},
        ),
        vague="Get many new leads",
        parked="Next year's budget?",
        wanted="contracts",
    ),
    "vi": Told(
        "Có được 1.000 khách hàng tiềm năng mới trong tháng tới",
        (
            {"Dành cho": "cha mẹ có bé 3 tuổi", "Người": "Lan"},
            {"Con số lấy": "báo cáo CRM hằng tuần"},
            {"Kết quả tốt": "240; 280; 310", "Điều gì": "hội chợ bị hủy"},
            {"Hỗ trợ": "1.000 hợp đồng", "Bước": "gọi lại khách của hội chợ trước"},
            {},
        ),
        vague="Có được nhiều khách hàng tiềm năng mới",
        parked="Ngân sách năm sau?",
        wanted="hop dong",
    ),
}


def told(user: User) -> Told:
    """Give what the person tells, in the interface's language."""
    return TOLD[user.app._lang.code]


def keys(*pressed: str) -> Story:
    """Press keys."""

    async def story(user: User) -> None:
        await user.presses(*pressed)

    return story


def wizard(letter: int) -> Story:
    """Write the sentence, then fill one page after the other; what the sentence says stands there."""

    async def story(user: User) -> None:
        await user.presses("n")
        await user.pastes(told(user).sentence)
        for number, page in enumerate(told(user).pages[:letter], 1):
            for label, text in page.items():
                await user.goes_to(label)
                await user.pastes(text)
            if number < letter:
                await user.presses("pagedown")

    return story


def empty_wizard(letter: int) -> Story:
    """Look at a letter of which nothing has been written."""
    return keys("n", *["pagedown"] * (letter - 1))


async def vague(user: User) -> None:
    """Write a wish."""
    await user.presses("n")
    await user.pastes(told(user).vague)


async def kept_draft(user: User) -> None:
    """Write a wish, and leave."""
    await vague(user)
    await user.presses("escape", "escape")


async def check_in(user: User) -> None:
    """Type a number for the goal of each month."""
    await user.presses("j", "j", "j", "j", "c")
    await user.types("25")


async def check_in_wrong(user: User) -> None:
    """Type what is no number, and try to save it."""
    await user.presses("j", "j", "j", "j", "c")
    await user.types("12x")
    await user.presses("enter")


async def weekly(user: User) -> None:
    """Enter the first number of the week, type the second."""
    await user.presses("w")
    await user.types("104")
    await user.presses("enter")
    await user.types("12")


async def week_reviewed(user: User) -> None:
    """Enter every number of the week."""
    await user.presses("w")
    for number in ("104", "12", "6"):
        await user.types(number)
        await user.presses("enter")


def decide(choice: str) -> Story:
    """Choose what becomes of the overdue goal."""

    async def story(user: User) -> None:
        await user.presses("d")
        await user.types("912")
        await user.presses("enter", *choice)

    return story


async def decided(user: User) -> None:
    """Close the overdue goal, with what was learned; its story tells so."""
    await decide("1")(user)
    for _ in range(3):
        await user.presses("down")
        await user.pastes(told(user).parked)
    await user.presses("enter", "enter", "enter", "enter")


async def searched(user: User) -> None:
    """Search."""
    await user.presses("slash")
    await user.pastes(told(user).wanted)


async def steps(user: User) -> None:
    """Look at the steps of the goal of each month."""
    await user.presses("j", "j", "j", "j", "a")


async def palette(user: User) -> None:
    """Open the command palette, and wait for what it finds by itself."""
    await user.presses("ctrl+p")
    found = user.app.screen.query_one(CommandList)
    # In a small window the last of what is found is out of sight.
    await user.waits_until(lambda: any("SMART: A" in str(option.prompt) for option in found.options))


async def copied(user: User) -> None:
    """Change a goal here, and leave an older version of the file beside it, as synced folders do."""
    path = user.app._store.path
    older = path.read_text("utf-8")
    there = path.with_name(f"{path.stem}.sync-conflict-20261120-101500-ABCDEFG.toml")
    there.write_text(older.replace("target = 40", "target = 50", 1).replace('owner = "Minh"', 'owner = "An"'))
    path.write_text(older.replace('owner = "Minh"', 'owner = "Lan"'), "utf-8")
    user.app._look_for_changes()
    user.app._look_for_copies()
    await user.settles()
    await user.presses("m")


async def broken(user: User) -> None:
    """Forget a comma, as happens by hand, and let the program look at its file."""
    path = user.app._store.path
    path.write_text(path.read_text("utf-8").replace("value = 94 },", "value = 94 }"), "utf-8")
    user.app._look_for_changes()
    await user.settles()


def without_main(lang: Language, today: date) -> tuple[Goal, ...]:
    """Give goals of which none is the main one."""
    return tuple(replace(goal, main=False) for goal in demo_goals(lang, today))


def nothing(_lang: Language, _today: date) -> tuple[Goal, ...]:
    """Give no goal."""
    return ()


async def _led(user: User, hours: Hours) -> None:
    await user.presses("p")
    await user.pastes("Lan, Minh, Hà, Tuấn, Ngọc, An")
    await user.presses("enter", "enter", "b")
    await user.pastes(told(user).parked)
    await user.presses("enter", "enter", "enter", "enter", "g")
    await user.pastes(told(user).sentence)
    await user.presses("ctrl+s", "enter", "x", "enter", "x", "down", "x", "down", "down", "x", "space")
    hours.go_on(minutes=6, seconds=36)
    await user.waits_for("3:24")


async def _written(user: User) -> None:
    """Type in a sentence of a sheet, and look at the clarity round."""
    await user.presses("t")
    await user.pastes(told(user).sentence)
    await user.presses("enter", "escape", "c")


async def _typed_in(user: User) -> None:
    await user.presses("t")
    await user.pastes(told(user).vague)


async def _sheets(user: User) -> None:
    await user.presses("s")
    await user.waits_for("workshop-2026-11-22")


async def _room(user: User) -> None:
    await user.presses("v")
    await user.waits_for("3:24")


async def _ended(user: User) -> None:
    await user.presses(*["enter"] * 6, "v")


SCENES = (
    Scene("dashboard", keys(), twin=True),
    Scene("dashboard-contracts", keys("j", "j")),
    Scene("dashboard-empty", keys(), nothing),
    Scene("dashboard-without-main", keys("j"), without_main, twin=True),
    Scene("story", keys("j", "j", "j", "j", "o")),
    Scene("search", searched),
    Scene("filter", keys("f")),
    Scene("sorted", keys("s"), twin=True),
    Scene("folded", keys("j", "j", "space"), twin=True),
    Scene("help", keys("question_mark")),
    Scene("check-in", check_in),
    Scene("check-in-wrong", check_in_wrong),
    Scene("weekly", weekly, today=TODAY + timedelta(days=3)),
    Scene("weekly-review", week_reviewed, today=TODAY + timedelta(days=3)),
    Scene("decide", decide("")),
    Scene("decide-close", decide("1")),
    Scene("decide-extend", decide("2"), twin=True),
    Scene("decide-change", decide("3"), twin=True),
    Scene("decide-drop", decide("4"), twin=True),
    Scene("decided", decided),
    Scene("steps", steps),
    Scene("report", keys("r")),
    Scene("merging", copied),
    Scene("read-only", broken),
    Scene("palette", palette),
    Scene("settings", keys("comma")),
    Scene("settings-keys", keys("comma", "up", "enter")),
    Scene("wizard-vague", vague),
    *(Scene(f"wizard-{n}-empty", empty_wizard(n), twin=True) for n in range(1, 6)),
    *(Scene(f"wizard-{n}", wizard(n)) for n in range(1, 6)),
    Scene("wizard-bar", keys("n", "escape")),
    Scene("wizard-help", keys("n", "f1")),
    Scene("draft", kept_draft, twin=True),
    WorkshopScene("workshop-facilitator", keys()),
    WorkshopScene("workshop-room", _room),
    WorkshopScene("workshop-ended", _ended, twin=True),
    WorkshopScene("workshop-people", keys("p")),
    WorkshopScene("workshop-parking", keys("b")),
    WorkshopScene("workshop-agenda", keys("a", "down", "right", "right")),
    WorkshopScene("workshop-sentences", _typed_in),
    WorkshopScene("workshop-clarity", _written),
    WorkshopScene("workshop-guests", keys("i")),
    WorkshopScene("workshop-sheets", _sheets, twin=True),
    WorkshopScene("workshop-help", keys("question_mark")),
)
"""All of them; a new screen gets its line here."""


def scene(name: str) -> Scene:
    """Give the scene of this name."""
    return next(it for it in SCENES if it.name == name)
