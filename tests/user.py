"""A person at the keyboard, for stories about the screens: types, presses, answers, goes back, sees."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from itertools import count
from pathlib import Path

import pytest
import resting
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from smart_tui.app.app import SmartApp
from smart_tui.app.inviting import Wished
from smart_tui.app.workshop_app import WorkshopApp
from smart_tui.goals.draft import Draft
from smart_tui.goals.model import Goal
from smart_tui.goals.workshop import AGENDAS, Agenda, Workshop
from smart_tui.screens.wizard.question import Question
from smart_tui.store.drafts import Drafts
from smart_tui.store.memory import Memory
from smart_tui.store.operations import AddGoal, Together
from smart_tui.store.settings import SettingsFile
from smart_tui.store.store import Store
from smart_tui.store.workshops import Workshops
from smart_tui.widgets.suggestion import Suggestion

TODAY = date(2026, 11, 22)

resting.take_over()  # for the pictures as well

AT_REST, WITH_FOCUS = "▏", "▌"
"""The edge of a field; a story sees the field, wherever the focus is."""


class User:
    """Drives the real app, headless."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.pressed = 0
        """How many keys were pressed, letters and digits that were typed left out."""

    @property
    def app(self) -> SmartApp:
        """The program."""
        assert isinstance(self._pilot.app, SmartApp)
        return self._pilot.app

    @property
    def screen(self) -> str:
        """Everything that is to be seen."""
        strips = self._pilot.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def picture(self) -> str:
        """Take a picture of the screen, as SVG."""
        return self._pilot.app.export_screenshot()

    async def presses(self, *keys: str) -> None:
        """Press keys by Textual's names."""
        self.pressed += len(keys)
        await self._pilot.press(*keys)
        await self.settles()

    async def presses_at_once(self, *keys: str) -> None:
        """Press keys faster than the program answers."""
        for key in keys:
            self._pilot.app.simulate_key(key)
        await self.settles()

    async def types(self, text: str) -> None:
        """Type letter by letter."""
        for letter in text:
            await self._pilot.press("space" if letter == " " else letter)
        await self.settles()

    async def pastes(self, text: str) -> None:
        """Paste, as a terminal does it."""
        self._pilot.app.post_message(Paste(text))
        await self.settles()

    async def answers(self, *texts: str) -> None:
        """Fill fields one after the other, each with Enter."""
        for text in texts:
            if text:
                await self.pastes(text)
            await self.presses("enter")

    async def goes_to(self, label: str) -> None:
        """Walk up with the arrow to the field of this name, else down."""
        for key in [*["up"] * 10, *["down"] * 20]:
            focused = self._pilot.app.focused
            fields = focused.ancestors if focused and not isinstance(focused, Suggestion) else []
            labels = [it.query_one(".label", Static) for it in fields if isinstance(it, Question)]
            if any(str(it.content).startswith(label) for it in labels):
                return
            await self.presses(key)
        pytest.fail(f"There is no field {label!r} on:\n{self.screen}")

    async def unfolds(self) -> None:
        """Walk down to the line that offers the other fields, and take it."""
        for _ in range(20):
            focused = self._pilot.app.focused
            if focused is not None and focused.has_class("more"):
                await self.presses("enter")
                return
            await self.presses("down")
        pytest.fail(f"There is nothing more on:\n{self.screen}")

    async def waits_for(self, text: str) -> None:
        """Wait for what appears without a key: the command palette searches by itself."""
        await self.waits_until(lambda: text in " ".join(self.screen.split()))
        self.sees(text)

    async def waits_until(self, holds: Callable[[], bool]) -> None:
        """Wait for what happens without a key, up to a time after which the next look fails."""
        for _ in range(1000):
            if holds():
                return
            await self._pilot.pause(0.01)

    async def clicks(self, column: int, row: int) -> None:
        """Click somewhere."""
        await self._pilot.click(offset=(column, row))
        await self.settles()

    @property
    def there(self) -> bool:
        """Whether the program still runs."""
        return self._pilot.app.is_running and self._pilot.app._exit is False

    @property
    def focus(self) -> object:
        """What the keys go to."""
        return self._pilot.app.focused

    @property
    def theme(self) -> str:
        """The name of the colours."""
        return self._pilot.app.theme

    async def resizes(self, columns: int, rows: int) -> None:
        """Drag the window's corner."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settles()

    async def settles(self) -> None:
        """Wait until the program has nothing left to do."""
        await self._pilot.pause()
        app = self._pilot.app
        if isinstance(app, SmartApp):
            await app.settled()
        await self._pilot.pause()

    def sees(self, *texts: str) -> None:
        """Check that every text is on the screen; line breaks count as spaces."""
        shown = " ".join(self.screen.split()).replace(AT_REST, WITH_FOCUS)
        for text in texts:
            assert text in shown, f"{text!r} is not to be seen on:\n{self.screen}"

    def does_not_see(self, *texts: str) -> None:
        """Check that no text is on the screen."""
        shown = " ".join(self.screen.split()).replace(AT_REST, WITH_FOCUS)
        for text in texts:
            assert text not in shown, f"{text!r} is to be seen on:\n{self.screen}"


@asynccontextmanager
async def at_the_screen(
    home: Path,
    *,
    size: tuple[int, int] = (80, 24),
    lang: str = "en",
    today: date = TODAY,
    goals: tuple[Goal, ...] = (),
    start_with: Draft | None = None,
    memory: Memory | None = None,
) -> AsyncIterator[User]:
    """Sit down at the program: its file and drafts lie in `home`."""
    seconds = count(1_795_000_000)
    memory = memory or Memory(home / "past", lambda: float(next(seconds)))
    store = Store(home / "goals.toml", memory=memory)
    if goals:
        store.apply(Together(tuple(AddGoal(goal) for goal in goals)))
    numbers = count(1)
    app = SmartApp(
        store,
        Drafts(home / "drafts"),
        SettingsFile(home / "config" / "settings.toml"),
        lang=lang,
        clock=lambda: today,
        new_id=lambda title, taken: f"goal-{len(taken) + 1:04x}",
        new_key=lambda: f"draft-{next(numbers)}",
        start_with=start_with,
    )
    async with app.run_test(size=size) as pilot:
        user = User(pilot)
        await user.settles()
        yield user


class Hours:
    """A clock that goes when the story says so."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now

    def go_on(self, *, minutes: float = 0, seconds: float = 0) -> None:
        self.now += 60 * minutes + seconds


