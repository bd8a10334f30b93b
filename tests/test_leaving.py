"""Leaving at the worst moment: while a screen that was asked for is just opening."""

import asyncio
from pathlib import Path

import pytest
from goal_builders import goal
from textual.events import Key
from user import at_the_screen

LEADS = goal("Win leads", target=100, start="2026-11-01", deadline="2026-12-31")


@pytest.mark.parametrize("turns", [2, 4, 6, 7, 10, 16, 24, 28, 32, 36])
@pytest.mark.parametrize("key", ["n", "w", "c", "d", "r", "comma", "question_mark"])
async def test_who_leaves_while_a_screen_opens_leaves_without_an_error(
    tmp_path: Path, key: str, turns: int
) -> None:
    """The moment is told in turns of the event loop after the key."""
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        user.app.post_message(Key(key, None))
        for _ in range(turns):
            await asyncio.sleep(0)
        user.app.exit()
        for _ in range(1000):  # it needs a second at most: then it leaves whatever else is to be done
            if user.app.is_running:
                await asyncio.sleep(0.01)
    assert not user.app.is_running
    assert user.app.return_code == 0
