"""Every screen of the program, each with something on it: for looks that have to hold everywhere."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pictures import ENGLISH, VIETNAMESE, _broken, _led, _weekly, _wizard
from user import User, at_the_screen, at_the_workshop

from smart_tui.words.demo import demo_goals
from smart_tui.words.language import language

TODAY = date(2026, 11, 21)
LAST_LETTER = 5
Story = Callable[[User], Awaitable[None]]


@dataclass(frozen=True)
class Stop:
    """One screen of the tour: how one comes there."""

    name: str
    story: Story
    workshop: bool = False
    today: date = TODAY

    @asynccontextmanager
    async def visited(self, home: Path, lang: str, size: tuple[int, int]) -> AsyncIterator[User]:
        """Open the program and go there."""
        if self.workshop:
            async with at_the_workshop(home, size=size, lang=lang) as (user, hours):
                await _led(user, hours)
                await self.story(user)
                yield user
        else:
            goals = demo_goals(language(lang), TODAY)
            async with at_the_screen(home, size=size, lang=lang, today=self.today, goals=goals) as user:
                await self.story(user)
                yield user


def keys(*pressed: str) -> Story:
    """Press keys, one after the other."""

    async def story(user: User) -> None:
        await user.presses(*pressed)

    return story


def letter(number: int) -> Story:
    """Write a sentence and go on to one letter, to the last one with everything filled in."""

    async def story(user: User) -> None:
        told = VIETNAMESE if user.app._lang.code == "vi" else ENGLISH
        if number == LAST_LETTER:
            await _wizard(told, number)(user)
        else:
            await user.presses("n")
            await user.pastes(told.sentence)
            await user.presses(*["pagedown"] * (number - 1))

    return story


async def _vague(user: User) -> None:
    await user.presses("n")
    await user.pastes("Có nhiều khách" if user.app._lang.code == "vi" else "Get many new leads")


async def _doubtful(user: User) -> None:
    await user.presses("j", "j", "j", "c")
    await user.types("12x")
    await user.presses("enter")


async def _checked(user: User) -> None:
    await user.presses("j", "j", "j", "c")
    await user.types("25")


async def _reviewed(user: User) -> None:
    await _weekly(user)
    await user.presses("enter", "enter")


async def _searched(user: User) -> None:
    await user.presses("slash")
    await user.types("le")


async def _copied(user: User) -> None:
    path = user.app._store.path
    copy = path.with_name("goals (Lan's conflicted copy 2026-11-21).toml")
    copy.write_text(path.read_text("utf-8").replace("target = 1000", "target = 1100"), "utf-8")
    user.app._look_for_copies()
    await user.settles()
    await user.presses("m")


async def _steps(user: User) -> None:
    await user.presses("j", "a")
    await user.pastes("call the customers of the last fair by Friday")
    await user.presses("enter", "up", "enter")


async def _decided(user: User) -> None:
    await user.presses("d", "1", "down")
    await user.pastes("two calls a day")


async def _palette(user: User) -> None:
    await user.presses("ctrl+p")
    await user.types("the")
    for _ in range(20):
        await user._pilot.pause(0.02)
    await user.presses("down")


async def _invited(user: User) -> None:
    await user.presses("i")
    await user._pilot.pause(0.3)


STOPS = (
    Stop("dashboard", keys("j", "j")),
    Stop("story", keys("j", "enter")),
    Stop("story-of-a-number", keys("j", "j", "j", "j", "enter")),
    *(Stop(f"wizard-{number}", letter(number)) for number in range(1, 6)),
    Stop("wizard-bar", keys("n", "escape")),
    Stop("wizard-vague", _vague),
    Stop("check-in", _checked),
    Stop("check-in-wrong", _doubtful),
    Stop("weekly", _weekly, today=TODAY + timedelta(days=3)),
    Stop("weekly-review", _reviewed, today=TODAY + timedelta(days=3)),
    Stop("decide", keys("d")),
    Stop("decided", _decided),
    Stop("filter", keys("f", "down", "space")),
    Stop("search", _searched),
    Stop("help", keys("question_mark")),
    Stop("report", keys("r")),
    Stop("actions", _steps),
    Stop("merging", _copied),
    Stop("read-only", _broken),
    Stop("palette", _palette),
    Stop("settings", keys("comma")),
    Stop("settings-of-keys", keys("comma", "up", "enter")),
    *(
        Stop(f"workshop-{name}", story, workshop=True)
        for name, story in {
            "facilitator": keys(),
            "room": keys("v"),
            "people": keys("p"),
            "parking": keys("b"),
            "clarity": keys("c"),
            "agenda": keys("a", "down"),
            "typing-in": keys("t"),
            "guests": _invited,
            "help": keys("question_mark"),
        }.items()
    ),
)
