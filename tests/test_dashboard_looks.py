"""The dashboard in other themes and windows."""

import pytest
from goal_builders import goal
from hosting import Host, lines
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from smart_tui.goals.model import GoalFile
from smart_tui.widgets.story import StoryPane

WEEKLY = {f"2026-11-{day:02}": day for day in range(1, 20, 3)}
APART = 0.25
"""So much lighter or darker than its ground has to be what is to be read."""


@pytest.mark.parametrize("theme", sorted(name for name, it in BUILTIN_THEMES.items() if not it.ansi))
async def test_in_every_theme_what_is_selected_and_what_is_not_can_be_read(theme: str) -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        inks = (
            ("foreground", "background"),
            ("bright", "background"),
            ("bright", "selected"),
            ("muted", "panel"),
        )
        for ink, ground in inks:
            fore, back = (Color.parse(app.theme_variables[name]) for name in (ink, ground))
            assert abs(fore.brightness - back.brightness) > APART, (ink, ground)


async def test_a_tall_window_tells_more_of_the_story_below_the_list() -> None:
    app = Host()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("down")
        story = app.dashboard.query_one(StoryPane)
        assert "You need" in "\n".join(lines(story)[2:])
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert len(lines(story)) <= 4


async def test_a_chart_is_drawn_whole_or_not_at_all() -> None:
    app = Host(GoalFile(goals=(goal(target=90, start="2026-09-01", deadline="2026-12-31", checkins=WEEKLY),)))
    async with app.run_test(size=(160, 20)) as pilot:
        seen = set()
        for height in range(20, 50, 2):
            await pilot.resize_terminal(160, height)
            await pilot.pause()
            await pilot.pause()
            told = [line.strip() for line in lines(app.dashboard.query_one(StoryPane))]
            begun = any(line.endswith("  even pace") for line in told)
            assert begun is any(set(line) == {"─"} for line in told), height
            seen.add(begun)
        assert seen == {True, False}
