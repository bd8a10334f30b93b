"""How an app looks: its themes, and what a terminal with few colours, none, or few signs gets."""

from collections.abc import Sequence

from textual import constants
from textual.filter import LineFilter, Monochrome, NoColor

from smart_tui.app.leaving import LeavingApp
from smart_tui.widgets.plain_glyphs import PlainGlyphs
from smart_tui.widgets.readable import readable_variables
from smart_tui.widgets.theme import THEMES

FEW = {"standard", "windows"}
"""Rich's names for terminals of 16 colours."""
NAMED = {True: "ansi-dark", False: "ansi-light"}
"""Textual's themes of the terminal's own colours, dark and light."""


class ThemedApp(LeavingApp):
    """An app in our themes; every theme of Textual can be read too."""

    CSS = """
    .-plain-glyphs #qr { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._plain = PlainGlyphs(enabled=False)
        for theme in THEMES:
            self.register_theme(theme)
        self.wear(THEMES[0].name)

    @property
    def plain_glyphs(self) -> bool:
        """Whether everything is drawn with plain signs."""
        return self._plain.enabled

    @plain_glyphs.setter
    def plain_glyphs(self, wanted: bool) -> None:
        if wanted != self._plain.enabled:
            self._plain.enabled = wanted
            self.set_class(wanted, "-plain-glyphs")
            if self.is_running:
                self.refresh_css(animate=False)

    @property
    def animations(self) -> bool:
        """Whether anything moves by itself."""
        return self.animation_level != "none"

    @animations.setter
    def animations(self, wanted: bool) -> None:
        self.animation_level = constants.TEXTUAL_ANIMATIONS if wanted else "none"

    def wear(self, name: str) -> None:
        """Take a theme; with few colours or none, the terminal's own colours in its place."""
        theme = self.get_theme(name) or THEMES[0]
        self.theme = theme.name if theme.ansi or not self._few_colours else NAMED[theme.dark]

    def get_css_variables(self) -> dict[str, str]:
        """Give every theme what the styles name, readable on its own grounds."""
        variables = super().get_css_variables()
        self.theme_variables = variables | readable_variables(self.current_theme, variables)
        return self.theme_variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draw without any colour where none is wanted (NO_COLOR), with plain signs where others are not known."""
        filters = [it for it in super().get_line_filters() if not isinstance(it, Monochrome | NoColor)]
        if self.no_color:
            filters.append(_COLOURLESS)
        return [*filters, self._plain] if self._plain.enabled else filters

    @property
    def _few_colours(self) -> bool:
        return self.no_color or self.console.color_system in FEW


_COLOURLESS = NoColor()
