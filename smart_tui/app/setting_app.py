"""The settings' side of the app: what is set holds from the first picture on, and what is chosen at once."""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual import on
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from smart_tui import screens, widgets
from smart_tui.app.scribe import outcome
from smart_tui.app.typing_app import TypingApp
from smart_tui.goals.settings import Glyphs
from smart_tui.goals.terms import DateStyle
from smart_tui.screens import messages
from smart_tui.store.errors import CannotRead, StoreError
from smart_tui.widgets.theme import THEMES
from smart_tui.words.language import Language, system_language

if TYPE_CHECKING:
    from smart_tui.app.palette import Item
    from smart_tui.screens.keys import Doing, KeysScreen
    from smart_tui.screens.settings import SettingsScreen
    from smart_tui.words.settings import Option

KEYS = "keys"
"""The file's table of them."""
TWINS = {"w": "ư", "d": "đ", "e": "ê", "o": "ô", "a": "â"}
"""What a letter becomes where Telex is left on."""
SHARED = {"goal.edit": "file.open", "file.open": "goal.edit"}
"""Two things that one key does by turns: to set it for one would take it from the other."""


class SettingApp(TypingApp):
    """Owns how the program looks, speaks and listens."""

    def __init__(self, *arguments: Any, plain_glyphs: bool = False, **more: Any) -> None:
        """`plain_glyphs` is what the terminal wants, where nothing is set."""
        super().__init__(*arguments, **more)
        self._terminal_plain = plain_glyphs
        self._set = self._settings.read()
        self._setting_screen: SettingsScreen | None = None
        self._keys_screen: KeysScreen | None = None
        self._lang.become(self._lang.code, self._set.dates)
        self.wear(self._set.theme or THEMES[0].name)
        self.animations = self._set.animations
        self._draw_anew()
        self.set_keymap(dict(_keymap(self._set.keys)))

    def on_mount(self) -> None:
        """Say what in the settings holds not."""
        if problem := self._settings_problem():
            self._say(problem, "warning")

    @property
    def spoken(self) -> Language:
        """The language of everything that is said now."""
        return self._lang

    def action_command_palette(self) -> None:
        """Open the palette: goals and everything that can be done, by name."""
        from textual.command import CommandPalette

        from smart_tui.app.palette import Palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(self._lang))

    def offered_settings(self, screen: Screen[Any]) -> "Iterator[Item]":
        """Offer what can be set."""
        from smart_tui.app.palette import Item
        from smart_tui.words.language import languages
        from smart_tui.words.settings import language_name, theme_name

        say = self._lang.say
        if not any(active.binding.id == "settings" for active in screen.active_bindings.values()):
            told = say("Language, colours, dates, keys")
            yield Item(say("Settings"), told, self._open_settings)
        for code in languages():
            if code != self._lang.code:
                name = say("Language: {name}", name=language_name(code))
                yield Item(name, "", partial(self.choose, "language", code))
        yield from self._dialects.offered()
        own = [theme.name for theme in THEMES]
        others = sorted(self.available_themes.keys() - {*own})
        for theme in (*own, *others):
            if theme != self._worn:
                name = say("Colours: {name}", name=theme_name(self._lang, theme))
                yield Item(name, "", partial(self.choose, "theme", theme), discovered=theme in own)

    def _settings_problem(self) -> str:
        from smart_tui.words.settings import no_such_text, wrong_setting_text

        own = self._set
        if wrong := wrong_setting_text(self._lang, own):
            return wrong
        if own.theme is not None and own.theme not in self.available_themes:
            return no_such_text(self._lang, "theme", own.theme)
        if own.keys:
            unknown = sorted(own.keys.keys() - _all_doings())
            return no_such_text(self._lang, KEYS, unknown[0]) if unknown else self._clash()
        return ""

    def _clash(self) -> str:
        """Say which key does two things: what was set wins, and the other is out of reach."""
        from smart_tui.widgets.key_bar import key_name
        from smart_tui.words.settings import key_twice_text

        does: dict[str, str] = {}
        for doing in self._doings():
            for key in doing.keys:
                if key in does:
                    return key_twice_text(self._lang, key_name(self._lang, key), does[key])
                does[key] = doing.says
        return ""

    @on(messages.SettingsAsked)
    def _open_settings(self) -> None:
        from smart_tui.screens.settings import SettingsScreen

        if self._setting_screen is not None:
            return
        self._set = self._settings.read()
        spoken = self._lang.code, self._lang.dates
        self._setting_screen = SettingsScreen(self._lang, self._options(), str(self._settings.path))

        def closed(_: object) -> None:
            self._setting_screen = None
            if (self._lang.code, self._lang.dates) != spoken and len(self.screen_stack) > 1:
                self._screens_anew()

        self.push_screen(self._setting_screen, closed)

    @property
    def _worn(self) -> str:
        """The theme that is meant; with few colours another one stands for it."""
        return self._set.theme if self._set.theme in self.available_themes else THEMES[0].name

    def _options(self) -> "tuple[Option, ...]":
        from smart_tui.words.settings import options

        return options(self._lang, self._set, self._worn, [theme.name for theme in THEMES])

    @on(messages.SettingChosen)
    def _choose(self, event: messages.SettingChosen) -> None:
        self.choose(event.name, event.value)

    def choose(self, name: str, value: str) -> None:
        """Have a setting hold from now on; it is on the disk soon, and what cannot be kept is said."""
        match name:
            case "a" | "r":
                self._dialects.switch(value)
                return
            case "theme":
                self._set = replace(self._set, theme=value)
                self.wear(value)
            case "animations":
                self._set = replace(self._set, animations=value == "on")
                self.animations = self._set.animations
            case "glyphs":
                self._set = replace(self._set, glyphs=Glyphs(value))
                self._draw_anew()
            case "language":
                self._set = replace(self._set, language=value or None)
                self._speak_anew(value or system_language(os.environ), self._lang.dates)
            case "dates":
                self._set = replace(self._set, dates=DateStyle(value))
                self._speak_anew(self._lang.code, self._set.dates)
        self._keep({name: self._set.animations if name == "animations" else value or None})

    def _speak_anew(self, code: str, dates: DateStyle) -> None:
        """Say everything that is on the screen in this language, with dates written so."""
        self._lang.become(code, dates)
        self._say("")
        if self._setting_screen is None:
            self._screens_anew()
        else:
            self._setting_screen.options = self._options()
            self._goals_anew()

    def _draw_anew(self) -> None:
        """Draw with the signs that were chosen, else with those that the terminal has."""
        self.plain_glyphs = self._set.draws_plainly(by_itself=self._terminal_plain)

    def _goals_anew(self) -> None:
        """Show the goals anew, whatever lies on them."""

    def _screens_anew(self) -> None:
        """Make all screens anew."""

    def _keep(self, values: Mapping[str, str | bool | None]) -> None:
        self._keep_with(partial(self._settings.put, values))

    def _keep_with(self, write: Callable[[], None]) -> None:
        def done(error: StoreError | None) -> None:
            self._tell_setting(*(("", "") if error is None else (self._not_kept(error), "warning")))

        self._scribe.ask(partial(outcome, write), done)

    def _not_kept(self, error: StoreError) -> str:
        from smart_tui.words.problems import refusal_text
        from smart_tui.words.settings import settings_problem_text

        if isinstance(error, CannotRead):
            return settings_problem_text(self._lang, error.problems[0])
        return " ".join(refusal_text(self._lang, error.code, error.values))

    def _tell_setting(self, said: str, level: str) -> None:
        for screen in (self._setting_screen, self._keys_screen):
            if screen is not None:
                screen.notice_level, screen.notice = level, said
        if level and self._setting_screen is None:
            self._say(said, level)

    @on(messages.KeysAsked)
    def _show_keys(self) -> None:
        from smart_tui.screens.keys import KeysScreen

        screen = KeysScreen(self._lang, tuple(self._doings()))
        self._keys_screen = screen

        def closed(_: object) -> None:
            self._keys_screen = None

        self.push_screen(screen, closed)

    @on(messages.KeyChosen)
    def _choose_key(self, event: messages.KeyChosen) -> None:
        keys = {**self._set.keys, event.doing: event.key}
        kept = {doing: key for doing, key in keys.items() if key is not None}
        self._set = replace(self._set, keys=MappingProxyType(kept))
        self._keep_with(partial(self._settings.put_keys, {event.doing: event.key}))
        self.set_keymap(dict(_keymap(self._set.keys)))
        if self._keys_screen is not None:
            self._keys_screen.doings = tuple(self._doings())

    def _doings(self) -> "Iterator[Doing]":
        from smart_tui.screens.asking import AskingScreen
        from smart_tui.screens.keys import Doing

        keymap = dict(_keymap(self._set.keys))
        for binding in AskingScreen.BINDINGS:
            if isinstance(binding, Binding) and binding.id and binding.id not in {"goal.close", "file.open"}:
                own = binding.id in self._set.keys
                keys = keymap[binding.id] if own else binding.key
                plain = tuple(key for key in keys.split(",") if key.isascii())
                does = binding.tooltip or binding.description
                yield Doing(binding.id, plain, self._lang.say(does), own)


def _all_doings() -> set[str]:
    """Name everything that a key does on any screen; to know it, every screen is loaded."""
    for package in (screens, widgets):
        for module in walk_packages(package.__path__, package.__name__ + "."):
            import_module(module.name)
    classes = [DOMNode]
    for cls in classes:
        classes += cls.__subclasses__()
    return {
        binding.id
        for cls in classes
        for binding in cls.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding) and binding.id
    }


def _keymap(keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the keys as Textual wants them, each letter with what a Vietnamese keyboard makes of it."""
    from smart_tui.screens.asking import AskingScreen

    for doing, said in keys.items():
        typed = said.split(",")
        yield doing, ",".join(dict.fromkeys([*typed, *(TWINS[key] for key in typed if key in TWINS)]))
        other = SHARED.get(doing)
        if other is not None and other not in keys:
            usual = next(it for it in AskingScreen.BINDINGS if isinstance(it, Binding) and it.id == other)
            yield other, usual.key
