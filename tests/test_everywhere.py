"""What holds on every screen: in any size, with any theme, with plain signs, without colours."""

import os
import unicodedata
from pathlib import Path

import pytest
from contrast import meanings, named, texts, wears
from scenes import SCENES, Scene, scene
from textual.filter import NoColor
from textual.screen import ModalScreen
from textual.theme import BUILTIN_THEMES
from tongues import foreign
from user import User, at_the_screen

from smart_tui.app.themed import ThemedApp
from smart_tui.app.workshop_app import WorkshopApp
from smart_tui.widgets.readable import MEANING_LEAST, TEXT_LEAST
from smart_tui.widgets.theme import CONTRAST, PROJECTOR, THEMES

LEAST = {CONTRAST.name: 7.0, PROJECTOR.name: 7.0}
"""Themes that promise more."""
LOOKED_AT = (*(theme.name for theme in THEMES), "solarized-light", "tokyo-night")
"""Ours, and those of Textual's in which most had to be mended."""
PALETTE = "palette"
SMALL, WIDE = (60, 20), (200, 20)
FIELDS = 12
"""No screen has more to go through."""
TALL = (120, 90)
"""A window that shows all of a help or a story."""
each_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


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


def looked_at(scene: Scene) -> tuple[str, ...]:
    """Give two themes for a scene, by turns, so that each is seen in many; with EVERY_THEME set, all of them."""
    first, *others = LOOKED_AT
    if os.environ.get("EVERY_THEME"):
        return LOOKED_AT
    return first, others[SCENES.index(scene) % len(others)]


async def can_be_read(user: User, themes: tuple[str, ...]) -> None:
    for theme in themes:
        await wears(user, theme)
        least = LEAST.get(theme, TEXT_LEAST)
        assert [str(it) for it in texts(user.app) if it.contrast < least] == [], theme
        assert [str(it) for it in meanings(user.app) if it.contrast < MEANING_LEAST] == [], theme
    await wears(user, "ansi-dark")
    assert named(user.app)


async def is_latin_with_plain_signs(user: User) -> None:
    before = user.screen
    user.app.plain_glyphs = True
    await user.settles()
    assert sorted({letter for letter in user.screen if not is_latin(letter)}) == []
    assert user.screen.count("\n") == before.count("\n")


async def is_reached_without_colours(user: User) -> None:
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
        assert fits.height, f"{app.focused}\n{user.screen}"
        assert fits.width == app.focused.region.width, f"{app.focused}\n{user.screen}"
        app.screen.focus_next()
        await user.settles()


def nothing_lies_outside(user: User) -> None:
    for widget in user.app.screen.query("*"):
        assert not (widget.show_horizontal_scrollbar and widget.scrollbar_size_horizontal), widget
        within = widget.region.right <= user.app.size.width
        assert within or not widget.display or not widget.region.area, f"{widget}\n{user.screen}"


@each_scene
async def test_in_a_wide_window_what_is_drawn_can_be_read_and_is_english(scene: Scene) -> None:
    async with scene.at("en", WIDE) as user:
        if not scene.twin:
            nothing_lies_outside(user)
            if scene.name != PALETTE:
                await can_be_read(user, looked_at(scene))
            await is_latin_with_plain_signs(user)
            user.app.plain_glyphs = False
        await speaks_one_language(user, "en")


@each_scene
async def test_in_a_small_window_everything_can_be_reached_without_colours_and_is_vietnamese(
    scene: Scene,
) -> None:
    async with scene.at("vi", SMALL) as user:
        await speaks_one_language(user, "vi")
        await user.resizes(*SMALL)
        if not scene.twin:
            nothing_lies_outside(user)
            await is_latin_with_plain_signs(user)
            user.app.plain_glyphs = False
            await is_reached_without_colours(user)


async def speaks_one_language(user: User, lang: str) -> None:
    """Look at the screen on top as a whole, without what shines through from below."""
    await user.resizes(*TALL)
    screen = user.app.screen
    ground = screen.styles.background
    if isinstance(screen, ModalScreen):
        screen.styles.background = "#000000"
        screen.refresh()
        await user.settles()
    assert foreign(lang, user.screen, *invitation(user)) == []
    screen.styles.background = ground


def invitation(user: User) -> list[str]:
    """Give what a guest's link may be broken into: its letters are drawn by lot."""
    if not isinstance(user.app, WorkshopApp) or user.app._invitation is None:
        return []
    drawn = user.app._invitation._server.links[0].rpartition("/")[2]
    return [drawn[start:] for start in range(len(drawn))]


@pytest.mark.parametrize("theme", [*(theme.name for theme in THEMES), *BUILTIN_THEMES])
async def test_the_command_palette_can_be_read_in_every_theme(theme: str, tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await wears(user, theme)
        await scene(PALETTE).story(user)
        if theme.startswith("ansi"):
            assert named(user.app)
        else:
            least = LEAST.get(theme, TEXT_LEAST)
            assert [str(it) for it in texts(user.app) if it.contrast < least] == []


async def test_a_theme_that_is_not_there_and_few_colours_change_nothing_that_matters(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        assert isinstance(user.app, ThemedApp)
        user.app.wear("no such theme")
        assert user.app.theme == THEMES[0].name
        user.app.no_color = True
        for name, dark in ((PROJECTOR.name, "ansi-light"), (CONTRAST.name, "ansi-dark")):
            user.app.wear(name)
            assert user.app.theme == dark
