"""Colours that can be read: the contrast of WCAG 2, and our variables in themes that are not ours. Pure."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from textual.color import Color
from textual.theme import Theme

from smart_tui.widgets.theme import DARK, LIGHT, THEMES

TEXT_LEAST = 4.5
"""Contrast of text with its ground (WCAG 2.2, 1.4.3)."""
MEANING_LEAST = 3.0
"""Of what carries meaning and is no text: a bar, its mark (1.4.11)."""
STEPS = 100
"""Of lightness, from black to white."""
INKS = ("muted", "good", "behind", "at-risk", "overdue", "guide", "bright")
TINTED = {"field": ("foreground", 0.07), "selected": ("primary", 0.2)}
"""Grounds that a theme of others lacks: its background, with a little of another colour."""
SELECTED = 0.35
"""So much of its colour a marked text has as its ground."""
LINEAR = 0.04045
"""Up to here sRGB is linear (IEC 61966-2-1)."""
LINE = 0.3
"""So much of the text's colour is in a line."""
NAMED: Mapping[str, str] = {
    **dict.fromkeys(("muted", "guide", "bright", "field", "selected", "wall"), "ansi_default"),
    "good": "ansi_green",
    "behind": "ansi_yellow",
    "at-risk": "ansi_magenta",
    "overdue": "ansi_red",
    "line": "ansi_bright_black",
}
"""Where colours belong to the terminal, every ground is its own."""
NAMED_ACCENT = {True: "ansi_cyan", False: "ansi_blue"}


def contrast(one: Color, other: Color) -> float:
    """Give the contrast of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(ink: Color, grounds: Iterable[Color], *, dark: bool, least: float = TEXT_LEAST) -> Color:
    """Give the ink as it is, else as much lighter on dark grounds, or darker on light ones, as it takes."""
    grounds = tuple(grounds)
    hue, saturation, lightness = ink.hsl
    while any(contrast(ink, ground) < least for ground in grounds) and 0 < lightness < 1:
        lightness = min(max(lightness + (1 if dark else -1) / STEPS, 0.0), 1.0)
        ink = Color.from_hsl(hue, saturation, lightness)
    return ink


def readable_variables(theme: Theme, variables: Mapping[str, str]) -> dict[str, str]:
    """Give what the styles name to a theme that does not know it, and what of its own cannot be read on our grounds.

    `variables` are those that Textual computed from the theme.
    """
    if theme.name in _OURS:
        return {}
    if theme.ansi:
        return {**NAMED, "accent": NAMED_ACCENT[theme.dark], "text-muted": "ansi_default"}
    return dict(_readable(theme.dark, tuple((name, variables[name]) for name in _READ)))


_OURS = {theme.name for theme in THEMES}
_READ = (
    "background",
    "surface",
    "panel",
    "foreground",
    "primary",
    "accent",
    "block-cursor-background",
)


@lru_cache(maxsize=32)
def _readable(dark: bool, said: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:  # noqa: FBT001  # a key of the cache
    theirs = {name: Color.parse(value.partition(" ")[0]) for name, value in said}
    background = theirs["background"]
    grounds = {name: background.blend(theirs[by], share) for name, (by, share) in TINTED.items()}
    under = [background, theirs["surface"], theirs["panel"], *grounds.values()]
    ours = (DARK if dark else LIGHT).variables
    found = {name: Color.parse(ours[name]) for name in INKS}
    found |= {name: theirs[name] for name in ("foreground", "accent")}
    found = {name: readable(ink, under, dark=dark) for name, ink in found.items()}
    cursor = theirs["block-cursor-background"]
    chosen = grounds["field"].blend(theirs["primary"], SELECTED)
    found |= grounds
    found["line"] = background.blend(found["foreground"], LINE)
    found["wall"] = background
    found["text-muted"] = found["muted"]
    found["block-cursor-blurred-background"] = grounds["selected"]
    found["block-cursor-blurred-foreground"] = found["foreground"]
    found["block-cursor-foreground"] = cursor.get_contrast_text(1)
    found["input-selection-background"] = chosen
    found["input-selection-foreground"] = readable(found["foreground"], [chosen], dark=dark)
    return tuple((name, colour.hex) for name, colour in found.items())


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
