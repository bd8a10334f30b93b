"""What holds on every screen: in any size, with any theme, with plain signs, without colours."""

import unicodedata
from pathlib import Path

import pytest
from contrast import meanings, named, texts, wears
from textual.filter import NoColor
from textual.theme import BUILTIN_THEMES
from tour import EVERYWHERE, STOPS, Stop
from user import User, at_the_screen

from smart_tui.app.themed import ThemedApp
from smart_tui.widgets.readable import MEANING_LEAST, TEXT_LEAST
from smart_tui.widgets.theme import CONTRAST, PROJECTOR, THEMES

LEAST = {CONTRAST.name: 7.0, PROJECTOR.name: 7.0}
"""Themes that promise more."""
LOOKED_AT = (*(theme.name for theme in THEMES), "textual-light", "solarized-light", "tokyo-night")
"""Ours, and those of Textual's in which most had to be mended."""
SIZES = ((60, 20), (200, 20))
FIELDS = 12
"""No screen has more to go through."""
each_stop = pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.name)


def marks(user: User) -> str:
    """Give everything that is to be seen where there are no colours."""
    strips = user.app.screen._compositor.render_strips()
    return "\n".join(
        "".join(
            f"{text}{[style.bold, style.reverse, style.underline] if style and text.strip() else ''}"
            for text, style, _ in strip
        )
        for strip in strips
    )


def is_latin(letter: str) -> bool:
    return ord(letter) < 0x100 or unicodedata.name(letter, "").startswith("LATIN ")


@each_stop
async def test_what_is_drawn_can_be_read_in_every_theme(stop: Stop, tmp_path: Path) -> None:
    async with stop.visited(tmp_path, "vi", (100, 30)) as user:
        for theme in LOOKED_AT if stop.name != "palette" else (THEMES[0].name,):
            await wears(user, theme)
            least = LEAST.get(theme, TEXT_LEAST)
            assert [str(it) for it in texts(user.app) if it.contrast < least] == [], theme
            assert [str(it) for it in meanings(user.app) if it.contrast < MEANING_LEAST] == [], theme
        if stop.name != "palette":
            for theme in ("ansi-dark", "ansi-light"):
                await wears(user, theme)
                assert named(user.app), theme


@pytest.mark.parametrize("theme", [*(theme.name for theme in THEMES), *BUILTIN_THEMES])
async def test_the_command_palette_can_be_read_in_every_theme(theme: str, tmp_path: Path) -> None:
    (palette,) = (stop for stop in STOPS if stop.name == "palette")
    async with at_the_screen(tmp_path) as user:
        await wears(user, theme)
        await palette.story(user)
        if theme.startswith("ansi"):
            assert named(user.app)
        else:
            least = LEAST.get(theme, TEXT_LEAST)
            assert [str(it) for it in texts(user.app) if it.contrast < least] == []


@pytest.mark.parametrize(("stop", "lang"), EVERYWHERE, ids=lambda it: getattr(it, "name", it))
async def test_with_plain_signs_nothing_but_latin_letters_is_drawn(
    stop: Stop, lang: str, tmp_path: Path
) -> None:
    async with stop.visited(tmp_path, lang, SIZES[0]) as user:
        before = user.screen
        user.app.plain_glyphs = True
        await user.settles()
        assert sorted({letter for letter in user.screen if not is_latin(letter)}) == []
        assert user.screen.count("\n") == before.count("\n")


@each_stop
async def test_without_colours_what_has_the_focus_is_seen_and_within_reach(stop: Stop, tmp_path: Path) -> None:
    async with stop.visited(tmp_path, "vi", SIZES[0]) as user:
        app = user.app
        app.no_color = True
        app.refresh_css(animate=False)
        await user.settles()
        assert any(isinstance(it, NoColor) for it in app.get_line_filters())
        seen: list[tuple[object, str]] = []
        for _ in range(FIELDS):
            if app.focused is None:
                break
            look = marks(user)
            for other, before in seen:
                assert before != look or other is app.focused, f"{app.focused} looks as {other}\n{user.screen}"
            seen.append((app.focused, look))
            fits = app.focused.region.intersection(app.screen.region)
            assert fits.height and fits.width == app.focused.region.width, f"{app.focused}\n{user.screen}"
            app.screen.focus_next()
            await user.settles()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@each_stop
async def test_nothing_lies_beside_the_window(stop: Stop, size: tuple[int, int], tmp_path: Path) -> None:
    async with stop.visited(tmp_path, "vi", size) as user:
        for widget in user.app.screen.query("*"):
            assert not widget.show_horizontal_scrollbar, widget
            within = widget.region.right <= user.app.size.width
            assert within or not widget.display or not widget.region.area, f"{widget}\n{user.screen}"


async def test_a_theme_that_is_not_there_and_few_colours_change_nothing_that_matters(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        assert isinstance(user.app, ThemedApp)
        user.app.wear("no such theme")
        assert user.app.theme == THEMES[0].name
        user.app.no_color = True
        for name, dark in ((PROJECTOR.name, "ansi-light"), (CONTRAST.name, "ansi-dark")):
            user.app.wear(name)
            assert user.app.theme == dark
