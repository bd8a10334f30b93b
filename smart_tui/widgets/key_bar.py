"""The foot: the keys that work now, each of which can be clicked."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding
from textual.screen import Screen

from smart_tui.widgets.painted import Painted
from smart_tui.widgets.plain_text import content
from smart_tui.words.language import Language, msgid

KEY_NAMES = {
    "enter": msgid("Enter"),
    "escape": "Esc",
    "question_mark": "?",
    "slash": "/",
    "asterisk": "*",
    "at": "@",
    "comma": ",",
    "full_stop": ".",
    "less_than_sign": "<",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "space": msgid("Space"),
}
LAST = ("quit", "help")
EDGE = 2
GAP = 3


class Key(Struct, frozen=True):
    """One key as the foot and the help name it."""

    id: str
    keys: tuple[str, ...]
    name: str
    says: str
    tooltip: str
    shown: bool


def keys_of(
    lang: Language, bindings: Iterable[ActiveBinding], *, focus_first: bool = False
) -> tuple[Key, ...]:
    """Name the keys that have an id, each once: the screen's before those of what has the focus, or after."""
    found: dict[str, list[ActiveBinding]] = {}
    for active in sorted(bindings, key=lambda active: isinstance(active.node, Screen) is focus_first):
        if active.binding.id and active.enabled:
            found.setdefault(active.binding.id, []).append(active)
    return tuple(_key(lang, known_as, same) for known_as, same in found.items())


def fitting(keys: Iterable[Key], width: int) -> tuple[Key, ...]:
    """Leave keys out from the right until the row fits; the last one, which leads to all others, stays."""
    kept = [key for key in keys if key.shown]
    kept.sort(key=lambda key: LAST.index(key.id) if key.id in LAST else -1)
    while len(kept) > 1 and EDGE + sum(_width(key) + GAP for key in kept) - GAP > width:
        del kept[-2]
    return tuple(kept)


class KeyBar(Painted):
    """One line; it follows the focus, for other keys work elsewhere."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; }
    """

    def __init__(self, lang: Language, *, focus_first: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang, self._focus_first = lang, focus_first

    def on_mount(self) -> None:
        """Follow the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._paint())

    def on_resize(self) -> None:
        """Let go of keys that no longer fit."""
        self._paint()

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        if (key := self._at(event.x)) is not None:
            self.app.simulate_key(key.keys[0])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the key under the mouse."""
        key = self._at(event.x)
        self.tooltip = None if key is None else content(key.tooltip)

    def _keys(self) -> tuple[Key, ...]:
        bindings = self.screen.active_bindings.values()
        return fitting(keys_of(self._lang, bindings, focus_first=self._focus_first), self.content_size.width)

    def _at(self, x: int) -> Key | None:
        left = EDGE
        for key in self._keys():
            if left <= x < left + _width(key):
                return key
            left += _width(key) + GAP
        return None

    def _paint(self) -> None:
        if self.is_mounted and self.content_size.width:
            self.show((tuple(_pieces(self._keys())),))


def _pieces(keys: Iterable[Key]) -> Iterator[tuple[str, str]]:
    for number, key in enumerate(keys):
        yield "text", " " * (GAP if number else EDGE)
        yield "accent", key.name
        yield "muted", f" {key.says}"


def _width(key: Key) -> int:
    return cell_len(key.name) + 1 + cell_len(key.says)


def _key(lang: Language, known_as: str, same: list[ActiveBinding]) -> Key:
    binding = same[0].binding
    return Key(
        id=known_as,
        keys=tuple(active.binding.key for active in same),
        name=key_name(lang, binding.key),
        says=lang.say(binding.description),
        tooltip=lang.say(binding.tooltip) if binding.tooltip else "",
        shown=binding.show,
    )


def key_name(lang: Language, key: str) -> str:
    """Name a key as people know it."""
    if key in KEY_NAMES:
        return lang.say(KEY_NAMES[key])
    return "+".join(part.capitalize() for part in key.split("+")) if len(key) > 1 else key
