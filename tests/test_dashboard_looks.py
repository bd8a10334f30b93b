"""The dashboard in other themes and windows."""

import pytest
from hosting import Host, lines, screen_text
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from smart_tui.widgets.story import StoryPane

APART = 0.3
"""So much lighter or darker than its ground has to be what is to be read."""


@pytest.mark.parametrize("theme", sorted(name for name, it in BUILTIN_THEMES.items() if not it.ansi))
async def test_in_every_theme_what_is_selected_and_what_is_not_can_be_read(theme: str) -> None:
    app = Host()
    async with app.run_test(size=(120, 40)):
        app.theme = theme
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
    app = Host()
    async with app.run_test(size=(160, 24)) as pilot:
        await pilot.press("down", "down")
        await pilot.pause()
        story = app.dashboard.query_one(StoryPane)
        assert "even pace wants" in screen_text(app)
        assert not any(line.rstrip().endswith("even pace") for line in lines(story))
        await pilot.resize_terminal(160, 50)
        await pilot.pause()
        await pilot.pause()
        assert any(line.rstrip().endswith("even pace") for line in lines(story))