@asynccontextmanager
async def at_the_workshop(
    home: Path,
    *,
    size: tuple[int, int] = (100, 30),
    lang: str = "en",
    goals: tuple[Goal, ...] = (),
    hours: Hours | None = None,
    agenda: Agenda = AGENDAS[75],
) -> AsyncIterator[tuple[User, Hours]]:
    """Lead a workshop: as it was left in `home`, else a new one."""
    hours = hours or Hours()
    store = Store(home / "goals.toml", memory=Memory(home / "past", hours))
    if goals:
        store.apply(Together(tuple(AddGoal(goal) for goal in goals)))
    workshops = Workshops(home / "past" / "workshop", home / "state")
    numbers = count(1)
    app = WorkshopApp(
        store,
        Drafts(home / "drafts"),
        SettingsFile(home / "config" / "settings.toml"),
        lang=lang,
        clock=lambda: TODAY,
        new_id=lambda title, taken: f"goal-{len(taken) + 1:04x}",
        new_key=lambda: f"key-{hours.now:.0f}-{next(numbers)}",
        guests=Wished(),
        workshops=workshops,
        workshop=workshops.load() or Workshop(agenda=agenda),
        now=hours,
        of_day=lambda now: (
            f"{9 + int(now - 1_795_000_000) // 3600:02}:{int(now - 1_795_000_000) // 60 % 60:02}"
        ),
    )
    async with app.run_test(size=size) as pilot:
        user = User(pilot)
        await user.settles()
        yield user, hours
